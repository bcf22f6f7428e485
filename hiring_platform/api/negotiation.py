"""Who gets HTML."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer, BrowsableAPIRenderer
from rest_framework.request import Request


class PagesForStaff(DefaultContentNegotiation):
    """The browsable API is for those who have a staff session; any other browser is a client like the rest and gets
    JSON. The cookie alone opens nothing: whether it is good, authentication decides."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        offered = list(renderers)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            return self._chosen(request, offered, format_suffix)
        offered = [one for one in offered if not isinstance(one, BrowsableAPIRenderer)]
        try:
            return self._chosen(request, offered, format_suffix)
        except NotAcceptable:
            if "text/html" not in request.headers.get("Accept", ""):
                raise
            return offered[0], offered[0].media_type or ""

    def _chosen(self, request: Request, offered: list[BaseRenderer], suffix: str | None) -> tuple[BaseRenderer, str]:
        chosen: Any = super().select_renderer(request, offered, suffix)
        return chosen[0], chosen[1]
