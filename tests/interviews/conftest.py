"""The cast of every interview: a candidate and a stranger, a company with a colleague and a rival."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.documents import Account
from interviews.documents import Interview
from tests.conftest import ClientFor
from tests.factories import make_candidate, make_colleague, make_company, make_interview, make_vacancy
from tests.interviews.canned_ai import CannedAi, served
from tests.interviews.real_ai import AiHr
from vacancies.documents import Vacancy


@dataclass(frozen=True)
class Cast:
    """Accounts and their clients; `vacancy` is the company's."""

    candidate_account: Account
    candidate: APIClient
    stranger: APIClient
    company_account: Account
    company: APIClient
    colleague: APIClient
    rival: APIClient
    vacancy: Vacancy


@pytest.fixture
def cast(client_for: ClientFor) -> Cast:
    candidate, company = make_candidate(), make_company()
    return Cast(
        candidate_account=candidate,
        candidate=client_for(candidate),
        stranger=client_for(make_candidate()),
        company_account=company,
        company=client_for(company),
        colleague=client_for(make_colleague(company)),
        rival=client_for(make_company()),
        vacancy=make_vacancy(company=company),
    )


@pytest.fixture
def interview(cast: Cast) -> Interview:
    """The candidate's, not begun yet."""
    return make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy)


@pytest.fixture(scope="session")
def _ai_hr() -> Iterator[AiHr]:
    process = AiHr()
    yield process
    process.kill()


@pytest.fixture
def ai_hr(_ai_hr: AiHr, settings: Settings) -> AiHr:
    """The real AI service, up and used by the platform."""
    _ai_hr.start()
    settings.AI_HR_SERVICE_URL = _ai_hr.url
    return _ai_hr


@pytest.fixture
def canned_ai(settings: Settings) -> Iterator[CannedAi]:
    """An AI service that answers at once and always the same."""
    with served(CannedAi()) as ai:
        settings.AI_HR_SERVICE_URL = ai.url
        yield ai


@pytest.fixture
def dead_ai(settings: Settings) -> None:
    """Nobody listens there."""
    settings.AI_HR_SERVICE_URL = "http://127.0.0.1:9"
