"""A file that was copied half-written is known by the note its writer left in it."""

import json
import os
import platform
import shutil
import sqlite3
from contextlib import closing
from dataclasses import asdict

import pytest

from qualcode_app.domain.errors import Cancelled, CheckNeeded, UnreadableProject
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.store import wholeness
from qualcode_app.services.store.backups import back_up, listed
from qualcode_app.services.store.locks import Holder
from qualcode_app.services.store.project import Project


def noted(path) -> bool:
    with closing(sqlite3.connect(path)) as link:
        told = "SELECT count(*) FROM setting WHERE key = ?"
        return link.execute(told, (wholeness.WRITING,)).fetchone() == (1,)


def remove_one(project) -> None:
    project.write(codings.remove, project.read(coding_rows.rows)[0].uid)


@pytest.fixture
def half_written(project_file, tmp_path):
    """What is mailed when a large act is under way, without the journal beside it."""
    mailed = tmp_path / "mailed.qualcode"
    with Project.open(project_file) as project:
        remove_one(project)
        with closing(sqlite3.connect(project_file, isolation_level=None)) as link:
            link.execute("PRAGMA cache_size=1")  # so that pages are written before the end
            link.execute("BEGIN IMMEDIATE")
            link.execute("DELETE FROM coding_value")
            link.execute("DELETE FROM unit")
            assert project_file.with_name(f"{project_file.name}-journal").exists()
            shutil.copy(project_file, mailed)
            link.execute("ROLLBACK")
    return mailed


def grow(path) -> None:
    """Make a file large by a setting that says nothing."""
    with closing(sqlite3.connect(path)) as link, link:
        held = "x" * wholeness.AT_ONCE_BYTES
        link.execute("INSERT INTO setting (key, value) VALUES ('weight', ?)", (held,))


@pytest.fixture
def large_unclosed(project_file, tmp_path):
    """A large file whose program was killed."""
    path = tmp_path / "large.qualcode"
    with Project.open(project_file) as project:
        remove_one(project)
        shutil.copy(project_file, path)
    grow(path)
    return path


def test_the_note_stands_from_the_first_write_to_the_closing(project_file):
    with Project.open(project_file) as project:
        assert not noted(project_file)
        remove_one(project)
        assert noted(project_file)
        remove_one(project)
    assert not noted(project_file)


def test_a_file_mailed_without_its_journal_is_refused_with_what_to_do(half_written):
    with pytest.raises(UnreadableProject, match=r"copied while a program wrote it.*sent again"):
        Project.open(half_written)
    with pytest.raises(UnreadableProject, match=r"mailed\.qualcode-journal"):
        Project.open(half_written, read_only=True)


def test_its_newest_backup_is_named(half_written, project_file, tmp_path):
    shutil.copy(half_written, tmp_path / "lost.qualcode")
    shutil.copy(project_file, half_written)
    back_up(half_written, "merge")
    newest = back_up(half_written, "import")
    shutil.copy(tmp_path / "lost.qualcode", half_written)
    assert [each.before for each in listed(half_written)] == ["import", "merge"]
    made = listed(half_written)[0]
    assert made.path == newest
    with pytest.raises(UnreadableProject, match=f"backup of {made.made_at:%Y-%m-%d %H:%M}"):
        Project.open(half_written)


def test_a_file_that_was_not_closed_but_is_whole_opens(project_file, tmp_path):
    copy = tmp_path / "copy.qualcode"
    with Project.open(project_file) as project:
        remove_one(project)
        shutil.copy(project_file, copy)
    assert noted(copy)
    with Project.open(copy) as opened:
        remove_one(opened)
    assert not noted(copy)


class Watch:
    """Progress that keeps what it was told, and stops where that is wanted."""

    def __init__(self, *, stops: bool = False) -> None:
        self.told: list[tuple[int, int]] = []
        self.stops = stops

    def report(self, done: int, total: int) -> None:
        self.told.append((done, total))
        if self.stops:
            raise Cancelled


def test_a_large_file_that_nobody_closed_is_not_looked_at_where_nobody_waits(large_unclosed):
    with pytest.raises(CheckNeeded, match=r"large\.qualcode was not closed"):
        Project.open(large_unclosed, progress=None)
    Project.open(large_unclosed).close()
    Project.open(large_unclosed, progress=None).close()  # it was closed now


def test_a_file_that_another_program_works_in_is_read_without_a_look(large_unclosed):
    with pytest.raises(CheckNeeded):
        Project.open(large_unclosed, read_only=True, progress=None)
    holder = Holder("somebody", platform.node(), os.getppid(), "2026-01-01T00:00:00+00:00")
    lock = large_unclosed.with_name(f".{large_unclosed.name}.lock")
    lock.write_text(json.dumps(asdict(holder)), "utf-8")
    Project.open(large_unclosed, read_only=True, progress=None).close()


def test_a_look_at_a_file_tells_how_far_it_is_and_ends_at_the_whole(large_unclosed, monkeypatch):
    monkeypatch.setattr(wholeness, "_STEPS", 1000)
    watch = Watch()
    Project.open(large_unclosed, progress=watch).close()
    shares = [done / total for done, total in watch.told]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.5 < shares[-1] <= 1


def test_a_look_that_is_stopped_leaves_the_file_closed_and_to_be_looked_at(
    large_unclosed, monkeypatch
):
    monkeypatch.setattr(wholeness, "_STEPS", 1000)
    with pytest.raises(Cancelled):
        Project.open(large_unclosed, progress=Watch(stops=True))
    assert [path.name for path in large_unclosed.parent.glob(".*.lock")] == []
    with pytest.raises(CheckNeeded):
        Project.open(large_unclosed, progress=None)


def test_a_half_written_file_that_is_large_is_refused_after_the_look(half_written):
    grow(half_written)
    with pytest.raises(UnreadableProject, match="copied while a program wrote it"):
        Project.open(half_written, progress=Watch())
