"""Indexes put off while many rows come in.

Every row strikes a random page of every index; sorting all entries once at the end takes half
the time. It pays only where more rows come than are here already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection

from qualcode_app.models import raw

_MANY = 2000  # rows; below that nobody notices
_OF_TABLE = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?"


@contextmanager
def put_off(connection: Connection, coming: Mapping[str, int]) -> Iterator[None]:
    """Take the indexes of tables away, and build them again once the rows are in.

    Part of the transaction: when that fails, they are as they were. Those that guard the
    uniqueness of rows are checked when they are built.

    Args:
        connection: In a transaction that writes.
        coming: How many rows each table gets.

    Raises:
        IntegrityError: Two rows claim one place.
    """
    made: list[str] = []
    for table, rows in coming.items():
        if rows < _MANY or raw.count(connection, table, at_most=rows) == rows:
            continue
        for name, sql in raw.fetch(connection, _OF_TABLE, [table]):
            if sql is not None:  # that of a primary key goes with its table
                connection.exec_driver_sql(f'DROP INDEX "{name}"')
                made.append(sql)
    yield
    for sql in made:
        connection.exec_driver_sql(sql)
