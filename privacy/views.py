"""A candidate's rights to his own data."""

from typing import Any

from django.http import FileResponse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.addresses import client_address
from accounts.authentication import caller
from accounts.permissions import IsCandidate, IsReading
from accounts.profile_views import ProfileView
from hiring_platform.api.input import validated_body
from hiring_platform.api.pagination import LongPageQuery, page_body, page_request
from hiring_platform.api.schema import operation, page_of
from privacy import serializers as shapes
from privacy.erasure import erase_own_account
from privacy.export import export_of
from privacy.selectors import accesses_to_resume_of

_ZIP: dict[Any, Any] = {(200, "application/zip"): OpenApiTypes.BINARY}


class ExportView(APIView):
    permission_classes = [IsCandidate]

    @operation("Everything we hold of the caller, as a zip", answers=_ZIP, errors=[403])
    def get(self, request: Request) -> FileResponse:
        archive = export_of(candidate=caller(request))
        return FileResponse(
            archive,
            as_attachment=True,
            filename="my-data.zip",
            content_type="application/zip",
            headers={"Cache-Control": "private, no-store"},
        )


class AccessLogView(APIView):
    permission_classes = [IsCandidate]

    @operation(
        "Who has read the caller's resume, and when",
        query=[LongPageQuery],
        answers={200: page_of("accesses", shapes.AccessSerializer)},
        errors=[400, 403],
    )
    def get(self, request: Request) -> Response:
        page = accesses_to_resume_of(candidate=caller(request), request=page_request(request, LongPageQuery))
        return Response(page_body(page, "accesses", shapes.AccessSerializer))


class ErasableProfileView(ProfileView):
    """`/profile`: read by everybody, erased by a candidate."""

    permission_classes = [IsReading | IsCandidate]

    @operation(
        "Erase the caller: account, resume, interviews, answers, scores",
        description="The password is asked again. The companies keep anonymous counts. The answer is a receipt.",
        takes=shapes.ErasureRequestSerializer,
        answers={200: shapes.ErasureSerializer},
        errors=[400, 403, 429],
    )
    def delete(self, request: Request) -> Response:
        values = validated_body(shapes.ErasureRequestSerializer, request)
        erasure = erase_own_account(actor=caller(request), **values, address=client_address(request))
        message = str(_("Your account and everything that belonged to it have been erased."))
        return Response({"message": message, **shapes.ReceiptSerializer(erasure).data})
