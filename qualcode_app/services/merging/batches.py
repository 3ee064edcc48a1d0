"""Batches: rows that came in together, kept with what stood there before, withdrawn together."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models import aggregates, raw
from qualcode_app.models.aggregates import BY_KIND, Stored
from qualcode_app.models.history import Batch, BatchRow, Tombstone
from qualcode_app.models.registers import Judgement, JudgementEvidence, Proposition
from qualcode_app.services.merging.merge_plan import MergeFile, Outcome
from qualcode_app.services.store import journal


@dataclass(frozen=True, slots=True)
class BatchFacts:
    """A batch as listed."""

    uid: str
    kind: str
    label: str
    made_at: datetime
    n_rows: int
    withdrawn_at: datetime | None


class OpenBatch:
    """A batch being written: notes each effect with the value that stood there before."""

    def __init__(self, session: Session, uid: str) -> None:
        self.uid = uid
        self._connection = session.connection()
        self._pen = journal.pen(session)
        self._rows: list[dict[str, Any]] = []

    def added(self, now: Stored) -> None:
        """Note a row that was not here."""
        self._note(now.kind, now.uid, "added", None, now.digest())

    def added_raw(self, kind: Kind, digests: Sequence[tuple[bytes, str]]) -> None:
        """Note rows that were not here, copied as they lay in their file."""
        batch = raw.uid_bytes(self.uid)
        self._connection.exec_driver_sql(
            "INSERT INTO batch_row (batch_uid, kind, row_uid, effect, before, after_digest)"
            " VALUES (?, ?, ?, 'added', NULL, ?)",
            [(batch, kind.value, uid, digest) for uid, digest in digests],
        )

    def changed(self, before: Stored, now: Stored) -> None:
        """Note a row that said something else."""
        if before.digest() != now.digest():
            self._note(now.kind, now.uid, "changed", before, now.digest())

    def removed(self, before: Stored) -> None:
        """Note a row that was taken away."""
        self._note(before.kind, before.uid, "removed", before, None)

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

    def bury(self, outcome: Outcome) -> None:
        """Leave a tombstone that covers all versions of a deleted row."""
        stamp = stamps.join(*(version.stamp for version in outcome.versions))
        self._connection.execute(
            insert(Tombstone).prefix_with("OR REPLACE"),
            {
                "kind": outcome.kind.value,
                "row_uid": outcome.uid,
                "stamp": stamp,
                "deleted_at": datetime.now(UTC),
                "deleted_by_uid": self._pen.author_uid,
            },
        )

    def lift_graves(self, rows: Sequence[Stored]) -> None:
        """Take away the tombstones of rows that live again."""
        if rows:
            self._connection.execute(
                delete(Tombstone).where(Tombstone.row_uid.in_([row.uid for row in rows]))
            )

    def flush(self) -> None:
        """Write the notes taken so far."""
        if self._rows:
            self._connection.execute(insert(BatchRow), self._rows)
            self._rows = []

    def _note(
        self, kind: Kind, uid: str, effect: str, before: Stored | None, after: str | None
    ) -> None:
        kept = None
        if before is not None:
            whole = before
            if BY_KIND[kind].frozen:
                whole = aggregates.read(self._connection, kind, [uid], whole=True)[uid]
            kept = json.dumps(aggregates.to_json(whole), ensure_ascii=False)
        self._rows.append(
            {
                "batch_uid": self.uid,
                "kind": kind.value,
                "row_uid": uid,
                "effect": effect,
                "before": kept,
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


def open_own(session: Session, uid: str, kind: str, label: str) -> OpenBatch:
    """Begin a batch of rows that are made here, such as codings of the hits of a search."""
    columns = {
        "uid": uid,
        "kind": kind,
        "label": label,
        "source_name": "",
        "source_sha256": "",
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


def withdraw(session: Session, uid: str) -> Changes:
    """Put back what stood there before a batch, without tombstones.

    A row that somebody worked on since keeps that work; `kept_since` names it beforehand.

    Raises:
        UnknownRecord: There is no such batch here.
        RefusedChange: It was withdrawn already, or what stays needs something that came with it.
    """
    batch = session.get(Batch, uid)
    if batch is None:
        raise UnknownRecord("This merge is not in the project.")
    if batch.withdrawn_at is not None:
        raise RefusedChange("This merge was withdrawn already.")
    connection = session.connection()
    later = kept_since(session, uid)
    _check_no_verdict_needs_it(session, uid, later)
    # A row goes before its former state comes, and rows of a batch refer to one another in any
    # order: looked at when all is done.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    put_back: list[Stored] = []
    for kind, row_uid, effect, before in _rows_of(session, uid):
        if (kind, row_uid) in later:
            continue
        if effect != "removed":
            aggregates.erase(connection, kind, [row_uid])
        if before is not None:
            put_back.append(aggregates.from_json(kind, json.loads(before)))
    for stored in put_back:
        connection.execute(
            delete(Tombstone).where(
                Tombstone.kind == stored.kind.value, Tombstone.row_uid == stored.uid
            )
        )
    aggregates.write(connection, put_back)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise RefusedChange(
            "Work done since needs rows that came in with this. Remove that work first."
        )
    journal.change(session, "batch.withdraw", Kind.BATCH, uid, {"withdrawn_at": datetime.now(UTC)})
    return Changes.everything()


def kept_since(session: Session, uid: str) -> set[tuple[Kind, str]]:
    """Return the rows of a batch that were changed after it, which withdrawing leaves alone."""
    connection = session.connection()
    wanted: dict[Kind, dict[str, str | None]] = {}
    for row in session.execute(
        select(BatchRow.kind, BatchRow.row_uid, BatchRow.after_digest).where(
            BatchRow.batch_uid == uid
        )
    ):
        wanted.setdefault(Kind(row.kind), {})[row.row_uid] = row.after_digest
    later = set()
    for kind, digests in wanted.items():
        now = aggregates.read(connection, kind, list(digests))
        for row_uid, after in digests.items():
            here = now.get(row_uid)
            if (here.digest() if here else None) != after:
                later.add((kind, row_uid))
    return later


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
