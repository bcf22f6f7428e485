"""Lists of phrases in `ai_hr/data`, as patterns. A star in a phrase stands for any ending."""

import re
from functools import cache

from ai_hr import data


@cache
def any_of(file: str, group: str) -> re.Pattern[str]:
    """Any phrase of the group, as whole words; the longest first, so that a longer one is not taken for a shorter."""
    phrases = sorted(data.read(file)[group], key=len, reverse=True)
    spelled = (re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"\b(?:{'|'.join(spelled)})\b", re.IGNORECASE)
