"""manage.py rescore: what the AI would say today, and which scores no longer hold."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from accounts.documents import Account
from interviews.documents import Interview
from tests.factories import make_vacancy
from tests.interviews.canned_ai import MATCH, CannedAi
from tests.interviews.conftest import Cast
from vacancies.documents import Vacancy


@pytest.fixture
def interview(cast: Cast, canned_ai: CannedAi) -> Interview:
    cast.candidate.post("/check-resume", {"vacancy_id": str(cast.vacancy.id)})
    found: Interview = Interview.objects.get()
    return found


def rescore(*arguments: str) -> list[str]:
    out = StringIO()
    call_command("rescore", *arguments, stdout=out)
    return out.getvalue().splitlines()


def is_stale(cast: Cast) -> bool:
    [row] = cast.company.get(f"/vacancies/{cast.vacancy.id}/candidates").json()["candidates"]
    return bool(row["stale"])


def test_nothing_has_changed(interview: Interview) -> None:
    assert rescore() == ["1 scored again, 0 differ, 0 stale, 0 marks changed."]


def test_a_new_rubric_makes_scores_stale_when_asked_to_mark(
    cast: Cast, interview: Interview, canned_ai: CannedAi
) -> None:
    canned_ai.answers["/v1/resume-match"] = lambda message: MATCH | {"rubric_version": "2", "total_score_percent": 60}
    line = f"{interview.id}: 74 -> 60 (rubric)"
    assert rescore() == [line, "1 scored again, 1 differ, 1 stale, 0 marks changed."]
    assert is_stale(cast) is False
    assert rescore("--mark") == [line, "1 scored again, 1 differ, 1 stale, 1 marks changed."]
    assert is_stale(cast) is True
    kept = Interview.objects.get()
    assert (kept.resume_score, kept.status, kept.resume_analysis) == (74, "active", MATCH)
    canned_ai.answers["/v1/resume-match"] = lambda message: MATCH
    assert rescore("--mark")[-1] == "1 scored again, 0 differ, 0 stale, 1 marks changed."
    assert is_stale(cast) is False


def test_a_changed_vacancy_and_a_new_resume_are_told_apart(cast: Cast, interview: Interview) -> None:
    Vacancy.objects.update(set__required_skills=["Go"])
    Account.objects(id=cast.candidate_account.id).update_one(set__resume__sha256="1" * 64)
    assert rescore() == [
        f"{interview.id}: 74 -> 74 (resume, vacancy)",
        "1 scored again, 0 differ, 1 stale, 0 marks changed.",
    ]


def test_an_engine_of_two_minds_is_found_out(interview: Interview, canned_ai: CannedAi) -> None:
    canned_ai.answers["/v1/resume-match"] = lambda message: (
        MATCH
        | {
            "verdict": "cannot_tell",
            "total_score_percent": None,
        }
    )
    assert rescore()[0] == f"{interview.id}: 74 -> cannot tell (no cause known)"


def test_one_vacancy_only(cast: Cast, interview: Interview) -> None:
    other = make_vacancy(company=cast.company_account)
    assert rescore("--vacancy", str(other.id)) == ["0 scored again, 0 differ, 0 stale, 0 marks changed."]
    assert rescore("--vacancy", str(cast.vacancy.id))[-1].startswith("1 scored again")


def test_the_ai_away_is_said_plainly(interview: Interview, settings: Any) -> None:
    settings.AI_HR_SERVICE_URL = "http://127.0.0.1:9"
    with pytest.raises(CommandError, match="does not answer; 0 were scored"):
        rescore()


def test_a_refusal_of_the_ai_is_said_plainly(interview: Interview, canned_ai: CannedAi) -> None:
    canned_ai.status = 422
    with pytest.raises(CommandError, match="refuses one: see the log"):
        rescore()


def test_a_malformed_id_is_refused() -> None:
    with pytest.raises(CommandError, match="--vacancy"):
        rescore("--vacancy", "nonsense")
