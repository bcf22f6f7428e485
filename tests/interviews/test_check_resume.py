"""POST /check-resume"""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from bson import ObjectId
from rest_framework.test import APIClient

from interviews.documents import Interview
from tests.conftest import ClientFor
from tests.factories import make_candidate, make_vacancy
from tests.interviews.canned_ai import MATCH, CannedAi
from tests.interviews.conftest import Cast
from vacancies.documents import Screening, Vacancy


def check(client: APIClient, vacancy: Vacancy) -> Any:
    return client.post("/check-resume", {"vacancy_id": str(vacancy.id)})


def scoring(score: int | None) -> Any:
    verdict = "cannot_tell" if score is None else "scored"
    return lambda message: MATCH | {"verdict": verdict, "total_score_percent": score}


def test_a_fitting_resume_opens_an_interview(cast: Cast, canned_ai: CannedAi) -> None:
    response = check(cast.candidate, cast.vacancy)
    stored = Interview.objects.get()
    assert (response.status_code, response.json()) == (
        200,
        {
            "success": True,
            "resume_score": 74,
            "can_proceed": True,
            "status": "active",
            "message": "Your resume fits this vacancy. You can begin the interview.",
            "reasons": ["Не нашли упоминания Docker."],
            "interview_id": str(stored.id),
        },
    )
    assert (stored.user_id, stored.vacancy_id, stored.company_id, stored.attempt, stored.needs_review) == (
        cast.candidate_account.id,
        cast.vacancy.id,
        cast.company_account.company_id,
        1,
        False,
    )
    assert [(row.from_status, row.status, row.actor_id) for row in stored.status_history] == [
        (None, "active", cast.candidate_account.id)
    ]


def test_a_score_below_the_threshold_turns_the_candidate_down_with_reasons(cast: Cast, canned_ai: CannedAi) -> None:
    canned_ai.answers["/v1/resume-match"] = scoring(19)
    response = check(cast.candidate, cast.vacancy)
    assert (response.status_code, response.json()) == (
        200,
        {
            "success": True,
            "resume_score": 19,
            "can_proceed": False,
            "status": "rejected",
            "message": "Your application for this vacancy was turned down.",
            "reasons": ["Не нашли упоминания Docker."],
        },
    )
    assert [row.status for row in Interview.objects.get().status_history] == ["rejected"]


def test_the_threshold_itself_passes(cast: Cast, canned_ai: CannedAi) -> None:
    canned_ai.answers["/v1/resume-match"] = scoring(20)
    assert check(cast.candidate, cast.vacancy).json()["can_proceed"] is True


def test_the_threshold_is_the_vacancys(cast: Cast, canned_ai: CannedAi) -> None:
    strict = make_vacancy(company=cast.company_account, screening=Screening(threshold=75))
    assert check(cast.candidate, strict).json()["status"] == "rejected"


def test_a_company_may_review_low_scores_itself(cast: Cast, canned_ai: CannedAi) -> None:
    lenient = make_vacancy(company=cast.company_account, screening=Screening(threshold=75, below_threshold="review"))
    answer = check(cast.candidate, lenient).json()
    assert (answer["status"], answer["can_proceed"], answer["resume_score"]) == ("active", True, 74)
    assert Interview.objects.get().needs_review is True


def test_an_unreadable_resume_is_no_low_score(cast: Cast, canned_ai: CannedAi) -> None:
    canned_ai.answers["/v1/resume-match"] = scoring(None)
    answer = check(cast.candidate, cast.vacancy).json()
    assert (answer["status"], answer["can_proceed"], answer["resume_score"]) == ("active", True, None)
    assert Interview.objects.get().needs_review is True


def test_a_low_score_of_the_beginning_alone_turns_nobody_down(cast: Cast, canned_ai: CannedAi) -> None:
    part = {"total_score_percent": 0, "flags": [{"code": "text_too_long", "detail": "60000/93000"}]}
    canned_ai.answers["/v1/resume-match"] = lambda message: MATCH | part
    answer = check(cast.candidate, cast.vacancy).json()
    assert (answer["status"], answer["can_proceed"], answer["resume_score"]) == ("active", True, 0)
    assert answer["message"] == "A person will look at your resume. You can begin the interview meanwhile."
    [row] = cast.company.get(f"/vacancies/{cast.vacancy.id}/candidates").json()["candidates"]
    assert (row["needs_review"], row["resume_analysis"]["flags"]) == (True, part["flags"])


@pytest.mark.parametrize(
    ("score", "code", "status"),
    [
        (74, "text_too_long", "active"),  # what was read is enough: nobody has to look
        (10, "hidden_text", "rejected"),  # any other flag excuses nothing
    ],
)
def test_a_flag_alone_asks_for_no_person(cast: Cast, canned_ai: CannedAi, score: int, code: str, status: str) -> None:
    flagged = {"total_score_percent": score, "flags": [{"code": code, "detail": ""}]}
    canned_ai.answers["/v1/resume-match"] = lambda message: MATCH | flagged
    assert check(cast.candidate, cast.vacancy).json()["status"] == status
    assert Interview.objects.get().needs_review is False


def test_asking_again_answers_the_stored_result_without_the_ai(cast: Cast, canned_ai: CannedAi) -> None:
    first = check(cast.candidate, cast.vacancy)
    again = check(cast.candidate, cast.vacancy)
    assert (again.status_code, again.json()) == (200, first.json())
    assert (Interview.objects.count(), len(canned_ai.asked)) == (1, 1)


def test_reasons_come_in_the_language_of_each_request(cast: Cast, canned_ai: CannedAi, client_for: ClientFor) -> None:
    in_each = {"ru": ["Не нашли упоминания Docker."], "en": ["We found no evidence of Docker."]}
    canned_ai.answers["/v1/resume-match"] = lambda message: MATCH | {"reasons_by_language": in_each}
    russian = client_for(cast.candidate_account, language="ru")
    assert check(russian, cast.vacancy).json()["reasons"] == in_each["ru"]
    assert check(cast.candidate, cast.vacancy).json()["reasons"] == in_each["en"]
    for client, language in ((russian, "ru"), (cast.candidate, "en")):
        assert client.get("/user-interviews").json()["interviews"][0]["reasons"] == in_each[language]


@pytest.mark.parametrize(("below", "score"), [("reject", 0), ("review", 0), ("reject", None)])
def test_whom_the_company_lets_in_is_not_told_that_the_resume_fits(
    cast: Cast, canned_ai: CannedAi, below: str, score: int | None
) -> None:
    canned_ai.answers["/v1/resume-match"] = scoring(score)
    vacancy = make_vacancy(company=cast.company_account, screening=Screening(below_threshold=below))
    check(cast.candidate, vacancy)
    interview_id = Interview.objects.get().id
    cast.candidate.post(f"/interviews/{interview_id}/appeal", {"text": "Я делал это на прошлой работе"})
    assert cast.company.put(f"/interviews/{interview_id}/status", {"status": "active"}).status_code == 200
    answer = check(cast.candidate, vacancy).json()
    assert (answer["status"], answer["can_proceed"], answer["resume_score"]) == ("active", True, score)
    assert answer["message"] == (
        "The company has looked at your application itself and invites you on. You can begin the interview."
    )


def test_asking_again_after_the_end_does_not_invite_to_begin(cast: Cast, canned_ai: CannedAi) -> None:
    check(cast.candidate, cast.vacancy)
    Interview.objects.update(set__status="offer")
    again = check(cast.candidate, cast.vacancy).json()
    assert (again["status"], again["message"]) == ("offer", "This interview is over.")


def test_eight_simultaneous_checks_make_one_interview(cast: Cast, canned_ai: CannedAi, client_for: ClientFor) -> None:
    clients = [client_for(cast.candidate_account) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda client: check(client, cast.vacancy), clients))
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.json()["interview_id"] for answer in answers} == {str(Interview.objects.get().id)}


def test_the_ai_is_told_what_it_needs_and_no_more(cast: Cast, canned_ai: CannedAi) -> None:
    cast.candidate.post("/check-resume", {"vacancy_id": str(cast.vacancy.id)}, headers={"x-request-id": "trace-1"})
    [(path, message)] = canned_ai.asked
    assert (path, canned_ai.request_ids) == ("/v1/resume-match", ["trace-1"])
    assert message == {
        "vacancy": {
            "title": "Python-разработчик",
            "description": "Разработка платформы подбора персонала",
            "grade": "middle",
            "work_field": "IT",
            "required_skills": ["Python", "Django"],
            "optional_skills": ["Docker"],
            "min_experience": 2.0,
            "max_experience": 6.0,
        },
        "screening": {"weights": None},
        "resume": {"text": cast.candidate_account.resume.text, "quality": {}},
        "language": "en",
    }


@pytest.mark.parametrize("text", [None, "", " \n "])
def test_a_resume_without_text_is_refused_with_what_to_do(
    cast: Cast, canned_ai: CannedAi, client_for: ClientFor, text: str | None
) -> None:
    response = check(client_for(make_candidate(resume_text=text)), cast.vacancy)
    assert (response.status_code, response.json()["code"]) == (422, "resume_without_text")
    assert response.json()["message"].endswith("Upload it again as a PDF or DOCX with text in it.")
    assert (canned_ai.asked, Interview.objects.count()) == ([], 0)


def test_the_ai_away_is_503_and_nothing_is_stored(cast: Cast, dead_ai: None) -> None:
    response = check(cast.candidate, cast.vacancy)
    assert (response.status_code, response.json()["code"], response["Retry-After"]) == (503, "ai_unavailable", "5")
    assert Interview.objects.count() == 0


def test_a_deleted_vacancy_takes_no_applications_but_remembers_them(cast: Cast, canned_ai: CannedAi) -> None:
    first = check(cast.candidate, cast.vacancy)
    Vacancy.objects(id=cast.vacancy.id).update_one(set__deleted_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert check(cast.stranger, cast.vacancy).status_code == 404
    assert check(cast.candidate, cast.vacancy).json() == first.json()


@pytest.mark.parametrize("vacancy_id", [None, 7, "", "nonsense", {"$ne": None}, ["65f1c0ffee65f1c0ffee0001"]])
def test_a_malformed_id_is_400(cast: Cast, vacancy_id: object) -> None:
    response = cast.candidate.post("/check-resume", {"vacancy_id": vacancy_id})
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "vacancy_id")


def test_an_unknown_vacancy_is_404(cast: Cast) -> None:
    assert cast.candidate.post("/check-resume", {"vacancy_id": str(ObjectId())}).status_code == 404


def test_companies_do_not_apply(cast: Cast, anonymous: APIClient) -> None:
    assert check(cast.company, cast.vacancy).status_code == 403
    assert check(anonymous, cast.vacancy).status_code == 401


def test_a_candidate_sees_no_other_candidates_result(cast: Cast, canned_ai: CannedAi) -> None:
    mine = check(cast.candidate, cast.vacancy).json()
    theirs = check(cast.stranger, cast.vacancy).json()
    assert mine["interview_id"] != theirs["interview_id"]
    assert Interview.objects.count() == 2
