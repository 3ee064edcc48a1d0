"""Aggregates: a root row with its child rows, read and written as one piece of content.

What travels, is compared, logged, deleted and merged is an aggregate, so this is the one
place that knows which tables belong together.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    Select,
    Table,
    delete,
    insert,
    select,
)
from sqlalchemy.schema import Column

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.content import Plain, digest, plain
from qualcode_app.models import cases, codebooks, codings, documents, history, people, registers
from qualcode_app.models.base import Base, UtcTimeType
from qualcode_app.models.codings import DecimalText
from qualcode_app.models.uids import among, bound

# Who made a row and when is kept but is no content: two people who import one PDF, or mark the
# same theme as read, have said the same.
NOT_CONTENT = frozenset(
    {"made_at", "made_by_uid", "changed_at", "changed_by_uid", "stamp", "batch_uid"}
)
_AT_ONCE = 500  # SQLite allows 32,766 variables; fewer keep the statements short


@dataclass(frozen=True, slots=True)
class Aggregate:
    """The tables of one kind.

    `frozen` children (pages, boxes, units) are covered by hashes in the root row: they are
    copied with it but not read to compute its digest.
    """

    kind: Kind
    root: Table
    children: tuple[Table, ...] = ()
    frozen: bool = False

    def owner(self, child: Table) -> Column[Any]:
        """Return the column of a child table that names its root."""
        return next(
            key.parent
            for key in child.foreign_keys
            if key.column.table is self.root and key.ondelete == "CASCADE"
        )


@dataclass(frozen=True, slots=True)
class Stored:
    """One aggregate as it lies in a file: columns by table name, in Python types."""

    kind: Kind
    root: Mapping[str, Any]
    children: Mapping[str, tuple[Mapping[str, Any], ...]]

    @property
    def uid(self) -> str:
        """The uid of the root row."""
        return str(self.root["uid"])

    @property
    def stamp(self) -> str:
        """The version vector of the root row."""
        return str(self.root["stamp"])

    def content(self) -> dict[str, Plain]:
        """Return what the aggregate says, without how it travelled."""
        said: dict[str, Plain] = {
            name: plain(value) for name, value in self.root.items() if name not in NOT_CONTENT
        }
        if not BY_KIND[self.kind].frozen:
            for table, rows in self.children.items():
                said[f"[{table}]"] = [
                    {name: plain(value) for name, value in row.items()}
                    for row in _in_order(table, rows)
                ]
        return said

    def digest(self) -> str:
        """Return the digest of the content."""
        return digest(self.content())


def _in_order(table: str, rows: tuple[Mapping[str, Any], ...]) -> tuple[Mapping[str, Any], ...]:
    """Return child rows as they come back from the file, in whatever order they were made."""
    if len(rows) < 2:
        return rows
    key = [column.name for column in Base.metadata.tables[table].primary_key.columns]
    return tuple(sorted(rows, key=lambda row: [row[name] for name in key]))


def _of(kind: Kind, root: type[Base], *children: type[Base], frozen: bool = False) -> Aggregate:
    tables = tuple(_table(child) for child in children)
    return Aggregate(kind, _table(root), tables, frozen)


def _table(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101  declarative classes of ours map one table each
    return table


# In the order in which rows can be read by a person: what others refer to comes first.
ALL: tuple[Aggregate, ...] = (
    _of(Kind.CODER, people.Coder),
    _of(Kind.STUDY_CASE, cases.StudyCase, cases.CaseAlias),
    _of(Kind.WAVE, cases.Wave),
    _of(Kind.GROUP_SYSTEM, cases.GroupSystem),
    _of(Kind.CASE_GROUP, cases.CaseGroup),
    _of(Kind.DOCUMENT, documents.Document),
    _of(
        Kind.REVISION,
        documents.Revision,
        documents.Page,
        documents.PageBoxes,
        documents.Unit,
        documents.Region,
        frozen=True,
    ),
    _of(Kind.SECTION, documents.Section),
    _of(Kind.MEMBERSHIP, cases.Membership),
    _of(Kind.ATTRIBUTE, cases.Attribute),
    _of(Kind.ATTRIBUTE_VALUE, cases.AttributeValue),
    _of(Kind.CODEBOOK, codebooks.Codebook),
    _of(
        Kind.CODE,
        codebooks.Code,
        codebooks.CodeBoundary,
        codebooks.CodeKeyword,
        codebooks.CodeSource,
    ),
    _of(Kind.CODEBOOK_VERSION, codebooks.CodebookVersion, codebooks.CodebookVersionCode),
    _of(Kind.SUCCESSION, codebooks.Succession),
    _of(Kind.FACET, codebooks.Facet, codebooks.FacetOption),
    _of(Kind.SCALE, registers.Scale, registers.ScaleOption),
    _of(Kind.REGISTER, registers.Register, registers.RegisterScale),
    _of(
        Kind.PROPOSITION,
        registers.Proposition,
        registers.PropositionPart,
        registers.PropositionCode,
        registers.PropositionKeyword,
        registers.PropositionSource,
    ),
    _of(Kind.PROPOSITION_GROUP, registers.PropositionGroup, registers.PropositionGroupMember),
    _of(Kind.ROUND, people.Round),
    _of(Kind.ASSIGNMENT, people.Assignment),
    _of(Kind.READING_STATUS, people.ReadingStatus),
    _of(Kind.CODING, codings.Coding, codings.CodingHole, codings.CodingArea, codings.CodingValue),
    _of(Kind.RELATION, codings.Relation),
    _of(Kind.SEARCH_RUN, registers.SearchRun),
    _of(
        Kind.JUDGEMENT,
        registers.Judgement,
        registers.JudgementPart,
        registers.JudgementEvidence,
        registers.JudgementValue,
    ),
    _of(Kind.ADJUDICATION, codings.Adjudication, codings.AdjudicationSource),
    _of(Kind.QUESTION, cases.Question),
    _of(Kind.CLAIM, cases.Claim, cases.ClaimEvidence),
    _of(Kind.CELL, cases.Cell),
    _of(Kind.MEMO, cases.Memo),
    _of(Kind.BATCH, history.Batch),
)
BY_KIND: Mapping[Kind, Aggregate] = {aggregate.kind: aggregate for aggregate in ALL}


def read(
    connection: Connection, kind: Kind, uids: Iterable[str], *, whole: bool = False
) -> dict[str, Stored]:
    """Return the aggregates of one kind by uid; uids that are not here are left out.

    Args:
        connection: Where to read.
        kind: Which kind.
        uids: Which roots.
        whole: Also read frozen children (pages and boxes), to copy a revision.
    """
    aggregate = BY_KIND[kind]
    tables = aggregate.children if whole or not aggregate.frozen else ()
    found: dict[str, Stored] = {}
    for some in _portions(uids):
        one = len(some) == 1
        roots = connection.execute(_rows_of(kind, aggregate.root.name, one=one), bound(some))
        rows: dict[str, dict[str, list[Mapping[str, Any]]]] = defaultdict(
            lambda: {table.name: [] for table in tables}
        )
        for table in tables:
            owner = aggregate.owner(table)
            read_rows = connection.execute(_rows_of(kind, table.name, one=one), bound(some))
            for row in read_rows.mappings():
                rows[row[owner.name]][table.name].append(dict(row))
        for root in roots.mappings():
            children = {name: tuple(listed) for name, listed in rows[root["uid"]].items()}
            found[root["uid"]] = Stored(kind, dict(root), children)
    return found


@cache
def _rows_of(kind: Kind, table_name: str, *, one: bool) -> Select[Any]:
    """Ask the rows of one table that belong to bound roots; made once, asked often."""
    aggregate = BY_KIND[kind]
    if table_name == aggregate.root.name:
        return select(aggregate.root).where(among(aggregate.root.c.uid, one=one))
    table = next(each for each in aggregate.children if each.name == table_name)
    return (
        select(table)
        .where(among(aggregate.owner(table), one=one))
        .order_by(*table.primary_key.columns)
    )


def stamps(connection: Connection, kind: Kind, uids: Iterable[str]) -> dict[str, str]:
    """Return the stamps of the aggregates of one kind by uid, of those that are here."""
    return {
        row.uid: row.stamp
        for some in _portions(uids)
        for row in connection.execute(_stamps_of(kind, one=len(some) == 1), bound(some))
    }


@cache
def _stamps_of(kind: Kind, *, one: bool) -> Select[Any]:
    root = BY_KIND[kind].root
    return select(root.c.uid, root.c.stamp).where(among(root.c.uid, one=one))


def read_one(connection: Connection, kind: Kind, uid: str) -> Stored | None:
    """Return one aggregate, or None when it is not here."""
    return read(connection, kind, [uid]).get(uid)


def write(connection: Connection, stored: Iterable[Stored]) -> None:
    """Insert aggregates of any kinds; rows with these uids must not exist."""
    by_table: dict[Table, list[Mapping[str, Any]]] = defaultdict(list)
    for one in stored:
        aggregate = BY_KIND[one.kind]
        by_table[aggregate.root].append(one.root)
        for table in aggregate.children:
            by_table[table].extend(one.children.get(table.name, ()))
    for table, rows in by_table.items():
        if rows:
            connection.execute(_into(table), rows)


@cache
def _into(table: Table) -> Insert:
    return insert(table)


def erase(connection: Connection, kind: Kind, uids: Iterable[str]) -> None:
    """Delete aggregates; their children go with them."""
    aggregate = BY_KIND[kind]
    for some in _portions(uids):
        for table in aggregate.children:
            connection.execute(delete(table).where(aggregate.owner(table).in_(some)))
        connection.execute(delete(aggregate.root).where(aggregate.root.c.uid.in_(some)))


def to_json(stored: Stored) -> dict[str, Plain]:
    """Return an aggregate, stamp and all, in a form that JSON keeps."""
    return {
        "root": {name: plain(value) for name, value in stored.root.items()},
        "children": {
            table: [{name: plain(value) for name, value in row.items()} for row in rows]
            for table, rows in stored.children.items()
        },
    }


def from_json(kind: Kind, said: Mapping[str, Any]) -> Stored:
    """Return the aggregate that `to_json` wrote."""
    aggregate = BY_KIND[kind]
    return Stored(
        kind,
        typed(aggregate.root, said["root"]),
        {
            table.name: tuple(typed(table, row) for row in said["children"].get(table.name, ()))
            for table in aggregate.children
        },
    )


def typed(table: Table, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of a table from the form that JSON keeps."""
    return {column.name: _value(column, said[column.name]) for column in table.columns}


def _value(column: Column[Any], said: Any) -> Any:
    if said is None:
        return None
    if isinstance(column.type, UtcTimeType):
        return datetime.fromisoformat(said)
    if isinstance(column.type, DecimalText):
        return Decimal(said)
    wanted = column.type.python_type
    if wanted is date:
        return date.fromisoformat(said)
    if wanted is bytes and isinstance(said, str) and "uid" not in column.name:
        return bytes.fromhex(said)
    return float(said) if wanted is float else said


def _portions(uids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(uids)
    while some := list(itertools.islice(rest, _AT_ONCE)):
        yield some
