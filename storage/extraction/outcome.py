"""What reading a file ends with: a text with its quality, or a refusal."""

from dataclasses import dataclass, field
from typing import Literal, TypedDict

Kind = Literal["pdf", "docx", "doc", "odt", "rtf", "txt"]
Refusal = Literal[
    "unsupported_type",
    "resume_encrypted",
    "resume_without_text",
    "resume_scanned",
    "resume_unreadable",
    "resume_active_content",
]


class HiddenSpan(TypedDict):
    """`text[start:end]` is not visible to a reader of the rendered document, for this reason."""

    start: int
    end: int
    reason: str


class Quality(TypedDict):
    """How far the text can be trusted. `letters_share` is taken over all visible characters, 0 to 1; `language` is
    `ru`, `en`, `mixed` or `unknown`; `repaired` says that the letters were recovered from a broken encoding."""

    pages: int
    pages_with_text: int
    letters_share: float
    language: str
    hidden: list[HiddenSpan]
    repaired: bool
    truncated: bool
    ocr: bool


@dataclass(frozen=True)
class Extraction:
    kind: Kind
    text: str
    extractor: str
    quality: Quality


class Refused(Exception):
    """Nothing can be read from this file, and `code` says why."""

    def __init__(self, code: Refusal) -> None:
        self.code = code
        super().__init__(code)


@dataclass
class Reading:
    """What a reader of one format found, before it is judged. A format without pages counts as one page."""

    extractor: str
    text: str
    hidden: list[HiddenSpan] = field(default_factory=list)
    pages: int = 1
    pages_with_text: int = 1
    truncated: bool = False
    ocr: bool = False
