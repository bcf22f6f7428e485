"""GET /staff/companies."""

import pytest
from rest_framework.test import APIClient

from accounts.documents import Account
from companies.documents import Company
from tests.conftest import ClientFor
from tests.factories import make_staff


def test_staff_find_a_company_by_its_inn_or_name(client_for: ClientFor, owner: Account, stranger: Account) -> None:
    client = client_for(make_staff())
    company = Company.objects.get(id=owner.company_id)

    def names(query: str) -> list[str]:
        return [row["company_name"] for row in client.get(f"/staff/companies{query}").json()["companies"]]

    assert names("") == ["Лютик", "Ромашка"]
    assert names(f"?inn={company.inn}") == ["Ромашка"]
    assert names("?company_name= ромашка ") == ["Ромашка"]
    assert names(f"?company_name=лютик&inn={company.inn}") == []
    assert names("?company_name=.*") == []
    [row] = client.get("/staff/companies?company_name=Ромашка").json()["companies"]
    assert row == {
        "_id": str(company.id),
        "company_name": "Ромашка",
        "email": company.email,
        "inn": company.inn,
        "ogrn": company.ogrn,
        "legal_address": company.legal_address,
        "role": "company",
        "avatar_url": None,
        "registered_by": str(owner.id),
        "created_at": company.created_at.isoformat().replace("+00:00", "Z"),
        "updated_at": company.updated_at.isoformat().replace("+00:00", "Z"),
    }


@pytest.mark.parametrize("query", ["page=0", "per_page=x", "inn=" + "1" * 41])
def test_a_malformed_query_is_refused(client_for: ClientFor, query: str) -> None:
    assert client_for(make_staff()).get(f"/staff/companies?{query}").status_code == 400


def test_nobody_else(client_for: ClientFor, anonymous: APIClient, owner: Account, candidate: Account) -> None:
    clients = [anonymous, client_for(owner), client_for(candidate)]

    assert [client.get("/staff/companies").status_code for client in clients] == [401, 403, 403]
