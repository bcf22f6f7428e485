"""The files that deploy us name only what really exists."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from compose_spec import PyCompose

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = (ROOT / "docker-compose.yml").read_text()


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return dict(yaml.safe_load(COMPOSE)["services"])


def test_compose_file_is_one_by_the_specification() -> None:
    parsed = PyCompose.from_yaml(COMPOSE)
    parsed.validate()
    assert sorted(parsed.service_names()) == ["ai-hr", "backend", "mongodb"]


def test_the_seeds_ports_are_served(services: dict[str, Any]) -> None:
    assert services["backend"]["ports"] == ["5000:5000"]
    assert services["ai-hr"]["ports"] == ["127.0.0.1:8002:8002"]


def test_each_variable_given_to_a_service_is_read_by_it(services: dict[str, Any]) -> None:
    readers = {"backend": ["hiring_platform"], "ai-hr": ["ai_hr"]}
    for service, packages in readers.items():
        code = "".join(file.read_text() for package in packages for file in (ROOT / package).rglob("*.py"))
        unread = [name for name in services[service]["environment"] if f'"{name}"' not in code]
        assert unread == [], service


@pytest.mark.parametrize("dockerfile", ["Dockerfile", "ai_hr/Dockerfile"])
def test_images_copy_only_what_exists(dockerfile: str) -> None:
    text = (ROOT / dockerfile).read_text()
    copied = [name for line in re.findall(r"^COPY (.+) \S+$", text, re.M) for name in line.split()]
    assert copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_no_image_installs_the_embedded_database() -> None:
    shipped = (ROOT / "requirements.txt").read_text() + (ROOT / "ai_hr/requirements.txt").read_text()
    assert "secantus" not in shipped.lower()
    assert "requirements-local" not in (ROOT / "Dockerfile").read_text()


def test_every_requirement_is_pinned() -> None:
    for file in [*ROOT.glob("requirements*.txt"), ROOT / "ai_hr" / "requirements.txt"]:
        lines = [line for line in file.read_text().splitlines() if line and not line.startswith(("#", "-r"))]
        assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+(\[[a-z0-9,]+\])?==\S+", line)] == []


def test_the_workflow_calls_what_the_makefile_has() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text())
    runs = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    assert {run.split()[1] for run in runs if run.startswith("make ")} <= targets
    assert {job["strategy"]["matrix"]["python"][-1] for job in workflow["jobs"].values() if "strategy" in job} == {
        "3.13"
    }


def test_production_refuses_to_start_without_a_secret(tmp_path: Path) -> None:
    started = subprocess.run(
        [sys.executable, ROOT / "manage.py", "check"],
        env={"PATH": "", "DEBUG": "0", "DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode == 1
    assert "SECRET_KEY is required when DEBUG=0." in started.stderr
