"""A malformed setting stops the start with a sentence that names it."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from hiring_platform import env
from hiring_platform.file_stores import file_store
from hiring_platform.secret_key import signing_key


@pytest.mark.parametrize(
    ("value", "sentence"),
    [("ten", "EXAMPLE must be a whole number, not 'ten'."), ("-1", "EXAMPLE must be at least 0, not -1.")],
)
def test_a_number_must_be_one(monkeypatch: pytest.MonkeyPatch, value: str, sentence: str) -> None:
    monkeypatch.setenv("EXAMPLE", value)
    with pytest.raises(ImproperlyConfigured, match=sentence):
        env.integer("EXAMPLE", 5)


def test_a_flag_must_be_yes_or_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE", "maybe")
    with pytest.raises(ImproperlyConfigured, match="EXAMPLE must be 1 or 0, not 'maybe'"):
        env.flag("EXAMPLE", default=True)


def test_an_empty_value_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMPLE", " ")
    assert (env.text("EXAMPLE", "x"), env.integer("EXAMPLE", 5), env.flag("EXAMPLE", default=True)) == ("x", 5, True)


def test_a_secret_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("from a file\n")
    monkeypatch.setenv("ANOTHER_FILE", str(tmp_path / "secret"))
    assert env.text("ANOTHER") == "from a file"


def test_development_makes_a_key_and_keeps_it_from_others(tmp_path: Path) -> None:
    first = signing_key(configured="", development=True, data_dir=tmp_path)
    assert len(first) >= 32
    assert signing_key(configured="", development=True, data_dir=tmp_path) == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("configured", ["", "short"])
def test_production_refuses_to_start_without_a_strong_key(tmp_path: Path, configured: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        signing_key(configured=configured, development=False, data_dir=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_bucket_means_s3_and_nothing_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("YC_STORAGE_BUCKET", "resumes")
    options = file_store(tmp_path)["OPTIONS"]
    assert (options["bucket_name"], options["endpoint_url"], options["region_name"]) == (
        "resumes",
        "https://storage.yandexcloud.net",
        "ru-central1",
    )
    monkeypatch.setenv("STORAGE", "local")
    with pytest.raises(ImproperlyConfigured, match="contradicts"):
        file_store(tmp_path)


def test_s3_without_a_bucket_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STORAGE", "s3")
    with pytest.raises(ImproperlyConfigured, match="YC_STORAGE_BUCKET"):
        file_store(tmp_path)
