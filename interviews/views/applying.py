"""A candidate applies: the resume's check, the interview, and taking it back."""

from bson import ObjectId
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import caller
from accounts.permissions import IsCandidate
from hiring_platform.api.input import validated_body
from hiring_platform.api.schema import operation
from interviews import examples, sentences
from interviews.choices import Status
from interviews.serializers import (
    AnswerSerializer,
    AppealedSerializer,
    AppealTextSerializer,
    CheckedResumeSerializer,
    ReadyInterviewSerializer,
    RemovedSerializer,
    TurnSerializer,
    VacancyChoiceSerializer,
)
from interviews.services.answering import take_turn
from interviews.services.appealing import appeal
from interviews.services.applying import check_resume, ready_interview
from interviews.services.leaving import delete_interview


class CheckResumeView(APIView):
    permission_classes = [IsCandidate]

    @operation(
        "Score the caller's resume against a vacancy, once",
        takes=VacancyChoiceSerializer,
        answers={200: CheckedResumeSerializer},
        errors=[400, 403, 404, 422, 502],
        examples=examples.CHECK_RESUME,
        description=(
            "Creates the one interview of this candidate and vacancy. Asking again answers the stored result. "
            "A resume that cannot be read well enough has `resume_score: null` and is never turned down for it."
        ),
    )
    def post(self, request: Request) -> Response:
        values = validated_body(VacancyChoiceSerializer, request)
        interview = check_resume(actor=caller(request), language=get_language(), **values)
        return Response(CheckedResumeSerializer(interview).data)


class ConvertResumeView(APIView):
    permission_classes = [IsCandidate]

    @operation(
        "Ask whether the interview can begin",
        takes=VacancyChoiceSerializer,
        answers={200: ReadyInterviewSerializer},
        errors=[400, 403],
        examples=examples.CONVERT_RESUME,
        description="400 before the resume is checked, 403 once turned down; without `interview_id` once it is over.",
    )
    def post(self, request: Request) -> Response:
        values = validated_body(VacancyChoiceSerializer, request)
        interview = ready_interview(actor=caller(request), **values)
        body = {"message": sentences.of_readiness(interview)}
        return Response({"interview_id": interview.id, **body} if interview.status == Status.ACTIVE else body)


class AnswerView(APIView):
    permission_classes = [IsCandidate]

    @operation(
        "Begin an interview, or answer the question that is waiting",
        takes=AnswerSerializer,
        answers={201: TurnSerializer},
        errors=[400, 403, 404, 409, 502],
        examples=examples.ANSWER,
        description=(
            "With an empty `mlinterview_id` the interview begins, or returns to its waiting question; `answer_text` is "
            "then the candidate's introduction. Every call may be repeated: the same words are stored once and "
            "answered the same. After a 502 or 503 the words are kept; the same call goes on from there."
        ),
    )
    def post(self, request: Request) -> Response:
        turn = take_turn(actor=caller(request), **validated_body(AnswerSerializer, request))
        return Response(TurnSerializer(turn).data, status=201)


class InterviewView(APIView):
    permission_classes = [IsCandidate]

    @operation(
        "Delete an interview with all that it holds",
        answers={200: RemovedSerializer},
        errors=[403, 404],
        description="The candidate may apply again afterwards; the company then sees which attempt it is.",
    )
    def delete(self, request: Request, interview_id: ObjectId) -> Response:
        removed = delete_interview(actor=caller(request), interview_id=interview_id)
        body = {
            "message": _("The interview is deleted."),
            "deleted_interview_id": removed.interview_id,
            "deleted_answers": removed.answers,
            "deleted_status_history": removed.status_changes,
        }
        return Response(RemovedSerializer(body).data)


class AppealView(APIView):
    permission_classes = [IsCandidate]

    @operation(
        "Ask for a person's look at what the AI decided",
        takes=AppealTextSerializer,
        answers={201: AppealedSerializer},
        errors=[400, 403, 404, 409],
        examples=examples.APPEAL,
        description=(
            "Once for each interview, by a candidate who was turned down or whose resume waits for a review; 409 "
            "`nothing_to_appeal` otherwise. The company sees it first in its list until it decides; it may let a "
            "candidate who was turned down into the interview after all."
        ),
    )
    def post(self, request: Request, interview_id: ObjectId) -> Response:
        values = validated_body(AppealTextSerializer, request)
        made = appeal(actor=caller(request), interview_id=interview_id, **values)
        body = {"message": _("A person of the company will look at it."), "appeal": made}
        return Response(AppealedSerializer(body).data, status=201)
