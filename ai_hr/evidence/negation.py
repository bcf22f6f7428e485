# ruff: noqa: E501 (a pattern reads best in one piece)
"""Which clauses say that something was *not* done, or only will be, or is done by others: they are no evidence of it.

A denial reaches over the list it opens («не работал с Docker, Kubernetes») until the sentence ends, turns («зато», "but")
or says what was done after all; and back over a colon or a dash to what it denies («Kubernetes: нет опыта»).
"""

import re
from collections.abc import Sequence

from ai_hr.evidence.clauses import Clause

_DENIAL = re.compile(
    r"\w\s+(?:пока\s+)?нет\W*$|\bне\s+(?:\w+\s+)?\w+(?:[аеиоуыя]л[аи]?|лся|лась|лись|ю|юсь)\b|\b(?:did|do|does|have|has|had|was|were|am|are)\s+not\s+\w+|\bnot\s+(?:yet|allowed)\b"
    r"|\bexpected\s+(?:next|in|by|soon)\b|\bnot\s+(?:worked|used|done|trained|involved|responsible)\b|\bno\s+(?:\w+\s+){1,2}(?:yet|so\s+far)\b|"
    r"\bне\s+(?:\w+\s+){0,2}?(?:работал\w*|работаю|имел\w*|имею|знаю|знал\w*|владе\w+|использ\w+|применял\w*|примен\w+|сталкивал\w*|знаком\w*|умею|"
    r"пробовал\w*|занимал\w*|было|был|писал\w*|приходилось|изучал\w*|довелось|доводилось|готовил\w*|вёл|вел\w*)\b"
    r"|\b(?:нет|отсутствует|без)\s+(?:\w+\s+){0,2}?(?:опыта|навык\w*|знани\w*|практики|опыт)\b|\bопыта\s+(?:\w+\s+){0,4}?(?:нет|не\s+имею)\b"
    r"|\b(?:опыт|навыки)\s+отсутству\w+|\bнезнаком\w*|\bникогда\s+не\b"
    r"|\b(?:no|zero|without|lack\w*(?:\s+of)?|not\s+any)\s+(?:\w+\s+){0,3}?(?:experience|knowledge|skills?|exposure|background)\b"
    r"|\b(?:have\s+not|haven['’]t|has\s+not|hasn['’]t|did\s+not|didn['’]t|do\s+not|don['’]t|cannot|can['’]t)\s+"
    r"(?:\w+\s+){0,2}?(?:work\w*|use\w*|know|have|had|tried|try|done|written|write|learn\w*|stud\w+|touch\w*|deal\w*)\b"
    r"|\bnever\s+(?:\w+\s+){0,1}?(?:work\w*|use\w*|tried|had|done|written|touch\w*|dealt|cook\w*)\b|\bunfamiliar\b|\bnot\s+(?:familiar|experienced|proficient|skilled)\b",
    re.IGNORECASE,
)
_INTENTION = re.compile(
    r"\b(?:только|лишь|пока(?:\s+что)?|сейчас|начинаю|начал[аи]?)\s+(?:\w+\s+)?(?:осваиваю|изучаю|учусь|учу|изучать|осваивать)\b"
    r"|\b(?:only|just|currently|now|still|started)\s+learning\b|\b(?:am|i['’]m)\s+(?:\w+\s+)?(?:learning|reading|studying)\s+(?:about\s+)?|"
    r"\b(?:хочу|хотел\w*\s+бы|планирую|мечтаю|собираюсь|готов\w*|намерен\w*|желаю|буду)\s+(?:\w+\s+){0,2}?(?:изуч\w+|осво\w+|науч\w+|учить\w*|обуч\w+|разобраться)\b"
    r"|\b(?:want|wish|plan\w*|hope|eager|willing|ready|like|going|looking\s+forward)\s+to\s+(?:learn|study|master|try)\w*\b"
    r"|\b(?:интересуюсь|интересует|interested\s+in)\s+(?:изучени\w+|learning)\b",
    re.IGNORECASE,
)
_WHO = (
    r"(?:(?:главн|старш|друг)\w+\s+)?(?:бухгалтер\w*|заведующ\w+|начальник\w*|руководител\w+|директор\w*|шеф\w*|мастер|бригадир\w*|инженер\w*|юрист\w*|"
    r"врач\w*|медсестр\w+|коллег\w+|други\w+|друг(?:ой|ая|ое)|подрядчик\w*|аутсорс\w*|администратор\w*|специалист\w*|агентств\w+|(?:\w+\s+)?отдел(?:ы|а)?)"
)
_OTHERS = re.compile(
    rf"\b(?:занима[её]тся|занимаются|занимались|занимался|сда[её]т|вед[её]т|дела[её]т|делал[аи]?|отвеча[её]т|готовит|выполня[её]т)\s+{_WHO}\b(?!\s+(?:и\s+)?я\b)"
    r"|\b(?:goes|went|go)\s+to\s+(?:outside|external|other|another)\b|\b(?:outsourced|handed\s+over)\s+to\b"
    r"|\b(?:done|handled|managed|prepared|run)\s+by\s+(?:others|other\s+\w+|another\s+\w+|an?\s+outside\s+\w+|(?:the|our|my)\s+(?:\w+\s+)?(?:manager|boss|accountant|chef|engineer|doctor|lawyer|team\s+lead|department|contractors?))\b",
    re.IGNORECASE,
)
_TURN = re.compile(r"^\W*(?:но|зато|однако|хотя|а|but|however|though|yet|instead)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:работал\w*|работаю|знаю|владею|использовал\w*|писал\w*|умею|имею|разрабатывал\w*|вёл|вела|веду|worked|used|know|built|wrote|have|am)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:не\s+только|not\s+only)\b", re.IGNORECASE)
_BACKWARD = re.compile(r"^[\s(\[]*[:–—\-(\[]")


def denied(clauses: Sequence[Clause], text: str) -> list[bool]:
    """For each clause of the text, whether it is denied or only intended."""
    marks = [False] * len(clauses)
    reaching = False
    for place, clause in enumerate(clauses):
        if place and clauses[place - 1].sentence != clause.sentence:
            reaching = False
        own = denies(clause.text)
        if reaching and not own and (_TURN.search(clause.text) or _DONE.search(clause.text)):
            reaching = False
        marks[place] = own or reaching
        if own:
            reaching = True
            _reach_back(clauses, text, place, marks)
    return marks


def denies(text: str) -> bool:
    """Whether this clause itself denies or only intends."""
    return any(pattern.search(text) for pattern in (_DENIAL, _INTENTION, _OTHERS)) and not _ONLY.search(text)


def _reach_back(clauses: Sequence[Clause], text: str, place: int, marks: list[bool]) -> None:
    if place == 0 or clauses[place - 1].sentence != clauses[place].sentence:
        return
    between = text[clauses[place - 1].end : clauses[place].start]
    if _BACKWARD.match(between):
        marks[place - 1] = True
