"""Memos: on anything, typed, apart from the evidence."""

from __future__ import annotations

import pytest

from qualcode_app.domain.anchors import PageArea
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.services.coding import area_codings, coding_rows, codings
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import exports
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.memos import memo_rows, memos
from qualcode_app.services.memos.memos import NewMemo, Target


def new(desk, target: Target, text: str = "Wie voert dit uit?", kind: str = "question") -> NewMemo:
    return NewMemo(target, kind, desk.coder_uid, text)


@pytest.fixture
def place(desk):
    return Target("place", None, desk.document.revision_uid, desk.words(desk.text[915:930]))


@pytest.fixture
def coding(desk):
    made = desk.new(1000, 1040)
    desk.project.write(codings.add, made)
    return made


def row(desk, uid: str):
    return next(row for row in desk.project.read(memo_rows.rows) if row.uid == uid)


def test_a_memo_on_a_place_tells_document_page_and_words(desk, place):
    memo = new(desk, place)
    desk.project.write(memos.add, memo)
    found = row(desk, memo.uid)
    assert found.document_title == desk.document.title
    assert found.anchor == place.anchor
    assert found.about_nl == " ".join(desk.text[place.anchor.start : place.anchor.end].split())
    assert found.page_number >= 1
    assert found.kind == "question"


def test_a_memo_stands_on_project_document_code_and_coding(desk, coding):
    targets = {
        "project": Target("project", desk.project.facts.study_uid),
        "document": Target("document", desk.document.uid),
        "code": Target("code", desk.codes["INC-2"]),
        "coding": Target("coding", coding.uid),
    }
    for name, target in targets.items():
        memo = new(desk, target)
        desk.project.write(memos.add, memo)
        assert row(desk, memo.uid).target_kind == name
    listed = desk.project.read(memo_rows.rows)
    assert {one.about_nl for one in listed if one.target_kind == "code"} != {""}


def test_a_coding_shows_one_note_and_any_number_of_questions(desk, coding):
    target = Target("coding", coding.uid)
    desk.project.write(memos.add, new(desk, target, kind="note", text="Let op"))
    desk.project.write(memos.add, new(desk, target))
    desk.project.write(memos.add, new(desk, target, text="Vanaf wanneer?"))
    with pytest.raises(RefusedChange):
        desk.project.write(memos.add, new(desk, target, kind="note"))
    (shown,) = desk.project.read(coding_rows.rows, uids=[coding.uid])
    assert shown.memo == "Let op"


def test_the_note_of_a_coding_may_become_a_question_and_a_new_note_be_written(desk, coding):
    desk.project.write(codings.set_memo, coding.uid, "Eerst")
    (first,) = [r for r in desk.project.read(memo_rows.rows) if r.target_uid == coding.uid]
    desk.project.write(memos.change, first.uid, "question", "Eerst?")
    desk.project.write(codings.set_memo, coding.uid, "Daarna")
    said = {r.kind: r.text for r in desk.project.read(memo_rows.rows) if r.target_uid == coding.uid}
    assert said == {"question": "Eerst?", "note": "Daarna"}


def test_a_removed_memo_comes_back_as_it_was(desk, place):
    memo = new(desk, place)
    desk.project.write(memos.add, memo)
    before = row(desk, memo.uid)
    kept = desk.project.read(memos.keep, memo.uid)
    desk.project.write(memos.remove, memo.uid)
    with pytest.raises(UnknownRecord):
        desk.project.read(memos.keep, memo.uid)
    desk.project.write(memos.put_back, kept)
    assert row(desk, memo.uid).text == before.text


def test_a_memo_without_words_is_refused(desk, place):
    with pytest.raises(RefusedChange):
        desk.project.write(memos.add, new(desk, place, text="  "))


def test_a_search_finds_each_word_in_memo_or_target(desk, place):
    memo = new(desk, place, text="Rekent dit met de norm van 2030?")
    desk.project.write(memos.add, memo)
    found = row(desk, memo.uid)
    assert found.matches("NORM 2030")
    assert not found.matches("norm 2031")


def test_the_workbook_has_a_sheet_of_memos(desk, place):
    memo = new(desk, place)
    desk.project.write(memos.add, memo)
    found = exports.snapshot(desk.project, Wish())
    table = found.tables["Memo's"]
    names = [column.title for column in table.columns]
    lines = {line[-1]: dict(zip(names, line, strict=True)) for line in table.rows}
    assert lines[memo.uid]["Soort"] == "Vraag"
    assert lines[memo.uid]["Bij"] == "Plaats"
    assert lines[memo.uid]["Memo"] == memo.text


def test_a_memo_on_a_coded_area_tells_its_page(desk):
    area = PageArea(3, 50, 60, 150, 160)
    made = NewAreaCoding(
        desk.document.revision_uid, desk.round_uid, desk.coder_uid, desk.codes["INC-2"], area
    )
    desk.project.write(area_codings.add, made)
    memo = new(desk, Target("coding", made.uid))
    desk.project.write(memos.add, memo)
    found = row(desk, memo.uid)
    assert (found.page_number, found.anchor) == (3, None)
    assert found.page_label == desk.project.read(documents.pages, made.revision_uid)[2].label


def test_memos_are_found_without_the_accents_of_their_words(desk, place):
    memo = new(desk, place, "Geldt dit ook voor cafés?")
    desk.project.write(memos.add, memo)
    assert row(desk, memo.uid).matches("cafes geldt")
    assert row(desk, memo.uid).matches("Cafés")
    assert not row(desk, memo.uid).matches("cafetaria")
