"""`python -m benchmarks.matching` prints every figure for both halves of the set.

`--tune` leaves the held-out half alone, for whoever changes something by what he sees; `-v` lists what ours gets wrong
in the other.
"""

import resource
import sys
import time
from dataclasses import dataclass
from itertools import groupby
from statistics import mean

from benchmarks.matching import metrics
from benchmarks.matching.dataset import SPLITS, Dataset, LabelledResume, LabelledVacancy, load
from benchmarks.matching.methods import Embeddings, Method, Ours, TfIdf

COLUMNS = ("nDCG@10", "pairwise", "crossed", "req. AUC", "req. acc.", "all AUC", "grades", "ms/resume")


def main() -> None:
    tune = load("tune")
    methods: list[Method] = [TfIdf(tune), Embeddings(), Ours()]
    borders = [_border(method, tune) for method in methods]
    for split in SPLITS[:1] if "--tune" in sys.argv else SPLITS:
        data = load(split)
        print(f"\n{split}: {_size(data)}")
        print(f"{'':<20}" + "".join(f"{column:>11}" for column in COLUMNS))
        for method, border in zip(methods, borders, strict=True):
            print(f"{method.name:<20}" + "".join(f"{figure:>11.3f}" for figure in figures(method, data, border)))
    print(f"\npeak memory of all methods together: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    if "-v" in sys.argv:
        list_errors(tune)


def figures(method: Method, data: Dataset, border: float) -> list[float]:
    started = time.perf_counter()
    scores = [[method.fit(item.vacancy, resume.text) for resume in data.resumes] for item in data.vacancies]
    milliseconds = (time.perf_counter() - started) * 1000 / (len(data.vacancies) * len(data.resumes))
    labels = [[data.fit(item, resume) for resume in data.resumes] for item in data.vacancies]
    own = _requirements(method, data, own_occupation=True)
    every = _requirements(method, data, own_occupation=False)
    return [
        mean(metrics.ndcg(right, given) for right, given in zip(labels, scores, strict=True)),
        mean(metrics.pairwise(right, given) for right, given in zip(labels, scores, strict=True)),
        _crossed(data.vacancies, data, labels, scores),
        metrics.auc(*own),
        metrics.accuracy(own[0], [score >= border for score in own[1]]),
        metrics.auc(*every),
        metrics.spearman([answer.grade for answer in data.answers], [method.answer(answer) for answer in data.answers]),
        milliseconds,
    ]


def _crossed(
    vacancies: list[LabelledVacancy], data: Dataset, labels: list[list[int]], scores: list[list[float]]
) -> float:
    """nDCG over the resumes that are not in the vacancy's language."""
    found = []
    for item, right, given in zip(vacancies, labels, scores, strict=True):
        other = [place for place, resume in enumerate(data.resumes) if resume.language != item.language]
        found.append(metrics.ndcg([right[place] for place in other], [given[place] for place in other]))
    return mean(found)


@dataclass(frozen=True)
class Pair:
    vacancy: LabelledVacancy
    phrase: str
    resume: LabelledResume
    met: bool


def _pairs(data: Dataset, *, own_occupation: bool) -> list[Pair]:
    """Within one occupation it is hard; over all resumes most pairs are plainly unlike."""
    return [
        Pair(item, phrase, resume, resume.occupation == item.occupation and key in resume.met)
        for resume in data.resumes
        for item in data.vacancies
        if not own_occupation or resume.occupation == item.occupation
        for phrase, key in item.keys.items()
    ]


def _requirements(method: Method, data: Dataset, *, own_occupation: bool) -> tuple[list[bool], list[float]]:
    pairs = _pairs(data, own_occupation=own_occupation)
    scores: list[float] = []
    for _, group in groupby(pairs, key=lambda pair: (pair.resume.id, pair.vacancy.vacancy.title)):
        of_one = list(group)
        scores += method.requirements(
            [pair.phrase for pair in of_one], of_one[0].resume.text, of_one[0].vacancy.vacancy
        )
    return [pair.met for pair in pairs], scores


def _border(method: Method, tune: Dataset) -> float:
    """Ours has its own border, even odds; a baseline gets the best one of the tuning half."""
    if isinstance(method, Ours):
        return 0.5
    return metrics.best_threshold(*_requirements(method, tune, own_occupation=True))


def list_errors(tune: Dataset) -> None:
    ours = Ours()
    for pair in _pairs(tune, own_occupation=True):
        found = {item.skill: item for item in ours.evidence(pair.resume.text, pair.vacancy.vacancy)}[pair.phrase]
        if (found.verdict == "met") != pair.met:
            shown = found.quotations[0].text if found.quotations else ""
            print(
                f"{'missed' if pair.met else 'false'} {found.confidence:.2f} {pair.resume.id}: {pair.phrase} | {shown}"
            )
    for answer in tune.answers:
        print(f"{answer.grade} {ours.answer(answer):>3.0f} {answer.turn.answer_text[:90]}")


def _size(data: Dataset) -> str:
    return f"{len(data.vacancies)} vacancies x {len(data.resumes)} resumes, {len(data.answers)} answers"


if __name__ == "__main__":
    main()
