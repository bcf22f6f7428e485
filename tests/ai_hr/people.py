# ruff: noqa: E501 (texts of people stay in one piece)
"""The people and vacancies these tests are about."""

from typing import Any

from ai_hr.engines.choose import Engines
from ai_hr.matching import match_resume
from ai_hr.records import ResumeMatch
from ai_hr.schemas import ResumeMatchRequest

AS_OF = "2026-11"

PYTHON_RU = {
    "title": "Python-разработчик",
    "grade": "middle",
    "required_skills": ["Python", "Django", "PostgreSQL", "REST API", "Docker"],
    "optional_skills": ["Kubernetes", "Redis"],
    "min_experience": 3,
    "description": "Мы ищем человека, который будет развивать сервис доставки вместе с командой из шести инженеров.",
}
PYTHON_EN = PYTHON_RU | {
    "title": "Python developer",
    "description": "You will build the delivery service with six engineers.",
}
COOK_RU = {
    "title": "Повар горячего цеха",
    "required_skills": ["Горячий цех", "ХАССП", "Технологические карты", "Работа в команде"],
    "optional_skills": ["iiko"],
    "min_experience": 2,
}
COOK_EN = {
    "title": "Line cook",
    "required_skills": ["Hot kitchen", "Food safety", "Recipe cards", "Teamwork"],
    "optional_skills": ["iiko"],
    "min_experience": 2,
}
COOK_RESUME_RU = """Иванов Пётр Сергеевич
Мужчина, 33 года, родился 12 мая 1990
Повар

Опыт работы — 6 лет
Октябрь 2019 — настоящее время
Ресторан «Волга»
Повар горячего цеха
Готовлю горячие блюда, веду технологические карты, слежу за соблюдением ХАССП. Работа в команде из 8 человек.
Март 2017 — Сентябрь 2019
Кафе «Уют»
Приготовление супов и гарниров, приёмка продуктов.

Образование
Колледж пищевых технологий, 2017, повар-кондитер
"""
COOK_RESUME_EN = """Peter Brown
Line cook

Experience
October 2019 - Present
Restaurant Volga
Hot kitchen cook. Cook hot dishes by recipe cards, keep the food safety log, teamwork in a brigade of eight.
March 2017 - September 2019
Cafe
Soups and side dishes, receiving of products.

Education
Culinary college, 2017
"""
DEVELOPER_RU = """Анна Смирнова
Backend-разработчик

Опыт работы
Октябрь 2021 — настоящее время
ООО Финтех
Разрабатывала сервисы на Python и джанго, проектировала рест апи, база — постгрес. Собирала образы в докере. С Kubernetes не работала.
2018 — 2021
Студия Веб
Писала бэкенд интернет-магазинов, кэш на Redis

Образование
МГУ, бакалавр, 2018
"""
DEVELOPER_EN = """Anna Smith
Backend developer

Experience
October 2021 - Present
Fintech Ltd
Developed services in Python and Django, designed a REST API, the database is Postgres. Built Docker images. No experience with Kubernetes.
2018 - 2021
Web studio
Wrote the backend of online shops, cache in Redis

Education
Leeds University, bachelor, 2018
"""
STUDENT = """Студент третьего курса, прикладная математика и информатика.
Учебные проекты: телеграм-бот на Python с базой PostgreSQL, сайт на Flask. Проходил курс по алгоритмам, решаю задачи.
Лабораторные работы по SQL и статистике. Хочу изучить Docker. Ответственный, быстро учусь. Ищу первую работу или стажировку,
готов читать документацию, участвовать в проектах и работать полный день летом. Победитель школьной олимпиады по информатике."""


def matched(engines: Engines, vacancy: dict[str, Any], text: str, **more: Any) -> ResumeMatch:
    quality = more.pop("quality", None)
    request = {"vacancy": vacancy, "resume": {"text": text, "quality": quality}, "as_of": AS_OF, **more}
    return match_resume(ResumeMatchRequest.model_validate(request), engines)


def score(engines: Engines, vacancy: dict[str, Any], text: str, **more: Any) -> int:
    percent = matched(engines, vacancy, text, **more).total_score_percent
    assert percent is not None
    return percent
