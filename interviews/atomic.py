"""How an interview is written: one update, and only if nobody else wrote since it was read."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.utils.translation import gettext_lazy as _
from tenacity import retry, retry_if_exception_type, stop_after_attempt

from hiring_platform.documents import now
from hiring_platform.errors import Conflict
from interviews.documents import Interview

Call = TypeVar("Call", bound=Callable[..., Any])


class RaceLost(Conflict):
    """409: somebody changed the interview between our reading and our writing."""

    code = "changed_meanwhile"
    message = _("The interview has changed in the meantime. Reload it and try again.")


def write(interview: Interview, **changes: Any) -> Interview:
    """Apply MongoEngine's `changes` to the interview as it was read; the interview as it is afterwards.

    Raises RaceLost when it was changed, or deleted, since.
    """
    unchanged = Interview.objects(id=interview.id, version=interview.version)
    written: Interview | None = unchanged.modify(new=True, inc__version=1, set__updated_at=now(), **changes)
    if written is None:
        raise RaceLost
    return written


def again_after_a_lost_race(call: Call) -> Call:
    """For a service that reads the interview afresh and does the right thing whatever it finds."""
    again = retry(retry=retry_if_exception_type(RaceLost), stop=stop_after_attempt(6), reraise=True)
    return cast(Call, again(call))
