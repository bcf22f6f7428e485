"""GET and POST /vacancies/{id}/questions."""

import json
from typing import Any

import pytest
from bson import ObjectId
from rest_framework.test import APIClient

from accounts.documents import Account
from tests.conftest import ClientFor
from tests.factories import NOBODYS_ID, make_staff, make_vacancy
from vacancies.documents import Vacancy

KEY = {
    "expected_answer": "СЕКРЕТ: кортеж неизменяем",
    "junior_level": "СЕКРЕТ j",
    "middle_level": "СЕКРЕТ m",
    "senior_level": "СЕКРЕТ s",
    "red_flags": ["СЕКРЕТ r"],
    "follow_up_questions": ["СЕКРЕТ f"],
}
TUPLE = {"section": "Python", "question": "Что такое кортеж?", "grade": "middle", "answers": KEY}


@pytest.fixture
def vacancy(owner: Account) -> Vacancy:
    return make_vacancy(company=owner)


def put_bank(client: APIClient, vacancy: Vacancy, questions: list[Any]) -> list[dict[str, Any]]:
    response = client.post(f"/vacancies/{vacancy.id}/questions", {"questions": questions})
    assert response.status_code == 200, response.json()
    return list(response.json()["questions"])


def test_the_owner_writes_the_bank_and_reads_it_with_the_keys(
    client_for: ClientFor, owner: Account, colleague: Account, vacancy: Vacancy
) -> None:
    response = client_for(owner).post(
        f"/vacancies/{vacancy.id}/questions", {"questions": ["  Расскажите о себе ", TUPLE]}
    )

    body = response.json()
    first, second = body["questions"]
    assert response.status_code == 200
    assert body == {
        "message": "The questions have been saved.",
        "questions": [
            {"_id": first["_id"], "section": "", "question": "Расскажите о себе", "grade": "", "answers": None},
            {"_id": second["_id"], **TUPLE},
        ],
    }
    for account in (owner, colleague):
        assert client_for(account).get(f"/vacancies/{vacancy.id}/questions").json() == {
            "vacancy_id": str(vacancy.id),
            "title": "Python-разработчик",
            "questions": body["questions"],
        }


def test_nobody_else_is_sent_a_key(
    client_for: ClientFor, owner: Account, stranger: Account, candidate: Account, vacancy: Vacancy
) -> None:
    [question] = put_bank(client_for(owner), vacancy, [TUPLE])

    for account in (candidate, stranger, make_staff()):
        client = client_for(account)
        assert client.get(f"/vacancies/{vacancy.id}/questions").json() == {
            "vacancy_id": str(vacancy.id),
            "title": "Python-разработчик",
            "questions": [
                {"_id": question["_id"], "section": "Python", "question": "Что такое кортеж?", "grade": "middle"}
            ],
        }
        for path in ("/vacancies", f"/vacancies?company_id={owner.company_id}", f"/vacancies/{vacancy.id}"):
            assert "СЕКРЕТ" not in json.dumps(client.get(path).json(), ensure_ascii=False)


def test_the_bank_is_replaced_and_known_questions_keep_their_ids(
    client_for: ClientFor, owner: Account, vacancy: Vacancy
) -> None:
    client = client_for(owner)
    tuples, lists, sets = put_bank(client, vacancy, [TUPLE, "Что такое список?", "Что такое множество?"])

    bank = put_bank(
        client,
        vacancy,
        ["Что такое словарь?", "что  такое СПИСОК?", {"_id": tuples["_id"], "question": "Чем хорош кортеж?"}],
    )

    new, by_text, by_id = bank
    assert [question["question"] for question in bank] == [
        "Что такое словарь?", "что  такое СПИСОК?", "Чем хорош кортеж?",
    ]  # fmt: skip
    assert (by_text["_id"], by_id["_id"]) == (lists["_id"], tuples["_id"])
    assert new["_id"] not in {tuples["_id"], lists["_id"], sets["_id"]}
    assert by_id["answers"] is None


def test_an_id_is_given_to_one_question_only(client_for: ClientFor, owner: Account, vacancy: Vacancy) -> None:
    client = client_for(owner)
    [first] = put_bank(client, vacancy, ["Что такое список?"])

    bank = put_bank(
        client,
        vacancy,
        ["Что такое список?", {"_id": first["_id"], "question": "Новый?"}, {"_id": first["_id"], "question": "Ещё?"}],
    )

    ids = [question["_id"] for question in bank]
    assert ids[1] == first["_id"]
    assert len(set(ids)) == 3


def test_a_foreign_id_is_as_good_as_none(client_for: ClientFor, owner: Account, vacancy: Vacancy) -> None:
    foreign = str(ObjectId())

    [question] = put_bank(client_for(owner), vacancy, [TUPLE | {"_id": foreign}])

    assert question["_id"] != foreign


def test_what_the_owner_read_can_be_sent_back_unchanged(
    client_for: ClientFor, owner: Account, vacancy: Vacancy
) -> None:
    client = client_for(owner)
    bank = put_bank(client, vacancy, [TUPLE, "Что такое список?"])

    assert put_bank(client, vacancy, bank) == bank
    assert put_bank(client, vacancy, []) == []


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "questions"),
        ({"questions": None}, "questions"),
        ({"questions": "Что?"}, "questions"),
        ({"questions": {"0": "Что?"}}, "questions"),
        ({"questions": [None]}, "questions.0"),
        ({"questions": [["Что?"]]}, "questions.0"),
        ({"questions": ["  "]}, "questions.0.question"),
        ({"questions": [{"question": {"$ne": ""}}]}, "questions.0.question"),
        ({"questions": ["x" * 2001]}, "questions.0.question"),
        ({"questions": [{"question": "Что?", "_id": "17"}]}, "questions.0._id"),
        ({"questions": [{"question": "Что?", "answers": []}]}, "questions.0.answers"),
        (
            {"questions": [{"question": "Что?", "answers": {"expected_answer": 5}}]},
            "questions.0.answers.expected_answer",
        ),
        ({"questions": [{"question": "Что?", "answers": {"red_flags": [{}]}}]}, "questions.0.answers.red_flags.0"),
        ({"questions": ["Что?"] * 201}, "questions"),
    ],
)
def test_a_wrong_bank_is_refused_and_the_old_one_stays(
    client_for: ClientFor, owner: Account, vacancy: Vacancy, sent: dict[str, Any], field: str
) -> None:
    client = client_for(owner)
    bank = put_bank(client, vacancy, [TUPLE])

    response = client.post(f"/vacancies/{vacancy.id}/questions", sent)

    assert response.status_code == 400
    assert [error["field"] for error in response.json()["errors"]] == [field]
    assert client.get(f"/vacancies/{vacancy.id}/questions").json()["questions"] == bank


def test_who_may_write(
    client_for: ClientFor,
    anonymous: APIClient,
    colleague: Account,
    stranger: Account,
    candidate: Account,
    vacancy: Vacancy,
) -> None:
    clients = [client_for(account) for account in (colleague, stranger, candidate, make_staff())]

    statuses = [
        client.post(f"/vacancies/{vacancy.id}/questions", {"questions": ["Что?"]}).status_code
        for client in [anonymous, *clients]
    ]

    assert statuses == [401, 200, 404, 403, 403]


@pytest.mark.parametrize("vacancy_id", [NOBODYS_ID, "17"])
def test_what_does_not_exist_is_not_found(client_for: ClientFor, owner: Account, vacancy_id: str) -> None:
    client = client_for(owner)

    assert client.get(f"/vacancies/{vacancy_id}/questions").status_code == 404
    assert client.post(f"/vacancies/{vacancy_id}/questions", {"questions": []}).status_code == 404
