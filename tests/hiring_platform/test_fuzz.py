"""Requests that nobody thought of, made from `/schema`: each is answered as the schema promises, and never by a 500."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from pytest_django.fixtures import Settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, status_code_conformance

from accounts.documents import Account
from accounts.tokens import open_session
from hiring_platform.wsgi import application
from interviews.documents import Interview
from tests.factories import make_candidate, make_company, make_interview, make_staff, make_vacancy
from tests.interviews.canned_ai import CannedAi, served
from vacancies.documents import Vacancy

PROMISED = [not_a_server_error, status_code_conformance, content_type_conformance]
# The same requests at every run: a failure must be one that the next run shows too.
FEW = settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
DOCUMENTS = {"vacancy_id": Vacancy, "interview_id": Interview, "account_id": Account}


@pytest.fixture(autouse=True)
def _ai(settings: Settings) -> Iterator[None]:
    with served(CannedAi()) as ai:
        settings.AI_HR_SERVICE_URL = ai.url
        yield


def people() -> dict[str, Account]:
    """In a world that has a vacancy and an interview of theirs."""
    candidate, company = make_candidate(), make_company()
    make_interview(candidate=candidate, vacancy=make_vacancy(company=company))
    return {"candidate": candidate, "company": company, "staff": make_staff()}


@pytest.mark.parametrize("role", ["candidate", "company", "staff", "anonymous"])
def test_every_answer_is_one_that_was_promised(role: str) -> None:
    schema = schemathesis.openapi.from_wsgi("/schema?format=json", application)
    for found in schema.get_all_operations():
        _try(found.ok(), role)


def _try(operation: Any, role: str) -> None:
    account = people().get(role)

    @FEW
    @given(case=operation.as_strategy())
    def each(case: Any) -> None:
        _aim_at_what_exists(case)
        headers = {"Authorization": f"Bearer {open_session(account=account).token}"} if account else {}
        case.call_and_validate(headers=headers, checks=PROMISED)

    each()


def _aim_at_what_exists(case: Any) -> None:
    """Most of the work is done behind the 404 of a made-up id."""
    for name, document in DOCUMENTS.items():
        if name in case.path_parameters and (found := document.objects.only("id").first()):
            case.path_parameters[name] = str(found.id)
