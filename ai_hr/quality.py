"""What extraction records of a text, taken over entry by entry.

It goes into hashes and answers, so that all of it must be small and sound. What is neither known nor sound is passed
over: a resume is not refused for what was noted about it.
"""

from typing import Annotated, Any

from pydantic import BaseModel, Field, StringConstraints, TypeAdapter, ValidationError

MAX_PLACE = 2_500_000

Place = Annotated[int, Field(ge=0, le=MAX_PLACE)]
_Count = Annotated[int, Field(ge=0, le=1_000_000)]
_Share = Annotated[float, Field(ge=0, le=1)]
_Word = Annotated[str, StringConstraints(max_length=100)]


class _HiddenSpan(BaseModel):
    start: Place
    end: Place
    reason: _Word = ""


_SPAN = TypeAdapter(_HiddenSpan)
_KINDS: dict[str, TypeAdapter[Any]] = {
    "pages": TypeAdapter(_Count),
    "pages_with_text": TypeAdapter(_Count),
    "letters_share": TypeAdapter(_Share),
    "language": TypeAdapter(_Word),
    "repaired": TypeAdapter(bool),
    "truncated": TypeAdapter(bool),
    "ocr": TypeAdapter(bool),
}


def known_quality(sent: Any) -> Any:
    """The entries that are known and sound, and of the hidden spans those that are."""
    if not isinstance(sent, dict):
        return sent
    kept = {name: _read(kind, sent.get(name)) for name, kind in _KINDS.items()}
    if isinstance(sent.get("hidden"), list):
        kept["hidden"] = [span.model_dump() for item in sent["hidden"] if (span := _read(_SPAN, item))]
    return {name: value for name, value in kept.items() if value is not None}


def _read(kind: TypeAdapter[Any], value: Any) -> Any:
    try:
        return kind.validate_python(value)
    except ValidationError:
        return None
