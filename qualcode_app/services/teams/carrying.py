"""Files carried in: merged as planned, with a note of each file and the task of an update."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.progress import Progress
from qualcode_app.models.history import Batch, ChangeLog
from qualcode_app.models.project import Setting
from qualcode_app.services.coding import rereading
from qualcode_app.services.merging import merging
from qualcode_app.services.merging.outcomes import MergePlan
from qualcode_app.services.merging.writing import Choices
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import arrivals, tasks
from qualcode_app.services.teams.tasks import Greeting


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
    written = {file.path: _written_in(file.path) for file in plan.files}

    def afterwards(session: Session) -> Changes:
        changes = rereading.bring_along(session)
        batch_uid = _note(session, plan, written)
        if task is not None:
            changes |= tasks.adopt(session, task, batch_uid)
        return changes

    return merging.carry_out(project, plan, choices, progress, afterwards)


def _written_in(path: Path) -> list[str]:
    """Return the copies of the project in which anything was written that a file holds."""
    with Project.open(path, read_only=True) as file, file.connection() as connection:
        replicas = set(connection.scalars(select(ChangeLog.replica_uid).distinct()))
        return sorted(replicas | {file.facts.replica_uid})


def _note(session: Session, plan: MergePlan, written: Mapping[Path, Sequence[str]]) -> str:
    """Keep which files came in with the merge that is under way; returns its batch.

    Where a row was written in one of the files is told by the copies that only that file knows.
    """
    uid = session.scalars(
        select(Batch.uid).where(Batch.kind == "merge").order_by(Batch.made_at.desc()).limit(1)
    ).one()
    noted = dict(arrivals.noted(session))
    here = journal.pen(session).replica_uid
    holders = Counter(replica for replicas in written.values() for replica in replicas)
    noted[uid] = [
        asdict(
            arrivals.Arrived(
                file.path.name,
                file.replica_uid,
                file.sha256,
                tuple(one for one in written[file.path] if one != here and holders[one] == 1),
            )
        )
        for file in plan.files
    ]
    session.merge(Setting(key=arrivals.FILES, value=json.dumps(noted, ensure_ascii=False)))
    session.flush()
    return uid
