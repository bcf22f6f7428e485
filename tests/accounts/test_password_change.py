"""POST /password/change."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.tokens import open_session
from tests.conftest import ClientFor
from tests.factories import PASSWORD, make_candidate, make_company, make_staff

NEW = "another long sentence"


def change(client: APIClient, current: Any = PASSWORD, new: Any = NEW):
    return client.post("/password/change", {"current_password": current, "new_password": new})


@pytest.mark.parametrize("make", [make_candidate, make_company, make_staff])
def test_every_session_ends_and_the_caller_gets_a_new_one(client_for: ClientFor, anonymous: APIClient, make) -> None:
    account = make()
    elsewhere = open_session(account=account)
    client = client_for(account)

    response = change(client)

    body = response.json()
    assert response.status_code == 200
    assert body == {
        "message": "The password has been changed.",
        "token": body["token"],
        "refresh": body["refresh"],
        "expires_in": 3600,
    }
    assert client.get("/profile").json()["code"] == "session_ended"
    assert anonymous.post("/token/refresh", {"refresh": elsewhere.refresh}).json()["code"] == "session_ended"
    assert APIClient(headers={"authorization": f"Bearer {body['token']}"}).get("/profile").status_code == 200
    assert anonymous.post("/login", {"email": account.email, "password": PASSWORD}).status_code == 401
    assert anonymous.post("/login", {"email": account.email, "password": NEW}).status_code == 200


def test_the_wrong_current_password_is_400_and_changes_nothing(client_for: ClientFor) -> None:
    client = client_for(make_candidate())

    response = change(client, current="not this one")

    assert response.status_code == 400
    assert response.json()["errors"] == [
        {"field": "current_password", "message": "The password is wrong.", "code": "wrong_password"}
    ]
    assert client.get("/profile").status_code == 200


@pytest.mark.parametrize("new", ["short", "password123", "84729104857", "x" * 257, "", None, {"$set": 1}])
def test_a_weak_password_is_400_and_names_the_field(client_for: ClientFor, new: Any) -> None:
    response = change(client_for(make_candidate()), new=new)

    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == "new_password"


def test_a_stolen_token_does_not_serve_to_guess(client_for: ClientFor) -> None:
    client = client_for(make_candidate())
    for _ in range(5):
        assert change(client, current="guess").status_code == 400

    assert change(client).status_code == 429


def test_a_stranger_is_401(anonymous: APIClient) -> None:
    assert change(anonymous).status_code == 401
