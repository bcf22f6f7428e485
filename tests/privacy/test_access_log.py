"""A candidate sees who has read the resume."""

from bson import ObjectId
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from accounts.access_log import record_resume_access
from tests.conftest import ClientFor
from tests.factories import make_candidate, make_company, make_interview, make_resume, make_staff, make_vacancy


def test_each_reading_is_there_newest_first(client_for: ClientFor) -> None:
    candidate, recruiter = make_candidate(), make_company(company_name="Ромашка")
    record_resume_access(reader=recruiter, candidate_id=candidate.id)
    record_resume_access(reader=make_staff(), candidate_id=candidate.id)
    record_resume_access(reader=recruiter, candidate_id=make_candidate().id)
    answer = client_for(candidate).get("/profile/access-log").json()
    assert answer["total"] == 2
    assert [(row["reader_role"], row["company_name"]) for row in answer["accesses"]] == [
        ("staff", None),
        ("company", "Ромашка"),
    ]
    assert set(answer["accesses"][0]) == {"_id", "company_id", "company_name", "reader_role", "read_at"}


def test_a_company_that_downloads_a_resume_leaves_a_row(client_for: ClientFor) -> None:
    key = default_storage.save(f"resumes/{ObjectId()}/one.pdf", ContentFile(b"%PDF-1.4 one"))
    candidate, recruiter = make_candidate(resume=make_resume(key=key)), make_company()
    make_interview(candidate=candidate, vacancy=make_vacancy(company=recruiter))
    client_for(recruiter).get(f"/download-candidate-resume?user_id={candidate.id}")
    rows = client_for(candidate).get("/profile/access-log").json()["accesses"]
    assert [row["company_id"] for row in rows] == [str(recruiter.company_id)]


def test_a_reading_that_was_refused_leaves_none(client_for: ClientFor) -> None:
    candidate = make_candidate()
    assert client_for(make_company()).get(f"/download-candidate-resume?user_id={candidate.id}").status_code == 404
    assert client_for(candidate).get("/profile/access-log").json()["total"] == 0


def test_it_is_the_candidates_own(client_for: ClientFor) -> None:
    assert client_for(make_company()).get("/profile/access-log").status_code == 403
