"""INN and OGRN against their check digits. The numbers are of real organisations, published by the state."""

import pytest

from companies.requisites import checked_inn, checked_ogrn
from hiring_platform.errors import Invalid


@pytest.mark.parametrize("inn", ["7707083893", "7702070139", "7736050003", "500100732259"])
def test_real_inns_pass(inn: str) -> None:
    assert checked_inn(inn) == inn


@pytest.mark.parametrize("ogrn", ["1027700132195", "1027739609391", "1027700070518", "304500116000157"])
def test_real_ogrns_pass(ogrn: str) -> None:
    assert checked_ogrn(ogrn) == ogrn


def test_spaces_are_stripped() -> None:
    assert checked_inn(" 77 0708 3893\u00a0") == "7707083893"
    assert checked_ogrn("1 02 77 00 13219 5") == "1027700132195"


@pytest.mark.parametrize("number", ["7707083893", "500100732259"])
def test_every_single_slip_in_an_inn_but_what_the_algorithm_lets_through_is_caught(number: str) -> None:
    """The remainder of 10 counts as 0, so the checksum misses some slips; it may miss one in ten, not more."""
    slips = [
        number[:place] + str(digit) + number[place + 1 :]
        for place in range(len(number))
        for digit in range(10)
        if str(digit) != number[place]
    ]

    missed = [slip for slip in slips if passes(slip)]

    assert len(missed) * 10 <= len(slips)


def passes(inn: str) -> bool:
    try:
        checked_inn(inn)
    except Invalid:
        return False
    return True


@pytest.mark.parametrize(
    "wrong",
    ["", "1", "770708389", "77070838930", "7707083894", "500100732258", "500100732249", "0000000000", "000000000000",
     "770708389X", "٧٧٠٧٠٨٣٨٩٣", "7707083893²", "-707083893"],
)  # fmt: skip
def test_wrong_inns_are_refused(wrong: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_inn(wrong)
    assert (refused.value.code, refused.value.errors[0]["field"]) == ("invalid_inn", "inn")


@pytest.mark.parametrize(
    "wrong",
    ["", "1", "102770013219", "10277001321955", "1027700132196", "304500116000158", "0000000000000", "102770013219X",
     "000000000000000", "١٠٢٧٧٠٠١٣٢١٩٥"],
)  # fmt: skip
def test_wrong_ogrns_are_refused(wrong: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_ogrn(wrong)
    assert (refused.value.code, refused.value.errors[0]["field"]) == ("invalid_ogrn", "ogrn")
