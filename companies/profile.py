"""A company's profile, between the document and the wire, where three of its values are the company's own fields."""

from collections.abc import Iterator
from typing import Any

from mongoengine import EmbeddedDocument

from companies.documents import Company
from companies.requisites import Requisites

_GROUPS = ("basic_info", "detailed_description", "contact_info", "social_links", "additional_info")


def profile_of(company: Company) -> dict[str, Any]:
    """What a company says of itself, in the wire's groups."""
    groups = {name: _values(company.profile[name]) for name in _GROUPS}
    groups["basic_info"]["company_name"] = company.company_name
    groups["contact_info"] |= {"email": company.email, "address": company.legal_address}
    return groups | {"benefits": list(company.profile.benefits)}


def _values(group: EmbeddedDocument) -> dict[str, Any]:
    return {name: group[name] for name in group._fields}


def taken_apart(profile: dict[str, Any]) -> tuple[Requisites, dict[str, Any]]:
    """The company's new name, if `profile` has one, and the rest as the update of one document: a path for each
    value, so that what was not sent stays."""
    paths = dict(_paths(profile, "profile"))
    name = paths.pop("profile__basic_info__company_name", None)
    return ({"company_name": name} if name else {}), paths


def _paths(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _paths(inner, f"{path}__{name}")
    else:
        yield path, value
