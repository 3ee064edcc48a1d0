"""A refusal on the command line: one sentence in the language of the user, and not zero."""

from __future__ import annotations

import json

import pytest

from qualcode_app.cli.wording import error_sentence
from qualcode_app.domain.errors import Bilingual, CannotWrite, RefusedChange

DUTCH = "qualcode: Er is geen meegeleverd codeboek niets. Kies een van: "
ENGLISH = "qualcode: There is no shipped codebook niets. Choose one of: "


@pytest.fixture
def refused(qualcode, tmp_path, monkeypatch):
    """Have a project made with a codebook that is not there, by somebody with these settings."""

    def call(*options: str, settings: str = "system"):
        folder = tmp_path / "home"
        monkeypatch.setattr("qualcode_app.settings.default_path", lambda: folder / "settings.json")
        folder.mkdir()
        (folder / "settings.json").write_text(json.dumps({"language": settings}), "utf-8")
        target = tmp_path / "a.qualcode"
        return qualcode(*options, "new", target, "--coder", "Anna", "--codebook", "niets")

    return call


@pytest.mark.parametrize(("settings", "begin"), [("nl", DUTCH), ("en", ENGLISH)])
def test_a_refusal_speaks_the_language_of_the_window(refused, settings, begin):
    said = refused(settings=settings)
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith(begin)
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(("speak", "begin"), [("nl", DUTCH), ("en", ENGLISH)])
def test_a_refusal_speaks_the_language_that_is_asked_for(refused, speak, begin):
    other = {"nl": "en", "en": "nl"}[speak]
    assert refused("--speak", speak, settings=other).err.startswith(begin)


@pytest.mark.parametrize(
    ("system", "begin"), [("nl_BE", DUTCH), ("fr_FR", ENGLISH), (None, ENGLISH)]
)
def test_without_a_choice_a_refusal_speaks_the_language_of_the_system(
    refused, monkeypatch, system, begin
):
    monkeypatch.setattr("locale.getlocale", lambda: (system, "UTF-8"))
    assert refused().err.startswith(begin)


def test_what_a_sentence_holds_is_told_in_the_same_language():
    inner = CannotWrite("{name} is empty. Fetch the file again.", name="a.pdf")
    outer = CannotWrite(
        "{n} of {total} files were not added: {reasons}", n=1, total=2, reasons=[inner]
    )
    assert error_sentence(outer, "nl") == (
        "1 van 2 bestanden zijn niet toegevoegd: a.pdf is leeg. Haal het bestand opnieuw op."
    )
    needs = RefusedChange(
        "The verdict “{verdict}” needs evidence. Tick a passage that supports it, then judge.",
        verdict=Bilingual("Waar", "True"),
    )
    assert "“Waar”" in error_sentence(needs, "nl")
    assert "“True”" in error_sentence(needs, "en")
