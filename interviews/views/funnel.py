"""A vacancy's numbers."""

from bson import ObjectId
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import caller
from accounts.permissions import IsCompany
from hiring_platform.api.schema import operation
from interviews.funnel import funnel_of
from interviews.funnel_serializers import FunnelSerializer
from vacancies.selectors import vacancy_owned_by


class FunnelView(APIView):
    permission_classes = [IsCompany]

    @operation(
        "See how far a vacancy's candidates get",
        answers={200: FunnelSerializer},
        errors=[403, 404],
        description=(
            "Counts by stage and by status, the share passing each stage, and the distribution of scores. A count that "
            "would stand for one to four people, or let one work out such a count, is null; with fewer than five "
            "candidates all are."
        ),
    )
    def get(self, request: Request, vacancy_id: ObjectId) -> Response:
        vacancy = vacancy_owned_by(account=caller(request), vacancy_id=vacancy_id)
        body = {"vacancy": vacancy, "funnel": funnel_of(vacancy_id=vacancy.id)}
        return Response(FunnelSerializer(body).data)
