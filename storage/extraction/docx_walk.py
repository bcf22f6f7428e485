"""What of a DOCX's XML is on the page: deleted text, the code of fields and what Word does not know are left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from storage.extraction.docx_colours import W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Of the two forms of a shape Word takes the new one when it knows its namespace, by the name that Word itself gives.
_KNOWN = {
    "wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid",
    "cx", "cx1", "am3d", "aink", "a14",
}  # fmt: skip
_DELETED = {f"{W}del", f"{W}moveFrom"}
# Fields that mark a place or keep a value: Word shows nothing for them.
_SILENT = {"SET", "ASK", "XE", "TC", "TA", "RD", "PRIVATE"}


def children(element: Element) -> Iterator[Element]:
    for node in element:
        if node.tag == f"{MC}AlternateContent":
            yield from children(_taken(node))
        elif node.tag not in _DELETED:
            yield node


def within(element: Element, *tags: str) -> Iterator[Element]:
    """The nearest elements of these names: in content controls, links and insertions, but in no element that Word
    would pass over, and not in a text box."""
    for node in children(element):
        if node.tag in tags:
            yield node
        elif node.tag.startswith(W) and not _is_silent(node):
            yield from within(node, *tags)


def text_boxes(element: Element) -> Iterator[Element]:
    for node in children(element):
        if node.tag == f"{W}txbxContent":
            yield node
        else:
            yield from text_boxes(node)


def code_of_fields(runs: Iterable[Element]) -> set[int]:
    """Identities of the nodes of these runs that are in the code of a field, from `begin` to `separate`. A field that
    is never closed is none."""
    nodes = [node for run in runs for node in run]
    closed, fields = _closed(nodes), list[_Field]()
    found = set()
    for node in nodes:
        kind = node.get(f"{W}fldCharType") if node.tag == f"{W}fldChar" else None
        if kind == "begin" and id(node) in closed:
            fields.append(_Field())
        elif kind == "separate" and fields:
            fields[-1].result = True
        elif kind == "end" and fields and id(node) in closed:
            fields.pop()
        elif node.tag == f"{W}instrText" and fields and not fields[-1].result:
            fields[-1].code += node.text or ""
        if any(not field.is_shown for field in fields):
            found.add(id(node))
    return found


@dataclass
class _Field:
    code: str = ""
    result: bool = False

    @property
    def is_shown(self) -> bool:
        return self.result and _name(self.code) not in _SILENT


def _closed(nodes: list[Element]) -> set[int]:
    """Both ends of every field that has two."""
    open_fields: list[Element] = []
    closed = set()
    for node in nodes:
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append(node)
        elif kind == "end" and open_fields:
            closed |= {id(node), id(open_fields.pop())}
    return closed


def _is_silent(node: Element) -> bool:
    return node.tag == f"{W}fldSimple" and _name(node.get(f"{W}instr", "")) in _SILENT


def _name(code: str) -> str:
    return next(iter(code.split()), "").upper()


def _taken(alternatives: Element) -> Element:
    for choice in alternatives.findall(f"{MC}Choice"):
        if set(choice.get("Requires", "").split()) <= _KNOWN:
            return choice
    fallback = alternatives.find(f"{MC}Fallback")
    return Element("none") if fallback is None else fallback
