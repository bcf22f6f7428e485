"""Who gets HTML."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer, BrowsableAPIRenderer
from rest_framework.request import Request


class PagesForStaff(DefaultContentNegotiation):
    """The browsable API is for those who have a staff session; any other browser is a client like the rest and gets
    JSON. The cookie alone opens nothing: whether it is good, authentication decides."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            renderers = [one for one in renderers if not isinstance(one, BrowsableAPIRenderer)]
        chosen: Any = super().select_renderer(request, list(renderers), format_suffix)
        return chosen[0], chosen[1]
