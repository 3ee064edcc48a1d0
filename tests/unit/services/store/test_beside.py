"""A file is read while another program works in it: no act there is refused, none half seen."""

import json
import os
import platform
import sqlite3
import tempfile

import pytest
from sqlalchemy import text

from qualcode_app import frames
from qualcode_app.cli.common import opened
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.provenance import checking, repairing
from qualcode_app.services.store import beside, people
from qualcode_app.services.store.project import Project


def n_codings(session) -> int:
    return session.scalar(text("SELECT count(*) FROM coding"))


def remove_one(project) -> None:
    project.write(codings.remove, project.read(coding_rows.rows)[0].uid)


@pytest.fixture
def held(project):
    """The project as it looks when a program of another process has it open."""
    holder = {"user": "Noor", "host": platform.node(), "pid": os.getppid(), "since": "2026-01-01"}
    lock = project.path.with_name(f".{project.path.name}.lock")
    lock.write_text(json.dumps(holder), "utf-8")
    return project


@pytest.fixture
def copies(tmp_path, monkeypatch):
    """Where copies are lent from."""
    folder = tmp_path / "copies"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_an_act_between_two_statements_of_a_command_succeeds_and_both_see_it(project):
    before, acts = project.read(n_codings), []

    def twice(session) -> tuple[int, int]:
        first = n_codings(session)
        if not acts:
            acts.append(remove_one(project))
        return first, n_codings(session)

    with opened(project.path, read_only=True) as there:
        assert there.read(twice) == (before - 1, before - 1)


def test_an_act_within_a_statement_on_a_large_file_succeeds_and_is_not_seen(
    held, copies, monkeypatch
):
    monkeypatch.setattr(beside, "LARGE_BYTES", 0)
    before = held.read(n_codings)

    def half_read(session) -> int:
        rows = session.execute(text("SELECT uid FROM coding"))
        rows.fetchone()
        remove_one(held)
        return 1 + len(rows.fetchall())

    with opened(held.path, read_only=True) as there:
        assert there.read(half_read) == before
        assert (there.path, there.author_uid) == (held.path, held.read(people.coders)[0].uid)
        assert list(copies.iterdir())
    assert held.read(n_codings) == before - 1
    assert list(copies.iterdir()) == []


def test_a_large_file_that_nobody_works_in_is_not_copied(project, copies, monkeypatch):
    monkeypatch.setattr(beside, "LARGE_BYTES", 0)
    project.close()
    with opened(project.path, read_only=True) as there:
        assert there.read(n_codings)
        assert list(copies.iterdir()) == []


def test_no_room_for_a_copy_is_told(held, tmp_path, monkeypatch):
    monkeypatch.setattr(beside, "LARGE_BYTES", 0)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    with pytest.raises(CannotWrite, match="no room for a copy"), opened(held.path, read_only=True):
        pass


class Acts:
    """Somebody works on at the moment when a statement begins; says how that went."""

    def __init__(self, project, statement: str, monkeypatch) -> None:
        self._project, self._statement = project, statement
        self.outcomes = []
        self._connect = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", self._watched)

    def _watched(self, *args, **kwargs):
        link = self._connect(*args, **kwargs)
        link.set_trace_callback(self._act)
        return link

    def _act(self, statement: str) -> None:
        if self.outcomes or not statement.startswith(self._statement):
            return
        self.outcomes.append("begun")
        try:
            remove_one(self._project)
            self.outcomes.append("done")
        except CannotWrite as error:
            self.outcomes.append(str(error))


def repair(project, copy):
    return repairing.repair(project.path, copy)


@pytest.mark.parametrize("write", [repair, repairing.repair_open])
def test_an_act_while_a_repaired_copy_is_written_succeeds_and_is_not_in_it(
    held, tmp_path, monkeypatch, write
):
    before = held.read(n_codings)
    acts = Acts(held, 'INSERT OR IGNORE INTO "coding" ', monkeypatch)
    done = write(held, tmp_path / "copy.qualcode")
    assert acts.outcomes == ["begun", "done"]
    assert done.left == ()
    with Project.open(tmp_path / "copy.qualcode", read_only=True) as copy:
        assert copy.read(n_codings) == before
    assert held.read(n_codings) == before - 1


def test_an_act_in_the_middle_of_a_check_succeeds(held, monkeypatch):
    acts = Acts(held, "SELECT revision.uid", monkeypatch)
    assert checking.check(held.path) == []
    assert acts.outcomes == ["begun", "done"]


def test_frames_let_acts_through(project, monkeypatch):
    acts = Acts(project, "SELECT coding_value.", monkeypatch)
    before = len(frames.segments(project.path))
    assert acts.outcomes == ["begun", "done"]
    assert before == len(project.read(coding_rows.rows))
