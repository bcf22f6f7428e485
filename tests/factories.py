"""People, companies and vacancies to test with, created straight in the store."""

import itertools
from functools import cache
from typing import Any

from bson import ObjectId
from django.contrib.auth.hashers import make_password

from accounts.choices import Role
from accounts.documents import Account, Resume
from companies.documents import Company
from hiring_platform.documents import now
from interviews.choices import Status
from interviews.documents import Interview, StatusChange
from vacancies.documents import Vacancy
from vacancies.search import searchable

# An id that no document has; the same in every process, so that parametrised tests have the same names.
NOBODYS_ID = "65f1c0ffee65f1c0ffee0000"
PASSWORD = "correct horse battery staple"
RESUME_TEXT = (
    "Анна Петрова. Python-разработчик. Опыт работы 5 лет: Django, PostgreSQL, Docker. "
    "Высшее образование, МГУ, прикладная математика."
)
_numbers = itertools.count(1)


@cache
def password_hash() -> str:
    """Hashing is slow on purpose; one hash serves every account of a test run."""
    return make_password(PASSWORD)


def make_account(role: Role, **fields: Any) -> Account:
    values = {"email": f"{role.value}{next(_numbers)}@example.com", "password_hash": password_hash(), "role": role}
    return Account(**(values | fields)).save()


def make_candidate(*, resume_text: str | None = RESUME_TEXT, **fields: Any) -> Account:
    resume = make_resume(text=resume_text) if resume_text is not None else None
    return make_account(Role.USER, **({"name": "Анна", "surname": "Петрова", "resume": resume} | fields))


def make_resume(**fields: Any) -> Resume:
    values = {
        "key": f"resumes/{ObjectId()}/{next(_numbers)}.pdf",
        "name": "Резюме.pdf",
        "content_type": "application/pdf",
        "size": 10,
        "sha256": "0" * 64,
        "text": RESUME_TEXT,
        "extractor": "test 1",
        "quality": {},
    }
    return Resume(**(values | fields))


def make_staff(**fields: Any) -> Account:
    return make_account(Role.STAFF, **fields)


def make_company(**fields: Any) -> Account:
    """The recruiter of a new company; `fields` are the company's."""
    number = next(_numbers)
    account_id = ObjectId()
    name = fields.pop("company_name", f"Компания {number}")
    values = {
        "company_name": name,
        "name_key": name.casefold(),
        "inn": valid_inn(number),
        "ogrn": valid_ogrn(number),
        "legal_address": "Москва, ул. Ленина, 1",
        "email": f"company{number}@example.com",
        "registered_by": account_id,
    }
    company = Company(**(values | fields)).save()
    return make_account(Role.COMPANY, id=account_id, email=company.email, company_id=company.id)


def make_colleague(recruiter: Account) -> Account:
    """A second recruiter of the same company."""
    return make_account(Role.COMPANY, company_id=recruiter.company_id)


def make_vacancy(*, company: Account, **fields: Any) -> Vacancy:
    values: dict[str, Any] = {
        "company_id": company.company_id,
        "title": "Python-разработчик",
        "grade": "middle",
        "work_field": "IT",
        "required_skills": ["Python", "Django"],
        "optional_skills": ["Docker"],
        "min_experience": 2,
        "max_experience": 6,
        "description": "Разработка платформы подбора персонала",
    } | fields
    return Vacancy(**values, **searchable(**{name: values[name] for name in SEARCHED})).save()


SEARCHED = ("title", "description", "work_field", "required_skills", "optional_skills")


def make_interview(*, candidate: Account, vacancy: Vacancy, **fields: Any) -> Interview:
    status = Status(fields.pop("status", Status.ACTIVE))
    change = StatusChange(status=status, actor_id=candidate.id, actor_role=Role.USER, updated_at=now())
    values = {
        "user_id": candidate.id,
        "vacancy_id": vacancy.id,
        "company_id": vacancy.company_id,
        "status": status,
        "resume_score": 70,
        "resume_analysis": {"engine": "test"},
        "status_history": [change],
    }
    return Interview(**(values | fields)).save()


def valid_inn(number: int) -> str:
    """A ten-digit INN with the right check digit."""
    body = f"{770000000 + number:09d}"
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    return body + str(sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11 % 10)


def valid_ogrn(number: int) -> str:
    """A thirteen-digit OGRN with the right check digit."""
    body = f"{102770000000 + number:012d}"
    return body + str(int(body) % 11 % 10)
