"""Projects of QualCoder and Taguette come in by the menu, and go again by undo."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "formats"))

import foreign_projects as made
from PySide6.QtCore import QMimeData, QUrl

from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.ui.dialogs.project_arrival import ProjectArrival
from qualcode_app.ui.widgets.drop_field import dropped_paths


def arrive(hand, path: Path) -> ProjectArrival:
    hand.window.outfit.ask.paths = [path]
    hand.window.actions_["import_project"].trigger()
    hand.qtbot.waitUntil(lambda: bool(hand.window.findChildren(ProjectArrival)), timeout=20_000)
    return hand.window.findChildren(ProjectArrival)[-1]


def test_a_qualcoder_project_chosen_by_its_database_comes_in_and_goes(hand, tmp_path):
    workspace = hand.window.workspace
    before = len(workspace.read(coding_rows.rows))
    dialog = arrive(hand, made.qualcoder(tmp_path) / "data.qda")
    assert dialog.act_button.isEnabled()
    dialog.act_button.click()
    hand.qtbot.waitUntil(workspace.undo_stack.canUndo, timeout=20_000)
    assert len(workspace.read(coding_rows.rows)) == before + 3
    assert "brief" in {row.title for row in workspace.read(documents.rows)}
    assert hand.window.status.last_act.text() == "studie.qda imported, 3 codings in 1 document"
    workspace.undo_stack.undo()
    assert len(workspace.read(coding_rows.rows)) == before
    assert "brief" not in {row.title for row in workspace.read(documents.rows)}


def test_of_several_taguette_projects_one_is_asked_for(hand, tmp_path):
    path = made.taguette(tmp_path, ("Studie", "Twee"))
    asker = hand.window.outfit.ask
    asker.lines = ["Studie"]
    dialog = arrive(hand, path)
    assert asker.asked[-2:] == ["Studie", "Twee"]
    assert dialog.act_button.isEnabled()


@pytest.mark.parametrize("name", ["stuk.sqlite3", "stuk.qdpx"])
def test_what_is_no_project_is_told(hand, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"dit is niets")
    hand.window.outfit.ask.paths = [path]
    with hand.qtbot.waitSignal(hand.window.workspace.failed):
        hand.window.actions_["import_project"].trigger()
    assert not hand.window.findChildren(ProjectArrival)


def test_a_dropped_text_becomes_a_document_of_pages(hand, tmp_path):
    path = tmp_path / "brief.md"
    path.write_text("# Wonen\n\nWij bouwen **duizend** woningen.\n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(tmp_path / "x.mp3"))])
    assert dropped_paths(data) == [path]
    workspace = hand.window.workspace
    hand.window.desk.drop(dropped_paths(data))

    def titles() -> set[str]:
        return {row.title for row in workspace.read(documents.rows)}

    hand.qtbot.waitUntil(lambda: "brief" in titles(), timeout=20_000)
    row = workspace.read(documents.named, "brief")
    assert workspace.read(documents.text, row.revision_uid) == (
        "Wonen\n\nWij bouwen duizend woningen.\n"
    )
