from enum import StrEnum


class Grade(StrEnum):
    JUNIOR = "junior"
    MIDDLE = "middle"
    SENIOR = "senior"
    LEAD = "lead"


class BelowThreshold(StrEnum):
    """What becomes of a candidate whose resume scores below the vacancy's threshold."""

    REJECT = "reject"
    REVIEW = "review"


class Order(StrEnum):
    """How a list of vacancies may be sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
