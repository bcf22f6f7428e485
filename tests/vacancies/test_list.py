"""GET /vacancies."""

from datetime import timedelta
from itertools import chain

import pytest
from bson import ObjectId
from rest_framework.test import APIClient

from accounts.documents import Account
from hiring_platform.documents import now
from tests.commands import recorded
from tests.conftest import ClientFor
from tests.factories import make_company, make_vacancy


def titles(client: APIClient, query: str = "") -> list[str]:
    response = client.get(f"/vacancies{query}")
    assert response.status_code == 200, response.json()
    return [row["title"] for row in response.json()["vacancies"]]


def test_a_row_holds_the_vacancy_and_its_companys_name_but_no_questions(
    client_for: ClientFor, owner: Account, candidate: Account
) -> None:
    vacancy = make_vacancy(company=owner, questions=[{"question": "Кортеж?", "answers": {"expected_answer": "x"}}])

    assert client_for(candidate).get("/vacancies").json() == {
        "total": 1,
        "page": 1,
        "per_page": 10,
        "total_pages": 1,
        "vacancies": [
            {
                "_id": str(vacancy.id),
                "company_id": str(owner.company_id),
                "company_name": "Ромашка",
                "title": "Python-разработчик",
                "grade": "middle",
                "required_skills": ["Python", "Django"],
                "optional_skills": ["Docker"],
                "min_experience": 2,
                "max_experience": 6,
                "work_field": "IT",
                "work_address": "",
                "description": "Разработка платформы подбора персонала",
                "created_at": vacancy.created_at.isoformat().replace("+00:00", "Z"),
                "updated_at": vacancy.updated_at.isoformat().replace("+00:00", "Z"),
            }
        ],
    }


def test_the_screening_rule_is_shown_to_its_own_company_only(
    client_for: ClientFor, owner: Account, colleague: Account, stranger: Account, candidate: Account
) -> None:
    make_vacancy(company=owner)
    query = f"/vacancies?company_id={owner.company_id}"

    shown = [
        "screening" in client_for(account).get(query).json()["vacancies"][0]
        for account in (owner, colleague, stranger, candidate)
    ]

    assert shown == [True, True, False, False]


def test_a_candidate_sees_all_and_a_company_its_own_unless_it_names_another(
    client_for: ClientFor, owner: Account, stranger: Account, candidate: Account
) -> None:
    make_vacancy(company=owner, title="Наша")
    make_vacancy(company=stranger, title="Чужая")

    assert titles(client_for(candidate)) == ["Чужая", "Наша"]
    assert titles(client_for(owner)) == ["Наша"]
    assert titles(client_for(owner), f"?company_id={stranger.company_id}") == ["Чужая"]
    assert titles(client_for(candidate), f"?company_id={owner.company_id}") == ["Наша"]


def test_a_deleted_vacancy_is_in_no_list(client_for: ClientFor, owner: Account, candidate: Account) -> None:
    make_vacancy(company=owner, deleted_at=now())

    assert titles(client_for(candidate)) == titles(client_for(owner)) == []


def test_an_unknown_company_has_none_and_a_malformed_id_is_refused(client_for: ClientFor, candidate: Account) -> None:
    client = client_for(candidate)

    assert titles(client, f"?company_id={ObjectId()}") == []
    for wrong in ("17", "{'$ne': null}", "%00", "g" * 24):
        response = client.get(f"/vacancies?company_id={wrong}")
        assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "company_id")


def test_pages_follow_one_another_without_gaps_or_repeats(
    client_for: ClientFor, owner: Account, candidate: Account
) -> None:
    moment = now()
    expected = [make_vacancy(company=owner, title=f"{number}", created_at=moment).title for number in range(7)]
    client = client_for(candidate)

    pages = [titles(client, f"?per_page=3&page={page}") for page in (1, 2, 3, 4)]

    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert sorted(chain(*pages)) == expected


def test_a_page_holds_a_hundred_at_most(client_for: ClientFor, owner: Account, candidate: Account) -> None:
    make_vacancy(company=owner)

    body = client_for(candidate).get("/vacancies?per_page=5000").json()

    assert (body["per_page"], len(body["vacancies"])) == (100, 1)


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=x", "per_page=abc", "per_page=0", "page=1.5"])
def test_a_malformed_page_is_refused(client_for: ClientFor, candidate: Account, query: str) -> None:
    assert client_for(candidate).get(f"/vacancies?{query}").status_code == 400


def test_sort(client_for: ClientFor, owner: Account, candidate: Account) -> None:
    for age, title in ((3, "старая"), (1, "новая"), (2, "средняя")):
        make_vacancy(company=owner, title=title, created_at=now() - timedelta(days=age))
    client = client_for(candidate)

    assert titles(client) == titles(client, "?sort=newest") == ["новая", "средняя", "старая"]
    assert titles(client, "?sort=oldest") == ["старая", "средняя", "новая"]
    assert client.get("/vacancies?sort=salary").json()["errors"] == [
        {"field": "sort", "message": "Allowed values: newest, oldest.", "code": "invalid_choice"}
    ]


@pytest.fixture
def market(owner: Account) -> None:
    """Three vacancies unlike each other."""
    make_vacancy(company=owner, title="Python-разработчик", work_field="Информационные технологии")
    make_vacancy(
        company=owner, title="Повар горячего цеха", grade="senior", work_field="Общественное питание",
        required_skills=["Приготовление супов", "ХАССП"], optional_skills=[], min_experience=5, max_experience=10,
        description="Ресторан у моря, ёлка круглый год",
    )  # fmt: skip
    make_vacancy(
        company=owner, title="C++ developer", grade="junior", work_field="IT", required_skills=["C++", "Qt"],
        optional_skills=["Python"], min_experience=0, max_experience=1, description="Embedded systems",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("grade=senior", ["Повар горячего цеха"]),
        ("work_field=общественное   питание", ["Повар горячего цеха"]),
        ("work_field=it", ["C++ developer"]),
        ("skill=python", ["C++ developer", "Python-разработчик"]),
        ("skill=C%2B%2B", ["C++ developer"]),
        ("skill=C", []),
        ("skill=приготовление супа", ["Повар горячего цеха"]),
        ("experience=0", ["C++ developer"]),
        ("experience=2", ["Python-разработчик"]),
        ("experience=5.5", ["Повар горячего цеха", "Python-разработчик"]),
        ("experience=6", ["Повар горячего цеха", "Python-разработчик"]),
        ("experience=30", []),
        ("q=повара", ["Повар горячего цеха"]),
        ("q=РАЗРАБОТЧИКИ на python", ["Python-разработчик"]),
        ("q=елки", ["Повар горячего цеха"]),
        ("q=developers", ["C++ developer"]),
        ("q=c%2B%2B", ["C++ developer"]),
        ("q=python повар", []),
        ("q=", ["C++ developer", "Повар горячего цеха", "Python-разработчик"]),
        ("q=?!", ["C++ developer", "Повар горячего цеха", "Python-разработчик"]),
        ("q=.*", ["C++ developer", "Повар горячего цеха", "Python-разработчик"]),
        (
            "company_id=&skill=&work_field=&grade=&experience=&sort=",
            ["C++ developer", "Повар горячего цеха", "Python-разработчик"],
        ),
        ("skill=python&grade=junior&q=embedded&experience=1", ["C++ developer"]),
        ("skill=python&grade=senior", []),
    ],
)
@pytest.mark.usefixtures("market")
def test_filters(client_for: ClientFor, candidate: Account, query: str, found: list[str]) -> None:
    body = client_for(candidate).get(f"/vacancies?{query}").json()

    assert [row["title"] for row in body["vacancies"]] == found
    assert body["total"] == len(found)


@pytest.mark.parametrize("query", ["grade=guru", "experience=-1", "experience=nan", "experience=x", "q=" + "x" * 201])
def test_a_malformed_filter_is_refused(client_for: ClientFor, candidate: Account, query: str) -> None:
    response = client_for(candidate).get(f"/vacancies?{query}")

    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, query.split("=", maxsplit=1)[0])


def test_other_companies_names_cost_nothing_more(client_for: ClientFor, candidate: Account) -> None:
    for number in range(12):
        make_vacancy(company=make_company(company_name=f"Компания №{number}"))
    client = client_for(candidate)

    with recorded() as commands:
        body = client.get("/vacancies").json()

    assert [row["company_name"] for row in body["vacancies"]] == [f"Компания №{number}" for number in range(11, 1, -1)]
    assert len(commands) == 2


def test_nobody_reads_without_signing_in(anonymous: APIClient) -> None:
    response = anonymous.get("/vacancies")

    assert (response.status_code, response.headers["WWW-Authenticate"]) == (401, "Bearer")
