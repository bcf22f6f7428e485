"""`manage.py check` says what an operator has to mend; other commands do not stumble over it."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from mongoengine.connection import get_db

from hiring_platform.indexes import ensure_indexes, missing_indexes, stored_documents


def test_a_sound_installation_passes() -> None:
    out = StringIO()
    call_command("check", stdout=out)
    assert "no issues" in out.getvalue()


def test_a_missing_index_is_named_with_the_command_that_builds_it() -> None:
    get_db()["companies"].drop_index("inn_1")
    try:
        with pytest.raises(SystemCheckError, match=r"companies: \[\('inn', 1\)\][\s\S]*manage.py ensure_indexes"):
            call_command("check", stdout=StringIO())
    finally:
        ensure_indexes()


def test_ensure_indexes_builds_what_is_missing_and_may_run_again() -> None:
    get_db()["companies"].drop_index("inn_1")
    assert missing_indexes() == ["companies: [('inn', 1)]"]
    for _ in range(2):
        call_command("ensure_indexes", stdout=StringIO())
        assert missing_indexes() == []


def test_every_document_stands_where_ensure_indexes_looks_for_it() -> None:
    places = {document.__module__.rsplit(".", 1)[1] for document in stored_documents()}
    assert places == {"documents"}
