"""A candidate's own applications, and what became of them."""

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import caller
from accounts.permissions import IsCandidate
from hiring_platform.api.pagination import page_body, page_request
from hiring_platform.api.schema import operation, page_of
from interviews.lists import applications_of, status_changes_of
from interviews.rows import ApplicationSerializer, HistoryPageQuery, StatusChangeRowSerializer


class ApplicationsView(APIView):
    permission_classes = [IsCandidate]

    @operation(
        "List the caller's interviews",
        query=[HistoryPageQuery],
        answers={200: page_of("interviews", ApplicationSerializer)},
        errors=[400, 403],
        description="Newest first, 500 to a page unless fewer are asked for.",
    )
    def get(self, request: Request) -> Response:
        found = applications_of(candidate=caller(request), page=page_request(request, HistoryPageQuery))
        return Response(page_body(found, "interviews", ApplicationSerializer))


class StatusChangesView(APIView):
    permission_classes = [IsCandidate]

    @operation(
        "List every change of status in the caller's interviews",
        query=[HistoryPageQuery],
        answers={200: page_of("status_changes", StatusChangeRowSerializer)},
        errors=[400, 403],
        description="Oldest first, 500 to a page unless fewer are asked for.",
    )
    def get(self, request: Request) -> Response:
        found = status_changes_of(candidate=caller(request), page=page_request(request, HistoryPageQuery))
        return Response(page_body(found, "status_changes", StatusChangeRowSerializer))
