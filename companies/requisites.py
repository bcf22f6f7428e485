"""What a company is registered under; INN and OGRN are held against their own check digits.

INN: "Порядок и условия присвоения, применения, а также изменения ИНН", order of the FNS of Russia of 29.06.2012
№ ММВ-7-6/435@. OGRN and OGRNIP: "Порядок ведения ЕГРЮЛ и ЕГРИП", order of the Ministry of Finance of 30.10.2017
№ 165н. A right check digit catches slips of the pen; whether the company exists only the registers know.
"""

from typing import Any, TypedDict, Unpack

from django.utils.translation import gettext_lazy as _

from companies.names import name_key
from hiring_platform.errors import Invalid

# For the last check digit of a twelve-digit INN. An earlier or a shorter one takes as many from the right as it needs.
_INN_WEIGHTS = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_CHECK_DIGITS = {10: 1, 12: 2}
_OGRN_DIVISORS = {13: 11, 15: 13}


class Requisites(TypedDict, total=False):
    """As they are sent."""

    company_name: str
    inn: str
    ogrn: str
    legal_address: str


def as_stored(**requisites: Unpack[Requisites]) -> dict[str, Any]:
    """The given requisites as a Company holds them: checked, and the name also as it is compared.

    Raises Invalid (`invalid_inn`, `invalid_ogrn`, `invalid_company_name`).
    """
    values: dict[str, Any] = dict(requisites)
    if "inn" in requisites:
        values["inn"] = checked_inn(requisites["inn"])
    if "ogrn" in requisites:
        values["ogrn"] = checked_ogrn(requisites["ogrn"])
    if "company_name" in requisites:
        values["name_key"] = _checked_name_key(requisites["company_name"])
    return values


def _checked_name_key(company_name: str) -> str:
    key = name_key(company_name)
    if not key:
        raise Invalid(_("There is nothing to be seen in this name."), code="invalid_company_name", field="company_name")
    return key


def checked_inn(text: str) -> str:
    """The digits of an INN: 10 of an organisation, 12 of an entrepreneur. Raises Invalid (`invalid_inn`)."""
    digits = _without_spaces(text)
    if not _is_inn(digits):
        raise Invalid(
            _("This is not an INN: it has 10 or 12 digits, the last of which check the others. Look for a slip."),
            code="invalid_inn",
            field="inn",
        )
    return digits


def checked_ogrn(text: str) -> str:
    """The digits of an OGRN (13) or OGRNIP (15). Raises Invalid (`invalid_ogrn`)."""
    digits = _without_spaces(text)
    if not _is_ogrn(digits):
        raise Invalid(
            _("This is not an OGRN: it has 13 or 15 digits, the last of which checks the others. Look for a slip."),
            code="invalid_ogrn",
            field="ogrn",
        )
    return digits


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def _is_inn(digits: str) -> bool:
    if not _is_number(digits) or len(digits) not in _INN_CHECK_DIGITS:
        return False
    checks = range(len(digits) - _INN_CHECK_DIGITS[len(digits)], len(digits))
    return all(int(digits[position]) == _inn_check_digit(digits[:position]) for position in checks)


def _inn_check_digit(before: str) -> int:
    weights = _INN_WEIGHTS[-len(before) :]
    return sum(int(digit) * weight for digit, weight in zip(before, weights, strict=True)) % 11 % 10


def _is_ogrn(digits: str) -> bool:
    divisor = _OGRN_DIVISORS.get(len(digits))
    return divisor is not None and _is_number(digits) and int(digits[-1]) == int(digits[:-1]) % divisor % 10


def _is_number(digits: str) -> bool:
    """Nothing but the ten digits; zeros alone would satisfy every checksum and belong to nobody."""
    return digits.isascii() and digits.isdecimal() and int(digits) > 0
