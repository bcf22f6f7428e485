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
    JSON. The cookie alone opens nothing: whether it is good, authentication decides.

    What nobody can write is answered as JSON, or as the file that it is, rather than refused (RFC 9110, 12.4.1).
    """

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        offered = list(renderers)
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            offered = [one for one in offered if not isinstance(one, BrowsableAPIRenderer)]
        try:
            chosen: Any = super().select_renderer(request, offered, format_suffix)
        except NotAcceptable:
            return offered[0], offered[0].media_type or ""
        return chosen[0], chosen[1]
