# ruff: noqa: E501 (a pattern reads best in one piece)
"""Which clauses say that something was *not* done, or only will be, or is done by others: they are no evidence of it.

Words are data (`ai_hr/data/negation.toml`); how they work together stands here. A denial of using or knowing reaches over
the list it opens («не работал с Docker, Kubernetes»), until the sentence turns or says what was done after all. A
denial without an object of its own («Kubernetes: нет», «Java, never used it») denies what stands before it. A lead-in
(«Не работал с:») reaches over the lines of its list. Two denials affirm («без Docker не работаю»), and denials of
other things («не опаздываю») deny nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ai_hr import data
from ai_hr.evidence.clauses import Clause, Span
from ai_hr.evidence.letters import NUMBER_SIGN, plain
from ai_hr.evidence.words import words

# Verbs of plans need one of learning after them, so that «готов к переработкам» is no plan to learn.
_LEARN = r"(?:изуч|осво|осваив|науч|учить|обуч|разобр|развива|перейти|попроб|поработ|работать|стать|вырасти|погруз)\w*"
_INTENTION = re.compile(
    rf"\b(?:хочу|хотел\w*|хотелось|планиру\w+|мечта\w+|собираюсь|готов\w*|намерен\w*|желаю|буду(?:\s+рад\w*)?|надеюсь|стремлюсь|ищу\s+возможность)\s+(?:бы\s+)?(?:\w+\s+){{0,2}}?{_LEARN}"
    r"|\b(?:мечтаю|мечта)\s+о\b|\bинтересу(?:юсь|ет)\b|\bначал[аи]?\s+(?:изуча|осваива|учи)\w+"
    r"|\b(?:только|лишь|пока(?:\s+что)?|сейчас|начинаю)\s+(?:\w+\s+)?(?:осваиваю|изучаю|учусь|учу|изучать|осваивать)\b|\b(?:изучаю|осваиваю)\s+(?:\w+\s+)?[A-Za-z]"
    r"|\bпрохожу\s+(?:\w+\s+)?(?:курс|обучение)\w*"
    r"|\b(?:want\w*|wish\w*|plan\w*|hop(?:e|ing)|aim\w*|eager|willing|ready|keen|look\w*(?:\s+forward)?|going|(?:would|['’]d)\s+(?:like|love))\s+to\s+(?:\w+\s+)?(?:learn|study|master|try|pick|mov|becom|work\w*\s+with|get\s+into|switch)\w*"
    r"|\b(?:only|just|currently|now|still|started|am|i['’]m)\s+(?:\w+\s+)?(?:learning|studying|reading\s+about)\b|^\W*learning\s+(?:\w+\s+)?[A-Z]|\binterested\s+in\s+(?:learning\s+)?[A-Z]"
    r"|\b(?:is|are)\s+new\s+to\s+me\b|\bexpected\s+(?:next|in|by|soon)\b",
    re.IGNORECASE,
)  # fmt: skip
_DENIAL = re.compile(
    r"\bне\b|\bнет(?:у)?\b|\bотсутству\w+|\bотсутствие\b|\bбез\s+(?:опыта|навык\w*|знани\w*|практики|(?:моего|нашего)\s+участия)\b|\bне\w*знаком\w*|\bповерхностно\b"
    r"|\bтолько\s+(?:в\s+теории|теоретически|слышал\w*)|\bминимальн\w+\s+(?:знакомств|опыт)\w*|\bникак(?:ого|их|ой)\b|\bмало\s+знаком\w*|^\W*0\s+(?:лет|years)\b"
    r"|\b(?:not|never|neither|nor|no|none|cannot|\w+n['’]t|lack\w*|zero|unfamiliar|unable|nothing|nobody)\b|\bwithout\s+(?:any\s+)?(?:experience|knowledge|training|exposure|my\s+involvement)\b"
    r"|\b(?:yet\s+to|missing\s+from|limited\s+to\s+reading|only\s+in\s+theory)\b",
    re.IGNORECASE,
)  # fmt: skip
_NEUTRAL = re.compile(
    r"\bне\s+(?:только|просто|менее|более|раз|хуже|сразу|позднее|позже|раньше|реже|один|одн\w+|перв\w+|так\s+давно|исключ\w+)\b|\bне\s*смотря\b|\bчтобы\b.{0,20}\bне\b|\bесли\b.{0,20}\bне\b"
    r"|\bбольше\s+не\b|\bwith\s+no\s+(?!experience|knowledge|training)\w+|\b(?:not|n['’]t)\s+(?:only|just|merely|least|limited)\b|\bno\s+(?:less|more|fewer|later|longer|matter|doubt|problem\w*)\b|\bso\s+that\b.*",
    re.IGNORECASE,
)
_DOUBLE = re.compile(
    r"\bбез\b[^.!?]{1,50}\bне\s+(?:работ|мог|обход|обой|представ|дела|начина|выхо|подхо|жив)\w*|\bне\s+(?:мо[гж]|представ|обхо|обой|начина|работ|подхо|дела|выхо)\w*\s+(?:[^.!?]{0,40}\s)?без\b"
    r"|\bне\s+\w+(?:\s+бы)?\s+без\b|\bраньше\s+не\b[^.!?]{1,60}\bтеперь\b|\bне\s+мо[гж]\w+[^.!?]{1,30}\bне\b|\b(?:не\s+было|нет|ни\s+(?:дня|одн\w+))\b[^.!?]{1,60}\b(?:чтоб\w*|где|котор\w+|когда|на\s+котор\w+)\b[^.!?]{1,40}\bне\b"
    r"|\b(?:not|never|cannot|\w+n['’]t)\b[^.!?]{1,50}\bwithout\b|\b(?:no|nothing|nobody|hardly\s+an?y?)\b[^.!?]{1,60}\b(?:not|never|cannot|\w+n['’]t)\b",
    re.IGNORECASE,
)  # fmt: skip
_INTENDED = re.compile(
    r"\W*(?:(?:моя\s+)?цель|(?:в\s+)?план(?:ы|ах)|мечта|(?:my\s+)?(?:goals?|aims?|dreams?|plans?))\W*", re.IGNORECASE
)
_WHO = (
    r"(?:(?:главн|старш|друг)\w+\s+)?(?:бухгалтер\w*|заведующ\w+|начальник\w*|руководител\w+|директор\w*|шеф\w*|мастер|бригадир\w*|инженер\w*|юрист\w*|"
    r"врач\w*|медсестр\w+|подрядчик\w*|аутсорс\w*|администратор\w*|специалист\w*|агентств\w+|(?:\w+\s+)?отдел(?:ы|а)?)"
)
_THIRD = r"\w+(?:[аеиоуыя]л[аи]?|лся|лась|лись|[её]т|ит|ют|ут|ат|ят|[её]тся|ится|ются|ятся)"
_TURN = re.compile(
    r"^\W*(?:но|зато|однако|хотя|а|только|лишь|теперь|but|however|though|yet|instead|only|now)\b", re.IGNORECASE
)
_PREDICATE = re.compile(
    r"\b(?:основн\w+|мо[йяё]|мои|уверенно|свободно|хорошо|отлично|ежедневно|постоянно|да|есть|main|my|daily|yes|expert|fluent\w*|confident\w*|well|лет|года|years?)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"^\W*(?:я|мы|i|we)\b", re.IGNORECASE)
_BULLETS = re.compile(r"^\W*:\s*\n|^\s*[:\n]?\s*[-–—*•●▪◦■►✓]\s")
_DASH = re.compile(r"^\W*[–—-]\W*$")
_EXCEPTED = re.compile(
    r"\b(?:вместо|за\s+исключением|исключая|instead\s+of|rather\s+than|excluding|with\s+the\s+exception\s+of)\s+(?P<always>[\w.+#-]+(?:\s+[A-Z][\w.+#-]*)*)"
    r"|\b(?:вс[её]|всех|все|всеми|люб\w+|кажд\w+|all|every\w*|any\w*)\b[^.!?\n]{0,40}?\b(?:кроме|except(?:\s+for)?|but)\s+(?P<of_all>[\w.+#-]+(?:\s+[A-Z][\w.+#-]*)*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Denial:
    """`empty`: what is denied stands before it; `reaching`: it opens a list."""

    empty: bool
    reaching: bool


def denied(clauses: Sequence[Clause], text: str) -> list[bool]:
    """For each clause of the text, whether it is denied or only intended."""
    marks = [False] * len(clauses)
    affirmed = _affirmed_twice(clauses, text)
    reaching: int | None = None
    listing = False
    for place, clause in enumerate(clauses):
        if reaching is not None and clauses[place - 1].sentence != clause.sentence:
            listing = listing and bool(_BULLETS.match(_between(clauses, text, place)))
            reaching = reaching if listing else None
        own = None if place in affirmed else _denial(clause.text) or _intended(clauses, text, place)
        if reaching is not None and not listing and not own and _ends_reach(clauses, text, place):
            reaching = None
        marks[place] = own is not None or reaching is not None
        if own:
            opens = _opens_list(clauses, text, place)
            reaching = place if own.reaching or opens else reaching
            listing = opens or (listing and reaching is not None)
            if own.empty and not opens:
                _reach_back(clauses, text, place, marks)
    return marks


def denies(text: str) -> bool:
    """Whether this clause itself denies or only intends."""
    return not _DOUBLE.search(plain(text)) and _denial(text) is not None


def excepted(text: str) -> list[Span]:
    """Names that a sentence leaves out: «все базы, кроме Oracle», "Podman instead of Docker"."""
    found = []
    for match in _EXCEPTED.finditer(text):
        group = "always" if match["always"] else "of_all"
        found.append(Span(match[group], match.start(group), match.end(group)))
    return found


def _denial(text: str) -> Denial | None:
    read = _NEUTRAL.sub(" ", NUMBER_SIGN.sub(" ", plain(text)))
    if _INTENTION.search(read):
        return Denial(empty=False, reaching=True)
    others = _of_others().search(read)
    if others:
        return Denial(empty=_content(read[: others.start()] + read[others.end() :]) == 0, reaching=False)
    match = next((one for one in _DENIAL.finditer(read) if not _harmless().match(read[one.end() :])), None)
    if match is None:
        return None
    known = _know().match(read[match.end() :])
    has_object = known is not None and _content(read[match.end() + known.end() :]) > 0
    return Denial(empty=_content(read) == 0, reaching=has_object)


def _reach_back(clauses: Sequence[Clause], text: str, place: int, marks: list[bool]) -> None:
    """What an empty denial denies: the clause before it, or a question that it answers."""
    if place == 0:
        return
    same = clauses[place - 1].sentence == clauses[place].sentence
    if same or "?" in _between(clauses, text, place):
        marks[place - 1] = True


def _ends_reach(clauses: Sequence[Clause], text: str, place: int) -> bool:
    """Where the sentence turns, or says what was done after all."""
    said = clauses[place].text
    if ";" in _between(clauses, text, place):
        return True
    if _TURN.search(said) or _FIRST_PERSON.search(said) or _knows().search(said) or _PREDICATE.search(said):
        return True
    follows = place + 1 < len(clauses) and clauses[place + 1].sentence == clauses[place].sentence
    dashed = follows and bool(_DASH.match(_between(clauses, text, place + 1)))
    return dashed and bool(_PREDICATE.search(clauses[place + 1].text))


def _opens_list(clauses: Sequence[Clause], text: str, place: int) -> bool:
    """A lead-in ends in a colon, has hardly an object of its own, and what follows is its list: «Не работал с: Docker»."""
    if place + 1 == len(clauses) or not _between(clauses, text, place + 1).lstrip(" )]»").startswith(":"):
        return False
    said = clauses[place].text
    return _content(said) <= 1 and bool(_knows().search(said) or _INTENTION.search(said) or _INTENDED.fullmatch(said))


def _intended(clauses: Sequence[Clause], text: str, place: int) -> Denial | None:
    """«Цель: стать архитектором», «В планах — Kafka»."""
    if place + 1 == len(clauses) or not _INTENDED.fullmatch(clauses[place].text):
        return None
    introduces = re.match(r"\s*[:–—-]", _between(clauses, text, place + 1))
    return Denial(empty=False, reaching=True) if introduces else None


def _affirmed_twice(clauses: Sequence[Clause], text: str) -> set[int]:
    """Clauses inside of a double denial: «не было спринта, где бы я не писал тестов»."""
    spans = [match.span() for match in _DOUBLE.finditer(text)]
    return {
        place
        for place, clause in enumerate(clauses)
        if any(start < clause.end and clause.start < end for start, end in spans)
    }


def _between(clauses: Sequence[Clause], text: str, place: int) -> str:
    return text[clauses[place - 1].end : clauses[place].start]


def _content(text: str) -> int:
    """How many words there are that may be the object of a denial."""
    return sum(not _nothing().fullmatch(word.text.casefold()) for word in words(text) if not word.text.isdigit())


@cache
def _lists() -> dict[str, list[str]]:
    return data.read("negation")


def _beginning(name: str) -> str:
    return "|".join(_lists()[name])


@cache
def _harmless() -> re.Pattern[str]:
    """Within three words of the denial."""
    return re.compile(rf"\W+(?:[\w'’-]+\W+){{0,3}}?(?:{_beginning('harmless')})\w*", re.IGNORECASE)


@cache
def _know() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:[\w'’-]+\W+){{0,3}}?(?:{_beginning('know')})\w*", re.IGNORECASE)


@cache
def _knows() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_beginning('know')})\w*", re.IGNORECASE)


@cache
def _nothing() -> re.Pattern[str]:
    empty = "|".join(map(re.escape, _lists()["empty"]))
    return re.compile(rf"(?:{empty}|(?:{_beginning('know')})\w*|\w+n['’]t)", re.IGNORECASE)


@cache
def _of_others() -> re.Pattern[str]:
    who = _beginning("others")
    return re.compile(
        rf"\b(?:занима[её]тся|занимаются|занимались|занимался|сда[её]т|вед[её]т|дела[её]т|делал[аи]?|отвеча[её]т|готовит|выполня[её]т)\s+{_WHO}\b(?!\s+(?:и\s+)?я\b)"
        rf"|^\W*(?:этим|ими|ею|ей|им|е[её]|его|их)\s+(?:\w+\s+)?{_THIRD}\s+(?!я\b|мы\b)\w+(?:\s+\w+)?\W*$"
        rf"|\b(?:{who})\s+(?:\w+\s+)?(?:{_THIRD}|\w+ed|did|does|wrote|ran|set|took|kept|made|led|runs?|built|owns?|handles?|manages?|maintains?)\b|\b{_THIRD}\s+(?:{who})\b"
        rf"|\b(?:is|are|was|were|been|done|handled|managed|prepared|run)\b(?:\s+\w+){{0,3}}?\s+by\s+(?:an?\s+outside\s+\w+|others?\b|{who}|(?:the|our|my)\s+(?:[\w-]+\s+)?(?:team|boss|accountant|chef|engineer|doctor|lawyer|team\s+lead|department|contractors?)\b)"
        rf"|\b(?:done|handled|managed|prepared|run)\s+by\s+(?:others|other\s+\w+|the\s+manager|my\s+manager)\b|\bresponsibility\s+of\s+(?:{who})"
        r"|\b(?:goes|went|go)\s+to\s+(?:outside|external|other|another)\b|\b(?:outsourced|handed\s+over)\s+to\b",
        re.IGNORECASE,
    )
