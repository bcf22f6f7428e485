"""Pictures to upload."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def picture(colour: str = "red", *, kind: str = "PNG", side: int = 64) -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", (side, side), colour).save(content, kind)
    return SimpleUploadedFile(f"avatar.{kind.lower()}", content.getvalue(), content_type=f"image/{kind.lower()}")
