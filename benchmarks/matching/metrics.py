"""Figures of merit; ties are broken against nobody: they count half."""

from collections.abc import Sequence
from math import log2

from scipy.stats import rankdata, spearmanr
from sklearn.metrics import roc_auc_score


def ndcg(labels: Sequence[int], scores: Sequence[float], at: int = 10) -> float:
    """Gain 2^label - 1, averaged over the orders that ties allow."""
    order = sorted(range(len(labels)), key=lambda i: -scores[i])
    best = sum((2**label - 1) / log2(place + 2) for place, label in enumerate(sorted(labels, reverse=True)[:at]))
    gained, place = 0.0, 0
    while place < min(at, len(order)):
        tied = [i for i in order if scores[i] == scores[order[place]]]
        mean_gain = sum(2 ** labels[i] - 1 for i in tied) / len(tied)
        gained += sum(mean_gain / log2(p + 2) for p in range(place, min(at, place + len(tied))))
        place += len(tied)
    return gained / best if best else 1.0


def pairwise(labels: Sequence[int], scores: Sequence[float]) -> float:
    """Share of the pairs with different labels that stand in the right order."""
    right = total = 0.0
    for i in range(len(labels)):
        for j in range(len(labels)):
            if labels[i] > labels[j]:
                total += 1
                right += 1.0 if scores[i] > scores[j] else 0.5 if scores[i] == scores[j] else 0.0
    return right / total if total else 1.0


def auc(labels: Sequence[bool], scores: Sequence[float]) -> float:
    return float(roc_auc_score(labels, scores))


def accuracy(labels: Sequence[bool], decided: Sequence[bool]) -> float:
    return sum(a == b for a, b in zip(labels, decided, strict=True)) / len(labels)


def best_threshold(labels: Sequence[bool], scores: Sequence[float]) -> float:
    """The one with the highest accuracy: for baselines, chosen on the tuning half."""
    return max(sorted(set(scores)), key=lambda border: accuracy(labels, [s >= border for s in scores]))


def spearman(labels: Sequence[int], scores: Sequence[float]) -> float:
    return float(spearmanr(rankdata(labels), rankdata(scores)).statistic)
