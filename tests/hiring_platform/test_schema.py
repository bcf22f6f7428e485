"""`/schema` describes every call, and the documentation page needs nobody else's server."""

import re
from typing import Any

import pytest
from rest_framework.test import APIClient

# What clients rely on.
CONTRACT = {
    "POST /login",
    "POST /token/refresh",
    "POST /logout",
    "POST /password/change",
    "POST /register",
    "POST /register/company",
    "GET /profile",
    "DELETE /profile",
    "GET /profile/export",
    "GET /profile/access-log",
    "PUT /user/updateprofile",
    "POST /update-resume",
    "GET /download-resume",
    "GET /download-candidate-resume",
    "GET /user-interviews",
    "GET /user-interviews-status-changes",
    "GET /company",
    "PUT /company/updateprofile",
    "POST /company/avatar",
    "GET /companies",
    "GET /company-profile",
    "PUT /company-profile",
    "GET /company-profile/public/{company_id}",
    "POST /vacancies/create",
    "GET /vacancies",
    "GET /vacancies/{vacancy_id}",
    "PUT /vacancies/{vacancy_id}",
    "DELETE /vacancies/{vacancy_id}",
    "POST /vacancies/{vacancy_id}/questions",
    "GET /vacancies/{vacancy_id}/questions",
    "GET /vacancies/{vacancy_id}/candidates",
    "GET /vacancies/{vacancy_id}/interviews",
    "POST /check-resume",
    "POST /convert-resume",
    "POST /interviews/answer",
    "GET /interviews/{interview_id}/qna",
    "PUT /interviews/{interview_id}/status",
    "PUT /interviews/change-status",
    "DELETE /interviews/{interview_id}",
    "POST /interviews/{interview_id}/appeal",
    "GET /vacancies/{vacancy_id}/funnel",
    "GET /health/live",
    "GET /health/ready",
}
WRITES = {"post", "put", "patch"}
WITHOUT_A_BODY = {"/staff/accounts/{account_id}/activate"}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    response = APIClient().get("/schema?format=json")
    assert response.status_code == 200
    return dict(response.json())


def operations(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        f"{method.upper()} {path}": described
        for path, methods in schema["paths"].items()
        for method, described in methods.items()
    }


def test_it_is_openapi_31_and_names_every_call_of_the_contract(schema: dict[str, Any]) -> None:
    assert schema["openapi"] == "3.1.0"
    assert CONTRACT - set(operations(schema)) == set()


def test_each_call_stands_once_without_the_api_prefix(schema: dict[str, Any]) -> None:
    assert [path for path in schema["paths"] if path.startswith("/api")] == []
    names = [described["operationId"] for described in operations(schema).values()]
    assert len(names) == len(set(names))


def test_each_call_says_what_it_does_what_it_answers_and_how_it_refuses(schema: dict[str, Any]) -> None:
    for call, described in operations(schema).items():
        assert described["summary"], call
        statuses = set(described["responses"])
        assert statuses & {"200", "201", "202"}, call
        assert "503" in statuses or call == "GET /health/live", call
        assert "401" in statuses or not described.get("security"), call
        assert "404" in statuses or "{" not in call, call


def test_each_write_describes_its_body_by_fields(schema: dict[str, Any]) -> None:
    for call, described in operations(schema).items():
        method, path = call.split()
        if method.lower() not in WRITES or path in WITHOUT_A_BODY:
            continue
        [content, *_] = described["requestBody"]["content"].values()
        shape = content["schema"]
        shape = schema["components"]["schemas"][shape["$ref"].rsplit("/", 1)[1]] if "$ref" in shape else shape
        assert shape["properties"], call


def test_each_body_comes_with_an_example(schema: dict[str, Any]) -> None:
    for call, described in operations(schema).items():
        bodies = [described.get("requestBody", {})]
        bodies += [answer for status, answer in described["responses"].items() if status < "300"]
        for body in bodies:
            content = body.get("content", {}).get("application/json")
            assert content is None or content.get("example") or content.get("examples"), call


def test_every_refusal_is_a_problem_document(schema: dict[str, Any]) -> None:
    for call, described in operations(schema).items():
        for status, answer in described["responses"].items():
            if status >= "400" and not call.startswith("GET /health"):
                assert list(answer["content"]) == ["application/problem+json"], (call, status)


def test_the_documentation_page_loads_from_here_alone(anonymous: APIClient) -> None:
    page = anonymous.get("/docs").content.decode()
    addresses = re.findall(r"""(?:src|href)="([^"]+)""", page)
    assert addresses
    assert [address for address in addresses if not address.startswith("/static/")] == []
    for address in addresses:
        assert anonymous.get(address).status_code == 200, address


def test_both_answer_under_api_too(anonymous: APIClient) -> None:
    assert anonymous.get("/api/schema").status_code == anonymous.get("/api/docs").status_code == 200


def test_the_bare_address_leads_to_the_documentation(anonymous: APIClient) -> None:
    assert anonymous.get("/")["Location"] == "/docs"
