"""A candidate is forgotten, whole, and whatever dies in between."""

import itertools
from io import StringIO
from typing import Any

import pytest
from bson import ObjectId
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from mongoengine.connection import get_db
from rest_framework.test import APIClient

from accounts.access_log import record_resume_access
from accounts.documents import Account
from interviews.documents import AnonymousApplication, Entry, Interview
from privacy.documents import Erasure
from tests.conftest import ClientFor
from tests.dying import dies_at
from tests.factories import PASSWORD, make_candidate, make_company, make_interview, make_resume, make_vacancy


def a_candidate_with_a_life() -> Account:
    key = default_storage.save(f"resumes/{ObjectId()}/one.pdf", ContentFile(b"%PDF-1.4 resume"))
    candidate = make_candidate(resume=make_resume(key=key))
    recruiter = make_company()
    entries = [Entry(question="Как?", answer_text="Так.", status="answered"), Entry(question="Ещё?")]
    make_interview(candidate=candidate, vacancy=make_vacancy(company=recruiter), status="completed", entries=entries)
    record_resume_access(reader=recruiter, candidate_id=candidate.id)
    return candidate


def everything_stored() -> str:
    database = get_db()
    return str([list(database[name].find()) for name in database.list_collection_names()])


def test_nothing_of_the_person_remains_and_the_company_keeps_a_number(client_for: ClientFor) -> None:
    candidate = a_candidate_with_a_life()
    client = client_for(candidate)
    response = client.delete("/profile", {"password": PASSWORD})
    receipt = response.json()
    assert response.status_code == 200
    assert (receipt["interviews"], receipt["answers"], receipt["files"]) == (1, 1, 1)
    assert receipt["completed_at"] >= receipt["requested_at"]
    stored = everything_stored()
    for trace in (candidate.email, str(candidate.id), candidate.resume.key, "Так.", "Петрова"):
        assert trace not in stored
    assert not default_storage.exists(candidate.resume.key)
    assert [(one.status.value, one.resume_score) for one in AnonymousApplication.objects] == [("completed", 70)]
    assert client.get("/profile").status_code == 401


def test_the_companys_funnel_does_not_change(client_for: ClientFor) -> None:
    recruiter = make_company()
    vacancy = make_vacancy(company=recruiter)
    candidates = [make_candidate() for _ in range(6)]
    for candidate in candidates:
        make_interview(candidate=candidate, vacancy=vacancy, status="completed", interview_score=80)
    company = client_for(recruiter)
    before = company.get(f"/vacancies/{vacancy.id}/funnel").json()
    for candidate in candidates[:4]:
        assert client_for(candidate).delete("/profile", {"password": PASSWORD}).status_code == 200
    assert company.get(f"/vacancies/{vacancy.id}/funnel").json() == before
    assert before["statuses"]["completed"] == 6


def test_the_e_mail_is_free_again(client_for: ClientFor) -> None:
    candidate = a_candidate_with_a_life()
    client_for(candidate).delete("/profile", {"password": PASSWORD})
    assert make_candidate(email=candidate.email).id != candidate.id


@pytest.mark.parametrize(
    "body", [{}, {"password": ""}, {"password": None}, {"password": {"$ne": ""}}, {"password": "no"}]
)
def test_the_password_is_asked_again(client_for: ClientFor, body: dict[str, Any]) -> None:
    candidate = a_candidate_with_a_life()
    response = client_for(candidate).delete("/profile", body)
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "password")
    assert client_for(candidate).get("/profile").status_code == 200
    assert Interview.objects(user_id=candidate.id).count() == 1


def test_guessing_the_password_is_limited(client_for: ClientFor) -> None:
    client = client_for(a_candidate_with_a_life())
    answers = [client.delete("/profile", {"password": f"guess {number}"}).status_code for number in range(7)]
    assert answers == [400] * 5 + [429] * 2


def test_a_company_is_not_erased_this_way(client_for: ClientFor, anonymous: APIClient) -> None:
    assert client_for(make_company()).delete("/profile", {"password": PASSWORD}).status_code == 403
    assert anonymous.delete("/profile", {"password": PASSWORD}).status_code == 401


def test_whatever_step_it_is_killed_at_purge_finishes_it_and_counts_nothing_twice() -> None:
    for step in itertools.count(1):
        candidate = a_candidate_with_a_life()
        AnonymousApplication.objects.delete()
        Erasure.objects.delete()
        killed = dies_at(step, "erase", str(candidate.id))
        begun = Erasure.objects.count() == 1
        call_command("purge", "--older-than", "365", "--erase", stdout=StringIO())
        if begun:
            assert str(candidate.id) not in everything_stored()
            assert AnonymousApplication.objects.count() == 1
            assert not default_storage.exists(candidate.resume.key)
        else:  # killed before anything was promised: nothing has happened
            assert Interview.objects(user_id=candidate.id).count() == 1
        if not killed:
            return
