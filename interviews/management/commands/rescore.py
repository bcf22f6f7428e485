from argparse import ArgumentParser
from typing import Any

from bson import ObjectId
from django.core.management.base import BaseCommand, CommandError

from interviews.ai_client import AiRefused, AiUnavailable
from interviews.services.rescoring import Replay, mark_stale, replays


class Command(BaseCommand):
    help = (
        "Score the resumes of stored interviews again and report what differs. "
        "Dry unless --mark is given; scores and statuses are never changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--vacancy", type=_object_id, metavar="ID", help="Only the interviews of this vacancy.")
        parser.add_argument(
            "--mark", action="store_true", help="Mark as stale the scores whose rubric or vacancy has changed."
        )

    def handle(self, *args: Any, vacancy: ObjectId | None, mark: bool, **options: Any) -> None:
        replayed = differing = stale = marked = 0
        try:
            for replay in replays(vacancy_id=vacancy):
                replayed += 1
                differing += replay.differs
                stale += replay.is_stale
                marked += mark and mark_stale(replay)
                self._report(replay)
        except AiUnavailable:
            raise CommandError(f"The AI service does not answer; {replayed} were scored before that.") from None
        except AiRefused:
            raise CommandError(f"The AI service refuses one: see the log. {replayed} were scored before.") from None
        self.stdout.write(f"{replayed} scored again, {differing} differ, {stale} stale, {marked} marks changed.")

    def _report(self, replay: Replay) -> None:
        if replay.differs or replay.is_stale:
            causes = ", ".join(sorted(replay.causes)) or "no cause known"
            self.stdout.write(f"{replay.interview_id}: {_score(replay.stored)} -> {_score(replay.fresh)} ({causes})")


def _score(score: int | None) -> str:
    return "cannot tell" if score is None else str(score)


def _object_id(text: str) -> ObjectId:
    if not ObjectId.is_valid(text):
        raise ValueError
    return ObjectId(text)
