"""What a company says of itself, over HTTP."""

from bson import ObjectId
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import caller
from accounts.permissions import IsCompany
from accounts.views import PublicView
from companies import examples
from companies.documents import Company
from companies.profile import profile_of
from companies.profile_serializers import CompanyProfileSerializer, ProfileSavedSerializer
from companies.selectors import company_by_id, company_of
from companies.services import update_profile
from hiring_platform.api.input import validated_body
from hiring_platform.api.schema import operation


def profile_body(company: Company) -> dict[str, object]:
    return dict(CompanyProfileSerializer(profile_of(company)).data)


class CompanyProfileView(APIView):
    permission_classes = [IsCompany]

    @operation(
        "The profile of the caller's company",
        answers={200: CompanyProfileSerializer},
        errors=[403, 404],
        examples=[examples.PROFILE],
    )
    def get(self, request: Request) -> Response:
        return Response(profile_body(company_of(caller(request))))

    @operation(
        "Change the profile: any of its values",
        description="What is not sent stays; lists are replaced. `email` and `address` are ignored here.",
        takes=CompanyProfileSerializer,
        answers={200: ProfileSavedSerializer},
        errors=[400, 403, 404, 409],
        examples=[examples.PROFILE_CHANGES],
    )
    def put(self, request: Request) -> Response:
        company = update_profile(actor=caller(request), **validated_body(CompanyProfileSerializer, request))
        return Response({"message": str(_("The profile has been saved.")), "profile": profile_body(company)})


class PublicProfileView(PublicView):
    @operation(
        "The profile of a company, for everybody",
        answers={200: CompanyProfileSerializer},
        errors=[404],
        examples=[examples.PROFILE],
        public=True,
    )
    def get(self, request: Request, company_id: ObjectId) -> Response:
        return Response(profile_body(company_by_id(company_id)))
