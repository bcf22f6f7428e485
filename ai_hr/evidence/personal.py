# ruff: noqa: E501 (a pattern reads best in one piece)
"""Personal data that no engine may see: name, sex, age, photograph, family, nationality, address, contacts.

They are blanked with spaces of equal length, so that every offset still points into the text the caller sent.
"""

import re
from functools import cache

from ai_hr import data
from ai_hr.evidence.blanking import blank, without
from ai_hr.evidence.clauses import Span, lines
from ai_hr.evidence.moments import MONTH
from ai_hr.evidence.terms import terms

_HEADER_LINES = 4
_LEAST_NAME_WORDS, _MOST_NAME_WORDS = 2, 4
_SHORTEST_NAME = 3

_LABEL = (
    r"ф\.?\s?и\.?\s?о\.?|имя|фамилия|отчество|пол|возраст|дата\s+рождения|место\s+рождения|год\s+рождения|гражданство|национальность|семейное\s+положение|семья|дети|"
    r"тел\.?|tel\.?|фото\w*|вероисповедание|телефон|моб\w*|e-?mail|эл\w*\s+почта|почта|telegram|телеграм|"
    r"(?:full\s+|first\s+|last\s+|sur)?name|sex|gender|age|date\s+of\s+birth|d\.?o\.?b\.?|born|place\s+of\s+birth|citizenship|nationality|ethnicity|race|religion|marital\s+status|family(?:\s+status)?|"
    r"children|photo|phone|mobile|pronouns"
)
_PLACE = r"адрес|проживает|место\s+жительства|город(?:\s+проживания)?|address|city|location|residence"
# With the value on the line below it: none that may be a heading.
_LONE_LABEL = (
    r"ф\.?\s?и\.?\s?о\.?|имя|фамилия|отчество|пол|возраст|дата\s+рождения|год\s+рождения|гражданство|национальность|семейное\s+положение|адрес|город|телефон|"
    r"(?:full\s+|first\s+|last\s+|sur)name|sex|gender|age|date\s+of\s+birth|citizenship|nationality|marital\s+status|address|city|phone"
)
# A place of work stands in one line with its dates, and these stay.
_DATE = rf"(?<!\d)(?:\d{{1,2}}[./-])?(?:19|20)\d\d(?!\d)|(?:{MONTH})\.?\s+\d{{4}}|(?:период|period)\b"
_UNTIL_DATE = rf"(?:(?!{_DATE})[^\n])*"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        rf"^[ \t•*-]*(?:{_LABEL})(?:[ \t]*[:—–]|\t|[ ]{{2,}})[^\n]*|^[ \t]*(?:тел|tel)\b[^\n]*",
        rf"^[ \t]*(?:{_LONE_LABEL})[ \t]*:?[ \t]*\r?\n(?![ \t]*\r?\n)[^\n]{{1,40}}$",
        rf"^[ \t•*-]*(?:{_PLACE})[ \t]*[:—–]{_UNTIL_DATE}",
        rf"(?<=[,;|])[ \t]*(?:{_LABEL}|{_PLACE})[ \t]*:[^\n,;|]*",
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{1,60}",
        r"(?:https?://|www\.|t\.me/|vk\.com/|linkedin\.com/|github\.com/|gitlab\.com/|behance\.net/|instagram\.com/|facebook\.com/)\S+|(?<![\w.])@[a-z]\w{3,31}\b|\bskype[ \t]*:?[ \t]*[\w.:-]{3,40}",
        r"(?<!\d)[78]\d{10}(?!\d)|(?<!\d)07\d{3}[ ]?\d{6}(?!\d)",
        r"(?<!\d)(?:\+7|8|\+\d{1,3})[\s(-]{1,2}\d{3}[\s)-]{1,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)|(?<!\d)\+\d{10,14}(?!\d)",
        r"^[ \t]*(?:мужчина|женщина|male|female|муж\.|жен\.)\b[^\n]*",
        r"\bродил(?:ся|ась)\b[^\n,;.]*|\bborn\s+(?:on|in)\b[^\n,;.]*|\b\d{1,2}\.\d{1,2}\.\d{4}\s*(?:г\.?\s*р\.?|года\s+рождения)",
        r"^[ \t]*\d{2}\s*(?:лет|года?|years?\s+old|y\.?o\.?)[ \t.]*$|\bмне\s+\d{2}\s+(?:лет|года?)\b|\b(?:i\s+am|i['’]m|aged?)\s+\d{2}(?:\s+years?\s+old)?\b|\b\d{2}[\s-]+years?[\s-]+old\b|\bмне\s+\d{2}(?=\s*(?:[.,;]|$))",
        r"\b(?:не\s+)?(?:замужем|женат[аы]?|холост|разведен[аы]?|разведён)\b|\b(?:married|divorced|widowed|unmarried)\b|\bsingle\s+(?:mother|father|parent)\b|\b(?:mother|father|mum|mom|dad)\s+of\s+(?:one|two|three|four|\d|a)\b|\b(?:мама|папа|мать|отец)\s+(?:двоих|троих|одного|\w+)\s+(?:детей|реб[её]нка)\b|\bбез\s+детей\b"
        r"|\b(?:есть|имею|двое|трое|один|одна|\d|two|three|one|have|no|нет)\s+(?:\w+\s+)?(?:детей|дети|реб[её]н\w+|сын\w*|доч\w*|children|kids?|child|sons?|daughters?)\b",
        r"\bменя\s+зовут\s+[^\n.,;]*|\bmy\s+name\s+is\s+[^\n.,;]*",
        r"\bгражда(?:нин|нка|нство)\b[^\n,;.]*|\bcitizen\s+of\b[^\n,;.]*|\b(?:русск(?:ий|ая)|татар(?:ин|ка)|украин(?:ец|ка)|армян(?:ин|ка)|узбе(?:к|чка)|таджи(?:к|чка))\s+по\s+национальности",
        r"\b(?:ул|улица|пр-?т|проспект|пер|переулок|наб|бульвар|шоссе)\.?\s+[А-ЯЁ\d](?:(?!"
        + _DATE
        + r")[^\n;|,]){0,60}(?:,\s*(?:(?:д|дом|корп|корпус|стр|к|кв|квартира|офис|оф)\.?\s*)?\d{1,4}(?!\d)[а-я]?(?![\w./]))*",
        r"\b\d{1,5}\s+[A-Z][a-z]+\s+(?:street|st\.|avenue|ave\.|road|rd\.|lane)\b[^\n;|,\d]{0,40}(?:,[^\n;|,\d]{0,40})?(?:[ ,]{1,2}(?:[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}|\d{5,6})(?!\w))?",
        r"^[ \t]*г\.\s?[А-ЯЁ][а-яё-]+(?:[^\n\d]{0,40}$)?",
    )
)
# In the line of the name: age, year of birth, sex.
_BESIDE_A_NAME = re.compile(
    r"\d{2}[ \t]*(?:лет|года?|years?(?:[ \t]+old)?|y\.?o\.?)|(?:19|20)\d\d[ \t]*(?:г\.?[ \t]?р\.?|года?[ \t]+рождения)?|мужчина|женщина|муж\.?|жен\.?|м|ж|male|female|m|f",
    re.IGNORECASE,
)
_HEADER_PART = re.compile(r"(?:(?![,|·•—–;]|[ ]{2,}|\t|[ ]-[ ])[^\n])+")
_TITLE_OF_PAPER = re.compile(r"^(?:резюме|resume|curriculum\s+vitae|cv)\s+", re.IGNORECASE)
_LEFT_OVER = re.compile(r"^[ \t]*[,;.][ \t,;.]*$", re.MULTILINE)
_NAME_WORD = re.compile(
    r"^(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{2,}|[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'’]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)?|[A-ZÀ-ÖØ-Þ]{2,}|[A-ZА-ЯЁ]\.(?:[A-ZА-ЯЁ]\.?)?)$"
)


def without_personal(text: str) -> str:
    """The same text, of the same length, with personal data turned into spaces."""
    name = _name(text)
    clean = without_particulars(without(text, _beside(name, text)) if name else text)
    if name:
        parts = {form for part in name.text.split() if len(part) >= _SHORTEST_NAME for form in _forms(part)}
        clean = without(clean, [name])
        clean = re.sub(rf"\b(?:{'|'.join(sorted(parts))})\b", _blanked, clean) if parts else clean
    return _LEFT_OVER.sub(_blanked, clean)


def without_particulars(text: str) -> str:
    """Without what is told by its form, wherever it stands: contacts, dates of birth, «меня зовут …»."""
    for pattern in _PATTERNS:
        text = pattern.sub(_blanked, text)
    return text


def _blanked(match: re.Match[str]) -> str:
    return blank(match.group())


def _forms(part: str) -> set[str]:
    """As it may come again: «JOHN» at the top is John below, but never a word in small letters."""
    return {re.escape(form) for form in (part, part.title(), part.upper())}


def _name(text: str) -> Span | None:
    """Two to four capitalised words at the top, none of which is an occupation, a heading or a skill; one before an age."""
    for line in lines(text)[:_HEADER_LINES]:
        parts = _parts(line)
        for part, after in zip(parts, [*parts[1:], None], strict=True):
            alone = after is not None and bool(_BESIDE_A_NAME.fullmatch(after.text))
            if _is_name(part.text, least=1 if alone else _LEAST_NAME_WORDS):
                return part
    return None


def _beside(name: Span, text: str) -> list[Span]:
    """What stands in the line of the name and tells age or sex; behind a title a number of years may be one of work."""
    line = next(line for line in lines(text) if line.start <= name.start < line.end)
    return [part for part in _parts(line) if _BESIDE_A_NAME.fullmatch(part.text)]


def _parts(line: Span) -> list[Span]:
    """A line between its commas, bars, dashes and gaps, the first without «Резюме»."""
    found = []
    for match in _HEADER_PART.finditer(line.text):
        said = match.group().strip(" \t-")
        titled = _TITLE_OF_PAPER.match(said)
        said = said[titled.end() :] if titled else said
        start = line.start + match.start() + match.group().index(said)
        found.append(Span(said, start, start + len(said)))
    return [part for part in found if part.text]


def _is_name(part: str, *, least: int) -> bool:
    words = part.split()
    return (
        least <= len(words) <= _MOST_NAME_WORDS
        and all(_NAME_WORD.match(word) for word in words)
        and not any(word.lower() in _not_names() for word in words)
        and not terms(part).skills
    )


@cache
def _not_names() -> frozenset[str]:
    return frozenset(data.read("personal")["not_names"])
