from django.urls import path

from vacancies import staff_views, views

urlpatterns = [
    path("vacancies/create", views.VacancyCreationView.as_view(), name="vacancy-create"),
    path("vacancies", views.VacancyListView.as_view(), name="vacancies"),
    path("vacancies/<id:vacancy_id>", views.VacancyView.as_view(), name="vacancy"),
    path("vacancies/<id:vacancy_id>/questions", views.QuestionBankView.as_view(), name="vacancy-questions"),
    path("staff/vacancies", staff_views.StaffVacancyListView.as_view(), name="staff-vacancies"),
]
