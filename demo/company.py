"""The company of the examples, and what it hires for."""

from typing import Any

from vacancies.choices import Grade

COMPANY = {
    "company_name": "Демо: Северный ветер",
    "inn": "7707083893",
    "ogrn": "1027700132195",
    "legal_address": "Москва, ул. Примерная, 1",
}
RECRUITER_EMAIL = "recruiter@demo.example"

DJANGO_QUESTION = "Чем select_related отличается от prefetch_related и когда нужен каждый?"
INDEX_QUESTION = "Как вы ищете причину медленного запроса в PostgreSQL?"
SAUCE_QUESTION = "Как приготовить голландский соус, чтобы он не расслоился?"
STOCK_QUESTION = "Как вы организуете хранение продуктов по правилам ХАССП?"
FLAKY_QUESTION = "A test fails once in twenty runs. What do you do?"


def _key(expected: str, *red_flags: str, follow_up: str = "") -> dict[str, Any]:
    return {
        "expected_answer": expected,
        "red_flags": list(red_flags),
        "follow_up_questions": [follow_up] if follow_up else [],
    }


PYTHON_VACANCY: dict[str, Any] = {
    "title": "Python-разработчик",
    "grade": Grade.MIDDLE,
    "work_field": "Разработка",
    "required_skills": ["Python", "Django", "PostgreSQL"],
    "optional_skills": ["Docker", "Redis", "Celery"],
    "min_experience": 2,
    "max_experience": 6,
    "work_address": "Москва или удалённо",
    "description": "Развиваем платформу заказа билетов: REST API, интеграции с авиакомпаниями, высокая нагрузка.",
    "questions": [
        {
            "section": "Django",
            "question": DJANGO_QUESTION,
            "grade": "middle",
            "answers": _key(
                "select_related делает JOIN и подходит для связей ForeignKey и OneToOne; prefetch_related выполняет отдельный "
                "запрос и соединяет объекты в Python, он нужен для ManyToMany и обратных связей; оба убирают проблему N+1",
                "Это одно и то же",
                follow_up="Как вы заметите N+1 в работающем приложении?",
            ),
        },
        {
            "section": "PostgreSQL",
            "question": INDEX_QUESTION,
            "grade": "middle",
            "answers": _key(
                "Смотрю план через EXPLAIN ANALYZE, ищу последовательное сканирование и неверную оценку числа строк, добавляю "
                "или меняю индекс, обновляю статистику, проверяю pg_stat_statements",
                "Добавлю индексы на все столбцы",
            ),
        },
    ],
}

COOK_VACANCY: dict[str, Any] = {
    "title": "Повар горячего цеха",
    "grade": Grade.MIDDLE,
    "work_field": "Общественное питание",
    "required_skills": ["приготовление горячих блюд", "соусы", "работа по технологическим картам"],
    "optional_skills": ["европейская кухня", "ХАССП"],
    "min_experience": 2,
    "max_experience": 10,
    "work_address": "Санкт-Петербург",
    "description": "Ресторан европейской кухни на 80 мест ищет повара горячего цеха.",
    "questions": [
        {
            "section": "Соусы",
            "question": SAUCE_QUESTION,
            "answers": _key(
                "Взбиваю желтки на водяной бане при температуре не выше 65 градусов, топлёное масло вливаю тонкой струйкой, "
                "непрерывно помешивая; если соус расслоился, добавляю ложку воды или новый желток",
                "Довожу до кипения",
            ),
        },
        {
            "section": "Санитария",
            "question": STOCK_QUESTION,
            "answers": _key(
                "Раздельное хранение сырого и готового, маркировка с датой и сроком годности, правило «первым пришёл — первым "
                "ушёл», журнал температур холодильников"
            ),
        },
    ],
}

QA_VACANCY: dict[str, Any] = {
    "title": "QA Automation Engineer",
    "grade": Grade.SENIOR,
    "work_field": "Quality assurance",
    "required_skills": ["Python", "pytest", "test automation"],
    "optional_skills": ["Playwright", "CI/CD"],
    "min_experience": 3,
    "max_experience": 8,
    "work_address": "Remote",
    "description": "Own the automated tests of our booking platform. The team speaks English.",
    "questions": [
        {
            "section": "Stability",
            "question": FLAKY_QUESTION,
            "grade": "senior",
            "answers": _key(
                "Reproduce it by running it many times, look for shared state, order and timing, quarantine it while it is "
                "being fixed, and never hide it behind blind retries",
                "Just rerun it until it passes",
            ),
        }
    ],
}
VACANCIES = [PYTHON_VACANCY, COOK_VACANCY, QA_VACANCY]
