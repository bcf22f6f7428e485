"""How a run of a DOCX looks: its own properties over its styles over its paragraph's."""

import contextlib
import math
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from storage.extraction.docx_colours import Theme, W
from storage.extraction.docx_effects import effect
from storage.extraction.docx_parts import is_on
from storage.extraction.visibility import READABLE_SIZE, TINY, Look

_MAX_INHERITANCE = 20
# Far beyond any length, in the smallest unit there is.
_MOST = 1e9
TWIPS = 20
# A line's height in 240ths of the usual one. Less than this and neighbouring lines lie upon each other.
_LEAST_LINE = 96


class Styles:
    """The looks of the document's named styles, with what they are based on."""

    def __init__(self, styles: Element, theme: Theme, numbering: Element) -> None:
        self.theme = theme
        self._levels = dict(_levels(numbering))
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
        self._usual = next((s for s in styles.iter(f"{W}style") if _is_usual(s)), None)
        defaults = styles.find(f"{W}docDefaults")
        self._default_paragraph, letters = (
            defaults.find(f"{W}{kind}Default/{W}{kind}") if defaults is not None else None for kind in ("pPr", "rPr")
        )
        self.default = self._runs(letters).over(self._paragraphs(self._default_paragraph))

    def paragraph(self, paragraph: Element) -> Look:
        properties = paragraph.find(f"{W}pPr")
        look = self._paragraphs(properties)
        for properties in self.paragraph_styles(paragraph):
            look = look.over(self._runs(properties.find(f"{W}rPr"))).over(self._paragraphs(properties.find(f"{W}pPr")))
        return look

    def paragraph_styles(self, paragraph: Element) -> Iterator[Element]:
        """The style that is named, or else the document's usual one, and what it is based on, nearest first."""
        reference = paragraph.find(f"{W}pPr/{W}pStyle")
        style = self._styles.get(reference.get(f"{W}val", "")) if reference is not None else None
        return self.chain(self._usual if style is None else style)

    def paragraph_properties(self, paragraph: Element) -> Iterator[Element]:
        """Its own and its styles', nearest first, and the document's."""
        styles = [style.find(f"{W}pPr") for style in self.paragraph_styles(paragraph)]
        own = paragraph.find(f"{W}pPr")
        level = next((p.find(f"{W}numPr") for p in (own, *styles) if p is not None and _is_listed(p)), None)
        found = (own, self._levels.get(_level(level)) if level is not None else None, *styles, self._default_paragraph)
        return (properties for properties in found if properties is not None)

    def run(self, run: Element) -> Look:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return Look()
        look = self._runs(properties)
        for style in self.named(properties.find(f"{W}rStyle")):
            look = look.over(self._runs(style.find(f"{W}rPr")))
        return _fitted(run, properties, look)

    def named(self, reference: Element | None) -> Iterator[Element]:
        return self.chain(self._styles.get(reference.get(f"{W}val", "")) if reference is not None else None)

    def chain(self, style: Element | None) -> Iterator[Element]:
        for _ in range(_MAX_INHERITANCE):
            if style is None:
                return
            yield style
            base = style.find(f"{W}basedOn")
            style = self._styles.get(base.get(f"{W}val", "")) if base is not None else None

    def region(self, properties: Element | None) -> Look:
        """Of a table's style or one of its regions."""
        if properties is None:
            return Look()
        look = self._runs(properties.find(f"{W}rPr")).over(self._paragraphs(properties.find(f"{W}pPr")))
        fills = (self.theme.shading(properties.find(f"{W}{kind}")) for kind in ("tcPr", "tblPr"))
        for fill in fills:
            look = look.over(Look(fill=fill))
        return look

    def _runs(self, properties: Element | None) -> Look:
        if properties is None:
            return Look()
        vanish, scale = properties.find(f"{W}vanish"), _value(properties, "w")
        complex_script = is_on(properties, "cs") or is_on(properties, "rtl")
        size, raised = _value(properties, "szCs" if complex_script else "sz"), _value(properties, "position")
        spacing = _value(properties, "spacing")
        fill = self.theme.highlight(properties)
        return Look(
            vanish=None if vanish is None else is_on(properties, "vanish"),
            colour=effect(properties, self.theme, self.theme.text(properties.find(f"{W}color"))),
            # Sizes are in half points.
            size=None if size is None else size / 2,
            fill=self.theme.shading(properties) if fill is None else fill,
            scale=None if scale is None else scale / 100,
            spacing=None if spacing is None else spacing / TWIPS,
            raised=None if raised is None else raised / 2,
        )

    def _paragraphs(self, properties: Element | None) -> Look:
        if properties is None:
            return Look()
        return Look(fill=self.theme.shading(properties), line=_line(properties.find(f"{W}spacing")))


def _levels(numbering: Element) -> Iterator[tuple[tuple[str, str], Element]]:
    """The properties of paragraphs by the number of their list and its level."""
    kinds = {kind.get(f"{W}abstractNumId", ""): kind for kind in numbering.findall(f"{W}abstractNum")}
    for listed in numbering.findall(f"{W}num"):
        reference = listed.find(f"{W}abstractNumId")
        kind = kinds.get(reference.get(f"{W}val", "")) if reference is not None else None
        own = listed.findall(f"{W}lvlOverride/{W}lvl")
        for level in (*(kind.findall(f"{W}lvl") if kind is not None else ()), *own):
            properties = level.find(f"{W}pPr")
            if properties is not None:
                yield (listed.get(f"{W}numId", ""), level.get(f"{W}ilvl", "0")), properties


def _is_listed(properties: Element) -> bool:
    return properties.find(f"{W}numPr") is not None


def _level(listed: Element) -> tuple[str, str]:
    identity, level = listed.find(f"{W}numId"), listed.find(f"{W}ilvl")
    return (
        identity.get(f"{W}val", "") if identity is not None else "",
        level.get(f"{W}val", "0") if level is not None else "0",
    )


def number(text: str | None) -> float | None:
    with contextlib.suppress(ValueError):
        value = float(text.removesuffix("%")) if text else math.nan
        return None if math.isnan(value) else min(max(value, -_MOST), _MOST)
    return None


def _is_usual(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}


def _value(properties: Element, name: str) -> float | None:
    element = properties.find(f"{W}{name}")
    return number(element.get(f"{W}val")) if element is not None else None


def _line(spacing: Element | None) -> float | None:
    """In points where it is exact; infinite where the letters make it, which undoes an exact one of a style."""
    height = number(spacing.get(f"{W}line")) if spacing is not None else None
    if spacing is None or height is None:
        return None
    rule = spacing.get(f"{W}lineRule", "auto")
    if rule == "exact":
        return height / TWIPS
    return 0 if rule == "auto" and height < _LEAST_LINE else math.inf


def _fitted(run: Element, properties: Element, look: Look) -> Look:
    """A run may be told to fit a width, whatever its length."""
    width = _value(properties, "fitText")
    letters = sum(len(node.text or "") for node in run.iter(f"{W}t"))
    if width is None or width / TWIPS >= letters * READABLE_SIZE / 2:
        return look
    return Look(concealed=TINY).over(look)
