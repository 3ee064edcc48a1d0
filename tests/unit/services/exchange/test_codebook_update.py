"""A codebook that is here already takes over what a file changed, and asks where both did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualcode_app.domain.codebook_arrival import ArrivedCodebook
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.services.codebook import code_edits, code_moves, code_state, codebook
from qualcode_app.services.exchange import (
    codebook_back,
    codebook_files,
    codebook_update,
    codebooks,
)


@pytest.fixture
def book(project):
    row = project.read(codebooks.book_keyed, "combined")
    return project.read(codebook_back.of, row.uid)


def edited(book, key: str, **fields):
    codes = tuple(replace(code, **fields) if code.key == key else code for code in book.codes)
    return ArrivedCodebook(replace(book, codes=codes))


def plan(project, arrived):
    return project.read(codebook_update.plan, arrived)


def told(project, arrived):
    return [(one.key, one.effect) for one in plan(project, arrived).updates]


def here(project, key: str):
    rows = {row.key: row for row in project.read(codebook.rows, retired=True)}
    return project.read(code_edits.get, rows[key].uid)


def rename_here(project, key: str, **fields) -> None:
    uid = next(row.uid for row in project.read(codebook.rows) if row.key == key)
    project.write(code_edits.write, uid, replace(project.read(code_edits.get, uid), **fields), "")


def test_the_same_file_changes_nothing(project, book):
    assert told(project, ArrivedCodebook(book)) == []


def test_what_only_the_file_changed_is_taken_over_and_undone(project, book):
    arrived = edited(book, "WON-2", label_nl="Verdelen", keywords=())
    (one,) = plan(project, arrived).updates
    assert (one.key, one.effect) == ("WON-2", "changed")
    assert {field.field for field in one.fields} == {"label_nl", "code_keyword"}
    changed, made = project.read(codebook_update.touched, arrived, ["WON-2"])
    kept = project.read(code_state.keep, changed)
    project.write(codebook_update.carry_out, arrived, ["WON-2"], "from the team")
    assert here(project, "WON-2").label_nl == "Verdelen"
    assert told(project, arrived) == []
    project.write(code_state.restore, kept, tuple(made), "undo")
    assert project.read(codebook_back.of, plan(project, arrived).codebook_uid) == book


def test_what_only_changed_here_stays(project, book):
    rename_here(project, "WON-2", label_nl="Verdelen")
    assert told(project, ArrivedCodebook(book)) == []


def test_what_changed_here_and_in_the_file_is_asked_and_stays_by_default(project, book):
    rename_here(project, "WON-2", label_nl="Verdelen", example="Eigen voorbeeld.")
    arrived = edited(book, "WON-2", label_nl="Toedelen", label_en="Allotment")
    found = plan(project, arrived)
    (one,) = found.updates
    assert one.effect == "clash"
    assert {field.field: field.clashes for field in one.fields} == {
        "label_nl": True,
        "label_en": False,
    }
    assert found.default_keys == frozenset()
    project.write(codebook_update.carry_out, arrived, ["WON-2"], "theirs")
    assert here(project, "WON-2").label_nl == "Toedelen"
    assert here(project, "WON-2").example == "Eigen voorbeeld."


def test_a_new_code_stands_after_its_brother_and_goes_by_undo(project, book):
    at = next(n for n, code in enumerate(book.codes) if code.key == "WON-2")
    new = replace(book.codes[at], key="WON-2z", label_nl="Nieuw", label_en="New", not_when=())
    arrived = ArrivedCodebook(
        replace(book, codes=(*book.codes[: at + 1], new, *book.codes[at + 1 :]))
    )
    assert told(project, arrived) == [("WON-2z", "new")]
    _, made = project.read(codebook_update.touched, arrived, ["WON-2z"])
    project.write(codebook_update.carry_out, arrived, ["WON-2z"], "")
    family = [row.key for row in project.read(codebook.rows) if row.level == 2]
    assert family[family.index("WON-2") + 1] == "WON-2z"
    project.write(code_state.restore, code_state.Kept((), frozenset()), tuple(made), "undo")
    assert "WON-2z" not in {row.key for row in project.read(codebook.rows)}


def test_a_code_that_the_file_has_not_is_retired_only_when_chosen(project, book):
    codes = tuple(
        replace(code, not_when=tuple(b for b in code.not_when if b.neighbour != "WON-5a"))
        for code in book.codes
        if code.key != "WON-5a"
    )
    arrived = ArrivedCodebook(replace(book, codes=codes))
    found = plan(project, arrived)
    assert ("WON-5a", "missing") in {(one.key, one.effect) for one in found.updates}
    assert "WON-5a" not in found.default_keys
    project.write(codebook_update.carry_out, arrived, found.default_keys, "")
    assert "WON-5a" in {row.key for row in project.read(codebook.rows)}
    project.write(codebook_update.carry_out, arrived, ["WON-5a"], "")
    assert "WON-5a" not in {row.key for row in project.read(codebook.rows)}


def test_a_code_retired_here_is_asked_and_comes_back_when_chosen(project, book):
    uid = next(row.uid for row in project.read(codebook.rows) if row.key == "WON-2")
    project.write(code_moves.retire, uid, "")
    found = plan(project, ArrivedCodebook(book))
    effects = {one.key: one.effect for one in found.updates}
    assert effects["WON-2"] == "retired"
    assert not found.default_keys
    project.write(codebook_update.carry_out, ArrivedCodebook(book), ["WON-2"], "")
    assert "WON-2" in {row.key for row in project.read(codebook.rows)}


def test_a_moved_code_moves_and_a_loop_is_refused(project, book):
    arrived = edited(book, "WON-2", parent="RUI")
    project.write(codebook_update.carry_out, arrived, ["WON-2"], "")
    rows = {row.key: row for row in project.read(codebook.rows)}
    assert rows["WON-2"].parent_uid == rows["RUI"].uid
    project.write(code_moves.move, rows["RUI"].uid, rows["WON-3"].uid, None, "")
    looped = edited(book, "WON-3", parent="RUI-1")
    with pytest.raises(RefusedChange, match="below itself"):
        project.write(codebook_update.carry_out, looped, ["WON-3"], "")


def test_a_sheet_worked_on_elsewhere_comes_back_as_a_change(project, book, tmp_path):
    path = tmp_path / "codes.csv"
    codebook_files.write(book, path, "nl")
    text = path.read_text("utf-8-sig")
    changed = text.replace(book.codes[2].example, "Een ander verzonnen voorbeeld.")
    path.write_text(changed, "utf-8-sig")
    arrived = codebook_files.read(path)
    assert project.read(codebooks.plan, arrived).is_known
    (one,) = plan(project, arrived).updates
    assert [field.field for field in one.fields] == ["example"]
