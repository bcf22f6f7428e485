"""GET /staff/accounts, POST /staff/accounts/{id}/deactivate and /activate."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.documents import Account
from accounts.tokens import open_session
from tests.conftest import ClientFor
from tests.factories import NOBODYS_ID, PASSWORD, make_candidate, make_company, make_staff


def test_staff_see_every_account_newest_first_and_no_secret(client_for: ClientFor) -> None:
    candidate, recruiter, staff = make_candidate(), make_company(), make_staff()

    body = client_for(staff).get("/staff/accounts").json()

    assert {name: body[name] for name in ("total", "page", "per_page", "total_pages")} == {
        "total": 3, "page": 1, "per_page": 10, "total_pages": 1,
    }  # fmt: skip
    assert [row["email"] for row in body["accounts"]] == [staff.email, recruiter.email, candidate.email]
    assert body["accounts"][2] == {
        "_id": str(candidate.id),
        "email": candidate.email,
        "role": "user",
        "name": "Анна",
        "surname": "Петрова",
        "company_id": None,
        "is_active": True,
        "deactivated_at": None,
        "deactivated_by": None,
        "deactivation_reason": None,
        "created_at": body["accounts"][2]["created_at"],
    }


def test_filters(client_for: ClientFor) -> None:
    active, closed, staff = make_candidate(), make_candidate(is_active=False), make_staff()
    client = client_for(staff)

    def found(query: str) -> set[str]:
        return {row["email"] for row in client.get(f"/staff/accounts?{query}").json()["accounts"]}

    assert found("role=user") == {active.email, closed.email}
    assert found("role=user&is_active=true") == {active.email}
    assert found("is_active=false") == {closed.email}
    assert found(f"email={active.email.upper()}") == {active.email}
    assert found("email=.*") == set()
    assert found("page=2") == set()


@pytest.mark.parametrize("query", ["role=admin", "is_active=perhaps", "page=0", "page=-1", "per_page=abc"])
def test_a_filter_that_cannot_be_is_400(client_for: ClientFor, query: str) -> None:
    assert client_for(make_staff()).get(f"/staff/accounts?{query}").status_code == 400


@pytest.mark.parametrize("make", [make_candidate, make_company])
def test_nobody_else_may(client_for: ClientFor, anonymous: APIClient, make: Any) -> None:
    account = make()
    calls = [("get", "/staff/accounts")] + [
        ("post", f"/staff/accounts/{account.id}/{action}") for action in ("deactivate", "activate")
    ]
    for method, path in calls:
        assert getattr(client_for(account), method)(path).status_code == 403
        assert getattr(anonymous, method)(path).status_code == 401


def test_a_deactivated_account_is_out_at_once_and_back_when_activated(
    client_for: ClientFor, anonymous: APIClient
) -> None:
    candidate, staff = make_candidate(), make_staff()
    pair = open_session(account=candidate)
    theirs, ours = APIClient(headers={"authorization": f"Bearer {pair.token}"}), client_for(staff)

    response = ours.post(f"/staff/accounts/{candidate.id}/deactivate", {"reason": "Spam"})

    now = Account.objects.get(id=candidate.id)
    assert (response.status_code, response.json()) == (200, {"message": "The account has been deactivated."})
    assert (now.is_active, now.deactivation_reason, now.deactivated_by) == (False, "Spam", staff.id)
    assert theirs.get("/profile").json()["code"] == "session_ended"
    assert anonymous.post("/token/refresh", {"refresh": pair.refresh}).status_code == 401
    credentials = {"email": candidate.email, "password": PASSWORD}
    assert anonymous.post("/login", credentials).json()["code"] == "account_deactivated"

    response = ours.post(f"/staff/accounts/{candidate.id}/activate")

    assert (response.status_code, response.json()) == (200, {"message": "The account is active again."})
    assert Account.objects.get(id=candidate.id).deactivation_reason is None
    assert theirs.get("/profile").status_code == 401, "the old session does not come back to life"
    assert anonymous.post("/login", credentials).status_code == 200


def test_twice_is_a_conflict(client_for: ClientFor) -> None:
    candidate = make_candidate()
    client = client_for(make_staff())
    path = f"/staff/accounts/{candidate.id}"

    assert client.post(f"{path}/activate").json()["code"] == "already_active"
    assert client.post(f"{path}/deactivate", {"reason": "Spam"}).status_code == 200
    again = client.post(f"{path}/deactivate", {"reason": "Again"})
    assert (again.status_code, again.json()["code"]) == (409, "already_deactivated")
    assert Account.objects.get(id=candidate.id).deactivation_reason == "Spam"


def test_staff_cannot_lock_themselves_out(client_for: ClientFor) -> None:
    staff = make_staff()

    response = client_for(staff).post(f"/staff/accounts/{staff.id}/deactivate", {"reason": "?"})

    assert (response.status_code, response.json()["code"]) == (400, "own_account")


@pytest.mark.parametrize("body", [{}, {"reason": ""}, {"reason": None}, {"reason": ["x"]}, {"reason": "x" * 501}])
def test_a_deactivation_needs_a_reason(client_for: ClientFor, body: dict[str, Any]) -> None:
    candidate = make_candidate()

    response = client_for(make_staff()).post(f"/staff/accounts/{candidate.id}/deactivate", body)

    assert response.status_code == 400
    assert Account.objects.get(id=candidate.id).is_active


@pytest.mark.parametrize("account_id", [NOBODYS_ID, "nonsense", "x" * 24])
def test_an_account_that_is_not_there_is_404(client_for: ClientFor, account_id: str) -> None:
    client = client_for(make_staff())

    assert client.post(f"/staff/accounts/{account_id}/deactivate", {"reason": "x"}).status_code == 404
    assert client.post(f"/staff/accounts/{account_id}/activate").status_code == 404
