"""Batches: rows that came in together, kept with what stood there before, withdrawn together."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.content import Plain, plain
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models import aggregates, raw, references
from qualcode_app.models.aggregates import BY_KIND, Stored
from qualcode_app.models.base import uid_text
from qualcode_app.models.history import Batch, BatchRow, Tombstone
from qualcode_app.models.registers import Judgement, JudgementEvidence, Proposition
from qualcode_app.services.merging.outcomes import OURS, MergeFile, Version, words_of
from qualcode_app.services.store import journal
from qualcode_app.services.texts import search_index, texts

_ADDED = (
    "INSERT INTO batch_row (batch_uid, kind, row_uid, effect, before, after_digest)"
    " VALUES (X'{}', '{}', ?, 'added', NULL, ?)"
)
_GRAVE = "grave"  # in place of a row that was not here: its tombstone


@dataclass(frozen=True, slots=True)
class BatchFacts:
    """A batch as listed."""

    uid: str
    kind: str
    label: str
    made_at: datetime
    n_rows: int
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of a batch that stays when it is withdrawn, for somebody worked on it since."""

    kind: Kind
    words: str


class OpenBatch:
    """A batch being written: notes each effect with the value that stood there before."""

    def __init__(self, session: Session, uid: str) -> None:
        self.uid = uid
        self._connection = session.connection()
        self._pen = journal.pen(session)
        self._rows: list[dict[str, Any]] = []

    def added(self, now: Stored) -> None:
        """Note a row that was not here, and its tombstone if it had been."""
        grave = self.lift_grave(now.kind, now.uid)
        self._note(now.kind, now.uid, "added", grave and {_GRAVE: grave}, now.digest())

    def added_raw(self, kind: Kind, digests: Sequence[tuple[bytes, str]]) -> None:
        """Note rows that were not here, copied as they lay in their file."""
        batch = raw.uid_bytes(self.uid).hex()
        with raw.unchecked(self._connection):  # the word "added" is among those allowed
            self._connection.exec_driver_sql(_ADDED.format(batch, kind.value), list(digests))

    def changed(self, before: Stored, now: Stored) -> None:
        """Note a row that said something else."""
        if before.digest() != now.digest():
            self._note(now.kind, now.uid, "changed", self._kept(before), now.digest())

    def removed(self, before: Stored) -> None:
        """Note a row that was taken away."""
        self._note(before.kind, before.uid, "removed", self._kept(before), None)

    def replace(self, now: Stored, before: Stored) -> None:
        """Write a new state over a row."""
        aggregate = BY_KIND[now.kind]
        self._connection.execute(
            update(aggregate.root).where(aggregate.root.c.uid == now.uid).values(dict(now.root))
        )
        for table in () if aggregate.frozen else aggregate.children:
            if now.children.get(table.name, ()) == before.children.get(table.name, ()):
                continue
            self._connection.execute(delete(table).where(aggregate.owner(table) == now.uid))
            if rows := now.children.get(table.name):
                self._connection.execute(insert(table), list(rows))

    def bury(self, kind: Kind, uid: str, stamp: str, *, was_here: bool) -> None:
        """Leave a tombstone; one of a row that was never here goes again with the batch."""
        grave = self._connection.execute(
            select(Tombstone.stamp).where(Tombstone.kind == kind.value, Tombstone.row_uid == uid)
        ).first()
        if grave is None and not was_here:
            self._note(kind, uid, "removed", None, None)
        self._connection.execute(
            insert(Tombstone).prefix_with("OR REPLACE"),
            {
                "kind": kind.value,
                "row_uid": uid,
                "stamp": stamp,
                "deleted_at": datetime.now(UTC),
                "deleted_by_uid": self._pen.author_uid,
            },
        )

    def lift_grave(self, kind: Kind, uid: str) -> dict[str, Any] | None:
        """Take away the tombstone of a row that lives again; returns what it said."""
        where = (Tombstone.kind == kind.value, Tombstone.row_uid == uid)
        found = (
            self._connection.execute(select(Tombstone.__table__).where(*where)).mappings().first()
        )
        if found is None:
            return None
        self._connection.execute(delete(Tombstone).where(*where))
        return {name: plain(value) for name, value in found.items()}

    def flush(self) -> None:
        """Write the notes taken so far."""
        if self._rows:
            self._connection.execute(insert(BatchRow), self._rows)
            self._rows = []

    def _kept(self, before: Stored) -> dict[str, Plain]:
        whole = before
        if BY_KIND[before.kind].frozen:
            kept = aggregates.read(self._connection, before.kind, [before.uid], whole=True)
            whole = kept[before.uid]
        return aggregates.to_json(whole)

    def _note(
        self,
        kind: Kind,
        uid: str,
        effect: str,
        before: Mapping[str, Any] | None,
        after: str | None,
    ) -> None:
        self._rows.append(
            {
                "batch_uid": self.uid,
                "kind": kind.value,
                "row_uid": uid,
                "effect": effect,
                "before": json.dumps(before, ensure_ascii=False) if before else None,
                "after_digest": after,
            }
        )


def open_merge(session: Session, names: Sequence[str], first: MergeFile) -> OpenBatch:
    """Begin the batch of a merge."""
    uid = journal.new_uid()
    columns = {
        "uid": uid,
        "kind": "merge",
        "label": ", ".join(names),
        "source_name": first.path.name,
        "source_sha256": first.sha256,
        "source_replica_uid": first.replica_uid,
        "coder_uid": journal.pen(session).author_uid,
        "withdrawn_at": None,
    }
    journal.add(session, "batch.open", Kind.BATCH, columns)
    return OpenBatch(session, uid)


def open_own(
    session: Session, uid: str, kind: str, label: str, *, source_sha256: str = ""
) -> OpenBatch:
    """Begin a batch of rows that are made here, such as codings of the hits of a search.

    Args:
        session: Where it goes.
        uid: What it is called.
        kind: What made it: auto_code, takeover or import.
        label: What it is listed as.
        source_sha256: Of the file of another program that the rows come from.
    """
    columns = {
        "uid": uid,
        "kind": kind,
        "label": label,
        "source_name": label if source_sha256 else "",
        "source_sha256": source_sha256,
        "source_replica_uid": None,
        "coder_uid": journal.pen(session).author_uid,
        "withdrawn_at": None,
    }
    journal.add(session, "batch.open", Kind.BATCH, columns)
    return OpenBatch(session, uid)


def facts(session: Session) -> list[BatchFacts]:
    """Return all batches that changed something here, newest first."""
    counted = select(BatchRow.batch_uid, func.count()).group_by(BatchRow.batch_uid)
    counts: dict[str, int] = {row[0]: row[1] for row in session.execute(counted)}
    return [
        BatchFacts(
            one.uid, one.kind, one.label, one.made_at, counts.get(one.uid, 0), one.withdrawn_at
        )
        for one in session.scalars(select(Batch).order_by(Batch.made_at.desc()))
        if one.uid in counts
    ]


def origins(session: Session, kind: Kind) -> dict[str, BatchFacts]:
    """Return with which batch each row came in; rows made here one by one are left out."""
    by_uid = {one.uid: one for one in facts(session) if one.withdrawn_at is None}
    rows = session.execute(
        select(BatchRow.row_uid, BatchRow.batch_uid).where(
            BatchRow.kind == kind.value, BatchRow.effect == "added"
        )
    )
    return {row.row_uid: by_uid[row.batch_uid] for row in rows if row.batch_uid in by_uid}


def withdraw(session: Session, uid: str) -> Changes:
    """Put back what stood there before a batch, without tombstones.

    A row that somebody worked on since keeps that work; `kept_since` names it beforehand.

    Raises:
        UnknownRecord: There is no such batch here.
        RefusedChange: It was withdrawn already, or what stays needs something that came with it.
    """
    batch = session.get(Batch, uid)
    if batch is None:
        raise UnknownRecord(
            "This merge is not in the project. Choose one from the list of what came in."
        )
    if batch.withdrawn_at is not None:
        raise RefusedChange(
            "This merge was withdrawn already, so its rows are out. Choose another."
        )
    connection = session.connection()
    _check_no_verdict_needs_it(session, uid, _changed_since(session, uid))
    later = kept_since(session, uid)
    # A row goes before its former state comes, and rows of a batch refer to one another in any
    # order: looked at when all is done.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    rows = [row for row in _rows_of(session, uid) if row[:2] not in later]
    put_back = [said for row in rows if (said := _take_away(session, *row)) is not None]
    try:
        aggregates.write(connection, put_back)
    except IntegrityError as error:
        raise RefusedChange(
            "Work done since stands where rows would be put back. Remove that work first."
        ) from error
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise RefusedChange(
            "Rows that would be put back need others that were removed since. Undo that first."
        )
    for stored in put_back:
        if stored.kind is Kind.REVISION:
            search_index.index_revision(session, stored.uid)
    texts.drop_files(session)
    journal.change(session, "batch.withdraw", Kind.BATCH, uid, {"withdrawn_at": datetime.now(UTC)})
    return Changes.everything()


def _take_away(
    session: Session, kind: Kind, uid: str, effect: str, before: str | None
) -> Stored | None:
    """Take away what a batch did to a row; returns the row that stood there before."""
    connection = session.connection()
    if effect != "removed":
        aggregates.erase(connection, kind, [uid])
    if kind is Kind.REVISION:
        search_index.forget(session, uid)
    grave = (Tombstone.kind == kind.value, Tombstone.row_uid == uid)
    connection.execute(delete(Tombstone).where(*grave))
    said = json.loads(before) if before is not None else {}
    if _GRAVE in said:
        connection.execute(insert(Tombstone), _tombstone(said[_GRAVE]))
        return None
    return aggregates.from_json(kind, said) if said else None


def _tombstone(said: Mapping[str, Any]) -> dict[str, Any]:
    return {**said, "deleted_at": datetime.fromisoformat(said["deleted_at"])}


def kept_since(session: Session, uid: str) -> set[tuple[Kind, str]]:
    """Return the rows of a batch that withdrawing leaves alone.

    They were changed after it, or what somebody made since cannot be without them.
    """
    later = _changed_since(session, uid)
    going: dict[Kind, set[bytes]] = {}
    put_back: set[tuple[Kind, bytes]] = set()  # as they say it now they need nothing any more
    for kind, row_uid, effect, _ in _rows_of(session, uid):
        if (kind, row_uid) in later:
            continue
        if effect == "added":
            going.setdefault(kind, set()).add(raw.uid_bytes(row_uid))
        elif effect == "changed":
            put_back.add((kind, raw.uid_bytes(row_uid)))
    return later | _needed_later(session.connection(), going, put_back)


def _changed_since(session: Session, uid: str) -> set[tuple[Kind, str]]:
    connection = session.connection()
    wanted: dict[Kind, dict[str, str | None]] = {}
    for row in session.execute(
        select(BatchRow.kind, BatchRow.row_uid, BatchRow.after_digest).where(
            BatchRow.batch_uid == uid
        )
    ):
        wanted.setdefault(Kind(row.kind), {})[row.row_uid] = row.after_digest
    later: set[tuple[Kind, str]] = set()
    for kind, digests in wanted.items():
        now = aggregates.read(connection, kind, list(digests))
        for row_uid, after in digests.items():
            here = now.get(row_uid)
            if (here.digest() if here else None) != after:
                later.add((kind, row_uid))
    return later


def told(session: Session, uid: str) -> list[Kept]:
    """Return what withdrawing leaves alone, by the words it is known by."""
    found: list[Kept] = []
    by_kind: dict[Kind, list[str]] = {}
    for kind, row_uid in sorted(kept_since(session, uid)):
        by_kind.setdefault(kind, []).append(row_uid)
    for kind, uids in by_kind.items():
        here = aggregates.read(session.connection(), kind, uids)
        for row_uid in uids:
            stored = here.get(row_uid)
            found.append(Kept(kind, words_of(Version(OURS, "", stored)) or row_uid))
    return found


def _needed_later(
    connection: Connection,
    going: Mapping[Kind, set[bytes]],
    put_back: Collection[tuple[Kind, bytes]],
) -> set[tuple[Kind, str]]:
    """Return what of these rows others need that stay, and what those need in turn."""
    pairs = [
        pair for pair in references.pairs(connection, going) if (pair[0], pair[1]) not in put_back
    ]
    stays: set[tuple[Kind, bytes]] = set()
    grown = True
    while grown:
        before = len(stays)
        for kind, owner, target, named in pairs:
            if owner not in going.get(kind, ()) or (kind, owner) in stays:
                stays.add((target, named))
        grown = len(stays) > before
    return {(kind, uid_text(uid)) for kind, uid in stays}


def _check_no_verdict_needs_it(
    session: Session, uid: str, later: Collection[tuple[Kind, str]]
) -> None:
    """Refuse where a verdict that stays has a passage that goes as its evidence."""
    came = select(BatchRow.row_uid).where(
        BatchRow.batch_uid == uid,
        BatchRow.kind == Kind.CODING.value,
        BatchRow.effect == "added",
    )
    found = session.execute(
        select(Judgement.uid, JudgementEvidence.coding_uid, Proposition.key)
        .join(JudgementEvidence, JudgementEvidence.judgement_uid == Judgement.uid)
        .join(Proposition, Proposition.uid == Judgement.proposition_uid)
        .where(JudgementEvidence.coding_uid.in_(came))
    ).all()
    if not found:
        return
    with_it = {(kind, row_uid) for kind, row_uid, _, _ in _rows_of(session, uid)} - set(later)
    keys = {
        key
        for judgement, coding, key in found
        if (Kind.CODING, coding) in with_it and (Kind.JUDGEMENT, judgement) not in with_it
    }
    if keys:
        raise RefusedChange(
            "Passages that came in with this are evidence for {keys} in the register. Untick "
            "them there first.",
            keys=", ".join(sorted(keys)),
        )


def _rows_of(session: Session, uid: str) -> list[tuple[Kind, str, str, str | None]]:
    rows = session.execute(
        select(BatchRow.kind, BatchRow.row_uid, BatchRow.effect, BatchRow.before).where(
            BatchRow.batch_uid == uid
        )
    )
    return [(Kind(kind), row_uid, effect, before) for kind, row_uid, effect, before in rows]
