"""Backups in the window: made once a day, compared, brought back, offered where needed."""

from __future__ import annotations

import pytest

from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.store import backups
from qualcode_app.services.store.project import Project
from qualcode_app.ui.dialogs.backups import BackupsDialog

LONG_MS = 60_000


def dialog_of(window) -> BackupsDialog:
    return window.findChild(BackupsDialog)


def compared(qtbot, dialog) -> str:
    qtbot.waitUntil(lambda: dialog.differs.text() not in ("", "Comparing…"), timeout=LONG_MS)
    return dialog.differs.text()


@pytest.fixture
def kept(window):
    """The window's project after a backup and a deletion; returns what was deleted."""
    project = window.workspace.project
    project.back_up("merge")
    gone = project.read(coding_rows.rows)[0]
    window.workspace.write(codings.remove, gone.uid)
    return gone


def test_a_backup_is_compared_and_brought_back_beside_the_project(qtbot, window, kept):
    path = window.workspace.project.path
    window.actions_["backups"].trigger()
    dialog = dialog_of(window)
    assert dialog.list.item(0, 1).text() == "Before a merge"
    assert compared(qtbot, dialog) == "Codings: 1 only in the backup"
    with qtbot.waitSignal(window.backups.told, timeout=LONG_MS):
        dialog.act_button.click()
    now = window.workspace.project
    assert now.path.parent == path.parent
    assert now.path.name.startswith("project of 20")
    assert kept.uid in {row.uid for row in window.workspace.read(coding_rows.rows)}
    with Project.open(path, read_only=True) as before:
        assert kept.uid not in {row.uid for row in before.read(coding_rows.rows)}


def test_a_damaged_project_offers_its_backups(qtbot, empty_window, project_file):
    backups.back_up(project_file, "merge")
    whole = project_file.read_bytes()
    project_file.write_bytes(whole[: len(whole) // 3])
    assert not empty_window.desk.open(project_file)
    message = empty_window.start_page.message
    assert message.button.text() == "Backups…"
    message.button.click()
    dialog = dialog_of(empty_window)
    assert "cannot be compared" in compared(qtbot, dialog)
    with qtbot.waitSignal(empty_window.workspace.opened, timeout=LONG_MS):
        dialog.act_button.click()


def test_a_damaged_backup_says_so_and_cannot_be_restored(qtbot, window, kept):
    (made,) = backups.listed(window.workspace.project.path)
    made.path.write_bytes(b"no project" * 40)
    window.actions_["backups"].trigger()
    dialog = dialog_of(window)
    assert "damaged" in compared(qtbot, dialog)
    assert not dialog.act_button.isEnabled()


def test_the_first_work_of_a_day_is_backed_up_once(qtbot, window):
    project = window.workspace.project
    window.backups.timer.setInterval(0)
    for row in project.read(coding_rows.rows)[:2]:
        window.workspace.write(codings.remove, row.uid)
        qtbot.waitUntil(
            lambda: bool(backups.listed(project.path)) and not window.outfit.jobs.running,
            timeout=LONG_MS,
        )
    assert [each.before for each in backups.listed(project.path)] == [backups.DAILY]


def test_a_backup_that_cannot_be_made_is_told_and_the_work_kept(qtbot, window, tmp_path):
    project = window.workspace.project
    occupied = tmp_path / "occupied"
    occupied.touch()
    project.backups_in = occupied
    window.backups.timer.setInterval(0)
    gone = project.read(coding_rows.rows)[0]
    with qtbot.waitSignal(window.backups.failed, timeout=LONG_MS) as said:
        window.workspace.write(codings.remove, gone.uid)
    assert "Your work is kept" in str(said.args[0])
    assert gone.uid not in {row.uid for row in project.read(coding_rows.rows)}


def test_backups_go_to_a_folder_of_choice_and_back(window, answers, tmp_path, kept):
    window.actions_["backups"].trigger()
    dialog = dialog_of(window)
    safe = tmp_path / "safe"
    safe.mkdir()
    answers.paths = [safe]
    dialog.choose_button.click()
    assert str(safe) in dialog.place.text()
    project = window.workspace.project
    project.back_up("import")
    assert len(list(safe.glob("*/*.qualcode"))) == 1
    dialog.beside_button.click()
    assert str(safe) not in dialog.place.text()
    assert window.workspace.settings.backups_in is None
