"""Vacancies over HTTP."""

from bson import ObjectId
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import caller
from accounts.permissions import IsCompany, IsReading
from hiring_platform.api.input import validated_body
from hiring_platform.api.pagination import page_and_filters, page_body
from hiring_platform.api.schema import MessageSerializer, operation, page_of
from vacancies import examples
from vacancies import serializers as shapes
from vacancies.selectors import owns, vacancies_for, vacancy_row, visible_bank
from vacancies.services import create_vacancy, delete_vacancy, replace_questions, update_vacancy


class VacancyCreationView(APIView):
    permission_classes = [IsCompany]

    @operation(
        "Post a vacancy",
        takes=shapes.NewVacancySerializer,
        answers={201: shapes.VacancyCreatedSerializer},
        errors=[400, 403],
        examples=[examples.NEW_VACANCY, examples.CREATED],
    )
    def post(self, request: Request) -> Response:
        fields = validated_body(shapes.NewVacancySerializer, request)
        vacancy = create_vacancy(actor=caller(request), **fields)
        return Response({"message": str(_("The vacancy has been posted.")), "vacancy_id": str(vacancy.id)}, status=201)


class VacancyListView(APIView):
    @operation(
        "Vacancies, newest first",
        description="A company that gives no `company_id` sees its own.",
        query=[shapes.SortedVacancyQuery],
        answers={200: page_of("vacancies", shapes.VacancySerializer)},
        errors=[400],
        examples=[examples.VACANCY_PAGE],
    )
    def get(self, request: Request) -> Response:
        page, filters = page_and_filters(request, shapes.SortedVacancyQuery)
        found = vacancies_for(account=caller(request), order=filters.pop("sort"), page=page, **filters)
        return Response(page_body(found, "vacancies", shapes.VacancySerializer))


class VacancyView(APIView):
    permission_classes = [IsReading | IsCompany]

    @operation(
        "One vacancy",
        answers={200: shapes.VacancySerializer},
        errors=[404],
        examples=[examples.VACANCY],
    )
    def get(self, request: Request, vacancy_id: ObjectId) -> Response:
        row = vacancy_row(account=caller(request), vacancy_id=vacancy_id)
        return Response(shapes.VacancySerializer(row).data)

    @operation(
        "Change a vacancy of one's own company",
        description="Any of the fields. Lists are replaced; inside `screening` what is not sent stays.",
        takes=shapes.VacancyChangesSerializer,
        answers={200: MessageSerializer},
        errors=[400, 403, 404, 409],
        examples=[examples.VACANCY_CHANGES],
    )
    def put(self, request: Request, vacancy_id: ObjectId) -> Response:
        fields = validated_body(shapes.VacancyChangesSerializer, request)
        update_vacancy(actor=caller(request), vacancy_id=vacancy_id, **fields)
        return Response({"message": str(_("The vacancy has been saved."))})

    @operation(
        "Delete a vacancy of one's own company",
        description="It is gone from every list. Interviews with candidates go on, and their histories stay readable.",
        answers={200: MessageSerializer},
        errors=[403, 404, 409],
    )
    def delete(self, request: Request, vacancy_id: ObjectId) -> Response:
        delete_vacancy(actor=caller(request), vacancy_id=vacancy_id)
        return Response({"message": str(_("The vacancy has been deleted."))})


class QuestionBankView(APIView):
    permission_classes = [IsReading | IsCompany]

    @operation(
        "The questions of a vacancy",
        description="Only the vacancy's own company is sent `answers`.",
        answers={200: shapes.BankSerializer},
        errors=[404],
        examples=[examples.BANK, examples.BANK_FOR_OTHERS],
    )
    def get(self, request: Request, vacancy_id: ObjectId) -> Response:
        account = caller(request)
        vacancy = visible_bank(account=account, vacancy_id=vacancy_id)
        shape = shapes.KeyedQuestionSerializer if owns(account, vacancy) else shapes.QuestionSerializer
        questions = shape(vacancy.questions, many=True).data
        return Response({"vacancy_id": vacancy_id, "title": vacancy.title, "questions": questions})

    @operation(
        "Replace the question bank of a vacancy",
        description="A question that comes again with its `_id`, or with the same text, keeps its id.",
        takes=shapes.QuestionBankSerializer,
        answers={200: shapes.BankReplacedSerializer},
        errors=[400, 403, 404, 409],
        examples=[examples.NEW_BANK],
    )
    def post(self, request: Request, vacancy_id: ObjectId) -> Response:
        values = validated_body(shapes.QuestionBankSerializer, request)
        questions = replace_questions(actor=caller(request), vacancy_id=vacancy_id, **values)
        body = {"questions": shapes.KeyedQuestionSerializer(questions, many=True).data}
        return Response({"message": str(_("The questions have been saved.")), **body})
