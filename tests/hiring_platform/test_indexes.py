"""No call makes the server read a whole collection: each is overheard, and the server asked how it would answer."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from demo.candidates import ANNA
from demo.company import PYTHON_VACANCY
from demo.resumes import pdf_resume
from tests.commands import recorded
from tests.conftest import ClientFor
from tests.explained import scanned
from tests.factories import PASSWORD, make_candidate, make_company, make_interview, make_staff, make_vacancy, valid_inn
from tests.factories import valid_ogrn as ogrn
from tests.interviews.canned_ai import CannedAi, served

FILTERS = [
    "",
    "?grade=middle",
    "?work_field=IT",
    "?skill=Python",
    "?experience=3",
    "?q=python разработчик",
    "?sort=oldest",
    "?grade=middle&skill=Django&q=python&experience=3",
]


@pytest.fixture(autouse=True)
def _ai(settings: Settings) -> Iterator[None]:
    with served(CannedAi()) as ai:
        settings.AI_HR_SERVICE_URL = ai.url
        yield


def call(client: APIClient, method: str, path: str, body: Any = None, status: int = 200, **options: Any) -> Any:
    response = getattr(client, method)(path, body, **options)
    assert response.status_code == status, (method, path, response.content)
    return response


def resume() -> BytesIO:
    file = BytesIO(pdf_resume("Анна Соколова", ANNA.sections))
    file.name = "resume.pdf"
    return file


def test_accounts(anonymous: APIClient) -> None:
    words = {"email": "anna@example.com", "password": PASSWORD}
    with recorded() as commands:
        call(anonymous, "post", "/register", {**words, "resume": resume()}, 201, format="multipart")
        pair = call(anonymous, "post", "/login", words).json()
        call(anonymous, "post", "/login", words | {"password": "wrong"}, 401)
        pair = call(anonymous, "post", "/token/refresh", {"refresh": pair["refresh"]}).json()
        signed_in = APIClient(headers={"authorization": f"Bearer {pair['token']}"})
        call(signed_in, "get", "/profile")
        call(signed_in, "put", "/user/updateprofile", {"name": "Анна"})
        call(signed_in, "post", "/update-resume", {"resume": resume()}, format="multipart")
        call(signed_in, "get", "/download-resume")
        call(signed_in, "get", "/profile/export")
        call(signed_in, "get", "/profile/access-log")
        change = {"current_password": PASSWORD, "new_password": "another long pass phrase"}
        pair = call(signed_in, "post", "/password/change", change).json()
        call(anonymous, "post", "/logout", {"refresh": pair["refresh"]})
    assert scanned(commands) == []


def test_companies_and_vacancies(client_for: ClientFor, anonymous: APIClient) -> None:
    recruiter, candidate = make_company(), client_for(make_candidate())
    company = client_for(recruiter)
    company_id = recruiter.company_id
    new = {"company_name": "Ромашка", "inn": valid_inn(900), "ogrn": ogrn(900), "legal_address": "Москва"}
    with recorded() as commands:
        call(anonymous, "post", "/register/company", {**new, "email": "new@example.com", "password": PASSWORD}, 201)
        call(company, "get", "/company")
        call(company, "put", "/company/updateprofile", {"company_name": "Новое имя"})
        call(candidate, "get", "/companies")
        call(anonymous, "get", f"/company-profile/public/{company_id}")
        call(company, "put", "/company-profile", {"benefits": ["ДМС"]})
        vacancy = call(company, "post", "/vacancies/create", PYTHON_VACANCY, 201).json()["vacancy_id"]
        call(company, "put", f"/vacancies/{vacancy}", {"title": "Повар"})
        call(company, "post", f"/vacancies/{vacancy}/questions", {"questions": ["Как?"]})
        call(candidate, "get", f"/vacancies/{vacancy}/questions")
        for query in FILTERS:
            call(company, "get", f"/vacancies{query}")
            call(candidate, "get", f"/vacancies{query}")
        call(candidate, "get", f"/vacancies?company_id={company_id}")
        call(company, "get", f"/vacancies/{vacancy}/candidates")
        call(company, "get", f"/vacancies/{vacancy}/interviews")
        call(company, "delete", f"/vacancies/{vacancy}")
    assert scanned(commands) == []


def test_interviews(client_for: ClientFor) -> None:
    recruiter, person = make_company(), make_candidate()
    company, candidate = client_for(recruiter), client_for(person)
    vacancy = str(make_vacancy(company=recruiter).id)
    with recorded() as commands:
        interview = call(candidate, "post", "/check-resume", {"vacancy_id": vacancy}).json()["interview_id"]
        call(candidate, "post", "/convert-resume", {"vacancy_id": vacancy})
        start = {"interview_id": interview, "mlinterview_id": "", "question": "", "answer_text": "Здравствуйте"}
        turn = call(candidate, "post", "/interviews/answer", start, 201).json()
        answer = {key: turn[key] for key in ("interview_id", "mlinterview_id", "question")} | {"answer_text": "Так."}
        call(candidate, "post", "/interviews/answer", answer, 201)
        call(candidate, "get", f"/interviews/{interview}/qna")
        call(candidate, "get", "/user-interviews")
        call(candidate, "get", "/user-interviews-status-changes")
        call(company, "get", f"/interviews/{interview}/qna")
        call(company, "put", f"/interviews/{interview}/status", {"status": "finalist"})
        call(company, "put", "/interviews/change-status", {"interview_id": interview, "status": "offer"})
        call(candidate, "delete", f"/interviews/{interview}")
        call(candidate, "delete", "/profile", {"password": PASSWORD})
    assert scanned(commands) == []


def test_staff(client_for: ClientFor) -> None:
    candidate, recruiter = make_candidate(), make_company()
    vacancy = make_vacancy(company=recruiter)
    make_interview(candidate=candidate, vacancy=vacancy)
    staff = client_for(make_staff())
    with recorded() as commands:
        for query in ("", "?role=user", "?is_active=true", "?role=user&is_active=false", f"?email={candidate.email}"):
            call(staff, "get", f"/staff/accounts{query}")
        for query in ("", f"?company_id={recruiter.company_id}", "?grade=middle"):
            call(staff, "get", f"/staff/vacancies{query}")
        for query in ("", "?status=active", f"?company_id={recruiter.company_id}", f"?vacancy_id={vacancy.id}"):
            call(staff, "get", f"/staff/interviews{query}")
        call(staff, "get", "/staff/companies")
        call(staff, "post", f"/staff/accounts/{candidate.id}/deactivate", {"reason": "Спам"})
        call(staff, "post", f"/staff/accounts/{candidate.id}/activate")
    assert scanned(commands) == []


def test_the_question_itself_is_sound() -> None:
    """A query that no index serves is found out."""
    assert scanned([{"find": "accounts", "filter": {"surname": "Петрова"}}]) == [
        {"find": "accounts", "filter": {"surname": "Петрова"}}
    ]
