"""Disk full, folder read-only, file gone while open, clock set back: one sentence, work kept."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from qualcode_app.domain.errors import CannotWrite, ProjectGone, UnreadableProject
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.provenance import checking, history
from qualcode_app.services.provenance.history import About
from qualcode_app.services.store import links, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

ON_A_SMALL_DISK = """
import json, shutil, subprocess, sys
from pathlib import Path
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.services.store import backups, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project

sample, disk = Path(sys.argv[1]), Path(sys.argv[2])
size_kb = sample.stat().st_size // 1024 + 200
subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size_kb}k", "none", disk], check=True)
path = Path(shutil.copy(sample, disk / "project.qualcode"))
told = {}
with Project.open(path) as project:
    kept = len(project.read(people.coders))
    try:
        while True:
            project.write(people.add_coder, NewCoder(f"Codeur {kept} " + "x" * 20_000))
            kept += 1
    except CannotWrite as error:
        told["full"] = str(error)
    told["kept"] = kept == len(project.read(people.coders))
    try:
        backups.back_up(path, "work")
    except CannotWrite as error:
        told["backup"] = str(error)
    told["left"] = [each.name for each in backups.folder(path).glob("*")]
    subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
    project.write(people.add_coder, NewCoder("Nog Iemand"))
    told["went on"] = len(project.read(people.coders)) == kept + 1
subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
try:
    Project.open(path)
except CannotWrite as error:
    told["read-only"] = str(error)
with Project.open(path, read_only=True) as project:
    told["can be read"] = len(project.read(people.coders)) == kept + 1
print(json.dumps(told))
"""


def test_a_disk_that_fills_up_or_is_read_only_costs_the_act_under_way_alone(sample_file, tmp_path):
    apart = ["unshare", "-rm"]
    if not shutil.which("unshare") or subprocess.run([*apart, "true"], check=False).returncode:
        pytest.skip("a small disk can be made by `unshare` alone, which is not allowed here")
    done = subprocess.run(
        [*apart, sys.executable, "-c", ON_A_SMALL_DISK, sample_file, tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told.pop("full") == (
        "The disk is full. What you did before is kept; make room and go on."
    )
    assert "Make room" in told.pop("backup")
    assert "Open it read-only" in told.pop("read-only")
    assert told == {"kept": True, "left": [], "went on": True, "can be read": True}


def remove_one(project) -> str:
    uid = project.read(coding_rows.rows)[0].uid
    project.write(codings.remove, uid)
    return uid


def test_a_file_that_is_gone_while_open_is_kept_elsewhere(
    project_file, sample_file, tmp_path, vanishes
):
    with Project.open(project_file) as project:
        remove_one(project)
        vanishes(project_file, sample_file)
        with pytest.raises(ProjectGone, match="Keep it as a new file"):
            remove_one(project)
        kept = [row.uid for row in project.read(coding_rows.rows)]
        elsewhere = tmp_path / "kept.qualcode"
        project.keep_elsewhere(elsewhere)
        with pytest.raises(CannotWrite, match="already a file"):
            project.keep_elsewhere(elsewhere)
    with Project.open(elsewhere) as project:
        assert [row.uid for row in project.read(coding_rows.rows)] == kept
        remove_one(project)
    assert checking.check(elsewhere) == []


def test_a_file_that_was_emptied_while_open_is_told(project_file):
    with Project.open(project_file) as project:
        remove_one(project)
        project_file.write_bytes(b"")
        with pytest.raises(UnreadableProject, match=r"emptied or overwritten.*backup"):
            remove_one(project)


def test_a_clock_set_back_keeps_the_order_of_the_acts(project_file, monkeypatch):
    class Earlier(datetime):
        """The clock of a computer whose battery is empty."""

        @classmethod
        def now(cls, tz=None):
            return datetime(2001, 1, 1, tzinfo=tz)

    with Project.open(project_file) as project:
        first = remove_one(project)
        monkeypatch.setattr(links, "datetime", Earlier)
        second = remove_one(project)
        project.write(people.add_coder, NewCoder("Nog Iemand"))
        gone = {row.uid for row in project.read(coding_rows.rows)}
        assert not {first, second} & gone
        told = project.read(history.events, About())
    assert datetime.now(UTC) - min(event.at for event in told) > timedelta(days=9000)
    assert checking.check(project_file) == []


def test_a_project_opened_twice_in_one_program_stays_locked(project_file):
    lock = project_file.with_name(f".{project_file.name}.lock")
    with Project.open(project_file) as first:
        second = Project.open(project_file)
        first.close()
        assert lock.exists()
        second.close()
        assert not lock.exists()


def test_an_act_refused_while_another_program_reads_leaves_the_way_free(project_file):
    with Project.open(project_file) as project:
        remove_one(project)
        before = len(project.read(coding_rows.rows))
        with closing(sqlite3.connect(project_file)) as other:
            reading = other.execute("SELECT uid FROM coding")
            reading.fetchone()
            with pytest.raises(CannotWrite, match="Try again"):
                remove_one(project)
            reading.close()
        assert len(project.read(coding_rows.rows)) == before
        remove_one(project)
        assert len(project.read(coding_rows.rows)) == before - 1
