from enum import StrEnum


class Role(StrEnum):
    """`user` is a candidate: the word existing clients know."""

    USER = "user"
    COMPANY = "company"
    STAFF = "staff"
