"""A company registers: an organisation and the account of its first recruiter."""

from typing import Unpack

import structlog
from bson import ObjectId

from accounts.choices import Role
from accounts.documents import Account
from accounts.emails import normalised_email
from accounts.passwords import check_new_password
from accounts.services import check_email_is_free, create_account
from companies.claims import claiming
from companies.documents import Company
from companies.requisites import Requisites, as_stored
from hiring_platform.errors import Conflict

log = structlog.get_logger(__name__)


def register_company(*, email: str, password: str, **requisites: Unpack[Requisites]) -> Account:
    """Create a company with all its requisites, and the account of its recruiter, who is returned.

    The company is written first, so that the unique indexes judge its name and INN before anybody can sign in. When the
    process dies in between, a company stands that nobody belongs to: see `claiming` for how it goes.

    Raises Invalid (`weak_password`, `invalid_inn`, `invalid_ogrn`) and Conflict (`email_taken`, `company_name_taken`,
    `inn_taken`); then nothing is left behind.
    """
    values = as_stored(**requisites)
    check_new_password(password)
    check_email_is_free(email=email)
    company = Company(id=ObjectId(), email=normalised_email(email), registered_by=ObjectId(), **values)
    claiming(lambda: company.save(force_insert=True), company_id=company.id, name_key=company.name_key, inn=company.inn)
    return _with_recruiter(company, password)


def _with_recruiter(company: Company, password: str) -> Account:
    try:
        account = create_account(
            email=company.email,
            password=password,
            role=Role.COMPANY,
            account_id=company.registered_by,
            company_id=company.id,
        )
    except Conflict:
        # Only a refusal says that there is no account. After a lost connection there may be one.
        Company.objects(id=company.id).delete()
        raise
    log.info("company_registered", company_id=str(company.id), account_id=str(account.id))
    return account
