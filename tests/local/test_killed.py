"""Whatever is killed in the middle of an interview: what was acknowledged is there, and the interview goes on."""

import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from hiring_platform.local.sockets import free_port
from tests.local.client import Conversation, a_candidate, a_company, a_vacancy
from tests.local.platform import Platform, running_platform, wait_for_end

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("whole processes")]

Victim = Callable[[Platform], psutil.Process]
VICTIMS: dict[str, Victim] = {
    "the database": lambda platform: platform.member("secantusd-py"),
    "ai-hr": lambda platform: platform.member("-m ai_hr"),
    "the web server": lambda platform: platform.member("local.leash python -m hiring_platform.local.web"),
    "a web worker": lambda platform: platform.member("gunicorn"),
    "the launcher": lambda platform: psutil.Process(platform.process.pid),
}


@pytest.mark.parametrize("name", VICTIMS)
def test_no_acknowledged_answer_is_lost_and_the_interview_goes_on(tmp_path: Path, name: str) -> None:
    port = free_port()
    with running_platform(tmp_path / "var", port) as platform:
        company, candidate = a_company(platform.url), a_candidate(platform.url)
        vacancy = a_vacancy(company)
        interview = candidate.post("/check-resume", {"vacancy_id": vacancy})["interview_id"]
        conversation = Conversation(candidate, interview)
        conversation.start("I write Python.")
        conversation.answer("The first answer, acknowledged in peace.")
        family = platform.family()
        _kill_while_answering(conversation, VICTIMS[name](platform))
        if platform.process.poll() is None and name == "a web worker":
            platform.wait_until_ready()
            platform.interrupt()
        platform.process.wait(30)
        assert wait_for_end(family) == []
    with running_platform(tmp_path / "var", port):
        conversation.start()
        _finish(conversation)
        kept = company.get(f"/interviews/{interview}/qna")["qna"]
    answers = {row["question"]: row["answer_text"] for row in kept}
    assert len(answers) == len(kept), "a question stands twice"
    assert conversation.acknowledged.items() <= answers.items()
    assert "" not in answers.values()


def _kill_while_answering(conversation: Conversation, victim: psutil.Process) -> None:
    words = ("The second answer, sent when the light went out.",)
    sender = threading.Thread(target=conversation.answer_or_lose_the_connection, args=words)
    sender.start()
    time.sleep(0.01)
    victim.send_signal(signal.SIGKILL)
    sender.join()


def _finish(conversation: Conversation) -> None:
    for number in range(12):
        if conversation.is_over:
            return
        conversation.answer(f"Answer {number} after the restart: I measured it, then changed one thing at a time.")
    assert conversation.is_over
