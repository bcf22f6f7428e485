"""Field types that vacancies need beyond the shared ones."""

from enum import StrEnum
from math import isfinite
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from hiring_platform.api.input import TextField

MOST_YEARS = 60


class OneOfField(serializers.ChoiceField):
    """A word of an enum; a wrong one is answered with the allowed ones."""

    default_error_messages = {"invalid_choice": _("Allowed values: {allowed}.")}

    def __init__(self, words: type[StrEnum], **options: Any) -> None:
        super().__init__([word.value for word in words], **options)
        self.words = words

    def to_internal_value(self, data: Any) -> StrEnum:
        if not isinstance(data, str) or data not in self.choices:
            self.fail("invalid_choice", allowed=", ".join(self.choices))
        return self.words(data)


class SkillField(TextField):
    """A skill has a letter or a digit in it: no resume could ever show a dash."""

    default_error_messages = {"no_skill": _("A skill needs at least one letter or digit.")}

    def to_internal_value(self, data: Any) -> str:
        skill = super().to_internal_value(data)
        if not any(map(str.isalnum, skill)):
            self.fail("no_skill")
        return skill


class BoundedNumberField(serializers.FloatField):
    """A finite number within bounds: DRF's own takes `true` for 1 and lets NaN through every bound."""

    def to_internal_value(self, data: Any) -> float:
        if isinstance(data, bool):
            self.fail("invalid")
        number = super().to_internal_value(data)
        if not isfinite(number):
            self.fail("invalid")
        return number


class YearsField(BoundedNumberField):
    """Experience in years."""

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=MOST_YEARS, **options)


class ShareField(BoundedNumberField):
    """A weight, from 0 to 1; only the proportions count."""

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=1, **options)
