from __future__ import annotations

import pytest

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import DuplicateCoding, RefusedChange
from qualcode_app.services.agreement import agreements
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import area_codings, coding_acts, coding_rows, codings, in_vivo
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.exporting import segment_tables
from qualcode_app.services.memos import memos

SECOND = "5ec0d000-0000-4000-8000-000000000002"
AREA = PageArea(1, 60.0, 100.0, 300.0, 220.0)


def made(desk, start, end, code="INC-2", **more):
    new = desk.new(start, end, code, **more)
    desk.project.write(codings.add, new)
    return new


def row(desk, uid):
    return desk.project.read(coding_rows.get, uid)


def test_a_split_makes_two_codings_with_the_same_facets_and_undo_makes_it_one(desk):
    new = made(desk, *_span(desk, "van de gemeente"), memo="kern")
    before = row(desk, new.uid)
    at = before.anchor.start + len("van de ")
    desk.project.write(coding_acts.split, new.uid, at, SECOND)
    first, second = row(desk, new.uid), row(desk, SECOND)
    assert (first.quote, second.quote) == ("van de", "gemeente")
    assert second.values == first.values == before.values
    assert (first.memo, second.memo) == ("kern", "")
    desk.project.write(coding_acts.unsplit, new.uid, before.anchor, SECOND)
    assert row(desk, new.uid) == before


@pytest.mark.parametrize("shift", [0, 3, 10**5])
def test_a_split_that_leaves_no_words_on_one_side_is_refused(desk, shift):
    place = desk.words(" van de ")
    new = made(desk, place.start, place.start + 4)
    with pytest.raises(RefusedChange):
        desk.project.write(coding_acts.split, new.uid, place.start + 1 + shift, SECOND)


def test_neighbours_are_joined_with_both_notes_and_come_back_as_they_were(desk):
    start, end = _span(desk, "van de gemeente")
    one = made(desk, start, start + 6, memo="eerste")
    two = made(desk, start + 7, end, memo="tweede")
    before = row(desk, one.uid), row(desk, two.uid)
    assert desk.project.read(coding_acts.neighbour, one.uid) == two.uid
    kept = desk.project.read(codings.keep, two.uid)
    desk.project.write(coding_acts.join, one.uid, two.uid)
    now = row(desk, one.uid)
    assert (now.quote, now.memo) == ("van de gemeente", "eerste\n\ntweede")
    assert not desk.project.read(coding_rows.rows, uids=[two.uid])
    first = before[0]
    desk.project.write(coding_acts.unjoin, one.uid, first.anchor, first.memo, first.values, kept)
    assert (row(desk, one.uid), row(desk, two.uid)) == before


def test_codings_with_words_between_them_are_no_neighbours(desk):
    start, end = _span(desk, "van de gemeente")
    one = made(desk, start, start + 3, "INC-3")
    made(desk, start + 7, end, "INC-3")
    with pytest.raises(RefusedChange):
        desk.project.read(coding_acts.neighbour, one.uid)


def test_a_neighbour_with_a_question_is_not_joined(desk):
    start, end = _span(desk, "van de gemeente")
    one = made(desk, start, start + 6)
    two = made(desk, start + 7, end)
    target = memos.Target("coding", two.uid)
    question = memos.NewMemo(target, "question", desk.coder_uid, "Hoort dit hier?")
    desk.project.write(memos.add, question)
    with pytest.raises(RefusedChange):
        desk.project.write(coding_acts.join, one.uid, two.uid)
    assert row(desk, one.uid).anchor.end == start + 6


def test_a_place_has_one_primary_coding_and_undo_gives_it_back(desk):
    start, end = _span(desk, "van de gemeente")
    one, two = made(desk, start, end), made(desk, start, end, "INC-1")
    assert desk.project.read(coding_acts.primary_at, one.uid) == ""
    desk.project.write(coding_acts.set_primary, one.uid, one.uid)
    desk.project.write(coding_acts.set_primary, two.uid, two.uid)
    assert [row(desk, new.uid).is_primary for new in (one, two)] == [False, True]
    desk.project.write(coding_acts.set_primary, two.uid, one.uid)
    assert [row(desk, new.uid).is_primary for new in (one, two)] == [True, False]
    desk.project.write(coding_acts.set_primary, one.uid, "")
    assert desk.project.read(coding_acts.primary_at, two.uid) == ""


def test_a_primary_coding_is_not_moved_onto_another_one(desk):
    start, end = _span(desk, "van de gemeente")
    one, two = made(desk, start, end), made(desk, start, start + 6, "INC-1")
    for new in (one, two):
        desk.project.write(coding_acts.set_primary, new.uid, new.uid)
    with pytest.raises(RefusedChange):
        desk.project.write(codings.resize, two.uid, TextAnchor(start, end))


def test_words_become_a_draft_code_with_a_revision_and_undo_takes_both_away(desk):
    family = next(r for r in desk.project.read(codebook.rows) if r.is_family)
    start, end = _span(desk, "van de gemeente")
    code = in_vivo.NewCode(family.uid, desk.project.read(in_vivo.free_key, family.uid), " van  de ")
    new = desk.new(start, end, origin="in_vivo")
    coding = type(new)(
        new.revision_uid, new.round_uid, new.coder_uid, code.uid, new.anchor, "in_vivo"
    )
    n_codes = len(desk.project.read(codebook.rows))
    for _ in range(2):  # redo makes the very same
        changes = desk.project.write(in_vivo.add, code, coding)
        assert changes[Kind.CODE].added == {code.uid}
        stored = next(r for r in desk.project.read(codebook.rows) if r.uid == code.uid)
        assert (stored.label_nl, stored.family_uid) == ("van de", family.uid)
        assert desk.project.read(codebook.digests, {code.uid})
        assert row(desk, coding.uid).code_key == code.key
        desk.project.write(in_vivo.remove, code.uid, coding.uid)
        assert len(desk.project.read(codebook.rows)) == n_codes


def test_a_new_code_used_elsewhere_is_not_taken_away(desk):
    family = next(r for r in desk.project.read(codebook.rows) if r.is_family)
    code = in_vivo.NewCode(family.uid, "NIEUW-1", "Nieuw")
    new = desk.new(100, 120)
    places = [TextAnchor(100, 120), TextAnchor(200, 230)]
    first, second = (
        type(new)(new.revision_uid, new.round_uid, new.coder_uid, code.uid, place)
        for place in places
    )
    desk.project.write(in_vivo.add, code, first)
    desk.project.write(codings.add, second)
    with pytest.raises(RefusedChange, match="1 other"):
        desk.project.write(in_vivo.remove, code.uid, first.uid)
    assert row(desk, first.uid).code_uid == code.uid


def test_an_area_is_kept_listed_exported_and_removed_but_never_text(desk):
    new = _area(desk)
    figures = desk.project.read(agreements.table)
    n_text = len(desk.project.read(coding_rows.rows))
    desk.project.write(area_codings.add, new)
    shown = row(desk, new.uid)
    assert (shown.area, shown.quote, shown.page_number) == (AREA, "", 1)
    assert len(desk.project.read(coding_rows.rows)) == n_text
    assert repr(desk.project.read(agreements.table)) == repr(figures)  # NaN is not itself
    table = desk.project.read(segment_tables.table)
    (line,) = [cells for cells in table.rows if new.uid in cells]
    named = dict(zip([column.title for column in table.columns], line, strict=True))
    assert named["Gebied (punten)"] == "60.0 100.0 300.0 220.0"
    assert (named["Begin"], named["Citaat zoals gedrukt"], named["Vel"]) == (None, "", 1)
    kept = desk.project.read(codings.keep, new.uid)
    desk.project.write(codings.remove, new.uid)
    assert not desk.project.read(coding_rows.rows, uids=[new.uid], areas=True)
    desk.project.write(codings.put_back, kept)
    assert row(desk, new.uid) == shown


def test_an_area_is_recoded_but_not_doubled_split_or_stretched(desk):
    new = _area(desk)
    desk.project.write(area_codings.add, new)
    with pytest.raises(DuplicateCoding):
        desk.project.write(area_codings.add, _area(desk))
    desk.project.write(codings.recode, new.uid, desk.codes["INC-1"])
    assert row(desk, new.uid).code_key == "INC-1"
    with pytest.raises(RefusedChange):
        desk.project.write(codings.resize, new.uid, TextAnchor(0, 10))
    with pytest.raises(RefusedChange):
        desk.project.write(coding_acts.split, new.uid, 5, SECOND)


def _area(desk) -> NewAreaCoding:
    new = desk.new(0, 5)
    return NewAreaCoding(new.revision_uid, new.round_uid, new.coder_uid, new.code_uid, AREA)


def _span(desk, words: str) -> tuple[int, int]:
    place = desk.words(words)
    return place.start, place.end
