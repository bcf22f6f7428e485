"""What the best candidates, appeals, the funnel and the rescoring ask of the database is answered from an index."""

from io import StringIO

from django.core.management import call_command

from tests.commands import recorded
from tests.explained import scanned
from tests.factories import make_interview
from tests.interviews.canned_ai import CannedAi
from tests.interviews.conftest import Cast


def test_no_collection_is_read_whole(cast: Cast, canned_ai: CannedAi) -> None:
    interview = make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy, status="rejected")
    with recorded() as commands:
        cast.candidate.post(f"/interviews/{interview.id}/appeal", {"text": "Посмотрите ещё раз"})
        cast.company.put(f"/interviews/{interview.id}/status", {"status": "active"})
        cast.company.get(f"/vacancies/{cast.vacancy.id}/candidates?sort=best")
        cast.company.get(f"/vacancies/{cast.vacancy.id}/funnel")
        call_command("rescore", "--mark", stdout=StringIO())
        call_command("rescore", "--vacancy", str(cast.vacancy.id), stdout=StringIO())
    assert len(commands) > 10
    assert scanned(commands) == []
