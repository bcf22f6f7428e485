"""Lines of the resume a question may begin with: nobody is to be asked about a skill by words on something else."""

from ai_hr.evidence.clauses import Span, trimmed
from ai_hr.evidence.education import stated
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.skills import Finding

SURE_FROM = 0.75
_LEAST_WORDS = 3
_MOST_CHARS = 160


def quote_for(finding: Finding, reading: Reading, taken: set[Span]) -> str:
    """The words that show a skill, where that is sure, they are no study, and their line (then taken) is a new one."""
    if finding.confidence < SURE_FROM:
        return ""
    for span in finding.spans:
        line = line_of(span, reading.text)
        if line not in taken and len(span.text.split()) >= _LEAST_WORDS and not _is_study(line, reading):
            taken.add(line)
            return short(span.text)
    return ""


def line_of(span: Span, text: str) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return trimmed(text, start, end if end >= 0 else len(text)) or span


def short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _MOST_CHARS else f"{flat[:_MOST_CHARS].rsplit(' ', 1)[0]}…"


def _is_study(line: Span, reading: Reading) -> bool:
    """A college in the work history is a place of work."""
    section = reading.sections.at(line.start)
    return section == "education" or (section != "work" and stated(line.text) != "none")
