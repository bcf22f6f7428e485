"""GET /company and PUT /company/updateprofile."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.documents import Account
from companies.documents import Company
from hiring_platform.documents import now
from tests.conftest import ClientFor
from tests.factories import make_company, make_staff, valid_inn, valid_ogrn


def test_a_recruiter_reads_the_company(client_for: ClientFor, owner: Account, colleague: Account) -> None:
    company = Company.objects.get(id=owner.company_id)

    for account in (owner, colleague):
        assert client_for(account).get("/company").json() == {
            "_id": str(company.id),
            "email": company.email,
            "inn": company.inn,
            "ogrn": company.ogrn,
            "company_name": "Ромашка",
            "legal_address": "Москва, ул. Ленина, 1",
            "role": "company",
            "avatar_url": None,
        }


@pytest.mark.parametrize(
    "change",
    [
        {"company_name": "  Ромашка и сыновья "},
        {"inn": "7707 083893"},
        {"ogrn": "1027700132195 "},
        {"legal_address": "Казань"},
        {"company_name": "РОМАШКА"},
        {},
    ],
)
def test_what_is_given_changes_and_the_rest_stays(
    client_for: ClientFor, owner: Account, change: dict[str, str]
) -> None:
    client = client_for(owner)
    before = client.get("/company").json()
    expected = before | {
        name: value.replace(" ", "") if name in {"inn", "ogrn"} else value.strip() for name, value in change.items()
    }

    response = client.put("/company/updateprofile", change)

    assert (response.status_code, response.json()) == (200, expected | {"message": "The company has been saved."})
    assert client.get("/company").json() == expected


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"inn": "7707083894"}, "invalid_inn"),
        ({"ogrn": "1027700132196"}, "invalid_ogrn"),
        ({"inn": None}, "null"),
        ({"company_name": ""}, "blank"),
        ({"company_name": {"$ne": ""}}, "invalid"),
        ({"legal_address": 5}, "invalid"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_changes(
    client_for: ClientFor, owner: Account, wrong: dict[str, Any], code: str
) -> None:
    client = client_for(owner)
    before = client.get("/company").json()

    response = client.put("/company/updateprofile", {"legal_address": "Казань"} | wrong)

    assert (response.status_code, response.json()["errors"][0]["code"]) == (400, code)
    assert client.get("/company").json() == before


def test_another_companys_name_and_inn_are_taken(client_for: ClientFor, owner: Account, stranger: Account) -> None:
    client = client_for(owner)
    other = Company.objects.get(id=stranger.company_id)
    before = client.get("/company").json()

    renamed = client.put("/company/updateprofile", {"company_name": " лютик "})
    renumbered = client.put("/company/updateprofile", {"inn": other.inn, "legal_address": "Казань"})

    assert (renamed.status_code, renamed.json()["code"]) == (409, "company_name_taken")
    assert (renumbered.status_code, renumbered.json()["code"]) == (409, "inn_taken")
    assert client.get("/company").json() == before


def test_the_name_of_a_registration_that_died_half_way_is_free(
    client_for: ClientFor, owner: Account, stranger: Account
) -> None:
    Account.objects(id=stranger.id).delete()
    Company.objects(id=stranger.company_id).update(set__created_at=now() - timedelta(minutes=2))

    assert client_for(owner).put("/company/updateprofile", {"company_name": "Лютик"}).status_code == 200
    assert Company.objects.count() == 1


def test_of_those_who_want_one_name_at_once_one_gets_it(client_for: ClientFor) -> None:
    clients = [client_for(make_company()) for _ in range(6)]

    with ThreadPoolExecutor(6) as threads:
        answers = threads.map(
            lambda client: client.put("/company/updateprofile", {"company_name": "Одна"}).status_code, clients
        )

    assert sorted(answers) == [200, 409, 409, 409, 409, 409]


def test_what_belongs_to_the_platform_cannot_be_set(client_for: ClientFor, owner: Account, candidate: Account) -> None:
    before = Company._get_collection().find_one({"_id": owner.company_id})
    sent = {"email": "x@example.com", "registered_by": str(candidate.id), "name_key": "x", "role": "staff", "_id": "1"}

    assert client_for(owner).put("/company/updateprofile", sent).status_code == 200

    after = Company._get_collection().find_one({"_id": owner.company_id})
    assert after == before | {"updated_at": after["updated_at"]}


def test_only_companies(client_for: ClientFor, anonymous: APIClient, candidate: Account) -> None:
    clients = [anonymous, client_for(candidate), client_for(make_staff())]

    assert [client.get("/company").status_code for client in clients] == [401, 403, 403]
    assert [client.put("/company/updateprofile", {}).status_code for client in clients] == [401, 403, 403]


def test_sent_numbers_are_those_of_one_company(client_for: ClientFor, owner: Account) -> None:
    sent = {"inn": valid_inn(900), "ogrn": valid_ogrn(900)}

    body = client_for(owner).put("/company/updateprofile", sent).json()

    assert (body["inn"], body["ogrn"]) == (sent["inn"], sent["ogrn"])
