"""Examples that `/schema` and `/docs` show."""

from typing import Any

from hiring_platform.api.schema import example

_VACANCY_ID = "65f1c0ffee65f1c0ffee0003"
_FIELDS: dict[str, Any] = {
    "title": "Python-разработчик",
    "grade": "middle",
    "required_skills": ["Python", "Django", "PostgreSQL"],
    "optional_skills": ["Docker"],
    "min_experience": 2,
    "max_experience": 6,
    "work_field": "IT",
    "work_address": "Москва, удалённо",
    "description": "Разрабатывать платформу подбора персонала.",
}
_SCREENING = {"threshold": 30, "below_threshold": "review", "weights": {"required": 0.7, "education": 0}}
_QUESTION: dict[str, Any] = {
    "section": "Python",
    "question": "Чем отличается список от кортежа?",
    "grade": "middle",
}
_ANSWERS = {
    "expected_answer": "Кортеж неизменяем, поэтому может быть ключом словаря.",
    "junior_level": "Знает, что кортеж нельзя изменить.",
    "middle_level": "Связывает неизменяемость с хешированием.",
    "senior_level": "Говорит о памяти и о том, когда что выбрать.",
    "red_flags": ["Считает, что разницы нет"],
    "follow_up_questions": ["Всегда ли кортеж можно хешировать?"],
}
_NEW_QUESTIONS = {"questions": [_QUESTION | {"answers": _ANSWERS}, "Расскажите о сложной задаче."]}
_STORED_QUESTION = {"_id": "65f1c0ffee65f1c0ffee0004"} | _QUESTION
_ROW = {
    "_id": _VACANCY_ID,
    "company_id": "65f1c0ffee65f1c0ffee0002",
    "company_name": "ООО «Ромашка»",
    **_FIELDS,
    "created_at": "2026-11-24T09:00:00Z",
    "updated_at": "2026-11-24T09:00:00Z",
}
_BANK = {"vacancy_id": _VACANCY_ID, "title": _FIELDS["title"]}

NEW_VACANCY = example(
    "A vacancy",
    _FIELDS
    | {"screening": _SCREENING, "questions": [_QUESTION | {"answers": _ANSWERS}, "Расскажите о сложной задаче."]},
)
CREATED = example("Posted", {"message": "Вакансия опубликована.", "vacancy_id": _VACANCY_ID}, status=201)
VACANCY = example("A vacancy", _ROW, status=200)
VACANCY_PAGE = example(
    "A page", {"total": 1, "page": 1, "per_page": 10, "total_pages": 1, "vacancies": [_ROW]}, status=200
)
VACANCY_CHANGES = example("Some fields", {"max_experience": 8, "screening": {"threshold": 40}})
NEW_BANK = example("Two questions", _NEW_QUESTIONS)
BANK = example("For the owner", _BANK | {"questions": [_STORED_QUESTION | {"answers": _ANSWERS}]}, status=200)
BANK_FOR_OTHERS = example("For everybody else", _BANK | {"questions": [_STORED_QUESTION]}, status=200)
