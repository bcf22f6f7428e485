"""What staff see of vacancies."""

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.permissions import IsStaff
from hiring_platform.api.pagination import page_and_filters, page_body
from hiring_platform.api.schema import operation, page_of
from vacancies import serializers as shapes
from vacancies.selectors import vacancies_for_staff


class StaffVacancyListView(APIView):
    permission_classes = [IsStaff]

    @operation(
        "All companies' vacancies, newest first; the deleted ones with `deleted=true`",
        query=[shapes.StaffVacancyQuery],
        answers={200: page_of("vacancies", shapes.StaffVacancySerializer)},
        errors=[400, 403],
    )
    def get(self, request: Request) -> Response:
        page, filters = page_and_filters(request, shapes.StaffVacancyQuery)
        found = vacancies_for_staff(deleted=filters.pop("deleted"), page=page, **filters)
        return Response(page_body(found, "vacancies", shapes.StaffVacancySerializer))
