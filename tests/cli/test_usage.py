"""A command that was typed wrongly: what is wrong is told in the language of the user."""

from __future__ import annotations

import click
import pytest

from qualcode_app.cli import usage

CASES = {
    "nieuw": "De opdracht nieuw bestaat niet. Zie qualcode --help.",
    "new": "PROJECT ontbreekt. Zie qualcode new --help.",
    "new {new}": "--coder ontbreekt. Zie qualcode new --help.",
    "new --codr x": "De optie --codr bestaat niet. Bedoelt u --codebook, --coder? Zie",
    "new --zzz x": "De optie --zzz bestaat niet. Zie qualcode new --help.",
    "new {new} extra --coder x": "extra hoort niet in deze opdracht. Zie qualcode new --help.",
    "new {new} --coder": "Achter de optie --coder hoort een waarde.",
    "new --help=x": "De optie --help heeft geen waarde.",
    "export {new} x.xlsx": "PROJECT klopt niet: {new} is er niet. Zie qualcode export --help.",
    "export {folder} x.xlsx": "PROJECT klopt niet: {folder} is een map, en er hoort een bestand.",
    "export {file} x.xlsx --language fr": "--language klopt niet: fr is niet een van nl, en. Zie",
    "report {file} x.docx --quotes veel": "--quotes klopt niet: veel is geen heel getal. Zie",
    "report {file} x.docx --quotes 99": "--quotes klopt niet: 99 ligt buiten 0<=x<=50. Zie",
    "agreement {file} --overlap half": "--overlap klopt niet: half is geen getal. Zie",
    "annotated {file}": "FOLDER klopt niet: {file} is een bestand, en er hoort een map. Zie",
    "--speak": "Achter de optie --speak hoort een waarde.",
    "--speak fr": "--speak klopt niet: fr is niet een van nl, en. Zie qualcode --help.",
}


@pytest.fixture
def typed(qualcode, tmp_path, monkeypatch):
    """Type a command, with the names of things that are there and that are not."""
    names = {"file": tmp_path / "a.txt", "folder": tmp_path / "b", "new": tmp_path / "c.qualcode"}
    names["file"].touch()
    names["folder"].mkdir()
    monkeypatch.setattr("qualcode_app.settings.default_path", lambda: tmp_path / "settings.json")
    monkeypatch.setattr("locale.getlocale", lambda: ("nl_NL", "UTF-8"))

    def call(line: str):
        return qualcode(*(word.format(**names) for word in line.split())), names

    return call


@pytest.mark.parametrize("line", CASES)
def test_it_is_told_in_dutch_in_one_line_and_writes_nothing(typed, line):
    said, names = typed(line)
    assert said.err.startswith("qualcode: " + CASES[line].format(**names))
    assert said.err.count("\n") == 1
    assert (said.code, said.out) == (2, "")
    assert not names["new"].exists()


def test_breaking_a_command_off_is_told_too(typed, monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.Group, "invoke", interrupted)  # as Ctrl+C does at any moment
    said, _ = typed("new {new} --coder x")
    assert said.err.strip() == "Gestopt; wat eerder klaar was, blijft."
    assert said.code == 2


def test_in_english_it_is_told_as_ever(typed):
    said, _ = typed("--speak en new")
    assert "Missing argument 'PROJECT'" in said.err
    assert said.code == 2


def test_the_language_is_known_from_a_command_that_cannot_be_read():
    assert usage.language_of(["--zzz", "--speak=en", "new"]) == "en"
    assert usage.language_of(["--speak", "nl", "--zzz"]) == "nl"


def test_a_missing_choice_is_told_with_all_there_are():
    param = click.Option(["--kind"], type=click.Choice(["a", "b"]))
    error = click.MissingParameter(ctx=click.Context(click.Command("do")), param=param)
    assert usage.sentence(error, "nl") == "--kind ontbreekt. Kies een van: a, b. Zie  --help."


def test_what_is_not_known_stays_in_the_words_of_click(typed):
    assert usage.sentence(click.UsageError("Something new."), "nl") is None
    assert "Usage: qualcode backups" in typed("backups")[0].err
