"""Tokens, POST /token/refresh and POST /logout."""

from datetime import timedelta

import jwt
import pytest
import time_machine
from django.conf import settings
from rest_framework.test import APIClient

from accounts.documents import Account
from accounts.jwt import TokenPair
from accounts.tokens import open_session
from hiring_platform.documents import now
from tests.factories import make_candidate


def profile(token: str, header: str = "authorization", prefix: str = "Bearer "):
    return APIClient(headers={header: f"{prefix}{token}", "accept-language": "en"}).get("/profile")


def refresh(client: APIClient, token: str):
    return client.post("/token/refresh", {"refresh": token})


@pytest.fixture
def pair() -> TokenPair:
    return open_session(account=make_candidate())


def forged(token: str, key: str = settings.SECRET_KEY, **claims) -> str:
    """The token with other claims, signed again."""
    payload = jwt.decode(token, options={"verify_signature": False})
    return jwt.encode(payload | claims, key, algorithm="HS256")


def test_without_a_token_a_call_is_401_and_says_how_to_authenticate(anonymous: APIClient) -> None:
    response = anonymous.get("/profile")

    assert response.status_code == 401
    assert response["WWW-Authenticate"] == "Bearer"
    assert response["Content-Type"] == "application/problem+json"
    assert response.json() == {
        "type": "about:blank",
        "title": "Unauthorized",
        "status": 401,
        "detail": "Sign in to continue.",
        "instance": "/profile",
        "message": "Sign in to continue.",
        "code": "not_authenticated",
    }


@pytest.mark.parametrize(("header", "prefix"), [("authorization", "bearer "), ("x-access-token", "")])
def test_a_token_comes_in_either_header(pair: TokenPair, header: str, prefix: str) -> None:
    assert profile(pair.token, header, prefix).status_code == 200


@pytest.mark.parametrize("token", ["", "abc", "a.b.c", "a b c", "null", "x" * 5000])
def test_what_is_no_token_is_401(token: str) -> None:
    response = profile(token)

    assert (response.status_code, response.json()["code"]) == (401, "token_invalid")


def test_a_browser_with_a_bad_token_gets_the_same_answer() -> None:
    client = APIClient(headers={"authorization": "Bearer a.b.c", "accept": "text/html,*/*;q=0.8"})

    assert client.get("/profile").status_code == 401


def test_another_scheme_is_not_looked_at() -> None:
    response = profile("dXNlcjpwYXNz", prefix="Basic ")

    assert (response.status_code, response.json()["code"]) == (401, "not_authenticated")


def test_a_token_signed_with_another_key_or_with_none_is_not_ours(pair: TokenPair) -> None:
    payload = jwt.decode(pair.token, options={"verify_signature": False})
    unsigned = jwt.encode(payload, None, algorithm="none")

    for token in (forged(pair.token, "another key, quite as long as the real one"), unsigned):
        assert profile(token).json()["code"] == "token_invalid"


@pytest.mark.parametrize("claim", ["account_id", "session_id", "role"])
@pytest.mark.parametrize("value", ["", "not an id", None, 7, {"$ne": None}])
def test_nonsense_in_a_signed_token_is_401(pair: TokenPair, claim: str, value: object) -> None:
    response = profile(forged(pair.token, **{claim: value}))

    assert (response.status_code, response.json()["code"]) == (401, "token_invalid")


def test_a_refresh_token_does_not_open_the_api_and_an_access_token_buys_nothing(
    pair: TokenPair, anonymous: APIClient
) -> None:
    assert profile(pair.refresh).json()["code"] == "token_invalid"
    assert refresh(anonymous, pair.token).json()["code"] == "token_invalid"


def test_an_access_token_expires_and_the_refresh_token_outlives_it(pair: TokenPair, anonymous: APIClient) -> None:
    with time_machine.travel(now() + settings.ACCESS_TOKEN_LIFETIME + timedelta(seconds=1)):
        expired = profile(pair.token)
        renewed = refresh(anonymous, pair.refresh)

        assert (expired.status_code, expired.json()["code"]) == (401, "token_expired")
        assert renewed.status_code == 200
        assert profile(renewed.json()["token"]).status_code == 200


def test_a_refresh_token_expires_too(pair: TokenPair, anonymous: APIClient) -> None:
    with time_machine.travel(now() + settings.REFRESH_TOKEN_LIFETIME + timedelta(seconds=1)):
        assert refresh(anonymous, pair.refresh).json()["code"] == "token_expired"


def test_a_refresh_token_buys_the_next_pair_and_the_old_access_token_lives_on(
    pair: TokenPair, anonymous: APIClient
) -> None:
    response = refresh(anonymous, pair.refresh)

    body = response.json()
    assert response.status_code == 200
    assert body == {"token": body["token"], "refresh": body["refresh"], "expires_in": 3600}
    assert body["refresh"] != pair.refresh
    assert profile(pair.token).status_code == profile(body["token"]).status_code == 200
    assert refresh(anonymous, body["refresh"]).status_code == 200


def test_a_refresh_token_used_again_ends_the_session_for_both_hands(anonymous: APIClient) -> None:
    account = make_candidate()
    stolen, other = open_session(account=account), open_session(account=account)
    thief = refresh(anonymous, stolen.refresh).json()

    owner = refresh(anonymous, stolen.refresh)

    assert (owner.status_code, owner.json()["code"]) == (401, "refresh_reused")
    assert refresh(anonymous, thief["refresh"]).json()["code"] == "session_ended"
    assert profile(thief["token"]).json()["code"] == "session_ended"
    assert profile(other.token).status_code == 200, "a session of another device goes on"


@pytest.mark.parametrize(
    "body", [{}, {"refresh": None}, {"refresh": {"$ne": ""}}, {"refresh": "a\0b"}, {"refresh": ""}]
)
def test_a_refresh_without_a_token_is_400(anonymous: APIClient, body: dict) -> None:
    response = anonymous.post("/token/refresh", body)

    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == "refresh"


def test_logout_ends_the_session_and_no_other(anonymous: APIClient) -> None:
    account = make_candidate()
    here, there = open_session(account=account), open_session(account=account)

    response = anonymous.post("/logout", {"refresh": here.refresh})

    assert (response.status_code, response.json()) == (200, {"message": "You have signed out."})
    assert profile(here.token).json()["code"] == "session_ended"
    assert refresh(anonymous, here.refresh).json()["code"] == "session_ended"
    assert profile(there.token).status_code == 200


def test_logout_takes_the_access_token_too(pair: TokenPair) -> None:
    client = APIClient(headers={"x-access-token": pair.token})

    assert client.post("/logout").status_code == 200
    assert client.get("/profile").status_code == 401


def test_logout_of_nobody_is_401(anonymous: APIClient) -> None:
    assert anonymous.post("/logout").json()["code"] == "not_authenticated"
    assert anonymous.post("/logout", {"refresh": "abc"}).json()["code"] == "token_invalid"


def test_an_account_that_is_gone_has_no_session(pair: TokenPair, anonymous: APIClient) -> None:
    Account.objects.delete()

    assert profile(pair.token).json()["code"] == "session_ended"
    assert refresh(anonymous, pair.refresh).json()["code"] == "session_ended"
