"""`python -m storage.extraction PATH SECONDS MEMORY_BYTES`: one JSON object on the standard output."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from storage.extraction.confinement import confine
from storage.extraction.outcome import Refused


def main() -> None:
    path, seconds, memory_bytes = sys.argv[1:]
    confine(seconds=int(seconds), memory_bytes=int(memory_bytes), folder=Path(path).resolve().parent)
    sys.stdout.buffer.write(json.dumps(_answer(Path(path)), ensure_ascii=False).encode())


def _answer(path: Path) -> dict[str, Any]:
    from storage.extraction.reading import extract  # noqa: PLC0415  (imported under the limits)

    try:
        return asdict(extract(path))
    except Refused as refused:
        return {"refused": refused.code}
    except (Exception, RecursionError, MemoryError) as error:  # whatever a broken file makes a parser raise
        return {"refused": "resume_unreadable", "cause": type(error).__name__}


main()
