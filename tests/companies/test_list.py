"""GET /companies."""

from datetime import timedelta

import pytest
from django.test import override_settings
from rest_framework.test import APIClient

from accounts.documents import Account
from companies.documents import Avatar, Company
from hiring_platform.documents import now
from tests.commands import recorded
from tests.conftest import ClientFor
from tests.factories import make_company, make_staff

AVATAR = {"key": "avatars/1/x.webp", "content_type": "image/webp", "size": 1, "sha256": "0f" * 32}


def test_a_row_is_what_everybody_may_know(client_for: ClientFor, candidate: Account) -> None:
    recruiter = make_company(company_name="Ромашка", avatar=Avatar(**AVATAR))
    company = Company.objects.get(id=recruiter.company_id)

    for account in (candidate, recruiter, make_staff()):
        assert client_for(account).get("/companies").json() == {
            "total": 1,
            "page": 1,
            "per_page": 10,
            "total_pages": 1,
            "companies": [
                {
                    "_id": str(company.id),
                    "company_name": "Ромашка",
                    "email": company.email,
                    "inn": company.inn,
                    "ogrn": company.ogrn,
                    "legal_address": company.legal_address,
                    "role": "company",
                    "avatar_url": f"http://testserver/company-avatars/{company.id}/{'0f' * 32}",
                }
            ],
        }


def test_newest_first_page_by_page(client_for: ClientFor, candidate: Account) -> None:
    for age in range(12):
        make_company(company_name=f"{age}", created_at=now() - timedelta(days=age))
    client = client_for(candidate)

    pages = [client.get(f"/companies?page={page}&per_page=5").json() for page in (1, 2, 3, 4)]

    assert [[row["company_name"] for row in page["companies"]] for page in pages] == [
        ["0", "1", "2", "3", "4"], ["5", "6", "7", "8", "9"], ["10", "11"], [],
    ]  # fmt: skip
    assert {(page["total"], page["total_pages"]) for page in pages} == {(12, 3)}


def test_it_costs_two_database_calls(client_for: ClientFor, candidate: Account) -> None:
    for _ in range(10):
        make_company()
    client = client_for(candidate)

    with recorded() as commands:
        client.get("/companies")

    assert len(commands) == 2


@pytest.mark.parametrize("query", ["page=0", "page=x", "per_page=-5", "per_page=ten"])
def test_a_malformed_page_is_refused(client_for: ClientFor, candidate: Account, query: str) -> None:
    assert client_for(candidate).get(f"/companies?{query}").status_code == 400


def test_an_avatars_address_follows_the_way_the_caller_came(client_for: ClientFor, candidate: Account) -> None:
    company_id = make_company(avatar=Avatar(**AVATAR)).company_id
    path = f"company-avatars/{company_id}/{'0f' * 32}"
    client = client_for(candidate)

    def address(listed_at: str) -> str:
        return str(client.get(listed_at).json()["companies"][0]["avatar_url"])

    assert address("/companies") == f"http://testserver/{path}"
    assert address("/api/companies") == f"http://testserver/api/{path}"
    with override_settings(PUBLIC_URL="https://hiring.example/api"):
        assert address("/companies") == f"https://hiring.example/api/{path}"


def test_nobody_reads_without_signing_in(anonymous: APIClient) -> None:
    assert anonymous.get("/companies").status_code == 401
