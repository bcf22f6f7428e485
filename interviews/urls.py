from django.urls import URLPattern, path

from interviews.staff_views import StaffInterviewsView
from interviews.views.applying import AnswerView, AppealView, CheckResumeView, ConvertResumeView, InterviewView
from interviews.views.deciding import (
    ApplicantResumeView,
    CandidatesView,
    ChangeStatusView,
    QnaView,
    StatusView,
    VacancyInterviewsView,
)
from interviews.views.funnel import FunnelView
from interviews.views.own import ApplicationsView, StatusChangesView

urlpatterns: list[URLPattern] = [
    path("check-resume", CheckResumeView.as_view(), name="check-resume"),
    path("convert-resume", ConvertResumeView.as_view(), name="convert-resume"),
    path("interviews/answer", AnswerView.as_view(), name="answer"),
    path("interviews/change-status", ChangeStatusView.as_view(), name="change-status"),
    path("interviews/<id:interview_id>", InterviewView.as_view(), name="interview"),
    path("interviews/<id:interview_id>/appeal", AppealView.as_view(), name="appeal"),
    path("interviews/<id:interview_id>/qna", QnaView.as_view(), name="qna"),
    path("interviews/<id:interview_id>/status", StatusView.as_view(), name="interview-status"),
    path("vacancies/<id:vacancy_id>/candidates", CandidatesView.as_view(), name="candidates"),
    path("vacancies/<id:vacancy_id>/interviews", VacancyInterviewsView.as_view(), name="vacancy-interviews"),
    path("vacancies/<id:vacancy_id>/funnel", FunnelView.as_view(), name="funnel"),
    path("user-interviews", ApplicationsView.as_view(), name="user-interviews"),
    path("user-interviews-status-changes", StatusChangesView.as_view(), name="status-changes"),
    path("download-candidate-resume", ApplicantResumeView.as_view(), name="download-candidate-resume"),
    path("staff/interviews", StaffInterviewsView.as_view(), name="staff-interviews"),
]
