from django.urls import path

from accounts import profile_views, staff_pages, staff_views, views

urlpatterns = [
    path("login", views.LoginView.as_view(), name="login"),
    path("token/refresh", views.TokenRefreshView.as_view(), name="token-refresh"),
    path("logout", views.LogoutView.as_view(), name="logout"),
    path("password/change", views.PasswordChangeView.as_view(), name="password-change"),
    path("register", profile_views.RegistrationView.as_view(), name="register"),
    path("profile", profile_views.ProfileView.as_view(), name="profile"),
    path("user/updateprofile", profile_views.ProfileUpdateView.as_view(), name="profile-update"),
    path("update-resume", profile_views.ResumeUpdateView.as_view(), name="resume-update"),
    path("download-resume", profile_views.ResumeDownloadView.as_view(), name="resume-download"),
    path("staff", staff_pages.StaffHomeView.as_view(), name="staff"),
    path("staff/login", staff_pages.StaffLoginView.as_view(), name="staff-login"),
    path("staff/logout", staff_pages.StaffLogoutView.as_view(), name="staff-logout"),
    path("staff/accounts", staff_views.AccountListView.as_view(), name="staff-accounts"),
    path(
        "staff/accounts/<id:account_id>/deactivate",
        staff_views.AccountDeactivationView.as_view(),
        name="staff-account-deactivate",
    ),
    path(
        "staff/accounts/<id:account_id>/activate",
        staff_views.AccountActivationView.as_view(),
        name="staff-account-activate",
    ),
]
