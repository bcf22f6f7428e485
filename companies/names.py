"""Company names as they are compared."""

import unicodedata


def name_key(company_name: str) -> str:
    """One key for all spellings of a name that differ in letter case, spaces and characters that nobody sees only.

    Empty for a name in which nothing can be seen.
    """
    seen = (letter for letter in unicodedata.normalize("NFKC", company_name) if not _is_invisible(letter))
    return " ".join("".join(seen).casefold().split())


def _is_invisible(letter: str) -> bool:
    """Zero-width spaces and joiners, direction marks, soft hyphens: Unicode's category of format characters."""
    return unicodedata.category(letter) == "Cf"
