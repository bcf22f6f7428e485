"""Every sentence that a person may read has a Russian form. English is the language of the sources."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from django.utils import translation
from django.utils.translation import gettext

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "hiring_platform/locale/ru/LC_MESSAGES/django"
PACKAGES = ("hiring_platform", "storage", "accounts", "companies", "vacancies", "interviews", "privacy")
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2)}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


@pytest.fixture(scope="module")
def russian() -> Catalog:
    with CATALOGUE.with_suffix(".po").open("rb") as file:
        return read_po(file, locale="ru")


def sentences() -> set[str]:
    """Every msgid of the sources; of a plural one, its singular."""
    found = set()
    for package in PACKAGES:
        for _, _, message, _, _ in extract_from_dir(str(ROOT / package), keywords=KEYWORDS):  # type: ignore[arg-type]
            found.add(message if isinstance(message, str) else message[0])
    return found


def test_no_sentence_lacks_its_russian(russian: Catalog) -> None:
    lacking = {text for text in sentences() if text not in russian or not russian[text].string}
    assert lacking == set(), "run `make messages` and translate these"


def test_nothing_is_translated_that_nobody_says(russian: Catalog) -> None:
    said = sentences()
    unsaid = {message.id for message in russian if message.id and _singular(message.id) not in said}
    assert unsaid == set()


def test_translations_keep_the_placeholders(russian: Catalog) -> None:
    broken = [
        message.id
        for message in russian
        if isinstance(message.id, str)
        and set(PLACEHOLDER.findall(message.id)) != set(PLACEHOLDER.findall(str(message.string)))
    ]
    assert broken == []


def test_no_translation_is_a_guess_or_left_in_english(russian: Catalog) -> None:
    assert [message.id for message in russian if message.fuzzy and message.id] == []
    assert [message.id for message in russian if message.id and not re.search("[а-яё]", str(message.string))] == []


def test_the_compiled_catalogue_is_that_of_the_source(russian: Catalog) -> None:
    compiled = BytesIO()
    write_mo(compiled, russian)
    compiled.seek(0)
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        stored, fresh = read_mo(file), read_mo(compiled)
    assert {message.id: message.string for message in stored if message.id} == {
        message.id: message.string for message in fresh if message.id
    }


def test_a_sentence_reads_in_both_languages() -> None:
    with translation.override("en"):
        assert gettext("Sign in to continue.") == "Sign in to continue."
    with translation.override("ru"):
        assert gettext("Sign in to continue.") == "Войдите, чтобы продолжить."


def _singular(message_id: str | tuple[str, ...]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]
