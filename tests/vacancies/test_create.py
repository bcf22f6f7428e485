"""POST /vacancies/create."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.documents import Account
from tests.conftest import ClientFor
from tests.factories import make_staff
from vacancies.documents import Vacancy

NEEDED = {
    "title": "Python-разработчик",
    "grade": "middle",
    "required_skills": ["Python", "Django"],
    "min_experience": 2,
    "max_experience": 6,
    "work_field": "IT",
}
KEY = {
    "expected_answer": "Кортеж неизменяем.",
    "junior_level": "Знает, что нельзя изменить.",
    "middle_level": "Говорит о хешировании.",
    "senior_level": "Говорит о памяти.",
    "red_flags": ["Разницы нет"],
    "follow_up_questions": ["Всегда ли кортеж хешируется?"],
}


def test_a_company_posts_a_vacancy_and_reads_it_back(client_for: ClientFor, owner: Account) -> None:
    client = client_for(owner)
    rest = {
        "description": "Платформа подбора персонала",
        "work_address": "Москва",
        "optional_skills": ["Docker"],
        "screening": {"threshold": 35, "below_threshold": "review", "weights": {"required": 0.7, "education": 0}},
        "questions": ["Расскажите о себе", {"section": "Python", "question": "Кортеж?", "answers": KEY}],
    }

    response = client.post("/vacancies/create", NEEDED | rest)

    body = response.json()
    vacancy = Vacancy.objects.get()
    assert response.status_code == 201
    assert body == {"message": "The vacancy has been posted.", "vacancy_id": str(vacancy.id)}
    assert client.get(f"/vacancies/{vacancy.id}").json() == {
        "_id": str(vacancy.id),
        "company_id": str(owner.company_id),
        "company_name": "Ромашка",
        **NEEDED,
        "description": "Платформа подбора персонала",
        "work_address": "Москва",
        "optional_skills": ["Docker"],
        "screening": {"threshold": 35, "below_threshold": "review", "weights": {"required": 0.7, "education": 0}},
        "created_at": wire_time(vacancy.created_at),
        "updated_at": wire_time(vacancy.updated_at),
    }
    first, second = client.get(f"/vacancies/{vacancy.id}/questions").json()["questions"]
    assert first | {"_id": ""} == {
        "_id": "", "section": "", "question": "Расскажите о себе", "grade": "", "answers": None,
    }  # fmt: skip
    assert second | {"_id": ""} == {
        "_id": "", "section": "Python", "question": "Кортеж?", "grade": "", "answers": KEY,
    }  # fmt: skip


def wire_time(moment: Any) -> str:
    return str(moment.isoformat()).replace("+00:00", "Z")


def test_what_is_not_said_has_the_seeds_defaults(client_for: ClientFor, owner: Account) -> None:
    client = client_for(owner)

    created = client.post("/vacancies/create", NEEDED).json()

    body = client.get(f"/vacancies/{created['vacancy_id']}").json()
    assert body["screening"] == {"threshold": 20, "below_threshold": "reject", "weights": None}
    assert (body["description"], body["work_address"], body["optional_skills"]) == ("", "", [])
    assert client.get(f"/vacancies/{created['vacancy_id']}/questions").json()["questions"] == []


def test_skills_are_trimmed_and_kept_once(client_for: ClientFor, owner: Account) -> None:
    sent = NEEDED | {"required_skills": ["  Python ", "Django", "python", "Машинное  обучение", "машинное обучение"]}

    client_for(owner).post("/vacancies/create", sent)

    assert Vacancy.objects.get().required_skills == ["Python", "Django", "Машинное  обучение"]


def test_a_skill_without_a_letter_or_digit_is_refused_with_the_reason(client_for: ClientFor, owner: Account) -> None:
    response = client_for(owner).post("/vacancies/create", NEEDED | {"required_skills": ["+++"]})

    assert response.json()["errors"] == [
        {"field": "required_skills.0", "message": "A skill needs at least one letter or digit.", "code": "no_skill"}
    ]


@pytest.mark.parametrize("skill", ["C++", "1С", "Я", "R", "5S", "日本語"])
def test_a_skill_may_be_as_short_and_odd_as_its_name(client_for: ClientFor, owner: Account, skill: str) -> None:
    assert client_for(owner).post("/vacancies/create", NEEDED | {"required_skills": [skill]}).status_code == 201


def test_unknown_fields_are_ignored(client_for: ClientFor, owner: Account) -> None:
    sent = NEEDED | {"company_id": "65f1c0ffee65f1c0ffee0001", "salary": 1, "search_words": ["x"], "deleted_at": None}

    assert client_for(owner).post("/vacancies/create", sent).status_code == 201

    assert Vacancy.objects.get().company_id == owner.company_id


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_each_needed_field_is_needed(client_for: ClientFor, owner: Account, name: str) -> None:
    sent = {field: value for field, value in NEEDED.items() if field != name}

    response = client_for(owner).post("/vacancies/create", sent)

    assert response.status_code == 400
    assert response.json()["errors"] == [{"field": name, "message": "This field is required.", "code": "required"}]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": 5}, "title"),
        ({"title": {"$ne": None}}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"title": "a\0b"}, "title"),
        ({"title": None}, "title"),
        ({"grade": "guru"}, "grade"),
        ({"grade": ["middle"]}, "grade"),
        ({"grade": True}, "grade"),
        ({"required_skills": "Python"}, "required_skills"),
        ({"required_skills": []}, "required_skills"),
        ({"required_skills": {"0": "Python"}}, "required_skills"),
        ({"required_skills": ["Python", 3]}, "required_skills.1"),
        ({"required_skills": ["Python", " "]}, "required_skills.1"),
        ({"required_skills": ["x" * 101]}, "required_skills.0"),
        ({"required_skills": ["Django", "–"]}, "required_skills.1"),
        ({"optional_skills": ["• …"]}, "optional_skills.0"),
        ({"required_skills": [f"skill {number}" for number in range(101)]}, "required_skills"),
        ({"optional_skills": [{"$gt": ""}]}, "optional_skills.0"),
        ({"min_experience": -1}, "min_experience"),
        ({"min_experience": "many"}, "min_experience"),
        ({"min_experience": "nan"}, "min_experience"),
        ({"min_experience": True}, "min_experience"),
        ({"min_experience": [1]}, "min_experience"),
        ({"max_experience": 61}, "max_experience"),
        ({"max_experience": "1e999"}, "max_experience"),
        ({"max_experience": {"$gt": 0}}, "max_experience"),
        ({"min_experience": 7, "max_experience": 6}, "max_experience"),
        ({"work_field": ""}, "work_field"),
        ({"description": ["text"]}, "description"),
        ({"description": "x" * 20_001}, "description"),
        ({"questions": "What?"}, "questions"),
        ({"questions": [""]}, "questions.0.question"),
        ({"questions": ["What?", 7]}, "questions.1"),
        ({"questions": [{"section": "Python"}]}, "questions.0.question"),
        ({"questions": [{"question": "What?", "answers": "nothing"}]}, "questions.0.answers"),
        ({"questions": [{"question": "What?", "answers": {"red_flags": "no"}}]}, "questions.0.answers.red_flags"),
        ({"questions": [{"question": "What?", "_id": {"$gt": ""}}]}, "questions.0._id"),
        ({"questions": [f"Question {number}" for number in range(201)]}, "questions"),
        ({"screening": "strict"}, "screening"),
        ({"screening": {"threshold": 101}}, "screening.threshold"),
        ({"screening": {"threshold": "many"}}, "screening.threshold"),
        ({"screening": {"below_threshold": "burn"}}, "screening.below_threshold"),
        ({"screening": {"weights": {"required": 2}}}, "screening.weights.required"),
        ({"screening": {"weights": {"required": "nan"}}}, "screening.weights.required"),
    ],
)
def test_a_wrong_value_is_named_and_nothing_is_stored(
    client_for: ClientFor, owner: Account, wrong: dict[str, Any], field: str
) -> None:
    response = client_for(owner).post("/vacancies/create", NEEDED | wrong)

    body = response.json()
    assert response.status_code == 400
    assert [error["field"].removesuffix(".non_field_errors") for error in body["errors"]] == [field]
    assert Vacancy.objects.count() == 0


def test_a_wrong_grade_is_answered_with_the_right_ones(client_for: ClientFor, owner: Account) -> None:
    response = client_for(owner).post("/vacancies/create", NEEDED | {"grade": "Middle+"})

    assert response.json()["errors"] == [
        {"field": "grade", "message": "Allowed values: junior, middle, senior, lead.", "code": "invalid_choice"}
    ]


def test_weights_that_weigh_nothing_are_refused(client_for: ClientFor, owner: Account) -> None:
    weights = dict.fromkeys(("required", "optional", "experience", "education"), 0)

    response = client_for(owner).post("/vacancies/create", NEEDED | {"screening": {"weights": weights}})

    assert (response.status_code, response.json()["code"]) == (400, "no_weight")


@pytest.mark.parametrize("body", ["[]", '"text"', "17", "null", "{", '{"title": "\\ud800"}'])
def test_a_body_that_is_no_object_is_refused(client_for: ClientFor, owner: Account, body: str) -> None:
    response = client_for(owner).post("/vacancies/create", body, content_type="application/json")

    assert response.status_code == 400


def test_only_companies_post(client_for: ClientFor, anonymous: APIClient, candidate: Account) -> None:
    clients = [anonymous, client_for(candidate), client_for(make_staff())]

    assert [client.post("/vacancies/create", NEEDED).status_code for client in clients] == [401, 403, 403]
    assert Vacancy.objects.count() == 0
