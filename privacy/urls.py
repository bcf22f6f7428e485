from django.urls import path

from privacy import views

urlpatterns = [
    path("profile", views.ErasableProfileView.as_view(), name="profile"),
    path("profile/export", views.ExportView.as_view(), name="profile-export"),
    path("profile/access-log", views.AccessLogView.as_view(), name="profile-access-log"),
]
