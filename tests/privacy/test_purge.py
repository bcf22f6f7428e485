"""Candidates who were not hired are not kept for ever."""

from datetime import timedelta
from io import StringIO
from typing import Any

from django.core.management import call_command

from accounts.documents import Account
from hiring_platform.documents import now
from interviews.documents import Interview
from tests.factories import make_candidate, make_company, make_interview, make_vacancy

LONG_AGO = now() - timedelta(days=400)


def purge(*options: str) -> str:
    out = StringIO()
    call_command("purge", "--older-than", "365", *options, stdout=out)
    return out.getvalue()


def an_old_candidate(**interview: Any) -> Account:
    candidate = make_candidate(created_at=LONG_AGO, updated_at=LONG_AGO)
    if interview:
        make_interview(candidate=candidate, vacancy=make_vacancy(company=make_company()), **interview)
    return candidate


def test_it_only_tells_until_it_is_told_to_erase() -> None:
    candidate = an_old_candidate()
    assert purge() == "1 candidates would be erased; run again with --erase\n"
    assert Account.objects(id=candidate.id).count() == 1


def test_who_was_hired_or_has_been_active_stays() -> None:
    gone = [an_old_candidate(), an_old_candidate(status="rejected", updated_at=LONG_AGO)]
    kept = [
        an_old_candidate(status="offer", updated_at=LONG_AGO),
        an_old_candidate(status="active", updated_at=now()),
        make_candidate(),
        make_company(created_at=LONG_AGO, updated_at=LONG_AGO),
    ]
    assert purge("--erase") == "0 erasures finished\n2 candidates erased\n"
    assert Account.objects(id__in=[one.id for one in gone]).count() == 0
    assert Account.objects(id__in=[one.id for one in kept]).count() == 4
    assert Interview.objects.count() == 2
