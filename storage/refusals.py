"""What is said to a person whose resume cannot be taken, by the reader's code."""

from django.utils.translation import gettext_lazy as _

from hiring_platform.errors import PlatformError, Unprocessable, UnsupportedType

_SENTENCES = {
    "unsupported_type": _(
        "This is not a resume we can read. Save it as PDF, DOCX, DOC, ODT, RTF or TXT and upload it again."
    ),
    "resume_encrypted": _("The file is protected with a password. Save a copy without the password and upload that."),
    "resume_without_text": _(
        "There is no text in this file. Upload the resume as a text document, not as an empty or drawn one."
    ),
    "resume_scanned": _(
        "The pages of this file are pictures, and text cannot be recognised on this server. "
        "Upload a PDF or DOCX saved from a text editor."
    ),
    "resume_unreadable": _("The file is damaged or cannot be read. Save it again as PDF or DOCX and upload that."),
    "resume_active_content": _(
        "The file contains macros or loads something from the network. Save it as PDF and upload that."
    ),
}


def refusal(code: str) -> PlatformError:
    """415 for a type that is not taken, 422 for all else. An unknown code counts as an unreadable file."""
    known = code if code in _SENTENCES else "resume_unreadable"
    kind = UnsupportedType if known == "unsupported_type" else Unprocessable
    return kind(_SENTENCES[known], code=known)
