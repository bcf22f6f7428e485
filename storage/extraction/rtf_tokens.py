"""The three things an RTF file is made of: braces, control words, text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# \word-12 with the one space that ends it; \'e0; any other escaped character; a brace; plain bytes.
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+", re.DOTALL
)


class Token(NamedTuple):
    """One of: a control word (with its number), a byte string of text, a brace, an escaped symbol."""

    word: str = ""
    number: int | None = None
    text: bytes = b""
    brace: bytes = b""
    symbol: bytes = b""


def tokens(content: bytes) -> Iterator[Token]:
    position = 0
    while found := _TOKEN.search(content, position):
        position = found.end()
        word, number, code, symbol, brace, text = found.groups()
        token = Token(
            word=word.decode("ascii") if word else "",
            number=int(number) if number else None,
            text=bytes.fromhex(code.decode("ascii")) if code else text or b"",
            brace=brace or b"",
            symbol=symbol or b"",
        )
        if token.word == "bin":  # so many raw bytes follow, whatever they look like
            position += max(token.number or 0, 0)
        else:
            yield token
