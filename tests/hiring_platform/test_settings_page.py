"""docs/settings.md and the code name the same variables."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READ = re.compile(r"""\b(?:(?:text|words|integer|flag|choice|path)\(|_(?:text|number)\(env, )"([A-Z][A-Z0-9_]+)""")
# What `make run` tells its own processes; nobody sets these by hand.
OURS = {"LAUNCHER_PID", "ANNOUNCE", "WEB_PORT", "PATH", "DJANGO_SETTINGS_MODULE"}


def test_every_variable_that_is_read_is_described_and_none_is_invented() -> None:
    code = "".join(
        file.read_text() for folder in ("hiring_platform", "ai_hr") for file in (ROOT / folder).rglob("*.py")
    )
    described = set(re.findall(r"^\| `([A-Z0-9_]+)`", (ROOT / "docs/settings.md").read_text(), re.M))
    assert set(READ.findall(code)) - OURS == described


def test_only_one_module_of_each_process_reads_the_environment() -> None:
    readers = {
        str(file.relative_to(ROOT))
        for folder in ("hiring_platform", "accounts", "companies", "vacancies", "interviews", "storage", "ai_hr")
        for file in (ROOT / folder).rglob("*.py")
        if re.search(r"os\.environ(?!\.(setdefault|update))|getenv", file.read_text())
    }
    # The launcher's rooms, and the one that reads resumes, hand the environment on to the processes they start.
    handing_on = {name for name in readers if name.startswith("hiring_platform/local/")} | {"storage/sandbox.py"}
    assert readers - handing_on == {"ai_hr/settings.py"}
