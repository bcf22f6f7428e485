"""Whether the server lives, and whether it can do its work."""

from typing import Any

from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hiring_platform.health import readiness

_Live = inline_serializer("Liveness", {"status": serializers.ChoiceField(["ok"])})
_Ready = inline_serializer(
    "Readiness",
    {
        "status": serializers.ChoiceField(["ok", "unavailable"]),
        "components": serializers.DictField(child=serializers.ChoiceField(["ok", "unavailable"])),
    },
)


class LiveView(APIView):
    permission_classes = [AllowAny]
    authentication_classes: list[Any] = []

    @extend_schema(summary="The process answers", responses=_Live, auth=[])
    def get(self, request: Request) -> Response:
        return Response({"status": "ok"})


class ReadyView(APIView):
    permission_classes = [AllowAny]
    authentication_classes: list[Any] = []

    @extend_schema(
        summary="MongoDB, the file store and the AI service, each with its own state",
        responses={200: _Ready, 503: _Ready},
        auth=[],
    )
    def get(self, request: Request) -> Response:
        found = readiness()
        ready = found["status"] == "ok"
        return Response(found, status=200 if ready else 503, headers={} if ready else {"Retry-After": "5"})
