"""The codebook is changed in the window: menu, keys, dragging, dialogs, undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from qualcode_app.services.codebook import versions
from qualcode_app.ui.dialogs.code_change import MergeCodes, SplitCode
from qualcode_app.ui.dialogs.code_editor import CodeEditor
from qualcode_app.ui.item_models.code_tree import code_mime


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
    review = window.view.book.review
    n_before = review.list.count()
    assert n_before >= 1
    assert "WON-2" in review.list.item(0).text()
    qtbot.mouseClick(review.keep_button, Qt.MouseButton.LeftButton)
    assert review.list.count() == n_before - 1
    review.reject()
    assert anchor.end > anchor.start


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
    dialog = window.view.book.versions
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
