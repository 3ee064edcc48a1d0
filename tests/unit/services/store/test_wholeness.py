"""A file that was copied half-written is known by the note its writer left in it."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from qualcode_app.domain.errors import UnreadableProject
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.store import wholeness
from qualcode_app.services.store.backups import back_up, listed
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
