"""Contents: outline, headings found, and corrections that can be undone."""

from __future__ import annotations

import pytest

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.services.documents import documents, imports
from qualcode_app.services.texts import sections
from qualcode_app.services.texts.sections import NewSection, Said


def said(desk) -> list[tuple[int, str, int, int]]:
    found = desk.project.read(sections.rows, desk.document.revision_uid)
    return [(row.level, row.title, row.anchor.start, row.anchor.end) for row in found]


@pytest.fixture
def contents(desk):
    return desk.project.read(sections.rows, desk.document.revision_uid)


def test_every_heading_reaches_to_the_next_one_that_is_not_below_it(desk, contents):
    assert len(contents) > 3
    for at, row in enumerate(contents):
        after = [o.anchor.start for o in contents[at + 1 :] if o.level <= row.level]
        assert row.anchor.end == (after[0] if after else len(desk.text))


def test_headings_found_stand_in_the_text_where_they_say(desk):
    found = desk.project.read(sections.found, desk.document.revision_uid)
    assert len(found) > 3
    for one in found:
        words = "".join(desk.text[one.start : one.end].split())
        assert "".join(one.title.split())[:12] == words[:12]


def test_found_headings_replace_all_and_undo_restores_the_very_same(desk):
    revision = desk.document.revision_uid
    before, kept = said(desk), desk.project.read(sections.kept, revision)
    found = desk.project.read(sections.found, revision)
    desk.project.write(sections.replace_all, revision, found)
    rows = desk.project.read(sections.rows, revision)
    assert [row.title for row in rows] == [one.title for one in found]
    assert {row.origin for row in rows} == {"found"}
    desk.project.write(sections.restore, revision, kept)
    assert said(desk) == before
    desk.project.write(sections.replace_all, revision, found)
    assert [title for _, title, _, _ in said(desk)] == [one.title for one in found]


def test_a_document_in_one_type_has_no_headings_and_says_so(desk):
    with pytest.raises(RefusedChange, match="No headings were found"):
        desk.project.write(sections.replace_all, desk.document.revision_uid, ())


def test_a_corrected_heading_says_so_and_the_others_reach_as_far_as_it_lets_them(desk, contents):
    before = said(desk)
    row = contents[2]
    new = Said(" Wonen en bouwen ", row.level + 1)
    desk.project.write(sections.change, {row.uid: new})
    now = desk.project.read(sections.rows, desk.document.revision_uid)
    assert (now[2].title, now[2].level, now[2].origin) == (
        "Wonen en bouwen",
        row.level + 1,
        "corrected",
    )
    desk.project.write(sections.change, {row.uid: Said(row.title, row.level, row.origin)})
    assert said(desk) == before


def test_a_removed_heading_leaves_its_text_to_the_one_before(desk, contents):
    before = said(desk)
    row = contents[1]
    kept = desk.project.read(sections.keep, row.uid)
    changes = desk.project.write(sections.remove, row.uid)
    assert row.uid in changes[Kind.SECTION].removed
    assert row.title not in [
        title for _, title, start, _ in said(desk) if start == row.anchor.start
    ]
    desk.project.write(sections.put_back, kept)
    assert said(desk) == before


def test_a_place_of_the_text_becomes_a_heading(desk):
    anchor = desk.words("Erfpacht") if "Erfpacht" in desk.text else desk.words(desk.text[400:408])
    new = NewSection(desk.document.revision_uid, 2, "Nieuw kopje", anchor.start)
    desk.project.write(sections.add, new)
    rows = {row.uid: row for row in desk.project.read(sections.rows, desk.document.revision_uid)}
    assert rows[new.uid].anchor.start == anchor.start
    assert rows[new.uid].origin == "corrected"


def test_a_heading_without_words_is_refused(desk, contents):
    with pytest.raises(RefusedChange):
        desk.project.write(sections.change, {contents[0].uid: Said("  ", 1)})


def test_a_heading_that_is_gone_is_named_so(desk):
    with pytest.raises(UnknownRecord):
        desk.project.write(sections.remove, imports.document_uid(desk.coder_uid, "no such"))


def test_bookmarks_on_pages_with_columns_keep_their_order(project):
    document = next(
        row for row in project.read(documents.rows) if row.title.startswith("Kreekenburg")
    )
    numbers = [
        [int(part) for part in row.title.split()[0].split(".")]
        for row in project.read(sections.rows, document.revision_uid)
        if row.title[0].isdigit()
    ]
    assert len(numbers) > 10
    assert numbers == sorted(numbers)
