"""The parts of a DOCX that Word opens: what no relation leads to, or no section switches on, is not in the document."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from storage.extraction.archive import Archive
from storage.extraction.docx_colours import W
from storage.extraction.outcome import Refused

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFF = {"0", "false", "off"}
_MAIN = "word/document.xml"
_PROGRAM = re.compile(r".*(vbaProject\.bin|oleObject\d*\.bin|activeX\d*\.(bin|xml))", re.IGNORECASE)
_RELATIONS = re.compile(r"word/_rels/.*\.rels")
_REMOTE = re.compile(r"(https?|ftp):|\\\\|//|file://[^/]", re.IGNORECASE)
# A hyperlink waits to be clicked; these are fetched as the document opens.
_FETCHED = ("attachedTemplate", "oleObject", "frame", "subDocument")


class Package:
    """Parts by how they are referred to. `part` is the name of the one that refers."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._relations: dict[str, list[Element]] = {}
        main = next(self._targets("", "officeDocument"), _MAIN)
        self.main = main if main in archive else _MAIN

    def xml(self, name: str) -> Element:
        return self._archive.xml(name)

    def read(self, name: str) -> bytes:
        return self._archive.read(name)

    def one(self, kind: str) -> Element:
        """The document's part of this kind (`styles`, `settings`, `theme`); an empty element where there is none."""
        name = next(self._targets(self.main, kind), None)
        return Element("none") if name is None else self.xml(name)

    def referred(self, part: str, identifier: str | None) -> str | None:
        for relation in self._of(part):
            if relation.get("Id") == identifier:
                return self._target(part, relation)
        return None

    def _targets(self, part: str, kind: str) -> Iterator[str]:
        for relation in self._of(part):
            target = self._target(part, relation)
            if relation.get("Type", "").endswith(f"/{kind}") and target is not None:
                yield target

    def _of(self, part: str) -> list[Element]:
        if part not in self._relations:
            name = posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")
            self._relations[part] = list(self._archive.xml(name)) if name in self._archive else []
        return self._relations[part]

    def _target(self, part: str, relation: Element) -> str | None:
        if relation.get("TargetMode") == "External":
            return None
        name = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), relation.get("Target", "")))[1:]
        return name if name in self._archive else None


@dataclass(frozen=True)
class Stories:
    """Names of the parts with headers and with footers that are on some page, in order and once each."""

    headers: list[str]
    footers: list[str]


def stories(package: Package, document: Element, settings: Element) -> Stories:
    return Stories(*(_in_use(package, document, settings, f"{W}{kind}Reference") for kind in ("header", "footer")))


def from_second_page(package: Package, document: Element, settings: Element) -> set[str]:
    """Names of the headers and footers that a document of one page does not show."""
    kinds = ("header", "footer")
    first = sections(document)[:1]
    shown = {n for kind in kinds for n in _shown_in(first, package, settings, f"{W}{kind}Reference", one_page=True)}
    every = {n for kind in kinds for n in _in_use(package, document, settings, f"{W}{kind}Reference")}
    return every - shown


def sections(document: Element) -> list[Element]:
    """The properties of sections: those of all but the last stand in a paragraph. Earlier versions of them, kept for
    a reviewer, are left out."""
    within = (paragraph.find(f"{W}pPr/{W}sectPr") for paragraph in document.iter(f"{W}p"))
    last = document.find(f"{W}body/{W}sectPr")
    return [section for section in (*within, last) if section is not None]


def is_on(properties: Element | None, name: str) -> bool:
    element = properties.find(f"{W}{name}") if properties is not None else None
    return element is not None and element.get(f"{W}val", "1") not in OFF


def refuse_active_content(archive: Archive) -> None:
    if any(_PROGRAM.fullmatch(name) for name in archive.names):
        raise Refused("resume_active_content")
    for name in filter(_RELATIONS.fullmatch, archive.names):
        for relation in archive.xml(name):
            if relation.get("Type", "").endswith(_FETCHED) and _REMOTE.match(relation.get("Target", "")):
                raise Refused("resume_active_content")


def _in_use(package: Package, document: Element, settings: Element, tag: str) -> list[str]:
    """A section without a reference of its own keeps the one of the section before."""
    return _shown_in(sections(document), package, settings, tag)


def _shown_in(
    parts: list[Element], package: Package, settings: Element, tag: str, *, one_page: bool = False
) -> list[str]:
    found: dict[str, None] = {}
    current: dict[str, str | None] = {}
    even = is_on(settings, "evenAndOddHeaders") and not one_page
    for section in parts:
        for reference in section.findall(tag):
            current[reference.get(f"{W}type", "default")] = package.referred(package.main, reference.get(f"{R}id"))
        title = is_on(section, "titlePg")
        shown = {"first": title, "default": not (title and one_page), "even": even}
        found |= dict.fromkeys(name for kind, on in shown.items() if on and (name := current.get(kind)))
    return list(found)
