"""GET /vacancies/{id}."""

import pytest
from rest_framework.test import APIClient

from accounts.documents import Account
from hiring_platform.documents import now
from tests.conftest import ClientFor
from tests.factories import NOBODYS_ID, make_staff, make_vacancy


def test_everybody_who_signed_in_reads_it_and_the_own_company_its_screening_rule(
    client_for: ClientFor, owner: Account, colleague: Account, stranger: Account, candidate: Account
) -> None:
    vacancy = make_vacancy(company=owner)
    expected = client_for(candidate).get("/vacancies").json()["vacancies"][0]
    screening = {"threshold": 20, "below_threshold": "reject", "weights": None}

    for account in (candidate, stranger, make_staff()):
        assert client_for(account).get(f"/vacancies/{vacancy.id}").json() == expected
    for account in (owner, colleague):
        assert client_for(account).get(f"/vacancies/{vacancy.id}").json() == expected | {"screening": screening}


@pytest.mark.parametrize("vacancy_id", [NOBODYS_ID, "17", "g" * 24, "65f1c0ffee65f1c0ffee00010", "%7B%7D"])
def test_what_does_not_exist_is_not_found(client_for: ClientFor, candidate: Account, vacancy_id: str) -> None:
    assert client_for(candidate).get(f"/vacancies/{vacancy_id}").status_code == 404


def test_a_deleted_vacancy_is_not_found_even_by_its_owner(
    client_for: ClientFor, owner: Account, candidate: Account
) -> None:
    vacancy = make_vacancy(company=owner, deleted_at=now())

    for account in (owner, candidate):
        assert client_for(account).get(f"/vacancies/{vacancy.id}").status_code == 404


def test_nobody_reads_without_signing_in(anonymous: APIClient, owner: Account) -> None:
    assert anonymous.get(f"/vacancies/{make_vacancy(company=owner).id}").status_code == 401
