"""Files that came in: which they were, what came with them, and how they go again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.models.aggregates import BY_KIND
from qualcode_app.models.history import Batch, BatchRow
from qualcode_app.models.project import Setting
from qualcode_app.services.merging import batches
from qualcode_app.services.merging.batches import BatchFacts
from qualcode_app.services.merging.outcomes import MergePlan
from qualcode_app.services.teams import tasks

FILES = "merged_files"  # key of the setting: the files of each merge, by uid of its batch


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that came in with a merge.

    Args:
        name: What it was called.
        replica_uid: Of the file itself.
        sha256: Of its bytes.
        replica_uids: Of the file and of the copies it was made of, in which its rows were written.
    """

    name: str
    replica_uid: str
    sha256: str
    replica_uids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A batch, or one of several files that came in with it."""

    batch: BatchFacts
    file: str  # name; empty for the whole batch
    replica_uids: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The file, or the words of the batch."""
        return self.file or self.batch.label


@dataclass(frozen=True, slots=True)
class CameWith:
    """With which file, or words of a search, one row came in, and when."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Earlier:
    """A file of a plan that was merged before, and taken out again."""

    name: str
    merged_at: datetime
    withdrawn_at: datetime


def withdraw(session: Session, uid: str) -> Changes:
    """Take a batch out again, with the task that came with it.

    Raises:
        UnknownRecord: There is no such batch here.
        RefusedChange: It was withdrawn already, or what stays needs something that came with it.
    """
    return batches.withdraw(session, uid) | tasks.forsake(session, uid)


def files(session: Session) -> dict[str, tuple[Arrived, ...]]:
    """Return the files of every merge by uid of its batch."""
    found: dict[str, tuple[Arrived, ...]] = {}
    for row in session.execute(
        select(Batch.uid, Batch.source_name, Batch.source_replica_uid, Batch.source_sha256)
    ):
        if row.source_name and row.source_replica_uid:
            replica = row.source_replica_uid
            found[row.uid] = (Arrived(row.source_name, replica, row.source_sha256, (replica,)),)
    for uid, listed in noted(session).items():
        found[uid] = tuple(
            Arrived(one["name"], one["replica_uid"], one["sha256"], tuple(one["replica_uids"]))
            for one in listed
        )
    return found


def origins(session: Session) -> list[Origin]:
    """Return every batch, newest first, and below one of several files each of these."""
    known = files(session)
    found: list[Origin] = []
    for batch in batches.facts(session):
        if batch.withdrawn_at is not None:
            continue
        found.append(Origin(batch, ""))
        listed = known.get(batch.uid, ())
        if len(listed) > 1:
            found += [Origin(batch, one.name, frozenset(one.replica_uids)) for one in listed]
    return found


def origins_of(session: Session, kind: Kind) -> dict[str, Origin]:
    """Return with which file or batch each row came in; rows made here one by one are left out."""
    by_batch: dict[str, list[Origin]] = defaultdict(list)
    for origin in origins(session):
        by_batch[origin.batch.uid].append(origin)
    came = batches.origins(session, kind)
    root = BY_KIND[kind].root
    stamped = session.execute(select(root.c.uid, root.c.stamp)) if came else ()
    found = {}
    for uid, stamp in stamped:
        if (batch := came.get(uid)) is not None:
            whole, *parts = by_batch[batch.uid]
            replicas = stamps.parse(stamp).keys()
            found[uid] = next((one for one in parts if one.replica_uids & replicas), whole)
    return found


def origin_of(session: Session, kind: Kind, uid: str) -> CameWith | None:
    """Return with what one row came in; None for one that was made here by itself."""
    batch = session.scalars(
        select(Batch)
        .join(BatchRow, BatchRow.batch_uid == Batch.uid)
        .where(BatchRow.kind == kind.value, BatchRow.row_uid == uid, BatchRow.effect == "added")
        .where(Batch.withdrawn_at.is_(None))
        .order_by(Batch.made_at.desc())
        .limit(1)
    ).first()
    if batch is None:
        return None
    root = BY_KIND[kind].root
    stamp = session.scalar(select(root.c.stamp).where(root.c.uid == uid)) or ""
    replicas = stamps.parse(stamp).keys()
    listed = files(session).get(batch.uid, ())
    own = (one.name for one in listed if replicas & set(one.replica_uids))
    return CameWith(next(own, batch.label), batch.made_at)


def latest(session: Session) -> BatchFacts | None:
    """Return the last merge, where it changed anything."""
    last = next(reversed(list(noted(session))), None)
    return next((one for one in batches.facts(session) if one.uid == last), None)


def withdrawn_before(session: Session, plan: MergePlan) -> list[Earlier]:
    """Return the files of a plan that were merged before and withdrawn, the last time of each."""
    known = files(session)
    gone = session.scalars(
        select(Batch).where(Batch.withdrawn_at.is_not(None)).order_by(Batch.made_at)
    ).all()
    found: dict[str, Earlier] = {}
    for batch in gone:
        for file in plan.files:
            for one in known.get(batch.uid, ()):
                if batch.withdrawn_at and file.replica_uid == one.replica_uid:
                    name = file.path.name
                    found[name] = Earlier(name, batch.made_at, batch.withdrawn_at)
    return list(found.values())


def noted(session: Session) -> Mapping[str, list[dict[str, Any]]]:
    """Return what was noted of the files of each merge, by uid of its batch."""
    found = session.get(Setting, FILES)
    return json.loads(found.value) if found is not None else {}
