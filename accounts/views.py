"""Signing in and out. Registration, profile and resume stand in `profile_views`, staff's calls in `staff_views`."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts import serializers as shapes
from accounts.addresses import client_address
from accounts.authentication import caller, sent_token
from accounts.documents import Account
from accounts.jwt import TokenPair
from accounts.sign_in import change_password, sign_in
from accounts.tokens import refresh_session, sign_out
from hiring_platform.api.input import validated_body
from hiring_platform.api.schema import MessageSerializer, example, operation

_PAIR = {"token": "eyJhbGciOi…", "refresh": "eyJhbGciOi…", "expires_in": 3600}


class PublicView(APIView):
    """For callers without an account: a stale token that comes along is not looked at."""

    authentication_classes: list[Any] = []
    permission_classes = [AllowAny]


class LoginView(PublicView):
    @operation(
        "Sign in",
        takes=shapes.LoginSerializer,
        answers={200: shapes.SignedInSerializer},
        errors=[400, 401, 403, 429],
        examples=[
            example("Credentials", {"email": "anna@example.com", "password": "correct horse battery staple"}),
            example("Signed in", _PAIR | {"role": "user", "account_id": "65f1c0ffee65f1c0ffee0001"}, status=200),
        ],
        public=True,
    )
    def post(self, request: Request) -> Response:
        values = validated_body(shapes.LoginSerializer, request)
        account, pair = sign_in(**values, address=client_address(request))
        return Response(signed_in(account, pair))


def signed_in(account: Account, pair: TokenPair) -> dict[str, Any]:
    return {**asdict(pair), "role": account.role, "account_id": account.id}


class TokenRefreshView(PublicView):
    @operation(
        "Trade a refresh token for the next pair",
        description="A refresh token is good once. Used again, it ends the session: 401 `refresh_reused`.",
        takes=shapes.RefreshSerializer,
        answers={200: shapes.TokenPairSerializer},
        errors=[400, 401],
        examples=[example("The next pair", _PAIR, status=200)],
        public=True,
    )
    def post(self, request: Request) -> Response:
        return Response(asdict(refresh_session(**validated_body(shapes.RefreshSerializer, request))))


class LogoutView(PublicView):
    @operation(
        "Sign out: the session and all its tokens end",
        takes=shapes.LogoutSerializer,
        answers={200: MessageSerializer},
        errors=[400, 401],
        public=True,
    )
    def post(self, request: Request) -> Response:
        sign_out(**validated_body(shapes.LogoutSerializer, request), token=sent_token(request))
        return Response({"message": str(_("You have signed out."))})


class PasswordChangeView(APIView):
    @operation(
        "Change the password",
        description="Every session ends; the answer opens a new one for the caller.",
        takes=shapes.PasswordChangeSerializer,
        answers={200: shapes.PasswordChangedSerializer},
        errors=[400, 409, 429],
    )
    def post(self, request: Request) -> Response:
        values = validated_body(shapes.PasswordChangeSerializer, request)
        pair = change_password(actor=caller(request), **values, address=client_address(request))
        return Response({"message": str(_("The password has been changed.")), **asdict(pair)})
