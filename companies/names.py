"""Company names as they are compared."""

import unicodedata


def name_key(company_name: str) -> str:
    """One key for all spellings of a name that differ in letter case and spaces only."""
    return " ".join(unicodedata.normalize("NFKC", company_name).casefold().split())
