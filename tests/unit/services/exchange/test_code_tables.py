"""Tables of codings from elsewhere: previewed, taken in as one batch, withdrawn as one."""

from __future__ import annotations

import csv
from dataclasses import dataclass

import openpyxl
import pytest

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange, UnreadableTable
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.documents import documents
from qualcode_app.services.exchange import code_table, code_table_plan
from qualcode_app.services.exchange.code_table import Tells
from qualcode_app.services.exchange.code_table_lines import Fate
from qualcode_app.services.merging import batches
from qualcode_app.services.store import journal, people

HEADINGS = ("Bestand", "Codenaam", "Gebruiker", "Fragment", "Opmerking")


@dataclass(frozen=True)
class Letter:
    """A document of the sample and some words of it."""

    title: str
    text: str
    over_lines: str  # words that stand on different lines of the page


@pytest.fixture
def letter(desk) -> Letter:
    row = desk.project.read(documents.named, "Oostervaart 2026")
    text = desk.project.read(documents.text, row.revision_uid)
    at = text.index("\n", text.index("420 woningen"))
    return Letter(row.title, text, " ".join(text[at - 20 : at + 20].split()[1:-1]))


@pytest.fixture
def table(letter, tmp_path):
    path = tmp_path / "elders.csv"
    title = f"{letter.title}.pdf"
    lines = (
        (title, "INC-2", "Noor de Wit", "420 woningen", "Let op"),
        (title, "Nieuwe code", "Iemand Anders", letter.over_lines, ""),
        (title, "INC-2", "Noor de Wit", "staat er niet in", ""),
        ("Nergens", "INC-2", "Noor de Wit", "420 woningen", ""),
        ("", "", "", "", ""),
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows((HEADINGS, *lines))
    return code_table.read(path)


def contents(project) -> tuple[list[object], ...]:
    return (
        project.read(coding_rows.rows),
        [(row.key, row.uid) for row in project.read(codebook.rows)],
        project.read(people.coders),
    )


def test_headings_tell_what_their_columns_hold(table) -> None:
    assert [table.tells[name] for name in HEADINGS] == [
        *(Tells.DOCUMENT, Tells.CODE, Tells.CODER, Tells.QUOTE, Tells.MEMO)
    ]
    assert table.missing == ()
    without = table.choose("Fragment", Tells.LEAVE)
    assert without.missing == (Tells.QUOTE,)
    assert without.choose("Opmerking", Tells.QUOTE).tells["Opmerking"] is Tells.QUOTE


def test_a_plan_tells_each_line_and_changes_nothing(desk, table) -> None:
    before = contents(desk.project)
    plan = desk.project.read(code_table_plan.plan, table)
    assert [(line.number, line.fate) for line in plan.lines] == [
        (2, Fate.EXACT),
        (3, Fate.NORMALISED),
        (4, Fate.UNPLACED),
        (5, Fate.UNPLACED),
    ]
    assert "do not stand in" in str(plan.unplaced[0].problem)
    assert "0 documents are called Nergens" in str(plan.unplaced[1].problem)
    assert [one.name for one in plan.coders] == ["Iemand Anders"]
    assert plan.book is not None
    assert [code.label_en for code in plan.book.book.codes] == ["Nieuwe code"]
    assert contents(desk.project) == before


def test_a_table_comes_in_once_and_goes_as_a_whole(desk, table) -> None:
    before = contents(desk.project)
    plan = desk.project.read(code_table_plan.plan, table)
    uid = journal.new_uid()
    changes = desk.project.write(code_table_plan.take_in, plan, uid)
    assert len(changes[Kind.CODING].added) == 2
    rows = [
        row for row in desk.project.read(coding_rows.rows) if row.uid in changes[Kind.CODING].added
    ]
    said = {(row.code_label_en, row.coder_name, " ".join(row.quote.split())) for row in rows}
    assert ("Nieuwe code", "Iemand Anders") in {one[:2] for one in said}
    assert ("Noor de Wit", "420 woningen") in {one[1:] for one in said}
    again = desk.project.read(code_table_plan.plan, table)
    assert (again.new, again.n_here, again.coders, again.book) == ((), 2, (), None)

    desk.project.write(batches.withdraw, uid)
    assert contents(desk.project) == before
    assert len(desk.project.read(code_table_plan.plan, table).new) == 2


def test_a_coding_that_was_removed_does_not_come_back(desk, table) -> None:
    plan = desk.project.read(code_table_plan.plan, table)
    desk.project.write(code_table_plan.take_in, plan, journal.new_uid())
    desk.project.write(codings.remove, plan.new[0].uid)
    again = desk.project.read(code_table_plan.plan, table)
    assert (again.new, again.n_here) == ((), 2)


def test_new_codes_and_coders_are_made_only_where_that_is_wanted(desk, table) -> None:
    plan = desk.project.read(code_table_plan.plan, table, makes_codes=False)
    assert len(plan.new) == 1
    assert "There is no code Nieuwe code" in str(plan.unplaced[0].problem)
    plan = desk.project.read(code_table_plan.plan, table, makes_coders=False)
    assert "There is no coder Iemand Anders" in str(plan.unplaced[0].problem)


def test_a_workbook_with_offsets_is_placed_by_them(desk, letter, tmp_path) -> None:
    start = letter.text.index("420 woningen")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["document", "code", "pos0", "pos1"])
    sheet.append([letter.title, "INC-2", start - 1, start + 12])
    sheet.append([letter.title, "INC-2", 5, 10**8])
    book.save(tmp_path / "elders.xlsx")
    plan = desk.project.read(code_table_plan.plan, code_table.read(tmp_path / "elders.xlsx"))
    (new,) = plan.new
    assert letter.text[new.anchor.start : new.anchor.end] == "420 woningen"
    assert new.coder_uid == desk.project.author_uid
    assert "is no place in" in str(plan.unplaced[0].problem)


def test_offsets_choose_among_equal_words(desk, letter, tmp_path) -> None:
    path = tmp_path / "elders.csv"
    second = letter.text.index("woningen", letter.text.index("woningen") + 1)
    path.write_text(
        f"document,code,quote,start\n{letter.title},INC-2,woningen,{second + 3}\n", "utf-8"
    )
    (new,) = desk.project.read(code_table_plan.plan, code_table.read(path)).new
    assert new.anchor.start == second


def test_a_table_that_says_no_place_is_refused(desk, tmp_path) -> None:
    path = tmp_path / "elders.csv"
    path.write_text("document,code\na,b\n", "utf-8")
    with pytest.raises(RefusedChange, match="quote"):
        desk.project.read(code_table_plan.plan, code_table.read(path))
    (tmp_path / "leeg.csv").write_text("document,code\n", "utf-8")
    with pytest.raises(UnreadableTable, match="no lines"):
        code_table.read(tmp_path / "leeg.csv")
