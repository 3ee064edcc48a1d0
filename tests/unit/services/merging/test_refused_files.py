"""Files that cannot be merged are refused in one sentence and change nothing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from qualcode_app.domain.errors import CannotWrite, QualcodeError, UnreadableProject
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.store.project import Project

from .histories import content


def test_it_is_refused_by_name_and_nothing_is_changed(project, tmp_path, unfit_file):
    good = tmp_path / "goed.qualcode"
    copies.save_copy(project, good)
    before = project.path.read_bytes()
    with pytest.raises(QualcodeError) as refused:
        merging.carry_out(project, merging.prepare(project, [good, unfit_file]))
    assert unfit_file.name in str(refused.value)
    is_held = isinstance(refused.value, CannotWrite)  # not damaged: it can be tried again
    assert is_held == (unfit_file.stem == "held")
    assert project.path.read_bytes() == before


def test_parts_that_we_did_not_make_are_refused(project, tmp_path):
    path = tmp_path / "vreemd.qualcode"
    copies.save_copy(project, path)
    with closing(sqlite3.connect(path)) as link, link:
        link.execute("CREATE TRIGGER harm AFTER INSERT ON coding BEGIN DELETE FROM coding; END")
    with pytest.raises(UnreadableProject, match=r"vreemd\.qualcode holds parts"):
        merging.prepare(project, [path])


def test_a_file_open_elsewhere_for_coding_can_be_merged_as_it_stands(project, tmp_path):
    path = tmp_path / "open.qualcode"
    copies.save_copy(project, path)
    with Project.open(path):
        assert not merging.prepare(project, [path]).clashes


def test_the_same_file_under_another_name_brings_nothing_twice(project, tmp_path):
    path, renamed = tmp_path / "een.qualcode", tmp_path / "twee.qualcode"
    copies.save_copy(project, path)
    shutil.copy(path, renamed)
    plan = merging.prepare(project, [path, renamed])
    assert not plan.clashes
    assert not plan.fresh


def test_rows_that_no_table_allows_are_refused_and_nothing_is_changed(project, tmp_path):
    path = tmp_path / "vreemd.qualcode"
    copies.save_copy(project, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        link.execute("PRAGMA ignore_check_constraints = ON")
        columns = [row[1] for row in link.execute("PRAGMA table_info(coding)")]
        strange = {"uid": "randomblob(16)", "origin": "'elsewhere'", "start_char": "start_char + 1"}
        chosen = ", ".join(strange.get(name, name) for name in columns)
        link.execute(f"INSERT INTO coding SELECT {chosen} FROM coding LIMIT 1")
    before = content(project)
    plan = merging.prepare(project, [path])
    with pytest.raises(UnreadableProject, match=r"vreemd\.qualcode"):
        merging.carry_out(project, plan)
    assert content(project) == before
