"""Codebooks in and out by the menu."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from qualcode_app import paths
from qualcode_app.formats import codebook_json, refi_codebook_reader
from qualcode_app.services.codebook import codebook
from qualcode_app.services.exchange import codebook_back, codebook_files, codebooks
from qualcode_app.ui.dialogs.choose_book import ChooseBook
from qualcode_app.ui.dialogs.codebook_arrival import CodebookArrival
from qualcode_app.ui.dialogs.codebook_update import CodebookUpdate


def _asked(hand, path, kind=CodebookArrival):
    hand.window.outfit.ask.paths = [path]
    hand.window.actions_["book_import"].trigger()
    hand.qtbot.waitUntil(lambda: bool(hand.window.findChildren(kind)))
    return hand.window.findChildren(kind)[-1]


def test_a_codebook_arrives_by_plan_and_goes_again_by_undo(hand, refi):
    workspace = hand.window.workspace
    before = len(workspace.read(codebook.rows))
    dialog = _asked(hand, refi / "malformed" / "duplicate-names.qdc")
    assert "2 codes" in dialog.summary.text()
    assert "repeats the guid" in dialog.findings.toPlainText()
    assert dialog.clashes.toPlainText() == "none"
    dialog.act_button.click()
    assert len(workspace.read(codebook.rows)) == before + 2
    workspace.undo_stack.undo()
    assert len(workspace.read(codebook.rows)) == before
    workspace.undo_stack.redo()
    assert len(workspace.read(codebook.rows)) == before + 2


def test_a_hostile_file_is_told_and_nothing_arrives(hand, tmp_path):
    path = tmp_path / "bad.qdc"
    path.write_text("<!DOCTYPE a><a/>", encoding="utf-8")
    hand.window.outfit.ask.paths = [path]
    with hand.qtbot.waitSignal(hand.window.workspace.failed):
        hand.window.actions_["book_import"].trigger()
    assert not hand.window.findChildren(CodebookArrival)


def test_the_codebook_is_exported_and_offered_back_as_known(hand, tmp_path):
    path = tmp_path / "out.qdc"
    hand.window.outfit.ask.paths = [path]
    hand.window.actions_["book_export"].trigger()
    hand.qtbot.waitUntil(path.exists)
    assert len(refi_codebook_reader.read(path).book.codes) == 176
    dialog = _asked(hand, path, CodebookUpdate)
    assert not dialog.act_button.isEnabled()
    assert "says what the codebook says" in dialog.message.sentence.text()


def test_changes_of_a_file_are_ticked_taken_over_and_undone(hand, tmp_path):
    workspace, key = hand.window.workspace, "WON-2"
    path = tmp_path / "team.json"
    row = workspace.read(codebooks.book_keyed, "combined")
    book = workspace.read(codebook_back.of, row.uid)
    codes = tuple(
        replace(code, label_en="Allotment") if code.key == key else code for code in book.codes
    )
    codebook_json.write(replace(book, codes=codes), path)
    before = hand.code(key).label_en
    dialog = _asked(hand, path, CodebookUpdate)
    assert dialog.chosen() == {key}
    assert dialog.tree.topLevelItem(0).child(0).text(3) == "Allotment"
    hand.qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert hand.code(key).label_en == "Allotment"
    workspace.undo_stack.undo()
    assert hand.code(key).label_en == before


def test_of_several_codebooks_the_chosen_one_is_exported(hand, tmp_path):
    book = codebook_json.read(paths.codebooks() / "agenda-test.json")
    hand.window.workspace.write(codebook.load, book)
    path = tmp_path / "agenda.csv"
    hand.window.outfit.ask.paths = [path]
    hand.window.actions_["book_export"].trigger()
    (dialog,) = hand.window.findChildren(ChooseBook)
    assert dialog.books.count() == 2
    dialog.books.setCurrentIndex(1)
    hand.qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    told = hand.space.page.message.sentence
    hand.qtbot.waitUntil(lambda: "1 registers stayed behind" in told.text())
    assert len(codebook_files.read(path).book.codes) == len(book.codes)
