"""POST /company/avatar and GET /company-avatars/{company_id}/{sha256}."""

import io
from pathlib import Path
from typing import Any

import pytest
from bson import ObjectId
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from rest_framework.response import Response
from rest_framework.test import APIClient

from accounts.documents import Account
from companies.documents import Company
from storage.references import referenced_keys
from tests.companies.pictures import picture
from tests.conftest import ClientFor
from tests.factories import make_staff


def upload(client: APIClient, avatar: Any) -> Response:
    return client.post("/company/avatar", {"avatar": avatar}, format="multipart")


def stored_files(account: Account) -> list[Path]:
    folder = Path(settings.DATA_DIR) / "files" / "avatars" / str(account.company_id)
    return sorted(folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_shown_to_everybody_for_ever(
    client_for: ClientFor, anonymous: APIClient, owner: Account, kind: str
) -> None:
    client = client_for(owner)

    response = upload(client, picture("red", kind=kind, side=600))

    url = response.json()["avatar_url"]
    assert response.status_code == 200
    assert response.json() == {"message": "The avatar has been replaced.", "avatar_url": url}
    assert client.get("/company").json()["avatar_url"] == url
    shown = anonymous.get(url)
    content = b"".join(shown.streaming_content)
    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, image.size) == ("WEBP", (512, 512))
    assert shown.headers["Content-Type"] == "image/webp"
    assert shown.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert shown.headers["Content-Disposition"].startswith('inline; filename="avatar.webp"')
    again = anonymous.get(url, headers={"if-none-match": shown.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_old_picture_goes_when_the_new_one_stands(
    client_for: ClientFor, anonymous: APIClient, owner: Account, colleague: Account
) -> None:
    first = upload(client_for(owner), picture("red")).json()["avatar_url"]

    second = upload(client_for(colleague), picture("blue")).json()["avatar_url"]

    assert first != second
    assert (anonymous.get(first).status_code, anonymous.get(second).status_code) == (404, 200)
    assert len(stored_files(owner)) == 1


def test_the_same_picture_again_stays(client_for: ClientFor, anonymous: APIClient, owner: Account) -> None:
    first, second = (upload(client_for(owner), picture("red")).json()["avatar_url"] for _ in range(2))

    assert first == second
    assert anonymous.get(second).status_code == 200
    assert len(stored_files(owner)) == 1


def test_the_store_is_told_what_is_still_needed(client_for: ClientFor, owner: Account) -> None:
    upload(client_for(owner), picture())

    assert ("companies", Company.objects.get(id=owner.company_id).avatar.key) in set(referenced_keys())


def test_neither_the_companys_name_nor_the_files_chooses_the_place(client_for: ClientFor, owner: Account) -> None:
    """The platform this one follows made the path from the company's name."""
    client = client_for(owner)
    client.put("/company/updateprofile", {"company_name": "../../etc/passwd"})
    hostile = SimpleUploadedFile("../../../x.png", picture().read(), content_type="image/png")

    assert upload(client, hostile).status_code == 200
    assert Company.objects.get(id=owner.company_id).avatar.key.startswith(f"avatars/{owner.company_id}/")
    assert len(stored_files(owner)) == 1


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("a.png", b"", 400),
        ("a.png", b"MZ\x90\x00 this is a program", 415),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", 415),
        ("a.gif", b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,", 415),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 200, 415),
    ],
)
def test_what_is_no_picture_is_refused_and_the_old_one_stays(
    client_for: ClientFor, anonymous: APIClient, owner: Account, name: str, content: bytes, status: int
) -> None:
    client = client_for(owner)
    url = upload(client, picture("green")).json()["avatar_url"]

    response = upload(client, SimpleUploadedFile(name, content, content_type="image/png"))

    assert response.status_code in {status, 422}
    assert "message" in response.json()
    assert anonymous.get(url).status_code == 200
    assert len(stored_files(owner)) == 1


def test_a_picture_cut_short_is_refused(client_for: ClientFor, owner: Account) -> None:
    content = picture("red", side=300).read()

    response = upload(client_for(owner), SimpleUploadedFile("a.png", content[: len(content) // 2]))

    assert response.status_code == 422
    assert stored_files(owner) == []


def test_too_many_bytes_are_refused(client_for: ClientFor, owner: Account) -> None:
    huge = SimpleUploadedFile("a.png", picture().read() + b"\0" * settings.AVATAR_MAX_BYTES)

    assert upload(client_for(owner), huge).status_code == 413
    assert stored_files(owner) == []


@pytest.mark.parametrize("body", [{}, {"avatar": "text"}, {"picture": "x"}])
def test_a_form_without_a_file_is_refused(client_for: ClientFor, owner: Account, body: dict[str, Any]) -> None:
    response = client_for(owner).post("/company/avatar", body, format="multipart")

    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "avatar")


def test_json_is_not_a_form(client_for: ClientFor, owner: Account) -> None:
    assert client_for(owner).post("/company/avatar", {"avatar": "x"}).status_code == 415


def test_only_companies_upload(client_for: ClientFor, anonymous: APIClient, candidate: Account) -> None:
    clients = [anonymous, client_for(candidate), client_for(make_staff())]

    assert [upload(client, picture()).status_code for client in clients] == [401, 403, 403]


def test_what_is_not_there_is_not_found(anonymous: APIClient, owner: Account) -> None:
    digest = "0f" * 32

    for path in (f"{owner.company_id}/{digest}", f"{ObjectId()}/{digest}", f"{owner.company_id}/x", f"x/{digest}"):
        assert anonymous.get(f"/company-avatars/{path}").status_code == 404
