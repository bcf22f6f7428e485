"""E-mail addresses as they are compared."""

import unicodedata


def normalised_email(text: str) -> str:
    """One spelling for one mailbox, whatever the letter case or the keyboard: an account is found by it alone."""
    return unicodedata.normalize("NFKC", text).strip().lower()
