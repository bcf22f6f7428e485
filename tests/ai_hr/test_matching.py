"""What a resume is worth for a vacancy, and that every point of it can be shown."""

import pytest

from ai_hr import rubric
from ai_hr.engines.choose import Engines
from tests.ai_hr import people
from tests.ai_hr.people import matched, score


@pytest.mark.parametrize("vacancy", [people.PYTHON_RU, people.PYTHON_EN])
@pytest.mark.parametrize("resume", [people.COOK_RESUME_RU, people.COOK_RESUME_EN])
def test_a_cook_does_not_pass_a_python_vacancy(engines: Engines, vacancy: dict, resume: str) -> None:
    assert score(engines, vacancy, resume) < 20


@pytest.mark.parametrize("vacancy", [people.COOK_RU, people.COOK_EN])
@pytest.mark.parametrize("resume", [people.COOK_RESUME_RU, people.COOK_RESUME_EN])
def test_a_cook_passes_a_cook_vacancy_in_either_language(engines: Engines, vacancy: dict, resume: str) -> None:
    assert score(engines, vacancy, resume) >= 70


@pytest.mark.parametrize("resume", [people.DEVELOPER_RU, people.DEVELOPER_EN])
def test_a_developer_passes_in_either_language_and_is_no_cook(engines: Engines, resume: str) -> None:
    assert score(engines, people.PYTHON_RU, resume) >= 80
    assert score(engines, people.PYTHON_EN, resume) >= 80
    assert score(engines, people.COOK_EN, resume) < 20


def test_a_translation_scores_the_same_within_five_points(engines: Engines) -> None:
    for vacancy in (people.PYTHON_RU, people.PYTHON_EN):
        assert abs(score(engines, vacancy, people.DEVELOPER_RU) - score(engines, vacancy, people.DEVELOPER_EN)) <= 5
    for vacancy in (people.COOK_RU, people.COOK_EN):
        assert abs(score(engines, vacancy, people.COOK_RESUME_RU) - score(engines, vacancy, people.COOK_RESUME_EN)) <= 5


def test_every_quotation_stands_in_the_text_that_was_sent(engines: Engines) -> None:
    record = matched(engines, people.PYTHON_RU, people.DEVELOPER_RU)
    quotations = [q for r in record.requirements for q in r.quotations]
    quotations += [*record.experience.lines, *record.education.lines, *record.seniority.lines]
    assert quotations
    assert all(people.DEVELOPER_RU[q.start : q.end] == q.text for q in quotations)


def test_a_denial_is_no_evidence(engines: Engines) -> None:
    verdicts = {r.skill: r.verdict for r in matched(engines, people.PYTHON_RU, people.DEVELOPER_RU).requirements}
    assert verdicts == {
        "Python": "met",
        "Django": "met",
        "PostgreSQL": "met",
        "REST API": "met",
        "Docker": "met",
        "Kubernetes": "not_found",
        "Redis": "met",
    }


def test_experience_and_education_come_with_their_lines(engines: Engines) -> None:
    record = matched(engines, people.PYTHON_RU, people.DEVELOPER_RU)
    assert (record.experience.months, record.experience.verdict, record.experience.as_of) == (107, "met", "2026-11")
    assert [line.text for line in record.experience.lines] == ["Октябрь 2021 — настоящее время", "2018 — 2021"]
    assert record.education.level == "bachelor"
    assert [line.text for line in record.education.lines] == ["МГУ, бакалавр, 2018"]


def test_the_points_add_up_to_the_score(engines: Engines) -> None:
    record = matched(engines, people.PYTHON_RU, people.DEVELOPER_RU)
    parts = [record.parts.required, record.parts.optional, record.parts.experience, record.parts.education]
    assert round(sum(part.weight for part in parts), 3) == 1
    assert record.parts.education.weight == 0
    assert record.parts.cap is None
    assert record.total_score_percent == round(sum(part.points for part in parts))
    for part, required in ((record.parts.required, True), (record.parts.optional, False)):
        credits_given = [item.credit for item in record.requirements if item.required is required]
        assert part.share == pytest.approx(sum(credits_given) / len(credits_given), abs=1e-4)
    assert {item.credit for item in record.requirements if item.verdict != "met"} <= {0.0}


def test_products_named_by_way_of_example_are_not_asked_for(engines: Engines) -> None:
    text = "Инженер по тестированию\n2019 — 2025, банк: анализ логов в ELK, поиск причин ошибок по журналам."
    vacancy = {"title": "Тестировщик", "required_skills": ["Анализ логов (Kibana, Grafana)", "Grafana"]}
    assert [item.verdict for item in matched(engines, vacancy, text).requirements] == ["met", "not_found"]


@pytest.mark.parametrize(("confidence", "counts"), [(0.4, 0.0), (0.5, 0.0), (0.625, 0.5), (0.75, 1.0), (0.99, 1.0)])
def test_a_requirement_counts_as_far_as_it_is_surely_met(confidence: float, counts: float) -> None:
    assert rubric.credit(met=True, confidence=confidence) == pytest.approx(counts)
    assert rubric.credit(met=False, confidence=confidence) == 0.0


@pytest.mark.parametrize(
    ("skill", "education", "verdict"),
    [
        ("Высшее образование", "Высшее экономическое, 2010", "met"),
        ("Высшее юридическое образование", "Колледж, документоведение, 2010", "not_found"),
        ("Высшее юридическое образование", "Академия права, высшее юридическое, 2010", "met"),
        ("Высшее юридическое образование", "Консерватория, высшее музыкальное, 2010", "not_found"),
    ],
)
def test_a_degree_is_of_a_level_and_in_a_field(engines: Engines, skill: str, education: str, verdict: str) -> None:
    text = f"Юрисконсульт\n2015 — 2020, завод: договоры, суды, претензии.\nОбразование\n{education}"
    record = matched(engines, {"title": "Юрист", "required_skills": [skill]}, text)
    assert [item.verdict for item in record.requirements] == [verdict]


def test_a_company_sets_its_own_weights(engines: Engines) -> None:
    weights = {"required": 1, "optional": 0, "experience": 0, "education": 0}
    record = matched(engines, people.PYTHON_RU, people.STUDENT, screening={"weights": weights})
    assert record.parts.required.points == record.total_score_percent == 40


def test_a_short_student_resume_is_not_worth_nothing(engines: Engines) -> None:
    assert 400 <= len(people.STUDENT) <= 700
    assert score(engines, people.PYTHON_RU, people.STUDENT) >= 20


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n ",
        "Резюме",
        "Ïðî÷èå íàâûêè: ðàáîòà â êîìàíäå, îïûò ðàáîòû ñ áàçàìè äàííûõ, ïðîãðàììèðîâàíèå íà ïèòîíå, ðàçðàáîòêà",
        "\x00\x01%%%### 4444 ---- //// **** 12345 67890 !!!! ???? ((( ))) === +++ abc " * 5,
        "xkjq wrtp zxcv bnmk qwrt plkj hgfd zxcv " * 10,
        "Ich bin Koch und arbeite mit der Küche bei der Firma. Berufserfahrung von 2015 bis 2020 im Hotel. "
        "Ausbildung zur Fachkraft mit Diplom und die Arbeit für das Team.",
    ],
)
def test_what_cannot_be_read_has_no_score(engines: Engines, text: str) -> None:
    record = matched(engines, people.PYTHON_RU, text)
    assert (record.verdict, record.total_score_percent) == ("cannot_tell", None)
    assert {r.verdict for r in record.requirements} == {"cannot_tell"}
    assert len(record.reasons) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Повар\nОпыт: 7 лет, ресторан Пушкин, горячий цех; кулинарный колледж",
        "Cook\nExperience: 7 years, restaurant Pushkin, hot kitchen; culinary college",
        "Повар горячего цеха, стаж 7 лет",
        "Пётр, повар горячего цеха, +7 (999) 123-45-67, 10.2015 – 12.2023",
    ],
)
@pytest.mark.parametrize("quality", [None, {"pages": 1, "pages_with_text": 1, "letters_share": 0.85}])
def test_a_short_resume_is_judged_like_any_other(engines: Engines, text: str, quality: dict | None) -> None:
    stranger = matched(engines, people.PYTHON_RU, text, quality=quality)
    assert stranger.verdict == "scored"
    assert stranger.total_score_percent is not None
    assert stranger.total_score_percent < 20
    assert score(engines, people.COOK_RU, text, quality=quality) > stranger.total_score_percent


def test_lost_pages_are_not_held_against_anybody(engines: Engines) -> None:
    quality = {"pages": 4, "pages_with_text": 1}
    assert matched(engines, people.PYTHON_RU, people.COOK_RESUME_RU, quality=quality).verdict == "cannot_tell"


def test_reasons_are_in_the_language_asked_for_and_say_no_numbers_of_the_rubric(engines: Engines) -> None:
    assert matched(engines, people.PYTHON_RU, people.COOK_RESUME_RU, language="en").reasons == [
        "We found no evidence in the resume for: Python, Django, PostgreSQL, REST API, Docker. "
        "If you have done this, write where and what exactly you did."
    ]
    assert matched(engines, people.PYTHON_RU, people.COOK_RESUME_RU).reasons == [
        "Мы не нашли в резюме подтверждений для: Python, Django, PostgreSQL, REST API, Docker. "
        "Если такой опыт есть, напишите, где и что именно вы делали."
    ]


def test_reasons_come_in_both_languages_whichever_is_asked_for(engines: Engines) -> None:
    russian = matched(engines, people.PYTHON_RU, people.STUDENT)
    english = matched(engines, people.PYTHON_RU, people.STUDENT, language="en")
    assert russian.reasons_by_language == english.reasons_by_language
    assert russian.reasons_by_language == {"ru": russian.reasons, "en": english.reasons}
    assert len(russian.reasons) == len(english.reasons) > 1
    unread = matched(engines, people.PYTHON_RU, "")
    assert {language: len(reasons) for language, reasons in unread.reasons_by_language.items()} == {"ru": 1, "en": 1}


@pytest.mark.parametrize(
    ("skills", "reason", "summary"),
    [
        (
            {"required_skills": ["Горячий цех"]},
            "The resume bears out all required skills of the vacancy.",
            "Required skills: 1 of 1 shown.",
        ),
        (
            {"optional_skills": ["Горячий цех"]},
            "The vacancy names no required skills. The resume bears out all of its optional ones.",
            "Optional: 1 of 1.",
        ),
        (
            {"required_skills": [""], "optional_skills": ["Горячий цех", "Kubernetes"]},
            "The vacancy names no required skills. Of its optional ones, we found no evidence in the resume for: "
            "Kubernetes. If you have done this, write where and what exactly you did.",
            "Optional: 1 of 2.",
        ),
        (
            {},
            "The vacancy names no skills. The resume shows work of the kind that its title names.",
            "The vacancy names no skills; work of the kind that its title names is shown.",
        ),
        (
            {"title": "Kubernetes"},
            "The vacancy names no skills. We found no evidence in the resume of work of the kind that its title names: "
            "Kubernetes. If you have done such work, write where and what exactly you did.",
            "The vacancy names no skills; work of the kind that its title names is not shown.",
        ),
    ],
)
def test_nothing_is_called_required_that_the_vacancy_does_not_require(
    engines: Engines, skills: dict, reason: str, summary: str
) -> None:
    record = matched(engines, {"title": "Повар горячего цеха"} | skills, people.COOK_RESUME_RU, language="en")
    assert record.reasons == [reason]
    assert record.summary.startswith(summary)


@pytest.mark.parametrize(
    ("vacancy", "resume", "times"),
    [
        (people.COOK_RU, "Повар\nОпыт: 7 лет, ресторан Пушкин, горячий цех; кулинарный колледж", 1000),
        (people.PYTHON_RU, people.DEVELOPER_RU, 20),
    ],
)
def test_the_same_input_gives_the_same_bytes(engines: Engines, vacancy: dict, resume: str, times: int) -> None:
    answers = {
        matched(engines, vacancy, resume).model_copy(update={"duration_ms": 0}).model_dump_json() for _ in range(times)
    }
    assert len(answers) == 1


def test_layout_changes_nothing(engines: Engines) -> None:
    plain = score(engines, people.PYTHON_RU, people.DEVELOPER_RU)
    layouts = [
        people.DEVELOPER_RU.replace("\n", "\r\n"),
        people.DEVELOPER_RU.replace("\n\n", "\n"),
        people.DEVELOPER_RU.replace("\n", "\n\n"),
        people.DEVELOPER_RU.replace("\n", "\n   "),
        people.DEVELOPER_RU.replace(", проектировала", ",\nпроектировала"),
        people.DEVELOPER_RU.replace("Python и джанго", "Python и\nджанго"),
        people.DEVELOPER_RU.replace(" — ", " – "),
        people.DEVELOPER_RU.replace(". ", ".\n• "),
        people.DEVELOPER_RU.replace("Опыт работы\n", "ОПЫТ РАБОТЫ\n").replace("Образование\n", "ОБРАЗОВАНИЕ\n"),
    ]
    assert [score(engines, people.PYTHON_RU, text) for text in layouts] == [plain] * len(layouts)


def test_a_vacancy_without_skills_and_one_with_five_hundred_are_answered(engines: Engines) -> None:
    assert score(engines, {"title": "Повар горячего цеха"}, people.COOK_RESUME_RU) == 100
    many = {"title": "Разработчик", "required_skills": [f"Навык {number}" for number in range(500)]}
    assert len(matched(engines, many, people.DEVELOPER_RU).requirements) == 500


def test_a_text_of_two_megabytes_is_read_up_to_a_bound(engines: Engines) -> None:
    record = matched(engines, people.PYTHON_RU, people.DEVELOPER_RU + "Разное. " * 250_000)
    assert record.verdict == "scored"
    assert [flag.code for flag in record.flags] == ["text_too_long"]


def test_a_resume_of_more_clauses_than_are_looked_at_says_so(engines: Engines) -> None:
    record = matched(engines, people.PYTHON_RU, "Доклад, " * 700 + people.DEVELOPER_RU)
    assert [flag.code for flag in record.flags] == ["text_too_long"]
