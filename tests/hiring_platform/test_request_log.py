"""One line a request: enough to find out what happened, nothing that is somebody's secret."""

import json
import logging

import pytest
from rest_framework.test import APIClient
from structlog.testing import capture_logs

from hiring_platform.logs import hide_secrets
from tests.conftest import ClientFor
from tests.factories import make_candidate


def test_a_request_leaves_one_line_with_the_route_and_the_account(client_for: ClientFor) -> None:
    candidate = make_candidate()
    with capture_logs() as lines:
        client_for(candidate).get("/profile?email=a@example.com")
    [line] = [line for line in lines if line["event"] == "request"]
    assert line.pop("duration_ms") > 0
    assert line == {
        "event": "request",
        "log_level": "info",
        "method": "GET",
        "route": "profile",
        "status": 200,
        "account_id": str(candidate.id),
    }


@pytest.mark.parametrize("given", ["abc-123", "a" * 64])
def test_the_clients_request_id_is_kept(anonymous: APIClient, given: str) -> None:
    assert anonymous.get("/health/live", headers={"x-request-id": given})["X-Request-ID"] == given


@pytest.mark.parametrize("given", ["", "a" * 65, "a b", "line\tbreak", '{"x":1}'])
def test_a_request_id_that_is_no_plain_word_is_replaced(anonymous: APIClient, given: str) -> None:
    answered = anonymous.get("/health/live", headers={"x-request-id": given})["X-Request-ID"]
    assert answered != given
    assert len(answered) == 32


def test_a_secret_that_slips_into_an_event_is_hidden() -> None:
    event = hide_secrets(logging.getLogger(), "info", {"event": "x", "password": "p", "account_id": "1"})
    assert json.dumps(event) == '{"event": "x", "password": "[hidden]", "account_id": "1"}'
