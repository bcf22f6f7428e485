"""The cast: a company (two recruiters of it), another company, a candidate."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts.documents import Account
from tests.factories import make_candidate, make_colleague, make_company


@pytest.fixture
def owner() -> Account:
    return make_company(company_name="Ромашка")


@pytest.fixture
def colleague(owner: Account) -> Account:
    return make_colleague(owner)


@pytest.fixture
def stranger() -> Account:
    return make_company(company_name="Лютик")


@pytest.fixture
def candidate() -> Account:
    return make_candidate()


def picture(colour: str = "red", *, kind: str = "PNG", side: int = 64) -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", (side, side), colour).save(content, kind)
    return SimpleUploadedFile(f"avatar.{kind.lower()}", content.getvalue(), content_type=f"image/{kind.lower()}")
