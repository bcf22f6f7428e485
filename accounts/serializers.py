"""The wire's shapes, in and out."""

from typing import Any

from django.core.validators import EmailValidator
from rest_framework import serializers

from accounts.choices import Role
from accounts.emails import normalised_email
from accounts.passwords import LONGEST_PASSWORD
from hiring_platform.api.input import IdField, TextField
from hiring_platform.api.pagination import PageQuery

LONGEST_EMAIL = 254  # RFC 5321, section 4.5.3.1.3, less the angle brackets
LONGEST_NAME = 100
LONGEST_TELEGRAM_ID = 64
LONGEST_REASON = 500
LONGEST_TOKEN = 2000


class EmailField(TextField):
    """An e-mail address in the form in which it is compared."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST_EMAIL, **options)
        self.validators.append(EmailValidator())

    def to_internal_value(self, data: Any) -> str:
        return normalised_email(super().to_internal_value(data))


class PasswordField(TextField):
    def __init__(self, **options: Any) -> None:
        style = {"input_type": "password"}
        super().__init__(max_length=LONGEST_PASSWORD, trim_whitespace=False, style=style, **options)


class LoginSerializer(serializers.Serializer[Any]):
    """Any text may be tried as an e-mail: what is no address belongs to nobody."""

    email = TextField(max_length=LONGEST_EMAIL)
    password = PasswordField()

    def validate_email(self, value: str) -> str:
        return normalised_email(value)


class TokenPairSerializer(serializers.Serializer[Any]):
    token = serializers.CharField(help_text="For `Authorization: Bearer`.")
    refresh = serializers.CharField(help_text="Buys the next pair at `/token/refresh`, once.")
    expires_in = serializers.IntegerField(help_text="Seconds that `token` lives.")


class SignedInSerializer(TokenPairSerializer):
    role = serializers.ChoiceField([role.value for role in Role])
    account_id = IdField()


class RegisteredSerializer(SignedInSerializer):
    message = serializers.CharField()


class RefreshSerializer(serializers.Serializer[Any]):
    refresh = TextField(max_length=LONGEST_TOKEN)


class LogoutSerializer(serializers.Serializer[Any]):
    refresh = TextField(
        max_length=LONGEST_TOKEN, required=False, help_text="Without it, the session of the access token ends."
    )


class PasswordChangeSerializer(serializers.Serializer[Any]):
    current_password = PasswordField()
    new_password = PasswordField()


class PasswordChangedSerializer(TokenPairSerializer):
    message = serializers.CharField()


class ProfileChangesSerializer(serializers.Serializer[Any]):
    name = TextField(max_length=LONGEST_NAME, allow_blank=True, required=False)
    surname = TextField(max_length=LONGEST_NAME, allow_blank=True, required=False)
    telegram_id = TextField(max_length=LONGEST_TELEGRAM_ID, allow_blank=True, required=False)


class ResumeUploadSerializer(serializers.Serializer[Any]):
    # An empty file is refused with a better sentence where its content is read.
    resume = serializers.FileField(allow_empty_file=True, help_text="PDF, DOCX or DOC; ODT, RTF and TXT too.")


class RegistrationSerializer(ProfileChangesSerializer, ResumeUploadSerializer):
    email = EmailField()
    password = PasswordField()
    consent_version = TextField(
        max_length=64, required=False, help_text="Which text on personal data was agreed to; kept with the time."
    )


class ResumeReplacedSerializer(serializers.Serializer[Any]):
    message = serializers.CharField()
    resume_path = serializers.CharField(help_text="An opaque key of the store, not an address.")


class ProfileSerializer(serializers.Serializer[Any]):
    """An account as its holder sees it. A recruiter and staff have no resume: theirs is null."""

    _id = IdField(source="id")
    email = serializers.CharField()
    role = serializers.ChoiceField([role.value for role in Role])
    name = serializers.CharField()
    surname = serializers.CharField()
    telegram_id = serializers.CharField()
    resume_path = serializers.CharField(source="resume.key", default=None, allow_null=True)
    resume_name = serializers.CharField(source="resume.name", default=None, allow_null=True)
    company_id = IdField(allow_null=True)


class ProfileChangedSerializer(ProfileSerializer):
    message = serializers.CharField()


class AccountQuery(PageQuery):
    role = serializers.ChoiceField([role.value for role in Role], required=False)
    is_active = serializers.BooleanField(required=False, allow_null=True, default=None)
    email = TextField(max_length=LONGEST_EMAIL, required=False, help_text="The whole address, in any letter case.")


class AccountRowSerializer(serializers.Serializer[Any]):
    """An account as staff see it."""

    _id = IdField()
    email = serializers.CharField()
    role = serializers.ChoiceField([role.value for role in Role])
    name = serializers.CharField(default="")
    surname = serializers.CharField(default="")
    company_id = IdField(default=None, allow_null=True)
    is_active = serializers.BooleanField()
    deactivated_at = serializers.DateTimeField(default=None, allow_null=True)
    deactivated_by = IdField(default=None, allow_null=True)
    deactivation_reason = serializers.CharField(default=None, allow_null=True)
    created_at = serializers.DateTimeField()


class DeactivationSerializer(serializers.Serializer[Any]):
    reason = TextField(max_length=LONGEST_REASON)
