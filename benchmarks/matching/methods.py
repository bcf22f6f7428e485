"""Three ways to do the same work: plain TF-IDF with stemming, embeddings alone, and ours."""

from typing import Protocol

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from ai_hr.engines.choose import Engines
from ai_hr.evidence.clauses import sentences
from ai_hr.evidence.embeddings import encode, encode_phrase, encode_phrases, similarities
from ai_hr.evidence.words import words
from ai_hr.interview.evaluation import evaluate
from ai_hr.matching import match_resume
from ai_hr.records import RequirementEvidence, ResumeMatch
from ai_hr.schemas import Resume, ResumeMatchRequest, Vacancy
from ai_hr.settings import read_settings
from benchmarks.matching.dataset import Dataset, LabelledAnswer

AS_OF = "2026-11"


class Method(Protocol):
    name: str

    def fit(self, vacancy: Vacancy, resume: str) -> float: ...

    def requirements(self, phrases: list[str], resume: str, vacancy: Vacancy) -> list[float]:
        """How surely each of the requirements is met."""

    def answer(self, answer: LabelledAnswer) -> float: ...


def _whole(vacancy: Vacancy) -> str:
    return ". ".join([vacancy.title, *vacancy.required_skills, *vacancy.optional_skills])


class TfIdf:
    name = "TF-IDF + stemming"

    def __init__(self, data: Dataset) -> None:
        corpus = [resume.text for resume in data.resumes] + [_whole(item.vacancy) for item in data.vacancies]
        corpus += [answer.turn.answer_text for answer in data.answers] + [answer.key for answer in data.answers]
        self._vectors = TfidfVectorizer(analyzer=lambda text: [word.stem for word in words(text)], sublinear_tf=True)
        self._vectors.fit(corpus)

    def _near(self, left: str, right: str) -> float:
        both = self._vectors.transform([left, right])
        return float(cosine_similarity(both[0], both[1])[0, 0])

    def fit(self, vacancy: Vacancy, resume: str) -> float:
        return self._near(_whole(vacancy), resume)

    def requirements(self, phrases: list[str], resume: str, vacancy: Vacancy) -> list[float]:
        return [self._near(phrase, resume) for phrase in phrases]

    def answer(self, answer: LabelledAnswer) -> float:
        return self._near(answer.key, answer.turn.answer_text)


class Embeddings:
    name = "embeddings alone"

    def fit(self, vacancy: Vacancy, resume: str) -> float:
        return float(encode_phrase(_whole(vacancy)) @ encode([resume])[0])

    def requirements(self, phrases: list[str], resume: str, vacancy: Vacancy) -> list[float]:
        parts = [sentence.text for sentence in sentences(resume)]
        return [float(score) for score in similarities(encode_phrases(phrases), encode(parts)).max(axis=1)]

    def answer(self, answer: LabelledAnswer) -> float:
        return float(encode_phrase(answer.key) @ encode([answer.turn.answer_text])[0])


class Ours:
    """Ranks as the company's list with `sort=best`: by score, equal scores by closeness."""

    name = "ours"

    def __init__(self) -> None:
        self._engines = Engines(read_settings({}).llm)

    def fit(self, vacancy: Vacancy, resume: str) -> float:
        match = self._match(resume, vacancy)
        return (match.total_score_percent or 0) + min(match.closeness, 0.99)

    def requirements(self, phrases: list[str], resume: str, vacancy: Vacancy) -> list[float]:
        """The confidence of the record, as that of the requirement being met."""
        evidence = {item.skill: item for item in self.evidence(resume, vacancy)}
        given = [evidence[phrase] for phrase in phrases]
        return [item.confidence if item.verdict == "met" else 1 - item.confidence for item in given]

    def evidence(self, resume: str, vacancy: Vacancy) -> list[RequirementEvidence]:
        return self._match(resume, vacancy).requirements

    def _match(self, resume: str, vacancy: Vacancy) -> ResumeMatch:
        request = ResumeMatchRequest(vacancy=vacancy, resume=Resume(text=resume), as_of=AS_OF)
        return match_resume(request, self._engines)

    def answer(self, answer: LabelledAnswer) -> float:
        return float(evaluate(answer.turn, answer.vacancy).score_percent)
