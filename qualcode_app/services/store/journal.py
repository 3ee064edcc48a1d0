"""The one way rows are written: every act stamps its rows and adds one link to the log.

A use case names the act and hands over plain columns; the travel columns, the tombstones and
the chained log are kept here, so that no write can forget them.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Insert, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.content import digest, digest_of_many, plain
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import BY_KIND, Stored
from qualcode_app.models.history import ChangeLog, Tombstone

NOBODY = str(uuid.UUID(int=0))  # who acts before a coder has been chosen
_PEN = "pen"
_TEXTS = "texts"

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes, in which copy of which study."""

    study_uid: str
    replica_uid: str
    author_uid: str = NOBODY


@dataclass(frozen=True, slots=True)
class NewRow:
    """An aggregate about to be written: its own columns and those of its children."""

    kind: Kind
    columns: Mapping[str, Any]
    children: Mapping[str, Rows]


def new_uid() -> str:
    """Return a uid for a new row."""
    return str(uuid.uuid4())


def derived_uid(namespace: str, name: str) -> str:
    """Return the uid that everybody makes for this name, so that two files agree on it."""
    return str(uuid.uuid5(uuid.UUID(namespace), name))


def hold(session: Session, pen: Pen) -> None:
    """Tell a session who writes in it."""
    session.info[_PEN] = pen


def pen(session: Session) -> Pen:
    """Return who writes in this session."""
    held: Pen = session.info[_PEN]
    return held


def note_texts(session: Session, stored: Iterable[Stored]) -> None:
    """Remember on which texts codings are written in this transaction."""
    texts: set[str] = session.info.setdefault(_TEXTS, set())
    texts.update(one.root["revision_uid"] for one in stored if one.kind is Kind.CODING)


def noted_texts(session: Session) -> frozenset[str]:
    """Return the texts on which codings were written in this transaction."""
    return frozenset(session.info.get(_TEXTS, ()))


def add(
    session: Session,
    act: str,
    kind: Kind,
    columns: Mapping[str, Any],
    children: Mapping[str, Rows] | None = None,
) -> Stored:
    """Write one new aggregate as one act; returns it as stored."""
    return add_many(session, act, [NewRow(kind, columns, children or {})])[0]


def add_many(
    session: Session, act: str, rows: Sequence[NewRow], *, batch_uid: str | None = None
) -> list[Stored]:
    """Write new aggregates as one act with one link in the log."""
    if not rows:
        return []
    link = _Link.next(session)
    author = pen(session).author_uid
    stored = [
        Stored(
            row.kind,
            {
                "made_at": link.at,
                "made_by_uid": author,
                "changed_at": link.at,
                "changed_by_uid": author,
                "batch_uid": batch_uid,
                **row.columns,
                "stamp": link.stamp(),
            },
            {
                table.name: tuple(row.children.get(table.name, ()))
                for table in BY_KIND[row.kind].children
            },
        )
        for row in rows
    ]
    return _insert(session, act, link, stored)


def put_back(session: Session, act: str, kept: Stored) -> Stored:
    """Bring a removed aggregate back under its own uid, as it was."""
    return put_back_many(session, act, [kept])[0]


def put_back_many(session: Session, act: str, kept: Iterable[Stored]) -> list[Stored]:
    """Bring removed aggregates of one kind back as one act with one link in the log."""
    link = _Link.next(session)
    travel = {"changed_at": link.at, "changed_by_uid": pen(session).author_uid}
    roots = [
        replace(one, root={**one.root, **travel, "stamp": link.stamp(one.stamp)}) for one in kept
    ]
    return _insert(session, act, link, roots)


def change(
    session: Session,
    act: str,
    kind: Kind,
    uid: str,
    columns: Mapping[str, Any],
    children: Mapping[str, Rows] | None = None,
) -> bool:
    """Change columns of one aggregate, and replace whole the children that are named.

    Returns:
        False when the aggregate says the same as before; then nothing is written.

    Raises:
        UnknownRecord: It is not in this project.
    """
    connection = session.connection()
    before = _known(connection, kind, uid)
    now = replace(
        before,
        root={**before.root, **columns},
        children={
            **before.children,
            **{name: tuple(rows) for name, rows in (children or {}).items()},
        },
    )
    if now.digest() == before.digest():
        return False

    link = _Link.next(session)
    travel = {
        "stamp": link.stamp(before.stamp),
        "changed_at": link.at,
        "changed_by_uid": pen(session).author_uid,
    }
    aggregate = BY_KIND[kind]
    connection.execute(
        update(aggregate.root).where(aggregate.root.c.uid == uid).values({**columns, **travel})
    )
    for table in aggregate.children:
        if table.name in (children or {}):
            connection.execute(delete(table).where(aggregate.owner(table) == uid))
            if now.children[table.name]:
                connection.execute(insert(table), list(now.children[table.name]))
    link.write(act, kind, uid, before.digest(), now.digest())
    note_texts(session, (before, now))
    return True


def remove(session: Session, act: str, kind: Kind, uid: str) -> Stored:
    """Delete one aggregate and leave its tombstone; returns what was deleted.

    Raises:
        UnknownRecord: It is not in this project.
    """
    before = _known(session.connection(), kind, uid)
    remove_many(session, act, [before])
    return before


def remove_many(session: Session, act: str, going: Sequence[Stored]) -> None:
    """Delete aggregates of one kind as one act with one link, and leave their tombstones."""
    connection, link, kind = session.connection(), _Link.next(session), going[0].kind
    aggregates.erase(connection, kind, [one.uid for one in going])
    graves = [
        {
            "kind": kind.value,
            "row_uid": one.uid,
            "stamp": link.stamp(one.stamp),
            "deleted_at": link.at,
            "deleted_by_uid": pen(session).author_uid,
        }
        for one in going
    ]
    connection.execute(insert(Tombstone), graves)
    if len(going) == 1:
        link.write(act, kind, going[0].uid, going[0].digest(), None)
    else:
        before = digest_of_many(one.digest() for one in going)
        link.write(act, kind, None, before, None, len(going))
    note_texts(session, going)


def note(session: Session, act: str, kind: Kind, digests: Iterable[str]) -> None:
    """Log an act over many rows that wrote them by itself, such as a merge."""
    listed = list(digests)
    _Link.next(session).write(act, kind, None, None, digest_of_many(listed), len(listed))


def head(session: Session) -> str:
    """Return the hash of the last act in this copy of the file; empty before the first."""
    return _Link.next(session).prev


def next_stamp(session: Session, *known: str) -> str:
    """Return the stamp the next logged act gives to rows that stood at `known`."""
    return _Link.next(session).stamp(*known)


@dataclass(frozen=True, slots=True)
class _Link:
    """The next link of this copy's chain."""

    connection: Connection
    pen: Pen
    seq: int
    prev: str
    at: datetime

    @classmethod
    def next(cls, session: Session) -> _Link:
        connection, held = session.connection(), pen(session)
        last = connection.execute(_last_link(), {"replica_uid": held.replica_uid}).first()
        seq, prev = (last.seq + 1, last.hash) if last else (1, "")
        return cls(connection, held, seq, prev, datetime.now(UTC))

    def stamp(self, *known: str) -> str:
        return stamps.advance(stamps.join(*known), self.pen.replica_uid, self.seq)

    def write(
        self,
        act: str,
        kind: Kind,
        row_uid: str | None,
        before: str | None,
        after: str | None,
        n_rows: int = 1,
    ) -> None:
        said = {
            "prev": self.prev,
            "replica_uid": self.pen.replica_uid,
            "seq": self.seq,
            "at": self.at,
            "coder_uid": self.pen.author_uid,
            "act": act,
            "kind": kind.value,
            "row_uid": row_uid,
            "before_digest": before,
            "after_digest": after,
            "n_rows": n_rows,
        }
        chained = digest({name: plain(value) for name, value in said.items()})
        self.connection.execute(_new_link(), {"hash": chained, **said})


def _insert(session: Session, act: str, link: _Link, stored: list[Stored]) -> list[Stored]:
    connection = session.connection()
    stored = _above_tombstones(connection, link, stored)
    aggregates.write(connection, stored)
    note_texts(session, stored)
    if len(stored) == 1:
        only = stored[0]
        link.write(act, only.kind, only.uid, None, only.digest())
    else:
        after = digest_of_many(one.digest() for one in stored)
        link.write(act, stored[0].kind, None, None, after, len(stored))
    return stored


def _above_tombstones(connection: Connection, link: _Link, stored: list[Stored]) -> list[Stored]:
    """Give rows that were deleted once a stamp that covers the deletion, and lift the tombstone."""
    uids = [one.uid for one in stored]
    graves: dict[tuple[str, str], str] = {}
    for start in range(0, len(uids), 500):
        found = connection.execute(_graves(), {"uids": uids[start : start + 500]})
        graves |= {(row.kind, row.row_uid): row.stamp for row in found}
    if not graves:
        return stored
    connection.execute(_lifted(), [{"of_kind": kind, "of_uid": uid} for kind, uid in graves])
    return [
        replace(one, root={**one.root, "stamp": link.stamp(one.stamp, grave)})
        if (grave := graves.get((one.kind.value, one.uid)))
        else one
        for one in stored
    ]


# Made once, for every act asks them and making a statement costs more than running it.


@cache
def _last_link() -> Any:
    return (
        select(ChangeLog.seq, ChangeLog.hash)
        .where(ChangeLog.replica_uid == bindparam("replica_uid"))
        .order_by(ChangeLog.seq.desc())
        .limit(1)
    )


@cache
def _new_link() -> Insert:
    return insert(ChangeLog)


@cache
def _graves() -> Any:
    return select(Tombstone.kind, Tombstone.row_uid, Tombstone.stamp).where(
        Tombstone.row_uid.in_(bindparam("uids", expanding=True))
    )


@cache
def _lifted() -> Delete:
    return delete(Tombstone).where(
        Tombstone.kind == bindparam("of_kind"), Tombstone.row_uid == bindparam("of_uid")
    )


def _known(connection: Connection, kind: Kind, uid: str) -> Stored:
    found = aggregates.read_one(connection, kind, uid)
    if found is None:
        raise UnknownRecord(
            "This is not in the project any more: it was removed. Choose something else."
        )
    return found
