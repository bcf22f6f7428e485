"""GET /staff/interviews"""

from typing import Any

import pytest
from rest_framework.test import APIClient

from interviews.documents import Interview
from tests.conftest import ClientFor
from tests.factories import make_candidate, make_interview, make_staff, make_vacancy
from tests.interviews.conftest import Cast


@pytest.fixture
def staff(client_for: ClientFor) -> APIClient:
    return client_for(make_staff())


@pytest.fixture
def offered(cast: Cast) -> Interview:
    make_interview(candidate=make_candidate(), vacancy=make_vacancy(company=cast.company_account))
    return make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy, status="offer")


def ids(response: Any) -> list[str]:
    return [row["_id"] for row in response.json()["interviews"]]


def test_staff_see_all_with_names_newest_first(cast: Cast, offered: Interview, staff: APIClient) -> None:
    response = staff.get("/staff/interviews")
    assert (response.status_code, response.json()["total"], ids(response)[0]) == (200, 2, str(offered.id))
    row = response.json()["interviews"][0]
    assert (row["user_email"], row["vacancy_title"]) == (cast.candidate_account.email, "Python-разработчик")


@pytest.mark.parametrize("name", ["status", "vacancy_id", "user_id"])
def test_each_filter_finds_the_one(offered: Interview, staff: APIClient, name: str) -> None:
    assert ids(staff.get("/staff/interviews", {name: str(getattr(offered, name))})) == [str(offered.id)]


def test_filters_combine(offered: Interview, staff: APIClient) -> None:
    query = {"company_id": str(offered.company_id), "status": "active"}
    assert staff.get("/staff/interviews", query).json()["total"] == 1


@pytest.mark.parametrize("query", ["status=hired", "user_id=x", "company_id=7", "page=0"])
def test_a_malformed_filter_is_400(staff: APIClient, query: str) -> None:
    assert staff.get(f"/staff/interviews?{query}").status_code == 400


def test_nobody_else(cast: Cast, anonymous: APIClient) -> None:
    clients = (cast.candidate, cast.company, anonymous)
    assert [client.get("/staff/interviews").status_code for client in clients] == [403, 403, 401]
