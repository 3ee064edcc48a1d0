"""Codebooks in and out by the menu."""

from __future__ import annotations

from qualcode_app.formats import refi_codebook_reader
from qualcode_app.services.codebook import codebook
from qualcode_app.ui.dialogs.codebook_arrival import CodebookArrival


def _asked(hand, path) -> CodebookArrival:
    hand.window.outfit.ask.paths = [path]
    hand.window.actions_["book_import"].trigger()
    hand.qtbot.waitUntil(lambda: bool(hand.window.findChildren(CodebookArrival)))
    return hand.window.findChildren(CodebookArrival)[-1]


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
    hand.qtbot.waitUntil(hand.space.page.message.isVisible)
    assert len(refi_codebook_reader.read(path).book.codes) == 176
    dialog = _asked(hand, path)
    assert not dialog.act_button.isEnabled()
