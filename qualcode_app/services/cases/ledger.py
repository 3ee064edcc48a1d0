"""Writing rows of the register so that an act can be taken back as a whole.

Each write notes what stood there before. The window keeps these notes for its undo, an import
puts them into its batch. Rows that two people would make alike (a group of that title, a
membership of that day) get a derived uid, so that merging finds one row and not two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec

from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import BY_KIND, Stored
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow, Rows

P = ParamSpec("P")
UseCase = Callable[Concatenate[Session, P], Changes]
_NOTES = "register_notes"


@dataclass(frozen=True, slots=True)
class Row:
    """How a row should be: its columns, and the children that are named, whole."""

    kind: Kind
    uid: str
    columns: Mapping[str, Any]
    children: Mapping[str, Rows] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Before:
    """What stood in the place of a row; None where there was none."""

    kind: Kind
    uid: str
    stored: Stored | None


def put(session: Session, act: str, rows: Iterable[Row]) -> Changes:
    """Make rows say this, whether they are here or not; rows that say it already are left."""
    listed = list(rows)
    here = {
        kind: aggregates.read(session.connection(), kind, [r.uid for r in listed if r.kind is kind])
        for kind in dict.fromkeys(row.kind for row in listed)
    }
    new: list[NewRow] = []
    added: dict[Kind, list[str]] = defaultdict(list)
    changed: dict[Kind, list[str]] = defaultdict(list)
    for row in listed:
        before = here[row.kind].get(row.uid)
        if before is None:
            new.append(NewRow(row.kind, {**row.columns, "uid": row.uid}, row.children))
            added[row.kind].append(row.uid)
        elif not _says(before, row):
            journal.change(session, act, row.kind, row.uid, row.columns, row.children)
            changed[row.kind].append(row.uid)
        else:
            continue
        _note(session, Before(row.kind, row.uid, before))
    journal.add_many(session, act, new)
    changes = Changes()
    for kind in here:
        changes |= Changes.of(kind, added=added[kind], changed=changed[kind])
    return changes


def _says(stored: Stored, row: Row) -> bool:
    """Tell whether a row says already what it should."""
    said = all(stored.root[name] == value for name, value in row.columns.items())
    return said and all(
        [dict(each) for each in stored.children[name]] == [dict(each) for each in rows]
        for name, rows in row.children.items()
    )


def remove(session: Session, act: str, kind: Kind, uids: Iterable[str]) -> Changes:
    """Take rows away, each with its tombstone."""
    gone = []
    for uid in uids:
        _note(session, Before(kind, uid, journal.remove(session, act, kind, uid)))
        gone.append(uid)
    return Changes.of(kind, removed=gone) if gone else Changes()


def known(session: Session, kind: Kind, uid: str) -> Stored:
    """Return a row as stored.

    Raises:
        UnknownRecord: It is not in this project.
    """
    stored = aggregates.read_one(session.connection(), kind, uid)
    if stored is None:
        raise UnknownRecord(
            "This is not in the project any more: it was removed. Choose something else."
        )
    return stored


def fresh_uid(session: Session, kind: Kind, namespace: str, name: str) -> str:
    """Return the uid everybody makes for a name; another one where a renamed row has it."""
    uid, number = journal.derived_uid(namespace, name), 1
    while aggregates.read_one(session.connection(), kind, uid) is not None:
        number += 1
        uid = journal.derived_uid(namespace, f"{name} {number}")
    return uid


def noting(session: Session) -> list[Before]:
    """Begin to note what stood before each write of this session; returns the growing list."""
    notes: list[Before] = []
    session.info[_NOTES] = notes
    return notes


class Act:
    """One act on the register that can be done, taken back and done again."""

    def __init__(self, use_case: UseCase[P], *args: P.args, **kwargs: P.kwargs) -> None:
        self._use_case: Callable[[Session], Changes] = lambda session: use_case(
            session, *args, **kwargs
        )
        self._before: list[Before] = []

    def do(self, session: Session) -> Changes:
        """Carry the act out and keep what stood there before."""
        notes = noting(session)
        changes = self._use_case(session)
        self._before = notes
        return changes

    def undo(self, session: Session) -> Changes:
        """Put back what stood there before."""
        changes = Changes()
        for before in reversed(self._before):
            changes |= _put_back(session, before)
        return changes


def _put_back(session: Session, before: Before) -> Changes:
    kind, uid, stored = before.kind, before.uid, before.stored
    here = aggregates.read_one(session.connection(), kind, uid)
    if stored is None:
        return remove(session, "register.undo", kind, [uid]) if here is not None else Changes()
    if here is None:
        journal.put_back(session, "register.undo", stored)
        return Changes.of(kind, added=[uid])
    columns = {
        name: value
        for name, value in stored.root.items()
        if name not in aggregates.NOT_CONTENT and name != "uid"
    }
    children = {table.name: stored.children[table.name] for table in BY_KIND[kind].children}
    journal.change(session, "register.undo", kind, uid, columns, children)
    return Changes.of(kind, changed=[uid])


def _note(session: Session, before: Before) -> None:
    notes: list[Before] = session.info.setdefault(_NOTES, [])
    notes.append(before)
