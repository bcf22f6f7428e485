"""What each call costs in database calls, held against the committed table `tests/query_counts.json`.

A list costs the same for one row and for a full page, and never more than three calls, authentication included.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.documents import Account
from interviews.documents import Entry, Interview
from tests.commands import recorded
from tests.conftest import ClientFor
from tests.factories import make_candidate, make_company, make_interview, make_staff, make_vacancy
from vacancies.documents import Question, Vacancy

TABLE: dict[str, int] = json.loads((Path(__file__).parents[1] / "query_counts.json").read_text())
FULL_PAGE = 20
MOST_CALLS = 3


@dataclass(frozen=True)
class World:
    """A company with vacancies, a candidate who applied to each of them, other candidates who applied to the first."""

    candidate: Account
    recruiter: Account
    staff: Account
    vacancy: Vacancy
    interview: Interview


def make_world(size: int) -> World:
    """Every list in it has `size` rows, or more where the same rows serve several lists."""
    candidate, recruiter = make_candidate(), make_company()
    for _ in range(size - 1):
        make_company()
    bank = [Question(question=f"Вопрос {number}?") for number in range(size)]
    vacancies = [make_vacancy(company=recruiter, questions=bank) for _ in range(size)]
    entries = [Entry(question=f"Вопрос {number}?", answer_text="Ответ") for number in range(size)]
    interviews = [make_interview(candidate=candidate, vacancy=one, entries=entries) for one in vacancies]
    for _ in range(size - 1):
        make_interview(candidate=make_candidate(), vacancy=vacancies[0])
    return World(candidate, recruiter, make_staff(), vacancies[0], interviews[0])


Caller = Callable[[World], Account]
LISTS: dict[str, Caller] = {
    "GET /companies": lambda world: world.candidate,
    "GET /vacancies": lambda world: world.candidate,
    "GET /vacancies/{vacancy}/candidates": lambda world: world.recruiter,
    "GET /vacancies/{vacancy}/interviews": lambda world: world.recruiter,
    "GET /vacancies/{vacancy}/questions": lambda world: world.candidate,
    "GET /user-interviews": lambda world: world.candidate,
    "GET /user-interviews-status-changes": lambda world: world.candidate,
    "GET /interviews/{interview}/qna": lambda world: world.recruiter,
    "GET /profile/access-log": lambda world: world.candidate,
    "GET /staff/accounts": lambda world: world.staff,
    "GET /staff/companies": lambda world: world.staff,
    "GET /staff/vacancies": lambda world: world.staff,
    "GET /staff/interviews": lambda world: world.staff,
}
SINGLES: dict[str, Caller] = {
    "GET /profile": lambda world: world.candidate,
    "GET /company": lambda world: world.recruiter,
    "GET /company-profile": lambda world: world.recruiter,
    "GET /vacancies/{vacancy}": lambda world: world.candidate,
    "GET /vacancies/{vacancy}/funnel": lambda world: world.recruiter,
}


def cost(client: APIClient, call: str, world: World) -> int:
    method, _, path = call.partition(" ")
    address = path.format(vacancy=world.vacancy.id, interview=world.interview.id)
    with recorded() as commands:
        response: Any = client.generic(method, address)
    assert response.status_code == 200, response.content
    return len(commands)


@pytest.mark.parametrize("call", LISTS)
def test_a_list_costs_the_same_whatever_it_holds(client_for: ClientFor, call: str) -> None:
    world = make_world(1)
    one_row = cost(client_for(LISTS[call](world)), call, world)
    world = make_world(FULL_PAGE)
    full_page = cost(client_for(LISTS[call](world)), call, world)
    assert one_row == full_page == TABLE[call]
    assert full_page <= MOST_CALLS


@pytest.mark.parametrize("call", SINGLES)
def test_a_single_thing_costs_what_the_table_says(client_for: ClientFor, call: str) -> None:
    world = make_world(1)
    assert cost(client_for(SINGLES[call](world)), call, world) == TABLE[call]


def test_the_table_names_no_call_that_is_not_measured() -> None:
    assert set(TABLE) == set(LISTS) | set(SINGLES)
