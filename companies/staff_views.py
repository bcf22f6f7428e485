"""What staff see of companies."""

from dataclasses import replace

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.permissions import IsStaff
from companies import serializers as shapes
from companies.addresses import with_avatar_url
from companies.selectors import companies_for_staff
from hiring_platform.api.input import validated_query
from hiring_platform.api.pagination import page_body
from hiring_platform.api.schema import operation, page_of
from hiring_platform.paging import PageRequest


class StaffCompanyListView(APIView):
    permission_classes = [IsStaff]

    @operation(
        "All companies, newest first",
        query=[shapes.StaffCompanyQuery],
        answers={200: page_of("companies", shapes.StaffCompanySerializer)},
        errors=[400, 403],
    )
    def get(self, request: Request) -> Response:
        values = validated_query(shapes.StaffCompanyQuery, request)
        page = PageRequest(page=values.pop("page"), per_page=values.pop("per_page"))
        found = companies_for_staff(page=page, **values)
        shown = replace(found, rows=[with_avatar_url(row, request) for row in found.rows])
        return Response(page_body(shown, "companies", shapes.StaffCompanySerializer))
