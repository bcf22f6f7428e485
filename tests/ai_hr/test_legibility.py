# ruff: noqa: E501 (a text reads best in one piece)
"""What the engine cannot read is never scored; what is Russian or English is, however short and full of names."""

import pytest

from ai_hr.evidence.legibility import unreadable
from tests.ai_hr import people

FOREIGN = {
    "Polish": "Prowadzę księgowość spółki handlowej od ośmiu lat. Sporządzam deklaracje podatkowe, rozliczam płace i odpowiadam za kontakt z bankiem.",
    "Polish without marks": "Prowadze ksiegowosc spolki handlowej od osmiu lat. Sporzadzam deklaracje podatkowe, rozliczam place i odpowiadam za kontakt z bankiem.",
    "Italian": "Lavoro da otto anni nella contabilità di una ditta commerciale. Preparo le dichiarazioni, calcolo gli stipendi e tengo i rapporti con la banca.",
    "Turkish": "Sekiz yıldır bir ticaret firmasının muhasebesini yürütüyorum. Vergi beyannamelerini hazırlıyor, maaşları hesaplıyor ve bankayla görüşüyorum.",
    "Romanian": "Conduc de opt ani contabilitatea unei firme de comerț. Pregătesc declarațiile fiscale, calculez salariile și țin legătura cu banca.",
    "Vietnamese": "Tôi phụ trách kế toán của một công ty thương mại đã tám năm. Tôi lập tờ khai thuế, tính lương và liên hệ với ngân hàng.",
    "Uzbek": "Sakkiz yildan beri savdo firmasining hisob-kitobini yuritaman. Soliq hujjatlarini tayyorlayman, oylik hisoblayman va bank bilan gaplashaman.",
    "Uzbek in Cyrillic": "Саккиз йилдан бери савдо фирмасининг ҳисоб-китобини юритаман. Солиқ ҳужжатларини тайёрлайман, ойлик ҳисоблайман ва банк билан гаплашаман.",
    "Kazakh": "Сегіз жылдан бері сауда фирмасының есебін жүргіземін. Салық құжаттарын дайындаймын, жалақыны есептеймін және банкпен сөйлесемін.",
    "Tajik": "Ҳашт сол боз ҳисобдории ширкати савдоро пеш мебарам. Ҳуҷҷатҳои андозро тайёр мекунам ва музди меҳнатро ҳисоб мекунам.",
    "Ukrainian": "Вісім років веду бухгалтерію торговельної фірми. Складаю податкові декларації, нараховую заробітну плату та спілкуюся з банком.",
    "Bulgarian": "От осем години водя счетоводството на търговска фирма. Подавам данъчните декларации, изчислявам заплатите и поддържам връзка с банката.",
    "three lines of French": "Comptable dans une société de négoce depuis huit ans.\nJe prépare les déclarations et je calcule les salaires.\nRelations avec la banque.",
    "Georgian": "რვა წელია ვაწარმოებ სავაჭრო ფირმის ბუღალტერიას და ვამზადებ საგადასახადო დეკლარაციებს",
}
LISTS = {
    "products alone": "Python, Django, PostgreSQL, Docker, Kubernetes, Redis, Kafka, Terraform, Ansible, Prometheus, Grafana",
    "products in small letters": "photoshop illustrator figma blender indesign lightroom premiere aftereffects coreldraw",
    "names of firms and products": "Sandvik Coromant, Mitutoyo, Fanuc, Heidenhain\nСлесарь-инструментальщик, 5 разряд, Калуга Турбина, Силовые машины",
    "capitals": "ВОДИТЕЛЬ КАТЕГОРИИ CE. СТАЖ 12 ЛЕТ. МЕЖДУГОРОДНИЕ РЕЙСЫ, ТАХОГРАФ, ДОПОГ",
    "terms of a trade": "Флорист: пионы, эустома, гипсофила, бутоньерки, каркасные букеты, фоамиран, 4 года",
    "names with marks": "Line cook. Hot kitchen at Café Müller, Zoë's and Crêperie Bohème, six years; recipe cards, food safety log.",
    "English within Russian": "Backend-разработчик: high load, microservices, code review, best practices, continuous delivery; вёл команду, писал сервисы",
}


def shifted(text: str) -> str:
    """Each letter taken for its neighbour, as by a PDF with a broken table of letters."""
    return "".join(chr(ord(letter) + 1) if letter.isalpha() else letter for letter in text)


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_other_languages_are_asked_for_in_one_we_read(text: str) -> None:
    assert unreadable(text, None) == "foreign"


@pytest.mark.parametrize("resume", [people.COOK_RESUME_RU, people.DEVELOPER_RU])
@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.encode("koi8-r", "replace").decode("cp1251", "replace"),
        lambda text: text.encode("cp866", "replace").decode("cp1251", "replace"),
        lambda text: text.encode("utf-8").decode("cp1251", "replace"),
        lambda text: text.encode("utf-8").decode("latin-1"),
        shifted,
    ],
    ids=["KOI8-R", "CP866", "UTF-8 as CP1251", "UTF-8 as Latin-1", "shifted letters"],
)
def test_spoilt_letters_are_no_text(damage: object, resume: str) -> None:
    assert callable(damage)
    assert unreadable(damage(resume), None) == "garbled"


def test_spoilt_english_is_no_text() -> None:
    assert unreadable(shifted(people.DEVELOPER_EN), None) == "garbled"


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_names_are_no_foreign_language(text: str) -> None:
    assert unreadable(text, None) == ""


@pytest.mark.parametrize(
    "text", [people.COOK_RESUME_RU, people.COOK_RESUME_EN, people.DEVELOPER_RU, people.DEVELOPER_EN, people.STUDENT]
)
def test_resumes_in_russian_and_english_are_read(text: str) -> None:
    assert unreadable(text, None) == ""


def test_a_margin_of_blanks_hides_nothing() -> None:
    assert unreadable(" " * 30_000 + people.COOK_RESUME_EN, None) == ""


def test_a_resume_in_two_languages_is_read_for_the_one_we_know() -> None:
    assert unreadable(f"{people.COOK_RESUME_RU}\n{FOREIGN['Polish without marks']}", None) == ""
