"""Codes are changed, moved, merged, split and retired, and all of it comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from qualcode_app import paths
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.formats import codebook_json
from qualcode_app.models.codebooks import CodeRevision
from qualcode_app.models.codings import Coding
from qualcode_app.services.codebook import (
    code_edits,
    code_moves,
    code_review,
    code_state,
    codebook,
    versions,
)
from qualcode_app.services.codebook.boundaries import Boundary
from qualcode_app.services.codebook.code_edits import CodeText, Keyword, NewCode
from qualcode_app.services.coding import codings
from qualcode_app.services.registers import loading
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project


def content(desk) -> dict[str, str]:
    """Return every code and coding of the project as it reads now."""

    def read(session):
        rows = codebook.rows(session, retired=True)
        texts = {row.uid: str(code_edits.get(session, row.uid)) for row in rows}
        stood = {row.uid: f"{row.parent_uid} {row.is_retired}" for row in rows}
        coded = session.execute(select(Coding.uid, Coding.code_uid, Coding.code_digest))
        return (
            {uid: f"{texts[uid]} {stood[uid]}" for uid in texts}
            | {row.uid: f"{row.code_uid} {row.code_digest}" for row in coded}
            | {"order": str([row.uid for row in rows])}
        )

    return desk.project.read(read)


def coded(desk, key: str) -> list[str]:
    query = select(Coding.uid).where(Coding.code_uid == desk.codes[key])
    return desk.project.read(lambda session: list(session.scalars(query)))


def review(desk) -> dict[str, code_review.ReviewRow]:
    return {row.coding_uid: row for row in desk.project.read(code_review.rows)}


def undo(desk, kept, new=()) -> None:
    desk.project.write(code_state.restore, kept, new, "undo")


def text_of(desk, key: str) -> CodeText:
    return desk.project.read(code_edits.get, desk.codes[key])


@pytest.fixture
def coding(desk) -> str:
    new = desk.new(10, 40, "WON-2")
    desk.project.write(codings.add, new)
    return new.uid


def test_a_code_says_what_was_written_and_keeps_a_revision_with_its_reason(desk):
    new = replace(
        text_of(desk, "WON-2"),
        label_en="Homes",
        full_nl="Alles over woningen.",
        colour="#7a1fa2",
        not_when=(Boundary("Only renovation", desk.codes["WON-5"]),),
        keywords=(Keyword("woning", "word"),),
    )
    desk.project.write(code_edits.write, desk.codes["WON-2"], new, "clearer")
    assert text_of(desk, "WON-2") == new
    query = select(CodeRevision.reason).where(CodeRevision.code_uid == desk.codes["WON-2"])
    assert "clearer" in desk.project.read(lambda session: list(session.scalars(query)))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"label_nl": " ", "label_en": ""}, "needs a name"),
        ({"key": "WON-1"}, "already"),
        ({"key": "a b"}, "cannot be the key"),
        ({"colour": "red"}, "no colour"),
    ],
)
def test_an_unsound_code_is_refused(desk, wrong, words):
    new = replace(text_of(desk, "WON-2"), **wrong)
    with pytest.raises(RefusedChange, match=words):
        desk.project.write(code_edits.write, desk.codes["WON-2"], new, "")


def test_a_redefinition_lists_codings_and_a_new_colour_does_not(desk, coding):
    uid = desk.codes["WON-2"]
    desk.project.write(code_edits.write, uid, replace(text_of(desk, "WON-2"), colour="WON:5"), "")
    assert coding not in review(desk)
    new = replace(text_of(desk, "WON-2"), full_nl="Iets anders.")
    desk.project.write(code_edits.write, uid, new, "")
    assert review(desk)[coding].reason == "redefine"
    desk.project.write(code_review.keep, [coding])
    assert coding not in review(desk)


def test_undoing_a_redefinition_takes_its_codings_off_the_list(desk, coding):
    before = text_of(desk, "WON-2")
    for text in (replace(before, full_nl="Iets anders."), before):
        desk.project.write(code_edits.write, desk.codes["WON-2"], text, "")
    assert review(desk) == {}


def test_a_merge_moves_codings_with_their_revision_and_comes_back_whole(desk, coding):
    uid, into = desk.codes["WON-2"], desk.codes["WON-1"]
    before = content(desk)
    kept = desk.project.read(code_state.keep, code_state_below(desk, uid))
    desk.project.write(code_moves.merge, uid, into, journal.new_uid(), "the same")
    assert coding in coded(desk, "WON-1")
    assert "WON-2" not in {row.key for row in desk.project.read(codebook.rows)}
    row = review(desk)[coding]
    assert (row.reason, row.was_key, row.code_key) == ("merge", "WON-2", "WON-1")
    undo(desk, kept)
    assert content(desk) == before
    assert review(desk) == {}


def code_state_below(desk, uid: str) -> list[str]:
    return desk.project.read(code_state.below, uid)


def test_a_merge_leaves_a_coding_where_its_coder_used_both_codes(desk, coding):
    desk.project.write(codings.add, desk.new(10, 40, "WON-1"))
    uid, into = desk.codes["WON-2"], desk.codes["WON-1"]
    desk.project.write(code_moves.merge, uid, into, journal.new_uid(), "")
    assert coding in coded(desk, "WON-2")
    assert review(desk)[coding].successors == (into,)


def test_a_split_retires_the_code_and_offers_the_new_ones(desk, coding):
    uid = desk.codes["INC-2"]
    desk.project.write(codings.add, one := desk.new(50, 70, "INC-2"))
    before = content(desk)
    kept = desk.project.read(code_state.keep, [uid])
    family = desk.project.read(codebook.code_keyed, "INC").uid
    home = desk.project.read(code_edits.codebook_of, uid)
    new = [
        NewCode(home, family, replace(text_of(desk, "INC-2"), key=key)) for key in ("X-1", "X-2")
    ]
    uids = [journal.new_uid(), journal.new_uid()]
    desk.project.write(code_moves.split, uid, new, uids, "too wide")
    row = review(desk)[one.uid]
    assert row.reason == "split"
    assert set(row.successors) == {each.uid for each in new}
    undo(desk, kept, tuple(each.uid for each in new))
    assert content(desk) == before


def test_a_family_is_retired_with_its_codes_and_comes_back(desk):
    before = content(desk)
    uids = code_state_below(desk, desk.codes["WON"])
    kept = desk.project.read(code_state.keep, uids)
    desk.project.write(code_moves.retire, desk.codes["WON"], "")
    assert not [row for row in desk.project.read(codebook.rows) if row.key.startswith("WON")]
    with pytest.raises(RefusedChange, match="Revive"):
        desk.project.write(code_moves.revive, desk.codes["WON-1"], "")
    undo(desk, kept)
    assert content(desk) == before


def test_a_code_stands_where_it_was_moved_to(desk):
    uid, parent, before = (desk.codes[key] for key in ("WON-3", "RUI", "RUI-2"))
    desk.project.write(code_moves.move, uid, parent, before, "")
    keys = [
        row.key
        for row in desk.project.read(codebook.rows)
        if row.parent_uid == parent or row.uid == uid
    ]
    assert keys.index("WON-3") == keys.index("RUI-2") - 1


def test_a_code_moves_between_the_same_neighbours_again_and_again(desk):
    parent, before = desk.codes["WON"], desk.codes["WON-2"]
    for key in ("WON-3", "WON-4", "WON-5", "WON-3", "WON-4") * 12:
        desk.project.write(code_moves.move, desk.codes[key], parent, before, "")
    brothers = [row.key for row in desk.project.read(codebook.rows) if row.parent_uid == parent]
    assert brothers[:5] == ["WON-1", "WON-5", "WON-3", "WON-4", "WON-2"]


def test_a_code_is_not_put_below_itself(desk):
    with pytest.raises(RefusedChange, match="below itself"):
        desk.project.write(code_moves.move, desk.codes["WON"], desk.codes["WON-1"], None, "")


def test_two_versions_tell_what_was_added_moved_changed_and_removed(desk):
    first = desk.project.read(versions.listed)[0]
    home = first.codebook_uid
    text = replace(text_of(desk, "WON-2"), label_en="Homes")
    desk.project.write(code_edits.write, desk.codes["WON-2"], text, "")
    desk.project.write(code_moves.move, desk.codes["WON-3"], desk.codes["RUI"], None, "")
    desk.project.write(code_moves.retire, desk.codes["WON-4"], "")
    added = NewCode(home, desk.codes["WON"], CodeText("WON-99", "Nieuw", "New", "WON:1"))
    desk.project.write(code_edits.add, added, "")
    uid = journal.new_uid()
    desk.project.write(versions.fix, home, uid, "after the training")
    found = {(row.key, row.what) for row in desk.project.read(versions.differences, first.uid, uid)}
    assert found >= {
        ("WON-2", "changed"),
        ("WON-3", "moved"),
        ("WON-4", "removed"),
        ("WON-99", "added"),
    }
    assert desk.project.read(versions.listed)[0].label == "2"
    assert desk.project.read(versions.differences, uid) == []


def test_a_version_needs_a_reason(desk):
    home = desk.project.read(versions.listed)[0].codebook_uid
    with pytest.raises(RefusedChange, match="why"):
        desk.project.write(versions.fix, home, journal.new_uid(), " ")


def test_without_a_code_the_codebook_with_codes_is_meant_not_that_of_a_register(tmp_path):
    mine = NewCoder("Roos van Dam")
    with Project.create(tmp_path / "two.qualcode", title="Twee", coder=mine) as project:
        project.author_uid = project.read(people.coders)[0].uid
        trends = codebook_json.read(paths.codebooks() / "trend-study.json")
        project.write(loading.load, trends)
        project.write(codebook.load, codebook_json.read(paths.codebooks() / "agenda-test.json"))
        meant = project.read(code_edits.codebook_of, "")
        assert project.read(code_edits.codes_of, meant)
