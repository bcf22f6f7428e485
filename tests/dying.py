"""Runs an operation in a process that is killed at its n-th step, as by a power cut.

A step is a command to the database, or a file saved to or deleted from the store; the process ends before it is taken.
`python -m tests.dying OPERATION STEP ARGUMENT…`, with the database and the store of the test that calls it.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from pymongo import monitoring

ROOT = Path(__file__).resolve().parents[1]
KILLED = 137


def dies_at(step: int, operation: str, *arguments: str) -> bool:
    """Whether the operation was cut at `step`; False when it was over before."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.dying", operation, str(step), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, KILLED}, done.stderr
    return done.returncode == KILLED


class _Steps(monitoring.CommandListener):
    def __init__(self) -> None:
        self.left = -1

    def started(self, event: monitoring.CommandStartedEvent) -> None:
        self.take()

    def succeeded(self, event: monitoring.CommandSucceededEvent) -> None:
        """The step is over."""

    def failed(self, event: monitoring.CommandFailedEvent) -> None:
        """The step is over."""

    def take(self) -> None:
        if self.left == 1:
            os._exit(KILLED)
        self.left -= 1


def _watch_the_store(steps: _Steps) -> None:
    from django.core.files.storage import FileSystemStorage

    for name in ("save", "delete"):
        real = getattr(FileSystemStorage, name)

        def counted(*arguments: Any, _real: Any = real, **options: Any) -> Any:
            steps.take()
            return _real(*arguments, **options)

        setattr(FileSystemStorage, name, counted)


def _register(email: str, resume: str) -> None:
    from accounts.resumes import register_candidate

    register_candidate(email=email, password="correct horse battery staple", resume=_upload(resume))


def _replace(account_id: str, resume: str) -> None:
    from accounts.documents import Account
    from accounts.resumes import replace_resume

    replace_resume(actor=Account.objects.get(id=account_id), resume=_upload(resume))


def _register_company(email: str) -> None:
    from companies.registration import register_company
    from tests.factories import valid_inn, valid_ogrn

    register_company(
        company_name="Ромашка",
        inn=valid_inn(1),
        ogrn=valid_ogrn(1),
        legal_address="Москва",
        email=email,
        password="correct horse battery staple",
    )


def _delete_interview(account_id: str, interview_id: str) -> None:
    from bson import ObjectId

    from accounts.documents import Account
    from interviews.services.leaving import delete_interview

    delete_interview(actor=Account.objects.get(id=account_id), interview_id=ObjectId(interview_id))


def _erase(account_id: str) -> None:
    from bson import ObjectId

    from privacy.erasure import erase_account

    erase_account(account_id=ObjectId(account_id))


def _upload(path: str) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("resume.pdf", Path(path).read_bytes())


OPERATIONS = {
    "register": _register,
    "replace": _replace,
    "register-company": _register_company,
    "delete-interview": _delete_interview,
    "erase": _erase,
}


def main(operation: str, step: str, *arguments: str) -> None:
    import django

    steps = _Steps()
    monitoring.register(steps)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hiring_platform.settings")
    django.setup()
    _watch_the_store(steps)
    steps.left = int(step)
    OPERATIONS[operation](*arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
