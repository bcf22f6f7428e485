"""Whether a piece of a sentence denies what it speaks of, or speaks against it. The words are data."""

import re

from ai_hr.interview.phrases import any_of

_SHORTENED = re.compile(r"\b\w+n['’]t\b|\bне\w{2,}(?:ем|им)(?:ый|ая|ое|ые)\b", re.IGNORECASE)
_NOT_BESIDE_WITHOUT = re.compile(r"\b(?:не|not|never|cannot|\w+n['’]t)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:без|without)\b", re.IGNORECASE)
_THE_OTHER_NOT = re.compile(
    r"\b(?:а|но|and|but|while)\s+[\w\s]{1,25}\b(?:нет|нельзя|(?:do|does|did|can|is|are)\s+not|cannot|\w+n['’]t)\W*$",
    re.IGNORECASE,
)
"""«Список меняется, а кортеж нет»: what stands first is affirmed."""
_WHETHER = re.compile(r"\bне\s+\w+\s+ли\b", re.IGNORECASE)


def denies(text: str) -> bool:
    """Whether anything is denied in it; "not without" is no denial."""
    plain = _plain(text)
    if _WITHOUT.search(plain) and _NOT_BESIDE_WITHOUT.search(plain):
        return False
    denying = (any_of("denials", "denying"), any_of("denials", "stronger"), _SHORTENED)
    return any(pattern.search(plain) for pattern in denying)


def denies_outright(text: str) -> bool:
    """Whether the main clause of it denies: a denial in a condition or a purpose is not of the thing itself."""
    main = any_of("denials", "beside").split(_plain(text), maxsplit=1)[0]
    return denies(any_of("denials", "subordinate").split(main, maxsplit=1)[0])


def refutes(text: str) -> bool:
    """Whether it calls something false or harmful, or says that others do it."""
    return bool(any_of("denials", "refuting").search(text))


def _plain(text: str) -> str:
    return _THE_OTHER_NOT.sub(" ", _WHETHER.sub(" ", any_of("denials", "harmless").sub(" ", text)))
