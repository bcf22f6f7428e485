"""DOCX, read straight from its XML: body, tables, text boxes, headers, footers and notes, in reading order."""

import math
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from storage.extraction.archive import Archive
from storage.extraction.docx_colours import Theme, W
from storage.extraction.docx_drawings import Drawing
from storage.extraction.docx_flow import Flow, sheet_of
from storage.extraction.docx_grounds import Grounds, Text
from storage.extraction.docx_looks import TWIPS, Styles, number
from storage.extraction.docx_measures import is_line_break
from storage.extraction.docx_paint import Painter
from storage.extraction.docx_parts import Package, from_second_page, is_on, refuse_active_content, sections, stories
from storage.extraction.docx_shapes import Drawings
from storage.extraction.docx_tables import Place, TableLooks, is_shown
from storage.extraction.docx_walk import code_of_fields, text_boxes, within
from storage.extraction.outcome import Reading
from storage.extraction.visibility import READABLE_SIZE, TINY, VANISHED, Look
from storage.extraction.writing import TextWriter

_BREAKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_P, _TBL = f"{W}p", f"{W}tbl"


def read(path: Path) -> Reading:
    archive = Archive(path)
    refuse_active_content(archive)
    package = Package(archive)
    document, settings = package.xml(package.main), package.one("settings")
    theme = Theme(package.one("theme"), settings)
    styles = Styles(package.one("styles"), theme, package.one("numbering"))
    parts = stories(package, document, settings)
    headers, footers = ({name: package.xml(name) for name in names} for names in (parts.headers, parts.footers))
    flow = Flow(styles, Drawings(Painter(package, theme)))
    sheet = sheet_of(next(iter(sections(document)), None))
    for name, root in headers.items():
        flow.header(root, name, sheet)
    for name, root in footers.items():
        flow.footer(root, name, sheet)
    flow.body(document, package.main)
    reader = _Reader(styles, flow)
    ground = styles.default.on(_page(document, settings, theme))
    unseen = from_second_page(package, document, settings) if flow.pages == 1 else set()
    seen = [[root for name, root in roots.items() if name not in unseen] for roots in (headers, footers)]
    for root in (*seen[0], document, *seen[1]):
        reader.story(root, ground)
    for kind in ("footnote", "endnote"):
        for note in package.one(f"{kind}s").findall(f"{W}{kind}"):
            if (f"{W}{kind}Reference", note.get(f"{W}id")) in reader.notes:
                reader.story(note, ground)
    writer = reader.writer
    return Reading("wordprocessingml", writer.text, writer.hidden, truncated=writer.truncated)


def _page(document: Element, settings: Element, theme: Theme) -> Look:
    """The colour of the page, which Word shows only when told to."""
    background = document.find(f"{W}background")
    if background is None or not is_on(settings, "displayBackgroundShape"):
        return Look()
    return Look(fill=theme.page(background))


class _Reader:
    def __init__(self, styles: Styles, flow: Flow) -> None:
        self.writer = TextWriter()
        # The notes that a reader finds a number for, by the kind of the reference.
        self.notes: set[tuple[str, str | None]] = set()
        self._styles = styles
        self._flow = flow
        self._grounds = Grounds(flow.drawings)
        self._code: set[int] = set()
        self._box: Drawing | None = None

    def story(self, root: Element, ground: Look) -> None:
        self._text(root, ground)
        self.writer.end_block()

    def _text(self, root: Element, ground: Look) -> None:
        """A text of its own: fields do not reach out of it."""
        outer, self._code = self._code, code_of_fields(within(root, f"{W}r"))
        self._blocks(root, ground)
        self._code = outer

    def _blocks(self, element: Element, ground: Look) -> None:
        for node in within(element, _P, _TBL):
            if node.tag == _P:
                self._paragraph(node, ground)
            else:
                self._table(node, ground)

    def _paragraph(self, paragraph: Element, ground: Look) -> None:
        self._inline(paragraph, ground)
        self.writer.end_line()
        for content in text_boxes(paragraph):
            outer, self._box = self._box, self._flow.boxes.get(id(content))
            self._text(content, self._inside(self._box))
            self._box = outer

    def _inside(self, box: Drawing | None) -> Look:
        """A text box that the page knows nothing of is none that Word shows."""
        default = self._styles.default
        if box is None:
            return replace(default, concealed=VANISHED)
        return replace(default, colour=default.colour if box.colour is None else box.colour, concealed=box.concealed)

    def _inline(self, paragraph: Element, ground: Look) -> None:
        look, spot, line = self._styles.paragraph(paragraph), self._flow.spots.get(id(paragraph)), 0.0
        for run in within(paragraph, f"{W}r"):
            letters = self._styles.run(run).on(look)
            for node in run:
                if id(node) in self._code:
                    continue
                piece = (node.text or "") if node.tag == f"{W}t" else _BREAKS.get(node.tag, "")
                hidden = letters.on(ground).hidden
                if spot is not None:
                    hidden = self._grounds.hidden(letters, ground, Text(spot, line, len(piece), self._box))
                    line = math.floor(line) + 1 if is_line_break(node) else line + len(piece) / spot.letters
                self.writer.write(piece, hidden=hidden)
                self._note(node, hidden)

    def _note(self, node: Element, hidden: str | None) -> None:
        if not hidden and node.tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            self.notes.add((node.tag, node.get(f"{W}id")))

    def _table(self, table: Element, ground: Look) -> None:
        looks = TableLooks(table, self._styles)
        rows = [row for row in within(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
        for position, row in enumerate(rows):
            below = Look(concealed=_concealed(row)).over(ground)
            cells = [cell if is_shown(cell, position) else Element("empty") for cell in within(row, f"{W}tc")]
            last = Place(position, 0, len(rows) - 1, len(cells) - 1)
            grounds = [looks.cell(cell, replace(last, column=column)).on(below) for column, cell in enumerate(cells)]
            self._row(cells, grounds)

    def _row(self, cells: list[Element], grounds: list[Look]) -> None:
        """One line for a row of one-line cells; cells with paragraphs of their own are a layout, read one by one."""
        in_line = all(_is_one_line(cell) for cell in cells)
        for position, (cell, ground) in enumerate(zip(cells, grounds, strict=True)):
            if not in_line:
                self._blocks(cell, ground)
                self.writer.end_block()
                continue
            if position:
                self.writer.write("\t")
            for paragraph in _paragraphs_with_text(cell):
                self._inline(paragraph, ground)
        self.writer.end_line()


def _concealed(row: Element) -> str | None:
    properties = row.find(f"{W}trPr")
    if is_on(properties, "hidden"):
        return VANISHED
    height = properties.find(f"{W}trHeight") if properties is not None else None
    if height is None or height.get(f"{W}hRule") != "exact":
        return None
    return TINY if (number(height.get(f"{W}val")) or 0) / TWIPS < READABLE_SIZE else None


def _is_one_line(cell: Element) -> bool:
    has_inner = any(True for _ in within(cell, _TBL)) or any(True for _ in text_boxes(cell))
    return not has_inner and len(_paragraphs_with_text(cell)) <= 1


def _paragraphs_with_text(cell: Element) -> list[Element]:
    return [paragraph for paragraph in within(cell, _P) if any(True for _ in within(paragraph, f"{W}t"))]
