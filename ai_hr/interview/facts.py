# ruff: noqa: E501 (a pattern reads best in one piece)
"""Questions that ask for a fact and for nothing else: years, education, papers, a language, what one is ready for.

One that also asks how, why or what somebody did asks for more, whatever it begins with.
"""

import re
from functools import cache
from typing import Literal

from ai_hr import data
from ai_hr.evidence.words import stem, words

Fact = Literal["years", "worked", "education", "language", "paper", "possession", "readiness"]

_MORE = re.compile(
    r"\b(?:как|каким\s+образом|почему|зачем|отчего|что|чем|чему|ч[её]м|кого|кому|опишите|объясните|объяснить|рассказать|назвать|перечисл\w+|сравн\w+|привести|приведите|пример\w*|случа[йея]\w*"
    r"|how|why|what|describe|explain|compare|example\w*|tell\s+(?:me|us)\s+about|walk\s+(?:me|us))\b",
    re.IGNORECASE,
)
_TO_YOU = re.compile(r"\b(?:вы|вас|вам|вами|ваш\w*|you|your)\b|\w(?:ете|ите|ёте)(?:сь)?\b", re.IGNORECASE)
_EDUCATION = re.compile(
    r"\b(?:образовани\w+|диплом(?:а|ы|ом|е|ов)?|вуз(?:а|е|ы)?)\b|\bгде\s+вы\s+учились\b"
    r"|\b(?:where|what)\s+did\s+you\s+(?:study|graduate)\b|\byour\s+(?:\w+\s+)?(?:education|degree)\b|\b(?:education|degree)\s+(?:do|did)\s+you\b|\b(?:have|hold)\s+(?:an?\s+)?(?:\w+\s+){0,2}?(?:education|degree)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?P<licence>\bводительск\w+\s+(?:прав\w*|удостоверени\w+)|\bправ\w*\s+(?:категори\w+|кат\b)|\bкатегори\w+\s+прав\b|\bdriv\w+(?:['’]s)?\s+licen[cs]e)"
    r"|(?P<health>\b(?:медкнижк|санкнижк)\w*|\b(?:медицинск|санитарн)\w+\s+книжк\w*|\bhealth\s+(?:card|certificate))",
    re.IGNORECASE,
)
_BEGIN_WORK = r"(?:выйти|выходить|приступить|начать|работать|переехать|ездить|выезжать)\b"
_WORDINGS: tuple[tuple[Fact, str], ...] = (
    ("readiness", rf"\b(?:готовы|согласны)\s+ли\s+вы\b|\b(?:сможете|можете)\s+ли\s+вы\s+{_BEGIN_WORK}|\bкогда\s+(?:\w+\s+){{0,2}}?(?:можете|готовы|сможете)\s+(?:\w+\s+)?{_BEGIN_WORK}"),
    ("readiness", r"\b(?:какую|какая|какой|какие)\s+(?:\w+\s+){0,3}?(?:зарплат\w+|доход\w*|оклад\w*|график\w*)\s+(?:\w+\s+){0,2}?(?:рассчитыва|ожида|хот|устро|подход|подойд|интерес|предпочита)\w*|\bзарплатн\w+\s+ожидани\w+"),
    ("readiness", r"\bare\s+you\s+(?:ready|willing|available|prepared)\b|\bcan\s+you\s+(?:start|travel|relocate|commute|work\s+(?:nights?|weekends?|shifts?))\b|\bwhen\s+(?:can|could)\s+you\s+(?:start|join|begin)\b"),
    ("readiness", r"\bwhat\s+(?:is|are)\s+your\s+(?:\w+\s+){0,2}?(?:salary|notice\s+period|pay|rate)\b|\bwhat\s+salary\s+(?:do|would|are)\s+you\b"),
    ("years", r"\b(?:сколько|как\s+долго|как\s+давно)\s+(?:\w+\s+){0,4}?(?:(?:про|от)?работа(?:ете|ли)|трудитесь|стажа?|опыта?)\b|\b(?:какой|каков)\s+(?:(?:\w+\s+){0,3}?стаж|(?:у\s+вас|ваш)\s+(?:\w+\s+)?опыт)\b"),
    ("years", r"\bhow\s+(?:long|many\s+years)\s+(?:have|did)\s+you\s+(?:\w+\s+)?(?:been|work(?:ed)?)\b|\bhow\s+(?:much|many\s+years(?:\s+of)?)\s+(?:\w+\s+){0,2}?experience\b"),
    ("worked", r"\b(?:есть|имеется)\s+ли\s+у\s+вас\s+(?:\w+\s+)?опыт\b|\b(?:приходилось|доводилось)\s+ли\s+вам\s+(?:\w+\s+)?работать\b|\bработали\s+ли\s+вы\b|\bdo\s+you\s+have\s+(?:any\s+)?(?:\w+\s+)?experience\b|\bhave\s+you\s+(?:ever\s+)?(?:worked|used)\b"),
    ("language", r"\b(?:какой|каков|насколько|на\s+каком|как)\s+(?:\w+\s+){0,3}?(?:уров\w+|владеете|знаете)|\b(?:what|which)\s+(?:\w+\s+){0,2}?level\b|\bhow\s+(?:good|well|fluent\w*)\b"),
    ("possession", r"\b(?:есть|имеется)\s+ли\s+у\s+вас\b|\bимеете\s+ли\s+вы\b|\bdo\s+you\s+(?:have|hold)\b|\bhave\s+you\s+got\b"),
    ("education", r"\b(?:какое|каково|какой|какая|какого|где)\b|\b(?:what|which|where)\b"),
)  # fmt: skip
_FORMS = tuple((fact, re.compile(pattern, re.IGNORECASE)) for fact, pattern in _WORDINGS)
_WITH_SOMETHING = re.compile(r"\b(?:с|со|над|with|on)\s+\w", re.IGNORECASE)


def fact_asked(question: str) -> Fact | None:
    """Which kind of fact the question asks for; None where it asks for anything else."""
    if not _TO_YOU.search(question):
        return None
    for form_of, form in _FORMS:
        match = form.search(question)
        fact = _subject(form_of, question) if match else None
        if match and fact:
            return None if _MORE.search(f"{question[: match.start()]} {question[match.end() :]}") else fact
    return None


def asks_for_a_fact(question: str) -> bool:
    """Whether the answer leaves nothing to go into: no example, no deeper case, no simpler question.

    How long, or whether, somebody has worked with a thing or has it opens a talk about the thing.
    """
    fact = fact_asked(question)
    return fact not in {None, "worked", "possession"} and not (fact == "years" and is_about_a_thing(question))


def is_about_a_thing(question: str) -> bool:
    """«работаете с Docker», not «работаете поваром»."""
    return bool(_WITH_SOMETHING.search(question))


def papers(text: str) -> set[str]:
    """The kinds of licences and books the text names."""
    return {str(match.lastgroup) for match in _PAPER.finditer(text)}


def without_paper(text: str) -> str:
    return _PAPER.sub(" ", text)


@cache
def word_stems(*groups: str) -> frozenset[str]:
    """Of the word lists about questions of fact."""
    facts = data.read("facts")
    return frozenset(stem(word) for group in groups for word in facts[group])


def _subject(form_of: Fact, question: str) -> Fact | None:
    """What is had or asked for may be a paper or an education; «какой» and "what" alone ask for no fact."""
    if form_of == "language":
        return "language" if word_stems("languages") & {word.stem for word in words(question)} else None
    if form_of in {"possession", "education"}:
        if form_of == "possession" and _PAPER.search(question):
            return "paper"
        if _EDUCATION.search(question):
            return "education"
    return None if form_of == "education" else form_of
