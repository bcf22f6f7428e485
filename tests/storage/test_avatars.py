"""Company pictures are made again from their pixels."""

import io
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from hiring_platform.errors import PlatformError, TooLarge, Unprocessable, UnsupportedType
from storage.avatars import store_avatar
from storage.store import open_file
from tests.storage.conftest import upload

COMPANY = "0123456789abcdef01234567"


def picture(kind: str, size: tuple[int, int] = (1000, 600), **options: Any) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(output, kind, **options)
    return output.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_stored(kind: str) -> None:
    stored = store_avatar(company_id=COMPANY, upload=upload(picture(kind), "../логотип.png"))
    assert stored.key == f"avatars/{COMPANY}/{stored.sha256}.webp"
    with Image.open(open_file(key=stored.key)) as image:
        assert (image.format, image.size) == ("WEBP", (512, 307))


def test_the_same_picture_is_stored_once(stored_names: Callable[[], list[str]]) -> None:
    first = store_avatar(company_id=COMPANY, upload=upload(picture("PNG")))
    assert store_avatar(company_id=COMPANY, upload=upload(picture("PNG"))) == first
    assert stored_names() == [first.key]


def test_pictures_of_printers_and_cameras() -> None:
    """CMYK has no alpha to keep; a camera's picture is turned as it was held."""
    output = io.BytesIO()
    Image.new("CMYK", (800, 400)).save(output, "JPEG")
    stored = store_avatar(company_id=COMPANY, upload=upload(output.getvalue()))
    with Image.open(open_file(key=stored.key)) as image:
        assert image.size == (512, 256)
    turned = Image.Exif()
    turned[0x0112] = 6
    stored = store_avatar(company_id=COMPANY, upload=upload(picture("JPEG", (800, 400), exif=turned)))
    with Image.open(open_file(key=stored.key)) as image:
        assert image.size == (256, 512)


def test_metadata_and_what_hides_behind_the_picture_are_gone() -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    content = picture("JPEG", exif=exif) + b"<script>alert(1)</script>"
    stored = open_file(key=store_avatar(company_id=COMPANY, upload=upload(content)).key).read()
    assert b"secret" not in stored
    assert b"script" not in stored


def bomb() -> bytes:
    """A PNG of a few hundred bytes that claims 100,000 × 100,000 pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")

    side = (100_000).to_bytes(4, "big")
    header = chunk(b"IHDR", side + side + b"\x08\x02\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (picture("GIF"), UnsupportedType, "unsupported_type"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", UnsupportedType, "unsupported_type"),
        (b"%PDF-1.4", UnsupportedType, "unsupported_type"),
        (picture("PNG", (6000, 6000)), TooLarge, "too_many_pixels"),
        (bomb(), TooLarge, "too_many_pixels"),
        (picture("JPEG")[:800], Unprocessable, "avatar_unreadable"),
    ],
    ids=["gif", "svg", "pdf", "large", "bomb", "cut off"],
)
def test_refused(content: bytes, kind: type[PlatformError], code: str, stored_names: Callable[[], list[str]]) -> None:
    with pytest.raises(kind) as refused:
        store_avatar(company_id=COMPANY, upload=upload(content))
    assert (refused.value.code, stored_names()) == (code, [])
