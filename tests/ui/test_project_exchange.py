"""Whole projects of other programs, in and out by the menu."""

from __future__ import annotations

import zipfile
from pathlib import Path

from PySide6.QtCore import Qt

from qualcode_app.services.documents import documents
from qualcode_app.services.store import people
from qualcode_app.ui.dialogs.lost_report import LostReport
from qualcode_app.ui.dialogs.project_arrival import ProjectArrival


def _asked(hand, *paths: Path) -> ProjectArrival:
    hand.window.outfit.ask.paths = list(paths)
    hand.window.actions_["import_project"].trigger()
    hand.qtbot.waitUntil(lambda: bool(hand.window.findChildren(ProjectArrival)), timeout=20_000)
    return hand.window.findChildren(ProjectArrival)[-1]


def _import(hand, dialog: ProjectArrival, n_documents: int) -> None:
    hand.qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    hand.qtbot.waitUntil(lambda: len(_titles(hand)) == n_documents, timeout=20_000)
    said = hand.space.page.message.sentence
    hand.qtbot.waitUntil(lambda: "is in the project" in said.text())


def _titles(hand) -> list[str]:
    return [row.title for row in hand.window.workspace.read(documents.rows)]


def test_a_project_comes_in_by_plan_and_goes_again_by_undo(hand, refi):
    workspace = hand.window.workspace
    before = _titles(hand)
    dialog = _asked(hand, refi / "dialects" / "atlasti-like.qdpx")
    assert "2 documents" in dialog.summary.text()
    assert "11 codings" in dialog.summary.text()
    assert "5 stand twice" in dialog.detail.text()
    assert dialog.quotes.rowCount() == 11
    _import(hand, dialog, len(before) + 2)
    assert {"coder A", "coder B"} <= {row.name for row in workspace.read(people.coders)}
    workspace.undo_stack.undo()
    assert _titles(hand) == before
    workspace.undo_stack.redo()
    assert len(_titles(hand)) == len(before) + 2


def test_a_missing_source_is_pointed_to(hand, refi, tmp_path):
    text = tmp_path / "t.txt"
    text.write_text("Een korte tekst.\n", "utf-8")
    dialog = _asked(hand, refi / "malformed" / "missing-source.qdpx", text)
    assert dialog.unplaced.rowCount() == 1
    assert dialog.point_button.isEnabled()
    hand.qtbot.mouseClick(dialog.point_button, Qt.MouseButton.LeftButton)
    hand.qtbot.waitUntil(lambda: dialog.unplaced.rowCount() == 0, timeout=20_000)
    assert "source_file t" in hand.window.outfit.ask.asked
    assert not dialog.point_button.isEnabled()
    assert "1 codings" in dialog.summary.text() or "1 coding" in dialog.summary.text()


def test_another_counting_shows_other_quotes(hand, refi):
    dialog = _asked(hand, refi / "dialects" / "nvivo-windows-like.qdpx")
    right = dialog.quotes.item(0, 3).text()
    assert right == "Wij bouwen 400 sociale huurwoningen vóór 2029."
    at = [dialog.counting.itemText(i) for i in range(dialog.counting.count())]
    chosen = at.index("characters, a line end as one")
    dialog.counting.setCurrentIndex(chosen)
    dialog.counting.activated.emit(chosen)
    hand.qtbot.waitUntil(lambda: dialog.quotes.item(0, 3).text() != right, timeout=20_000)


def test_a_hostile_file_is_told_and_nothing_comes_in(hand, refi):
    before = _titles(hand)
    hand.window.outfit.ask.paths = [refi / "malformed" / "xxe.qdpx"]
    with hand.qtbot.waitSignal(hand.window.workspace.failed):
        hand.window.actions_["import_project"].trigger()
    assert not hand.window.findChildren(ProjectArrival)
    assert _titles(hand) == before


def test_the_project_goes_out_with_a_report_that_is_saved(hand, tmp_path):
    path, report = tmp_path / "out.qdpx", tmp_path / "report.txt"
    hand.window.outfit.ask.paths = [path, report]
    hand.window.actions_["export_project"].trigger()
    hand.qtbot.waitUntil(lambda: bool(hand.window.findChildren(LostReport)), timeout=20_000)
    (dialog,) = hand.window.findChildren(LostReport)
    with zipfile.ZipFile(path) as written:
        assert "project.qde" in written.namelist()
    hand.qtbot.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    assert "90 reading statuses" in report.read_text("utf-8")
    known = _asked(hand, path)
    assert "already" in known.summary.text()
    assert not known.act_button.isEnabled()
