"""Dutch is complete, and what the window says is what the code says."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication

from qualcode_app import paths
from qualcode_app.domain.errors import CannotWrite, UnknownRecord
from qualcode_app.ui import wording
from qualcode_app.ui.language import Language


@pytest.fixture(scope="module")
def wanted(i18n):
    return i18n.wanted()


def test_every_text_of_the_window_and_every_error_is_in_the_file(i18n, wanted):
    missing = wanted - set(i18n.messages("nl"))
    assert not missing, "run `make i18n` and translate what it names"


def test_no_text_is_left_that_the_code_no_longer_says(i18n, wanted):
    gone = set(i18n.messages("nl")) - wanted
    assert not gone, "run `make i18n`"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_translation_is_finished(i18n, language):
    unfinished = [
        key
        for key, message in i18n.messages(language).items()
        if message.find("translation").get("type") is not None
        or not "".join(message.find("translation").itertext()).strip()
    ]
    assert unfinished == []


def test_a_translation_fills_in_the_same_values(i18n):
    def values(text: str) -> set[str]:
        return set(re.findall(r"\{(\w*)\}|(%n)", text))

    differing = [
        key
        for key, message in i18n.messages("nl").items()
        for text in [
            *(form.text for form in message.iter("numerusform")),
            *([] if message.get("numerus") else [message.findtext("translation")]),
        ]
        if values(key[1]) != values(text)
    ]
    assert differing == []


def test_plurals_have_both_forms_in_both_languages(i18n):
    for language in ("nl", "en"):
        forms = [
            [form.text for form in message.iter("numerusform")]
            for message in i18n.messages(language).values()
            if message.get("numerus")
        ]
        assert forms
        assert all(len(each) == 2 and all(each) for each in forms)


def test_the_compiled_file_says_what_the_readable_one_says(i18n, qapp):
    language = Language("nl")
    singular = {
        key: message for key, message in i18n.messages("nl").items() if not message.get("numerus")
    }
    said = {key: QCoreApplication.translate(*key) for key in singular}
    meant = {key: message.findtext("translation") for key, message in singular.items()}
    language.choose("en")
    assert said == meant, "run `make i18n`"


def test_both_languages_are_shipped_compiled():
    folder = paths.resources() / "i18n"
    assert (folder / "qualcode_nl.qm").stat().st_size > 10_000
    assert (folder / "qualcode_en.qm").stat().st_size > 100


def test_dutch_has_no_exclamation_and_no_sloppy_dashes(i18n):
    texts = [
        "".join(message.find("translation").itertext()) for message in i18n.messages("nl").values()
    ]
    assert [text for text in texts if "!" in text or " - " in text.replace("+, - of @", "")] == []


def test_an_error_is_told_in_the_language_of_the_window(language):
    error = UnknownRecord("There is no theme {key}. Choose one of: {keys}.", key="W", keys="K, E")
    assert wording.error_sentence(error) == "There is no theme W. Choose one of: K, E."
    language.choose("nl")
    assert wording.error_sentence(error) == "Er is geen thema W. Kies een van: K, E."


def test_an_error_inside_an_error_is_told_in_that_language_too(language):
    language.choose("nl")
    inner = CannotWrite("{name} is empty. Fetch the file again.", name="a.pdf")
    outer = CannotWrite(
        "{n} of {total} files were not added: {reasons}", n=1, total=2, reasons=[inner]
    )
    assert wording.error_sentence(outer) == (
        "1 van 2 bestanden zijn niet toegevoegd: a.pdf is leeg. Haal het bestand opnieuw op."
    )


def test_numbers_dates_pages_and_lists_follow_the_language(language):
    moment = datetime(2026, 3, 3, 12, 5, tzinfo=UTC)
    assert wording.number(0.5) == "0.50"
    assert wording.number(float("nan")) == "–"
    assert wording.number(-0.001) == "0.00"
    assert wording.listing(["a", "b", "c"]) == "a, b and c"
    assert wording.page("iv", 4) == "p. iv (sheet 4)"
    language.choose("nl")
    assert wording.number(0.5) == "0,50"
    assert wording.date(moment) == "3 maart 2026"
    assert wording.listing(["a", "b", "c"]) == "a, b en c"
    assert wording.listing(["a"]) == "a"
    assert wording.page("4", 4) == "blz. 4"
    assert wording.count(12_345) == "12.345"
