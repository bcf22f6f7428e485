"""What is learned from: pieces of resumes and whole ones, by occupation, with what each of them shows."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ai_hr.evidence.embeddings import Matrix, encode
from ai_hr.evidence.reading import read
from ai_hr.schemas import Resume, Vacancy

TRAINING = Path(__file__).resolve().parent / "training"
LANGUAGES = ("ru", "en")


@dataclass(frozen=True)
class Occupation:
    """Embeddings of requirements and of pieces; `shows[i, j]`: piece j shows requirement i."""

    requirements: Matrix
    pieces: Matrix
    shows: NDArray[np.bool_]


@dataclass(frozen=True)
class WholeResume:
    """Embeddings of its clauses and of the requirements' wordings; `shows[i, j]`: clause j shows requirement i, which
    is met if any does or if no clause could be made out (`met`)."""

    wordings: list[Matrix]
    clauses: Matrix
    shows: NDArray[np.bool_]
    met: NDArray[np.bool_]


def read_occupation(path: Path) -> Occupation:
    requirements = _read(path)["requirements"]
    names = [(place, text) for place, item in enumerate(requirements) for text in _wordings(item)]
    shown = [(place, text) for place, item in enumerate(requirements) for text in _of(item, "shown")]
    near = [(-1, text) for item in requirements for text in _of(item, "near")]
    owners = np.array([place for place, _ in (*shown, *near)])
    return Occupation(
        requirements=encode([text for _, text in names]),
        pieces=encode([text for _, text in (*shown, *near)]),
        shows=np.array([place for place, _ in names])[:, None] == owners[None, :],
    )


def read_resumes(path: Path) -> Iterator[WholeResume]:
    """Their requirements are those of the occupation's phrases, if it has any, and then the file's own."""
    data, phrases = _read(path), path.parents[1] / path.name
    known = _read(phrases)["requirements"] if phrases.exists() else []
    requirements = [*known, *data["requirements"]]
    wordings = [encode(_wordings(item)) for item in requirements]
    for item in data["resumes"]:
        found = read(Resume(text=item["text"]), Vacancy(title=path.stem), "ru").affirmed
        shows = np.zeros((len(requirements), len(found)), dtype=np.bool_)
        for number, piece in item["met"].items():
            start = item["text"].find(piece)
            end = start + len(piece)
            shows[int(number)] = [start >= 0 and clause.start < end and clause.end > start for clause in found]
        met = np.array([str(number) in item["met"] for number in range(len(requirements))])
        yield WholeResume(wordings, encode([clause.text for clause in found]), shows, met)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _wordings(item: dict[str, list[str]]) -> list[str]:
    return [text for language in LANGUAGES for text in item[language]]


def _of(item: dict[str, list[str]], kind: str) -> list[str]:
    return [text for language in LANGUAGES for text in item[f"{kind}_{language}"]]
