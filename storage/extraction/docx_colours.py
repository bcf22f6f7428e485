"""The colours of a DOCX: of text and shading (WordprocessingML) and of shapes (DrawingML), both by its theme."""

import colorsys
import contextlib
from xml.etree.ElementTree import Element

from storage.extraction.palette import PALETTE
from storage.extraction.visibility import AUTO, CLEAR, WHITE, Fill, mixed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# The theme that Word takes when a document brings none.
_OFFICE = {
    "dk1": 0x000000, "lt1": 0xFFFFFF, "dk2": 0x44546A, "lt2": 0xE7E6E6, "accent1": 0x4472C4, "accent2": 0xED7D31,
    "accent3": 0xA5A5A5, "accent4": 0xFFC000, "accent5": 0x5B9BD5, "accent6": 0x70AD47, "hlink": 0x0563C1,
    "folHlink": 0x954F72,
}  # fmt: skip
_NAMES = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}  # fmt: skip
# Text and background are names for dark and light, which the settings may exchange.
_ROLES = {"text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2", "tx1": "t1", "tx2": "t2"}
_MAPPING = {"t1": "dk1", "bg1": "lt1", "t2": "dk2", "bg2": "lt2"}
_PERCENT = 100_000
_FULL = 255
# Patterns that are neither pctNN, clear nor solid are stripes: about a third of them is ink.
_STRIPES = 0.35
_STEPS = 16
_PRESETS = {**PALETTE, "gray": 0x808080, "grey": 0x808080, "navy": 0x000080, "dkBlue": 0x00008B}


class Theme:
    def __init__(self, theme: Element, settings: Element) -> None:
        self._colours = dict(_OFFICE)
        scheme = theme.find(f".//{A}clrScheme")
        for entry in scheme if scheme is not None else ():
            named = _plain(entry[0]) if len(entry) else None
            if named is not None:
                self._colours[entry.tag.removeprefix(A)] = named
        mapping = settings.find(f"{W}clrSchemeMapping")
        given = {key.removeprefix(W): value for key, value in mapping.items()} if mapping is not None else {}
        self._mapping = {role: _NAMES.get(given.get(role, ""), name) for role, name in _MAPPING.items()}

    def text(self, element: Element | None) -> int | None:
        """Of `w:color`. None where nothing is said."""
        if element is None:
            return None
        colour = self._word(element, "val", "theme", "Color")
        return AUTO if colour is None else colour

    def shading(self, properties: Element | None) -> Fill | None:
        """Of the `w:shd` in these properties: a pattern of one colour on another."""
        shade = properties.find(f"{W}shd") if properties is not None else None
        if shade is None:
            return None
        pattern = shade.get(f"{W}val", "clear")
        ink = _ink(pattern)
        ground = self._word(shade, "fill", "themeFill", "")
        if pattern == "nil" or (not ink and ground is None):
            return CLEAR
        colour = self._word(shade, "color", "theme", "Color")
        return (mixed(colour or 0, WHITE if ground is None else ground, ink),)

    def highlight(self, properties: Element) -> Fill | None:
        element = properties.find(f"{W}highlight")
        named = PALETTE.get(element.get(f"{W}val", "")) if element is not None else None
        return None if named is None else (named,)

    def page(self, background: Element) -> Fill:
        colour = self._word(background, "color", "theme", "Color")
        return CLEAR if colour is None else (colour,)

    def drawn(self, parent: Element | None) -> tuple[int, float | None] | None:
        """The colour in the fill of a shape or of letters, and its alpha where it has one."""
        element = next(iter(parent), None) if parent is not None else None
        if element is None:
            return None
        colour = self._named(attribute(element, "val")) if local(element) == "schemeClr" else _plain(element)
        return None if colour is None else _changed(colour, element)

    def gradient(self, gradient: Element) -> Fill:
        """Its colours at even steps from its beginning to its end."""
        stops = []
        for stop in gradient.iter():
            found = self.drawn(stop) if local(stop) == "gs" else None
            if found is not None:
                stops.append((share(attribute(stop, "pos")), found[0]))
        stops.sort()
        return tuple(_between(stops, step / (_STEPS - 1)) for step in range(_STEPS)) if stops else CLEAR

    def _word(self, element: Element, attribute: str, theme: str, kind: str) -> int | None:
        """The theme's colour goes before the plain one, which is for readers without themes."""
        colour = self._named(element.get(f"{W}{theme}{kind}", ""))
        if colour is None:
            return hexadecimal(element.get(f"{W}{attribute}", ""))
        tint, shade = (hexadecimal(element.get(f"{W}{theme}{change}", "")) for change in ("Tint", "Shade"))
        if tint is not None:
            colour = mixed(colour, WHITE, min(tint, _FULL) / _FULL)
        return mixed(colour, 0, min(shade, _FULL) / _FULL) if shade is not None else colour

    def _named(self, name: str) -> int | None:
        role = _ROLES.get(name, name)
        return self._colours.get(self._mapping.get(role) or _NAMES.get(role, role))


def hexadecimal(value: str) -> int | None:
    with contextlib.suppress(ValueError):
        return int(value, 16) & WHITE
    return None  # "auto"


def _ink(pattern: str) -> float:
    if pattern in {"clear", "nil"}:
        return 0
    if pattern == "solid":
        return 1
    share = pattern.removeprefix("pct")
    return min(int(share), 100) / 100 if share.isdecimal() else _STRIPES


def average(fill: Fill) -> int | None:
    colour = fill[0] if fill else None
    for count, other in enumerate(fill[1:], 2):
        colour = mixed(other, colour or 0, 1 / count)
    return colour


def _between(stops: list[tuple[float, int]], position: float) -> int:
    before = max((stop for stop in stops if stop[0] <= position), default=stops[0])
    after = min((stop for stop in stops if stop[0] >= position), default=stops[-1])
    distance = after[0] - before[0]
    return mixed(after[1], before[1], (position - before[0]) / distance) if distance > 0 else before[1]


def local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """Shapes write their attributes without a namespace, letters within one."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _plain(element: Element) -> int | None:
    name, value = local(element), attribute(element, "val")
    if name == "prstClr":
        return _PRESETS.get(value)
    if name == "scrgbClr":
        red, green, blue = (round(_FULL * share(attribute(element, key))) for key in "rgb")
        return red << 16 | green << 8 | blue
    return hexadecimal(attribute(element, "lastClr") or value)


def _changed(colour: int, element: Element) -> tuple[int, float | None]:
    alpha = None
    for change in element:
        name, value = local(change), share(attribute(change, "val"))
        if name == "alpha":
            alpha = value
        elif name in {"lumMod", "lumOff"}:
            colour = _lightened(colour, value, name)
        elif name in {"shade", "tint"}:
            colour = mixed(colour, 0 if name == "shade" else WHITE, value)
    return colour, alpha


def _lightened(colour: int, value: float, name: str) -> int:
    red, green, blue = ((colour >> shift & _FULL) / _FULL for shift in (16, 8, 0))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(light * value if name == "lumMod" else light + value, 1)
    red, green, blue = colorsys.hls_to_rgb(hue, light, saturation)
    return round(red * _FULL) << 16 | round(green * _FULL) << 8 | round(blue * _FULL)


def share(value: str) -> float:
    """Thousandths of a percent, from 0 to 1."""
    with contextlib.suppress(ValueError):
        return min(max(int(value) / _PERCENT, 0), 1)
    return 1
