"""Long readings: acts go on beside them, and what they find was once true all at once."""

import os
import sqlite3
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import text

from qualcode_app.domain.errors import CannotWrite, RefusedChange
from qualcode_app.models import raw
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.store import journal, looks
from qualcode_app.services.store.project import Project

PATIENCE_S = 60


def n_codings(session) -> int:
    return session.scalar(text("SELECT count(*) FROM coding"))


def n_raw(session) -> int:
    return raw.fetch(session.connection(), "SELECT count(*) FROM coding")[0][0]


def remove_one(project) -> None:
    project.write(codings.remove, project.read(coding_rows.rows)[0].uid)


def until(met) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not met():
        assert time.monotonic() < give_up
        time.sleep(0.001)


class Portions:
    """Work that reads twice, and holds between the two for an act in the window's connection."""

    def __init__(self, project, n_acts: int, read=n_codings) -> None:
        self.project, self.left, self.read = project, n_acts, read
        self.n_tries = 0

    def __call__(self, view: Project) -> tuple[int, int]:
        self.n_tries += 1
        first = view.read(self.read)
        if self.left:
            self.left -= 1
            remove_one(self.project)
        return first, view.read(self.read)


@pytest.mark.parametrize("read", [n_codings, n_raw])
def test_an_act_between_two_portions_succeeds_and_both_are_of_the_state_after_it(project, read):
    before = project.read(n_codings)
    work = Portions(project, 1, read)
    assert project.still(work) == (before - 1, before - 1)
    assert work.n_tries == 2


def test_an_act_after_the_last_portion_leaves_the_state_before_it(project):
    before = project.read(n_codings)

    def work(view: Project) -> int:
        found = view.read(n_codings)
        remove_one(project)
        return found

    assert project.still(work) == before


def test_an_act_in_the_middle_of_a_statement_breaks_it_off(project):
    before, begun = project.read(n_codings), threading.Event()

    def endless_at_first(session) -> int:
        link = session.connection().connection.driver_connection
        is_first = not begun.is_set()
        link.create_function("begun", 0, begun.set)
        counted = f"""
            WITH RECURSIVE n(i) AS (
                SELECT 0 UNION ALL SELECT i + {int(not is_first)} FROM n WHERE i < 1)
            SELECT (SELECT count(*) FROM coding), begun(), (SELECT max(i) FROM n)"""
        return session.scalar(text(counted))

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(project.read_beside, endless_at_first)
        assert begun.wait(PATIENCE_S)
        remove_one(project)
        assert reading.result(PATIENCE_S) == before - 1


def test_what_another_program_writes_is_noticed_too(project):
    def work(view: Project) -> tuple[int, int]:
        first = view.read(n_codings)
        if not done:
            with closing(sqlite3.connect(project.path, isolation_level=None)) as link:
                link.execute("DELETE FROM coding_value")
                done.append(True)
        return first, view.read(lambda session: session.scalar(text(in_values)))

    done: list[bool] = []
    in_values = "SELECT count(*) FROM coding_value"
    assert project.still(work)[1] == 0
    assert done


def test_where_acts_never_end_a_copy_is_read_and_then_thrown_away(project, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "copies"))
    (tmp_path / "copies").mkdir()
    before = project.read(n_codings)
    work = Portions(project, 100)
    assert project.still(work) == (before - looks.TRIES,) * 2
    assert work.n_tries == looks.TRIES + 1
    assert project.read(n_codings) == before - work.n_tries
    assert list((tmp_path / "copies").iterdir()) == []


def test_no_room_for_the_copy_is_told_and_the_acts_stay(project, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    before = project.read(n_codings)
    with pytest.raises(CannotWrite, match=r"no room for a copy"):
        project.still(Portions(project, 100))
    assert project.read(n_codings) == before - looks.TRIES


def test_a_reading_waits_for_an_act_under_way_and_sees_it(project):
    before, inside, go_on = project.read(n_codings), threading.Event(), threading.Event()

    def slow(session):
        inside.set()
        assert go_on.wait(PATIENCE_S)
        uid = coding_rows.rows(session)[0].uid
        return codings.remove(session, uid)

    with ThreadPoolExecutor(2) as pool:
        act = pool.submit(project.write, slow)
        assert inside.wait(PATIENCE_S)
        reading = pool.submit(project.read_beside, n_codings)
        go_on.set()
        act.result(PATIENCE_S)
        assert reading.result(PATIENCE_S) == before - 1


@pytest.mark.parametrize("goes_on", [n_codings, None])
def test_an_act_is_not_held_up_by_a_statement_of_which_some_rows_were_fetched(project, goes_on):
    before, half_read = project.read(n_codings), threading.Event()

    def nested(session):
        rows = session.execute(text("SELECT uid FROM coding"))
        first = rows.fetchone()
        if not half_read.is_set():
            half_read.set()
            until(lambda: project._gate.is_wanted)
        assert first is not None
        return goes_on(session) if goes_on else 1 + len(rows.fetchall())

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(project.read_beside, nested)
        assert half_read.wait(PATIENCE_S)
        remove_one(project)
        assert reading.result(PATIENCE_S) == before - 1


def test_an_act_that_is_refused_lets_readings_go_on(project):
    def refuse(_session):
        raise RefusedChange("No.")

    with pytest.raises(RefusedChange):
        project.write(refuse)
    assert project.read_beside(n_codings) == project.read(n_codings)


def test_long_work_inside_long_work_sees_the_same_state(project):
    work = Portions(project, 1)
    twice = project.still(lambda view: (view.still(work), view.read_beside(n_codings)))
    assert len({*twice[0], twice[1]}) == 1


def test_a_reading_knows_in_whose_name_it_is_done(project):
    project.author_uid = "0" * 32
    assert project.read_beside(journal.pen).author_uid == project.author_uid


def test_nothing_can_be_written_through_a_view(project):
    with pytest.raises(CannotWrite, match="read-only"):
        project.still(remove_one)


def test_a_project_that_is_open_read_only_is_read_beside_its_writer(project):
    with Project.open(project.path, read_only=True) as reader:
        before = project.read(n_codings)
        work = Portions(project, 1)
        assert reader.still(work) == (before - 1, before - 1)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be deleted there")
def test_a_file_that_is_gone_is_told(project):
    project.path.unlink()
    with pytest.raises(CannotWrite, match="cannot be reached"):
        project.read_beside(n_codings)
