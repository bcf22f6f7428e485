"""What is learned from training phrases does what it is for, and the shipped projection is of that making."""

import tomllib

import numpy as np
import pytest

from ai_hr.evidence.embeddings import encode
from ai_hr.evidence.relation import FILE, related
from benchmarks.matching.lessons import TRAINING, Occupation, WholeResume, read_occupation, read_resumes
from benchmarks.matching.train import DIMENSIONS, learned


def margin(occupation: Occupation, projection: np.ndarray) -> float:
    """How much nearer the pieces stand to their own requirement than to the occupation's others."""
    left, right = (vectors @ projection for vectors in (occupation.requirements, occupation.pieces))
    lengths = np.linalg.norm(left, axis=1)[:, None] * np.linalg.norm(right, axis=1)[None, :]
    cosines = left @ right.T / lengths
    return float(cosines[occupation.shows].mean() - cosines[~occupation.shows].mean())


def test_pieces_come_nearer_to_their_own_requirement() -> None:
    taught, unseen = (read_occupation(TRAINING / f"{name}.toml") for name in ("welder", "waiter"))
    projection = learned([taught])
    untouched = np.eye(512, DIMENSIONS, dtype=np.float32)
    assert margin(taught, projection) > margin(taught, untouched) + 0.1
    assert margin(unseen, projection) > margin(unseen, untouched)


def apart(resumes: list[WholeResume], projection: np.ndarray) -> float:
    """How much nearer the nearest clause stands to what is met than to what is not."""
    near: dict[bool, list[float]] = {True: [], False: []}
    for resume in resumes:
        right = resume.clauses @ projection
        right /= np.linalg.norm(right, axis=1, keepdims=True)
        for wordings, met in zip(resume.wordings, resume.met, strict=True):
            left = wordings[0] @ projection
            near[bool(met)].append(float((right @ left).max() / np.linalg.norm(left)))
    return float(np.mean(near[True]) - np.mean(near[False]))


def test_whole_resumes_teach_what_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.matching.train.EPOCHS", 60)
    phrases = [read_occupation(TRAINING / "welder.toml")]
    taught = [resume for name in ("roofer", "tiler") for resume in read_resumes(TRAINING / "resumes" / f"{name}.toml")]
    assert apart(taught, learned(phrases, taught)) > apart(taught, learned(phrases)) + 0.03


def test_every_met_requirement_of_a_training_resume_is_a_piece_of_it() -> None:
    for path in (TRAINING / "resumes").glob("*.toml"):
        for item in tomllib.loads(path.read_text(encoding="utf-8"))["resumes"]:
            text = " ".join(item["text"].split())
            assert all(" ".join(piece.split()) in text for piece in item["met"].values()), item["id"]


def test_the_same_phrases_teach_the_same() -> None:
    occupation = read_occupation(TRAINING / "welder.toml")
    assert np.array_equal(learned([occupation]), learned([occupation]))


def test_the_shipped_projection_tells_what_shows_a_requirement() -> None:
    assert np.load(FILE).shape == (512, DIMENSIONS)
    shows, near = related(
        encode(["Управление командой"]), encode(["в подчинении двенадцать человек", "ходил с командой в боулинг"])
    )[0]
    assert shows > near


def test_no_occupation_of_the_evaluation_set_is_taught() -> None:
    evaluated = {path.stem for path in TRAINING.parent.glob("data/*/*.toml")}
    assert len(evaluated) >= 20
    assert not evaluated & {path.stem for path in (*TRAINING.glob("*.toml"), *TRAINING.glob("resumes/*.toml"))}
