"""The codebook is changed in the window: menu, keys, dragging, dialogs, undo."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu

from qualcode_app.services.codebook import code_counts, code_edits, code_moves, versions
from qualcode_app.services.codebook.active import NewActiveSet
from qualcode_app.services.coding import coding_rows, marked
from qualcode_app.ui.dialogs.active_codes import ActiveCodes
from qualcode_app.ui.dialogs.code_change import MergeCodes, SplitCode
from qualcode_app.ui.dialogs.code_editor import CodeEditor
from qualcode_app.ui.item_models.code_tree import EVERY_ROLE, code_mime
from qualcode_app.ui.undo.codebook import ChooseCodes

TOP = QModelIndex()


@pytest.fixture
def codes(hand):
    return hand.space.codes


def dialog_of(window, kind):
    return next(each for each in window.findChildren(kind) if each.isVisible())


def mark(hand, key: str) -> None:
    hand.space.codes.tree.mark(hand.code(key).uid)


def keys(codes) -> list[str]:
    return [row.key for row in codes.model.rows]


def test_the_editor_changes_the_name_and_undo_brings_it_back(window, hand, codes, qtbot):
    mark(hand, "WON-2")
    before = hand.code("WON-2").label_en
    window.actions_["book_edit"].trigger()
    editor = dialog_of(window, CodeEditor)
    editor.label_en.selectAll()
    qtbot.keyClicks(editor.label_en, "Homes for all")
    qtbot.mouseClick(editor.act_button, Qt.MouseButton.LeftButton)
    assert hand.code("WON-2").label_en == "Homes for all"
    window.actions_["undo"].trigger()
    assert hand.code("WON-2").label_en == before


def test_the_editor_says_whether_a_colour_is_legible(window, hand, qtbot):
    mark(hand, "WON-2")
    window.actions_["book_edit"].trigger()
    editor = dialog_of(window, CodeEditor)
    editor.colour.setEditText("#f5f5f5")
    assert "hard to see" in editor.contrast.text()
    editor.colour.setEditText("#12")
    assert "no colour" in editor.contrast.text()
    editor.reject()


def test_the_editor_refuses_a_neighbour_that_is_not_there(window, hand, qtbot):
    mark(hand, "WON-2")
    window.actions_["book_edit"].trigger()
    editor = dialog_of(window, CodeEditor)
    editor.not_when.setPlainText("Something else → NOWHERE-9")
    qtbot.mouseClick(editor.act_button, Qt.MouseButton.LeftButton)
    assert "NOWHERE-9" in editor.message.sentence.text()
    editor.reject()


def test_a_new_code_comes_below_the_marked_one(window, hand, codes, qtbot):
    mark(hand, "WON")
    window.actions_["book_new"].trigger()
    editor = dialog_of(window, CodeEditor)
    qtbot.keyClicks(editor.label_nl, "Woonwagens")
    made = editor.key.text()
    qtbot.mouseClick(editor.act_button, Qt.MouseButton.LeftButton)
    assert hand.code(made).parent_uid == hand.code("WON").uid
    assert codes.marked_uid() == hand.code(made).uid
    window.actions_["undo"].trigger()
    assert made not in keys(codes)


def test_a_dragged_code_moves_and_undo_moves_it_back(window, hand, codes):
    before = keys(codes)
    model = codes.model
    target = model.index_of(hand.code("RUI").uid)
    dropped = code_mime(hand.code("WON-3").uid)
    assert model.dropMimeData(dropped, Qt.DropAction.CopyAction, 1, 0, target)
    brothers = [row.key for row in model.rows if row.parent_uid == hand.code("RUI").uid]
    assert brothers[1] == "WON-3"
    window.actions_["undo"].trigger()
    assert keys(codes) == before


def test_a_merged_code_is_gone_its_codings_are_listed_and_kept(window, hand, codes, qtbot):
    anchor = hand.select("woningen")
    codes.code_chosen.emit(hand.code("WON-2").uid)
    mark(hand, "WON-2")
    window.actions_["book_merge"].trigger()
    dialog = dialog_of(window, MergeCodes)
    dialog.into.setCurrentIndex(dialog.into.findData(hand.code("WON-1").uid))
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert "WON-2" not in keys(codes)
    window.actions_["book_review"].trigger()
    review = window.view.desks.book.review
    n_before = review.list.count()
    assert n_before >= 1
    assert "WON-2" in review.list.item(0).text()
    qtbot.mouseClick(review.keep_button, Qt.MouseButton.LeftButton)
    assert review.list.count() == n_before - 1
    review.reject()
    assert anchor.end > anchor.start


def test_a_merge_taken_back_shows_the_code_and_its_first_coding(window, hand, codes, qtbot):
    uid = hand.code("WON-2").uid
    going = window.workspace.read(code_moves.free_to_move, uid, hand.code("WON-1").uid)
    n_documents = window.workspace.read(marked.spread, going).n_documents
    mark(hand, "WON-2")
    window.actions_["book_merge"].trigger()
    dialog = dialog_of(window, MergeCodes)
    dialog.into.setCurrentIndex(dialog.into.findData(hand.code("WON-1").uid))
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    said = f"{len(going)} codings in {n_documents} documents"
    assert window.status.last_act.text() == f"Code WON-2 merged: {said}"
    codes.tree.mark(codes.model.rows[0].uid)
    window.viewing.look_at(window.view.coding.documents.model.rows[-1].uid)
    window.actions_["undo"].trigger()
    assert window.status.last_act.text() == f"Undone: merging code WON-2 ({said})"
    assert codes.tree.marked_uid() == uid
    assert window.viewing.active_uid == going[0]
    shown = window.workspace.read(coding_rows.get, going[0])
    assert shown.code_uid == uid
    assert window.viewing.document_uid == shown.document_uid
    assert hand.view.scene.flashed == shown.anchor


def test_a_split_makes_the_typed_codes(window, hand, codes, qtbot):
    mark(hand, "WON-2")
    window.actions_["book_split"].trigger()
    dialog = dialog_of(window, SplitCode)
    dialog.lines.setPlainText("WON-21 Duur\nWON-22 Goedkoop")
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert {"WON-21", "WON-22"} <= set(keys(codes))
    assert "WON-2" not in keys(codes)


def test_a_retired_code_can_be_used_again(window, hand, codes):
    mark(hand, "WON-2")
    window.actions_["book_retire"].trigger()
    assert "WON-2" not in keys(codes)
    window.actions_["book_revive"].trigger()
    menu = next(each for each in codes.findChildren(QMenu) if each.isVisible())
    next(act for act in menu.actions() if act.text().startswith("WON-2 ")).trigger()
    assert "WON-2" in keys(codes)
    menu.close()


def test_the_menu_of_a_code_offers_every_act(window, hand, codes):
    mark(hand, "WON-2")
    codes.tree.customContextMenuRequested.emit(QPoint(30, 30))
    menu = next(each for each in codes.findChildren(QMenu) if each.isVisible())
    names = {act.objectName() for act in menu.actions()}
    assert {"book_edit", "book_merge", "book_split", "book_retire", "book_new"} <= names
    menu.close()


def test_a_version_is_fixed_compared_and_written_as_a_sheet(window, hand, qtbot, answers, tmp_path):
    mark(hand, "WON-2")
    window.actions_["book_retire"].trigger()
    window.actions_["book_versions"].trigger()
    dialog = window.view.desks.book.versions
    assert dialog.list.item(0, 0).text().startswith("WON-2")
    answers.paths = [tmp_path / "differences.csv"]
    qtbot.mouseClick(dialog.sheet_button, Qt.MouseButton.LeftButton)
    assert "WON-2" in (tmp_path / "differences.csv").read_text(encoding="utf-8-sig")
    qtbot.keyClicks(dialog.reason, "after the training")
    qtbot.mouseClick(dialog.fix_button, Qt.MouseButton.LeftButton)
    assert dialog.before.count() == 2
    assert dialog.list.rowCount() == 0
    dialog.reject()
    window.actions_["undo"].trigger()
    assert len(window.outfit.workspace.read(versions.listed)) == 1


def test_versions_open_beside_the_newest_whole_set_of_codes(window, hand, qtbot):
    workspace = window.outfit.workspace
    whole = workspace.read(versions.listed)[0]
    chosen = frozenset({hand.code("WON").uid, hand.code("WON-2").uid})
    new = NewActiveSet(workspace.round_uid, whole.codebook_uid, chosen, "training")
    workspace.do(ChooseCodes(workspace, new))
    window.actions_["book_versions"].trigger()
    dialog = window.view.desks.book.versions
    assert dialog.before.count() == 2
    assert dialog.before.currentData() == whole.uid
    assert dialog.list.rowCount() == 0
    dialog.reject()


def test_the_codes_of_the_round_are_ticked_and_the_tree_shows_only_them(window, hand, codes, qtbot):
    mark(hand, "WON-2")
    before = {row.key for row in codes.model.rows if row.is_active}
    window.actions_["book_active"].trigger()
    dialog = dialog_of(window, ActiveCodes)
    assert len(dialog.chosen()) == len(before)
    for item in [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]:
        if not item.text(0).startswith("WON"):
            item.setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.says.text().startswith(f"{len(dialog.chosen())} of ")
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    active = {row.key for row in codes.model.rows if row.is_active}
    assert active == {key for key in before if key.startswith("WON")}
    qtbot.mouseClick(codes.only_active, Qt.MouseButton.LeftButton)
    shown = [
        row.key
        for row in codes.model.rows
        if row.is_family and not codes.tree.isRowHidden(codes.model.index_of(row.uid).row(), TOP)
    ]
    assert shown == ["WON"]
    families = {row.family_key for row in window.view.coding.status.rows}
    assert families == {"WON"}
    window.actions_["undo"].trigger()
    assert {row.key for row in codes.model.rows if row.is_active} == before


def test_a_round_without_codes_is_refused_in_the_dialog(window, hand, qtbot):
    window.actions_["book_active"].trigger()
    dialog = dialog_of(window, ActiveCodes)
    for item in [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]:
        item.setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert "needs codes" in dialog.message.sentence.text()
    dialog.reject()


def test_the_tree_counts_the_own_codings_and_those_of_all_coders(window, hand, codes):
    counts = window.workspace.read(code_counts.read)
    row = hand.code("WON-1")
    index = codes.model.index_of(row.uid)
    own = counts.own(row.uid, window.workspace.coder_uid)
    assert codes.model.has_others
    assert (row.n_codings, index.data(EVERY_ROLE)[0]) == (own, counts.own(row.uid))
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert all(f"{coder.name}: " in tip for coder in window.workspace.coders())


def test_a_renamed_code_is_patched_without_folding_the_tree(window, hand, codes, qtbot):
    family = codes.model.index_of(hand.code("VEI").uid)
    codes.tree.expand(family)
    with qtbot.assertNotEmitted(codes.model.modelReset):
        rename(window, hand.code("VEI-1"), "Safety at home")
    assert codes.tree.isExpanded(codes.model.index_of(hand.code("VEI").uid))
    assert hand.code("VEI-1").label_en == "Safety at home"
    codes.find_field.setText("safety at ho")
    assert codes.found.model().index(0, 0).data().startswith("VEI-1")


def rename(window, row, label: str) -> None:
    text = window.workspace.read(code_edits.get, row.uid)
    window.workspace.write(code_edits.write, row.uid, replace(text, label_en=label), "")


def test_the_editor_tells_who_changed_the_code_and_why(window, hand, codes, qtbot):
    mark(hand, "WON-2")
    window.actions_["book_edit"].trigger()
    editor = dialog_of(window, CodeEditor)
    n_before = editor.history.count()
    editor.label_en.selectAll()
    qtbot.keyClicks(editor.label_en, "Homes for all")
    qtbot.keyClicks(editor.reason, "clearer")
    qtbot.mouseClick(editor.act_button, Qt.MouseButton.LeftButton)
    window.actions_["book_edit"].trigger()
    again = dialog_of(window, CodeEditor)
    assert again.history.count() == n_before + 1
    assert "clearer" in again.history.item(0).text()
    assert "Homes for all" in again.history.item(0).toolTip()
    again.reject()


def test_keys_stand_below_each_other_however_often_a_code_was_used(window, codes):
    model = codes.model
    counts = window.workspace.read(code_counts.read)
    uid = model.rows[0].uid
    many = replace(counts, by_code={**counts.by_code, uid: {"me": 1200, "other": 100_000}})
    model.show_counts(many, "me", {})
    assert model.widest == "00000/0000000"
    model.show_counts(replace(counts, by_code={uid: {"me": 3}}, shared={}), "me", {})
    assert model.widest == "000"
