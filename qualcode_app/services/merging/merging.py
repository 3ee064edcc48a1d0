"""Merging files of one study: a plan first, then one transaction, kept as a batch."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.codebooks import CodeRevision
from qualcode_app.models.documents import DocumentFile
from qualcode_app.models.history import Alias, ChangeLog
from qualcode_app.services.codebook import versions
from qualcode_app.services.merging import batches, fresh_rows, merge_plan
from qualcode_app.services.merging.fresh_rows import Place
from qualcode_app.services.merging.merge_plan import Effect, Key, MergePlan, Other, Outcome, Version
from qualcode_app.services.store import journal
from qualcode_app.services.store.backups import back_up
from qualcode_app.services.store.project import Project
from qualcode_app.services.texts import search_index

_AT_ONCE = 500
MERGED = "merge"  # why the version of the codebook was made
_CACHE_KB = 131_072
Choices = Mapping[Key, int]  # number of the file whose version stays, or OURS


def prepare(project: Project, paths: Sequence[Path]) -> MergePlan:
    """Return what merging these files would do; nothing is changed.

    Raises:
        RefusedChange: A file is this project itself, or belongs to another study.
        UnreadableProject: A file is no project, damaged or too new.
    """
    with _others(project, paths) as others:
        return project.read(_plan, others)


def carry_out(
    project: Project,
    plan: MergePlan,
    choices: Choices | None = None,
    progress: Progress | None = None,
) -> Changes:
    """Merge as planned, in one transaction and after a dated backup.

    Args:
        project: Where the rows go.
        plan: As shown to the user.
        choices: For every clash the version that stays.
        progress: Called per portion of rows.

    Raises:
        RefusedChange: A clash is undecided, or the project or a file changed since the plan.
    """
    chosen = choices or {}
    if undecided := [one for one in plan.clashes if one.key not in chosen]:
        raise RefusedChange(
            "{n} clashes are still to be decided. Choose a version for each.", n=len(undecided)
        )
    paths = [file.path for file in plan.files]
    with _others(project, paths) as others:
        now = plan
        if not _still_true(project, plan, others):
            now = project.read(_plan, others)
            if _gist(now) != _gist(plan):
                raise RefusedChange(
                    "The project or a file changed since the plan was made. Look at the new plan "
                    "first."
                )
        back_up(project.path, "merge")
        try:
            return project.write(_apply, now, others, chosen, progress or Silent())
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


def _plan(session: Session, others: Sequence[Other]) -> MergePlan:
    return merge_plan.plan(session.connection(), others, seen=journal.head(session))


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
            sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
            others.append(Other(path, other.facts.replica_uid, sha256, connection))
        yield others


def _apply(
    session: Session,
    plan: MergePlan,
    others: Sequence[Other],
    choices: Choices,
    progress: Progress,
) -> Changes:
    # New uids strike every page of every index; so many pages are held meanwhile.
    session.connection().exec_driver_sql(f"PRAGMA cache_size={-_CACHE_KB}")
    batch = batches.open_merge(session, [file.path.name for file in plan.files], plan.files[0])
    stamp = journal.next_stamp(session)
    decided = [_decide(one, choices, stamp) for one in plan.outcomes]
    connections = [other.connection for other in others]
    aliases = _same_places(session.connection(), decided, fresh_rows.codings(plan, connections))
    fresh_rows.give_way(session.connection(), batch, aliases)
    steps = len(decided) + sum(len(one.stamps) for one in plan.fresh)
    for start in range(0, len(decided), _AT_ONCE):
        progress.report(start, steps)
        _write(session, batch, decided[start : start + _AT_ONCE], aliases)
    _keep_aliases(session.connection(), aliases)
    digests = [now.digest() for _, now in decided if now is not None]
    names = {**plan.aliases, **aliases}
    for written in fresh_rows.bring(session, batch, plan, connections, names):
        digests += written
        progress.report(len(digests), steps)
    for other in others:
        _join_side_tables(session.connection(), other)
    _index_new(session, plan, decided)
    _keep_codebook(session, batch, plan)
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


def _decide(outcome: Outcome, choices: Choices, stamp: str) -> tuple[Outcome, Stored | None]:
    """Return the aggregate that stays, with a stamp that covers all versions; None: deleted."""
    joined = stamps.join(*(version.stamp for version in outcome.versions))
    version: Version
    if outcome.effect is Effect.CLASH:
        wanted = choices[outcome.key]
        version = next(each for each in outcome.versions if each.file == wanted)
        joined = stamps.join(joined, stamp)
    else:
        version = min(outcome.versions, key=lambda each: (each.file != merge_plan.OURS, each.file))
    if version.stored is None:
        return outcome, None
    return outcome, replace(version.stored, root={**version.stored.root, "stamp": joined})


def _same_places(
    connection: Connection,
    decided: list[tuple[Outcome, Stored | None]],
    fresh: Iterable[tuple[Place, str]],
) -> dict[str, str]:
    """Return aliases of codings that say the very same under two uids; the smaller uid stays."""
    incoming = [
        (tuple(stored.root[name] for name in fresh_rows.PLACE), stored.uid)
        for outcome, stored in decided
        if outcome.kind is Kind.CODING and stored is not None and stored.root["kind"] == "text"
    ]
    incoming += fresh
    if not incoming:
        return {}
    seen: dict[Place, str] = fresh_rows.places(connection, {place[0] for place, _ in incoming})
    aliases: dict[str, str] = {}
    for place, uid in incoming:
        there = seen.setdefault(place, uid)
        if there != uid:
            stays, goes = sorted((there, uid))
            aliases[goes] = stays
            seen[place] = stays
    return aliases


def _write(
    session: Session,
    batch: batches.OpenBatch,
    decided: Sequence[tuple[Outcome, Stored | None]],
    aliases: Mapping[str, str],
) -> None:
    connection = session.connection()
    added: list[Stored] = []
    for outcome, stored in decided:
        ours = outcome.ours.stored if outcome.ours else None
        if stored is None:
            if ours is not None:
                batch.removed(ours)
                aggregates.erase(connection, outcome.kind, [outcome.uid])
            batch.bury(outcome)
            continue
        now = merge_plan.renamed(stored, aliases) if aliases else stored
        if outcome.uid in aliases:  # another row with the same words stays instead
            continue
        if ours is not None:
            batch.changed(ours, now)
            batch.replace(now, ours)
        else:
            batch.added(now)
            added.append(now)
    batch.lift_graves(added)
    aggregates.write(connection, added)
    batch.flush()


def _keep_aliases(connection: Connection, aliases: Mapping[str, str]) -> None:
    rows = [
        {"kind": Kind.CODING.value, "from_uid": old, "to_uid": new} for old, new in aliases.items()
    ]
    if rows:
        connection.execute(insert(Alias).prefix_with("OR IGNORE"), rows)


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


def _index_new(
    session: Session, plan: MergePlan, decided: list[tuple[Outcome, Stored | None]]
) -> None:
    new = [
        outcome.uid
        for outcome, stored in decided
        if outcome.kind is Kind.REVISION and outcome.effect is Effect.NEW and stored is not None
    ]
    new += [uid for one in plan.fresh if one.kind is Kind.REVISION for uid in one.stamps]
    for uid in new:
        search_index.index_revision(session, uid)
