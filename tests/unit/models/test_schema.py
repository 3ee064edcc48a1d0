"""The tables as SQLAlchemy knows them and as the frozen page of SQL makes them are the same."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects import sqlite

from qualcode_app.models import aggregates, migrations, project
from qualcode_app.models.aggregates import ALL
from qualcode_app.models.base import TRAVEL_COLUMNS, Base

TABLES = Base.metadata.tables


@pytest.fixture(scope="module")
def link():
    link = sqlite3.connect(":memory:", isolation_level=None)
    link.execute("PRAGMA foreign_keys=ON")
    migrations.create(link)
    yield link
    link.close()


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_has_the_columns_of_its_class(link, name):
    rows = link.execute(f'PRAGMA table_info("{name}")').fetchall()
    made = {row[1]: (row[2], bool(row[3]), bool(row[5])) for row in rows}
    told = {
        column.name: (
            column.type.compile(sqlite.dialect()),
            not column.nullable,
            column.primary_key,
        )
        for column in TABLES[name].columns
    }
    assert made == told


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_has_the_foreign_keys_of_its_class(link, name):
    made = {(row[3], row[2], row[6]) for row in link.execute(f'PRAGMA foreign_key_list("{name}")')}
    told = {
        (key.parent.name, key.column.table.name, key.ondelete) for key in TABLES[name].foreign_keys
    }
    assert made == told


@pytest.mark.parametrize("name", sorted(TABLES))
def test_no_unique_key_may_hold_null(name):
    for constraint in TABLES[name].constraints:
        if isinstance(constraint, UniqueConstraint):
            assert not any(column.nullable for column in constraint.columns), constraint.name


def test_every_root_travels_and_every_travelling_table_is_a_root():
    roots = {aggregate.root.name for aggregate in ALL}
    travelling = {
        name for name, table in TABLES.items() if "stamp" in table.c and name != "tombstone"
    }
    assert roots == travelling
    for aggregate in ALL:
        assert set(TRAVEL_COLUMNS) <= set(aggregate.root.c.keys())


def test_only_children_go_with_their_root():
    children = {table.name for aggregate in ALL for table in aggregate.children}
    for name, table in TABLES.items():
        cascades = [key for key in table.foreign_keys if key.ondelete == "CASCADE"]
        assert bool(cascades) == (name in children), name
        for key in table.foreign_keys - set(cascades):
            assert key.ondelete == "RESTRICT", (name, key)


def test_the_change_log_only_grows(link):
    link.execute(
        "INSERT INTO change_log VALUES ('h','',x'00',1,0,x'00','act','coding',NULL,NULL,NULL,1)"
    )
    for statement in ("UPDATE change_log SET act='x'", "DELETE FROM change_log"):
        with pytest.raises(sqlite3.IntegrityError, match="append only"):
            link.execute(statement)


def test_a_text_coding_without_a_place_is_refused(link):
    columns = [row[1] for row in link.execute("PRAGMA table_info(coding)")]
    values = dict.fromkeys(columns, b"\0" * 16)
    values |= {"kind": "text", "origin": "hand", "start_char": None, "end_char": None}
    link.execute("PRAGMA foreign_keys=OFF")
    places = ", ".join(f":{name}" for name in columns)
    with pytest.raises(sqlite3.IntegrityError, match="anchor_order"):
        link.execute(f"INSERT INTO coding ({', '.join(columns)}) VALUES ({places})", values)


def test_the_owner_of_every_child_is_known():
    for aggregate in ALL:
        for child in aggregate.children:
            assert aggregate.owner(child).primary_key
    assert project.ProjectInfo.__tablename__ == "project"
    assert aggregates.BY_KIND
