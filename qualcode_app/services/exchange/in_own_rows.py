"""Rows that came in notes of our own: found again here by what they are, else new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import Lost
from qualcode_app.models import references
from qualcode_app.models.aggregates import BY_KIND, Stored
from qualcode_app.models.base import Base
from qualcode_app.services.exchange import bringing, own_notes
from qualcode_app.services.exchange.own_notes import OwnRows
from qualcode_app.services.store.journal import NewRow

ELSEWHERE = frozenset({Kind.CODER, Kind.REVISION})  # found by others: who it is, which file
_SAME_WHEN: Mapping[Kind, tuple[str, ...]] = {  # beside what must be unique
    Kind.STUDY_CASE: ("name",),
    Kind.WAVE: ("title",),
    Kind.GROUP_SYSTEM: ("title",),
    Kind.CASE_GROUP: ("system_uid", "title"),
    Kind.ATTRIBUTE: ("of", "key"),
    Kind.CODEBOOK: ("key",),
    Kind.MEMBERSHIP: ("group_uid", "case_uid", "document_uid", "valid_from", "valid_to"),
}


@dataclass(slots=True)
class Arriving:
    """New rows, and how many are here already."""

    rows: list[NewRow] = field(default_factory=list)
    n_here: int = 0


def arrive(session: Session, own: OwnRows, same: MutableMapping[str, str]) -> Arriving:
    """Return the rows of our notes that are not here; notes in `same` what stands for what.

    Args:
        session: Where to look.
        own: What the notes hold.
        same: Uids of the file that another uid stands for here; rows found are added.
    """
    found = Arriving()
    for kind in own_notes.KINDS:
        if kind in ELSEWHERE:
            continue
        listed = [own_notes.renamed(one, same) for one in own.of(kind).values()]
        here = bringing.present(session, kind, [one.uid for one in listed])
        taken = _taken(session, kind)
        for one in listed:
            other = one.uid if one.uid in here else _other(one, taken)
            if other is not None:
                found.n_here += 1
                if other != one.uid:
                    same[one.uid] = other
                continue
            found.rows.append(as_new(own_notes.renamed(one, same)))
    return found


def as_new(stored: Stored) -> NewRow:
    """Return a row to be written."""
    columns = {name: value for name, value in stored.root.items() if name != "stamp"}
    return NewRow(stored.kind, columns, stored.children)


def sound(session: Session, rows: Sequence[NewRow], findings: list[Lost]) -> list[NewRow]:
    """Return the rows whose references all lead somewhere; tells how many do not.

    A reference that may be empty is emptied, a child row without its other end goes alone.
    """
    kept = list(rows)
    n_lost = 0
    while True:
        known = _known(session, kept)
        fitting = [row for one in kept if (row := _fitting(one, known)) is not None]
        if len(fitting) == len(kept):
            break
        n_lost += len(kept) - len(fitting)
        kept = fitting
    if n_lost:
        findings.append(Lost("{n} rows of notes name something that is not here.", n=n_lost))
    return fitting


@cache
def _natural(kind: Kind) -> tuple[tuple[str, ...], ...]:
    own = _SAME_WHEN.get(kind)
    return (*references.unique_columns(kind), *([own] if own else []))


def _taken(session: Session, kind: Kind) -> dict[tuple[str, ...], dict[tuple[Any, ...], str]]:
    """Return which row stands where, by the columns that say what a row is."""
    root = BY_KIND[kind].root
    found: dict[tuple[str, ...], dict[tuple[Any, ...], str]] = {}
    for names in _natural(kind):
        columns = [root.c[name] for name in names]
        said = session.execute(select(root.c.uid, *columns)).all()
        found[names] = {tuple(row[1:]): row[0] for row in said if _counts(kind, names, row[1:])}
    return found


def _other(
    one: Stored, taken: Mapping[tuple[str, ...], Mapping[tuple[Any, ...], str]]
) -> str | None:
    """Return the row of the project that stands where this one would."""
    for names, rows in taken.items():
        said = tuple(one.root[name] for name in names)
        if _counts(one.kind, names, said) and said in rows:
            return rows[said]
    return None


def _counts(kind: Kind, names: tuple[str, ...], said: Iterable[Any]) -> bool:
    """Tell whether columns that are partly empty still say what a row is."""
    return names == _SAME_WHEN.get(kind) or all(value not in (None, "") for value in said)


_Known = Mapping[Kind, set[str]]


def _known(session: Session, rows: Sequence[NewRow]) -> _Known:
    """Return the uids of each kind that are here or come in."""
    coming: dict[Kind, set[str]] = defaultdict(set)
    named: dict[Kind, set[str]] = defaultdict(set)
    for row in rows:
        coming[row.kind].add(str(row.columns["uid"]))
        for table, column, target, _ in _references(row.kind):
            for said in _rows_of(row, table):
                if said.get(column) is not None:
                    named[target].add(said[column])
    for kind, uids in named.items():
        coming[kind] |= _present(session, kind, uids - coming[kind])
    return coming


def _present(session: Session, kind: Kind, uids: Iterable[str]) -> set[str]:
    root = BY_KIND[kind].root
    wanted = list(uids)
    found: set[str] = set()
    for start in range(0, len(wanted), bringing.AT_ONCE):
        some = wanted[start : start + bringing.AT_ONCE]
        found.update(session.scalars(select(root.c.uid).where(root.c.uid.in_(some))))
    return found


def _fitting(row: NewRow, known: _Known) -> NewRow | None:
    columns = dict(row.columns)
    children = {table: list(rows) for table, rows in row.children.items()}
    root = BY_KIND[row.kind].root.name
    for table, column, target, nullable in _references(row.kind):
        if table == root:
            if columns.get(column) is None or columns[column] in known[target]:
                continue
            if not nullable:
                return None
            columns[column] = None
            continue
        kept = []
        for said in children.get(table, ()):
            if said.get(column) is None or said[column] in known[target]:
                kept.append(said)
            elif nullable:
                kept.append({**said, column: None})
        children[table] = kept
    return NewRow(row.kind, columns, children)


@cache
def _references(kind: Kind) -> tuple[tuple[str, str, Kind, bool], ...]:
    """Return table, column, what it names, and whether it may be empty."""
    return tuple(
        (one.table, one.column, one.target, _is_nullable(one.table, one.column))
        for one in references.references()
        if one.kind is kind and one.target is not None
    )


def _is_nullable(table: str, column: str) -> bool:
    return bool(Base.metadata.tables[table].c[column].nullable)


def _rows_of(row: NewRow, table: str) -> Sequence[Mapping[str, Any]]:
    if table == BY_KIND[row.kind].root.name:
        return [row.columns]
    return row.children.get(table, ())
