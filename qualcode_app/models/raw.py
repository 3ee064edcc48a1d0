"""Aggregates as the driver hands them over, for acts over many rows.

Copying 20,000 codings from file to file needs neither uids as text nor times as objects, and
their digests can be written straight from the stored values. The digest is that of
`aggregates.Stored.digest`; a test holds the two together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from json.encoder import encode_basestring
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Float, Integer, LargeBinary, Table
from sqlalchemy.schema import Column
from sqlalchemy.types import TypeEngine

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.content import plain, sha256_of_text
from qualcode_app.models.aggregates import BY_KIND, NOT_CONTENT
from qualcode_app.models.base import UidType, UtcTimeType, uid_text
from qualcode_app.models.codings import DecimalText

AT_ONCE = 2000  # uids per statement
Row = tuple[Any, ...]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def uid_bytes(uid: str) -> bytes:
    """Return a uid as it is stored."""
    return bytes.fromhex(uid.replace("-", ""))


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
        return [tuple(row) for row in connection.exec_driver_sql(sql, tuple(uids)).all()]

    def insert(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Insert rows that are not here yet."""
        if rows:
            marks = ", ".join("?" * len(self.columns))
            names = ", ".join(f'"{name}"' for name in self.columns)
            sql = f'INSERT INTO "{self.name}" ({names}) VALUES ({marks})'  # noqa: S608
            connection.exec_driver_sql(sql, list(rows))

    def canonical(self, row: Row) -> str:
        """Return what a row says as members of a JSON object."""
        return ",".join([key + write(row[place]) for place, key, write in self.said])


@dataclass(frozen=True, slots=True)
class RawRows:
    """Some aggregates of one kind."""

    kind: Kind
    roots: Sequence[Row]
    children: Mapping[str, Sequence[Row]]

    def digests(self) -> Iterator[tuple[bytes, str]]:
        """Yield uid and digest of every aggregate."""
        root, below = tables(self.kind)
        at = root.at("uid")
        if BY_KIND[self.kind].frozen:
            below = ()
        hung: list[tuple[str, RawTable, dict[bytes, list[Row]]]] = []
        for table in sorted(below, key=lambda each: each.name):
            by_owner: dict[bytes, list[Row]] = defaultdict(list)
            for row in self.children.get(table.name, ()):
                by_owner[row[table.owner]].append(row)
            hung.append((f'"[{table.name}]":[', table, by_owner))
        for row in self.roots:
            parts = [
                key + ",".join([f"{{{table.canonical(each)}}}" for each in rows[row[at]]]) + "]"
                if row[at] in rows
                else key + "]"
                for key, table, rows in hung
            ]
            parts.append(root.canonical(row))
            yield row[at], sha256_of_text(f"{{{','.join(parts)}}}")

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


def read(connection: Connection, kind: Kind, uids: Sequence[str]) -> Iterator[RawRows]:
    """Yield the aggregates with these uids, whole, in portions."""
    root, below = tables(kind)
    for start in range(0, len(uids), AT_ONCE):
        some = [uid_bytes(uid) for uid in uids[start : start + AT_ONCE]]
        children = {table.name: table.rows(connection, some) for table in below}
        yield RawRows(kind, root.rows(connection, some), children)


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
    if isinstance(column.type, UidType) and not column.primary_key:
        write = _remembering(write)  # few coders, codes and documents stand in many rows
    if not column.nullable:
        return write

    def or_null(value: Any) -> str:
        return "null" if value is None else write(value)

    return or_null


def _remembering(write: Callable[[Any], str]) -> Callable[[Any], str]:
    return lru_cache(maxsize=1000)(write)


def _present(kind: TypeEngine[Any]) -> Callable[[Any], str]:
    match kind:
        case UidType():
            return lambda value: f'"{uid_text(value)}"'
        case UtcTimeType():
            return lambda value: f'"{plain(_EPOCH + timedelta(microseconds=value))}"'
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
