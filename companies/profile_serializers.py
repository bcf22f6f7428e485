"""The wire's shape of a company's profile, the same in and out. What is not sent stays as it is."""

from datetime import date
from typing import Any

from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from companies.serializers import LONGEST_COMPANY_NAME
from hiring_platform.api.input import TextField

LONGEST_URL = 500
LONGEST_LINE = 200
LONGEST_TEXT = 10_000
MOST_LINES = 50
FIRST_YEAR = 1000


class WebAddressField(TextField):
    """A whole http or https address, or nothing: people click on it, so no other scheme may stand in it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST_URL, **options)
        sentence = _("Give a whole address that begins with https:// or http://.")
        self.validators.append(URLValidator(schemes=["http", "https"], message=sentence))


@extend_schema_field({"type": ["string", "number"], "maxLength": LONGEST_LINE})
class NumberOrRangeField(serializers.CharField):
    """«50» and «50–100» both: DRF's own text field takes a number for its digits."""


def line() -> TextField:
    return TextField(max_length=LONGEST_LINE, allow_blank=True, required=False)


def number_or_range() -> NumberOrRangeField:
    return NumberOrRangeField(max_length=LONGEST_LINE, allow_blank=True, required=False)


def text() -> TextField:
    return TextField(max_length=LONGEST_TEXT, allow_blank=True, required=False)


def lines() -> serializers.ListField:
    return serializers.ListField(child=TextField(max_length=LONGEST_LINE), max_length=MOST_LINES, required=False)


def web_address() -> WebAddressField:
    return WebAddressField(allow_blank=True, required=False)


class BasicInfoSerializer(serializers.Serializer[Any]):
    company_name = TextField(max_length=LONGEST_COMPANY_NAME, required=False, help_text="Renames the company.")
    website = web_address()
    industry = line()
    is_it_accredited = serializers.BooleanField(required=False)
    logo_url = web_address()


class DetailedDescriptionSerializer(serializers.Serializer[Any]):
    about_company = text()
    about_team = text()
    team_size = number_or_range()
    corporate_culture = text()
    work_conditions = text()


class ContactInfoSerializer(serializers.Serializer[Any]):
    email = serializers.CharField(read_only=True)
    address = serializers.CharField(read_only=True, help_text="The legal address.")
    phone = line()
    city = line()
    country = line()


class SocialLinksSerializer(serializers.Serializer[Any]):
    linkedin = web_address()
    telegram = web_address()
    vk = web_address()
    facebook = web_address()


class AdditionalInfoSerializer(serializers.Serializer[Any]):
    founded_year = serializers.IntegerField(min_value=FIRST_YEAR, allow_null=True, required=False)
    employee_count = number_or_range()
    specializations = lines()
    office_photos = serializers.ListField(child=WebAddressField(), max_length=MOST_LINES, required=False)
    company_values = lines()

    def validate_founded_year(self, value: int | None) -> int | None:
        if value is not None and value > date.today().year:  # noqa: DTZ011  (a year, anywhere)
            raise serializers.ValidationError(_("This year is yet to come."), code="future_year")
        return value


class CompanyProfileSerializer(serializers.Serializer[Any]):
    basic_info = BasicInfoSerializer(required=False)
    detailed_description = DetailedDescriptionSerializer(required=False)
    contact_info = ContactInfoSerializer(required=False)
    benefits = lines()
    social_links = SocialLinksSerializer(required=False)
    additional_info = AdditionalInfoSerializer(required=False)


class ProfileSavedSerializer(serializers.Serializer[Any]):
    message = serializers.CharField()
    profile = CompanyProfileSerializer()
