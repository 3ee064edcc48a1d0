"""A sheet of cases: matched by name, asked where in doubt, written as one batch."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal

import pytest
from xlsxwriter import Workbook

from qualcode_app.domain.errors import RefusedChange, UnreadableTable
from qualcode_app.services.cases import (
    attribute_edits,
    case_edits,
    group_edits,
    outside,
    sheet,
    sheet_import,
    sheet_plan,
)
from qualcode_app.services.cases.case_rows import CaseRow
from qualcode_app.services.cases.sheet import Use
from qualcode_app.services.cases.sheet_plan import LEAVE, NEW, Choice, How
from qualcode_app.services.merging import batches, merging
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project

SHEET = """Gemeente;Gemeentecode;Golf;Corpus;Reden;Groep: Grootte;Inwoners;Partijen
gemeente Lindewater;0101;2026;in;;Klein;12000,5;"Lokaal A; Partij B"
OOSTERVÁART;GM102;2026;uit;Nog niet vastgesteld;Groot;48000;Partij C
Kreekenburg;103;2026;in;;Groot;30000;Partij B
Havenmond;104;;uit;Akkoord was niet gereed;Groot;90000;
"""


class Import:
    """A sheet on its way into the register."""

    def __init__(self, register, path) -> None:
        self.register = register
        lines = sheet.lines_of(path)
        self.sheet = register.project.read(sheet.guess, lines, path.name)
        self.choices: dict[int, Choice] = {}

    @property
    def plan(self):
        return self.register.project.read(sheet_plan.plan, self.sheet, self.choices)

    def line(self, name: str):
        return next(line for line in self.plan.lines if line.name == name)

    def use(self, name: str) -> Use:
        return next(column.use for column in self.sheet.columns if column.name == name)

    def write(self) -> str:
        uid = journal.new_uid()
        self.register.project.write(sheet_import.carry_out, self.plan, uid)
        return uid


@pytest.fixture
def sheet_of(register, tmp_path):
    """Return the import of a csv with this text."""

    def made(text: str) -> Import:
        path = tmp_path / "gemeenten.csv"
        path.write_text(text, "utf-8")
        return Import(register, path)

    return made


def test_columns_are_guessed_by_heading_and_content(sheet_of):
    given = sheet_of(SHEET)
    assert [column.use for column in given.sheet.columns] == [
        Use.CASE,
        Use.CODE,
        Use.WAVE,
        Use.STATE,
        Use.REASON,
        Use.GROUP,
        Use.CASE_ATTRIBUTE,
        Use.CASE_ATTRIBUTE,
    ]
    inhabitants, parties = given.sheet.columns[-2:]
    assert (inhabitants.kind, inhabitants.many) == ("number", False)
    assert (parties.kind, parties.many) == ("text", True)


def test_the_preview_tells_how_each_name_was_matched(register, sheet_of):
    given = sheet_of(SHEET)
    hows = [line.case.how for line in given.plan.lines]
    assert hows == [How.SPELLING, How.SPELLING, How.NAME, How.NEW]
    assert given.plan.new_cases == ("Havenmond",)
    assert [line.number for line in given.plan.lines] == [2, 3, 4, 5]
    assert register.now.waves == ()


def test_a_sheet_sets_up_the_whole_register(register, sheet_of):
    sheet_of(SHEET).write()
    now = register.now
    assert [one.name for one in now.documents] == ["Kreekenburg", "Lindewater"]
    assert [(one.name, one.out_reason) for one in now.out] == [
        ("Oostervaart", "Nog niet vastgesteld")
    ]
    assert {case.name: case.code for case in now.cases} == {
        "Havenmond": "0104",
        "Kreekenburg": "0103",
        "Lindewater": "0101",
        "Oostervaart": "0102",
    }
    assert {one.wave.title for one in now.everything} == {"2026"}
    assert register.groups_of("Lindewater", "Grootte") == ["Klein"]
    assert register.groups_of("Kreekenburg", "Grootte") == ["Groot"]
    assert register.values_of("Lindewater", "Inwoners") == [Decimal("12000.5")]
    assert register.values_of("Lindewater", "Partijen") == ["Lokaal A", "Partij B"]


def test_a_case_without_document_keeps_the_reason_why(register, sheet_of):
    sheet_of(SHEET).write()
    case = register.case("Havenmond")
    assert case in register.now.without_document
    said = {row.owner_uid: row.value for row in register.now.values}
    assert said[case.uid] in ("Akkoord was niet gereed", Decimal(90000))
    why = next(row for row in register.now.attributes if row.key == outside.NO_DOCUMENT)
    (value,) = [row for row in register.now.values if row.attribute_uid == why.uid]
    assert (value.owner_uid, value.value) == (case.uid, "Akkoord was niet gereed")


def test_the_same_sheet_twice_changes_nothing(register, sheet_of):
    sheet_of(SHEET).write()
    before = register.now
    sheet_of(SHEET).write()
    assert register.now == before


def test_an_import_is_withdrawn_as_one(register, sheet_of):
    sheet_of(SHEET).write()
    before = register.now
    text = (
        SHEET.replace("Klein", "Groot").replace("12000,5", "13000").replace("in;;", "uit;Dubbel;")
    )
    uid = sheet_of(text).write()
    assert register.now != before
    register.project.write(batches.withdraw, uid)
    assert register.now == before


def test_a_withdrawn_import_takes_away_all_it_made(register, sheet_of):
    before = register.now
    uid = sheet_of(SHEET).write()
    register.project.write(batches.withdraw, uid)
    assert register.now == before


def test_a_name_that_only_looks_alike_is_asked(register, sheet_of):
    given = sheet_of("Gemeente;Regio\nLindewaten;Noord\nOostervaart;Noord\n")
    line = given.line("Lindewaten")
    assert line.case.how is How.DOUBT
    assert [case.name for case in line.case.candidates] == ["Lindewater"]
    with pytest.raises(RefusedChange, match="Lindewaten"):
        given.write()
    assert register.now.systems == ()


def test_a_decided_name_becomes_an_alias_and_is_not_asked_again(register, sheet_of):
    text = "Gemeente;Regio\nLindewaten;Noord\nOostervaart;Noord\n"
    given = sheet_of(text)
    given.choices[2] = Choice(register.case("Lindewater").uid)
    given.write()
    assert register.case("Lindewater").aliases == ("Lindewaten",)
    assert sheet_of(text).line("Lindewaten").case.how is How.ALIAS


def test_a_doubt_may_be_a_new_case_or_left_out(register, sheet_of):
    text = "Gemeente;Regio\nLindewaten;Noord\nKreekenborg;Noord\n"
    given = sheet_of(text)
    given.choices = {2: Choice(NEW), 3: Choice(LEAVE)}
    given.write()
    names = [case.name for case in register.now.cases]
    assert "Lindewaten" in names
    assert "Kreekenborg" not in names


def test_code_and_name_that_disagree_are_asked(register, sheet_of):
    case = register.case("Lindewater")
    register.do(case_edits.change_case, CaseRow(case.uid, case.name, "101"))
    given = sheet_of("Gemeente;Gemeentecode\nOostervaart;0101\nHeel Anders;101\nLindewater;7\n")
    assert [line.case.how for line in given.plan.lines] == [How.DOUBT] * 3


def test_a_code_alone_is_enough(register, sheet_of):
    case = register.case("Lindewater")
    register.do(case_edits.change_case, CaseRow(case.uid, case.name, "101"))
    sheet_of("Gemeentecode;Groep: Grootte\n101;Klein\n").write()
    assert register.groups_of("Lindewater", "Grootte") == ["Klein"]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("Corpus\nmisschien", "misschien"),
        ("Corpus\nuit", "no reason"),
        ("Datum\nlente", "no date"),
        ("Andere namen\nOostervaart", "Oostervaart"),
        ("Groep: Grootte\nKlein (2022–2018)", "ends before"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_with_its_line(sheet_of, cells, words):
    head, cell = cells.split("\n")
    (line,) = sheet_of(f"Gemeente;{head}\nLindewater;{cell}\n").plan.lines
    assert words in str(line.problem)
    assert not line.is_used


def test_groups_of_two_waves_hold_in_their_own_wave(register, sheet_of):
    register.do(group_edits.add_wave, "2018", date(2018, 3, 21), date(2022, 3, 15))
    register.do(group_edits.add_wave, "2022", date(2022, 3, 16), date(2026, 3, 15))
    text = "Gemeente;Golf;Groep: Grootte\nLindewater;2018;Klein\nLindewater;2022;Groot\n"
    sheet_of(text).write()
    document = register.document("Lindewater")
    for title, group in (("2018", "Klein"), ("2022", "Groot")):
        register.do(group_edits.place_in_wave, document.uid, title)
        assert register.groups_of("Lindewater", "Grootte") == [group]


def test_groups_may_carry_their_days_in_the_cell_or_in_columns(register, sheet_of):
    text = (
        "Gemeente;Groep: Grootte;Geldig vanaf;Tot en met\n"
        "Lindewater;Klein (–2021);;\nLindewater;Groot;2022;\n"
    )
    sheet_of(text).write()
    terms = {
        register.now.groups[row.group_uid].title: (row.valid_from, row.valid_to)
        for row in register.now.memberships
    }
    assert terms == {"Klein": (None, date(2021, 12, 31)), "Groot": (date(2022, 1, 1), None)}


def test_a_document_without_case_is_found_by_the_name_in_its_title(register, sheet_of):
    document = register.document("Lindewater")
    register.do(case_edits.place_in_case, document.uid, "")
    line = sheet_of("Gemeente;Golf\nLindewater;2026\n").line("Lindewater")
    assert (line.document.how, line.document.document.uid) == (How.TITLE, document.uid)


def test_a_document_of_another_year_is_not_taken(register, sheet_of):
    document = register.document("Lindewater")
    register.do(case_edits.place_in_case, document.uid, "")
    line = sheet_of("Gemeente;Golf\nLindewater;2018\n").line("Lindewater")
    assert line.document.how is How.NONE


def test_a_document_that_is_not_here_is_asked(sheet_of):
    given = sheet_of("Gemeente;Document\nLindewater;Lindewater 2062.pdf\nOostervaart;Elders\n")
    first, second = given.plan.lines
    assert first.document.how is How.DOUBT
    assert [one.title for one in first.document.candidates] == ["Lindewater 2026"]
    assert second.is_open
    assert second.document.candidates == ()


def test_a_second_line_on_one_document_is_pointed_out(sheet_of):
    text = (
        "Gemeente;Document;Corpus\n"
        "Lindewater;Lindewater 2026;in\nLindewater;lindewater-2026.pdf;in\n"
    )
    first, second = sheet_of(text).plan.lines
    assert first.is_used
    assert "Line 2" in str(second.problem)


def test_a_column_may_be_given_another_use(register, sheet_of):
    given = sheet_of("Gemeente;Regio\nLindewater;Noord\nOostervaart;Noord\n")
    assert given.use("Regio") is Use.GROUP
    given.sheet = given.sheet.choose("Regio", Use.CASE_ATTRIBUTE)
    given.write()
    assert register.values_of("Lindewater", "Regio") == ["Noord"]
    assert register.now.systems == ()


def test_an_attribute_that_differs_within_a_case_is_of_documents(sheet_of):
    text = "Gemeente;Golf;Wethouders\nLindewater;2018;4\nLindewater;2026;5\n"
    assert sheet_of(text).use("Wethouders") is Use.DOCUMENT_ATTRIBUTE


def test_a_known_attribute_keeps_its_kind(register, sheet_of):
    register.do(attribute_edits.add, "Inwoners", "text", "case")
    given = sheet_of("Gemeente;Inwoners\nLindewater;12\n")
    assert given.sheet.columns[1].kind == "text"


def test_a_sheet_without_names_is_refused(sheet_of):
    with pytest.raises(UnreadableTable, match="Gemeente or Case"):
        sheet_of("Kleur;Maat\nrood;groot\n")


def test_a_workbook_is_read_like_a_csv(register, tmp_path):
    path = tmp_path / "gemeenten.xlsx"
    book = Workbook(path)
    page = book.add_worksheet()
    page.write_row(0, 0, ["Gemeente", "Gemeentecode", "Groep: Grootte", "Datum"])
    page.write_row(1, 0, ["Lindewater", 518, "Klein"])
    page.write_datetime(1, 3, date(2018, 3, 21), book.add_format({"num_format": "yyyy-mm-dd"}))
    book.close()
    Import(register, path).write()
    assert register.case("Lindewater").code == "0518"
    assert register.document("Lindewater").dated == date(2018, 3, 21)
    assert [system.title for system in register.now.systems] == ["Grootte"]


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "gemeenten.docx"
    path.write_bytes(b"")
    with pytest.raises(UnreadableTable, match="no sheet"):
        sheet.lines_of(path)


def test_a_line_that_tells_of_a_document_that_is_not_here_is_pointed_out(sheet_of):
    given = sheet_of("Gemeente;Golf;Corpus\nHavenmond;2026;in\nLindewater;2026;in\n")
    assert [line.lacks_document for line in given.plan.lines] == [True, False]


def test_two_people_who_import_the_same_sheet_make_one_register(register, sheet_of, tmp_path):
    copy = tmp_path / "other.qualcode"
    shutil.copy(register.project.path, copy)
    sheet_of(SHEET).write()
    after = register.now
    with Project.open(copy) as other:
        lines = sheet.lines_of(tmp_path / "gemeenten.csv")
        plan = other.read(sheet_plan.plan, other.read(sheet.guess, lines, "gemeenten.csv"))
        other.write(sheet_import.carry_out, plan, journal.new_uid())
    merge = merging.prepare(register.project, [copy])
    assert merge.clashes == ()
    merging.carry_out(register.project, merge)
    assert register.now == after
