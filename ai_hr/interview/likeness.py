"""When two questions, or two subjects, are one to whoever is asked: whatever the spelling and the punctuation."""

from ai_hr.evidence.letters import skeleton
from ai_hr.evidence.terms import Terms, terms
from ai_hr.evidence.words import words

_SAME_BEGINNING = 4


def plain(text: str) -> str:
    """What a question says, without case, punctuation and inflection."""
    return " ".join(word.stem for word in words(text)) or " ".join(text.casefold().split())


def is_within(subject: str, other: str) -> bool:
    """Whether the other text names all that the subject does: «Асептика» is within «асептика и антисептика».

    Only the same thing counts, not what implies it: who is asked about SQL may be asked about PostgreSQL too.
    """
    wanted, given = terms(subject), terms(other)
    return bool(wanted.stems) and all(
        names & given.skills or any(_is_one_word(stem, have) for have in given.stems)
        for stem, names in zip(wanted.stems, wanted.names, strict=True)
    )


def is_same(subject: str, other: str) -> bool:
    """Whether two subjects are one: "Postgres" and "PostgreSQL"."""
    return is_within(subject, other) and is_within(other, subject)


def leaving_out(wanted: Terms, left_out: frozenset[str]) -> Terms:
    """The terms that are not among these stems."""
    kept = [(s, n) for s, n in zip(wanted.stems, wanted.names, strict=True) if s not in left_out]
    names = tuple(name for _, name in kept)
    return Terms(tuple(stem for stem, _ in kept), names, frozenset().union(*names))


def _is_one_word(left: str, right: str) -> bool:
    """Of one stem, or of one root: «таможня» and «таможенный» differ by a vowel that comes and goes."""
    if left == right:
        return True
    bones = skeleton(left)
    return bool(bones) and left[:_SAME_BEGINNING] == right[:_SAME_BEGINNING] and bones == skeleton(right)
