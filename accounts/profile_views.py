"""A candidate registers; everybody has a profile; a candidate has a resume."""

from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts import serializers as shapes
from accounts.addresses import client_address
from accounts.authentication import caller
from accounts.downloads import RESUME_FILE, resume_response
from accounts.permissions import IsCandidate
from accounts.resumes import register_candidate, replace_resume, resume_of
from accounts.services import update_profile
from accounts.throttling import count_registration
from accounts.tokens import open_session
from accounts.views import PublicView, signed_in
from hiring_platform.api.input import validated_body
from hiring_platform.api.schema import example, operation

_MULTIPART = "multipart/form-data"


class RegistrationView(PublicView):
    parser_classes = [MultiPartParser]

    @operation(
        "Register a candidate with a resume",
        takes={_MULTIPART: shapes.RegistrationSerializer},
        answers={201: shapes.RegisteredSerializer},
        errors=[400, 409, 413, 415, 422, 429],
        public=True,
    )
    def post(self, request: Request) -> Response:
        values = validated_body(shapes.RegistrationSerializer, request)
        count_registration(address=client_address(request))
        account = register_candidate(**values)
        body = signed_in(account, open_session(account=account))
        return Response({"message": str(_("Your account has been created.")), **body}, status=201)


class ProfileView(APIView):
    @operation(
        "The caller's account",
        answers={200: shapes.ProfileSerializer},
        examples=[
            example(
                "A candidate",
                {
                    "_id": "65f1c0ffee65f1c0ffee0001",
                    "email": "anna@example.com",
                    "role": "user",
                    "name": "Анна",
                    "surname": "Петрова",
                    "telegram_id": "@anna",
                    "resume_path": "resumes/65f1c0ffee65f1c0ffee0001/0f8fad5bd9cb469fa16570867728950e.pdf",
                    "resume_name": "Резюме.pdf",
                    "company_id": None,
                },
                status=200,
            )
        ],
    )
    def get(self, request: Request) -> Response:
        return Response(shapes.ProfileSerializer(caller(request)).data)


class ProfileUpdateView(APIView):
    permission_classes = [IsCandidate]

    @operation(
        "Change name, surname, telegram_id: any of them",
        takes=shapes.ProfileChangesSerializer,
        answers={200: shapes.ProfileChangedSerializer},
        errors=[400, 403],
    )
    def put(self, request: Request) -> Response:
        changes = validated_body(shapes.ProfileChangesSerializer, request)
        account = update_profile(actor=caller(request), **changes)
        return Response({"message": str(_("Your profile has been saved.")), **shapes.ProfileSerializer(account).data})


class ResumeUpdateView(APIView):
    permission_classes = [IsCandidate]
    parser_classes = [MultiPartParser]

    @operation(
        "Replace the resume",
        description="The new file is stored and read before the old one goes.",
        takes={_MULTIPART: shapes.ResumeUploadSerializer},
        answers={200: shapes.ResumeReplacedSerializer},
        errors=[400, 403, 413, 415, 422],
    )
    def post(self, request: Request) -> Response:
        resume = replace_resume(actor=caller(request), **validated_body(shapes.ResumeUploadSerializer, request))
        return Response({"message": str(_("Your resume has been replaced.")), "resume_path": resume.key})


class ResumeDownloadView(APIView):
    permission_classes = [IsCandidate]

    @operation(
        "The caller's own resume, under its original name",
        answers=RESUME_FILE,
        errors=[403, 404, 416],
    )
    def get(self, request: Request) -> HttpResponseBase:
        return resume_response(request, resume_of(caller(request)))
