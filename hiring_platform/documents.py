"""What every stored document shares."""

from datetime import UTC, datetime
from typing import Any, ClassVar

from mongoengine import Document


class StoredDocument(Document):
    """A document with a collection of its own. Its indexes are built by `manage.py ensure_indexes`, not at first use:
    a request must not pay for them, and a server without them must be seen by `manage.py check`."""

    meta: ClassVar[dict[str, Any]] = {"abstract": True, "auto_create_index": False, "strict": False}


def now() -> datetime:
    """The present in UTC, cut to the milliseconds that BSON keeps, so that what was saved equals what is read."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
