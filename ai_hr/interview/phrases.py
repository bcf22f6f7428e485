"""The lists of phrases in `ai_hr/data` that interviews go by, as patterns."""

import re
from functools import cache

from ai_hr import data
from ai_hr.evidence import phrases


@cache
def any_of(file: str, group: str) -> re.Pattern[str]:
    """Any phrase of the group, as whole words."""
    return phrases.any_of(data.read(file)[group])
