"""A lock tells who and since when, outlives no crash, and is not taken from the living."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta

import pytest

from qualcode_app.domain.errors import CannotWrite, ProjectInUse
from qualcode_app.services.store import locks, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project


def lock_of(path):
    return path.with_name(f".{path.name}.lock")


def hold_elsewhere(path, since=None):
    """Leave the lock of a program on another computer."""
    since = since or datetime.now(UTC)
    held = {"user": "els", "host": "other-computer", "pid": 1, "since": since.isoformat()}
    lock_of(path).write_text(json.dumps(held), "utf-8")


def untouched(path, seconds):
    then = lock_of(path).stat().st_mtime - seconds
    os.utime(lock_of(path), (then, then))


def write_on(project):
    for number in range(10_000):
        project.write(people.add_coder, NewCoder(f"Codeur {number}"))


def test_a_program_on_another_computer_that_was_there_just_now_keeps_the_project(project_file):
    hold_elsewhere(project_file)
    untouched(project_file, locks.STALE_S / 2)
    with pytest.raises(ProjectInUse, match=r"els has had .* since \d\d:\d\d on other-computer"):
        Project.open(project_file)
    assert [each.name for each in project_file.parent.glob(".*")] == [lock_of(project_file).name]
    Project.open(project_file, read_only=True).close()


def test_since_another_day_is_told_with_the_day(project_file):
    hold_elsewhere(project_file, datetime.now(UTC) - timedelta(days=3))
    with pytest.raises(ProjectInUse, match=r"since \d{4}-\d\d-\d\d \d\d:\d\d on"):
        Project.open(project_file)


def test_a_lock_left_by_a_crash_on_another_computer_is_recognised(project_file):
    hold_elsewhere(project_file)
    untouched(project_file, locks.STALE_S * 2)
    with Project.open(project_file) as project:
        assert project.write(people.add_coder, NewCoder("Nog Iemand"))


def test_who_lost_the_project_while_asleep_writes_no_more(project_file):
    lock = locks.Lock(project_file)
    lock.take()
    lock.touch()
    assert not lock.is_lost
    hold_elsewhere(project_file)
    lock.touch()
    assert lock.is_lost
    lock.release()
    assert lock_of(project_file).exists()  # it is not ours


def test_writing_after_the_loss_is_refused_and_reading_goes_on(project_file, monkeypatch):
    monkeypatch.setattr(locks, "TOUCHED_EVERY_S", 0.01)
    with Project.open(project_file) as project:
        hold_elsewhere(project_file)
        n_before = len(project.read(people.coders))
        with pytest.raises(CannotWrite, match="while this computer slept"):
            write_on(project)
        assert len(project.read(people.coders)) >= n_before
