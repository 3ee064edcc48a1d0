"""Codings of a table come in by the menu: matched, previewed, undone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from qualcode_app.services.coding import coding_rows
from qualcode_app.services.store import people
from qualcode_app.ui.dialogs.code_table import CodeTableDialog

DOCUMENT = "Oostervaart 2026"


@pytest.fixture
def dialog(hand, tmp_path) -> CodeTableDialog:
    path = tmp_path / "elders.csv"
    path.write_text(
        "Stuk;Codenaam;Gebruiker;Fragment\n"
        "Oostervaart 2026;INC-2;Noor de Wit;420 woningen\n"
        "Oostervaart 2026;Nieuw thema;Iemand Anders;420 woningen\n"
        "Oostervaart 2026;INC-2;Noor de Wit;staat er niet in\n",
        "utf-8",
    )
    hand.window.outfit.ask.paths = [path]
    hand.window.actions_["import_codings"].trigger()
    hand.qtbot.waitUntil(lambda: bool(hand.window.findChildren(CodeTableDialog)))
    return hand.window.findChildren(CodeTableDialog)[-1]


def leave(hand) -> None:
    row = next(row for row in hand.space.documents.model.rows if row.title != DOCUMENT)
    hand.window.viewing.look_at(row.uid)
    hand.space.listed.mark_all([])


def choose(dialog: CodeTableDialog, row: int, tells: str) -> None:
    box = dialog.columns.cellWidget(row, 1)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(tells))
    box.activated.emit(box.currentIndex())


def cells(dialog: CodeTableDialog, column: int) -> list[str]:
    return [dialog.lines.item(row, column).text() for row in range(dialog.lines.rowCount())]


def test_a_table_is_matched_previewed_imported_and_undone(hand, dialog):
    workspace = hand.window.workspace
    before = len(workspace.read(coding_rows.rows))
    assert "No column tells: Document" in dialog.summary.text()
    assert not dialog.act_button.isEnabled()
    choose(dialog, 0, "document")
    hand.qtbot.waitUntil(dialog.act_button.isEnabled, timeout=20_000)
    assert "2 of 3 lines" in dialog.summary.text()
    assert "New coders: Iemand Anders" in dialog.summary.text()
    assert cells(dialog, 0) == ["4", "2", "3"]
    assert cells(dialog, 5)[0].startswith("Not imported: The words")
    assert dialog.detail.text() == cells(dialog, 5)[0]

    dialog.act_button.click()
    hand.qtbot.waitUntil(workspace.undo_stack.canUndo, timeout=20_000)
    assert len(workspace.read(coding_rows.rows)) == before + 2
    status = hand.window.status.last_act
    assert status.text() == "2 codings in 1 document imported from elders.csv"
    leave(hand)
    hand.window.actions_["undo"].trigger()
    assert status.text() == "Undone: import of 2 codings in 1 document from elders.csv"
    assert len(workspace.read(coding_rows.rows)) == before
    assert hand.space.page.document.title == DOCUMENT
    assert "Iemand Anders" not in [row.name for row in workspace.read(people.coders)]
    leave(hand)
    hand.window.actions_["redo"].trigger()
    assert len(workspace.read(coding_rows.rows)) == before + 2
    assert hand.space.page.document.title == DOCUMENT
    assert hand.view.scene.flashed in {
        row.anchor for row in workspace.read(coding_rows.rows) if row.quote == "420 woningen"
    }


def test_unticked_codes_and_coders_are_told_and_left_out(hand, dialog):
    choose(dialog, 0, "document")
    hand.qtbot.waitUntil(dialog.act_button.isEnabled, timeout=20_000)
    dialog.new_codes.click()
    hand.qtbot.waitUntil(lambda: "1 of 3 lines" in dialog.summary.text(), timeout=20_000)
    assert "There is no code Nieuw thema" in " ".join(cells(dialog, 5))


def test_a_file_that_is_no_table_is_told(hand, tmp_path):
    path = tmp_path / "leeg.csv"
    path.write_bytes(b"\xff\xfe\x00")
    hand.window.outfit.ask.paths = [path]
    with hand.qtbot.waitSignal(hand.window.workspace.failed):
        hand.window.actions_["import_codings"].trigger()
    assert not hand.window.findChildren(CodeTableDialog)
