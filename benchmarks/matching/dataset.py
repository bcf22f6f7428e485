"""The evaluation set: texts and labels made by hand. Ours was tuned on data/tune; data/held was written by others who
had not seen how it works, and is not looked at."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ai_hr.evidence.legibility import language_of
from ai_hr.schemas import AnswerKey, BankQuestion, Turn, Vacancy

DATA = Path(__file__).resolve().parent / "data"
GRADES = ("bad", "weak", "fair", "good")
Split = Literal["tune", "held"]
SPLITS: tuple[Split, ...] = ("tune", "held")


@dataclass(frozen=True)
class LabelledResume:
    id: str
    occupation: str
    language: str
    text: str
    fit: int
    met: frozenset[str]


@dataclass(frozen=True)
class LabelledVacancy:
    occupation: str
    language: str
    vacancy: Vacancy
    keys: dict[str, str]
    """The phrase of each requirement → its key, by which resumes are labelled."""


@dataclass(frozen=True)
class LabelledAnswer:
    grade: int
    turn: Turn
    vacancy: Vacancy
    key: str


@dataclass(frozen=True)
class Dataset:
    """One half: what is ranked for its vacancies are its resumes."""

    vacancies: list[LabelledVacancy]
    resumes: list[LabelledResume]
    answers: list[LabelledAnswer]

    def fit(self, vacancy: LabelledVacancy, resume: LabelledResume) -> int:
        """0 to 3; a resume of another occupation fits not at all."""
        return resume.fit if resume.occupation == vacancy.occupation else 0


def load(split: Split) -> Dataset:
    found = Dataset([], [], [])
    for path in sorted((DATA / split).glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        found.answers.extend(answer for item in data.get("sets", []) for answer in _answers(item))
        found.vacancies.extend(_vacancy(path.stem, data, item) for item in data.get("vacancies", []))
        found.resumes.extend(_resume(path.stem, item) for item in data.get("resumes", []))
    return found


def _vacancy(occupation: str, data: dict, item: dict) -> LabelledVacancy:
    phrases = {key: data["requirements"][key][item["language"]] for key in [*item["required"], *item["optional"]]}
    vacancy = Vacancy(
        title=item["title"],
        grade=item["grade"],
        min_experience=item["min_experience"],
        required_skills=[phrases[key] for key in item["required"]],
        optional_skills=[phrases[key] for key in item["optional"]],
    )
    keys = {phrase: key for key, phrase in phrases.items()}
    return LabelledVacancy(occupation, item["language"], vacancy, keys)


def _resume(occupation: str, item: dict) -> LabelledResume:
    text = item["text"].strip()
    return LabelledResume(item["id"], occupation, language_of(text, "ru"), text, item["fit"], frozenset(item["met"]))


def _answers(item: dict) -> list[LabelledAnswer]:
    key = AnswerKey(expected_answer=item["key"], red_flags=item["red_flags"])
    bank = BankQuestion(id="asked", question=item["question"], answers=key)
    vacancy = Vacancy(title="Benchmark", questions=[bank])
    return [
        LabelledAnswer(
            number,
            Turn(question=item["question"], question_id="asked", answer_text=item[grade]),
            vacancy,
            item["key"],
        )
        for number, grade in enumerate(GRADES)
    ]
