"""GET /staff/vacancies."""

import pytest
from rest_framework.test import APIClient

from accounts.documents import Account
from hiring_platform.documents import now
from tests.conftest import ClientFor
from tests.factories import make_staff, make_vacancy


def test_staff_see_every_companys_vacancies_the_deleted_ones_apart(
    client_for: ClientFor, owner: Account, stranger: Account
) -> None:
    make_vacancy(company=owner, title="Наша")
    make_vacancy(company=stranger, title="Чужая", grade="lead")
    gone = make_vacancy(company=owner, title="Удалённая", deleted_at=now())
    client = client_for(make_staff())

    def titles(query: str) -> list[str]:
        return [row["title"] for row in client.get(f"/staff/vacancies{query}").json()["vacancies"]]

    assert titles("") == ["Чужая", "Наша"]
    assert titles("?deleted=true") == ["Удалённая"]
    assert titles(f"?company_id={owner.company_id}") == ["Наша"]
    assert titles("?grade=lead&q=чужой") == ["Чужая"]
    assert titles(f"?deleted=true&company_id={stranger.company_id}") == []
    [row] = client.get("/staff/vacancies?deleted=true").json()["vacancies"]
    assert row["deleted_at"] == gone.deleted_at.isoformat().replace("+00:00", "Z")


@pytest.mark.parametrize("query", ["deleted=maybe", "company_id=17", "grade=guru", "page=0"])
def test_a_malformed_filter_is_refused(client_for: ClientFor, query: str) -> None:
    assert client_for(make_staff()).get(f"/staff/vacancies?{query}").status_code == 400


def test_nobody_else(client_for: ClientFor, anonymous: APIClient, owner: Account, candidate: Account) -> None:
    clients = [anonymous, client_for(owner), client_for(candidate)]

    assert [client.get("/staff/vacancies").status_code for client in clients] == [401, 403, 403]
