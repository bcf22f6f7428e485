"""The two pages of staff: where they sign in, and where they start from."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views import View

from accounts.addresses import client_address
from accounts.choices import Role
from accounts.emails import normalised_email
from accounts.passwords import LONGEST_PASSWORD
from accounts.serializers import LONGEST_EMAIL
from accounts.sign_in import account_with_password, wrong_credentials
from accounts.staff_session import sign_in, sign_out, staff_account
from hiring_platform.errors import PlatformError


class LoginForm(forms.Form):
    email = forms.CharField(label=_("E-mail"), max_length=LONGEST_EMAIL)
    password = forms.CharField(
        label=_("Password"), max_length=LONGEST_PASSWORD, strip=False, widget=forms.PasswordInput
    )

    def clean_email(self) -> str:
        return normalised_email(self.cleaned_data["email"])


class StaffLoginView(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        return _login_page(request, LoginForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = LoginForm(request.POST)
        if not form.is_valid():
            return _login_page(request, form, status=400)
        try:
            _sign_in_staff(request, **form.cleaned_data)
        except PlatformError as refusal:
            form.add_error(None, str(refusal.message))
            return _login_page(request, form, status=refusal.status, retry_after=refusal.retry_after_seconds)
        return redirect(_next_page(request))


def _sign_in_staff(request: HttpRequest, email: str, password: str) -> None:
    account = account_with_password(email=email, password=password, address=client_address(request))
    if account.role != Role.STAFF:
        raise wrong_credentials()
    sign_in(request, account)


def _login_page(
    request: HttpRequest, form: LoginForm, status: int = 200, retry_after: int | None = None
) -> HttpResponse:
    page = {"form": form, "title": _("Staff"), "action": _("Sign in")}
    response = render(request, "accounts/staff_login.html", page, status=status)
    if retry_after is not None:
        response["Retry-After"] = str(retry_after)
    return response


def _next_page(request: HttpRequest) -> str:
    """Where `?next=` points, if that is on this site."""
    asked = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if is_ours else request.path.removesuffix("/login")


class StaffLogoutView(View):
    def post(self, request: HttpRequest) -> HttpResponse:
        sign_out(request)
        return redirect(request.path.replace("/logout", "/login"))


class StaffHomeView(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        account = staff_account(request)
        if account is None:
            return redirect(f"{request.path}/login")
        return render(request, "accounts/staff_home.html", {"account": account, **_home_texts()})


def _home_texts() -> dict[str, Any]:
    return {
        "title": _("Staff"),
        "action": _("Sign out"),
        # Beside this page, whatever prefix it is served under.
        "links": [
            ("staff/accounts", _("Accounts")),
            ("staff/companies", _("Companies")),
            ("staff/vacancies", _("Vacancies")),
            ("staff/interviews", _("Interviews")),
            ("docs", _("The API, to try out")),
        ],
    }
