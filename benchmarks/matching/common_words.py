"""Writes `ai_hr/data/common_words.toml`: the words that Russian and English resumes have in common, whatever the work.

They are taken from what is learned from (`training`): stems that stand in the files of several occupations.
Run: python -m benchmarks.matching.common_words
"""

import re
import textwrap
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ai_hr import data
from ai_hr.evidence.language import words_of
from ai_hr.evidence.words import stem
from benchmarks.matching.lessons import TRAINING

FILE = data.FOLDER / "common_words.toml"
LEAST_OCCUPATIONS = 3
_HEAD = """\
# Stems of words that stand in texts of at least three occupations: by them a text is known to be Russian or English.
# Written by `python -m benchmarks.matching.common_words`.
"""


def main() -> None:
    stems = common_stems()
    parts = [_HEAD]
    for name, letters in (("ru", "[а-я]+"), ("en", "[a-z]+")):
        own = [word for word in stems if re.fullmatch(letters, word)]
        lines = textwrap.fill(" ".join(own), 118, break_on_hyphens=False)
        parts.append(f'{name} = """\n{lines}\n"""\n')
    FILE.write_text("".join(parts), encoding="utf-8")


def common_stems() -> list[str]:
    """In alphabetical order; names of products are no words of either language."""
    occupations: dict[str, set[str]] = {}
    for path in sorted(TRAINING.rglob("*.toml")):
        for text in _texts(tomllib.loads(path.read_text(encoding="utf-8"))):
            found = {stem(word) for word in words_of(text)}
            occupations.setdefault(path.stem, set()).update(found)
    count = Counter(word for words in occupations.values() for word in words)
    return sorted(word for word, times in count.items() if times >= LEAST_OCCUPATIONS)


def _texts(value: Any) -> Iterator[str]:
    """Every text of a TOML document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


if __name__ == "__main__":
    main()
