"""Company avatars: decoded, bounded, made again from the pixels alone."""

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from bson import ObjectId
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from hiring_platform.errors import TooLarge, Unprocessable, UnsupportedType
from storage import store
from storage.uploads import spooled

CONTENT_TYPE = "image/webp"
SIDE_PIXELS = 512
_FORMATS = ("PNG", "JPEG", "WEBP")
_WITHOUT_ALPHA = {"CMYK", "YCbCr", "RGB", "L"}


@dataclass(frozen=True)
class StoredAvatar:
    """A stored picture, at most 512 × 512 pixels; `size` in bytes."""

    key: str
    content_type: str
    size: int
    sha256: str


def store_avatar(*, company_id: ObjectId | str, upload: "UploadedFile[bytes]") -> StoredAvatar:
    """The same picture is stored once, under its digest. Raises TooLarge, Invalid(`empty_file`), UnsupportedType,
    Unprocessable(`avatar_unreadable`) or Unavailable."""
    with spooled(upload, max_bytes=settings.AVATAR_MAX_BYTES) as spool:
        content = _made_again(spool.path)
        sha256 = hashlib.sha256(content).hexdigest()
        key = f"avatars/{company_id}/{sha256}.webp"
        store.save_once(key=key, content=content)
    return StoredAvatar(key=key, content_type=CONTENT_TYPE, size=len(content), sha256=sha256)


def _made_again(path: Path) -> bytes:
    """Nothing of the upload survives but its pixels: no metadata, no second file hidden behind the first."""
    try:
        # Opening reads the header only; the size is refused before a single pixel is decoded.
        with Image.open(path, formats=_FORMATS) as image:
            if image.width * image.height > settings.AVATAR_MAX_PIXELS:
                raise _too_many_pixels()
            return _encoded(image)
    except Image.DecompressionBombError as error:  # Pillow's own bound, where ours is set above it
        raise _too_many_pixels() from error
    except UnidentifiedImageError as error:
        raise UnsupportedType(_("This is not a picture we can show. Upload a PNG, JPEG or WebP.")) from error
    except (OSError, ValueError, SyntaxError) as error:
        sentence = _("The picture is damaged. Save it again as PNG or JPEG and upload that.")
        raise Unprocessable(sentence, code="avatar_unreadable") from error


def _too_many_pixels() -> TooLarge:
    return TooLarge(_("The picture has too many pixels. Upload a smaller one."), code="too_many_pixels")


def _encoded(image: Image.Image) -> bytes:
    # Made small first: a JPEG is then decoded at a fraction of its size.
    image.thumbnail((SIDE_PIXELS, SIDE_PIXELS))
    upright = ImageOps.exif_transpose(image)
    output = io.BytesIO()
    upright.convert("RGB" if upright.mode in _WITHOUT_ALPHA else "RGBA").save(output, "WEBP", quality=85, method=4)
    return output.getvalue()
