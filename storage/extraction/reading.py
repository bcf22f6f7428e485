"""From a path to a text: recognise, read, repair, judge."""

from importlib import import_module
from pathlib import Path

from storage.extraction.kinds import kind_of
from storage.extraction.mojibake import repaired
from storage.extraction.outcome import Extraction, Reading
from storage.extraction.quality import judged


def extract(path: Path) -> Extraction:
    """Raises `Refused`; anything else that is raised is a reader stumbling over a broken file."""
    kind = kind_of(path)
    # Only the reader that is needed is imported: PDFium alone costs more than the rest of the start.
    reader = import_module(f"storage.extraction.{kind}")
    reading: Reading = reader.read(path)
    reading.text, was_broken = repaired(reading.text)
    return Extraction(kind, reading.text, reading.extractor, judged(reading, repaired=was_broken))
