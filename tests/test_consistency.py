"""Killed at any step, the database and the store never disagree in a way that a user can see."""

import itertools
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from bson import ObjectId
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from accounts.documents import Account
from companies.documents import Company
from companies.registration import register_company
from demo.candidates import ANNA
from demo.resumes import pdf_resume
from hiring_platform.documents import now
from interviews.documents import ApplicationAttempts, Interview
from tests.dying import dies_at
from tests.factories import (
    PASSWORD,
    make_candidate,
    make_company,
    make_interview,
    make_resume,
    make_vacancy,
    valid_inn,
    valid_ogrn,
)

EMAIL = "anna@example.com"
MOST_STEPS = 40


@pytest.fixture
def resume(tmp_path: Path) -> str:
    file = tmp_path / "resume.pdf"
    file.write_bytes(pdf_resume("Анна Соколова", ANNA.sections))
    return str(file)


def steps() -> Iterator[int]:
    """Until the test finds that the operation was over before it could be killed."""
    yield from itertools.islice(itertools.count(1), MOST_STEPS)
    raise AssertionError("the operation never ends")


def stored_resumes() -> set[str]:
    owners = default_storage.listdir("resumes")[0] if default_storage.exists("resumes") else []
    return {f"resumes/{owner}/{name}" for owner in owners for name in default_storage.listdir(f"resumes/{owner}")[1]}


def sweep() -> None:
    call_command("sweep_storage", "--delete", "--older-than", "0", stdout=StringIO())


def test_a_registration_is_whole_or_has_not_happened(resume: str) -> None:
    for step in steps():
        killed = dies_at(step, "register", EMAIL, resume)
        account = Account.objects(email=EMAIL).first()
        sweep()
        assert stored_resumes() == ({account.resume.key} if account else set()), step
        if not killed:
            assert account.resume.text
            return
        Account.objects.delete()


def test_while_a_resume_is_replaced_there_is_always_one_that_can_be_read(resume: str) -> None:
    for step in steps():
        old = default_storage.save(f"resumes/{ObjectId()}/old.pdf", ContentFile(b"%PDF-1.4 old"))
        candidate = make_candidate(resume=make_resume(key=old, text="old"))
        killed = dies_at(step, "replace", str(candidate.id), resume)
        now_stored = Account.objects.get(id=candidate.id).resume
        assert default_storage.exists(now_stored.key), step
        assert (now_stored.key == old) == (now_stored.text == "old")
        sweep()
        assert stored_resumes() == {now_stored.key}, step
        if not killed:
            assert now_stored.key != old
            return
        Account.objects.delete()


def test_a_company_that_was_half_registered_gives_its_name_and_inn_back() -> None:
    words = {
        "company_name": "Ромашка",
        "inn": valid_inn(1),
        "ogrn": valid_ogrn(1),
        "legal_address": "Москва",
        "email": EMAIL,
        "password": PASSWORD,
    }
    for step in steps():
        killed = dies_at(step, "register-company", EMAIL)
        if Account.objects(email=EMAIL).first() is None:
            Company.objects.update(set__created_at=now() - timedelta(minutes=2))
            assert register_company(**words).email == EMAIL, step
        account = Account.objects.get(email=EMAIL)
        assert [company.id for company in Company.objects] == [account.company_id], step
        if not killed:
            return
        Account.objects.delete()
        Company.objects.delete()


def test_a_deleted_interview_is_gone_whole_and_counted_once() -> None:
    for step in steps():
        candidate = make_candidate()
        interview = make_interview(candidate=candidate, vacancy=make_vacancy(company=make_company()), attempt=1)
        killed = dies_at(step, "delete-interview", str(candidate.id), str(interview.id))
        if Interview.objects(id=interview.id).first():
            assert not dies_at(MOST_STEPS, "delete-interview", str(candidate.id), str(interview.id))
        assert Interview.objects(id=interview.id).count() == 0
        assert [row.count for row in ApplicationAttempts.objects(user_id=candidate.id)] == [1], step
        if not killed:
            return
