"""The engine that is always there: embeddings, letters and rules; no network, no key."""

from collections.abc import Sequence

from ai_hr.evidence import embeddings
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.skills import Finding, find

MODEL = embeddings.MODEL


def find_requirements(reading: Reading, requirements: Sequence[str]) -> list[Finding]:
    return find(requirements, reading)
