"""Assignment files: a new file per coder, into which a list of what may be seen is copied.

Never a copy with rows deleted: what another coder made was never in the file, so no freed page,
log entry or statistic can give it away.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import CannotWrite, RefusedChange
from qualcode_app.models import migrations, raw
from qualcode_app.models.documents import Document, DocumentFile, Revision
from qualcode_app.models.history import Exchange
from qualcode_app.models.people import Assignment
from qualcode_app.models.project import Setting
from qualcode_app.services.codebook import versions
from qualcode_app.services.coding import reading
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project
from qualcode_app.services.teams import whitelist
from qualcode_app.services.teams.whitelist import Wanted
from qualcode_app.services.texts import search_index

TASK = "task"  # key of the setting in the new file
HANDED_OUT = "hand-out"  # why the version was made


@dataclass(frozen=True, slots=True)
class Task:
    """What a coder is asked to do."""

    coder_uid: str
    document_uids: tuple[str, ...]
    family_uids: tuple[str, ...] = ()  # none: all that are active
    blind: bool = True
    message: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Greeting:
    """A task as the coder who opens the file meets it."""

    coder_uid: str
    n_documents: int
    blind: bool
    message: str
    due: str  # ISO date; empty without one


def hand_out(project: Project, path: Path, task: Task) -> None:
    """Note the assignment in the project and write the coder's file.

    Raises:
        CannotWrite: There is a file of that name, or the folder refuses it.
        RefusedChange: The task names no document.
    """
    if not task.document_uids:
        raise RefusedChange("A task needs documents. Choose at least one.")
    if path.exists():
        raise CannotWrite("There is already a file {name}. Choose another name.", name=path.name)
    part = path.with_name(f"{path.name}.part")
    replica = journal.new_uid()
    project.write(_assign, task)
    try:
        path.parent.mkdir(exist_ok=True)
        part.unlink(missing_ok=True)
        _begin(project, part, replica)
        with Project.open(part) as new:
            project.read(lambda session: new.write(_fill, session.connection(), task))
        with closing(sqlite3.connect(part, isolation_level=None)) as link:
            link.execute("VACUUM")
        part.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise CannotWrite(
            "The file {name} cannot be made ({reason}). Make room or choose another folder.",
            name=path.name,
            reason=str(error),
        ) from error
    finally:
        part.unlink(missing_ok=True)
    project.write(_note, replica, task.coder_uid)


def greeting(session: Session) -> Greeting | None:
    """Return the task that this file was made for; None in any other file."""
    found = session.get(Setting, TASK)
    return Greeting(**json.loads(found.value)) if found is not None else None


def _assign(session: Session, task: Task) -> Changes:
    """Keep the codebook that is handed out, and write one assignment per document and family.

    Assignments that stand already are left.
    """
    changes = versions.keep_present(session, HANDED_OUT)
    rounds = whitelist.first_round(session.connection())
    families = task.family_uids or tuple(
        one.uid for one in reading.active_families(session, rounds)
    )
    known = {
        (row.document_uid, row.family_uid)
        for row in session.execute(
            select(Assignment.document_uid, Assignment.family_uid).where(
                Assignment.coder_uid == task.coder_uid, Assignment.round_uid == rounds
            )
        )
    }
    due = datetime.combine(task.due, time(), UTC) if task.due else None
    new = [
        journal.NewRow(
            Kind.ASSIGNMENT,
            {
                "uid": journal.derived_uid(
                    document, f"assignment {rounds} {task.coder_uid} {family}"
                ),
                "round_uid": rounds,
                "coder_uid": task.coder_uid,
                "document_uid": document,
                "family_uid": family,
                "position": position,
                "blind": task.blind,
                "due": due,
            },
            {},
        )
        for position, document in enumerate(task.document_uids)
        for family in families
        if (document, family) not in known
    ]
    journal.add_many(session, "assignment.add", new)
    return changes | Changes.of(Kind.ASSIGNMENT, added=[str(row.columns["uid"]) for row in new])


def _begin(project: Project, part: Path, replica: str) -> None:
    created = (project.facts.created_at - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()
    with closing(sqlite3.connect(part, isolation_level=None)) as link:
        migrations.create(link)
        link.execute(
            "INSERT INTO project (one, study_uid, replica_uid, title, created_at, format)"
            " VALUES (1, ?, ?, ?, ?, ?)",
            (
                raw.uid_bytes(project.facts.study_uid),
                raw.uid_bytes(replica),
                project.title,
                int(created * 1_000_000),
                migrations.CURRENT,
            ),
        )


def _fill(session: Session, source: Connection, task: Task) -> Changes:
    """Copy what the coder may see."""
    connection = session.connection()
    wanted = Wanted(task.coder_uid, task.document_uids, task.family_uids, task.blind)
    for rows in whitelist.rows(source, wanted):
        rows.write(connection)
    _copy_files(connection, source, task.document_uids)
    for uid in session.scalars(select(Revision.uid)).all():
        search_index.index_revision(session, uid)
    due = task.due.isoformat() if task.due else ""
    said = Greeting(task.coder_uid, len(task.document_uids), task.blind, task.message, due)
    session.add(Setting(key=TASK, value=json.dumps(asdict(said), ensure_ascii=False)))
    session.flush()
    return Changes.everything()


def _copy_files(to: Connection, source: Connection, document_uids: Sequence[str]) -> None:
    wanted = (
        select(DocumentFile.__table__)
        .join(Revision, Revision.file_sha256 == DocumentFile.sha256)
        .join(Document, Document.current_revision_uid == Revision.uid)
        .where(Document.uid.in_(document_uids))
        .distinct()
    )
    for row in source.execute(wanted).mappings():
        to.execute(insert(DocumentFile), dict(row))


def _note(session: Session, replica: str, coder_uid: str) -> Changes:
    """Keep which file went to whom, and where our log stood."""
    session.add(
        Exchange(
            uid=journal.new_uid(),
            replica_uid=replica,
            coder_uid=coder_uid,
            direction="out",
            at=datetime.now(UTC),
            log_head=journal.head(session),
        )
    )
    session.flush()
    return Changes()
