"""What staff do with accounts."""

from bson import ObjectId
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts import serializers as shapes
from accounts.authentication import caller
from accounts.permissions import IsStaff
from accounts.selectors import list_accounts
from accounts.services import activate, deactivate
from hiring_platform.api.input import validated_body, validated_query
from hiring_platform.api.pagination import page_body
from hiring_platform.api.schema import MessageSerializer, operation, page_of
from hiring_platform.paging import PageRequest


class AccountListView(APIView):
    permission_classes = [IsStaff]

    @operation(
        "All accounts, newest first",
        query=[shapes.AccountQuery],
        answers={200: page_of("accounts", shapes.AccountRowSerializer)},
        errors=[400, 403],
    )
    def get(self, request: Request) -> Response:
        values = validated_query(shapes.AccountQuery, request)
        asked = PageRequest(page=values.pop("page"), per_page=values.pop("per_page"))
        return Response(page_body(list_accounts(request=asked, **values), "accounts", shapes.AccountRowSerializer))


class AccountDeactivationView(APIView):
    permission_classes = [IsStaff]

    @operation(
        "Deactivate an account: its sessions end and nobody signs in to it",
        takes=shapes.DeactivationSerializer,
        answers={200: MessageSerializer},
        errors=[400, 403, 404, 409],
    )
    def post(self, request: Request, account_id: ObjectId) -> Response:
        values = validated_body(shapes.DeactivationSerializer, request)
        deactivate(actor=caller(request), account_id=account_id, **values)
        return Response({"message": str(_("The account has been deactivated."))})


class AccountActivationView(APIView):
    permission_classes = [IsStaff]

    @operation("Open a deactivated account again", answers={200: MessageSerializer}, errors=[403, 404, 409])
    def post(self, request: Request, account_id: ObjectId) -> Response:
        activate(actor=caller(request), account_id=account_id)
        return Response({"message": str(_("The account is active again."))})
