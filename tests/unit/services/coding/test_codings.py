from __future__ import annotations

import re
from itertools import pairwise

import pytest
from sqlalchemy import select

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import DuplicateCoding, InvalidAnchor, UnknownRecord
from qualcode_app.models.history import ChangeLog, Tombstone
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.documents import documents
from qualcode_app.services.texts.places import Places


def test_a_coding_is_found_at_the_same_words_after_reopening(desk, project_file):
    place = desk.words("gemeente")
    new = desk.new(place.start, place.end, memo="nagaan")
    changes = desk.project.write(codings.add, new)
    assert changes[Kind.CODING].added == {new.uid}
    desk.project.close()
    with type(desk.project).open(project_file) as again:
        row = again.read(coding_rows.get, new.uid)
        text = again.read(documents.text, row.revision_uid)
    assert row.quote == "gemeente" == text[row.anchor.start : row.anchor.end]
    assert (row.code_key, row.memo) == ("INC-2", "nagaan")


def test_white_space_at_the_ends_is_left_out(desk):
    place = desk.words(" van de ")
    new = desk.new(place.start, place.end)
    desk.project.write(codings.add, new)
    row = desk.project.read(coding_rows.get, new.uid)
    assert row.quote == "van de"
    assert row.anchor == TextAnchor(place.start + 1, place.end - 1)


def test_words_and_context_are_the_same_however_much_white_space_was_selected_with_them(desk):
    text, revision_uid = desk.text, desk.document.revision_uid
    whole_words = [match.span() for match in re.finditer(r"(?<=\s\s)\S+|\S+(?=\s\s)", text)]
    for start, end in ((0, len(text.split()[0])), *whole_words[:20]):
        exact = TextAnchor(start, end)
        loose = TextAnchor(len(text[:start].rstrip()), len(text) - len(text[end:].lstrip()))
        assert loose != exact
        for anchor in (loose, exact):
            place = desk.project.read(
                lambda session, anchor=anchor: Places(session).at(revision_uid, anchor)
            )
            passage = place.passage
            assert place.anchor == exact
            assert passage.quote == text[start:end]
            assert passage.prefix == text[max(0, start - 32) : start]
            assert passage.suffix == text[end : end + 32]


def test_every_coding_of_the_sample_holds_the_words_of_its_place(desk):
    for row in desk.project.read(coding_rows.rows):
        text = desk.project.read(documents.text, row.revision_uid)
        assert text[row.anchor.start : row.anchor.end] == row.quote
        page = desk.project.read(documents.pages, row.revision_uid)[row.page_number - 1]
        assert page.start_char <= row.anchor.start < page.start_char + page.n_chars
        assert page.label == row.page_label


def test_the_same_code_on_the_same_place_is_refused(desk):
    desk.project.write(codings.add, desk.new(100, 140))
    with pytest.raises(DuplicateCoding):
        desk.project.write(codings.add, desk.new(100, 140))
    assert desk.project.write(codings.add, desk.new(100, 140, "INC-1"))


@pytest.mark.parametrize(("start", "end"), [(10**7, 10**7 + 5), (0, 10**7)])
def test_a_place_outside_the_text_is_refused_and_changes_nothing(desk, start, end):
    before = len(desk.project.read(coding_rows.rows))
    with pytest.raises(InvalidAnchor):
        desk.project.write(codings.add, desk.new(start, end))
    assert len(desk.project.read(coding_rows.rows)) == before


def test_a_removed_coding_leaves_a_tombstone_and_comes_back_as_it_was(desk):
    new = desk.new(100, 160, memo="let op")
    desk.project.write(codings.add, new)
    before = desk.project.read(coding_rows.get, new.uid)
    kept = desk.project.read(codings.keep, new.uid)
    desk.project.write(codings.remove, new.uid)
    with pytest.raises(UnknownRecord):
        desk.project.read(coding_rows.get, new.uid)
    assert new.uid in desk.project.read(lambda s: s.scalars(select(Tombstone.row_uid)).all())

    desk.project.write(codings.put_back, kept)
    assert desk.project.read(coding_rows.get, new.uid) == before
    assert new.uid not in desk.project.read(lambda s: s.scalars(select(Tombstone.row_uid)).all())


def test_the_edges_and_the_code_of_a_coding_can_change(desk):
    new = desk.new(100, 160)
    desk.project.write(codings.add, new)
    desk.project.write(codings.resize, new.uid, TextAnchor(90, 200))
    desk.project.write(codings.recode, new.uid, desk.codes["INC-1"])
    row = desk.project.read(coding_rows.get, new.uid)
    assert row.code_key == "INC-1"
    assert row.quote == desk.text[row.anchor.start : row.anchor.end]
    assert row.anchor.end > 190


def test_recoding_to_a_code_that_is_there_already_is_refused(desk):
    desk.project.write(codings.add, desk.new(100, 160, "INC-1"))
    new = desk.new(100, 160)
    desk.project.write(codings.add, new)
    with pytest.raises(DuplicateCoding):
        desk.project.write(codings.recode, new.uid, desk.codes["INC-1"])


def test_a_footnote_inside_a_coding_is_left_out_of_it(desk):
    regions = desk.project.read(documents.regions, desk.document.revision_uid)
    region = next(r for r in regions if r.kind == "footnote")
    new = desk.new(region.start - 30, region.end + 30)
    desk.project.write(codings.add, new)
    row = desk.project.read(coding_rows.get, new.uid)
    assert TextAnchor(region.start, region.end) in row.holes


def test_a_coding_of_the_footnote_itself_has_no_hole(desk):
    regions = desk.project.read(documents.regions, desk.document.revision_uid)
    region = next(r for r in regions if r.kind == "footnote")
    new = desk.new(region.start, region.end)
    desk.project.write(codings.add, new)
    assert desk.project.read(coding_rows.get, new.uid).holes == ()


def test_every_act_adds_one_link_to_the_chain(desk):
    def chain(session):
        return session.scalars(select(ChangeLog).order_by(ChangeLog.seq)).all()

    before = desk.project.read(chain)
    new = desk.new(100, 160)
    desk.project.write(codings.add, new)
    desk.project.write(codings.remove, new.uid)
    links = desk.project.read(chain)
    assert len(links) == len(before) + 2
    assert [link.act for link in links[-2:]] == ["coding.add", "coding.remove"]
    for first, second in pairwise(links):
        assert second.prev == first.hash


def test_clearing_a_note_removes_it(desk):
    new = desk.new(100, 160, memo="weg")
    desk.project.write(codings.add, new)
    changes = desk.project.write(codings.set_memo, new.uid, "  ")
    assert changes[Kind.MEMO].removed
    assert desk.project.read(coding_rows.get, new.uid).memo == ""
