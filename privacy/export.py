"""Everything we hold of a candidate, in one zip: 152-FZ, article 14; GDPR, articles 15 and 20."""

import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from typing import IO, Any

from accounts.documents import Account
from hiring_platform.api.renderers import to_json
from hiring_platform.errors import NotFound
from privacy.selectors import account_without_secrets, every_access_to_resume_of, every_interview_of
from storage.resumes import open_resume

_IN_MEMORY_BYTES = 1024 * 1024
_PROFILE = ("email", "role", "name", "surname", "telegram_id", "consent", "created_at", "updated_at")
# The company's own judgement (evaluations, report, recommendation) and the AI's record are not the candidate's to
# read in the product, and are described to him by the reasons and the feedback.
_INTERVIEW = (
    "_id", "vacancy_id", "vacancy_title", "company_id", "company_name", "status", "attempt", "resume_score",
    "resume_reasons", "candidate_feedback", "created_at", "updated_at",
)  # fmt: skip
_ENTRY = ("question", "answer_text", "voice_analysis", "created_at", "answered_at")
_ACCESS = ("company_id", "company_name", "reader_role", "read_at")
_CHANGE = ("from_status", "status", "updated_at")  # the reason is a note for the company


def export_of(*, candidate: Account) -> IO[bytes]:
    """A zip: `profile.json`, `interviews.json`, `access-log.json`, the resume as it was uploaded and as it was read."""
    out: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES)  # noqa: SIM115  (the response closes it)
    account = account_without_secrets(candidate)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("profile.json", to_json(_part(account.to_mongo(), _PROFILE)))
        archive.writestr("interviews.json", to_json(list(_interviews(candidate))))
        archive.writestr(
            "access-log.json", to_json([_part(row, _ACCESS) for row in every_access_to_resume_of(candidate)])
        )
        _write_resume(archive, account)
    out.seek(0)
    return out


def _write_resume(archive: zipfile.ZipFile, account: Account) -> None:
    if not account.resume:
        return
    archive.writestr("resume/text.txt", account.resume.text or "")
    try:
        stored = open_resume(account.resume.key)
    except NotFound:
        return
    with stored, archive.open(f"resume/{account.resume.name}", "w") as entry:
        shutil.copyfileobj(stored, entry)


def _interviews(candidate: Account) -> Iterator[dict[str, Any]]:
    for row in every_interview_of(candidate):
        row["resume_reasons"] = row.get("resume_analysis", {}).get("reasons", [])
        yield {
            **_part(row, _INTERVIEW),
            "answers": [_part(entry, _ENTRY) for entry in row.get("entries", [])],
            "status_history": [_part(change, _CHANGE) for change in row.get("status_history", [])],
        }


def _part(row: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: row.get(name) for name in names}
