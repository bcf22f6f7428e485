"""manage.py createstaff and setpassword."""

import io
import sys

import pytest
from django.core.management import CommandError, call_command
from rest_framework.test import APIClient

from accounts.choices import Role
from accounts.documents import Account
from tests.conftest import ClientFor
from tests.factories import PASSWORD, make_candidate


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch):
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def login(client: APIClient, email: str, password: str) -> int:
    return client.post("/login", {"email": email, "password": password}).status_code


def test_staff_are_created_on_the_server(type_in, anonymous: APIClient) -> None:
    type_in(f"{PASSWORD}\n")
    out = io.StringIO()

    call_command("createstaff", "Boss@Example.com", "--password-stdin", stdout=out)

    account = Account.objects.get()
    assert (account.email, account.role) == ("boss@example.com", Role.STAFF)
    assert out.getvalue() == f"Created boss@example.com ({account.id}).\n"
    assert login(anonymous, "boss@example.com", PASSWORD) == 200


@pytest.mark.parametrize(
    ("email", "password"), [("no address", PASSWORD), ("boss@example.com", "short"), ("a@b.ru", "")]
)
def test_what_will_not_do_creates_nobody(type_in, email: str, password: str) -> None:
    type_in(password)

    with pytest.raises(CommandError):
        call_command("createstaff", email, "--password-stdin")

    assert Account.objects.count() == 0


def test_an_email_that_is_taken_stays_with_its_account(type_in) -> None:
    candidate = make_candidate()
    type_in(PASSWORD)

    with pytest.raises(CommandError):
        call_command("createstaff", candidate.email, "--password-stdin")

    assert Account.objects.get().role == Role.USER


def test_a_new_password_ends_the_sessions(type_in, client_for: ClientFor, anonymous: APIClient) -> None:
    candidate = make_candidate()
    client = client_for(candidate)
    type_in("another long sentence")

    call_command("setpassword", candidate.email, "--password-stdin", stdout=io.StringIO())

    assert client.get("/profile").status_code == 401
    assert login(anonymous, candidate.email, PASSWORD) == 401
    assert login(anonymous, candidate.email, "another long sentence") == 200


def test_a_password_for_nobody_is_refused(type_in) -> None:
    type_in("another long sentence")

    with pytest.raises(CommandError):
        call_command("setpassword", "nobody@example.com", "--password-stdin")
