"""POST /register."""

import threading
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from rest_framework.test import APIClient

from accounts.documents import Account
from tests.accounts.conftest import Upload, pdf_saying, stored_files
from tests.factories import PASSWORD, make_candidate, make_company


def register(client: APIClient, resume: Any, **fields: Any):
    body = {"email": "anna@example.com", "password": PASSWORD, "resume": resume, **fields}
    return client.post(
        "/register", {name: value for name, value in body.items() if value is not None}, format="multipart"
    )


def test_a_candidate_registers_with_a_resume_and_is_signed_in(anonymous: APIClient, resume: Upload) -> None:
    response = register(
        anonymous, resume(), name="Анна", surname="Петрова", telegram_id="@anna", consent_version="2026-01"
    )

    body = response.json()
    account = Account.objects.get()
    assert response.status_code == 201
    assert body == {
        "message": "Your account has been created.",
        "token": body["token"],
        "refresh": body["refresh"],
        "expires_in": 3600,
        "role": "user",
        "account_id": str(account.id),
    }
    assert APIClient(headers={"authorization": f"Bearer {body['token']}"}).get("/profile").json() == {
        "_id": str(account.id),
        "email": "anna@example.com",
        "role": "user",
        "name": "Анна",
        "surname": "Петрова",
        "telegram_id": "@anna",
        "resume_path": account.resume.key,
        "resume_name": "Резюме.pdf",
        "company_id": None,
    }
    assert "Python developer since 2019" in account.resume.text
    assert account.consent.version == "2026-01"
    assert account.password_hash.startswith("argon2$argon2id$")
    assert stored_files() == [account.resume.key]


def test_email_password_and_resume_are_enough(anonymous: APIClient, resume: Upload) -> None:
    assert register(anonymous, resume()).status_code == 201


@pytest.mark.parametrize("spelling", ["anna@example.com", "Anna@Example.COM", " anna@example.com"])
@pytest.mark.parametrize("make", [make_candidate, make_company])
def test_an_email_is_taken_by_either_role_in_any_letter_case(
    anonymous: APIClient, resume: Upload, spelling: str, make: Any
) -> None:
    holder = make()
    Account.objects(id=holder.id).update_one(set__email="anna@example.com")

    response = register(anonymous, resume(), email=spelling)

    assert response.status_code == 409
    assert response.json()["code"] == "email_taken"
    assert response.json()["errors"] == [
        {"field": "email", "message": response.json()["message"], "code": "email_taken"}
    ]
    assert (Account.objects.count(), stored_files()) == (1, [])


def test_eight_at_once_make_one_account_and_one_file() -> None:
    statuses: list[int] = []
    together = threading.Barrier(8)

    def race() -> None:
        upload = SimpleUploadedFile("cv.pdf", pdf_saying("Anna, Python developer"))
        client = APIClient()
        together.wait()
        statuses.append(register(client, upload).status_code)

    threads = [threading.Thread(target=race) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(statuses) == [201] + [409] * 7
    assert stored_files() == [Account.objects.get().resume.key]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"email": None}, "email"),
        ({"password": None}, "password"),
        ({"resume": None}, "resume"),
        ({"resume": "not a file"}, "resume"),
        ({"email": "no address"}, "email"),
        ({"email": "a\0@example.com"}, "email"),
        ({"email": f"{'a' * 250}@example.com"}, "email"),
        ({"password": "short"}, "password"),
        ({"password": "password123"}, "password"),
        ({"password": "84729104857"}, "password"),
        ({"password": "long enough\0"}, "password"),
        ({"password": "x" * 257}, "password"),
        ({"name": "x" * 101}, "name"),
        ({"telegram_id": "x" * 65}, "telegram_id"),
    ],
)
def test_what_will_not_do_is_400_names_the_field_and_leaves_nothing(
    anonymous: APIClient, resume: Upload, fields: dict[str, Any], field: str
) -> None:
    response = register(anonymous, **{"resume": resume(), **fields})

    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == field
    assert (Account.objects.count(), stored_files()) == (0, [])


@pytest.mark.parametrize(
    ("content", "name", "status"),
    [
        (b"", "cv.pdf", 400),
        (b"MZ\x90\x00 a program", "cv.pdf", 415),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "cv.pdf", 415),
        (b"%PDF-1.7 and then nothing", "cv.pdf", 422),
        (pdf_saying(""), "cv.pdf", 422),
    ],
)
def test_a_file_that_is_no_resume_leaves_nothing(anonymous: APIClient, content: bytes, name: str, status: int) -> None:
    response = register(anonymous, SimpleUploadedFile(name, content))

    assert response.status_code == status
    assert response.json()["message"]
    assert (Account.objects.count(), stored_files()) == (0, [])


def test_json_is_the_wrong_type(anonymous: APIClient) -> None:
    assert anonymous.post("/register", {"email": "anna@example.com", "password": PASSWORD}).status_code == 415


def test_unknown_fields_are_ignored(anonymous: APIClient, resume: Upload) -> None:
    assert register(anonymous, resume(), role="staff", is_active="false", company_id="x").status_code == 201
    assert Account.objects.get().role == "user"


@override_settings(REGISTRATIONS_PER_HOUR=2)
def test_one_address_registers_so_many_times_an_hour(anonymous: APIClient, resume: Upload) -> None:
    for number in range(2):
        assert register(anonymous, resume(), email=f"anna{number}@example.com").status_code == 201

    response = register(anonymous, resume(), email="anna@example.com")

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 3600
