from django.urls import path, register_converter
from django.urls.converters import StringConverter

from companies import profile_views, staff_views, views


class DigestConverter(StringConverter):
    """A SHA-256 in hexadecimal."""

    regex = "[0-9a-f]{64}"


register_converter(DigestConverter, "sha256")

urlpatterns = [
    path("register/company", views.CompanyRegistrationView.as_view(), name="company-registration"),
    path("company", views.OwnCompanyView.as_view(), name="company"),
    path("company/updateprofile", views.CompanyUpdateView.as_view(), name="company-update"),
    path("company/avatar", views.AvatarUploadView.as_view(), name="company-avatar-upload"),
    path(
        "company-avatars/<id:company_id>/<sha256:sha256>",
        views.AvatarView.as_view(),
        name="company-avatar",
    ),
    path("companies", views.CompanyListView.as_view(), name="companies"),
    path("company-profile", profile_views.CompanyProfileView.as_view(), name="company-profile"),
    path(
        "company-profile/public/<id:company_id>",
        profile_views.PublicProfileView.as_view(),
        name="company-profile-public",
    ),
    path("staff/companies", staff_views.StaffCompanyListView.as_view(), name="staff-companies"),
]
