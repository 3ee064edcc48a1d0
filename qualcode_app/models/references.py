"""Which columns hold the uids of other rows, over all tables of the aggregates."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, UniqueConstraint

from qualcode_app.domain.changes import Kind
from qualcode_app.models import raw
from qualcode_app.models.aggregates import ALL, BY_KIND, NOT_CONTENT
from qualcode_app.models.base import UidType

_AT_ONCE = 2000
_BARE = {("memo", "target_uid")}  # a note without its target would be lost from sight


@dataclass(frozen=True, slots=True)
class Reference:
    """A column in which rows of one kind name another row.

    `needed` tells that the row cannot be without the other: a foreign key, or a note's target.
    """

    kind: Kind
    table: str
    owner: str  # column with the uid of the root
    column: str
    needed: bool
    target: Kind | None  # None: rows of several kinds

    def pairs(
        self, connection: Connection, uids: Collection[bytes]
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield each root that names one of these rows, and which."""
        sql = f'SELECT DISTINCT "{self.owner}", "{self.column}" FROM "{self.table}"'  # noqa: S608
        if len(uids) <= _AT_ONCE:
            marks = ", ".join("?" * len(uids))
            sql = f'{sql} WHERE "{self.column}" IN ({marks})'
            yield from ((owner, named) for owner, named in raw.fetch(connection, sql, sorted(uids)))
            return
        for owner, named in raw.fetch(connection, sql):
            if named in uids:
                yield owner, named


@cache
def references() -> tuple[Reference, ...]:
    """Return every such column."""
    kinds = {aggregate.root.name: aggregate.kind for aggregate in ALL}
    found = []
    for aggregate in ALL:
        for table in (aggregate.root, *aggregate.children):
            owner = table.c.uid if table is aggregate.root else aggregate.owner(table)
            for column in table.columns:
                if column is owner or column.name in NOT_CONTENT:
                    continue
                if not isinstance(column.type, UidType):
                    continue
                target = next((kinds[key.column.table.name] for key in column.foreign_keys), None)
                needed = target is not None or (table.name, column.name) in _BARE
                found.append(
                    Reference(aggregate.kind, table.name, owner.name, column.name, needed, target)
                )
    return tuple(found)


def pairs(
    connection: Connection, rows: Mapping[Kind, Collection[bytes]], *, needed: bool = True
) -> Iterator[tuple[Kind, bytes, Kind, bytes]]:
    """Yield every row that names one of these, and which.

    Args:
        connection: Where to look.
        rows: Uids by kind.
        needed: Only rows that cannot be without them.
    """
    for one in references():
        targets = rows.keys() if one.target is None else rows.keys() & {one.target}
        for target in targets if one.needed or not needed else ():
            if rows[target]:
                for owner, named in one.pairs(connection, rows[target]):
                    yield one.kind, owner, target, named


def unique_columns(kind: Kind) -> tuple[tuple[str, ...], ...]:
    """Return the sets of columns of a root table that may hold the same values only once."""
    root = BY_KIND[kind].root
    unique = [each.columns for each in root.constraints if isinstance(each, UniqueConstraint)]
    unique += [index.columns for index in root.indexes if index.unique]
    return tuple(sorted({tuple(column.name for column in columns) for columns in unique}))
