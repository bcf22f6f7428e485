"""Who has been here long enough without being hired."""

from collections.abc import Iterator
from datetime import timedelta

from bson import ObjectId

from accounts.choices import Role
from accounts.documents import Account
from hiring_platform.documents import now
from interviews.choices import Status
from interviews.documents import Interview

_BATCH = 500


def candidates_past_retention(*, days: int) -> Iterator[ObjectId]:
    """Candidates who were not offered a job and whose account and interviews have not changed for `days`."""
    horizon = now() - timedelta(days=days)
    silent = Account.objects(role=Role.USER, created_at__lt=horizon, updated_at__lt=horizon).scalar("id")
    for batch in _batches(list(silent)):
        kept = set(Interview.objects(user_id__in=batch, status=Status.OFFER).scalar("user_id"))
        kept |= set(Interview.objects(user_id__in=batch, updated_at__gte=horizon).scalar("user_id"))
        yield from (account_id for account_id in batch if account_id not in kept)


def _batches(ids: list[ObjectId]) -> Iterator[list[ObjectId]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]
