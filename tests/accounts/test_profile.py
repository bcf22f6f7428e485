"""GET /profile and PUT /user/updateprofile."""

from typing import Any

import pytest

from accounts.documents import Account
from tests.conftest import ClientFor
from tests.factories import make_candidate, make_company, make_staff


def test_a_recruiter_sees_his_own_account(client_for: ClientFor) -> None:
    recruiter = make_company()

    assert client_for(recruiter).get("/profile").json() == {
        "_id": str(recruiter.id),
        "email": recruiter.email,
        "role": "company",
        "name": "",
        "surname": "",
        "telegram_id": "",
        "resume_path": None,
        "resume_name": None,
        "company_id": str(recruiter.company_id),
    }


def test_a_candidate_changes_what_he_names_and_nothing_else(client_for: ClientFor) -> None:
    candidate = make_candidate(name="Анна", surname="Петрова", telegram_id="@old")

    response = client_for(candidate).put("/user/updateprofile", {"name": " Мария ", "telegram_id": ""})

    assert response.status_code == 200
    assert response.json() == {
        "message": "Your profile has been saved.",
        "_id": str(candidate.id),
        "email": candidate.email,
        "role": "user",
        "name": "Мария",
        "surname": "Петрова",
        "telegram_id": "",
        "resume_path": candidate.resume.key,
        "resume_name": "Резюме.pdf",
        "company_id": None,
    }
    assert Account.objects.get(id=candidate.id).name == "Мария"


def test_nothing_to_change_changes_nothing(client_for: ClientFor) -> None:
    candidate = make_candidate(name="Анна")

    assert client_for(candidate).put("/user/updateprofile", {}).json()["name"] == "Анна"


def test_what_may_not_be_changed_is_ignored(client_for: ClientFor) -> None:
    candidate = make_candidate()
    sent = {"role": "staff", "email": "x@example.com", "is_active": False, "resume": None, "password_hash": "x"}

    assert client_for(candidate).put("/user/updateprofile", sent).status_code == 200
    now = Account.objects.get(id=candidate.id)
    assert (now.role, now.email, now.is_active, now.password_hash) == (
        "user", candidate.email, True, candidate.password_hash,
    )  # fmt: skip


@pytest.mark.parametrize("field", ["name", "surname", "telegram_id"])
@pytest.mark.parametrize("value", [None, 7, True, ["a"], {"$set": "a"}, "a\0b", "x" * 101])
def test_what_is_no_text_of_that_length_is_400(client_for: ClientFor, field: str, value: Any) -> None:
    response = client_for(make_candidate()).put("/user/updateprofile", {field: value})

    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == field


@pytest.mark.parametrize("make", [make_company, make_staff])
def test_others_have_no_such_profile(client_for: ClientFor, make: Any) -> None:
    assert client_for(make()).put("/user/updateprofile", {"name": "x"}).status_code == 403
