"""Summaries by case and theme: written, taken back, merged, and written out."""

from __future__ import annotations

import pytest

from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.services.analysis import framework
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.codebook import code_moves
from qualcode_app.services.exporting import framework_tables


@pytest.fixture
def three(corpus_of):
    """Three cases, the first with two documents; one document belongs to no case."""
    corpus_of.document("Adam", title="Akkoord")
    corpus_of.document("Adam", title="Bijlage")
    corpus_of.all_of("Bedum", "Cuijk")
    corpus_of.document("", title="Los")
    corpus_of.read("Akkoord", "Bijlage", "Bedum")
    corpus_of.code("Akkoord", "WON-1a")
    corpus_of.code("Bijlage", "WON-2", "Starters krijgen voorrang")
    return corpus_of


def table(builder, choice: Choice | None = None) -> framework.Framework:
    return builder.project.read(framework.table, builder.study(), choice)


def cell(builder, name: str, key: str, choice: Choice | None = None) -> framework.FrameworkCell:
    return table(builder, choice).cells[builder.cases[name], builder.codes[key]]


def put(builder, name: str, key: str, text: str, coder: str = "") -> Act:
    who = coder or builder.coders[0]
    act = Act(framework.write, builder.cases[name], builder.codes[key], who, text)
    builder.project.write(act.do)
    return act


def test_every_case_has_a_cell_for_every_theme_with_its_passages(three):
    found = table(three)
    assert [case.name for case in found.cases] == ["Adam", "Bedum", "Cuijk"]
    assert [code.key for code in found.codes] == ["WON", "MOB"]
    assert found.without_case == ("Los",)
    adam, cuijk = cell(three, "Adam", "WON"), cell(three, "Cuijk", "WON")
    assert (adam.n_passages, adam.n_documents, adam.n_read, adam.text) == (2, 2, 2, "")
    assert (cuijk.n_passages, cuijk.n_read) == (0, 0)
    below = table(three, Choice(level=2, family_uid=three.codes["WON"]))
    assert [code.key for code in below.codes] == ["WON-1", "WON-2"]


def test_a_summary_is_written_changed_and_taken_back(three):
    first = put(three, "Adam", "WON", " Bouwt veel huurhuizen. ")
    assert cell(three, "Adam", "WON").text == "Bouwt veel huurhuizen."
    second = put(three, "Adam", "WON", "Bouwt huurhuizen.")
    third = put(three, "Adam", "WON", "  ")
    assert table(three).n_written == 0
    three.project.write(third.undo)
    assert cell(three, "Adam", "WON").text == "Bouwt huurhuizen."
    three.project.write(second.undo)
    assert cell(three, "Adam", "WON").text == "Bouwt veel huurhuizen."
    three.project.write(first.undo)
    assert table(three).n_written == 0


def test_a_summary_on_a_code_out_of_use_stays_in_sight(three):
    put(three, "Bedum", "MOB-2", "Gratis parkeren.")
    three.project.write(code_moves.retire, three.codes["MOB-2"], "not needed")
    below = table(three, Choice(level=2, family_uid=three.codes["MOB"]))
    assert [code.key for code in below.codes] == ["MOB-1", "MOB-2"]
    three.project.write(code_moves.retire, three.codes["MOB-1"], "not needed")
    below = table(three, Choice(level=2, family_uid=three.codes["MOB"]))
    assert [code.key for code in below.codes] == ["MOB-2"]


def test_each_coder_writes_for_themselves(three):
    second = three.coder("Bo Two")
    put(three, "Bedum", "MOB", "Zwijgt over de fiets.")
    put(three, "Bedum", "MOB", "Noemt de fiets niet.", second)
    found = cell(three, "Bedum", "MOB")
    assert found.text == "Ada One: Zwijgt over de fiets.\nBo Two: Noemt de fiets niet."
    assert found.of(second) == "Noemt de fiets niet."
    assert found.of("nobody") == ""


def test_what_is_not_in_the_project_gets_no_summary(three):
    with pytest.raises(UnknownRecord):
        three.project.write(framework.write, "0" * 32, three.codes["WON"], three.coders[0], "x")
    study = three.study()
    assert framework.case_named(study, "adam").name == "Adam"
    with pytest.raises(UnknownRecord, match="Los"):
        framework.case_named(study, "Los")


def test_the_sheet_shows_empty_cells_and_the_text_says_what_lies_behind(three):
    assert three.project.read(framework_tables.table) is None
    put(three, "Adam", "WON", "Bouwt huurhuizen.")
    put(three, "Bedum", "WON-2", "Starters gaan voor.")
    whole = three.project.read(framework_tables.table, "nl")
    assert [column.title for column in whole.columns] == [
        *("Casus", "WON Wonen", "WON-2 Toewijzing", "MOB Mobiliteit")
    ]
    assert whole.rows == [
        ["Adam", "Bouwt huurhuizen.", "", ""],
        ["Bedum", "", "Starters gaan voor.", ""],
        ["Cuijk", "", "", ""],
    ]
    found = table(three)
    lines = framework_tables.cells(found, "en").rows
    assert lines[0] == ["Adam", "WON", "Housing", "Bouwt huurhuizen.", "Ada One", 2, 2, 2]
    assert len(lines) == 6
    assert framework_tables.text(found, "en").startswith(
        "# Framework\n\n## WON Housing\n\n**Adam** (passages: 2)\n\nBouwt huurhuizen.\n\n"
        "**Bedum** (passages: 0)\n\n–\n\n**Cuijk** (not read)\n\n–\n\n## MOB Mobility"
    )
