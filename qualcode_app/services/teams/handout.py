"""Assignment files: a new file per coder, into which a list of what may be seen is copied.

Never a copy with rows deleted: what another coder made was never in the file, so no freed page,
log entry or statistic can give it away.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import CannotWrite, RefusedChange
from qualcode_app.models.documents import Document, DocumentFile, Revision
from qualcode_app.models.people import Assignment
from qualcode_app.models.project import Setting
from qualcode_app.services.codebook import versions
from qualcode_app.services.coding import reading
from qualcode_app.services.documents import documents
from qualcode_app.services.store import journal
from qualcode_app.services.store.people import TASK
from qualcode_app.services.store.project import Project
from qualcode_app.services.store.replica import begin
from qualcode_app.services.teams import base, rounds, training, whitelist
from qualcode_app.services.teams.rounds import RoundKind
from qualcode_app.services.teams.tasks import Greeting
from qualcode_app.services.teams.whitelist import Wanted
from qualcode_app.services.texts import search_index

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
    kind: RoundKind = "independent"
    model_uid: str = ""  # training: whose codings are the model answers
    order_seed: int | None = None  # a random order of the documents, the same for the same seed

    @property
    def is_apart(self) -> bool:
        """Whether work of other rounds stays out, the coder's own as well."""
        return self.kind != "independent"


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
    if task.order_seed is not None:
        order = training.shuffled(task.document_uids, task.order_seed)
        task = replace(task, document_uids=order)
    part = path.with_name(f"{path.name}.part")
    replica = journal.new_uid()
    going = _Going(task, "", {}, [])
    project.write(_assign, replica, going)
    try:
        path.parent.mkdir(exist_ok=True)
        project.still(lambda view: _write(view, part, replica, going))
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
    project.write(base.note, replica, task.coder_uid, going.rows)


def _write(view: Project, part: Path, replica: str, going: _Going) -> None:
    """Write the file, from its beginning where an act came between."""
    part.unlink(missing_ok=True)
    going.rows.clear()
    begin(replace(view.facts, replica_uid=replica), part)
    with Project.open(part) as new:
        view.read(lambda session: new.write(_fill, session.connection(), going))


@dataclass(slots=True)
class _Going:
    """What is found out while a file is made."""

    task: Task
    round_uid: str
    stamps: Mapping[str, str]  # of codes that are shown in part, where this is an update
    rows: base.Digests  # all that went out


def _assign(session: Session, replica: str, going: _Going) -> Changes:
    """Keep the codebook that is handed out, and write one assignment per document and family.

    Assignments that stand already are left.
    """
    task = going.task
    changes = versions.keep_present(session, HANDED_OUT)
    going.round_uid, opened = rounds.ensure(session, task.kind)
    if base.has_file(session, task.coder_uid):
        partly = whitelist.shown_in_part(session.connection(), _wanted(going))
        going.stamps = base.refresh(session, replica, partly)
    families = task.family_uids or tuple(
        one.uid for one in reading.active_families(session, going.round_uid)
    )
    known = {
        (row.document_uid, row.family_uid)
        for row in session.execute(
            select(Assignment.document_uid, Assignment.family_uid).where(
                Assignment.coder_uid == task.coder_uid, Assignment.round_uid == going.round_uid
            )
        )
    }
    due = datetime.combine(task.due, time(), UTC) if task.due else None
    new = [
        journal.NewRow(
            Kind.ASSIGNMENT,
            {
                "uid": journal.derived_uid(
                    document, f"assignment {going.round_uid} {task.coder_uid} {family}"
                ),
                "round_uid": going.round_uid,
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
    added = Changes.of(Kind.ASSIGNMENT, added=[str(row.columns["uid"]) for row in new])
    return changes | opened | added


def _wanted(going: _Going) -> Wanted:
    task = going.task
    return Wanted(
        task.coder_uid,
        task.document_uids,
        task.family_uids,
        task.blind,
        going.round_uid if task.is_apart else "",
        task.model_uid,
    )


def _fill(session: Session, source: Connection, going: _Going) -> Changes:
    """Copy what the coder may see."""
    connection, task = session.connection(), going.task
    for some in whitelist.rows(source, _wanted(going), going.stamps):
        some.write(connection)
        going.rows += [(some.kind, uid, digest) for uid, digest in some.digests()]
    _copy_files(connection, source, task.document_uids)
    for uid in session.scalars(select(Revision.uid)).all():
        search_index.index_revision(session, uid)
    due = task.due.isoformat() if task.due else ""
    chosen = [one.key for one in reading.active_families(session) if task.family_uids]
    said = Greeting(
        task.coder_uid,
        len(task.document_uids),
        task.blind,
        task.message,
        due,
        task.kind,
        going.round_uid,
        tuple(chosen),
    )
    settings: dict[str, object] = {TASK: asdict(said)}
    if task.order_seed is not None:
        settings[documents.ORDER] = list(task.document_uids)
    for key, value in settings.items():
        session.add(Setting(key=key, value=json.dumps(value, ensure_ascii=False)))
    if task.model_uid:
        model = training.answers(source, task.model_uid, task.document_uids)
        session.add(Setting(key=training.MODEL, value=model))
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
