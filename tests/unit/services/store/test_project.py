from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys

import pytest
from sqlalchemy import text

from qualcode_app.domain.errors import (
    CannotWrite,
    ProjectInUse,
    RefusedChange,
    UnreadableProject,
)
from qualcode_app.models.engine import APPLICATION_ID
from qualcode_app.services.documents import documents
from qualcode_app.services.store import people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project


def test_a_new_project_has_a_coder_and_an_independent_round(tmp_path):
    with Project.create(
        tmp_path / "a.qualcode", title="Akkoorden", coder=NewCoder("Els Boom")
    ) as made:
        assert [row.initials for row in made.read(people.coders)] == ["EB"]
        assert [row.kind for row in made.read(people.rounds)] == ["independent"]
        assert made.title == "Akkoorden"


def test_after_closing_no_file_remains_beside_the_project(tmp_path):
    Project.create(tmp_path / "a.qualcode", title="A", coder=NewCoder("E")).close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.qualcode"]


def test_a_project_whose_coder_has_no_name_is_not_made(tmp_path):
    with pytest.raises(RefusedChange, match="needs a name"):
        Project.create(tmp_path / "a.qualcode", title="A", coder=NewCoder("  "))
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_never_overwritten(tmp_path):
    path = tmp_path / "a.qualcode"
    path.write_text("mine")
    with pytest.raises(CannotWrite, match="already a file"):
        Project.create(path, title="A", coder=NewCoder("E"))
    assert path.read_text() == "mine"


def test_the_file_says_what_it_is(project_file):
    link = sqlite3.connect(project_file)
    assert link.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert link.execute("PRAGMA user_version").fetchone() == (1,)
    assert link.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    link.close()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"SQLite format 3\x00" + b"\0" * 40])
def test_what_is_no_project_is_refused_in_one_sentence(tmp_path, content):
    path = tmp_path / "x.qualcode"
    path.write_bytes(content)
    with pytest.raises(UnreadableProject, match=r"x\.qualcode"):
        Project.open(path)
    assert [each.name for each in tmp_path.iterdir()] == ["x.qualcode"]


def test_a_project_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnreadableProject, match="not there"):
        Project.open(tmp_path / "gone.qualcode")


def test_a_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "x.qualcode"
    link = sqlite3.connect(path)
    link.execute("CREATE TABLE t (a)")
    link.commit()
    link.close()
    with pytest.raises(UnreadableProject, match="another program"):
        Project.open(path)


def test_a_newer_format_asks_for_a_newer_program(project_file):
    link = sqlite3.connect(project_file)
    link.execute("PRAGMA user_version=99")
    link.close()
    with pytest.raises(UnreadableProject, match="newer QualCode"):
        Project.open(project_file)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER bad AFTER INSERT ON coding BEGIN DELETE FROM coding; END",
        "CREATE VIEW bad AS SELECT * FROM coding",
        "CREATE VIRTUAL TABLE bad USING fts5(x)",
        "DROP TRIGGER change_log_keeps",
    ],
)
def test_a_schema_that_is_not_ours_is_refused(project_file, statement):
    link = sqlite3.connect(project_file)
    link.execute(statement)
    link.commit()
    link.close()
    with pytest.raises(UnreadableProject, match="did not make"):
        Project.open(project_file)


def test_a_damaged_file_is_refused(project_file):
    whole = project_file.read_bytes()
    project_file.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(UnreadableProject, match="damaged"):
        Project.open(project_file)


def test_a_second_program_is_told_who_holds_the_project(project_file):
    code = (
        "import sys; from pathlib import Path;"
        "from qualcode_app.services.store.project import Project;"
        "p = Project.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(project_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(ProjectInUse, match="read-only"):
            Project.open(project_file)
        with Project.open(project_file, read_only=True) as reading:
            assert reading.read(documents.rows)
            with pytest.raises(CannotWrite, match="read-only"):
                reading.write(people.add_coder, NewCoder("X"))
        other.kill()
    with Project.open(project_file) as freed:  # the lock of a program that died is stale
        assert not freed.read_only


def test_reading_sees_nothing_of_a_write_that_failed(project):
    def half(session):
        people.add_coder(session, NewCoder("Half Werk"))
        raise CannotWrite("The disk is full.")

    with pytest.raises(CannotWrite):
        project.write(half)
    assert "Half Werk" not in [row.name for row in project.read(people.coders)]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named(project_file, tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotWrite, match="read-only"):
            Project.open(project_file)
    finally:
        tmp_path.chmod(0o700)


def test_a_kill_inside_an_act_loses_that_act_alone(project_file, tmp_path):
    code = (
        "import os, sys; from pathlib import Path\n"
        "from qualcode_app.services.store.project import Project\n"
        "from qualcode_app.services.store import people\n"
        "def act(session):\n"
        "    people.add_coder(session, people.NewCoder('Weg'))\n"
        "    session.connection().exec_driver_sql('PRAGMA cache_spill=1')\n"
        "    os.kill(os.getpid(), 9)\n"
        "Project.open(Path(sys.argv[1])).write(act)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(project_file)], check=False)
    assert done.returncode == -9
    with Project.open(project_file) as opened:
        assert "Weg" not in [row.name for row in opened.read(people.coders)]
        checked = opened.read(lambda s: s.execute(text("PRAGMA integrity_check")).scalar())
    assert checked == "ok"


def test_a_copy_of_a_project_opens_anywhere(project_file, tmp_path):
    other = tmp_path / "elders" / "kopie met spaties é.qualcode"
    other.parent.mkdir()
    shutil.copy(project_file, other)
    with Project.open(other) as opened:
        assert len(opened.read(documents.rows)) == 3
