"""What a text found in a document is worth, 0 to 1."""

from collections import Counter
from itertools import chain, pairwise


def recall(found: str, blocks: list[list[str]]) -> float:
    """The share of the document's words that were found."""
    wanted = Counter(_words(blocks))
    return (wanted & Counter(found.split())).total() / wanted.total()


def order(found: str, blocks: list[list[str]]) -> float:
    """The share of neighbouring words of one block that are neighbours in what was found."""
    wanted = Counter(chain.from_iterable(pairwise(_words([block])) for block in blocks))
    return (wanted & Counter(pairwise(found.split()))).total() / wanted.total()


def _words(blocks: list[list[str]]) -> list[str]:
    return " ".join(chain.from_iterable(blocks)).split()
