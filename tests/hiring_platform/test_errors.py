"""Every refusal has one shape, whoever raises it, and tells nothing of our insides."""

from typing import Any

import pytest
from rest_framework.test import APIClient

pytestmark = pytest.mark.urls("tests.hiring_platform.raising_urls")

NOT_FOUND = "There is nothing here, or it is not yours to see."
UNAVAILABLE = "The service is temporarily unavailable. Please try again in a few seconds."
INVALID = "Some of the values are not acceptable."
CONFLICT = "This contradicts what is stored already. Reload and try again."
TOO_LARGE = "This is larger than we accept."
FORBIDDEN = "Your role does not allow this."
FAULT = "Something went wrong on our side. We have been told; please try again later."

EXPECTED: list[tuple[str, int, str, str, str]] = [
    ("forbidden", 403, "Forbidden", "forbidden", FORBIDDEN),
    ("not-found", 404, "Not Found", "not_found", NOT_FOUND),
    ("conflict", 409, "Conflict", "conflict", CONFLICT),
    ("too-large", 413, "Request Entity Too Large", "too_large", TOO_LARGE),
    ("unsupported", 415, "Unsupported Media Type", "unsupported_type", "This type of content is not accepted."),
    ("unprocessable", 422, "Unprocessable Entity", "unprocessable", "This was understood but cannot be processed."),
    (
        "drf-parse",
        400,
        "Bad Request",
        "malformed_body",
        "The body cannot be read: it is not what its content type says.",
    ),
    ("drf-denied", 403, "Forbidden", "forbidden", FORBIDDEN),
    ("drf-not-found", 404, "Not Found", "not_found", NOT_FOUND),
    (
        "drf-media-type",
        415,
        "Unsupported Media Type",
        "unsupported_media_type",
        "This type of content is not accepted.",
    ),
    ("http404", 404, "Not Found", "not_found", NOT_FOUND),
    ("django-denied", 403, "Forbidden", "forbidden", FORBIDDEN),
    ("django-too-big", 413, "Request Entity Too Large", "too_large", TOO_LARGE),
    ("django-suspicious", 400, "Bad Request", "invalid", INVALID),
    ("mongo-missing", 404, "Not Found", "not_found", NOT_FOUND),
    ("mongo-not-unique", 409, "Conflict", "conflict", CONFLICT),
    ("mongo-too-large", 413, "Request Entity Too Large", "too_large", TOO_LARGE),
    ("bson", 400, "Bad Request", "invalid", INVALID),
    ("bug", 500, "Internal Server Error", "server_error", FAULT),
]


def body(path: str, status: int, title: str, code: str, sentence: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": sentence,
        "instance": path,
        "message": sentence,
        "code": code,
    } | more


@pytest.mark.parametrize(("kind", "status", "title", "code", "sentence"), EXPECTED)
def test_each_kind_has_the_whole_body(
    anonymous: APIClient, kind: str, status: int, title: str, code: str, sentence: str
) -> None:
    path = f"/raise/{kind}"
    response = anonymous.get(path)
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response.json() == body(path, status, title, code, sentence)


@pytest.mark.parametrize("kind", ["mongo-away", "mongo-cut", "mongo-slow", "unavailable"])
def test_a_neighbour_that_is_away_is_503_with_a_time_to_come_back(anonymous: APIClient, kind: str) -> None:
    path = f"/raise/{kind}"
    response = anonymous.get(path)
    assert response.json() == body(path, 503, "Service Unavailable", "unavailable", UNAVAILABLE)
    assert response["Retry-After"] == "5"


@pytest.mark.parametrize(("kind", "seconds"), [("too-many", "17"), ("drf-throttled", "9")])
def test_too_many_says_when_to_come_back(anonymous: APIClient, kind: str, seconds: str) -> None:
    path = f"/raise/{kind}"
    response = anonymous.get(path)
    sentence = "Too many attempts. Please wait a little and try again."
    assert response.json() == body(path, 429, "Too Many Requests", "too_many_requests", sentence)
    assert response["Retry-After"] == seconds


def test_a_missing_token_names_the_scheme(anonymous: APIClient) -> None:
    response = anonymous.get("/raise/drf-not-authenticated")
    sentence = "Sign in to continue."
    assert response.json() == body("/raise/drf-not-authenticated", 401, "Unauthorized", "not_authenticated", sentence)
    assert response["WWW-Authenticate"] == "Bearer"


def test_validation_names_each_field_and_the_first_in_the_message(anonymous: APIClient) -> None:
    response = anonymous.get("/raise/drf-validation")
    wrong = [{"field": "answers.red_flags.0", "message": "No.", "code": "null"}]
    assert response.json() == body(
        "/raise/drf-validation", 400, "Bad Request", "invalid", "answers.red_flags.0: No.", errors=wrong
    )


def test_a_service_names_the_field_it_refuses(anonymous: APIClient) -> None:
    sentence = "The threshold is out of range."
    wrong = [{"field": "threshold", "message": sentence, "code": "bad_threshold"}]
    assert anonymous.get("/raise/invalid").json() == body(
        "/raise/invalid", 400, "Bad Request", "bad_threshold", sentence, errors=wrong
    )


def test_further_members_stand_beside_the_rest(anonymous: APIClient) -> None:
    assert anonymous.get("/raise/extended").json() == body(
        "/raise/extended", 400, "Bad Request", "invalid", INVALID, allowed_statuses=["offer"]
    )


@pytest.mark.parametrize("kind", ["http404", "django-denied", "django-suspicious", "bug", "mongo-away"])
def test_outside_the_api_framework_the_shape_is_the_same(kind: str) -> None:
    client = APIClient(raise_request_exception=False, headers={"accept-language": "en"})
    inside = client.get(f"/raise/{kind}")
    outside = client.get(f"/raise-in-django/{kind}")
    assert outside.status_code == inside.status_code
    assert outside["Content-Type"] == "application/problem+json"
    assert outside.json() == inside.json() | {"instance": f"/raise-in-django/{kind}"}


def test_an_unknown_address_answers_in_the_same_shape(anonymous: APIClient) -> None:
    assert anonymous.get("/nowhere").json() == body("/nowhere", 404, "Not Found", "not_found", NOT_FOUND)


def test_a_wrong_method_says_which_are_right(anonymous: APIClient) -> None:
    response = anonymous.post("/health/live")
    sentence = "This address does not take this method."
    assert response.json() == body("/health/live", 405, "Method Not Allowed", "method_not_allowed", sentence)
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_a_person_reads_russian_unless_he_asks_for_english() -> None:
    assert APIClient().get("/raise/not-found").json()["message"] == "Здесь ничего нет, или вам это недоступно."
    french = APIClient(headers={"accept-language": "fr"})
    assert french.get("/raise/not-found").json()["message"] == "Здесь ничего нет, или вам это недоступно."


def test_a_body_over_the_limit_is_refused_unread(anonymous: APIClient) -> None:
    response = anonymous.generic("POST", "/health/live", b"x", CONTENT_LENGTH=str(10**9))
    assert response.json() == body("/health/live", 413, "Request Entity Too Large", "too_large", TOO_LARGE)


def test_a_body_without_a_length_is_refused_and_not_taken_for_empty(anonymous: APIClient) -> None:
    response = anonymous.generic("POST", "/login", b"", HTTP_TRANSFER_ENCODING="chunked")
    sentence = "Send the length of the body (Content-Length)."
    assert response.json() == body("/login", 411, "Length Required", "length_required", sentence)


@pytest.mark.parametrize("accepted", ["image/png", "text/html", "application/pdf"])
def test_who_wants_another_form_gets_json_rather_than_nothing(anonymous: APIClient, accepted: str) -> None:
    response = anonymous.get("/health/live", headers={"accept": accepted})
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize("sent", ["[1, 2]", "null", '"text"', "17"])
def test_a_body_that_is_no_object_is_told_so(anonymous: APIClient, sent: str) -> None:
    response = anonymous.generic("POST", "/login", sent, content_type="application/json")
    sentence = "Send an object with the fields of this call."
    assert response.json() == body("/login", 400, "Bad Request", "not_an_object", sentence)
