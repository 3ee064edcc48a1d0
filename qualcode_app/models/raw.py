"""Aggregates as the driver hands them over, for acts over many rows.

Copying 20,000 codings from file to file needs neither uids as text nor times as objects, and
their digests can be written straight from the stored values. The digest is that of
`aggregates.Stored.digest`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import repeat
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Connection,
    Date,
    Float,
    Integer,
    LargeBinary,
    Table,
)
from sqlalchemy.schema import Column
from sqlalchemy.types import TypeEngine

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.content import plain, sha256_of_text
from qualcode_app.models.aggregates import BY_KIND, NOT_CONTENT
from qualcode_app.models.base import Base, UidType, UtcTimeType, uid_text
from qualcode_app.models.codings import DecimalText

AT_ONCE = 2000  # uids per statement
Row = tuple[Any, ...]
_REMEMBERED = 50_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def fetch(connection: Connection, sql: str, values: Sequence[Any] = ()) -> list[Row]:
    """Return all rows as plain tuples, a third of the time that result objects take."""
    link = connection.connection.driver_connection
    assert link is not None  # noqa: S101  a connection in use has one
    found: list[Row] = link.execute(sql, tuple(values)).fetchall()
    return found


@contextmanager
def unchecked(connection: Connection) -> Iterator[None]:
    """Let rows in without looking at what their table allows: they are known to be right.

    For every row SQLite makes the list of allowed words anew, which takes a third of the time.
    """
    connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")


def copy_all(connection: Connection, kind: Kind, schema: str) -> None:
    """Insert all aggregates of a kind that an attached file holds."""
    root, below = tables(kind)
    for table in (root, *below):
        table.copy(connection, schema)


def attach(connection: Connection, path: Path, schema: str) -> None:
    """Let a connection read another file as well.

    A transaction cannot let go of it again, so the connection is closed afterwards.
    """
    connection.detach()
    address = f"{path.resolve().as_uri()}?mode=ro"
    connection.exec_driver_sql(f"ATTACH ? AS {schema}", (address,))


def count(connection: Connection, table: str, *, at_most: int = -1) -> int:
    """Return how many rows a table has; counting stops at a number where one is given."""
    sql = f'SELECT count(*) FROM (SELECT 1 FROM "{table}" LIMIT ?)'  # noqa: S608  our own table
    return int(fetch(connection, sql, [at_most])[0][0])


def uid_bytes(uid: str) -> bytes:
    """Return a uid as it is stored."""
    return bytes.fromhex(uid.replace("-", ""))


def time(stored: int) -> datetime:
    """Return a time as it is meant."""
    return _EPOCH + timedelta(microseconds=stored)


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table with its columns in stored order, and how each is written into a digest."""

    name: str
    columns: tuple[str, ...]
    owner: int  # place of the uid of the root
    said: tuple[tuple[int, str, Callable[[Any], str]], ...]  # by name of column
    order: str  # columns of the primary key

    def at(self, column: str) -> int:
        """Return the place of a column."""
        return self.columns.index(column)

    def rows(self, connection: Connection, uids: Sequence[bytes]) -> Sequence[Row]:
        """Return the rows of these roots."""
        names = ", ".join(f'"{name}"' for name in self.columns)
        marks = ", ".join("?" * len(uids))
        sql = (
            f'SELECT {names} FROM "{self.name}" WHERE "{self.columns[self.owner]}"'  # noqa: S608
            f" IN ({marks}) ORDER BY {self.order}"
        )
        return fetch(connection, sql, uids)

    def scan(self, connection: Connection, wanted: Container[bytes]) -> Iterator[Sequence[Row]]:
        """Yield the rows of these roots in portions, in the order in which they lie."""
        names = ", ".join(f'"{name}"' for name in self.columns)
        link = connection.connection.driver_connection
        assert link is not None  # noqa: S101  a connection in use has one
        found = link.execute(f'SELECT {names} FROM "{self.name}" ORDER BY rowid')  # noqa: S608
        while rows := found.fetchmany(AT_ONCE):
            yield [row for row in rows if row[self.owner] in wanted]

    def breaks_a_rule(self, connection: Connection) -> bool:
        """Tell whether a row says what its table does not allow.

        One look over a whole file costs a tenth of what looking at every row that is inserted does.
        """
        checks = [
            str(one.sqltext)
            for one in Base.metadata.tables[self.name].constraints
            if isinstance(one, CheckConstraint)
        ]
        if not checks:
            return False
        broken = " OR ".join(f"NOT ({check})" for check in checks)
        sql = f'SELECT 1 FROM "{self.name}" WHERE {broken} LIMIT 1'  # noqa: S608  our own checks
        return bool(fetch(connection, sql))

    def insert(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Insert rows that are not here yet."""
        if rows:
            marks = ", ".join("?" * len(self.columns))
            names = ", ".join(f'"{name}"' for name in self.columns)
            sql = f'INSERT INTO "{self.name}" ({names}) VALUES ({marks})'  # noqa: S608
            connection.exec_driver_sql(sql, list(rows))

    def copy(self, connection: Connection, schema: str) -> None:
        """Insert all rows of the same table of an attached file; none of them may be here yet."""
        names = ", ".join(f'"{name}"' for name in self.columns)
        connection.exec_driver_sql(
            f'INSERT INTO main."{self.name}" ({names})'  # noqa: S608  our own names
            f' SELECT {names} FROM {schema}."{self.name}"'
        )

    def canonical(self, rows: Sequence[Row], before: Iterable[str] = repeat("")) -> Iterator[str]:
        """Yield each row as a JSON object; written column by column.

        Args:
            rows: Of this table.
            before: For each row the members that stand before its columns.
        """
        if not rows:
            return iter(())
        columns = list(zip(*rows, strict=True))
        written = [map(write, columns[place]) for place, _, write in self.said]
        members = ",".join(f"{key.replace('%', '%%')}%s" for _, key, _ in self.said)
        return map(f"{{%s{members}}}".__mod__, zip(before, *written, strict=False))


@dataclass(frozen=True, slots=True)
class RawRows:
    """Some aggregates of one kind."""

    kind: Kind
    roots: Sequence[Row]
    children: Mapping[str, Sequence[Row]]

    def digests(self) -> Iterator[tuple[bytes, str]]:
        """Yield uid and digest of every aggregate."""
        root, below = tables(self.kind)
        if BY_KIND[self.kind].frozen:
            below = ()
        ordered = sorted(below, key=lambda each: each.name)
        hung: dict[bytes, list[list[str]]] = {}  # owner to what its rows of each table say
        for place, table in enumerate(ordered):
            rows = self.children.get(table.name, ())
            for row, said in zip(rows, table.canonical(rows), strict=True):
                of_owner = hung.setdefault(row[table.owner], [[] for _ in ordered])
                of_owner[place].append(said)

        def members(said: Sequence[Sequence[str]]) -> str:
            pairs = zip(ordered, said, strict=True)
            return "".join(f'"[{table.name}]":[{",".join(each)}],' for table, each in pairs)

        uids = [row[root.owner] for row in self.roots]
        bare = members([() for _ in ordered])
        children = {owner: members(each) for owner, each in hung.items()}
        before = (children.get(uid, bare) for uid in uids) if children else repeat(bare)
        return zip(uids, map(sha256_of_text, root.canonical(self.roots, before)), strict=True)

    def renamed(self, names: Mapping[bytes, bytes]) -> RawRows:
        """Return the rows with every uid that has another name now replaced."""
        if not names:
            return self

        def rename(rows: Sequence[Row]) -> list[Row]:
            return [
                tuple(names.get(one, one) if isinstance(one, bytes) else one for one in row)
                for row in rows
            ]

        children = {table: rename(rows) for table, rows in self.children.items()}
        return RawRows(self.kind, rename(self.roots), children)

    def write(self, connection: Connection) -> None:
        """Insert all of them."""
        root, below = tables(self.kind)
        root.insert(connection, self.roots)
        for table in below:
            table.insert(connection, self.children.get(table.name, ()))


def read(connection: Connection, kind: Kind, uids: Sequence[bytes]) -> Iterator[RawRows]:
    """Yield the aggregates with these uids, whole, in portions."""
    root, below = tables(kind)
    filled = [table for table in below if count(connection, table.name, at_most=1)]
    for roots in _roots(connection, root, uids):
        some = [row[root.owner] for row in roots]
        children = {table.name: table.rows(connection, some) for table in filled}
        yield RawRows(kind, roots, children)


def _roots(
    connection: Connection, root: RawTable, uids: Sequence[bytes]
) -> Iterator[Sequence[Row]]:
    """Yield root rows in portions; one look-up each only where most rows are not wanted."""
    if len(uids) > AT_ONCE and len(uids) > count(connection, root.name) / 2:
        yield from root.scan(connection, frozenset(uids))
        return
    for start in range(0, len(uids), AT_ONCE):
        yield root.rows(connection, uids[start : start + AT_ONCE])


@cache
def tables(kind: Kind) -> tuple[RawTable, tuple[RawTable, ...]]:
    """Return the root table of a kind and those of its children."""
    aggregate = BY_KIND[kind]
    root = _raw(aggregate.root, "uid", NOT_CONTENT)
    below = tuple(
        _raw(table, aggregate.owner(table).name, frozenset()) for table in aggregate.children
    )
    return root, below


def _raw(table: Table, owner: str, left_out: frozenset[str]) -> RawTable:
    columns = tuple(column.name for column in table.columns)
    said = tuple(
        (columns.index(column.name), f'"{column.name}":', _writer(column))
        for column in sorted(table.columns, key=lambda each: each.name)
        if column.name not in left_out
    )
    order = ", ".join(f'"{column.name}"' for column in table.primary_key.columns)
    return RawTable(table.name, columns, columns.index(owner), said, order)


def _writer(column: Column[Any]) -> Callable[[Any], str]:
    """Return how a stored value of this column stands in canonical JSON."""
    write = _present(column.type)
    if column.nullable:
        write = _or_null(write)
    is_few = isinstance(column.type, (UidType, Integer, Boolean)) and not column.primary_key
    return _Remembered(write).__getitem__ if is_few else write


def _or_null(write: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda value: "null" if value is None else write(value)


class _Remembered(dict[Any, str]):
    """What was written for a value before: few coders, codes and numbers stand in many rows."""

    def __init__(self, write: Callable[[Any], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, value: Any) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[value] = said = self._write(value)
        return said


def _present(kind: TypeEngine[Any]) -> Callable[[Any], str]:
    match kind:
        case UidType():
            return lambda value: f'"{uid_text(value)}"'
        case UtcTimeType():
            return lambda value: f'"{plain(time(value))}"'
        case DecimalText():
            return lambda value: f'"{plain(Decimal(value))}"'
        case Boolean():
            return lambda value: "true" if value else "false"
        case Float():
            return lambda value: f'"{plain(float(value))}"'
        case Integer():
            return str
        case LargeBinary():
            return lambda value: f'"{value.hex()}"'
        case Date():
            return lambda value: f'"{value}"'
        case _:
            return encode_basestring
