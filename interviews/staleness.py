"""Whether a resume's score still says something about the vacancy as it is now."""

from hashlib import sha256

import orjson

from interviews.ai_messages import requirements
from vacancies.documents import Vacancy


def scored_part(vacancy: Vacancy) -> str:
    """A digest of what resumes are scored against: a changed question bank or threshold makes no score stale."""
    return sha256(orjson.dumps(requirements(vacancy), option=orjson.OPT_SORT_KEYS)).hexdigest()
