"""Files that came in: carried in with a note of each, told later, withdrawn with their task."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.progress import Progress
from qualcode_app.models.history import Batch
from qualcode_app.models.project import Setting
from qualcode_app.services.coding import rereading
from qualcode_app.services.merging import batches, merging
from qualcode_app.services.merging.batches import BatchFacts
from qualcode_app.services.merging.outcomes import MergePlan
from qualcode_app.services.merging.writing import Choices
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import handout
from qualcode_app.services.teams.handout import Greeting

FILES = "merged_files"  # key of the setting: the files of each merge, by uid of its batch


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that came in with a merge."""

    name: str
    replica_uid: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A file of a plan that was merged before, and taken out again."""

    name: str
    merged_at: datetime
    withdrawn_at: datetime


def carry_in(
    project: Project,
    plan: MergePlan,
    choices: Choices | None = None,
    progress: Progress | None = None,
    task: Greeting | None = None,
) -> Changes:
    """Merge as planned; codings of earlier texts find their place on the present ones.

    Args:
        project: Where the rows go.
        plan: As shown to the user.
        choices: For every clash the version that stays.
        progress: Called per portion of rows.
        task: Of an update: it becomes the task of this file, until the update is withdrawn.

    Raises:
        RefusedChange: As `merging.carry_out` does, or the update is for another coder.
    """

    def afterwards(session: Session) -> Changes:
        changes = rereading.bring_along(session)
        batch_uid = _note(session, plan)
        if task is not None:
            changes |= handout.adopt(session, task, batch_uid)
        return changes

    return merging.carry_out(project, plan, choices, progress, afterwards)


def withdraw(session: Session, uid: str) -> Changes:
    """Take a batch out again, with the task that came with it.

    Raises:
        UnknownRecord: There is no such batch here.
        RefusedChange: It was withdrawn already, or what stays needs something that came with it.
    """
    return batches.withdraw(session, uid) | handout.forsake(session, uid)


def files(session: Session) -> dict[str, tuple[Arrived, ...]]:
    """Return the files of every merge by uid of its batch."""
    found = {
        row.uid: (Arrived(row.source_name, row.source_replica_uid or "", row.source_sha256),)
        for row in session.execute(
            select(Batch.uid, Batch.source_name, Batch.source_replica_uid, Batch.source_sha256)
        )
        if row.source_name
    }
    return found | {
        uid: tuple(Arrived(**one) for one in listed) for uid, listed in _noted(session).items()
    }


def latest(session: Session) -> BatchFacts | None:
    """Return the last merge, where it changed anything."""
    last = next(reversed(list(_noted(session))), None)
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


def _note(session: Session, plan: MergePlan) -> str:
    """Keep which files came in with the merge that is under way; returns its batch."""
    uid = session.scalars(
        select(Batch.uid).where(Batch.kind == "merge").order_by(Batch.made_at.desc()).limit(1)
    ).one()
    noted = dict(_noted(session))
    noted[uid] = [
        asdict(Arrived(file.path.name, file.replica_uid, file.sha256)) for file in plan.files
    ]
    session.merge(Setting(key=FILES, value=json.dumps(noted, ensure_ascii=False)))
    session.flush()
    return uid


def _noted(session: Session) -> Mapping[str, list[dict[str, str]]]:
    found = session.get(Setting, FILES)
    return json.loads(found.value) if found is not None else {}
