"""`python -m benchmarks.files`: pypdf, pypdfium2 and ours on the same documents, each in a process of its own.

Ours also orders columns and looks for hidden text, which the others do not. The confined process that the server
starts for each upload is measured on the last line.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.files import metrics
from benchmarks.files.documents import Document, documents
from benchmarks.files.methods import method

METHODS = ("pypdf", "pypdfium2", "ours")
_ROUNDS = 15


def main() -> None:
    if len(sys.argv) > 1:
        print(json.dumps(measured(*sys.argv[1:])))
        return
    made = list(documents())
    with tempfile.TemporaryDirectory() as folder:
        for number, document in enumerate(made):
            (Path(folder) / f"{number}.pdf").write_bytes(document.content)
        results = {name: json.loads(_run("benchmarks.files", name, folder)) for name in METHODS}
        _report(made, results)
        began = time.perf_counter()
        _run("storage.extraction", f"{folder}/0.pdf", "20", str(1024**3))
        print(f"\na whole upload of {made[0].pages} pages, process and all: {time.perf_counter() - began:.3f} s")


def measured(name: str, folder: str) -> dict[str, Any]:
    """The best time of several for each document, in seconds, its text, and the peak of memory in MB."""
    before = _peak_megabytes()
    read = method(name)
    paths = sorted(Path(folder).glob("*.pdf"))
    results = [(min(_timed(read, path) for _ in range(_ROUNDS)), read(path)) for path in paths]
    return {"results": results, "megabytes": _peak_megabytes() - before}


def _timed(read: Any, path: Path) -> float:
    began = time.perf_counter()
    read(path)
    return time.perf_counter() - began


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _run(*arguments: str) -> bytes:
    return subprocess.run([sys.executable, "-m", *arguments], check=True, capture_output=True).stdout


def _report(made: list[Document], results: dict[str, Any]) -> None:
    print(f"{'':<26}" + "".join(f"{name + ': ms/page':>20}{'recall':>8}{'order':>8}" for name in METHODS))
    for number, document in enumerate(made):
        row = f"{document.name:<26}"
        for name in METHODS:
            seconds, text = results[name]["results"][number]
            row += f"{seconds * 1000 / document.pages:>20.2f}{metrics.recall(text, document.blocks):>8.3f}"
            row += f"{metrics.order(text, document.blocks):>8.3f}"
        print(row)
    pages = sum(document.pages for document in made)
    totals = {name: sum(seconds for seconds, _ in results[name]["results"]) for name in METHODS}
    print(f"{'all':<26}" + "".join(f"{totals[name] * 1000 / pages:>20.2f}{'':>16}" for name in METHODS))
    print(
        f"{'memory above Python, MB':<26}" + "".join(f"{results[name]['megabytes']:>20.1f}{'':>16}" for name in METHODS)
    )
    print(f"\nours is {totals['pypdf'] / totals['ours']:.1f} times as fast as pypdf")


main()
