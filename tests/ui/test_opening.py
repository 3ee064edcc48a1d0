"""A large project whose program was killed: looked at in a job, the window alive meanwhile."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.store import wholeness
from qualcode_app.services.store.project import Project


@pytest.fixture
def killed(project_file, tmp_path):
    """A project as a kill leaves it, made large by a setting that says nothing."""
    path = tmp_path / "killed.qualcode"
    with Project.open(project_file) as project:
        project.write(codings.remove, project.read(coding_rows.rows)[0].uid)
        shutil.copy(project_file, path)
    with closing(sqlite3.connect(path)) as link, link:
        held = "x" * wholeness.AT_ONCE_BYTES
        link.execute("INSERT INTO setting (key, value) VALUES ('weight', ?)", (held,))
    return path


def said(window) -> str:
    (message,) = [r.message for r in window.regions() if r.message.isVisibleTo(window)]
    return message.sentence.text()


def test_it_is_looked_at_beside_the_window_and_opens_then(qtbot, empty_window, jobs, killed):
    window, then = empty_window, []
    assert not window.desk.open(killed, then=lambda: then.append(window.workspace.project.path))
    assert "killed.qualcode was not closed" in said(window)
    (job,) = jobs.running
    assert "killed.qualcode" in job.title
    with qtbot.waitSignal(window.workspace.opened):
        pass
    assert then == [killed]
    window.desk.close()
    assert window.desk.open(killed)  # it was closed now


def test_the_look_can_be_stopped_and_the_project_stays_closed(qtbot, empty_window, jobs, killed):
    window = empty_window
    window.desk.open(killed)
    (job,) = jobs.running
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert window.workspace.project is None
    assert "was not opened" in said(window)
    with qtbot.waitSignal(window.workspace.opened):  # nobody holds it: it can be tried again
        window.desk.open(killed)


def test_another_project_that_is_opened_meanwhile_is_the_one_that_stays(
    qtbot, empty_window, jobs, killed, project_file
):
    empty_window.desk.open(killed)
    assert empty_window.desk.open(project_file)
    assert jobs.running == []
    assert empty_window.workspace.project.path == project_file
    Project.open(killed).close()  # nobody holds it


def test_a_project_that_is_not_whole_is_told_when_that_is_found(qtbot, empty_window, jobs, killed):
    with closing(sqlite3.connect(killed, isolation_level=None)) as link:
        (page,) = link.execute("SELECT rootpage FROM sqlite_master WHERE name = 'unit'").fetchone()
    with killed.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    empty_window.desk.open(killed)
    (job,) = jobs.running
    with qtbot.waitSignal(job.failed):
        pass
    assert empty_window.workspace.project is None
    assert "is not whole" in said(empty_window)
