"""The one way rows are written: every act stamps its rows and adds one link to the log.

A use case names the act and hands over plain columns; the travel columns, the tombstones and
the chained log are kept here, so that no write can forget them.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.content import digest_of_many
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import BY_KIND, Stored
from qualcode_app.models.history import Tombstone
from qualcode_app.models.uids import among, bound
from qualcode_app.services.store.links import Link

NOBODY = str(uuid.UUID(int=0))  # who acts before a coder has been chosen
_PEN = "pen"
_TEXTS = "texts"
_TRAVEL = ("stamp", "changed_at", "changed_by_uid")

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
    link = _next_link(session)
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
    link = _next_link(session)
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
    return bool(change_many(session, act, kind, {uid: (columns, children or {})}))


def change_many(
    session: Session,
    act: str,
    kind: Kind,
    wanted: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Rows]]],
) -> list[str]:
    """Change aggregates of one kind by uid, each with a link of its own in the log.

    Args:
        session: Where to write.
        act: What is done.
        kind: Which kind.
        wanted: New columns, and children that are replaced whole; the same ones of each.

    Returns:
        The uids of those that do not say the same as before.

    Raises:
        UnknownRecord: One is not in this project.
    """
    connection, link = session.connection(), _next_link(session)
    stored = aggregates.read(connection, kind, wanted)
    changed: list[Stored] = []
    entries = []
    for uid, (columns, children) in wanted.items():
        before = _in_project(stored.get(uid))
        named = {name: tuple(rows) for name, rows in children.items()}
        now = replace(
            before, root={**before.root, **columns}, children={**before.children, **named}
        )
        digests = before.digest(), now.digest()
        if digests[0] == digests[1]:
            continue
        travel = {
            "stamp": link.stamp(before.stamp),
            "changed_at": link.at,
            "changed_by_uid": pen(session).author_uid,
        }
        changed.append(replace(now, root={**now.root, **travel}))
        entries.append(link.entry(act, kind, uid, *digests))
        link = link.after(entries[-1])
    if changed:
        columns, children = wanted[changed[0].uid]
        _overwrite(connection, kind, changed, {*columns, *_TRAVEL}, children)
        link.write(*entries)
        note_texts(session, [*stored.values(), *changed])
    return [one.uid for one in changed]


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
    connection, link, kind = session.connection(), _next_link(session), going[0].kind
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
        link.write(link.entry(act, kind, going[0].uid, going[0].digest(), None))
    else:
        before = digest_of_many(one.digest() for one in going)
        link.write(link.entry(act, kind, None, before, None, len(going)))
    note_texts(session, going)


def note(session: Session, act: str, kind: Kind, digests: Iterable[str]) -> None:
    """Log an act over many rows that wrote them by itself, such as a merge."""
    listed = list(digests)
    link = _next_link(session)
    link.write(link.entry(act, kind, None, None, digest_of_many(listed), len(listed)))


def head(session: Session) -> str:
    """Return the hash of the last act in this copy of the file; empty before the first."""
    return _next_link(session).prev


def next_stamp(session: Session, *known: str) -> str:
    """Return the stamp the next logged act gives to rows that stood at `known`."""
    return _next_link(session).stamp(*known)


def _next_link(session: Session) -> Link:
    held = pen(session)
    return Link.next(session.connection(), held.replica_uid, held.author_uid)


def _overwrite(
    connection: Connection,
    kind: Kind,
    changed: Sequence[Stored],
    columns: Iterable[str],
    children: Iterable[str],
) -> None:
    """Write columns of roots that are there, and these children of theirs anew."""
    aggregate = BY_KIND[kind]
    root = aggregate.root
    now = {name: bindparam(f"now_{name}", type_=root.c[name].type) for name in columns}
    connection.execute(
        update(root).where(root.c.uid == bindparam("of_uid")).values(now),
        [{"of_uid": one.uid, **{f"now_{name}": one.root[name] for name in now}} for one in changed],
    )
    for table in (each for each in aggregate.children if each.name in children):
        theirs = delete(table).where(aggregate.owner(table) == bindparam("of_uid"))
        connection.execute(theirs, [{"of_uid": one.uid} for one in changed])
        if rows := [row for one in changed for row in one.children[table.name]]:
            connection.execute(insert(table), rows)


def _insert(session: Session, act: str, link: Link, stored: list[Stored]) -> list[Stored]:
    connection = session.connection()
    stored = _above_tombstones(connection, link, stored)
    aggregates.write(connection, stored)
    note_texts(session, stored)
    if len(stored) == 1:
        only = stored[0]
        link.write(link.entry(act, only.kind, only.uid, None, only.digest()))
    else:
        after = digest_of_many(one.digest() for one in stored)
        link.write(link.entry(act, stored[0].kind, None, None, after, len(stored)))
    return stored


def _above_tombstones(connection: Connection, link: Link, stored: list[Stored]) -> list[Stored]:
    """Give rows that were deleted once a stamp that covers the deletion, and lift the tombstone."""
    uids = [one.uid for one in stored]
    graves: dict[tuple[str, str], str] = {}
    for start in range(0, len(uids), 500):
        some = uids[start : start + 500]
        found = connection.execute(_graves(one=len(some) == 1), bound(some))
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
def _graves(*, one: bool) -> Any:
    return select(Tombstone.kind, Tombstone.row_uid, Tombstone.stamp).where(
        among(Tombstone.row_uid, one=one)
    )


@cache
def _lifted() -> Delete:
    return delete(Tombstone).where(
        Tombstone.kind == bindparam("of_kind"), Tombstone.row_uid == bindparam("of_uid")
    )


def _known(connection: Connection, kind: Kind, uid: str) -> Stored:
    return _in_project(aggregates.read_one(connection, kind, uid))


def _in_project(found: Stored | None) -> Stored:
    if found is None:
        raise UnknownRecord(
            "This is not in the project any more: it was removed. Choose something else."
        )
    return found
