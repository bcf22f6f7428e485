"""How a run of a DOCX looks: its own properties over its styles over its paragraph's."""

from xml.etree.ElementTree import Element

from storage.extraction.archive import Archive
from storage.extraction.visibility import Look, is_almost_white

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = {"0", "false", "off"}
_STYLES = "word/styles.xml"
_MAX_INHERITANCE = 20


class Styles:
    """The looks of the document's named styles, with what they are based on."""

    def __init__(self, archive: Archive) -> None:
        root = archive.xml(_STYLES) if _STYLES in archive else Element("none")
        self._styles = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
        self._default = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def paragraph(self, paragraph: Element) -> Look:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return self._default
        named = self._named(properties.find(f"{W}pStyle"))
        return Look(shaded=_is_shaded(properties)).over(named).over(self._default)

    def run(self, run: Element, paragraph: Look) -> Look:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return paragraph
        return look_of(properties).over(self._named(properties.find(f"{W}rStyle"))).over(paragraph)

    def _named(self, reference: Element | None) -> Look:
        look, seen = Look(), 0
        while reference is not None and seen < _MAX_INHERITANCE:
            style = self._styles.get(reference.get(f"{W}val", ""))
            if style is None:
                break
            look = look.over(look_of(style.find(f"{W}rPr"))).over(Look(shaded=_is_shaded(style.find(f"{W}pPr"))))
            reference, seen = style.find(f"{W}basedOn"), seen + 1
        return look


def look_of(properties: Element | None) -> Look:
    if properties is None:
        return Look()
    vanish, size = properties.find(f"{W}vanish"), properties.find(f"{W}sz")
    return Look(
        vanish=None if vanish is None else vanish.get(f"{W}val", "1") not in _OFF,
        colour=_colour(properties.find(f"{W}color"), f"{W}val"),
        # In half points.
        size=float(size.get(f"{W}val", "24")) / 2 if size is not None else None,
        shaded=_is_shaded(properties) or properties.find(f"{W}highlight") is not None,
    )


def is_shaded_cell(cell: Element) -> bool:
    return _is_shaded(cell.find(f"{W}tcPr"))


def _is_shaded(properties: Element | None) -> bool:
    shade = properties.find(f"{W}shd") if properties is not None else None
    if shade is None:
        return False
    fill = _colour(shade, f"{W}fill")
    return fill is not None and not is_almost_white(fill)


def _colour(element: Element | None, attribute: str) -> int | None:
    try:
        return int(element.get(attribute, ""), 16) if element is not None else None
    except ValueError:  # "auto"
        return None
