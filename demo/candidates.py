"""Who applies in the examples, and what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from demo import company
from demo.resumes import Section


@dataclass(frozen=True)
class Candidate:
    """`applies_to` are titles of vacancies; `answers` are by question, and `otherwise` stands for all others. Who has
    no answers does not come to the interview."""

    email: str
    name: str
    surname: str
    resume_name: str
    sections: Sequence[Section]
    applies_to: Sequence[str]
    language: str = "ru"
    introduction: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    otherwise: str = ""


ANNA = Candidate(
    email="anna@demo.example",
    name="Анна",
    surname="Соколова",
    resume_name="Резюме Анны Соколовой.pdf",
    sections=[
        ("Python-разработчик", ["Пишу серверные приложения на Python и Django, отвечаю за базу данных."]),
        (
            "Опыт работы",
            [
                "03.2020 — по настоящее время. ООО «Билеты», Python-разработчик.",
                "Разработала REST API на Django REST Framework для 200 тысяч пользователей.",
                "Ускорила отчёты в PostgreSQL: планы запросов, индексы, партиционирование.",
                "Перенесла фоновые задачи в Celery и Redis, собрала образы Docker.",
                "06.2018 — 02.2020. ООО «Старт», младший разработчик. Python, Flask, PostgreSQL.",
            ],
        ),
        ("Образование", ["2014–2018, МГТУ им. Баумана, бакалавр, информатика и вычислительная техника."]),
        ("Навыки", ["Python, Django, PostgreSQL, Docker, Redis, Celery, Git"]),
    ],
    applies_to=["Python-разработчик", "QA Automation Engineer"],
    introduction="Шесть лет пишу на Python, последние четыре года отвечаю за API заказа билетов.",
    answers={
        company.DJANGO_QUESTION: (
            "select_related строит JOIN и годится для ForeignKey и OneToOne, а prefetch_related делает второй запрос и "
            "соединяет объекты уже в Python, поэтому нужен для ManyToMany и обратных связей. В отчёте по заказам так я "
            "убрала N+1: вместо 400 запросов стало три."
        ),
        company.INDEX_QUESTION: (
            "Беру запрос из pg_stat_statements и смотрю EXPLAIN ANALYZE: нет ли последовательного сканирования и сильно ли "
            "ошибается оценка строк. Потом обновляю статистику или добавляю индекс. Например, составной индекс по рейсу и "
            "дате сократил поиск с двух секунд до сорока миллисекунд."
        ),
    },
    otherwise=(
        "На прошлом проекте я столкнулась с этим в работе: сначала измерила, где теряется время, затем выбрала решение, "
        "например кэш в Redis для справочников, проверила его под нагрузкой и описала для команды. В результате время ответа "
        "уменьшилось вдвое, потому что мы перестали читать одно и то же из базы."
    ),
)

BORIS = Candidate(
    email="boris@demo.example",
    name="Борис",
    surname="Крылов",
    resume_name="Крылов.docx",
    sections=[
        ("Повар", ["Повар горячего цеха пятого разряда."]),
        (
            "Опыт",
            [
                "2016 — 2024. Ресторан «Нева», повар горячего цеха.",
                "Приготовление горячих блюд и соусов европейской кухни, работа по технологическим картам.",
                "Отвечал за хранение продуктов и журналы ХАССП.",
            ],
        ),
        ("Образование", ["Колледж кулинарного мастерства, среднее профессиональное, 2015."]),
    ],
    applies_to=["Повар горячего цеха", "Python-разработчик"],
    introduction="Восемь лет работаю в горячем цехе.",
    answers={
        company.SAUCE_QUESTION: (
            "Желтки взбиваю на водяной бане, слежу, чтобы было не горячее 65 градусов, топлёное масло вливаю тонкой струйкой и "
            "всё время мешаю. Если начал расслаиваться, спасаю ложкой воды или свежим желтком."
        ),
        company.STOCK_QUESTION: "Сырое и готовое храню раздельно, всё с маркировкой и датой, температуру пишу в журнал.",
    },
    otherwise="Делаю по технологической карте: взвешиваю, соблюдаю время и температуру, пробую, потом отдаю.",
)

CLARA = Candidate(
    email="clara@demo.example",
    name="Clara",
    surname="Novak",
    resume_name="Clara Novak CV.pdf",
    sections=[
        ("QA Automation Engineer", ["I build automated tests that teams trust."]),
        (
            "Experience",
            [
                "Oct 2019 – present. Booking Ltd, QA Automation Engineer.",
                "Wrote a test automation framework in Python and pytest, 1,800 tests in eight minutes.",
                "Playwright tests of the checkout; pipelines in GitLab CI/CD.",
                "Jan 2017 – Sep 2019. Softworks, QA engineer. Manual and API testing, Postman.",
            ],
        ),
        ("Education", ["Master of Science in Computer Science, Charles University, 2016."]),
    ],
    applies_to=["QA Automation Engineer"],
    language="en",
    introduction="I have automated tests for seven years, mostly with Python and pytest.",
    answers={
        company.FLAKY_QUESTION: (
            "First I reproduce it by running it a few hundred times in a loop, then look for shared state, test order and "
            "timing. While I fix it the test goes into quarantine; I do not hide it behind retries. Last year the cause was a "
            "clock that two tests shared."
        )
    },
    otherwise=(
        "In my last project I measured it first, because guesses were usually wrong. For example, I split the slow suite by "
        "module, ran it in parallel and reported the slowest tests every day, so the run went from forty minutes to eight."
    ),
)

DENIS = Candidate(
    email="denis@demo.example",
    name="Денис",
    surname="Орлов",
    resume_name="resume.docx",
    sections=[
        ("Студент", ["Ищу первую работу разработчиком. Python, основы Django, SQL."]),
        ("Опыт", ["06.2025 — 09.2025, стажировка в ООО «Вектор»: написал бота на Python, учебный проект на Django."]),
        ("Образование", ["СПбГУ, бакалавриат, 2022–2026."]),
    ],
    applies_to=["Python-разработчик"],
)
CANDIDATES = [ANNA, BORIS, CLARA, DENIS]
