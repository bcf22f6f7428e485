# ruff: noqa: E501 (a pattern reads best in one piece)
"""Which part of a resume a place belongs to, by the headings above it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from ai_hr.evidence.clauses import lines

Section = Literal["work", "education", "skills", "other", ""]

_LONGEST_HEADING = 60
_HEADINGS: tuple[tuple[Section, re.Pattern[str]], ...] = (
    ("work", re.compile(r"^(?:опыт(?:\s+работы)?|трудов\w+\s+(?:опыт|деятельность|стаж)|профессиональн\w+\s+опыт|места?\s+работы|карьера|стажировк\w+|work(?:ing)?\s+(?:experience|history)|"
                        r"(?:professional\s+|relevant\s+)?experience|employment(?:\s+history)?|career(?:\s+history)?|internships?)\b", re.IGNORECASE)),
    ("education", re.compile(r"^(?:(?:высшее\s+|основное\s+|дополнительное\s+)?образование|учёба|учеба|обучение|повышение\s+квалификации|курсы|сертификаты|электронные\s+сертификаты|тесты|"
                             r"education(?:al\s+background)?|academic\b.*|courses|training|certificat\w+|qualifications?)\b", re.IGNORECASE)),
    ("skills", re.compile(r"^(?:(?:ключевые|профессиональные|технические|основные)\s+навыки|навыки|стек|технологии|компетенции|умения|(?:key\s+|technical\s+|core\s+|hard\s+)?skills|"
                          r"(?:tech(?:nical)?\s+)?stack|technologies|competenc\w+)\b", re.IGNORECASE)),
    ("other", re.compile(r"^(?:о\s+себе|обо\s+мне|дополнительн\w+\s+информация|личн\w+\s+(?:качества|данные)|контакты|желаемая\s+должность.*|языки|знание\s+языков|проекты|хобби|интересы|рекомендации|цель|"
                         r"about(?:\s+me)?|summary|profile|objective|contacts?|languages|projects|hobbies|interests|references|achievements|достижения)\b", re.IGNORECASE)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sections:
    starts: tuple[int, ...]
    kinds: tuple[Section, ...]

    def at(self, place: int) -> Section:
        """The section of this place in the text; empty above the first heading."""
        number = bisect_right(self.starts, place) - 1
        return self.kinds[number] if number >= 0 else ""


def sections(text: str) -> Sections:
    found = [(line.start, kind) for line in lines(text) if (kind := _heading(line.text))]
    return Sections(starts=tuple(start for start, _ in found), kinds=tuple(kind for _, kind in found))


def is_heading(text: str) -> bool:
    return bool(_heading(text))


def _heading(line: str) -> Section:
    if len(line) > _LONGEST_HEADING:
        return ""
    before = re.split(r"[:—–|]|\s-\s", line)[0].strip()
    return next((kind for kind, pattern in _HEADINGS if (hit := pattern.match(before)) and _alone(before, hit)), "")


def _alone(line: str, hit: re.Match[str]) -> bool:
    """A heading is little more than its own words: «Опыт работы», not «Опыт работы с клиентами 5 лет»."""
    rest = line[hit.end() :].split()
    return len(rest) <= 1 or bool(re.match(r"\W*\d", line[hit.end() :])) or line.isupper()
