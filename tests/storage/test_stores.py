"""The same promises by the local folder and by a bucket on a real S3 server; and what a broken bucket is answered."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from botocore.config import Config
from django.core.files.base import ContentFile
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from hiring_platform.errors import NotFound, Unavailable
from storage import store
from storage.checks import store_is_writable
from storage.downloads import file_response
from storage.local_store import DurableFileSystemStorage
from storage.probe import probe
from storage.resumes import accept_resume, delete_file, open_resume
from tests.storage.conftest import upload
from tests.storage.papers import TEXT
from tests.storage.rclone import S3Server, serving

pytestmark = pytest.mark.xdist_group("s3")

OWNER = "0123456789abcdef01234567"
CONTENT = TEXT.encode()
KEY = f"resumes/{OWNER}/large.pdf"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with serving(tmp_path_factory.mktemp("buckets")) as running:
        yield running


def use(settings: Settings, entry: dict[str, Any]) -> None:
    settings.STORAGES = settings.STORAGES | {"default": entry}


@pytest.fixture(params=["local", "s3"])
def any_store(request: pytest.FixtureRequest, settings: Settings) -> str:
    if request.param == "s3":
        use(settings, request.getfixturevalue("server").store())
    return str(request.param)


@pytest.mark.usefixtures("any_store")
def test_upload_download_delete() -> None:
    accepted = accept_resume(owner_id=OWNER, upload=upload(CONTENT, "Резюме Анны.txt"))
    assert accepted.name == "Резюме Анны.txt"
    with open_resume(accepted.key) as file:
        assert file.read() == CONTENT
    request = RequestFactory().get("/", headers={"range": "bytes=2-9"})
    response = file_response(
        request=request, key=accepted.key, name=accepted.name, content_type=accepted.content_type,
        size=accepted.size, sha256=accepted.sha256,
    )  # fmt: skip
    assert b"".join(response) == CONTENT[2:10]
    delete_file(key=accepted.key)
    delete_file(key=accepted.key)
    with pytest.raises(NotFound):
        open_resume(accepted.key)


@pytest.mark.usefixtures("any_store")
def test_twenty_megabytes_pass_in_small_pieces(tmp_path: Path) -> None:
    content = os.urandom(20 * 1024 * 1024)
    (tmp_path / "large").write_bytes(content)
    store.save(key=KEY, path=tmp_path / "large")
    chunks = list(store.read(key=KEY, start=0, stop=len(content)))
    assert b"".join(chunks) == content
    assert max(map(len, chunks)) <= store.CHUNK_BYTES
    delete_file(key=KEY)


@pytest.mark.usefixtures("any_store")
def test_probe_and_check_leave_nothing(store_folder: Path) -> None:
    probe()
    assert store_is_writable() == []
    assert [path for path in store_folder.rglob("*") if path.is_file()] == []


def refused_everything() -> None:
    """Each way to the store says that it is away, and none that the file is missing."""
    with pytest.raises(Unavailable):
        accept_resume(owner_id=OWNER, upload=upload(CONTENT))
    with pytest.raises(Unavailable):
        open_resume(KEY)
    with pytest.raises(Unavailable):
        store.read(key=KEY, start=0, stop=10)
    assert [error.id for error in store_is_writable()] == ["storage.E001"]


def test_wrong_secret(settings: Settings, server: S3Server) -> None:
    use(settings, server.store(secret_key="not the secret"))
    refused_everything()


def test_missing_bucket(settings: Settings, server: S3Server) -> None:
    use(settings, server.store(bucket_name="no-such-bucket"))
    refused_everything()


def test_killed_server_comes_back(settings: Settings, tmp_path: Path) -> None:
    with serving(tmp_path / "buckets") as server:
        use(settings, server.store())
        accepted = accept_resume(owner_id=OWNER, upload=upload(CONTENT))
        server.stop()
        refused_everything()
        with pytest.raises(Unavailable):
            delete_file(key=accepted.key)
        server.start()
        with open_resume(accepted.key) as file:
            assert file.read() == CONTENT


def test_server_that_hangs(settings: Settings, tmp_path: Path) -> None:
    """It accepts connections and answers nothing."""
    impatient = Config(signature_version="s3v4", read_timeout=1, connect_timeout=1, retries={"max_attempts": 1})
    with serving(tmp_path / "buckets") as server:
        use(settings, server.store(client_config=impatient))
        server.pause()
        refused_everything()


def test_redirect_to_a_url_that_lives_seconds(settings: Settings, server: S3Server) -> None:
    use(settings, server.store())
    settings.DOWNLOAD_REDIRECT_SECONDS = 20
    accepted = accept_resume(owner_id=OWNER, upload=upload(CONTENT, "Резюме.txt"))
    response = file_response(
        request=RequestFactory().get("/"), key=accepted.key, name=accepted.name, content_type=accepted.content_type,
        size=accepted.size, sha256=accepted.sha256,
    )  # fmt: skip
    assert (response.status_code, response["Cache-Control"]) == (302, "private, no-store")
    assert "X-Amz-Expires=20" in response["Location"]
    assert requests.get(response["Location"], timeout=5).content == CONTENT
    assert requests.get(response["Location"].replace("Expires=20", "Expires=9999"), timeout=5).status_code == 403


def test_the_durable_local_store_keeps_what_it_is_given(tmp_path: Path) -> None:
    folder = DurableFileSystemStorage(location=tmp_path / "files")
    assert folder.save(KEY, ContentFile(CONTENT)) == KEY
    assert (tmp_path / "files" / KEY).read_bytes() == CONTENT
