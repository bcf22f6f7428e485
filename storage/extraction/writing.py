"""Collecting a text piece by piece, remembering which pieces a reader of the document would not have seen."""

import unicodedata

from storage.extraction.outcome import HiddenSpan

# About eighty dense pages: far beyond any resume, and little enough to be stored beside the account.
MAX_CHARACTERS = 200_000

_KEPT_CONTROLS = "\n\t"
# Zero-width and direction marks: invisible, and used to smuggle words past a reader. Soft hyphens come along.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)


class TextWriter:
    """Appends cleaned pieces. Hidden ones that only white space divides, hidden for one reason, become one span."""

    def __init__(self) -> None:
        self.hidden: list[HiddenSpan] = []
        self.truncated = False
        self._pieces: list[str] = []
        self._length = 0
        self._ending = ""
        self._seen_since_hidden = True

    @property
    def text(self) -> str:
        return "".join(self._pieces).rstrip()

    @property
    def full(self) -> bool:
        return self._length >= MAX_CHARACTERS

    def write(self, piece: str, *, hidden: str | None = None) -> None:
        cleaned = clean(piece)
        room = MAX_CHARACTERS - self._length
        self.truncated |= len(cleaned) > room
        cleaned = cleaned[:room]
        if not cleaned:
            return
        self._pieces.append(cleaned)
        start, self._length = self._length, self._length + len(cleaned)
        self._ending = (self._ending + cleaned)[-2:]
        if cleaned.strip():
            self._note(start, self._length, hidden)

    def end_line(self) -> None:
        if self._ending and not self._ending.endswith("\n"):
            self.write("\n")

    def end_block(self) -> None:
        """An empty line, unless there is one already."""
        self.end_line()
        if self._ending and self._ending != "\n\n":
            self.write("\n")

    def _note(self, start: int, end: int, hidden: str | None) -> None:
        last = self.hidden[-1] if self.hidden else None
        if hidden and last and last["reason"] == hidden and not self._seen_since_hidden:
            last["end"] = end
        elif hidden:
            self.hidden.append({"start": start, "end": end, "reason": hidden})
        self._seen_since_hidden = not hidden


def clean(piece: str) -> str:
    """Composed letters, ordinary line ends, no control, surrogate or invisible characters."""
    composed = unicodedata.normalize("NFC", piece)
    if composed.isprintable():
        return composed
    composed = composed.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    return "".join(c for c in composed.translate(_INVISIBLE) if c.isprintable() or _is_kept(c))


def _is_kept(character: str) -> bool:
    """Private-use characters stay: they betray a font whose letters cannot be known."""
    return character in _KEPT_CONTROLS or unicodedata.category(character) in {"Co", "Zs"}
