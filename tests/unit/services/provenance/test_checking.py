"""What a check finds, and what a repair mends."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.errors import CannotWrite
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.provenance import checking, repairing
from qualcode_app.services.provenance.checking import Fault
from qualcode_app.services.store.project import Project


def spoil(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        for name, sql in link.execute(
            "SELECT name, sql FROM sqlite_master WHERE type='trigger'"
        ).fetchall():
            link.execute(f'DROP TRIGGER "{name}"')
            statements = (*statements, sql)
        for statement in statements:
            link.execute(statement)


def faults(path):
    return {one.fault for one in checking.check(path)}


@pytest.fixture
def path(desk):
    """A project with a coding that was made by an act of its own."""
    desk.project.write(codings.add, desk.new(100, 160))
    path = desk.project.path
    desk.project.close()
    return path


def test_a_sound_project_has_no_findings(path):
    assert checking.check(path) == []


def test_a_merged_and_withdrawn_project_is_sound(project, tmp_path):
    other = tmp_path / "other.qualcode"
    copies.save_copy(project, other)
    with Project.open(other) as file:
        row = file.read(coding_rows.rows)[0]
        file.write(codings.resize, row.uid, TextAnchor(row.anchor.start, row.anchor.end + 30))
    merging.carry_out(project, merging.prepare(project, [other]))
    project.close()
    assert checking.check(project.path) == []


def test_a_quote_that_is_not_its_text_is_found_and_brought_to_its_words(path, tmp_path):
    spoil(path, "UPDATE coding SET start_char = start_char + 3, end_char = end_char + 3")
    assert Fault.QUOTE in faults(path)
    copy = tmp_path / "copy.qualcode"
    done = repairing.repair(path, copy)
    assert done.n_moved >= 1
    assert Fault.QUOTE not in {one.fault for one in done.left}
    assert Fault.QUOTE in faults(path), "the damaged file was touched"


def test_a_changed_row_of_the_log_breaks_the_chain(path):
    spoil(path, "UPDATE change_log SET act = 'coding.other' WHERE seq = 3")
    assert Fault.CHAIN in faults(path)


def test_a_missing_row_of_the_log_is_found(path):
    spoil(path, "DELETE FROM change_log WHERE seq = 2")
    assert Fault.CHAIN in faults(path)


def test_a_row_that_was_changed_past_the_log_is_found(path):
    spoil(path, "UPDATE coding SET n_words = n_words + 1 WHERE stamp LIKE '%:%'")
    assert Fault.CONTENT in faults(path)


def test_a_row_beside_its_tombstone_is_found_and_mended(path, tmp_path):
    spoil(
        path,
        "INSERT INTO tombstone SELECT 'coding', uid, stamp, made_at, made_by_uid FROM coding",
    )
    assert Fault.GRAVE in faults(path)
    done = repairing.repair(path, tmp_path / "copy.qualcode")
    assert Fault.GRAVE not in {one.fault for one in done.left}


def test_a_row_that_needs_another_that_is_gone_is_found(path):
    spoil(path, "PRAGMA foreign_keys=OFF", "DELETE FROM round")
    assert Fault.MISSING in faults(path)


def test_a_file_with_damaged_pages_is_copied_as_far_as_it_can_be_read(path, tmp_path):
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 4096 * 3)
        file.write(b"\x00" * 4096 * 3)
    assert Fault.FILE in faults(path)
    copy = tmp_path / "copy.qualcode"
    repairing.repair(path, copy)
    assert Fault.FILE not in faults(copy)
    with Project.open(copy) as project:
        assert project.read(coding_rows.rows)


def test_a_repair_writes_over_nothing(path):
    with pytest.raises(CannotWrite, match="already"):
        repairing.repair(path, path)
