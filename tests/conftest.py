"""What every test stands on: a real database, empty before each test, and clients that call over the API."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from mongoengine.connection import get_connection, get_db
from rest_framework.test import APIClient

from accounts.documents import Account
from accounts.tokens import open_session
from hiring_platform import mongo
from hiring_platform.indexes import ensure_indexes
from tests.factories import make_candidate, make_colleague, make_company

ClientFor = Callable[..., APIClient]

# Hashing is dear on purpose, and thousands of tests pay for it; the algorithm stays, its price goes. The tests that
# start whole processes pay the full one.
Argon2PasswordHasher.time_cost = 1
Argon2PasswordHasher.memory_cost = 64
Argon2PasswordHasher.parallelism = 1


@pytest.fixture(scope="session", autouse=True)
def _database() -> Iterator[None]:
    ensure_indexes()
    yield
    get_connection().drop_database(mongo.database_name())


@pytest.fixture(autouse=True)
def _empty_database(_database: None) -> None:
    for name in get_db().list_collection_names():
        get_db()[name].delete_many({})
    cache.clear()


@pytest.fixture
def anonymous() -> APIClient:
    return APIClient(headers={"accept-language": "en"})


@pytest.fixture
def client_for() -> ClientFor:
    """A client signed in as an account; speaks English unless told otherwise."""

    def make(account: Account, language: str = "en", **headers: Any) -> APIClient:
        token = open_session(account=account).token
        return APIClient(headers={"authorization": f"Bearer {token}", "accept-language": language, **headers})

    return make


@pytest.fixture
def owner() -> Account:
    """The cast of an access test: whose it is, `colleague` of the same company, `stranger` of another, `candidate`."""
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
