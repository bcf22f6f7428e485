"""A candidate and a company who talk to a running platform over HTTP, as the SPA does."""

import contextlib
from io import BytesIO
from typing import Any

import requests

from demo.candidates import ANNA
from demo.company import PYTHON_VACANCY
from demo.resumes import pdf_resume

PASSWORD = "a long pass phrase"
COMPANY = {
    "company_name": "Ромашка",
    "inn": "7707083893",
    "ogrn": "1027700132195",
    "legal_address": "Москва",
    "email": "hr@example.com",
    "password": PASSWORD,
}
Json = dict[str, Any]


class Caller:
    """Somebody with a token; survives restarts of the platform, as the token does."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}

    def get(self, path: str) -> Json:
        answered = requests.get(self.url + path, headers=self.headers, timeout=60)
        assert answered.status_code == 200, answered.text
        return dict(answered.json())

    def send(self, method: str, path: str, body: Json) -> requests.Response:
        return requests.request(method, self.url + path, json=body, headers=self.headers, timeout=60)

    def post(self, path: str, body: Json) -> Json:
        answered = self.send("POST", path, body)
        assert answered.ok, answered.text
        return dict(answered.json())


def a_company(url: str) -> Caller:
    registered = requests.post(f"{url}/register/company", json=COMPANY, timeout=60)
    assert registered.status_code == 201, registered.text
    return Caller(url, registered.json()["token"])


def a_candidate(url: str, email: str = "anna@example.com") -> Caller:
    resume = ("Резюме.pdf", BytesIO(pdf_resume("Анна Соколова", ANNA.sections)), "application/pdf")
    form = {"email": email, "password": PASSWORD, "name": "Анна", "surname": "Соколова"}
    registered = requests.post(f"{url}/register", data=form, files={"resume": resume}, timeout=60)
    assert registered.status_code == 201, registered.text
    return Caller(url, registered.json()["token"])


def a_vacancy(company: Caller) -> str:
    return str(company.post("/vacancies/create", PYTHON_VACANCY)["vacancy_id"])


class Conversation:
    """An interview as its candidate sees it."""

    def __init__(self, candidate: Caller, interview_id: str) -> None:
        self.candidate = candidate
        self.interview_id = interview_id
        self.state: Json = {}
        self.acknowledged: dict[str, str] = {}

    def start(self, introduction: str = "") -> None:
        """Begin, or come back to the question that is waiting."""
        body = {"interview_id": self.interview_id, "mlinterview_id": "", "question": "", "answer_text": introduction}
        self.state = self.candidate.post("/interviews/answer", body)

    @property
    def is_over(self) -> bool:
        return bool(self.state["status"] == "completed")

    def answer(self, text: str) -> None:
        question = self.state["question"]
        self.state = self.candidate.post("/interviews/answer", self._body(question, text))
        self.acknowledged[question] = text

    def answer_or_lose_the_connection(self, text: str) -> None:
        """For a thread: the answer counts as acknowledged only if the platform said so."""
        question = self.state["question"]
        with contextlib.suppress(requests.RequestException):
            answered = self.candidate.send("POST", "/interviews/answer", self._body(question, text))
            if answered.status_code == 201:
                self.acknowledged[question] = text

    def _body(self, question: str, text: str) -> Json:
        return {
            "interview_id": self.interview_id,
            "mlinterview_id": self.state["mlinterview_id"],
            "question": question,
            "answer_text": text,
        }
