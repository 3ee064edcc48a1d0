"""Files of every released format open; a stored sample of each is kept in tests/data."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from qualcode_app.domain.errors import UnreadableProject
from qualcode_app.models import migrations
from qualcode_app.services.agreement import agreements
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.services.store import backups, opening
from qualcode_app.services.store.project import Project

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.mark.parametrize("version", range(1, migrations.CURRENT + 1))
def test_a_stored_file_of_each_format_opens_with_all_it_holds(version, tmp_path):
    path = Path(shutil.copy(DATA / f"version-{version}.qualcode", tmp_path / "old.qualcode"))
    with Project.open(path) as opened:
        rows = opened.read(coding_rows.rows)
        (document,) = opened.read(documents.rows)
        text = opened.read(documents.text, document.revision_uid)
        assert [row.memo for row in rows if row.memo] == ["nagaan"]
        assert all(text[row.anchor.start : row.anchor.end] == row.quote for row in rows)
        assert len(opened.read(agreements.table).rows) == 1
        assert opened.read(documents.content, document.uid).startswith(b"%PDF")


@pytest.fixture
def future(monkeypatch):
    """A program with one more format than this one."""

    def add_table(link: sqlite3.Connection) -> None:
        link.execute("CREATE TABLE extra (a)")

    monkeypatch.setattr(migrations, "CURRENT", migrations.CURRENT + 1)
    monkeypatch.setattr(migrations, "STEPS", {**migrations.STEPS, migrations.CURRENT: add_table})
    opening.own_schema.cache_clear()
    yield
    opening.own_schema.cache_clear()


def test_an_older_file_is_migrated_after_a_backup(future, project_file):
    with Project.open(project_file) as opened:
        assert opened.read(documents.rows)
    link = sqlite3.connect(project_file)
    assert link.execute("PRAGMA user_version").fetchone() == (migrations.CURRENT,)
    link.close()
    assert len(list(backups.folder(project_file).iterdir())) == 1


def test_an_older_file_is_not_changed_by_reading_it(future, project_file):
    with pytest.raises(UnreadableProject, match="older format"):
        Project.open(project_file, read_only=True)


def test_a_step_that_fails_leaves_the_file_as_it_was(future, project_file, monkeypatch):
    def half(link: sqlite3.Connection) -> None:
        link.execute("CREATE TABLE extra (a)")
        link.execute("no sql")

    before = project_file.read_bytes()
    monkeypatch.setattr(migrations, "STEPS", {**migrations.STEPS, migrations.CURRENT: half})
    with pytest.raises(UnreadableProject):
        Project.open(project_file)
    assert project_file.read_bytes() == before
