"""`make run`: everything starts, everything stops, and a newcomer is told where to go. Kills are in test_killed."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.local.client import COMPANY
from tests.local.platform import ROOT, bare_environment, running_platform, wait_for_end

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("whole processes")]


def register_company(url: str) -> None:
    assert requests.post(f"{url}/register/company", json=COMPANY, timeout=30).status_code == 201


def can_sign_in(url: str) -> bool:
    words = {"email": COMPANY["email"], "password": COMPANY["password"]}
    return requests.post(f"{url}/login", json=words, timeout=30).status_code == 200


def test_it_starts_tells_where_and_stops_whole_and_the_next_start_finds_the_data(tmp_path: Path) -> None:
    with running_platform(tmp_path / "var") as platform:
        register_company(platform.url)
        assert requests.get(f"{platform.url}/docs", timeout=10).status_code == 200
        family = platform.family()
        platform.interrupt()
        assert wait_for_end(family) == []
        told = platform.log.read_text()
        assert f"running:  {platform.url}\n" in told
        assert f"{platform.url}/docs" in told
        assert COMPANY["email"] not in told
    with running_platform(tmp_path / "var") as platform:
        assert can_sign_in(platform.url)


def test_two_copies_run_side_by_side(tmp_path: Path) -> None:
    with running_platform(tmp_path / "one") as one, running_platform(tmp_path / "two") as two:
        register_company(one.url)
        assert (can_sign_in(one.url), can_sign_in(two.url)) == (True, False)


def test_what_it_keeps_on_disk_is_for_its_owner_only(tmp_path: Path) -> None:
    with running_platform(tmp_path / "var") as platform:
        for name in ("database", "secret_key"):
            mode = stat.S_IMODE((platform.data_dir / name).stat().st_mode)
            assert mode & 0o077 == 0, name


def test_manage_py_in_another_terminal_finds_the_database(tmp_path: Path) -> None:
    with running_platform(tmp_path / "var") as platform:
        done = subprocess.run(
            [sys.executable, "manage.py", "createstaff", "staff@example.com", "--password-stdin"],
            cwd=ROOT,
            env={**bare_environment(), "DATA_DIR": str(platform.data_dir)},
            input="a long pass phrase\n",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        words = {"email": "staff@example.com", "password": "a long pass phrase"}
        assert requests.post(f"{platform.url}/login", json=words, timeout=30).json()["role"] == "staff"


def test_a_taken_port_is_said_plainly(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        started = subprocess.run(
            [sys.executable, "-m", "hiring_platform.local.run"],
            cwd=ROOT,
            env={**os.environ, "PORT": str(port), "DATA_DIR": str(tmp_path), "MONGO_URI": ""},
            capture_output=True,
            text=True,
            check=False,
        )
    assert started.returncode == 1
    assert started.stderr == f"Port {port} is taken. Choose another: PORT={port + 1} make run\n"
