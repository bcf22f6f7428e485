"""`manage.py sweep_storage` and `manage.py move_storage`."""

import io
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import storages
from django.core.management import CommandError, call_command

from hiring_platform.file_stores import local_store
from storage.moving import CorruptCopy, move_files
from storage.store import delete_file, save_once
from tests import factories
from tests.storage.rclone import BUCKET, KEY, SECRET, S3Server, serving

USED = "resumes/0123456789abcdef01234567/used.pdf"
ORPHAN = "resumes/0123456789abcdef01234567/orphan.pdf"
YOUNG = "avatars/0123456789abcdef01234567/young.webp"
OF_OTHERS = "backups/old.tar"


@pytest.fixture
def stored(store_folder: Path) -> None:
    """A candidate's resume, an orphan of two days, one of a moment, and a file that is not ours."""
    for key in (USED, ORPHAN, YOUNG, OF_OTHERS):
        save_once(key=key, content=key.encode())
    factories.make_candidate(resume=factories.make_resume(key=USED))
    two_days_ago = time.time() - 48 * 3600
    for key in (USED, ORPHAN, OF_OTHERS):
        os.utime(store_folder / key, (two_days_ago, two_days_ago))


def run(*arguments: str) -> str:
    output = io.StringIO()
    call_command(*arguments, stdout=output)
    return output.getvalue()


@pytest.mark.usefixtures("stored")
def test_sweep_is_dry_by_default(stored_names: Callable[[], list[str]]) -> None:
    assert run("sweep_storage").splitlines() == [
        f"orphan  {ORPHAN}  {len(ORPHAN)} bytes",
        "1 orphans, 0 dangling references.",
        "Nothing was removed; run again with --delete.",
    ]
    assert stored_names() == sorted([USED, ORPHAN, YOUNG, OF_OTHERS])


@pytest.mark.usefixtures("stored")
def test_sweep_removes_old_orphans_and_nothing_else(stored_names: Callable[[], list[str]]) -> None:
    run("sweep_storage", "--delete")
    assert stored_names() == sorted([USED, YOUNG, OF_OTHERS])
    run("sweep_storage", "--delete", "--older-than", "0")
    assert stored_names() == sorted([USED, OF_OTHERS])


@pytest.mark.usefixtures("stored")
def test_a_lost_file_is_reported_and_the_exit_code_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    delete_file(key=USED)
    with pytest.raises(SystemExit) as ended:
        call_command("sweep_storage")
    assert ended.value.code == 1
    assert f"dangling  {USED}  referred to by accounts" in capsys.readouterr().out


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with serving(tmp_path_factory.mktemp("buckets")) as running:
        yield running


@pytest.fixture
def bucket(server: S3Server, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("YC_STORAGE_BUCKET", BUCKET)
    monkeypatch.setenv("AWS_S3_ENDPOINT_URL", f"http://127.0.0.1:{server.port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    return server.folder / BUCKET


@pytest.mark.xdist_group("s3")
@pytest.mark.usefixtures("stored")
def test_move_to_a_bucket_and_again(bucket: Path, stored_names: Callable[[], list[str]]) -> None:
    moved = run("move_storage", "--from", "local", "--to", "s3").splitlines()
    assert moved[-2] == "3 copied, 0 present already, all verified."
    assert {key: (bucket / key).read_bytes() for key in (USED, ORPHAN, YOUNG)} == {
        key: key.encode() for key in (USED, ORPHAN, YOUNG)
    }
    assert not (bucket / OF_OTHERS).exists()
    assert OF_OTHERS in stored_names()
    # A copy torn by an interruption is made again.
    (bucket / USED).write_bytes(b"torn")
    assert "1 copied, 2 present already" in run("move_storage", "--from", "local", "--to", "s3")
    assert (bucket / USED).read_bytes() == USED.encode()


def test_move_from_a_store_to_itself() -> None:
    with pytest.raises(CommandError):
        run("move_storage", "--from", "local", "--to", "local")


class _Forgetful:
    """A store that acknowledges and keeps something else."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def open(self, name: str, mode: str = "rb") -> Any:
        file = self.inner.open(name, mode)
        file.size = 1
        return file


@pytest.mark.usefixtures("stored")
def test_a_copy_that_differs_stops_the_move(store_folder: Path, tmp_path: Path) -> None:
    source = storages.create_storage(local_store(store_folder))
    target = storages.create_storage(local_store(tmp_path / "other"))
    with pytest.raises(CorruptCopy):
        list(move_files(source=source, target=_Forgetful(target)))  # type: ignore[arg-type]
