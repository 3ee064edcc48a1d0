"""What the folder of a project does to it is told at its opening."""

from __future__ import annotations

import os
import shutil

import pytest

from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.store.project import Project

LONG_MS = 60_000


@pytest.fixture
def conflicting(project_file):
    """A copy as a sync program leaves it, in which a coding was deleted."""
    path = project_file.with_name("project (Anna's conflicted copy 2026-11-21).qualcode")
    shutil.copy(project_file, path)
    with Project.open(path) as project:
        gone = project.read(coding_rows.rows)[0].uid
        project.write(codings.remove, gone)
    return path, gone


def said(window):
    return window.view.main_region().message


def test_a_conflicting_copy_is_told_merged_and_not_told_again(
    qtbot, empty_window, project_file, conflicting
):
    window, (path, gone) = empty_window, conflicting
    assert window.desk.open(project_file)
    message = said(window)
    assert path.name in message.sentence.text()
    assert message.button.text() == "Merge them…"
    message.button.click()
    qtbot.waitUntil(lambda: window.view.merge_space.plan is not None, timeout=LONG_MS)
    with qtbot.waitSignal(window.merging.told, timeout=LONG_MS):
        window.view.merge_space.side.act_button.click()
    assert gone not in {row.uid for row in window.workspace.read(coding_rows.rows)}
    window.desk.close()
    assert window.desk.open(project_file)
    assert said(window).isHidden()


def test_a_synced_folder_is_told_once(empty_window, project_file, tmp_path):
    inside = tmp_path / "Dropbox" / "studie"
    inside.mkdir(parents=True)
    path = inside / project_file.name
    shutil.copy(project_file, path)
    window = empty_window
    assert window.desk.open(path)
    assert said(window).sentence.text().startswith("Dropbox keeps this folder equal")
    window.desk.close()
    assert window.desk.open(path)
    assert said(window).isHidden()


def test_a_project_in_use_is_opened_read_only_from_the_message(empty_window, project_file):
    with Project.open(project_file):
        lock = project_file.with_name(f".{project_file.name}.lock")
        held = lock.read_text("utf-8").replace('"host": "', '"host": "other-')
    lock.write_text(held, "utf-8")
    assert not empty_window.desk.open(project_file)
    message = empty_window.start_page.message
    assert "has had this project open since" in message.sentence.text()
    message.button.click()
    assert empty_window.workspace.project.read_only
    assert "reading only" in said(empty_window).sentence.text()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be deleted there")
def test_a_project_deleted_while_open_is_kept_as_a_new_file(
    qtbot, window, answers, project_file, tmp_path
):
    first, second = (row.uid for row in window.workspace.read(coding_rows.rows)[:2])
    window.workspace.write(codings.remove, first)
    project_file.unlink()
    assert window.workspace.write(codings.remove, second) is None
    message = said(window)
    assert "moved, deleted or replaced" in message.sentence.text()
    answers.paths = [tmp_path / "kept.qualcode"]
    message.button.click()
    assert window.workspace.project.path.name == "kept.qualcode"
    left = {row.uid for row in window.workspace.read(coding_rows.rows)}
    assert first not in left
    assert second in left
    assert window.workspace.write(codings.remove, second) is not None
