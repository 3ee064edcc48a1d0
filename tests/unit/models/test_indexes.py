from __future__ import annotations

import sqlite3
import uuid
from contextlib import closing

import pytest
from sqlalchemy.exc import IntegrityError

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.models import engine, indexes, raw

MANY = 3000


def bring_many(session, *, at_one_place):
    """Add codings that are like one of the sample, each at its own place or all at one."""
    connection = session.connection()
    table, _ = raw.tables(Kind.CODING)
    [(one,)] = raw.fetch(connection, "SELECT uid FROM coding WHERE kind = 'text' LIMIT 1")
    [like] = table.rows(connection, [one])
    rows = []
    for number in range(MANY):
        start = 5_000_000 + (0 if at_one_place else number)
        said = {"uid": uuid.uuid4().bytes, "start_char": start, "end_char": start + 1}
        rows.append(tuple(said.get(name, like[table.at(name)]) for name in table.columns))
    with indexes.put_off(connection, {table.name: MANY}):
        table.insert(connection, rows)
        assert len(list_indexes(connection)) == 1, "only that of the primary key"
    return Changes()


def list_indexes(connection):
    sql = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'coding'"
    return raw.fetch(connection, sql)


def state(path):
    with closing(sqlite3.connect(path)) as link:
        assert link.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        (codings,) = link.execute("SELECT count(*) FROM coding").fetchone()
        return engine.schema(link), codings


def test_indexes_put_off_stand_again_once_the_rows_are_in(project):
    schema, codings = state(project.path)
    project.write(bring_many, at_one_place=False)
    assert state(project.path) == (schema, codings + MANY)


def test_two_rows_at_one_place_are_refused_also_when_indexes_are_put_off(project):
    before = state(project.path)
    with pytest.raises(IntegrityError):
        project.write(bring_many, at_one_place=True)
    assert state(project.path) == before


def test_indexes_stay_where_few_rows_come_or_more_are_here(project):
    def few(session):
        connection = session.connection()
        there = list_indexes(connection)
        for rows in (10, raw.count(connection, "coding")):
            with indexes.put_off(connection, {"coding": rows}):
                assert list_indexes(connection) == there
        return Changes()

    project.write(bring_many, at_one_place=False)
    project.write(few)


def test_most_rows_of_a_long_table_are_read_as_one_by_one(project):
    project.write(bring_many, at_one_place=False)
    with project.connection() as connection:
        uids = [uid for (uid,) in raw.fetch(connection, "SELECT uid FROM coding ORDER BY uid")]
        wanted = uids[: len(uids) * 3 // 4]
        assert len(wanted) > raw.AT_ONCE
        together = dict(
            pair for rows in raw.read(connection, Kind.CODING, wanted) for pair in rows.digests()
        )
        one_by_one = dict(
            pair
            for begin in range(0, len(wanted), 500)
            for rows in raw.read(connection, Kind.CODING, wanted[begin : begin + 500])
            for pair in rows.digests()
        )
    assert together.keys() == set(wanted)
    assert together == one_by_one
