"""How a word is written, brought to one form: look-alike letters, ligatures, invisible marks, the two alphabets.

The same name comes as «Docker», «докер», «Dосker» with Cyrillic letters in it, or «Dock-er» broken at a line's end.
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
LATIN = re.compile(r"[a-z]", re.IGNORECASE)
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
HYPHENS = "\u2010\u2011"
APOSTROPHES = "’ʼ"

_MARKS = {
    **dict.fromkeys(map(ord, INVISIBLE)),
    **dict.fromkeys(map(ord, HYPHENS), "-"),
    **dict.fromkeys(map(ord, APOSTROPHES), "'"),
}
_BROKEN = re.compile(r"-\s*\n\s*")
_PLAIN = re.compile(r"[a-z0-9]+|[а-яё]+", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC_FORMS, _LATIN_FORMS = "АВЕКМНОРСТУХІЈЅаеорсухкіјѕ", "ABEKMHOPCTYXIJSaeopcyxkijs"
_TO_LATIN = str.maketrans(_CYRILLIC_FORMS, _LATIN_FORMS)
_TO_CYRILLIC = str.maketrans(_LATIN_FORMS[:12] + _LATIN_FORMS[15:23], _CYRILLIC_FORMS[:12] + _CYRILLIC_FORMS[15:23])

_SOUNDED = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True))
    | {"ж": "j", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "u", "я": "a", "ь": "", "ъ": ""}
)
_SOUNDS = (
    ("sch", "sh"),
    ("tch", "ch"),
    ("ph", "f"),
    ("ck", "k"),
    ("qu", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("c", "k"),
    ("q", "k"),
)
_LONG_VOWELS = (("oo", "u"), ("ee", "i"), ("ow", "ou"), ("y", "i"))
_VOWELS = re.compile(r"[aeiouyh]")
_DOUBLED = re.compile(r"(.)\1+")
_SHORTEST_SKELETON = 4
_SHORTEST_SOUNDED, _SOUNDED_ONE_OFF, _SOUNDED_TWO_OFF = 3, 5, 8
_SHORTEST_MISSPELT = 5


@lru_cache(maxsize=30_000)
def folded(word: str) -> str:
    """The word as it is read: without what cannot be seen, each of its parts in the letters of one alphabet."""
    if _PLAIN.fullmatch(word):
        return word
    plain = unicodedata.normalize("NFKC", _BROKEN.sub("", word)).translate(_MARKS)
    beside_signs = any(sign in "+#" or sign.isdigit() for sign in plain)
    return _LETTERS.sub(lambda part: _one_alphabet(part.group(), beside_signs), plain)


NUMBER_SIGN = re.compile(r"\bno\.?\s?(?=\d)", re.IGNORECASE)
"""As in "School No. 34"."""


def plain(text: str) -> str:
    """A text as patterns of words want it: no invisible marks, ordinary hyphens and apostrophes."""
    return text.translate(_MARKS)


def _one_alphabet(letters: str, beside_signs: bool) -> str:
    """«1С», «С++» and words that mix alphabets are read as the alphabet that all of their letters may belong to."""
    if len(letters) == 1:
        return letters.translate(_TO_LATIN) if beside_signs else letters
    if not (CYRILLIC.search(letters) and LATIN.search(letters)):
        return letters
    latin, cyrillic = letters.translate(_TO_LATIN), letters.translate(_TO_CYRILLIC)
    if not CYRILLIC.search(latin):
        return latin
    return letters if LATIN.search(cyrillic) else cyrillic


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """The consonants as they sound, so that «постгрес» meets "postgres"; empty where too little is left to be sure."""
    bones = _DOUBLED.sub(r"\1", _VOWELS.sub("", _as_written(word)))
    return bones if len(bones) >= _SHORTEST_SKELETON and bones.isalpha() else ""


@lru_cache(maxsize=20_000)
def sounded(word: str) -> str:
    """The word in Latin letters about as it sounds."""
    small = word.lower()
    for written, sound in _LONG_VOWELS:
        small = small.replace(written, sound)
    return _DOUBLED.sub(r"\1", _as_written(small))


def sound_alike(left: str, right: str) -> bool:
    """Of two words in different alphabets, whether they may be one name: «Зум» and "Zoom", «трелло» and "Trello"."""
    if bool(CYRILLIC.search(left)) == bool(CYRILLIC.search(right)):
        return False
    one, other = sounded(left), sounded(right)
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST_SOUNDED or one[0] != other[0]:
        return False
    most = 2 if shorter >= _SOUNDED_TWO_OFF else 1 if shorter >= _SOUNDED_ONE_OFF else 0
    return Levenshtein.distance(one, other, score_cutoff=most) <= most


def misspelt(left: str, right: str) -> bool:
    """Whether two words differ in one letter after the first, as a slip of the hand makes them."""
    if max(len(left), len(right)) < _SHORTEST_MISSPELT or left[:1] != right[:1]:
        return False
    return left.isalpha() and right.isalpha() and Levenshtein.distance(left, right, score_cutoff=1) == 1


def _as_written(word: str) -> str:
    latin = word.translate(_SOUNDED)
    for written, sound in _SOUNDS:
        latin = latin.replace(written, sound)
    return latin
