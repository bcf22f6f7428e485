"""/staff, /staff/login, /staff/logout, and the browsable API behind them."""

import pytest
from django.test import Client

from accounts.documents import Account
from tests.factories import PASSWORD, make_candidate, make_company, make_staff


@pytest.fixture
def browser() -> Client:
    return Client(enforce_csrf_checks=True, headers={"accept": "text/html", "accept-language": "en"})


def csrf(browser: Client) -> str:
    browser.get("/staff/login")
    return browser.cookies["csrftoken"].value


def sign_in(browser: Client, account: Account, password: str = PASSWORD, query: str = ""):
    form = {"email": account.email, "password": password, "csrfmiddlewaretoken": csrf(browser)}
    return browser.post(f"/staff/login{query}", form)


def test_staff_sign_in_look_around_and_sign_out(browser: Client) -> None:
    staff = make_staff()

    signed_in = sign_in(browser, staff)
    home, accounts = browser.get("/staff"), browser.get("/staff/accounts")

    assert (signed_in.status_code, signed_in["Location"]) == (302, "/staff")
    assert home.status_code == 200
    assert staff.email in home.text
    assert 'href="staff/accounts"' in home.text
    assert accounts["Content-Type"].startswith("text/html")
    assert "Account List" in accounts.text

    token = browser.cookies["csrftoken"].value
    signed_out = browser.post("/staff/logout", {"csrfmiddlewaretoken": token})
    assert (signed_out.status_code, signed_out["Location"]) == (302, "/staff/login")
    assert browser.get("/staff")["Location"] == "/staff/login"
    assert browser.get("/staff/accounts").status_code == 401


def test_the_cookie_of_a_session_that_was_signed_out_is_worth_nothing(browser: Client) -> None:
    sign_in(browser, make_staff())
    copied = browser.cookies["staff_session"].value
    browser.post("/staff/logout", {"csrfmiddlewaretoken": browser.cookies["csrftoken"].value})

    browser.cookies["staff_session"] = copied

    assert browser.get("/staff/accounts").status_code == 401


def test_a_deactivated_member_of_staff_is_out_at_once(browser: Client) -> None:
    staff, boss = make_staff(), make_staff()
    sign_in(browser, staff)

    other = Client(enforce_csrf_checks=True)
    sign_in(other, boss)
    response = other.post(
        f"/staff/accounts/{staff.id}/deactivate",
        {"reason": "Left"},
        content_type="application/json",
        headers={"X-CSRFToken": other.cookies["csrftoken"].value},
    )

    assert response.status_code == 200
    assert browser.get("/staff/accounts").status_code == 401


@pytest.mark.parametrize("make", [make_candidate, make_company])
def test_others_do_not_get_in_with_their_own_password(browser: Client, make) -> None:
    response = sign_in(browser, make())

    assert response.status_code == 401
    assert "The e-mail or the password is wrong." in response.text
    assert "staff_session" not in browser.cookies


def test_a_wrong_password_shows_the_form_again_without_it(browser: Client) -> None:
    response = sign_in(browser, make_staff(), "not this one")

    assert response.status_code == 401
    assert "The e-mail or the password is wrong." in response.text
    assert "not this one" not in response.text


def test_the_form_is_throttled_like_the_api(browser: Client) -> None:
    staff = make_staff()
    for _ in range(5):
        sign_in(browser, staff, "guess")

    response = sign_in(browser, staff)

    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0


def test_an_empty_form_is_400(browser: Client) -> None:
    assert browser.post("/staff/login", {"csrfmiddlewaretoken": csrf(browser)}).status_code == 400


def test_a_form_without_csrf_token_is_403(browser: Client) -> None:
    staff = make_staff()

    response = browser.post("/staff/login", {"email": staff.email, "password": PASSWORD})

    assert (response.status_code, response.json()["code"]) == (403, "csrf_failed")


def test_a_write_by_session_without_csrf_token_is_403_and_changes_nothing(browser: Client) -> None:
    candidate = make_candidate()
    sign_in(browser, make_staff())

    response = browser.post(
        f"/staff/accounts/{candidate.id}/deactivate", {"reason": "x"}, content_type="application/json"
    )

    assert response.status_code == 403
    assert "csrf_failed" in response.text
    assert Account.objects.get(id=candidate.id).is_active


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("?next=/staff/companies", "/staff/companies"),
        ("?next=https://evil.example.com/", "/staff"),
        ("?next=//evil.example.com/", "/staff"),
        ("?next=javascript:alert(1)", "/staff"),
    ],
)
def test_the_next_page_is_on_this_site(browser: Client, query: str, target: str) -> None:
    assert sign_in(browser, make_staff(), query=query)["Location"] == target
