"""Interviews as staff see them."""

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.permissions import IsStaff
from hiring_platform.api.pagination import page_and_filters, page_body
from hiring_platform.api.schema import operation, page_of
from interviews.lists import interviews_for_staff
from interviews.rows import StaffInterviewRowSerializer, StaffQuery


class StaffInterviewsView(APIView):
    """Interviews, newest first. Filters: `status`, `company_id`, `vacancy_id`, `user_id`."""

    permission_classes = [IsStaff]

    @operation(
        "List interviews of all companies",
        query=[StaffQuery],
        answers={200: page_of("interviews", StaffInterviewRowSerializer)},
        errors=[400, 403],
    )
    def get(self, request: Request) -> Response:
        page, filters = page_and_filters(request, StaffQuery)
        found = interviews_for_staff(filters=filters, page=page)
        return Response(page_body(found, "interviews", StaffInterviewRowSerializer))
