"""The wire's shapes of companies, in and out; the profile's stand in `profile_serializers`."""

from typing import Any

from rest_framework import serializers

from accounts.choices import Role
from accounts.serializers import EmailField, PasswordField, RegisteredSerializer
from hiring_platform.api.input import IdField, TextField
from hiring_platform.api.pagination import PageQuery

LONGEST_COMPANY_NAME = 200
LONGEST_LEGAL_ADDRESS = 500
# Room for the spaces that people put between the digits.
LONGEST_NUMBER = 40


class RequisitesSerializer(serializers.Serializer[Any]):
    """Any of a company's requisites."""

    company_name = TextField(max_length=LONGEST_COMPANY_NAME, required=False)
    inn = TextField(max_length=LONGEST_NUMBER, required=False, help_text="10 or 12 digits.")
    ogrn = TextField(max_length=LONGEST_NUMBER, required=False, help_text="13 or 15 digits.")
    legal_address = TextField(max_length=LONGEST_LEGAL_ADDRESS, required=False)


class CompanyRegistrationSerializer(serializers.Serializer[Any]):
    company_name = TextField(max_length=LONGEST_COMPANY_NAME)
    inn = TextField(max_length=LONGEST_NUMBER, help_text="10 or 12 digits.")
    ogrn = TextField(max_length=LONGEST_NUMBER, help_text="13 or 15 digits.")
    legal_address = TextField(max_length=LONGEST_LEGAL_ADDRESS)
    email = EmailField()
    password = PasswordField()


class CompanyRegisteredSerializer(RegisteredSerializer):
    company_id = IdField()


class CompanySerializer(serializers.Serializer[Any]):
    """A company as everybody may see it."""

    _id = IdField()
    company_name = serializers.CharField()
    email = serializers.CharField()
    inn = serializers.CharField()
    ogrn = serializers.CharField()
    legal_address = serializers.CharField()
    role = serializers.CharField(default=Role.COMPANY.value)
    avatar_url = serializers.URLField(allow_null=True)


class CompanyUpdatedSerializer(CompanySerializer):
    message = serializers.CharField()


class StaffCompanySerializer(CompanySerializer):
    registered_by = IdField(help_text="The account that registered it.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class StaffCompanyQuery(PageQuery):
    inn = TextField(max_length=LONGEST_NUMBER, allow_blank=True, required=False)
    company_name = TextField(
        max_length=LONGEST_COMPANY_NAME,
        allow_blank=True,
        required=False,
        help_text="The whole name, in any letter case.",
    )


class AvatarUploadSerializer(serializers.Serializer[Any]):
    # An empty file is refused with a better sentence where its content is read.
    avatar = serializers.FileField(allow_empty_file=True, help_text="PNG, JPEG or WebP.")


class AvatarReplacedSerializer(serializers.Serializer[Any]):
    message = serializers.CharField()
    avatar_url = serializers.URLField()
