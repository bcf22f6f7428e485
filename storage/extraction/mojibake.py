"""Cyrillic that came out as «Ïðî÷èå íàâûêè»: CP1251 bytes taken for Latin-1, as fonts without a Unicode map give it.

The repair maps one character to one, so that positions in the text stay what they were.
"""

import re

# À to ÿ are А to я; ¨ and ¸ are Ё and ё.
_LATIN = "".join(map(chr, range(0xC0, 0x100))) + "¨¸"
_TABLE = str.maketrans(_LATIN, "".join(bytes([ord(c)]).decode("cp1251") for c in _LATIN))
_TABLE_WITH_NUMERO = _TABLE | {ord("¹"): "№"}
_BROKEN_WORD = re.compile(f"(?<![A-Za-zÀ-ÿ])[{_LATIN}]{{2,}}(?![A-Za-z])")
_ACCENTED_WORD = re.compile("[A-Za-z]*[À-ÿ][A-Za-zÀ-ÿ]*")
_LEAST_WORDS = 3
_BROKEN_SHARE = 0.5
# The nine commonest Russian letters make up 62% of Russian text.
_COMMON = frozenset("оеаинтсрвОЕАИНТСРВ")
_COMMON_SHARE = 0.4


def repaired(text: str) -> tuple[str, bool]:
    """The text and whether it had to be repaired. French and German keep their letters: among theirs stand plain
    ones, and what the repair would make of them does not look Russian."""
    broken = _BROKEN_WORD.findall(text)
    if len(broken) < _LEAST_WORDS or len(broken) < _BROKEN_SHARE * len(_ACCENTED_WORD.findall(text)):
        return text, False
    letters = "".join(broken).translate(_TABLE)
    if sum(1 for letter in letters if letter in _COMMON) < _COMMON_SHARE * len(letters):
        return text, False
    return text.translate(_TABLE_WITH_NUMERO), True
