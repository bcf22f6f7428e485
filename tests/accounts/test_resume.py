"""POST /update-resume and GET /download-resume."""

import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from accounts.documents import Account
from storage.references import referenced_keys
from tests.accounts.conftest import Upload, pdf_saying, stored_files
from tests.conftest import ClientFor
from tests.factories import make_candidate, make_company, make_staff


def upload(client: APIClient, file: SimpleUploadedFile):
    return client.post("/update-resume", {"resume": file}, format="multipart")


def test_the_new_resume_takes_the_old_ones_place(client_for: ClientFor, resume: Upload) -> None:
    candidate = make_candidate(resume_text=None)
    client = client_for(candidate)
    upload(client, resume("The first resume, about cooking"))

    response = upload(client, resume("The second resume, about Python"))

    now = Account.objects.get(id=candidate.id).resume
    assert response.status_code == 200
    assert response.json() == {"message": "Your resume has been replaced.", "resume_path": now.key}
    assert "about Python" in now.text
    assert stored_files() == [now.key]
    assert ("accounts", now.key) in list(referenced_keys())


def test_the_same_bytes_again_store_nothing_new(client_for: ClientFor, resume: Upload) -> None:
    candidate = make_candidate(resume_text=None)
    client = client_for(candidate)
    content = resume("about cooking").read()
    first = upload(client, SimpleUploadedFile("cv.pdf", content)).json()["resume_path"]

    again = upload(client, SimpleUploadedFile("renamed.pdf", content))

    assert (again.status_code, again.json()["resume_path"]) == (200, first)
    assert stored_files() == [first]
    assert 'filename="renamed.pdf"' in client.get("/download-resume")["Content-Disposition"]


@pytest.mark.parametrize("content", [b"", b"MZ no resume", b"%PDF-1.7 broken", pdf_saying("")])
def test_a_bad_file_leaves_the_old_resume(client_for: ClientFor, resume: Upload, content: bytes) -> None:
    candidate = make_candidate(resume_text=None)
    client = client_for(candidate)
    key = upload(client, resume()).json()["resume_path"]

    response = upload(client, SimpleUploadedFile("cv.pdf", content))

    assert response.status_code in {400, 415, 422}
    assert Account.objects.get(id=candidate.id).resume.key == key
    assert stored_files() == [key]


def test_an_old_file_that_is_gone_already_does_not_matter(client_for: ClientFor, resume: Upload) -> None:
    assert upload(client_for(make_candidate()), resume()).status_code == 200


def test_no_file_is_400(client_for: ClientFor) -> None:
    response = client_for(make_candidate()).post("/update-resume", {}, format="multipart")

    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == "resume"


def test_the_file_comes_back_byte_for_byte_under_its_cyrillic_name(client_for: ClientFor) -> None:
    client = client_for(make_candidate())
    content = pdf_saying("Anna Petrova, Python developer")
    upload(client, SimpleUploadedFile('Резюме "Анна".pdf', content))

    response = client.get("/download-resume", headers={"origin": "https://spa.example.com"})

    disposition = response["Content-Disposition"]
    fallback = re.search(r'filename="(.+?)"', disposition)
    assert response.getvalue() == content
    assert response["Content-Type"] == "application/pdf"
    assert fallback
    assert fallback[1].endswith(".pdf")
    assert fallback[1].isascii()
    assert quote("Анна") in disposition.split("filename*=UTF-8''")[1]
    assert "content-disposition" in response["Access-Control-Expose-Headers"].lower()


def test_who_has_no_resume_is_told_to_upload_one(client_for: ClientFor) -> None:
    response = client_for(make_candidate(resume_text=None)).get("/download-resume")

    assert (response.status_code, response.json()["code"]) == (404, "no_resume")
    assert response.json()["message"] == "There is no resume yet. Upload one."


def test_a_file_lost_by_the_store_is_404(client_for: ClientFor) -> None:
    assert client_for(make_candidate()).get("/download-resume").status_code == 404


@pytest.mark.parametrize("make", [make_company, make_staff])
def test_only_candidates_have_a_resume(client_for: ClientFor, resume: Upload, make) -> None:
    client = client_for(make())

    assert client.get("/download-resume").status_code == 403
    assert upload(client, resume()).status_code == 403
    assert stored_files() == []


def test_a_stranger_is_401(anonymous: APIClient, resume: Upload) -> None:
    assert anonymous.get("/download-resume").status_code == 401
    assert upload(anonymous, resume()).status_code == 401


def test_an_old_file_that_will_not_go_does_not_undo_the_new_one(client_for: ClientFor, resume: Upload) -> None:
    """The account's former file is a folder now, which no store can delete as a file: the sweep will see to it."""
    candidate = make_candidate(resume_text=None)
    client = client_for(candidate)
    old = upload(client, resume("The first resume, about cooking")).json()["resume_path"]
    stuck = Path(settings.DATA_DIR) / "files" / old
    stuck.unlink()
    (stuck / "inside").mkdir(parents=True)
    try:
        response = upload(client, resume("The second resume, about Python"))
    finally:
        shutil.rmtree(stuck, ignore_errors=True)

    assert response.status_code == 200
    assert Account.objects.get(id=candidate.id).resume.key == response.json()["resume_path"] != old
