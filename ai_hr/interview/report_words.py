"""The sentences of a report: the same interview in one language."""

from collections.abc import Sequence
from dataclasses import dataclass

from ai_hr.evidence.reading import Reading
from ai_hr.interview.quotes import short
from ai_hr.interview.results import Seen, TopicResult
from ai_hr.records import Recommendation
from ai_hr.schemas import Criteria, Language, Turn
from ai_hr.texts import has, quotable, say

STRONG_FROM, WEAK_BELOW = 70, 40
MOST_NAMED, MOST_SEEN = 5, 10
_LEAST_ANSWERS = 3


@dataclass(frozen=True)
class Words:
    """`facts` are the turns whose questions ask for a fact and have no mark; `answers` is how many have one."""

    language: Language
    results: Sequence[TopicResult]
    answers: int
    seen: Sequence[Seen] = ()
    facts: Sequence[Turn] = ()
    contradictions: Sequence[str] = ()

    def strengths(self) -> list[str]:
        strong = [r for r in self.results if r.score >= STRONG_FROM]
        return [self._say("report.strength", topic=r.name, score=r.score) for r in strong[:MOST_NAMED]]

    def weaknesses(self) -> list[str]:
        weak = [r for r in self.results if r.score < WEAK_BELOW]
        return [self._say("report.weakness", topic=r.name, score=r.score) for r in weak[:MOST_NAMED]]

    def look_at(self) -> list[str]:
        """What is odd about single answers, in their own words."""
        return [self._look(seen) for seen in self.seen[:MOST_SEEN]]

    def stated(self) -> list[str]:
        """Questions of fact with what was answered."""
        return [
            self._say("report.fact", question=turn.question, answer=self._quoted(turn.answer_text))
            for turn in self.facts
        ]

    def ask_next(self, missed: Sequence[str]) -> list[str]:
        """What a person should ask: what does not agree, the topics left unclear and why, then those never reached."""
        said = [self._say("ask.contradiction", what=what) for what in self.contradictions]
        unclear = [result for result in self.results if result.score < STRONG_FROM]
        said += [self._say(f"ask.{self._reason(result.flag)}", topic=self._quoted(result.name)) for result in unclear]
        said += [self._say("ask.missed", topic=self._quoted(name)) for name in missed]
        return said[:MOST_NAMED]

    def summary(self, score: int, recommendation: Recommendation, reading: Reading) -> str:
        said = [self._say(f"report.recommend_{recommendation.lower()}", score=score, answers=self.answers)]
        if self.answers < _LEAST_ANSWERS:
            said.append(self._say("report.few_answers"))
        if reading.unreadable:
            said.append(self._say("report.unreadable_resume"))
        return " ".join([*said, self._say("report.limits")])

    def text(self, summary: str, criteria: Criteria, ask_next: Sequence[str]) -> str:
        """The whole report as a page of plain text."""
        marks = [
            self._say("report.line", what=self._say(f"criterion.{name}"), value=f"{value}/10")
            for name, value in criteria.model_dump().items()
        ]
        parts = [
            ("look_at", self.look_at()),
            ("criteria", marks),
            ("strengths", self.strengths()),
            ("weaknesses", self.weaknesses()),
            ("facts", self.stated()),
            ("contradictions", self.contradictions),
            ("ask_next", ask_next),
        ]
        blocks = [
            f"{self._say(f'report.head_{head}')}\n" + "\n".join(f"– {item}" for item in items)
            for head, items in parts
            if items
        ]
        return "\n\n".join([summary, *blocks])

    def feedback(self) -> str:
        """For the candidate: thanks, what was convincing, what to look at; no score, no recommendation, no key."""
        strong = [r.name for r in self.results if r.score >= STRONG_FROM][:MOST_NAMED]
        improve = [r.name for r in self.results if r.score < STRONG_FROM][:MOST_NAMED]
        said = [self._say("feedback.thanks")]
        if strong:
            said.append(self._say("feedback.strong", topics=self._list(strong)))
        if improve:
            said.append(self._say("feedback.improve", topics=self._list(improve)))
        return " ".join([*said, self._say("feedback.human")])

    def _look(self, seen: Seen) -> str:
        what = self._say(f"look.{self._reason(seen.code)}")
        if not seen.quote:
            return self._say("report.line", what=seen.topic, value=what)
        return self._say("report.look", topic=seen.topic, what=what, quote=self._quoted(seen.quote))

    def _reason(self, code: str) -> str:
        """The key of the sentences about a flag; a code that no sentence knows is still something to look at."""
        return code if has(self.language, f"look.{code}") else "unclear"

    def _list(self, names: Sequence[str]) -> str:
        return ", ".join(self._say("report.quoted", text=self._quoted(name)) for name in names)

    def _quoted(self, text: str) -> str:
        return quotable(self.language, short(text))

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)
