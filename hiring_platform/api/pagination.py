"""Lists on the wire: `?page=&per_page=` in, `{total, page, per_page, total_pages, <name>: [...]}` out."""

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request

from hiring_platform.api.input import validated_query
from hiring_platform.paging import Page, PageRequest

# Existing clients ask for 100. Skipping costs the server what it skips, so there is a last page too.
LARGEST_PAGE = 100
LAST_PAGE = 100_000


class PageQuery(serializers.Serializer[Any]):
    """`default_size` is how many rows a client gets that does not say; `largest_size` caps what it may ask for."""

    default_size = 10
    largest_size = LARGEST_PAGE

    page = serializers.IntegerField(min_value=1, max_value=LAST_PAGE, default=1)
    per_page = serializers.IntegerField(min_value=1, required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        per_page = min(attrs.get("per_page", self.default_size), self.largest_size)
        return attrs | {"per_page": per_page}


class LongPageQuery(PageQuery):
    """For candidates and interviews."""

    default_size = 20


def page_request(request: Request, query: type[PageQuery] = PageQuery) -> PageRequest:
    return page_and_filters(request, query)[0]


def page_and_filters(request: Request, query: type[PageQuery]) -> tuple[PageRequest, dict[str, Any]]:
    """The page that is asked for, and what else the query says."""
    values = validated_query(query, request)
    return PageRequest(page=values.pop("page"), per_page=values.pop("per_page")), values


def page_body(page: Page, name: str, serializer: type[serializers.Serializer[Any]], **extra: Any) -> dict[str, Any]:
    """The wire's form of a page; `extra` are further members beside the rows."""
    return {
        "total": page.total,
        "page": page.request.page,
        "per_page": page.request.per_page,
        "total_pages": page.total_pages,
        **extra,
        name: serializer(page.rows, many=True).data,
    }
