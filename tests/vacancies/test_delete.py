"""DELETE /vacancies/{id}."""

import pytest
from rest_framework.test import APIClient

from accounts.documents import Account
from hiring_platform.errors import NotFound
from tests.conftest import ClientFor
from tests.factories import NOBODYS_ID, make_interview, make_staff, make_vacancy
from vacancies.documents import Vacancy
from vacancies.selectors import open_vacancy, vacancy_for_interview


def test_it_is_gone_from_every_list_and_reading(client_for: ClientFor, owner: Account, candidate: Account) -> None:
    vacancy = make_vacancy(company=owner)
    client = client_for(owner)

    response = client.delete(f"/vacancies/{vacancy.id}")

    assert (response.status_code, response.json()) == (200, {"message": "The vacancy has been deleted."})
    for reader in (client, client_for(candidate)):
        assert reader.get("/vacancies").json()["total"] == 0
        assert reader.get(f"/vacancies/{vacancy.id}").status_code == 404
        assert reader.get(f"/vacancies/{vacancy.id}/questions").status_code == 404
    assert client.delete(f"/vacancies/{vacancy.id}").status_code == 404


def test_its_row_stays_for_the_interviews(client_for: ClientFor, owner: Account, candidate: Account) -> None:
    vacancy = make_vacancy(company=owner, questions=[{"question": "Кортеж?"}])
    make_interview(candidate=candidate, vacancy=vacancy)

    client_for(owner).delete(f"/vacancies/{vacancy.id}")

    assert vacancy_for_interview(vacancy.id).questions == vacancy.questions
    with pytest.raises(NotFound):
        open_vacancy(vacancy.id)
    [row] = client_for(candidate).get("/user-interviews").json()["interviews"]
    assert (row["vacancy_title"], row["company_name"]) == ("Python-разработчик", "Ромашка")


def test_who_may(
    client_for: ClientFor,
    anonymous: APIClient,
    owner: Account,
    colleague: Account,
    stranger: Account,
    candidate: Account,
) -> None:
    vacancy = make_vacancy(company=owner)
    clients = [client_for(account) for account in (stranger, candidate, make_staff(), colleague)]

    statuses = [client.delete(f"/vacancies/{vacancy.id}").status_code for client in [anonymous, *clients]]

    assert statuses == [401, 404, 403, 403, 200]


@pytest.mark.parametrize("vacancy_id", [NOBODYS_ID, "17"])
def test_what_does_not_exist_is_not_found(client_for: ClientFor, owner: Account, vacancy_id: str) -> None:
    assert client_for(owner).delete(f"/vacancies/{vacancy_id}").status_code == 404
    assert Vacancy.objects.count() == 0
