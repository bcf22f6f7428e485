"""Which of the periods a resume states are periods of work."""

from collections.abc import Sequence

from ai_hr.evidence.dates import Period
from ai_hr.evidence.entries import Entry, Standing, entries
from ai_hr.evidence.sections import Sections
from ai_hr.evidence.study import is_no_work, is_of_others, names_title, says_works, tells_of_study

_NEVER = {"education", "courses", "aside"}


def employed(found: Sequence[Period], text: str, where: Sections) -> list[Period]:
    """Periods of jobs: neither of study, leave and pastimes nor what a job's own description speaks of."""
    placed = [one for one in entries(found, text) if _may_be_work(one, where)]
    surest = min((one.standing for one in placed), default=Standing.MENTIONED)
    least = max(surest, Standing.CLAUSE)
    return [one.period for one in placed if one.standing <= least or _claims_work(one)]


def _claims_work(one: Entry) -> bool:
    return says_works(one.about) or (one.standing < Standing.MENTIONED and names_title(one.about))


def _may_be_work(one: Entry, where: Sections) -> bool:
    section = where.at(one.period.start)
    if section in _NEVER or (section == "other" and _before_work(one.period, where)):
        return False
    if is_no_work(one.about) or is_of_others(one.before) or not _is_well_formed(one, where):
        return False
    return section == "work" or not tells_of_study(one.about)


def _before_work(period: Period, where: Sections) -> bool:
    """Where a work history follows, a summary above it tells of the same years, and projects of no job."""
    return "work" in where.kinds and period.start < where.starts[where.kinds.index("work")]


def _is_well_formed(one: Entry, where: Sections) -> bool:
    """Some ways to write a period are one only where jobs are listed, or where somebody says that he works."""
    if one.period.form == "range":
        return True
    if one.period.form == "since":
        return one.standing == Standing.APART or says_works(one.about)
    listed = where.at(one.period.start) == "work" or not where.kinds
    return listed and one.standing == Standing.APART
