"""Merging files of one study: a plan first, then one transaction, kept as a batch."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models import aggregates
from qualcode_app.models.base import uid_text
from qualcode_app.models.codebooks import CodeRevision
from qualcode_app.models.documents import DocumentFile
from qualcode_app.models.history import Alias, ChangeLog, Exchange
from qualcode_app.services.codebook import versions
from qualcode_app.services.merging import batches, fresh_rows, merge_plan, writing
from qualcode_app.services.merging.outcomes import Effect, Matches, MergePlan, Other
from qualcode_app.services.merging.writing import Choices, Decided, Writer
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project
from qualcode_app.services.texts import search_index

MERGED = "merge"  # why the version of the codebook was made
Afterwards = Callable[[Session], Changes]
_CACHE_KB = 131_072


def prepare(project: Project, paths: Sequence[Path], matches: Matches | None = None) -> MergePlan:
    """Return what merging these files would do; nothing is changed.

    Args:
        project: Where they would go.
        paths: The files.
        matches: What was decided about the doubts of an earlier plan.

    Raises:
        RefusedChange: A file is this project itself, or belongs to another study.
        UnreadableProject: A file is no project, damaged or too new.
    """
    with _others(project, paths) as others:
        return project.read_beside(_plan, others, matches or Matches())


def carry_out(
    project: Project,
    plan: MergePlan,
    choices: Choices | None = None,
    progress: Progress | None = None,
    afterwards: Afterwards | None = None,
) -> Changes:
    """Merge as planned, in one transaction and after a dated backup.

    Args:
        project: Where the rows go.
        plan: As shown to the user.
        choices: For every clash the version that stays, or one that joins several.
        progress: Called per portion of rows.
        afterwards: What has to be done with rows once they are in, in the same transaction; what
            it adds belongs to the batch.

    Raises:
        RefusedChange: A clash is undecided, or the project or a file changed since the plan.
    """
    chosen = choices or {}
    if undecided := [one for one in plan.clashes if one.key not in chosen]:
        raise RefusedChange(
            "{n} clashes are still to be decided. Choose a version for each.", n=len(undecided)
        )
    if plan.doubts:
        raise RefusedChange(
            "{n} names stand for rows of different origin ({names}). Say of each whether it is one "
            "or two.",
            n=len(plan.doubts),
            names=", ".join(doubt.names[0] for doubt in plan.doubts[:3]),
        )
    paths = [file.path for file in plan.files]
    with _others(project, paths) as others:
        now = plan
        if not _still_true(project, plan, others):
            now = project.read(_plan, others, plan.matches)
            if _gist(now) != _gist(plan):
                raise RefusedChange(
                    "The project or a file changed since the plan was made. Look at the new plan "
                    "first."
                )
        project.back_up("merge")
        try:
            with _uncollected():
                return project.write(_apply, now, others, chosen, progress or Silent(), afterwards)
        except IntegrityError as error:
            raise RefusedChange(
                "The files contradict each other: a row that one of them needs was removed in "
                "another, or two rows claim one place. Nothing was merged; merge the files one at "
                "a time to find it."
            ) from error


def _still_true(project: Project, plan: MergePlan, others: Sequence[Other]) -> bool:
    """Tell whether neither the project nor a file was written to since the plan."""
    same = [other.sha256 for other in others] == [file.sha256 for file in plan.files]
    return same and project.read(journal.head) == plan.seen


def _gist(plan: MergePlan) -> tuple[object, ...]:
    changing = [
        (one.key, one.effect, tuple((version.file, version.stamp) for version in one.versions))
        for one in plan.outcomes
    ]
    return changing, [(one.kind, one.file, one.stamps) for one in plan.fresh]


def _plan(session: Session, others: Sequence[Other], matches: Matches) -> MergePlan:
    seen = journal.head(session)
    return merge_plan.plan(session.connection(), others, seen=seen, matches=matches)


@contextmanager
def _others(project: Project, paths: Sequence[Path]) -> Iterator[list[Other]]:
    with ExitStack() as stack:
        others = []
        for path in paths:
            if path.resolve() == project.path.resolve():
                raise RefusedChange(
                    "{name} is the open project itself. Choose the files of the other coders.",
                    name=path.name,
                )
            other = stack.enter_context(Project.open(path, read_only=True))
            if other.facts.study_uid != project.facts.study_uid:
                raise merge_plan.refuse_other_study(path.name)
            connection = stack.enter_context(other.connection())
            connection.exec_driver_sql("SELECT one FROM project").all()  # nobody writes from here
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            others.append(Other(path, other.facts.replica_uid, sha256, connection))
        yield others


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python not look for cycles while hundreds of thousands of rows, all free of them, pass.

    It takes a thirtieth of the time of a large merge.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _apply(
    session: Session,
    plan: MergePlan,
    others: Sequence[Other],
    choices: Choices,
    progress: Progress,
    afterwards: Afterwards | None,
) -> Changes:
    connection = session.connection()
    # New uids strike every page of every index; so many pages are held meanwhile.
    connection.exec_driver_sql(f"PRAGMA cache_size={-_CACHE_KB}")
    # Rows go and come again, and refer to one another in any order: looked at when all is done.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    batch = batches.open_merge(session, [file.path.name for file in plan.files], plan.files[0])
    stamp = journal.next_stamp(session)
    decided = writing.decide(plan, choices, stamp)
    steps = len(decided.rows) + len(decided.graves) + sum(len(one.stamps) for one in plan.fresh)
    progress.report(0, steps)
    digests = Writer(session, batch, plan, stamp).write(decided)
    progress.report(min(len(digests), steps), steps)
    connections = [other.connection for other in others]
    for written in fresh_rows.bring(session, batch, plan, connections, decided.lost):
        digests += written
        progress.report(min(len(digests), steps), steps)
    for other in others:
        _join_side_tables(connection, other)
        _note_received(session, other)
    _index(session, plan, decided)
    _keep_codebook(session, batch, plan)
    if afterwards is not None:
        session.expire_all()
        for kind, touched in afterwards(session).touched:
            for made in aggregates.read(connection, kind, touched.added).values():
                batch.added(made)
        batch.flush()
    journal.note(session, "merge", Kind.BATCH, digests)
    progress.report(steps, steps)
    return Changes.everything()


def _keep_codebook(session: Session, batch: batches.OpenBatch, plan: MergePlan) -> None:
    """Keep a codebook that the merge changed as a version, which goes again with the batch."""
    touched = {one.kind for one in plan.outcomes} | {one.kind for one in plan.fresh}
    if Kind.CODE not in touched:
        return
    session.expire_all()
    made = versions.keep_present(session, MERGED)[Kind.CODEBOOK_VERSION].added
    for kept in aggregates.read(session.connection(), Kind.CODEBOOK_VERSION, made).values():
        batch.added(kept)
    batch.flush()


def _join_side_tables(connection: Connection, other: Other) -> None:
    """Lay their log, code history, other names and PDFs beside ours."""
    for model in (ChangeLog, CodeRevision, Alias):
        table = model.__table__
        assert isinstance(table, Table)  # noqa: S101  declarative classes map one table each
        result = other.connection.execute(select(table))
        while rows := result.mappings().fetchmany(5000):
            connection.execute(insert(table).prefix_with("OR IGNORE"), [dict(row) for row in rows])
    here = set(connection.scalars(select(DocumentFile.sha256)))
    for sha256 in other.connection.scalars(select(DocumentFile.sha256)).all():
        if sha256 not in here:
            row = other.connection.execute(
                select(DocumentFile.__table__).where(DocumentFile.sha256 == sha256)
            ).mappings()
            connection.execute(insert(DocumentFile), dict(row.one()))


def _note_received(session: Session, other: Other) -> None:
    """Keep where the log of a received file stood: later it can be held against that."""
    last = (
        select(ChangeLog.hash)
        .where(ChangeLog.replica_uid == other.replica_uid)
        .order_by(ChangeLog.seq.desc())
        .limit(1)
    )
    session.execute(
        insert(Exchange),
        {
            "uid": journal.new_uid(),
            "replica_uid": other.replica_uid,
            "coder_uid": None,
            "direction": "in",
            "at": datetime.now(UTC),
            "log_head": other.connection.scalar(last) or "",
        },
    )


def _index(session: Session, plan: MergePlan, decided: Decided) -> None:
    """Let searching know the texts that came, and no more those that went."""
    same = plan.names.same
    texts = [one for one in plan.outcomes if one.kind is Kind.REVISION]
    joined = set(same.values()) & {one.uid for one in texts}
    gone = {uid for kind, uid in decided.graves if kind is Kind.REVISION}
    for uid in gone | joined | {old for old, new in same.items() if new in joined}:
        search_index.forget(session, uid)
    new = {one.uid for one in texts if one.effect is Effect.NEW} | joined
    for uid in sorted(uid for uid in new if (Kind.REVISION, uid) in decided.rows):
        search_index.index_revision(session, uid)
    for fresh in plan.fresh:
        for uid in map(uid_text, fresh.stamps if fresh.kind is Kind.REVISION else ()):
            search_index.index_revision(session, uid)
