"""GET /vacancies/{id}/funnel: how far candidates get, in numbers that point to nobody."""

from typing import Any

import pytest
from bson import ObjectId
from rest_framework.test import APIClient

from interviews.documents import Interview, StatusChange
from interviews.suppression import suppressed, told
from tests.factories import make_candidate, make_interview
from tests.interviews.conftest import Cast


def make_many(cast: Cast, count: int, *statuses: str, **fields: Any) -> None:
    history = [StatusChange(status=status) for status in statuses]
    candidate = make_candidate()
    for _ in range(count):
        candidate.id = ObjectId()
        make_interview(candidate=candidate, vacancy=cast.vacancy, status=statuses[-1], status_history=history, **fields)


def funnel(client: APIClient, cast: Cast) -> Any:
    return client.get(f"/vacancies/{cast.vacancy.id}/funnel")


def buckets(counts: dict[int, int | None]) -> list[dict[str, int | None]]:
    return [
        {"least": least, "most": 100 if least == 90 else least + 9, "count": counts.get(least, 0)}
        for least in range(0, 100, 10)
    ]


def test_stages_statuses_and_scores_are_counted(cast: Cast) -> None:
    make_many(cast, 10, "rejected", resume_score=5)
    make_many(cast, 5, "active", resume_score=None)
    make_many(cast, 6, "active", "completed", "rejected", resume_score=70, interview_score=40)
    make_many(cast, 9, "active", "completed", "finalist", "offer", resume_score=100, interview_score=95)
    response = funnel(cast.colleague, cast)
    assert (response.status_code, response.json()) == (
        200,
        {
            "vacancy_id": str(cast.vacancy.id),
            "vacancy_title": "Python-разработчик",
            "stages": [
                {"stage": "applied", "count": 30, "share": None},
                {"stage": "screened", "count": 20, "share": 0.667},
                {"stage": "interviewed", "count": 15, "share": 0.75},
                {"stage": "advanced", "count": 9, "share": 0.6},
                {"stage": "offered", "count": 9, "share": 1.0},
            ],
            "statuses": {
                "active": 5, "rejected": 16, "completed": 0, "test_task": 0, "finalist": 0, "offer": 9,
            },
            "resume_scores": buckets({0: 10, 70: 6, 90: 9}),
            "resumes_unscored": 5,
            "interview_scores": buckets({40: 6, 90: 9}),
        },
    )  # fmt: skip


def test_nobody_has_applied_yet(cast: Cast) -> None:
    body = funnel(cast.company, cast).json()
    assert {stage["count"] for stage in body["stages"]} == {0}
    assert {stage["share"] for stage in body["stages"]} == {None}


def test_a_group_of_less_than_five_is_not_told(cast: Cast) -> None:
    make_many(cast, 4, "rejected", resume_score=5)
    make_many(cast, 6, "active", resume_score=70)
    make_many(cast, 8, "active", "completed", resume_score=80)
    body = funnel(cast.company, cast).json()
    assert [stage["count"] for stage in body["stages"]] == [18, None, 8, 0, 0]
    assert [stage["share"] for stage in body["stages"]] == [None, None, None, 0.0, None]
    assert body["statuses"] == {
        "active": None, "rejected": None, "completed": 8, "test_task": 0, "finalist": 0, "offer": 0,
    }  # fmt: skip
    assert body["resume_scores"] == buckets({0: None, 70: None, 80: 8})


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([10, 5, 0], [10, 5, 0]),
        ([10, 4, 0], [None, None, 0]),
        ([10, 4, 6], [10, None, None]),
        ([3, 4, 9], [None, None, 9]),
        ([3], [None]),
        ([], []),
        ([12, 2, 1, 8, 0], [12, None, None, None, 0]),  # three people alone hide nobody
        ([2, 2, 2, 9], [None, None, None, 9]),
        ([1, 1, 1, 1, 1, 7], [None, None, None, None, None, None]),  # five counts of five people would be one each
        ([4, 4, 9], [None, None, None]),  # of two small groups with eight people each has four
        ([4, 3, 9], [None, None, 9]),
        ([1, 2, 0], [None, None, None]),  # a zero would tell too
        ([1, 1, 1, 1, 1, 0], [None, None, None, None, None, None]),
    ],
)
def test_no_small_group_can_be_subtracted_from_a_total(counts: list[int], told: list[int | None]) -> None:
    assert list(suppressed(dict(enumerate(counts))).values()) == told


def test_figures_tell_nothing_together_that_none_tells_alone() -> None:
    """Of eight who stay at home six are ill; of nine who are ill three are not at home."""
    counts = {("home", "ill"): 6, ("home", "well"): 2, ("away", "ill"): 3, ("away", "well"): 20}
    figures = {word: {group for group in counts if word in group} for word in ("home", "away", "ill", "well")}
    assert told(figures | {"all": set(counts)}, counts) == {
        "home": None, "away": None, "ill": None, "well": None, "all": 31,
    }  # fmt: skip


def test_two_people_far_apart_hide_among_those_turned_down(cast: Cast) -> None:
    make_many(cast, 6, "rejected")
    make_many(cast, 1, "active", "completed")
    make_many(cast, 1, "active", "completed", "test_task")
    body = funnel(cast.company, cast).json()
    assert [stage["count"] for stage in body["stages"]] == [8, None, None, None, 0]
    assert body["statuses"] == {
        "active": 0, "rejected": None, "completed": None, "test_task": None, "finalist": 0, "offer": 0,
    }  # fmt: skip


def test_stages_and_statuses_do_not_tell_who_turned_back(cast: Cast) -> None:
    """Eight are through the screening and nine are turned down now: of seventeen that would be two of both."""
    make_many(cast, 9, "rejected")
    make_many(cast, 6, "active")
    make_many(cast, 2, "active", "rejected")
    body = funnel(cast.company, cast).json()
    assert [stage["count"] for stage in body["stages"]] == [17, 8, 0, 0, 0]
    assert (body["statuses"]["rejected"], body["statuses"]["active"]) == (None, None)


def test_the_scores_do_not_tell_who_was_moved_on_without_an_interview(cast: Cast) -> None:
    make_many(cast, 7, "active", "completed", interview_score=55)
    make_many(cast, 1, "active", "test_task")
    body = funnel(cast.company, cast).json()
    assert [stage["count"] for stage in body["stages"]] == [8, 8, 8, None, 0]
    assert {bucket["count"] for bucket in body["interview_scores"]} == {None}


def test_of_less_than_five_candidates_nothing_is_told(cast: Cast) -> None:
    make_many(cast, 4, "rejected", resume_score=5)
    body = funnel(cast.company, cast).json()
    assert {stage["count"] for stage in body["stages"]} == set(body["statuses"].values()) == {None}
    assert {bucket["count"] for bucket in body["resume_scores"]} == {body["resumes_unscored"]} == {None}


def test_only_the_vacancys_company_looks(cast: Cast, anonymous: APIClient) -> None:
    clients = (cast.rival, cast.candidate, anonymous)
    assert [funnel(client, cast).status_code for client in clients] == [404, 403, 401]
    assert Interview.objects.count() == 0
