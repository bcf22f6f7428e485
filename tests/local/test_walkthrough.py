"""docs/walkthrough.md: every command is run, every answer that is printed there is the one that comes."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.local.platform import ROOT, running_platform

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("whole processes")]

PAGE = (ROOT / "docs/walkthrough.md").read_text()
BLOCK = re.compile(r"```(sh|json|text)\n(.*?)```", re.S)
VARIES = {
    "<id>": r"[0-9a-f]{24}",
    "<token>": r"[\w-]+\.[\w-]+\.[\w-]+",
    "<key>": r"resumes/[\w/.-]+",
    "<session>": r"[\w-]+",
    "<time>": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z",
    "<address>": r"/[\w/-]+",
}


class Shell:
    """One bash for the whole page, so that what a command sets the next one finds."""

    _END = "=== end of output ==="

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            ["bash"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.folder = folder

    def run(self, command: str) -> tuple[int, str]:
        assert self.process.stdin
        assert self.process.stdout
        here = command.replace("/tmp/", f"{self.folder}/")
        self.process.stdin.write(f"{here}\necho; echo '{self._END}' $?\n")
        self.process.stdin.flush()
        lines: list[str] = []
        for line in self.process.stdout:
            if line.startswith(self._END):
                return int(line.split()[-1]), "".join(lines).strip()
            lines.append(line)
        raise AssertionError("the shell has ended")


def steps() -> Iterator[tuple[str, str, str]]:
    """Each command with the kind and the text of the output printed under it, if any."""
    blocks = [match.groups() for match in BLOCK.finditer(PAGE)]
    for place, (kind, text) in enumerate(blocks):
        if kind == "sh":
            printed = blocks[place + 1] if place + 1 < len(blocks) and blocks[place + 1][0] != "sh" else ("", "")
            yield text, printed[0], printed[1]


def test_every_command_does_what_the_page_says(tmp_path: Path) -> None:
    with running_platform(tmp_path / "var") as platform:
        shell = Shell(tmp_path)
        for command, kind, printed in steps():
            status, output = shell.run(command.replace("http://127.0.0.1:5000", platform.url))
            assert status == 0, f"{command}\n{output}"
            if kind == "json":
                assert_like(json.loads(printed), json.loads(output), command)
            elif kind == "text":
                assert output == printed.strip(), command
        shell.process.kill()


def assert_like(printed: Any, came: Any, where: str) -> None:
    """Equal, but for what stands in angle brackets on the page."""
    if isinstance(printed, dict):
        assert isinstance(came, dict), where
        assert set(printed) == set(came), where
        for name, value in printed.items():
            assert_like(value, came[name], f"{where}.{name}")
    elif isinstance(printed, list):
        assert len(printed) == len(came), where
        for place, (one, other) in enumerate(zip(printed, came, strict=True)):
            assert_like(one, other, f"{where}[{place}]")
    elif isinstance(printed, str) and (pattern := _pattern(printed)):
        assert re.fullmatch(pattern, came), f"{where}: {came}"
    else:
        assert came == printed, where


def _pattern(printed: str) -> str:
    if not any(word in printed for word in VARIES):
        return ""
    pattern = re.escape(printed)
    for word, form in VARIES.items():
        pattern = pattern.replace(re.escape(word), form)
    return pattern
