"""Why a reader of a word processor's document does not see a run of text: one rule for DOCX, DOC, ODT and RTF."""

from dataclasses import dataclass, replace

VANISHED, TINY, WHITE = "vanished", "tiny", "no_contrast"
# In points; smaller print is read by machines only.
READABLE_SIZE = 3.0
# Lighter than this in every channel, out of 255, on white paper.
_ALMOST_WHITE = 0xF0


@dataclass(frozen=True)
class Look:
    """None: as the surroundings say. `colour` is 24-bit RGB; `size` is in points; `shaded` means that something
    other than white paper lies under the text."""

    vanish: bool | None = None
    colour: int | None = None
    size: float | None = None
    shaded: bool = False

    def over(self, below: "Look") -> "Look":
        """This look where it says something, and the one below where it does not."""
        return replace(
            self,
            vanish=below.vanish if self.vanish is None else self.vanish,
            colour=below.colour if self.colour is None else self.colour,
            size=below.size if self.size is None else self.size,
            shaded=self.shaded or below.shaded,
        )

    @property
    def hidden(self) -> str | None:
        if self.vanish:
            return VANISHED
        if self.size is not None and self.size < READABLE_SIZE:
            return TINY
        return WHITE if self.colour is not None and not self.shaded and is_almost_white(self.colour) else None


def is_almost_white(colour: int) -> bool:
    return min(colour >> 16, colour >> 8 & 0xFF, colour & 0xFF) >= _ALMOST_WHITE
