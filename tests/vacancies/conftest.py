"""The cast: the vacancy's own company (two recruiters of it), another company, a candidate."""

import pytest

from accounts.documents import Account
from tests.factories import make_candidate, make_colleague, make_company


@pytest.fixture
def owner() -> Account:
    return make_company(company_name="Ромашка")


@pytest.fixture
def colleague(owner: Account) -> Account:
    return make_colleague(owner)


@pytest.fixture
def stranger() -> Account:
    return make_company(company_name="Лютик")


@pytest.fixture
def candidate() -> Account:
    return make_candidate()
