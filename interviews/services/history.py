"""Rows of the status history. A candidate's list of applications is drawn from them, so each change of status writes
one, in the same update."""

from accounts.documents import Account
from interviews.choices import Status
from interviews.documents import StatusChange


def change_by(actor: Account, *, to: Status, before: Status | None = None, reason: str = "") -> StatusChange:
    return StatusChange(from_status=before, status=to, actor_id=actor.id, actor_role=actor.role, reason=reason)
