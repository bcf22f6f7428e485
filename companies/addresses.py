"""Where a company's avatar can be fetched by anybody."""

from django.conf import settings
from django.urls import reverse
from rest_framework.request import Request

from hiring_platform.paging import Row


def with_avatar_url(company: Row, request: Request) -> Row:
    """A company's row with `avatar_url`, absolute, or null where there is no avatar."""
    avatar = company.get("avatar")
    return company | {"avatar_url": _avatar_url(company, request) if avatar else None}


def _avatar_url(company: Row, request: Request) -> str:
    """Under `PUBLIC_URL` where it is set; else where the caller reached us, with or without `/api`."""
    place = {"company_id": company["_id"], "sha256": company["avatar"]["sha256"]}
    if settings.PUBLIC_URL:
        return f"{settings.PUBLIC_URL}{reverse('company-avatar', kwargs=place)}"
    reached = request.resolver_match.namespaces if request.resolver_match else []
    return request.build_absolute_uri(reverse(":".join([*reached, "company-avatar"]), kwargs=place))
