"""Every address. The API answers at the root and under `/api`, because a proxy may or may not strip the prefix."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView

from hiring_platform.api import converters  # noqa: F401  (registers <id:...>)
from hiring_platform.api.views import LiveView, ReadyView

api: list[URLPattern | URLResolver] = [
    path("", include("privacy.urls")),  # before accounts: its /profile can be erased too
    path("", include("accounts.urls")),
    path("", include("companies.urls")),
    path("", include("vacancies.urls")),
    path("", include("interviews.urls")),
    path("health/live", LiveView.as_view(), name="live"),
    path("health/ready", ReadyView.as_view(), name="ready"),
    path("schema", SpectacularAPIView.as_view(), name="schema"),
    path("docs", SpectacularSwaggerView.as_view(url_name="schema"), name="docs"),
    path("", RedirectView.as_view(pattern_name="docs")),  # whoever opens the bare address in a browser
]

urlpatterns: list[URLPattern | URLResolver] = [*api, path("api/", include((api, "api")))]

handler400 = "hiring_platform.api.django_errors.bad_request"
handler403 = "hiring_platform.api.django_errors.permission_denied"
handler404 = "hiring_platform.api.django_errors.not_found"
handler500 = "hiring_platform.api.django_errors.server_error"
