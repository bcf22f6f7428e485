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
    """Appends cleaned pieces; equal neighbours in hiding become one span."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.hidden: list[HiddenSpan] = []
        self.truncated = False

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    @property
    def full(self) -> bool:
        return self._length >= MAX_CHARACTERS

    def write(self, piece: str, *, hidden: str | None = None) -> None:
        cleaned = clean(piece)
        room = MAX_CHARACTERS - self._length
        if len(cleaned) > room:
            self.truncated = True
            cleaned = cleaned[:room]
        if not cleaned:
            return
        self._pieces.append(cleaned)
        start, self._length = self._length, self._length + len(cleaned)
        if hidden and cleaned.strip():
            self._mark(start, self._length, hidden)

    def end_line(self) -> None:
        if self._pieces and not self._pieces[-1].endswith("\n"):
            self.write("\n")

    def end_block(self) -> None:
        """An empty line, unless there is one already."""
        self.end_line()
        if "".join(self._pieces[-2:]).endswith("\n") and not "".join(self._pieces[-2:]).endswith("\n\n"):
            self.write("\n")

    def _mark(self, start: int, end: int, reason: str) -> None:
        last = self.hidden[-1] if self.hidden else None
        if last and last["reason"] == reason and not self.text_between(last["end"], start).strip():
            last["end"] = end
        else:
            self.hidden.append({"start": start, "end": end, "reason": reason})

    def text_between(self, start: int, end: int) -> str:
        return "" if start >= end else self.text[start:end]


def clean(piece: str) -> str:
    """Composed letters, ordinary line ends, no control, surrogate or invisible characters."""
    composed = unicodedata.normalize("NFC", piece.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "))
    return "".join(c for c in composed.translate(_INVISIBLE) if c in _KEPT_CONTROLS or _is_printable(c))


def _is_printable(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs", "Cn"}
