"""Why a reader of a word processor's document does not see a run of text: one rule for DOCX, DOC, ODT and RTF."""

from dataclasses import dataclass, replace

VANISHED, TINY, NO_CONTRAST, OFF_PAGE = "vanished", "tiny", "no_contrast", "off_page"
# In points; smaller print is read by machines only.
READABLE_SIZE = 3.0
# An ordinary letter is half as wide as its font is high; letters closer than those of the smallest print run together.
_LETTER_WIDTH = 0.5
_LEAST_ADVANCE = READABLE_SIZE * _LETTER_WIDTH
# An exact line lower than this share of its letters cuts most of them away.
_LEAST_LINE = 0.4
# Letters lifted or lowered by an inch and more are not in their line; superscripts move by a few points.
_MOST_RAISED = 72.0
# The ratio of WCAG 2 (1 is no difference, 21 black on white). #F0F0F0 on white is 1.14, #E8E8E8 is 1.23.
_LEAST_CONTRAST = 1.15
# Above a varied ground (a gradient, a picture), over so much of it the letters have to stand out.
_LEAST_SHARE = 0.5
# Of the curve of sRGB.
_LINEAR_UP_TO = 0.04045

WHITE, BLACK = 0xFFFFFF, 0x000000
# Black or white, as the word processor finds it to be seen.
AUTO = -1
# Letters without any paint.
UNPAINTED = -2
DEFAULT_SIZE = 10.0

# What lies under the text: one colour, several where it varies, or nothing of its own.
Fill = tuple[int, ...]
CLEAR: Fill = ()
PAPER: Fill = (WHITE,)


@dataclass(frozen=True)
class Look:
    """None: as the surroundings say. `colour` and the colours of `fill` are 24-bit RGB; sizes are in points: `size`,
    `spacing` added between letters, `raised` above the line, `line` when the line's height is exact. `scale` is the
    width of letters, 1 for ordinary. `concealed` is a reason that holds for all that is inside. `auto` is what the
    automatic colour comes to, where it is not simply the one that is seen."""

    vanish: bool | None = None
    colour: int | None = None
    size: float | None = None
    fill: Fill | None = None
    scale: float | None = None
    spacing: float | None = None
    raised: float | None = None
    line: float | None = None
    concealed: str | None = None
    auto: int | None = None

    def over(self, below: "Look") -> "Look":
        """This look where it says something, and the one it is based on where it does not."""
        return Look(
            vanish=below.vanish if self.vanish is None else self.vanish,
            colour=below.colour if self.colour is None else self.colour,
            size=below.size if self.size is None else self.size,
            fill=below.fill if self.fill is None else self.fill,
            scale=below.scale if self.scale is None else self.scale,
            spacing=below.spacing if self.spacing is None else self.spacing,
            raised=below.raised if self.raised is None else self.raised,
            line=below.line if self.line is None else self.line,
            concealed=self.concealed or below.concealed,
            auto=below.auto if self.auto is None else self.auto,
        )

    def on(self, ground: "Look") -> "Look":
        """This look inside of another, which shows through where this one has no fill of its own."""
        if self.fill:
            return replace(self.over(ground), auto=self.auto)
        return (self if self.fill is None else replace(self, fill=None)).over(ground)

    @property
    def hidden(self) -> str | None:
        if self.vanish:
            return VANISHED
        if self.concealed:
            return self.concealed
        if self._is_tiny:
            return TINY
        if abs(self.raised or 0) > _MOST_RAISED:
            return OFF_PAGE
        colour = self.auto if self.colour in {None, AUTO} else self.colour
        return None if colour is None or is_seen(colour, self.fill or PAPER) else NO_CONTRAST

    @property
    def _is_tiny(self) -> bool:
        size = DEFAULT_SIZE if self.size is None else self.size
        advance = size * _LETTER_WIDTH * (1 if self.scale is None else self.scale) + (self.spacing or 0)
        too_low = self.line is not None and self.line < max(READABLE_SIZE, _LEAST_LINE * size)
        return size < READABLE_SIZE or advance < _LEAST_ADVANCE or too_low


def is_seen(colour: int, fill: Fill) -> bool:
    if colour == UNPAINTED:
        return False
    return sum(contrast(colour, ground) >= _LEAST_CONTRAST for ground in fill) >= _LEAST_SHARE * len(fill)


def contrast(one: int, other: int) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: int, ground: int, share: float) -> int:
    """`share` of the colour laid over the ground, as a pattern, a tint or a transparent paint does."""
    channels = ((colour >> shift & 0xFF, ground >> shift & 0xFF) for shift in (16, 8, 0))
    red, green, blue = (round(above * share + below * (1 - share)) for above, below in channels)
    return red << 16 | green << 8 | blue


def _luminance(colour: int) -> float:
    """Relative luminance by WCAG 2."""
    red, green, blue = (_linear((colour >> shift & 0xFF) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= _LINEAR_UP_TO else ((channel + 0.055) / 1.055) ** 2.4)
