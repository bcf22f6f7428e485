"""Companies over HTTP: registration, requisites, avatar. Profiles stand in `profile_views`."""

from dataclasses import replace
from typing import Any

from bson import ObjectId
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.addresses import client_address
from accounts.authentication import caller
from accounts.permissions import IsCompany
from accounts.throttling import count_registration
from accounts.tokens import open_session
from accounts.views import PublicView, signed_in
from companies import examples
from companies import serializers as shapes
from companies.addresses import with_avatar_url
from companies.documents import Company
from companies.registration import register_company
from companies.selectors import avatar_of, companies, company_of
from companies.services import replace_avatar, update_company
from hiring_platform.api.input import validated_body
from hiring_platform.api.pagination import PageQuery, page_body, page_request
from hiring_platform.api.schema import operation, page_of
from storage.downloads import file_response

_MULTIPART = "multipart/form-data"
_PICTURE: dict[Any, Any] = {(200, "image/webp"): OpenApiTypes.BINARY}
# The address changes with the picture.
_FOR_EVER = "public, max-age=31536000, immutable"


def company_body(company: Company, request: Request) -> dict[str, Any]:
    return dict(shapes.CompanySerializer(with_avatar_url(company.to_mongo(), request)).data)


class CompanyRegistrationView(PublicView):
    @operation(
        "Register a company with its recruiter",
        takes=shapes.CompanyRegistrationSerializer,
        answers={201: shapes.CompanyRegisteredSerializer},
        errors=[400, 409, 429],
        examples=[examples.REGISTRATION, examples.REGISTERED],
        public=True,
    )
    def post(self, request: Request) -> Response:
        values = validated_body(shapes.CompanyRegistrationSerializer, request)
        count_registration(address=client_address(request))
        account = register_company(**values)
        body = signed_in(account, open_session(account=account)) | {"company_id": account.company_id}
        return Response({"message": str(_("Your company has been registered.")), **body}, status=201)


class OwnCompanyView(APIView):
    permission_classes = [IsCompany]

    @operation(
        "The caller's company",
        answers={200: shapes.CompanySerializer},
        errors=[403, 404],
        examples=[examples.COMPANY],
    )
    def get(self, request: Request) -> Response:
        return Response(company_body(company_of(caller(request)), request))


class CompanyUpdateView(APIView):
    permission_classes = [IsCompany]

    @operation(
        "Change the company's requisites: any of them",
        takes=shapes.RequisitesSerializer,
        answers={200: shapes.CompanyUpdatedSerializer},
        errors=[400, 403, 404, 409],
        examples=[examples.REQUISITES],
    )
    def put(self, request: Request) -> Response:
        company = update_company(actor=caller(request), **validated_body(shapes.RequisitesSerializer, request))
        return Response({"message": str(_("The company has been saved.")), **company_body(company, request)})


class AvatarUploadView(APIView):
    permission_classes = [IsCompany]
    parser_classes = [MultiPartParser]

    @operation(
        "Replace the company's avatar",
        description="Decoded, fitted into 512 × 512 pixels and encoded anew: nothing of the file stays but its pixels.",
        takes={_MULTIPART: shapes.AvatarUploadSerializer},
        answers={200: shapes.AvatarReplacedSerializer},
        errors=[400, 403, 404, 413, 415, 422],
        examples=[examples.AVATAR],
    )
    def post(self, request: Request) -> Response:
        company = replace_avatar(actor=caller(request), **validated_body(shapes.AvatarUploadSerializer, request))
        avatar_url = company_body(company, request)["avatar_url"]
        return Response({"message": str(_("The avatar has been replaced.")), "avatar_url": avatar_url})


class AvatarView(PublicView):
    @operation(
        "A company's avatar",
        description="The address changes with the picture, so that it may be kept for ever.",
        answers=_PICTURE,
        errors=[404, 416],
        public=True,
    )
    def get(self, request: Request, company_id: ObjectId, sha256: str) -> HttpResponseBase:
        avatar = avatar_of(company_id=company_id, sha256=sha256)
        return file_response(
            request=request,
            key=avatar.key,
            name="avatar.webp",
            content_type=avatar.content_type,
            size=avatar.size,
            sha256=avatar.sha256,
            inline=True,
            cache_control=_FOR_EVER,
        )


class CompanyListView(APIView):
    @operation(
        "All companies, newest first",
        query=[PageQuery],
        answers={200: page_of("companies", shapes.CompanySerializer)},
        errors=[400],
        examples=[examples.COMPANY_PAGE],
    )
    def get(self, request: Request) -> Response:
        found = companies(page=page_request(request))
        shown = replace(found, rows=[with_avatar_url(row, request) for row in found.rows])
        return Response(page_body(shown, "companies", shapes.CompanySerializer))
