"""POST /login."""

from collections.abc import Callable
from datetime import timedelta

import bcrypt
import pytest
import time_machine
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import override_settings
from rest_framework.test import APIClient

from accounts.documents import Account
from accounts.jwt import read_access
from hiring_platform.documents import now
from tests.factories import PASSWORD, make_candidate, make_company, make_staff

Quick = Callable[[], Account]
WRONG = {
    "type": "about:blank",
    "title": "Unauthorized",
    "status": 401,
    "detail": "The e-mail or the password is wrong.",
    "instance": "/login",
    "message": "The e-mail or the password is wrong.",
    "code": "wrong_credentials",
}


def try_password(client: APIClient, email: str, password: str = PASSWORD, **extra):
    return client.post("/login", {"email": email, "password": password}, **extra)


@pytest.mark.parametrize("make", [make_candidate, make_company, make_staff])
def test_every_role_signs_in_and_the_token_opens_the_api(anonymous: APIClient, make: Callable[[], Account]) -> None:
    account = make()

    response = try_password(anonymous, account.email)

    body = response.json()
    assert response.status_code == 200
    assert body == {
        "token": body["token"],
        "refresh": body["refresh"],
        "expires_in": 3600,
        "role": account.role.value,
        "account_id": str(account.id),
    }
    assert read_access(body["token"]).account_id == account.id
    for headers in ({"authorization": f"Bearer {body['token']}"}, {"x-access-token": body["token"]}):
        assert APIClient(headers=headers).get("/profile").json()["email"] == account.email


def test_it_answers_under_the_api_prefix_too(anonymous: APIClient) -> None:
    account = make_candidate()

    response = anonymous.post("/api/login", {"email": account.email, "password": PASSWORD})

    assert response.status_code == 200


@pytest.mark.parametrize("spelling", ["ANNA@Example.COM", "  anna@example.com ", "ａnna@example.com"])
def test_an_email_is_one_whatever_its_spelling(anonymous: APIClient, spelling: str) -> None:
    make_candidate(email="anna@example.com")

    assert try_password(anonymous, spelling).status_code == 200


def test_a_wrong_password_and_an_unknown_email_get_the_same_answer(anonymous: APIClient) -> None:
    account = make_candidate()

    wrong_password = try_password(anonymous, account.email, "not this one")
    unknown = try_password(anonymous, "nobody@example.com")

    assert wrong_password.status_code == unknown.status_code == 401
    assert wrong_password.json() == unknown.json() == WRONG
    assert wrong_password["WWW-Authenticate"] == "Bearer"


class CountingHasher(Argon2PasswordHasher):
    """The real hasher, with its work counted."""

    hashings = 0

    def encode(self, password: str, salt: str) -> str:
        CountingHasher.hashings += 1
        return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        CountingHasher.hashings += 1
        return super().verify(password, encoded)


@override_settings(PASSWORD_HASHERS=[f"{__name__}.CountingHasher"])
def test_an_unknown_email_costs_as_much_work_as_a_wrong_password(anonymous: APIClient) -> None:
    account = make_candidate()
    counts = []
    for email in (account.email, "nobody@example.com"):
        CountingHasher.hashings = 0
        try_password(anonymous, email, "not this one")
        counts.append(CountingHasher.hashings)

    assert counts == [1, 1]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "email"),
        ({"email": "a@example.com"}, "password"),
        ({"password": PASSWORD}, "email"),
        ({"email": {"$ne": None}, "password": PASSWORD}, "email"),
        ({"email": "a@example.com", "password": {"$gt": ""}}, "password"),
        ({"email": ["a@example.com"], "password": PASSWORD}, "email"),
        ({"email": 7, "password": PASSWORD}, "email"),
        ({"email": None, "password": PASSWORD}, "email"),
        ({"email": "a\0@example.com", "password": PASSWORD}, "email"),
        ({"email": "a@example.com", "password": "a\0b"}, "password"),
        ({"email": "a@example.com", "password": "x" * 257}, "password"),
        ({"email": "x" * 10_000, "password": PASSWORD}, "email"),
    ],
)
def test_what_cannot_be_credentials_is_400_and_names_the_field(anonymous: APIClient, body: dict, field: str) -> None:
    response = anonymous.post("/login", body)

    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == field


@pytest.mark.parametrize("body", ["[]", '"text"', "{", "null", ""])
def test_a_body_that_is_no_object_is_400(anonymous: APIClient, body: str) -> None:
    response = anonymous.post("/login", body, content_type="application/json")

    assert response.status_code == 400


def test_ten_megabytes_are_413_and_a_form_is_415(anonymous: APIClient) -> None:
    assert try_password(anonymous, "x" * 10_000_000).status_code == 413
    assert try_password(anonymous, "a@example.com", format="multipart").status_code == 415


def test_a_stale_token_that_comes_along_does_not_matter() -> None:
    account = make_candidate()
    client = APIClient(headers={"authorization": "Bearer long.since.dead"})

    assert try_password(client, account.email).status_code == 200


def test_a_deactivated_account_is_told_so_to_who_knows_the_password(anonymous: APIClient) -> None:
    account = make_candidate(is_active=False)

    right, wrong = try_password(anonymous, account.email), try_password(anonymous, account.email, "not this one")

    assert (right.status_code, right.json()["code"]) == (403, "account_deactivated")
    assert (wrong.status_code, wrong.json()) == (401, WRONG)


def test_beyond_twenty_the_oldest_session_goes(anonymous: APIClient, quick_candidate: Quick) -> None:
    account = quick_candidate()
    tokens = [try_password(anonymous, account.email).json()["token"] for _ in range(21)]

    statuses = [APIClient(headers={"authorization": f"Bearer {token}"}).get("/profile").status_code for token in tokens]

    assert statuses == [401] + [200] * 20


def test_a_bcrypt_hash_of_the_old_platform_is_accepted_and_replaced(anonymous: APIClient) -> None:
    old = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
    account = make_candidate(password_hash=old)

    assert try_password(anonymous, account.email, "not this one").status_code == 401
    assert Account.objects.get(id=account.id).password_hash == old
    assert try_password(anonymous, account.email).status_code == 200
    assert Account.objects.get(id=account.id).password_hash.startswith("argon2$argon2id$")
    assert try_password(anonymous, account.email).status_code == 200


def test_a_bcrypt_hash_that_the_old_platform_stored_as_bytes_is_accepted_too(anonymous: APIClient) -> None:
    account = make_candidate()
    old = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4))
    Account._get_collection().update_one({"_id": account.id}, {"$set": {"password_hash": old}})

    assert try_password(anonymous, account.email, "not this one").status_code == 401
    assert try_password(anonymous, account.email).status_code == 200
    assert Account.objects.get(id=account.id).password_hash.startswith("argon2$argon2id$")


def test_a_hash_made_with_less_work_than_today_is_replaced(anonymous: APIClient, quick_candidate: Quick) -> None:
    account = quick_candidate()
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"]):
        assert try_password(anonymous, account.email).status_code == 200

    assert Account.objects.get(id=account.id).password_hash != account.password_hash


def test_bcrypt_saw_only_72_bytes_and_a_long_password_still_opens(anonymous: APIClient) -> None:
    password = "пароль " * 12
    old = bcrypt.hashpw(password.encode()[:72], bcrypt.gensalt(4)).decode()
    account = make_candidate(password_hash=old)

    assert try_password(anonymous, account.email, password).status_code == 200


def test_a_broken_hash_is_a_wrong_password_not_a_fault(anonymous: APIClient) -> None:
    for broken in ("$2b$", "plain text", "argon2$nonsense"):
        account = make_candidate(password_hash=broken)
        assert try_password(anonymous, account.email).status_code == 401


def test_the_sixth_failure_from_one_address_must_wait_even_with_the_right_password(anonymous: APIClient) -> None:
    account = make_candidate()
    for _ in range(5):
        assert try_password(anonymous, account.email, "guess").status_code == 401

    blocked = try_password(anonymous, account.email)

    assert (blocked.status_code, blocked.json()["code"]) == (429, "too_many_requests")
    assert 0 < int(blocked["Retry-After"]) <= 900
    assert try_password(anonymous, account.email, REMOTE_ADDR="192.0.2.7").status_code == 200
    with time_machine.travel(now() + timedelta(minutes=15, seconds=1)):
        assert try_password(anonymous, account.email).status_code == 200


def test_signing_in_forgives_the_failures_before_it(anonymous: APIClient, quick_candidate: Quick) -> None:
    account = quick_candidate()
    for _ in range(3):
        for _ in range(4):
            assert try_password(anonymous, account.email, "slip").status_code == 401
        assert try_password(anonymous, account.email).status_code == 200


def test_one_address_fails_fifty_times_whosever_accounts_it_tries(anonymous: APIClient, quick_candidate: Quick) -> None:
    account = quick_candidate()
    for number in range(50):
        assert try_password(anonymous, f"victim{number}@example.com").status_code == 401

    assert try_password(anonymous, account.email).status_code == 429
    assert try_password(anonymous, account.email, REMOTE_ADDR="192.0.2.7").status_code == 200


def test_successes_do_not_use_up_an_address(anonymous: APIClient, quick_candidate: Quick) -> None:
    """An office behind one address signs in all day."""
    accounts = [quick_candidate() for _ in range(11)]
    for _ in range(5):
        for account in accounts:
            assert try_password(anonymous, account.email).status_code == 200


def test_strangers_cannot_lock_out_the_owner_where_he_is_known(anonymous: APIClient, quick_candidate: Quick) -> None:
    account = quick_candidate()
    assert try_password(anonymous, account.email, REMOTE_ADDR="192.0.2.1").status_code == 200
    for number in range(30):
        try_password(anonymous, account.email, "guess", REMOTE_ADDR=f"198.51.100.{number}")

    stranger = try_password(anonymous, account.email, "guess", REMOTE_ADDR="198.51.100.99")

    assert stranger.status_code == 429
    assert int(stranger["Retry-After"]) <= 60
    assert try_password(anonymous, account.email, REMOTE_ADDR="192.0.2.1").status_code == 200
    with time_machine.travel(now() + timedelta(seconds=61)):
        assert try_password(anonymous, account.email, REMOTE_ADDR="198.51.100.99").status_code == 200


def test_a_forged_header_gives_no_new_address(anonymous: APIClient) -> None:
    account = make_candidate()
    for number in range(5):
        try_password(anonymous, account.email, "guess", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")

    assert try_password(anonymous, account.email, HTTP_X_FORWARDED_FOR="203.0.113.77").status_code == 429


@override_settings(TRUSTED_PROXIES=1)
def test_behind_a_proxy_its_word_counts_and_not_the_clients(anonymous: APIClient) -> None:
    account = make_candidate()
    for number in range(5):
        try_password(anonymous, account.email, "guess", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}, 192.0.2.1")

    assert try_password(anonymous, account.email, HTTP_X_FORWARDED_FOR="203.0.113.9, 192.0.2.1").status_code == 429
    assert try_password(anonymous, account.email, HTTP_X_FORWARDED_FOR="192.0.2.2").status_code == 200


def test_neither_emails_nor_addresses_are_kept_for_counting(anonymous: APIClient) -> None:
    from accounts.throttling import Attempts

    account = make_candidate()
    try_password(anonymous, account.email, "guess", REMOTE_ADDR="192.0.2.55")
    try_password(anonymous, account.email, REMOTE_ADDR="192.0.2.55")

    kept = str(list(Attempts.objects.as_pymongo())) + str(Account.objects.get(id=account.id).known_addresses)
    assert account.email not in kept
    assert "192.0.2.55" not in kept
