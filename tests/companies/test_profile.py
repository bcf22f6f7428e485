"""GET and PUT /company-profile, and GET /company-profile/public/{id}."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.documents import Account
from companies.documents import Company
from tests.conftest import ClientFor
from tests.factories import NOBODYS_ID, make_staff

WHOLE = {
    "basic_info": {
        "company_name": "Ромашка и сыновья",
        "website": "https://romashka.example",
        "industry": "ИТ",
        "is_it_accredited": True,
        "logo_url": "http://romashka.example/logo.png",
    },
    "detailed_description": {
        "about_company": "Делаем сервисы",
        "about_team": "Дружные",
        "team_size": "12",
        "corporate_culture": "Письма вместо встреч",
        "work_conditions": "Удалённо",
    },
    "contact_info": {"phone": "+7 495", "city": "Москва", "country": "Россия"},
    "benefits": ["ДМС", "Обучение"],
    "social_links": {
        "linkedin": "https://linkedin.example/r",
        "telegram": "https://t.me/r",
        "vk": "https://vk.example/r",
        "facebook": "",
    },
    "additional_info": {
        "founded_year": 2015,
        "employee_count": "50–100",
        "specializations": ["HR"],
        "office_photos": ["https://romashka.example/1.jpg"],
        "company_values": ["Честность"],
    },
}


def empty_profile(owner: Account) -> dict[str, Any]:
    company = Company.objects.get(id=owner.company_id)
    text = dict.fromkeys
    return {
        "basic_info": {
            "company_name": "Ромашка", "website": "", "industry": "", "is_it_accredited": False, "logo_url": "",
        },
        "detailed_description": text(
            ("about_company", "about_team", "team_size", "corporate_culture", "work_conditions"), ""
        ),
        "contact_info": {
            "email": company.email, "address": company.legal_address, "phone": "", "city": "", "country": "",
        },
        "benefits": [],
        "social_links": text(("linkedin", "telegram", "vk", "facebook"), ""),
        "additional_info": {
            "founded_year": None, "employee_count": "", "specializations": [], "office_photos": [],
            "company_values": [],
        },
    }  # fmt: skip


def test_a_new_companys_profile_is_empty_but_whole(client_for: ClientFor, owner: Account) -> None:
    assert client_for(owner).get("/company-profile").json() == empty_profile(owner)


def test_a_whole_profile_is_kept_and_shown_to_everybody(
    client_for: ClientFor, anonymous: APIClient, owner: Account, colleague: Account
) -> None:
    company = Company.objects.get(id=owner.company_id)
    own = {"email": company.email, "address": company.legal_address}
    expected = WHOLE | {"contact_info": WHOLE["contact_info"] | own}

    response = client_for(owner).put("/company-profile", WHOLE)

    assert response.status_code == 200
    assert response.json() == {"message": "The profile has been saved.", "profile": expected}
    assert client_for(colleague).get("/company-profile").json() == expected
    assert anonymous.get(f"/company-profile/public/{company.id}").json() == expected
    assert client_for(owner).get("/company").json()["company_name"] == "Ромашка и сыновья"


def test_what_is_not_sent_stays_and_lists_are_replaced(client_for: ClientFor, owner: Account) -> None:
    client = client_for(owner)
    before = client.put("/company-profile", WHOLE).json()["profile"]
    change = {"basic_info": {"industry": "Еда"}, "benefits": ["Обеды"], "additional_info": {"founded_year": None}}

    after = client.put("/company-profile", change).json()["profile"]

    assert after == before | {
        "basic_info": before["basic_info"] | {"industry": "Еда"},
        "benefits": ["Обеды"],
        "additional_info": before["additional_info"] | {"founded_year": None},
    }
    assert client.put("/company-profile", {}).json()["profile"] == after
    assert client.put("/company-profile", {"basic_info": {}}).json()["profile"] == after


def test_email_and_address_are_the_companys_and_ignored(client_for: ClientFor, owner: Account) -> None:
    sent = {"contact_info": {"email": "x@example.com", "address": "Луна", "city": "Казань"}}

    body = client_for(owner).put("/company-profile", sent).json()["profile"]

    expected = empty_profile(owner)
    assert body == expected | {"contact_info": expected["contact_info"] | {"city": "Казань"}}


def test_what_was_read_can_be_sent_back(client_for: ClientFor, owner: Account) -> None:
    client = client_for(owner)
    read = client.get("/company-profile").json()

    response = client.put("/company-profile", read)

    assert (response.status_code, response.json()["profile"]) == (200, read)


def test_numbers_of_people_may_be_numbers(client_for: ClientFor, owner: Account) -> None:
    sent = {"detailed_description": {"team_size": 12}, "additional_info": {"employee_count": 100}}

    body = client_for(owner).put("/company-profile", sent).json()["profile"]

    assert (body["detailed_description"]["team_size"], body["additional_info"]["employee_count"]) == ("12", "100")


def test_a_name_of_another_company_is_taken_and_nothing_changes(
    client_for: ClientFor, owner: Account, stranger: Account
) -> None:
    sent = {"basic_info": {"company_name": "ЛЮТИК", "industry": "ИТ"}}

    response = client_for(owner).put("/company-profile", sent)

    assert (response.status_code, response.json()["code"]) == (409, "company_name_taken")
    assert client_for(owner).get("/company-profile").json() == empty_profile(owner)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript://x%0aalert(1)", "ftp://x.example", "data:text/html,x", "//x.example", "x",
     "https://", "http://x y.example", "https://x.example/" + "x" * 500],
)  # fmt: skip
@pytest.mark.parametrize(("group", "name"), [("basic_info", "website"), ("social_links", "vk")])
def test_only_whole_web_addresses_are_addresses(
    client_for: ClientFor, owner: Account, group: str, name: str, address: str
) -> None:
    response = client_for(owner).put("/company-profile", {group: {name: address}})

    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == f"{group}.{name}"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"basic_info": "x"}, "basic_info"),
        ({"basic_info": None}, "basic_info"),
        ({"basic_info": {"company_name": " "}}, "basic_info.company_name"),
        ({"basic_info": {"industry": {"$set": 1}}}, "basic_info.industry"),
        ({"basic_info": {"is_it_accredited": "perhaps"}}, "basic_info.is_it_accredited"),
        ({"basic_info": {"is_it_accredited": [True]}}, "basic_info.is_it_accredited"),
        ({"detailed_description": {"about_team": "x" * 10_001}}, "detailed_description.about_team"),
        ({"benefits": "ДМС"}, "benefits"),
        ({"benefits": ["ДМС", 5]}, "benefits.1"),
        ({"benefits": ["ДМС"] * 51}, "benefits"),
        ({"additional_info": {"founded_year": "давно"}}, "additional_info.founded_year"),
        ({"additional_info": {"founded_year": 3000}}, "additional_info.founded_year"),
        ({"additional_info": {"founded_year": True}}, "additional_info.founded_year"),
        ({"additional_info": {"founded_year": 10**30}}, "additional_info.founded_year"),
        ({"additional_info": {"office_photos": ["javascript:x"]}}, "additional_info.office_photos.0"),
        ({"additional_info": {"employee_count": {"$gt": 0}}}, "additional_info.employee_count"),
    ],
)
def test_a_wrong_value_is_named_and_nothing_changes(
    client_for: ClientFor, owner: Account, wrong: dict[str, Any], field: str
) -> None:
    client = client_for(owner)

    response = client.put("/company-profile", {"contact_info": {"city": "Казань"}} | wrong)

    assert response.status_code == 400
    assert [error["field"] for error in response.json()["errors"]] == [field]
    assert client.get("/company-profile").json() == empty_profile(owner)


def test_two_recruiters_at_once_keep_each_others_values(
    client_for: ClientFor, owner: Account, colleague: Account
) -> None:
    changes = [
        (client_for(owner), {"contact_info": {"city": "Казань"}}),
        (client_for(colleague), {"contact_info": {"phone": "+7"}, "benefits": ["ДМС"]}),
    ] * 5

    with ThreadPoolExecutor(4) as threads:
        statuses = set(threads.map(lambda pair: pair[0].put("/company-profile", pair[1]).status_code, changes))

    body = client_for(owner).get("/company-profile").json()
    assert statuses == {200}
    assert (body["contact_info"]["city"], body["contact_info"]["phone"], body["benefits"]) == ("Казань", "+7", ["ДМС"])


def test_only_companies_have_a_profile_of_their_own(
    client_for: ClientFor, anonymous: APIClient, candidate: Account
) -> None:
    clients = [anonymous, client_for(candidate), client_for(make_staff())]

    assert [client.get("/company-profile").status_code for client in clients] == [401, 403, 403]
    assert [client.put("/company-profile", {}).status_code for client in clients] == [401, 403, 403]


@pytest.mark.parametrize("company_id", [NOBODYS_ID, "17", "public"])
def test_the_profile_of_nobody_is_not_found(anonymous: APIClient, company_id: str) -> None:
    assert anonymous.get(f"/company-profile/public/{company_id}").status_code == 404
