"""A candidate takes his data with him."""

import io
import json
import zipfile
from typing import Any

from rest_framework.test import APIClient

from accounts.access_log import record_resume_access
from accounts.documents import Account
from interviews.documents import Entry, Interview
from tests.conftest import ClientFor
from tests.factories import RESUME_TEXT, make_candidate, make_company, make_interview, make_vacancy


def exported(client: APIClient) -> dict[str, Any]:
    response = client.get("/profile/export")
    assert (response.status_code, response["Content-Type"]) == (200, "application/zip")
    assert response["Cache-Control"] == "private, no-store"
    with zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content))) as archive:
        assert archive.testzip() is None
        return {
            name: json.loads(archive.read(name)) if name.endswith(".json") else archive.read(name).decode()
            for name in archive.namelist()
        }


def an_interviewed_candidate() -> tuple[Account, Account]:
    candidate, recruiter = make_candidate(), make_company(company_name="Ромашка")
    make_interview(
        candidate=candidate,
        vacancy=make_vacancy(company=recruiter, title="Повар"),
        status="completed",
        entries=[Entry(question="Как?", answer_text="Так.", evaluation={"score_percent": 12})],
        resume_analysis={"reasons": ["No evidence of Docker was found."], "engine": "embedded"},
        candidate_feedback="Расскажите подробнее о примерах.",
        interview_analysis="Для компании",
    )
    return candidate, recruiter


def test_it_holds_profile_resume_interviews_answers_reasons_and_history(client_for: ClientFor) -> None:
    candidate, recruiter = an_interviewed_candidate()
    record_resume_access(reader=recruiter, candidate_id=candidate.id)
    archive = exported(client_for(candidate))
    assert set(archive) == {"profile.json", "interviews.json", "access-log.json", "resume/text.txt"}
    assert archive["resume/text.txt"] == RESUME_TEXT
    assert archive["profile.json"]["email"] == candidate.email
    [interview] = archive["interviews.json"]
    assert (interview["vacancy_title"], interview["company_name"], interview["resume_score"]) == (
        "Повар",
        "Ромашка",
        70,
    )
    assert interview["resume_reasons"] == ["No evidence of Docker was found."]
    assert interview["candidate_feedback"] == "Расскажите подробнее о примерах."
    assert [entry["answer_text"] for entry in interview["answers"]] == ["Так."]
    assert [change["status"] for change in interview["status_history"]] == ["completed"]
    [access] = archive["access-log.json"]
    assert (access["company_name"], access["reader_role"]) == ("Ромашка", "company")


def test_it_holds_no_secret_and_nothing_that_is_the_companys(client_for: ClientFor) -> None:
    candidate, _ = an_interviewed_candidate()
    Interview.objects(user_id=candidate.id).update(set__status_history__0__reason="Не наш человек")
    text = json.dumps(exported(client_for(candidate)), ensure_ascii=False)
    for secret in (
        "password",
        "argon2",
        "refresh_id",
        "known_addresses",
        "score_percent",
        "Для компании",
        "engine",
        "Не наш",
    ):
        assert secret not in text


def test_it_holds_nobody_elses_data(client_for: ClientFor) -> None:
    an_interviewed_candidate()
    stranger = make_candidate(resume_text=None)
    archive = exported(client_for(stranger))
    assert (archive["interviews.json"], archive["access-log.json"]) == ([], [])


def test_companies_and_strangers_have_no_such_thing(client_for: ClientFor, anonymous: APIClient) -> None:
    assert client_for(make_company()).get("/profile/export").status_code == 403
    assert anonymous.get("/profile/export").status_code == 401
