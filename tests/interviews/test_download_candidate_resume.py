"""GET /download-candidate-resume: an applicant's file, for the company applied to and nobody else."""

import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from bson import ObjectId
from rest_framework.test import APIClient

from accounts.documents import Account
from storage import store
from tests.conftest import ClientFor
from tests.factories import make_candidate, make_interview, make_resume
from tests.interviews.conftest import Cast

CONTENT = b"%PDF-1.7 \xd0\xa0"


@pytest.fixture
def applicant(cast: Cast) -> Account:
    key = f"resumes/{ObjectId()}/{ObjectId()}.pdf"
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(CONTENT)
        store.save(key=key, path=Path(file.name))
    resume = make_resume(key=key, size=len(CONTENT), sha256=sha256(CONTENT).hexdigest(), name="Резюме повара.pdf")
    candidate = make_candidate()
    candidate.update(set__resume=resume)
    make_interview(candidate=candidate, vacancy=cast.vacancy)
    return candidate


def download(client: APIClient, candidate_id: object) -> Any:
    return client.get("/download-candidate-resume", {"user_id": str(candidate_id)})


@pytest.mark.parametrize("reader", ["company", "colleague"])
def test_the_company_applied_to_gets_the_file(cast: Cast, applicant: Account, reader: str) -> None:
    response = download(getattr(cast, reader), applicant.id)
    assert (response.status_code, b"".join(response.streaming_content)) == (200, CONTENT)
    assert (response["Content-Type"], response["Cache-Control"]) == ("application/pdf", "private, no-store")
    assert response["Content-Disposition"].startswith('attachment; filename="')
    assert "filename*=UTF-8''%D0%A0%D0%B5%D0%B7%D1%8E%D0%BC%D0%B5" in response["Content-Disposition"]


def test_another_company_does_not_learn_that_there_is_one(cast: Cast, applicant: Account) -> None:
    assert download(cast.rival, applicant.id).status_code == 404
    assert download(cast.rival, ObjectId()).status_code == 404


def test_a_candidate_who_never_applied_or_took_it_back_is_404(
    cast: Cast, applicant: Account, client_for: ClientFor
) -> None:
    assert download(cast.company, cast.candidate_account.id).status_code == 404
    [row] = client_for(applicant).get("/user-interviews").json()["interviews"]
    client_for(applicant).delete(f"/interviews/{row['_id']}")
    assert download(cast.company, applicant.id).status_code == 404


def test_other_roles_are_refused(cast: Cast, applicant: Account, anonymous: APIClient) -> None:
    clients = (cast.candidate, anonymous)
    assert [download(client, applicant.id).status_code for client in clients] == [403, 401]


def test_an_applicant_without_a_file_is_404(cast: Cast) -> None:
    candidate = make_candidate(resume_text=None)
    make_interview(candidate=candidate, vacancy=cast.vacancy)
    assert download(cast.company, candidate.id).status_code == 404


@pytest.mark.parametrize("query", [{}, {"user_id": "nonsense"}, {"user_id[$ne]": "1"}])
def test_a_missing_or_malformed_id_is_400(cast: Cast, query: dict[str, str]) -> None:
    response = cast.company.get("/download-candidate-resume", query)
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "user_id")
