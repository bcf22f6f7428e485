"""The wire's shapes."""

from typing import Any

from rest_framework import serializers

from accounts.choices import Role
from accounts.serializers import PasswordField
from hiring_platform.api.input import IdField


class ErasureRequestSerializer(serializers.Serializer[Any]):
    password = PasswordField()


class ReceiptSerializer(serializers.Serializer[Any]):
    """`completed_at` is null while the file store is away: the rest is gone then, and the file follows."""

    receipt_id = IdField(source="id")
    requested_at = serializers.DateTimeField()
    completed_at = serializers.DateTimeField(allow_null=True)
    interviews = serializers.IntegerField()
    answers = serializers.IntegerField()
    files = serializers.IntegerField()


class ErasureSerializer(ReceiptSerializer):
    message = serializers.CharField()


class AccessSerializer(serializers.Serializer[Any]):
    _id = IdField()
    company_id = IdField(default=None, allow_null=True)
    company_name = serializers.SerializerMethodField()
    reader_role = serializers.ChoiceField([role.value for role in Role])
    read_at = serializers.DateTimeField()

    def get_company_name(self, row: dict[str, Any]) -> str | None:
        return next((company["company_name"] for company in row["company"]), None)
