"""Plain text, in the encodings in which Russian resumes are really saved."""

from pathlib import Path

from storage.extraction.outcome import Reading, Refused
from storage.extraction.writing import MAX_CHARACTERS, TextWriter

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# In KOI8-R the common letters are lower case where CP1251 has capitals, and the other way round: the right one of
# the two shows far more of these.
_COMMON = frozenset("оеаинтсрвл")


def read(path: Path) -> Reading:
    with path.open("rb") as file:
        content = file.read(MAX_CHARACTERS * 4 + 4)
    writer = TextWriter()
    writer.write(decode(content))
    return Reading(extractor="text", text=writer.text, truncated=writer.truncated)


def decode(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # Cut in the middle of a letter by the reading limit, it is still UTF-8.
        if error.start >= len(content) - 3 and error.reason == "unexpected end of data":
            return content[: error.start].decode("utf-8")
    if b"\0" in content:
        raise Refused("unsupported_type")
    return max((content.decode(name, errors="replace") for name in ("cp1251", "koi8-r", "cp866")), key=_commonness)


def _commonness(text: str) -> int:
    return sum(1 for character in text if character in _COMMON)
