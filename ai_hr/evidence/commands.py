# ruff: noqa: E501 (a pattern reads best in one piece)
"""What in an answer commands whoever evaluates it.

An answer tells of work, and work has rules, instructions and marks too: «прошу коллег не работать по старой инструкции».
So a command must be one: an imperative, not what the speaker does, tells others or quotes. A resume has no such talk, and
`manipulation.instructions` is stricter with it.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from ai_hr import data
from ai_hr.evidence.blanking import without
from ai_hr.evidence.clauses import Span, sentences
from ai_hr.evidence.manipulation import Manipulation

_QUOTED = re.compile(r"«[^»]{1,400}»|“[^”]{1,400}”|\"[^\"]{1,400}\"|`[^`]{1,400}`")
_LEAST_OWN_WORDS = 4
_BEGIN = r"(?:^\W*|[.!?:;,(—–-]\s*|\b(?:please|now|and|then|just|so|but|(?:you|model|ai)\s+(?:should|must|have\s+to|need\s+to))\s+)"
_PROGRAM_EN = r"(?:ai|llm|gpt|chatgpt|language\s+model|model|assistant|bot|evaluator|grader|screening\s+\w+)"
_PROGRAM_RU = r"(?:ии|нейросет\w*|модел\w*|ассистент\w*|бот\w*|llm|gpt)"
_RULES_EN = r"\b(?:instruction\w*|prompt\w*|rule\w*|criteria|guideline\w*|requirement\w*|rubric)\b"
_RULES_RU = r"(?:инструкц|указани|правил|требовани|критери|промпт|рубрик)\w*"
_FULL_EN = r"(?:\b(?:100|10\s*/\s*10|maximum|highest|top|full|perfect)\b.{0,25}(?:score|mark|rating|points?|grade|%)|\b(?:score|mark|rating|grade)\b.{0,25}\b(?:100|10\s*/\s*10|maximum|highest)\b)"
_FULL_RU = r"(?:\b(?:100|сто|максимальн\w+|высш\w+|наивысш\w+|отличн\w+)\b.{0,15}?(?:балл|оценк)|\b10(?P<nought>0?)\s*(?:/|из)\s*10(?P=nought)\b|(?:балл|оценк)\w*\W+(?:100|10\s*(?:/|из)\s*10|максимальн))"
_ME_EN = r"\b(?:me|(?:my|this)\s+(?:answer|candidate|response|applicant|resume|interview|result))\b"
_ME_RU = r"\b(?:меня|мне|мо[йяеёи]\w*|резюме|ответ\w*|кандидат\w*|соискател\w*)\b"

_ALWAYS = (
    r"<\|?\s*/?(?:system|im_start|im_end|endoftext|instruction)s?\s*\|?>|\[/?INST\]|###\s*(?:system|instruction)",
    r"\b(?:system|developer|assistant)\s*(?:prompt|message)?\s*:\s*(?:you|ignore|score|return|output|candidate)\b",
    r"\b(?:total_score_percent|verdict)\b\s*[:=]\s*[\"']?(?:100|9\d|met|hire|scored|pass)\b",
    rf"^\W*(?:note|message|instruction\w*|attention|dear|hey|hello)\W+(?:(?:to|for)\s+)?(?:the\s+)?{_PROGRAM_EN}\b",
    rf"^\W*(?:обращени|сообщени|примечани|инструкци)\w+\s+(?:к|для)\s+{_PROGRAM_RU}\b|^\W*(?:внимание|уважаем\w+|эй|привет)\W+(?:{_PROGRAM_RU}|систем\w*|алгоритм\w*)\b",
    rf"^\W*(?:if\s+you\s+are|если\s+ты|если\s+вы)\b.{{0,25}}\b(?:{_PROGRAM_EN}|{_PROGRAM_RU})\b",
    rf"^\W*you\s+are\s+(?:now\s+)?(?:an?\s+|the\s+|my\s+)?(?:\w+\s+)?{_PROGRAM_EN}\b",
    rf"(?:^\W*|\bпредставь\w*,?\s+что\s+)(?:ты|вы)\s*[—–-]?\s*(?:теперь\s+)?(?:{_PROGRAM_RU}|рекрутер|hr)\b",
)
_COMMANDED = (
    rf"{_BEGIN}(?:@dismiss_en)\b.{{0,40}}\b(?:previous|prior|above|earlier|all|any|your|these|system)\b.{{0,30}}{_RULES_EN}",
    rf"{_BEGIN}(?:@give_en)\b.{{0,40}}{_ME_EN}.{{0,30}}(?:{_FULL_EN}|\b100\b)",
    rf"{_BEGIN}(?:@give_en)\b.{{0,50}}\b(?:100|10\s*/\s*10)\b.{{0,25}}(?:score|mark|rating|points?|grade)",
    rf"{_BEGIN}(?:act\s+as|pretend\s+to\s+be|behave\s+as)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?{_PROGRAM_EN}\b",
    rf"{_BEGIN}(?:@count_en)\b.{{0,30}}\b(?:all|every|each)\b.{{0,30}}\b(?:requirement|skill|criteri)\w*.{{0,20}}\b(?:met|satisfied|fulfilled)\b",
    rf"{_BEGIN}(?:@accept_en)\s+(?:me|this\s+(?:candidate|applicant|answer))\b",
    rf"{_BEGIN}(?:@spare_en)\b.{{0,30}}{_ME_EN}",
)
_IMPERATIVE = (
    rf"(?<!не )\b(?:@dismiss_ru)(?:те)?\b(?=.{{0,60}}\b(?:все\b|всех\b|предыдущ|прежн|прошл|выше|систем|сво[ийх]|ваш|эт[иу])).{{0,50}}{_RULES_RU}",
    rf"\b(?:@give_ru)(?:те)?\b.{{0,50}}{_FULL_RU}",
    r"\b(?:@count_ru)(?:те)?\b.{0,30}\b(?:все|всех|кажд\w+)\b.{0,30}(?:требовани|навык|критери)\w*",
    r"\b(?:@accept_ru)(?:те)?\b.{0,20}\b(?:меня|этого|данного)\b",
    rf"\b(?:@spare_ru)(?:те)?\b.{{0,30}}{_ME_RU}",
)
_DOUBTFUL = (
    rf"{_BEGIN}(?:@dismiss_en)\b.{{0,60}}{_RULES_EN}",
    rf"(?<!не )\b(?:@dismiss_ru)(?:те)?\b.{{0,50}}{_RULES_RU}",
    rf"{_BEGIN}(?:@give_en)\b.{{0,50}}{_FULL_EN}",
    r"^\W*this\s+candidate\s+(?:is|must|should|deserves)\b.{0,40}\b(?:perfect|ideal|best|hired|highest|accepted|approved)\b",
    r"^\W*(?:этот|данный)\s+кандидат\b.{0,50}(?:идеал\w+|лучш\w+|подходит|соответств\w+|приня\w+|нанят\w*)",
)
_SPEAKER = re.compile(r"\b(?:i|we)\b", re.IGNORECASE)
_TO_THE_READER = re.compile(rf"{_ME_EN}|\b(?:previous|prior|above|system|your)\s+(?:instructions?|prompts?|rules)\b", re.IGNORECASE)  # fmt: skip


def commands(answer: str) -> list[Manipulation]:
    """Sentences that surely command, each to its line's end: they do not count."""
    return _found(answer, _commands)


def likely_commands(answer: str) -> list[Manipulation]:
    """Those and such as may be meant so: a person should look at them, but they count."""
    return _found(answer, lambda sentence: _commands(sentence) or _may_command(sentence))


def _found(answer: str, is_one: Callable[[str], bool]) -> list[Manipulation]:
    own = _without_quoted(answer)
    found = []
    for sentence in sentences(own):
        if is_one(re.sub(r"\s+", " ", sentence.text)):
            stop = answer.find("\n", sentence.end)
            end = stop if stop >= 0 else len(answer)
            found.append(Manipulation(answer[sentence.start : end], sentence.start, end, "instructions_to_model"))
    return found


def _without_quoted(answer: str) -> str:
    """What is quoted is not said; but an answer in quotation marks as a whole is."""
    quoted = [Span(match.group(), match.start(), match.end()) for match in _QUOTED.finditer(answer)]
    own = without(answer, quoted)
    return own if len(own.split()) >= _LEAST_OWN_WORDS else answer


def _commands(sentence: str) -> bool:
    if any(pattern.search(sentence) for pattern in _patterns(_ALWAYS)):
        return True
    spoken = _first(_COMMANDED, sentence)
    if spoken and not _SPEAKER.search(sentence[: spoken.end()]):
        return True
    told = _first(_IMPERATIVE, sentence)
    return told is not None and not _telling().search(sentence[: told.start()])


def _may_command(sentence: str) -> bool:
    if _first(_IMPERATIVE, sentence):
        return True
    if _first(_COMMANDED, sentence):
        return bool(_TO_THE_READER.search(sentence))
    spoken = _SPEAKER.search(sentence) or _telling().search(sentence)
    return not spoken and _first(_DOUBTFUL, sentence) is not None


def _first(written: Sequence[str], sentence: str) -> re.Match[str] | None:
    return next((match for pattern in _patterns(tuple(written)) if (match := pattern.search(sentence))), None)


@cache
def _patterns(written: tuple[str, ...]) -> list[re.Pattern[str]]:
    """With the verbs of the data in place of @names."""
    verbs = data.read("commands")

    def listed(match: re.Match[str]) -> str:
        return "|".join(re.escape(verb).replace(r"\ ", r"\s+") for verb in verbs[match[1]])

    return [re.compile(re.sub(r"@(\w+)", listed, pattern), re.IGNORECASE) for pattern in written]


@cache
def _telling() -> re.Pattern[str]:
    return _patterns((r"\b(?:@telling)\b",))[0]
