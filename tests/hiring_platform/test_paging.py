"""A page and the list's length come in one call, and bad page numbers are refused."""

import pytest

from companies.documents import Company
from hiring_platform.paging import PageRequest, read_page
from tests.conftest import ClientFor
from tests.factories import make_candidate, make_company


def read(page: int, per_page: int = 2) -> tuple[list[str], int, int]:
    found = read_page(
        Company, match={}, sort={"created_at": 1, "_id": 1}, request=PageRequest(page=page, per_page=per_page)
    )
    return [row["company_name"] for row in found.rows], found.total, found.total_pages


def test_pages_cut_the_list_and_know_its_length() -> None:
    for name in "абв":
        make_company(company_name=name)
    assert read(1) == (["а", "б"], 3, 2)
    assert read(2) == (["в"], 3, 2)
    assert read(3) == ([], 3, 2)


def test_an_empty_list_has_no_pages() -> None:
    assert read(1) == ([], 0, 0)


def test_a_page_past_the_end_is_empty_and_no_error(client_for: ClientFor) -> None:
    make_company()
    answer = client_for(make_candidate()).get("/companies?page=7").json()
    assert answer == {"total": 1, "page": 7, "per_page": 10, "total_pages": 1, "companies": []}


@pytest.mark.parametrize(
    "query", ["page=0", "page=-1", "page=x", "per_page=abc", "per_page=0", "page=1e9", "page=999999999"]
)
def test_a_bad_page_is_400(client_for: ClientFor, query: str) -> None:
    response = client_for(make_candidate()).get(f"/companies?{query}")
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, query.partition("=")[0])


def test_clients_may_ask_for_a_hundred_and_get_no_more(client_for: ClientFor) -> None:
    client = client_for(make_candidate())
    assert client.get("/companies?per_page=100").json()["per_page"] == 100
    assert client.get("/companies?per_page=1000").json()["per_page"] == 100
