"""The letters' own paint in Word 2010 and later, which goes before their plain colour: fills and outlines."""

from xml.etree.ElementTree import Element

from storage.extraction.docx_colours import Theme, average
from storage.extraction.visibility import AUTO, PAPER, UNPAINTED, WHITE, is_seen, mixed

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# Thinner outlines (in EMU; a quarter of a point) draw no letter.
_LEAST_OUTLINE = 3175


def effect(properties: Element, theme: Theme, colour: int | None) -> int | None:
    """The colour in which the letters appear: `colour` unless a fill or an outline takes its place."""
    fill, outline = properties.find(f"{W14}textFill"), properties.find(f"{W14}textOutline")
    painted = _paint(fill, theme)
    appears = colour if painted is None else painted
    drawn = _paint(outline, theme) if outline is not None and _width(outline) >= _LEAST_OUTLINE else None
    # Dark edges show white letters; white edges take nothing from dark ones.
    pale = appears not in {None, AUTO} and not is_seen(appears or 0, PAPER)
    return drawn if drawn is not None and pale else appears


def _paint(parent: Element | None, theme: Theme) -> int | None:
    if parent is None:
        return None
    if parent.find(f"{W14}noFill") is not None:
        return UNPAINTED
    solid, gradient = parent.find(f"{W14}solidFill"), parent.find(f"{W14}gradFill")
    if solid is not None:
        return _colour(solid, theme)
    return average(theme.gradient(gradient)) if gradient is not None else None


def _colour(solid: Element, theme: Theme) -> int | None:
    """Laid over white paper. In this namespace alpha says how transparent a colour is; in shapes, how opaque."""
    found = theme.drawn(solid)
    if found is None:
        return None
    colour, alpha = found
    return colour if alpha is None else mixed(colour, WHITE, 1 - alpha)


def _width(outline: Element) -> float:
    width = outline.get(f"{W14}w", "0")
    return int(width) if width.isdecimal() else 0
