"""PUT /vacancies/{id}."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from bson import ObjectId
from rest_framework.test import APIClient

from accounts.documents import Account
from hiring_platform.documents import now
from tests.conftest import ClientFor
from tests.factories import NOBODYS_ID, make_staff, make_vacancy
from vacancies.documents import Vacancy


def stored(vacancy: Vacancy) -> dict[str, Any]:
    return dict(Vacancy._get_collection().find_one({"_id": vacancy.id}))


def test_what_is_given_changes_and_the_rest_stays(client_for: ClientFor, owner: Account) -> None:
    vacancy = make_vacancy(company=owner, questions=[{"question": "Кортеж?"}])
    client = client_for(owner)
    before = client.get(f"/vacancies/{vacancy.id}").json()
    changes = {"title": "Старший повар", "required_skills": ["Супы", "супы"], "max_experience": 9, "grade": "lead"}

    response = client.put(f"/vacancies/{vacancy.id}", changes)

    after = client.get(f"/vacancies/{vacancy.id}").json()
    assert (response.status_code, response.json()) == (200, {"message": "The vacancy has been saved."})
    assert after == before | changes | {"required_skills": ["Супы"], "updated_at": after["updated_at"]}
    assert after["updated_at"] > before["updated_at"]
    assert len(client.get(f"/vacancies/{vacancy.id}/questions").json()["questions"]) == 1


def test_a_changed_vacancy_is_found_by_its_new_words_only(
    client_for: ClientFor, owner: Account, candidate: Account
) -> None:
    vacancy = make_vacancy(company=owner)
    client = client_for(candidate)

    client_for(owner).put(
        f"/vacancies/{vacancy.id}", {"title": "Повар", "required_skills": ["Супы"], "work_field": "Ресторан"}
    )

    found = {
        query: client.get(f"/vacancies?{query}").json()["total"]
        for query in ("q=повара", "skill=суп", "work_field=ресторан", "q=python", "skill=python", "work_field=it")
    }
    assert found == {
        "q=повара": 1, "skill=суп": 1, "work_field=ресторан": 1, "q=python": 0, "skill=python": 0, "work_field=it": 0,
    }  # fmt: skip


def test_inside_screening_what_is_not_given_stays(client_for: ClientFor, owner: Account) -> None:
    vacancy = make_vacancy(company=owner)
    client = client_for(owner)

    def screening_after(change: dict[str, Any]) -> Any:
        assert client.put(f"/vacancies/{vacancy.id}", {"screening": change}).status_code == 200
        return client.get(f"/vacancies/{vacancy.id}").json()["screening"]

    assert screening_after({"weights": {"required": 0.5, "optional": 0.5}}) == {
        "threshold": 20, "below_threshold": "reject", "weights": {"required": 0.5, "optional": 0.5},
    }  # fmt: skip
    assert screening_after({"threshold": 55, "below_threshold": "review"}) == {
        "threshold": 55, "below_threshold": "review", "weights": {"required": 0.5, "optional": 0.5},
    }  # fmt: skip
    assert screening_after({"weights": None}) == {"threshold": 55, "below_threshold": "review", "weights": None}


def test_questions_sent_along_keep_their_ids(client_for: ClientFor, owner: Account) -> None:
    vacancy = make_vacancy(company=owner, questions=[{"question": "Кортеж?"}])
    client = client_for(owner)

    client.put(f"/vacancies/{vacancy.id}", {"questions": ["Список?", "кортеж?"]})

    questions = client.get(f"/vacancies/{vacancy.id}/questions").json()["questions"]
    assert [question["question"] for question in questions] == ["Список?", "кортеж?"]
    assert questions[1]["_id"] == str(vacancy.questions[0].question_id)


def test_experience_is_held_against_what_is_stored(client_for: ClientFor, owner: Account) -> None:
    vacancy = make_vacancy(company=owner, min_experience=2, max_experience=6)
    client = client_for(owner)

    response = client.put(f"/vacancies/{vacancy.id}", {"min_experience": 7})

    assert response.status_code == 400
    assert response.json()["errors"] == [
        {
            "field": "max_experience",
            "message": "The least experience cannot exceed the most.",
            "code": "experience_range",
        }
    ]
    assert client.put(f"/vacancies/{vacancy.id}", {"min_experience": 7, "max_experience": 8}).status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": {"$set": 1}},
        {"grade": None},
        {"required_skills": None},
        {"optional_skills": ["#"]},
        {"min_experience": "x"},
        {"questions": [{"section": "no text"}]},
        {"screening": None},
        {"screening": {"threshold": -1}},
    ],
)
def test_a_wrong_value_is_refused_and_nothing_changes(
    client_for: ClientFor, owner: Account, wrong: dict[str, Any]
) -> None:
    vacancy = make_vacancy(company=owner)
    before = stored(vacancy)

    response = client_for(owner).put(f"/vacancies/{vacancy.id}", {"description": "new"} | wrong)

    assert response.status_code == 400
    assert stored(vacancy) == before


def test_what_belongs_to_the_platform_cannot_be_set(client_for: ClientFor, owner: Account, stranger: Account) -> None:
    vacancy = make_vacancy(company=owner)
    before = stored(vacancy)
    sent = {"company_id": str(stranger.company_id), "_id": str(ObjectId()), "deleted_at": "2020-01-01", "version": 99}

    assert client_for(owner).put(f"/vacancies/{vacancy.id}", sent).status_code == 200

    assert stored(vacancy) == before | {"version": 1, "updated_at": stored(vacancy)["updated_at"]}


def test_who_may(
    client_for: ClientFor,
    anonymous: APIClient,
    owner: Account,
    colleague: Account,
    stranger: Account,
    candidate: Account,
) -> None:
    vacancy = make_vacancy(company=owner)
    clients = [client_for(account) for account in (colleague, stranger, candidate, make_staff())]

    statuses = [
        client.put(f"/vacancies/{vacancy.id}", {"title": "Мой"}).status_code for client in [anonymous, *clients]
    ]

    assert statuses == [401, 200, 404, 403, 403]


@pytest.mark.parametrize("vacancy_id", [NOBODYS_ID, "17"])
def test_what_does_not_exist_is_not_found(client_for: ClientFor, owner: Account, vacancy_id: str) -> None:
    assert client_for(owner).put(f"/vacancies/{vacancy_id}", {"title": "x"}).status_code == 404


def test_a_deleted_vacancy_cannot_be_changed(client_for: ClientFor, owner: Account) -> None:
    vacancy = make_vacancy(company=owner, deleted_at=now())

    assert client_for(owner).put(f"/vacancies/{vacancy.id}", {"title": "x"}).status_code == 404


def test_of_those_who_change_at_once_each_is_kept_or_told(client_for: ClientFor, owner: Account) -> None:
    vacancy = make_vacancy(company=owner)
    clients = [client_for(owner) for _ in range(8)]

    def change(number: int) -> int:
        return int(clients[number].put(f"/vacancies/{vacancy.id}", {"description": f"{number}"}).status_code)

    with ThreadPoolExecutor(8) as threads:
        statuses = list(threads.map(change, range(8)))

    after = Vacancy.objects.get(id=vacancy.id)
    assert set(statuses) <= {200, 409}
    assert after.version == statuses.count(200) >= 1
    assert statuses[int(after.description)] == 200
