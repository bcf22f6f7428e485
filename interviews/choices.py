from enum import StrEnum


class Status(StrEnum):
    """`active` while the candidate is interviewed; the rest is what the company, or the end, makes of it."""

    ACTIVE = "active"
    REJECTED = "rejected"
    COMPLETED = "completed"
    TEST_TASK = "test_task"
    FINALIST = "finalist"
    OFFER = "offer"


class Recommendation(StrEnum):
    HIRE = "HIRE"
    MAYBE = "MAYBE"
    REJECT = "REJECT"


class Order(StrEnum):
    """How a vacancy's candidates may be sorted: by when they applied, or by how well the resume fits."""

    NEWEST = "newest"
    BEST = "best"


class EntryKind(StrEnum):
    INTRODUCTION = "introduction"
    QUESTION = "question"


class EntryStatus(StrEnum):
    """`received`: the words are safe, the engine has not yet spoken; `answered`: it has."""

    WAITING = "waiting_for_answer"
    RECEIVED = "received"
    ANSWERED = "answered"


# The words that the wire shows of each.
STATUSES = [status.value for status in Status]
DECISIONS = [status.value for status in Status if status != Status.ACTIVE]
RECOMMENDATIONS = [word.value for word in Recommendation]
TURN_STATES = [EntryStatus.WAITING.value, Status.COMPLETED.value]
ENTRY_STATES = [EntryStatus.WAITING.value, EntryStatus.ANSWERED.value]
