"""What the company reads and decides; an interview's questions and answers are for its candidate too."""

from bson import ObjectId
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import PolymorphicProxySerializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import caller
from accounts.downloads import RESUME_FILE, resume_response
from accounts.permissions import IsCandidate, IsCompany
from hiring_platform.api.input import validated_body, validated_query
from hiring_platform.api.pagination import LongPageQuery, page_and_filters, page_body, page_request
from hiring_platform.api.schema import operation, page_of
from interviews import examples
from interviews.documents import Interview
from interviews.lists import candidates_of, interviews_of
from interviews.qna import JudgedQnaSerializer, QnaSerializer, qna_as_seen_by
from interviews.rows import CandidateRowSerializer, CandidatesQuery, InterviewRowSerializer
from interviews.selectors import interview_visible_to
from interviews.serializers import ApplicantQuery, DecidedSerializer, DecisionSerializer, NamedDecisionSerializer
from interviews.services.deciding import change_status, next_decisions
from interviews.services.reading import read_applicants_resume
from vacancies.selectors import vacancy_owned_by

_DECISION = (
    "Both calls write the status history, together with the status. The same status again changes nothing. "
    "`active` ends an open review of an active interview, and lets in a rejected candidate who has appealed."
)


class QnaView(APIView):
    permission_classes = [IsCandidate | IsCompany]

    @operation(
        "Read an interview's questions and answers",
        answers={
            200: PolymorphicProxySerializer(
                "QnaAsSeen", [QnaSerializer, JudgedQnaSerializer], resource_type_field_name=None
            )
        },
        errors=[403, 404],
        description="Evaluations, the report, the recommendation and the history are in the company's answer only.",
    )
    def get(self, request: Request, interview_id: ObjectId) -> Response:
        account = caller(request)
        interview = interview_visible_to(account=account, interview_id=interview_id)
        return Response(qna_as_seen_by(account.role, interview))


class StatusView(APIView):
    permission_classes = [IsCompany]

    @operation(
        "Move an interview to another status",
        takes=DecisionSerializer,
        answers={200: DecidedSerializer},
        errors=[400, 403, 404, 409],
        examples=examples.DECISION,
        description=_DECISION,
    )
    def put(self, request: Request, interview_id: ObjectId) -> Response:
        values = validated_body(DecisionSerializer, request)
        return _decided(change_status(actor=caller(request), interview_id=interview_id, **values))


class ChangeStatusView(APIView):
    permission_classes = [IsCompany]

    @operation(
        "Move an interview, named in the body, to another status",
        takes=NamedDecisionSerializer,
        answers={200: DecidedSerializer},
        errors=[400, 403, 404, 409],
        examples=examples.NAMED_DECISION,
        description=_DECISION,
    )
    def put(self, request: Request) -> Response:
        return _decided(change_status(actor=caller(request), **validated_body(NamedDecisionSerializer, request)))


def _decided(interview: Interview) -> Response:
    body = {
        "message": _("The status of the interview is kept."),
        "status": interview.status,
        "actions": next_decisions(interview),
    }
    return Response(DecidedSerializer(body).data)


class CandidatesView(APIView):
    permission_classes = [IsCompany]

    @operation(
        "List a vacancy's candidates with what the AI made of them",
        query=[CandidatesQuery],
        answers={
            200: page_of("candidates", CandidateRowSerializer, ("vacancy_title", serializers.CharField())),
        },
        errors=[400, 403, 404],
        description="Who appealed stands first, then the newest; with `sort=best` those whose resumes fit best.",
    )
    def get(self, request: Request, vacancy_id: ObjectId) -> Response:
        page, asked = page_and_filters(request, CandidatesQuery)
        vacancy = vacancy_owned_by(account=caller(request), vacancy_id=vacancy_id)
        found = candidates_of(vacancy=vacancy, order=asked["sort"], page=page)
        return Response(page_body(found, "candidates", CandidateRowSerializer, vacancy_title=vacancy.title))


class VacancyInterviewsView(APIView):
    permission_classes = [IsCompany]

    @operation(
        "List a vacancy's interviews in short",
        query=[LongPageQuery],
        answers={200: page_of("interviews", InterviewRowSerializer)},
        errors=[400, 403, 404],
        description="Newest first.",
    )
    def get(self, request: Request, vacancy_id: ObjectId) -> Response:
        page = page_request(request, LongPageQuery)
        vacancy = vacancy_owned_by(account=caller(request), vacancy_id=vacancy_id)
        return Response(page_body(interviews_of(vacancy=vacancy, page=page), "interviews", InterviewRowSerializer))


class ApplicantResumeView(APIView):
    permission_classes = [IsCompany]

    @operation(
        "Download the resume of somebody who applied to the caller's company",
        query=[ApplicantQuery],
        answers=RESUME_FILE,
        errors=[400, 403, 404, 416],
    )
    def get(self, request: Request) -> HttpResponseBase:
        candidate_id = validated_query(ApplicantQuery, request)["user_id"]
        resume = read_applicants_resume(reader=caller(request), candidate_id=candidate_id)
        return resume_response(request, resume)
