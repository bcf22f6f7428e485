"""Whether the server lives is not whether it can work."""

from rest_framework.test import APIClient

from hiring_platform import health


def test_live_asks_nobody(anonymous: APIClient) -> None:
    response = anonymous.get("/health/live")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_ready_names_each_neighbour(anonymous: APIClient) -> None:
    components = anonymous.get("/health/ready").json()["components"]
    assert set(components) == {"mongodb", "storage", "ai_hr"}
    assert components["mongodb"] == "ok"
    assert components["storage"] == "ok"


def test_one_neighbour_away_makes_it_503_and_the_others_are_still_told(anonymous: APIClient) -> None:
    def away() -> None:
        raise ConnectionRefusedError("secret address")

    health.register("example", away)
    try:
        response = anonymous.get("/api/health/ready")
    finally:
        del health._probes["example"]
    answer = response.json()
    assert (response.status_code, response["Retry-After"], answer["status"]) == (503, "5", "unavailable")
    assert (answer["components"]["example"], answer["components"]["mongodb"]) == ("unavailable", "ok")
    assert "secret" not in response.content.decode()
