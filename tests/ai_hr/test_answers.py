"""What an answer is worth beside its key: right ones without a flag, half ones lower, reversed and empty ones seen."""

import pytest

from ai_hr import rubric
from ai_hr.interview.admissions import admission
from ai_hr.interview.evaluation import evaluate
from ai_hr.interview.telling import told
from ai_hr.schemas import AnswerKey, BankQuestion, Evaluation, Turn, Vacancy

PUMP = (
    "Насос гонит воздух, давления нет. Ваши действия?",
    "Остановить насос; закрыть задвижку на напоре; проверить сальники и всасывающую трубу на подсос; "
    "залить корпус водой; снова пустить и следить за манометром",
)
BACKUP = (
    "How do you make sure that a database backup can be used?",
    "Restore it on a separate server every month; compare row counts with the live database; "
    "measure how long it takes; "
    "keep a copy in another building; write the result down",
)


def marked(question: str, key: str, answer: str, *, red_flags: tuple[str, ...] = (), level: str = "") -> Evaluation:
    answers = AnswerKey(expected_answer=key, red_flags=list(red_flags), middle_level=level)
    vacancy = Vacancy(title="Работа", questions=[BankQuestion(id="1", question=question, answers=answers)])
    return evaluate(Turn(question=question, question_id="1", answer_text=answer), vacancy)


def codes(evaluation: Evaluation) -> list[str]:
    return [flag.code for flag in evaluation.flags]


@pytest.mark.parametrize(
    ("asked", "whole", "half", "empty"),
    [
        (
            PUMP,
            "Останавливаю насос и закрываю задвижку на напоре. Потом смотрю, где подсос: сальники, всасывающая труба. "
            "Заливаю корпус водой, пускаю снова и две минуты слежу за манометром.",
            "Остановлю насос и залью корпус водой.",
            "Давление очень важно, к насосу нужен внимательный подход и большой опыт.",
        ),
        (
            BACKUP,
            "Every month I restore it on a separate server, then compare row counts with live and time the restore. "
            "One copy sits in another building, and I write down how it went.",
            "I restore it now and then on some server.",
            "Backups are very important, so I always make sure that the database backup is professional.",
        ),
    ],
)
def test_a_whole_answer_is_worth_more_than_half_of_it_and_that_more_than_talk(
    asked: tuple[str, str], whole: str, half: str, empty: str
) -> None:
    scores = [marked(*asked, text).score_percent for text in (whole, half, empty)]
    assert scores[0] >= 75
    assert scores[0] - 15 >= scores[1] >= scores[2] + 10
    assert scores[2] < 40


@pytest.mark.parametrize(
    ("question", "key", "answer"),
    [
        # Words that are an "I do not know" elsewhere.
        ("How do you hand over a shift?", "Pass the log to the next guard", "Pass the log book to the next guard."),
        (
            "Что нанести на ожог?",
            "Охлаждать водой, наложить стерильную повязку",
            "Не помню названия геля, но охлаждаю водой и накладываю стерильную повязку",
        ),
        # Short, and all that was asked for.
        ("Через сколько часов снимают опалубку?", "72 часа", "72 часа"),
        ("Which port is SSH on?", "22", "22"),
        ("Which lock do you take?", "Row lock", "Row lock"),
        # Whole sentences in the question's words.
        ("Нужно ли прогревать дизель зимой?", "Да, дизель прогревают", "Да, дизель зимой нужно прогревать."),
        (
            "Какая щётка нужна для чистки медной трубы?",
            "Латунная щётка",
            "Для чистки медной трубы нужна латунная щётка.",
        ),
        # Right without the key's denial, or with one of their own.
        ("How do you store acids?", "Do not keep acids next to alkalis", "Acids stand in a separate cabinet."),
        ("Как вы входите в щитовую?", "Проверить напряжение перед входом", "Никогда не вхожу без проверки напряжения."),
    ],
)
def test_a_right_answer_is_not_taken_for_none(question: str, key: str, answer: str) -> None:
    evaluation = marked(question, key, answer)
    assert codes(evaluation) == []
    assert evaluation.score_percent >= 20


@pytest.mark.parametrize(
    "text", ["Пропускаю вопрос", "I'll pass", "Честно, понятия не имею.", "Don't know, never did it"]
)
def test_owning_up_to_not_knowing_is_no_answer(text: str) -> None:
    assert codes(marked(*PUMP, text)) == ["no_answer"]


LADDER = ("Как вы работаете на высоте?", "Пристегнуть страховочный пояс, проверить опору лестницы")


@pytest.mark.parametrize(
    ("answer", "flagged"),
    [
        ("Работаю на высоте без страховочного пояса, не мешает.", True),
        ("Работать на высоте без страховочного пояса опасно, пристёгиваюсь всегда и проверяю опору.", False),
        ("Отказался работать на высоте без страховочного пояса, пока его не выдали.", False),
    ],
)
def test_a_red_flag_is_what_is_said_and_not_what_is_warned_of(answer: str, flagged: bool) -> None:
    evaluation = marked(*LADDER, answer, red_flags=("Работать на высоте без страховочного пояса",))
    assert ("red_flag" in codes(evaluation)) is flagged


def test_an_answer_that_turns_the_key_round_is_seen() -> None:
    evaluation = marked(*PUMP, "Насос не останавливаю, задвижку не закрываю, сальники не проверяю.")
    assert "contradicts_key" in codes(evaluation)
    assert evaluation.score_percent <= 20


def test_what_a_flag_holds_down_has_criteria_to_match() -> None:
    text = "Пристёгиваю страховочный пояс и проверяю опору лестницы. На лестнице держусь одной рукой."
    warning = ("На лестнице держаться одной рукой",)
    free, held = marked(*LADDER, text), marked(*LADDER, text, red_flags=warning)
    assert codes(held) == ["red_flag"]
    assert held.score_percent == 20 < free.score_percent
    assert rubric.answer_score(held.criteria.model_dump()) <= 20


def test_a_key_by_level_is_a_key() -> None:
    question, key = PUMP
    right = marked(question, "", "Останавливаю насос, закрываю задвижку, проверяю сальники, заливаю корпус.", level=key)
    other = marked(question, "", "Звоню знакомому и обсуждаю с ним вчерашний футбольный матч.", level=key)
    assert right.score_percent >= 60
    assert other.score_percent < 30


def test_the_same_answer_to_another_question_is_noticed() -> None:
    text = "Сначала уточняю задачу у мастера, потом проверяю инструмент и делю работу на шаги."
    vacancy = Vacancy(title="Слесарь", required_skills=["слесарный ремонт", "чтение чертежей"])
    turn = Turn(question="Расскажите про чтение чертежей", topic="чтение чертежей", answer_text=text)
    assert "repeated_answer" not in codes(evaluate(turn, vacancy))
    again = evaluate(turn, vacancy, earlier=[text])
    assert "repeated_answer" in codes(again)
    assert again.score_percent <= 10


def test_without_a_key_the_talk_of_the_trade_is_on_the_topic_and_saying_it_sixty_times_adds_nothing() -> None:
    vacancy = Vacancy(title="Пчеловод", required_skills=["осмотр ульев", "откачка мёда"])
    question = (
        "Расскажите о задаче, где понадобилось «осмотр ульев»: что было дано, что вы сделали и почему именно так?"
    )
    trade = "Снимаю крышку, дымлю два раза, рамки с расплодом смотрю на свет, маточники вырезаю через семь дней."
    once = evaluate(Turn(question=question, topic="осмотр ульев", answer_text=trade), vacancy)
    often = evaluate(Turn(question=question, topic="осмотр ульев", answer_text=f"{trade} " * 60), vacancy)
    assert codes(once) == []
    assert once.score_percent >= 30
    assert often.score_percent <= once.score_percent


def test_a_figure_is_no_example_and_a_year_no_figure() -> None:
    plain, year = told("Считаю по площади стен."), told("Считаю по площади стен с 2016 года.")
    assert (year.examples, year.numbers) == (plain.examples, plain.numbers) == (0, 0)
    assert told("Площадь 60 делю на 8, умножаю на 2, прибавляю 10.").examples <= 0.5
    assert told("Например, на прошлой неделе вышло 15 банок.").examples == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Frankly, I have never used it", "I have never used it"),
        ("С Ansible я не сталкивался, врать не буду.", "С Ansible я не сталкивался"),
        ("I never used Ansible without a dry run", ""),
        ("Сначала Ansible не применяли, потом перешли на него", ""),
        ("We do not use Puppet, Ansible is better", ""),
    ],
)
def test_only_the_work_itself_denied_is_an_admission(answer: str, said: str) -> None:
    assert admission("Ansible", Turn(question="?", topic="Ansible", answer_text=answer)) == said
