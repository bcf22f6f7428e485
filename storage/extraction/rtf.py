"""RTF, which job sites export and people save as `.doc` (RTF 1.9.1 of Microsoft)."""

import contextlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from storage.extraction.outcome import Reading, Refused
from storage.extraction.rtf_looks import LETTERS, PARAGRAPHS, Page, Words, letters, paragraph
from storage.extraction.rtf_shapes import Shape
from storage.extraction.rtf_tokens import Token, tokens
from storage.extraction.visibility import Look
from storage.extraction.writing import TextWriter

_MAX_DEPTH = 1000
_CHARACTERS = {
    "par": "\n", "line": "\n", "page": "\n", "sect": "\n", "row": "\n", "cell": "\t", "nestcell": "\t", "tab": "\t",
    "nestrow": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "emspace": " ", "enspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": " ", b"_": "-", b"\n": "\n", b"\r": "\n", b"{": "{", b"}": "}", b"\\": "\\"}
# Groups that are about the document and not in it. Any group that begins with \* and is not known is one as well.
_ASIDE = {
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "fldinst", "themedata", "datastore", "listtable",
    "listoverridetable", "rsidtbl", "generator", "latentstyles", "xmlnstbl", "nonshppict", "bkmkstart", "bkmkend",
    "annotation", "atnid", "atnauthor", "filetbl", "revtbl", "mmathPr", "wgrffmtfilter", "sp", "sn", "sv",
}  # fmt: skip
_STARRED_TEXT = {"shppict", "shpinst", "shptxt", "fldrslt", "nesttableprops"}
# The charset numbers of Windows fonts that are not of code page 1252.
_CHARSETS = {204: "cp1251", 238: "cp1250", 161: "cp1253", 162: "cp1254", 186: "cp1257", 128: "cp932", 134: "gbk"}
_UNSIGNED_16 = 0x10000


@dataclass(frozen=True)
class _State:
    """What a group inherits and forgets at its end. `skip` characters follow a \\u for readers without Unicode;
    `ground` is what the text box around the text says."""

    letters: Words = field(default_factory=dict)
    paragraph: Words = field(default_factory=dict)
    ground: Look = field(default_factory=Look)
    deleted: bool = False
    font: int | None = None
    aside: str = ""
    skip: int = 1


def read(path: Path) -> Reading:
    content = path.read_bytes()
    reader = _Reader(_switched_off(content))
    for token in tokens(content):
        reader.take(token)
    reader.flush()
    writer = reader.writer
    return Reading("rtf", writer.text, writer.hidden, truncated=writer.truncated)


class _Reader:
    def __init__(self, switched_off: set[str]) -> None:
        self.writer = TextWriter()
        self._switched_off = switched_off
        self._state = _State()
        self._stack: list[_State] = []
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._colours: list[int | None] = []
        self._colour: int | None = None
        self._page = Page()
        self._shape = Shape()
        self._judged: tuple[object, object, object] = (None, None, None)
        self._reason: str | None = None
        self._bytes = bytearray()
        self._to_skip = 0
        self._starred = False

    def take(self, token: Token) -> None:
        if token.text:
            self._take_bytes(token.text)
            return
        self.flush()
        if token.brace:
            self._take_brace(token.brace)
        elif token.symbol:
            self._take_symbol(token.symbol)
        elif token.word:
            self._take_word(token.word, token.number)

    def flush(self) -> None:
        """Bytes are decoded a run at a time: in East Asian code pages a character has two."""
        if self._bytes:
            font = self._fonts.get(self._state.font if self._state.font is not None else -1)
            self._write(self._bytes.decode(font or self._encoding, errors="replace"))
            self._bytes.clear()

    def _take_bytes(self, content: bytes) -> None:
        if self._state.aside == "colortbl":
            # A semicolon ends a colour; one that says nothing, as the first one does, is automatic.
            for _ in range(content.count(b";")):
                self._colours.append(self._colour)
                self._page.changed = True
                self._colour = None
        elif self._state.aside in {"sn", "sv"}:
            text = content.decode("ascii", errors="replace")
            (self._shape.name if self._state.aside == "sn" else self._shape.value)(text)
        elif not self._state.aside:
            skipped = min(self._to_skip, len(content))
            self._to_skip -= skipped
            self._bytes += content[skipped:]

    def _take_brace(self, brace: bytes) -> None:
        self._to_skip, self._starred = 0, False
        if brace == b"{":
            if len(self._stack) >= _MAX_DEPTH:
                raise Refused("resume_unreadable")
            self._stack.append(self._state)
        elif self._stack:
            self._state = self._stack.pop()

    def _take_symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
        else:
            self._write(_SYMBOLS.get(symbol, ""))

    def _take_word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word in _ASIDE or word in self._switched_off or (starred and word not in _STARRED_TEXT):
            self._state = replace(self._state, aside=word)
        elif self._state.aside:
            self._define(word, number or 0)
        elif word == "u" and number is not None:
            self._write(chr(number % _UNSIGNED_16))
            self._to_skip = self._state.skip
        elif word in _CHARACTERS:
            self._write(_CHARACTERS[word])
        elif word in {"ansicpg", "mac", "pc", "pca"}:
            self._encoding = _code_page(word, number)
        else:
            self._format(word, number)
        if not self._state.aside:
            self._place(word, number or 0)

    def _define(self, word: str, number: int) -> None:
        if self._state.aside == "fonttbl":
            if word == "f":
                self._state = replace(self._state, font=number)
            elif word == "fcharset" and self._state.font is not None and number in _CHARSETS:
                self._fonts[self._state.font] = _CHARSETS[number]
        elif self._state.aside == "colortbl":
            shift = {"red": 16, "green": 8, "blue": 0}.get(word)
            if shift is not None:
                self._colour = (self._colour or 0) | (number & 0xFF) << shift

    def _place(self, word: str, number: int) -> None:
        self._page.take(word, number)
        self._shape.take(word, number)
        if word == "shpinst":
            self._shape = Shape()
        elif word == "shptxt":
            ground = self._shape.ground(self._page.sheet)
            self._state = replace(self._state, letters={}, paragraph={}, ground=ground)

    def _format(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "plain":
            self._state = replace(state, letters={}, deleted=False)
        elif word == "pard":
            self._state = replace(state, paragraph={})
        elif word in LETTERS:
            self._state = replace(state, letters={**state.letters, word: LETTERS[word] if number is None else number})
        elif word in PARAGRAPHS:
            given = PARAGRAPHS[word] if number is None else number
            self._state = replace(state, paragraph={**state.paragraph, word: given})
        elif word == "deleted":
            self._state = replace(state, deleted=number != 0)
        elif word == "f":
            self._state = replace(state, font=number)
        elif word == "uc" and number is not None:
            self._state = replace(state, skip=number)

    def _write(self, text: str) -> None:
        """Deleted text waits for a reviewer."""
        if not self._state.aside and not self._state.deleted:
            self.writer.write(text, hidden=self._hidden())

    def _hidden(self) -> str | None:
        """Judged again only when something has changed: a character may be a token of its own."""
        state = self._state
        now = (state.letters, state.paragraph, state.ground)
        if self._page.changed or any(one is not other for one, other in zip(now, self._judged, strict=True)):
            self._judged, self._reason, self._page.changed = now, self._judge(state), False
        return self._reason

    def _judge(self, state: _State) -> str | None:
        look = letters(state.letters, self._colours).on(paragraph(state.paragraph, self._colours, self._page.sheet))
        cell = self._page.cell(self._colours) if "intbl" in state.paragraph else Look()
        return look.on(cell).on(state.ground).hidden


def _switched_off(content: bytes) -> set[str]:
    """Headers and footers of pages that are not told apart anywhere in the document."""
    kinds = {b"\\titlepg": {"headerf", "footerf"}, b"\\facingp": {"headerl", "footerl"}}
    return set().union(*(words for switch, words in kinds.items() if switch not in content))


def _code_page(word: str, number: int | None) -> str:
    name = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(word) or f"cp{number}"
    with contextlib.suppress(LookupError):
        "".encode(name)
        return name
    return "cp1252"
