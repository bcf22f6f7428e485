"""POST /register/company."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from bson import ObjectId
from django.test import override_settings
from rest_framework.response import Response
from rest_framework.test import APIClient

from accounts.documents import Account
from companies.documents import Company
from hiring_platform.documents import now
from tests.factories import PASSWORD, make_candidate, make_company, make_staff, valid_inn, valid_ogrn

REQUISITES = {
    "company_name": "ООО «Ромашка»",
    "inn": "7707083893",
    "ogrn": "1027700132195",
    "legal_address": "Москва, ул. Ленина, 1",
}
SENT = REQUISITES | {"email": "HR@Romashka.example", "password": PASSWORD}


def register(client: APIClient, **changes: Any) -> Response:
    return client.post("/register/company", SENT | changes)


def nothing_is_stored() -> bool:
    return Company.objects.count() == Account.objects.count() == 0


def test_a_company_registers_and_is_signed_in(anonymous: APIClient) -> None:
    response = register(anonymous)

    body, company, account = response.json(), Company.objects.get(), Account.objects.get()
    assert response.status_code == 201
    assert body == {
        "message": "Your company has been registered.",
        "token": body["token"],
        "refresh": body["refresh"],
        "expires_in": 3600,
        "role": "company",
        "account_id": str(account.id),
        "company_id": str(company.id),
    }
    assert (account.company_id, company.registered_by) == (company.id, account.id)
    assert APIClient(headers={"authorization": f"Bearer {body['token']}"}).get("/company").json() == {
        "_id": str(company.id),
        **REQUISITES,
        "email": "hr@romashka.example",
        "role": "company",
        "avatar_url": None,
    }
    signed_in = anonymous.post("/login", {"email": "hr@romashka.example", "password": PASSWORD})
    assert (signed_in.status_code, signed_in.json()["role"]) == (200, "company")


def test_spaces_in_the_numbers_are_stripped(anonymous: APIClient) -> None:
    assert register(anonymous, inn=" 7707 083893 ", ogrn="1 0277 0013 2195").status_code == 201

    company = Company.objects.get()
    assert (company.inn, company.ogrn) == ("7707083893", "1027700132195")


def test_an_entrepreneurs_longer_numbers_are_taken(anonymous: APIClient) -> None:
    assert register(anonymous, inn="500100732259", ogrn="304500116000157").status_code == 201


@pytest.mark.parametrize("name", sorted(SENT))
def test_each_field_is_needed(anonymous: APIClient, name: str) -> None:
    response = anonymous.post("/register/company", {field: value for field, value in SENT.items() if field != name})

    assert response.status_code == 400
    assert response.json()["errors"] == [{"field": name, "message": "This field is required.", "code": "required"}]
    assert nothing_is_stored()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"inn": "7707083894"}, "invalid_inn"),
        ({"inn": 7707083893}, "invalid"),
        ({"inn": {"$ne": ""}}, "invalid"),
        ({"ogrn": "1027700132196"}, "invalid_ogrn"),
        ({"ogrn": ["1027700132195"]}, "invalid"),
        ({"company_name": "   "}, "blank"),
        ({"company_name": {"$regex": ".*"}}, "invalid"),
        ({"company_name": "x" * 201}, "max_length"),
        ({"company_name": "a\0b"}, "null_characters_not_allowed"),
        ({"legal_address": None}, "null"),
        ({"email": "nobody"}, "invalid"),
        ({"email": True}, "invalid"),
        ({"password": "12345"}, "password_too_short"),
        ({"password": ["x"]}, "invalid"),
    ],
)
def test_a_wrong_value_is_named_and_nothing_is_stored(anonymous: APIClient, wrong: dict[str, Any], code: str) -> None:
    response = register(anonymous, **wrong)

    [name] = wrong
    assert response.status_code == 400
    assert (response.json()["errors"][0]["field"], response.json()["errors"][0]["code"]) == (name, code)
    assert nothing_is_stored()


@pytest.mark.parametrize("make", [make_candidate, make_company, make_staff])
def test_an_email_of_any_role_is_taken_in_any_letter_case(anonymous: APIClient, make: Any) -> None:
    make(email="hr@romashka.example")
    if make is make_company:
        Account.objects.update(set__email="hr@romashka.example")
    before = Company.objects.count()

    response = register(anonymous)

    assert (response.status_code, response.json()["code"]) == (409, "email_taken")
    assert response.json()["errors"][0]["field"] == "email"
    assert (Company.objects.count(), Account.objects.count()) == (before, 1)


@pytest.mark.parametrize("name", ["ооо «РОМАШКА»", "  ООО   «Ромашка» ", "ООО\t«Ромашка»", "\u200bООО «Ро\u00adмашка»"])
def test_a_name_is_taken_in_any_letter_case_and_spacing(anonymous: APIClient, name: str) -> None:
    register(anonymous)

    response = register(anonymous, company_name=name, inn=valid_inn(7), email="other@example.com")

    assert (response.status_code, response.json()["code"]) == (409, "company_name_taken")
    assert response.json()["errors"][0]["field"] == "company_name"
    assert (Company.objects.count(), Account.objects.count()) == (1, 1)


def test_a_name_that_nobody_can_see_is_none(anonymous: APIClient) -> None:
    response = register(anonymous, company_name="\u200b\u2060")

    assert (response.status_code, response.json()["code"]) == (400, "invalid_company_name")


def test_an_inn_is_taken(anonymous: APIClient) -> None:
    register(anonymous)

    response = register(anonymous, company_name="Другая", email="other@example.com")

    assert (response.status_code, response.json()["code"]) == (409, "inn_taken")
    assert response.json()["errors"][0]["field"] == "inn"
    assert (Company.objects.count(), Account.objects.count()) == (1, 1)


def test_a_name_is_no_pattern(anonymous: APIClient) -> None:
    """The platform this one follows put the name into a regular expression: «.*» matched every company."""
    names = [".*", "Ромашка (Москва", "[", "a+b?", "^$", "\\", "ООО «Ромашка»"]

    statuses = [
        register(
            anonymous, company_name=name, inn=valid_inn(number), ogrn=valid_ogrn(number), email=f"hr{number}@x.example"
        ).status_code
        for number, name in enumerate(names)
    ]

    assert statuses == [201] * len(names)
    assert [company.company_name for company in Company.objects.order_by("inn")] == names


def test_of_eight_who_register_one_inn_at_once_one_succeeds() -> None:
    def try_it(number: int) -> tuple[int, str]:
        response = register(APIClient(), company_name=f"Компания {number}", email=f"hr{number}@example.com")
        return response.status_code, response.json().get("code", "")

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(try_it, range(8)))

    assert sorted(answers) == [(201, ""), *[(409, "inn_taken")] * 7]
    assert (Company.objects.count(), Account.objects.count()) == (1, 1)
    assert Account.objects.get().company_id == Company.objects.get().id


def test_of_eight_who_register_one_email_at_once_one_succeeds_and_no_company_is_left_behind() -> None:
    def try_it(number: int) -> tuple[int, str]:
        response = register(APIClient(), company_name=f"Компания {number}", inn=valid_inn(number))
        return response.status_code, response.json().get("code", "")

    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(try_it, range(8)))

    assert sorted(answers) == [(201, ""), *[(409, "email_taken")] * 7]
    assert (Company.objects.count(), Account.objects.count()) == (1, 1)
    assert Account.objects.get().company_id == Company.objects.get().id


def half_registered(*, age: timedelta, **fields: Any) -> Company:
    """What a registration leaves that died after its first write."""
    values = REQUISITES | {
        "name_key": "ооо «ромашка»", "email": "hr@romashka.example", "registered_by": ObjectId(),
        "created_at": now() - age,
    }  # fmt: skip
    return Company(**(values | fields)).save()


def test_a_registration_that_died_half_way_gives_its_name_and_inn_back(anonymous: APIClient) -> None:
    dead = half_registered(age=timedelta(minutes=2))

    assert register(anonymous).status_code == 201
    assert Company.objects.get().id != dead.id


def test_two_dead_registrations_may_hold_the_name_and_the_inn(anonymous: APIClient) -> None:
    half_registered(age=timedelta(hours=1), inn=valid_inn(5))
    half_registered(age=timedelta(hours=2), company_name="Другая", name_key="другая")

    assert register(anonymous).status_code == 201
    assert Company.objects.count() == 1


def test_a_registration_still_under_way_holds_them(anonymous: APIClient) -> None:
    half_registered(age=timedelta(seconds=20))

    assert (register(anonymous).status_code, Company.objects.count()) == (409, 1)


def test_an_old_company_with_a_recruiter_is_not_taken_for_dead(anonymous: APIClient) -> None:
    """Even when whoever registered it has left."""
    company = half_registered(age=timedelta(days=1000))
    make_company()
    Account.objects.update(set__company_id=company.id)

    assert register(anonymous).json()["code"] == "company_name_taken"


def test_registrations_from_one_address_are_limited(anonymous: APIClient) -> None:
    with override_settings(REGISTRATIONS_PER_HOUR=2):
        responses = [register(anonymous, inn="7707083894") for _ in range(3)]

    assert [response.status_code for response in responses] == [400, 400, 429]
    assert int(responses[-1].headers["Retry-After"]) > 0
