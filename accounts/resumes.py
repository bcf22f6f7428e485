"""A candidate's resume: the account points to a stored file, and at no moment to one that is not there.

A new file is stored first, then the account points to it, then the old one goes. What dies in between leaves at worst a
file that nothing refers to, which `manage.py sweep_storage` removes.
"""

from typing import Any

import structlog
from bson import ObjectId
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.documents import Account, Resume
from accounts.passwords import check_new_password
from accounts.services import check_email_is_free, create_account
from hiring_platform.documents import now
from hiring_platform.errors import Conflict, NotFound, Unavailable
from storage.resumes import AcceptedResume, accept_resume, delete_file

log = structlog.get_logger(__name__)


def register_candidate(*, email: str, password: str, resume: "UploadedFile[bytes]", **details: Any) -> Account:
    """Create a candidate with the resume that was uploaded; `details` are `create_account`'s.

    Raises Invalid (`weak_password`), Conflict (`email_taken`) and what `storage.resumes.accept_resume` raises; then no
    file is left behind.
    """
    check_new_password(password)
    check_email_is_free(email=email)
    account_id = ObjectId()
    accepted = accept_resume(owner_id=account_id, upload=resume)
    try:
        return create_account(
            email=email,
            password=password,
            role=Role.USER,
            account_id=account_id,
            resume=_resume(accepted),
            **details,
        )
    except Conflict:
        _discard(accepted.key)
        raise


def replace_resume(*, actor: Account, resume: "UploadedFile[bytes]") -> Resume:
    """Give the candidate another resume. The bytes he has already are read again and not stored again.

    Raises what `storage.resumes.accept_resume` raises, and Conflict when another upload overtakes one of the same
    bytes; the resume that stood then stands.
    """
    present = actor.resume
    new = _resume(accept_resume(owner_id=actor.id, upload=resume, present=present))
    if present and new.key == present.key:
        return _read_again(actor, new)
    before = Account.objects(id=actor.id).only("resume.key").modify(set__resume=new, set__updated_at=now())
    if before is None:  # erased while the file was being read
        _discard(new.key)
        raise NotFound()
    if before.resume:
        _discard(before.resume.key)
    return new


def _read_again(actor: Account, resume: Resume) -> Resume:
    """Only while the account still points to this file: an upload that came between has taken it away."""
    standing = Account.objects(id=actor.id, resume__key=resume.key)
    if not standing.update_one(set__resume=resume, set__updated_at=now()):
        raise Conflict()
    return resume


def resume_of(account: Account) -> Resume:
    """Raises NotFound (`no_resume`)."""
    if not account.resume:
        raise NotFound(_("There is no resume yet. Upload one."), code="no_resume")
    return account.resume


def _resume(accepted: AcceptedResume) -> Resume:
    return Resume(
        key=accepted.key,
        name=accepted.name,
        content_type=accepted.content_type,
        size=accepted.size,
        sha256=accepted.sha256,
        text=accepted.text,
        extractor=accepted.extractor,
        quality=accepted.quality,
    )


def _discard(key: str) -> None:
    """A file that would not go is the sweep's affair and no reason to refuse what has been done."""
    try:
        delete_file(key=key)
    except Unavailable:
        log.warning("file_left_behind", key=key)
