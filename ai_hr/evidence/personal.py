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
_NAME_WORDS = range(2, 5)
_SHORTEST_NAME = 3

_LABEL = (
    r"ф\.?\s?и\.?\s?о\.?|имя|фамилия|отчество|пол|возраст|дата\s+рождения|место\s+рождения|год\s+рождения|гражданство|национальность|семейное\s+положение|семья|дети|"
    r"тел\.?|tel\.?|фото\w*|вероисповедание|телефон|моб\w*|e-?mail|эл\w*\s+почта|почта|telegram|телеграм|"
    r"(?:full\s+|first\s+|last\s+|sur)?name|sex|gender|age|date\s+of\s+birth|d\.?o\.?b\.?|born|place\s+of\s+birth|citizenship|nationality|ethnicity|race|religion|marital\s+status|family(?:\s+status)?|"
    r"children|photo|phone|mobile|pronouns"
)
_PLACE = r"адрес|проживает|место\s+жительства|город(?:\s+проживания)?|address|city|location|residence"
# A place of work stands in one line with its dates, and these stay.
_DATE = rf"(?<!\d)(?:\d{{1,2}}[./-])?(?:19|20)\d\d(?!\d)|(?:{MONTH})\.?\s+\d{{4}}|(?:период|period)\b"
_UNTIL_DATE = rf"(?:(?!{_DATE})[^\n])*"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        rf"^[ \t•*-]*(?:{_LABEL})[ \t]*[:—–][^\n]*|^[ \t]*(?:тел|tel)\b[^\n]*",
        rf"^[ \t•*-]*(?:{_PLACE})[ \t]*[:—–]{_UNTIL_DATE}",
        rf"(?<=[,;|])[ \t]*(?:{_LABEL}|{_PLACE})[ \t]*:[^\n,;|]*",
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{1,60}",
        r"(?:https?://|www\.|t\.me/|vk\.com/|linkedin\.com/)\S+",
        r"(?<!\d)(?:\+7|8|\+\d{1,3})[\s(-]{1,2}\d{3}[\s)-]{1,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)|(?<!\d)\+\d{10,14}(?!\d)",
        r"^[ \t]*(?:мужчина|женщина|male|female|муж\.|жен\.)\b[^\n]*",
        r"\bродил(?:ся|ась)\b[^\n,;.]*|\bborn\s+(?:on|in)\b[^\n,;.]*|\b\d{1,2}\.\d{1,2}\.\d{4}\s*(?:г\.?\s*р\.?|года\s+рождения)",
        r"^[ \t]*\d{2}\s*(?:лет|года?|years?\s+old|y\.?o\.?)[ \t.]*$|\bмне\s+\d{2}\s+(?:лет|года?)\b|\b(?:i\s+am|i['’]m|aged?)\s+\d{2}(?:\s+years?\s+old)?\b|\b\d{2}\s+years?\s+old\b",
        r"\b(?:не\s+)?(?:замужем|женат[аы]?|холост|разведен[аы]?|разведён)\b|\b(?:married|divorced|widowed|unmarried)\b|\bsingle\s+(?:mother|father|parent)\b"
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
_AGE_BY_A_NAME = re.compile(
    r"(?m:^)[ \t]*(?P<name>[^\W\d_][^\n,\d]{1,60})(?P<age>,[ \t]*\d{2}[ \t]*(?:лет|года?|years?(?:\s+old)?)(?=[ \t]*(?:[,.;\n]|$)))"
)
_LEFT_OVER = re.compile(r"^[ \t]*[,;][ \t,;]*$", re.MULTILINE)
_NAME_WORD = re.compile(
    r"^(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{2,}|[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?|[A-Z]{2,}|[A-ZА-ЯЁ]\.)$"
)


def without_personal(text: str) -> str:
    """The same text, of the same length, with personal data turned into spaces."""
    name = _name(text)
    text = _without_age(text)
    for pattern in _PATTERNS:
        text = pattern.sub(lambda match: blank(match.group()), text)
    if name:
        parts = "|".join(re.escape(part) for part in name.text.split() if len(part) >= _SHORTEST_NAME)
        text = without(text, [name])
        text = re.sub(rf"\b(?:{parts})\b", lambda match: blank(match.group()), text) if parts else text
    return _LEFT_OVER.sub(lambda match: blank(match.group()), text)


def _without_age(text: str) -> str:
    """«Ольга, 45 лет, …» at the very top; behind a title a number of years may be one of work."""
    top = _AGE_BY_A_NAME.match(text)
    if not top or not _may_be_name(top["name"]):
        return text
    return text[: top.start("age")] + blank(top["age"]) + text[top.end("age") :]


def _name(text: str) -> Span | None:
    """A line of two to four capitalised words at the top, none of which is an occupation, a heading or a skill."""
    return next((line for line in lines(text)[:_HEADER_LINES] if _is_name(line.text)), None)


def _is_name(line: str) -> bool:
    return len(line.split()) in _NAME_WORDS and _may_be_name(line)


def _may_be_name(line: str) -> bool:
    words = line.split()
    return (
        all(_NAME_WORD.match(word) for word in words)
        and not any(word.lower() in _not_names() for word in words)
        and not terms(line).skills
    )


@cache
def _not_names() -> frozenset[str]:
    return frozenset(data.read("personal")["not_names"])
