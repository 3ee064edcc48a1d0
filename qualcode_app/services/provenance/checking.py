"""Whether a project is whole: the file, the chained log, and every quote in its place."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.content import digest, plain
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import ALL, BY_KIND
from qualcode_app.models.cases import Memo
from qualcode_app.models.codebooks import Code
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Revision
from qualcode_app.models.history import Alias, ChangeLog, Exchange, Tombstone
from qualcode_app.services.store import beside
from qualcode_app.services.store.project import Project
from qualcode_app.services.texts import texts

_SHOWN = 60  # characters of a quote in a finding


class Fault(StrEnum):
    """What can be wrong with a project."""

    FILE = "file"  # pages of the file are damaged
    MISSING = "missing"  # a row refers to one that is not there
    CHAIN = "chain"  # the log was changed or has gaps
    FORK = "fork"  # one copy of the file was worked on in two places
    HEAD = "head"  # a log that was received is not there any more
    CONTENT = "content"  # a row says something else than the log
    GRAVE = "grave"  # a row stands beside its own tombstone
    QUOTE = "quote"  # the text at a coding's place is not its quote
    NOTE = "note"  # a note on something that is not there
    CYCLE = "cycle"  # codes that stand above each other


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, and where."""

    fault: Fault
    where: str


def check(path: Path, progress: Progress | None = None) -> list[Finding]:
    """Return everything that is wrong with a project file; it is opened read-only.

    Another program may work in it meanwhile.

    Raises:
        UnreadableProject: It cannot be opened as a project at all.
        CannotWrite: Another program works in it, and there is no room for a copy.
    """
    with beside.quiet(path) as file:
        if damaged := [Finding(Fault.FILE, said) for said in _damage(file)]:
            return damaged  # what rows say cannot be trusted then
        with Project.open(file, read_only=True) as project:
            return project.read(findings, progress or Silent())


def check_open(project: Project, progress: Progress | None = None) -> list[Finding]:
    """Return everything that is wrong with an open project, while work in it goes on."""
    return project.read_beside(_everything, progress or Silent())


def _everything(session: Session, progress: Progress) -> list[Finding]:
    said = session.connection().exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    if list(said) != ["ok"]:
        return [Finding(Fault.FILE, str(each)) for each in said]
    return findings(session, progress)


def findings(session: Session, progress: Progress) -> list[Finding]:
    """Return what is wrong with the rows of an open project."""
    steps = (_missing, _log, _heads, _contents, graves, _quotes, _notes, _cycles)
    found: list[Finding] = []
    for done, step in enumerate(steps):
        progress.report(done, len(steps))
        found += step(session)
    progress.report(len(steps), len(steps))
    return found


def _damage(path: Path) -> list[str]:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as link:
            said = [str(row[0]) for row in link.execute("PRAGMA integrity_check(20)")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [] if said == ["ok"] else said


def _missing(session: Session) -> Iterator[Finding]:
    for table, _, parent, _ in session.connection().exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(Fault.MISSING, f"{table} → {parent}")


def _log(session: Session) -> Iterator[Finding]:
    """Recompute every link; a chain may begin with the head of the file it was made from."""
    rows = session.execute(select(ChangeLog.__table__).order_by(ChangeLog.seq)).mappings().all()
    by_replica: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    hashes = {row["hash"] for row in rows}
    for row in rows:
        said = {name: plain(value) for name, value in row.items() if name != "hash"}
        place = f"{row['replica_uid']}:{row['seq']}"
        if digest(said) != row["hash"]:
            yield Finding(Fault.CHAIN, place)
        if row["seq"] > 1 and row["prev"] not in hashes:
            yield Finding(Fault.CHAIN, place)
        by_replica[row["replica_uid"]][row["seq"]].append(row["hash"])
    for replica, chain in by_replica.items():
        for seq, links in chain.items():
            if len(links) > 1:
                yield Finding(Fault.FORK, f"{replica}:{seq}")
        gaps = set(range(1, max(chain) + 1)) - chain.keys()
        if gaps:
            yield Finding(Fault.CHAIN, f"{replica}:{min(gaps)}")


def _heads(session: Session) -> Iterator[Finding]:
    """Hold the logs that were received against what was noted then."""
    here = set(session.scalars(select(ChangeLog.hash)))
    for row in session.scalars(select(Exchange)):
        if row.log_head and row.log_head not in here:
            yield Finding(Fault.HEAD, row.replica_uid)


def _contents(session: Session) -> Iterator[Finding]:
    """Compare rows that were last written by an act of their own with what the log says.

    Rows that name something two uids once stood for were rewritten when they came in: the log of
    the other file knows them by the other uid.
    """
    rewritten = set(session.scalars(select(Alias.to_uid)))
    written: dict[str, dict[str, str | None]] = defaultdict(dict)
    query = select(
        ChangeLog.kind,
        ChangeLog.row_uid,
        ChangeLog.replica_uid,
        ChangeLog.seq,
        ChangeLog.after_digest,
    ).where(ChangeLog.row_uid.is_not(None))
    for row in session.execute(query):
        written[row.row_uid][f"{row.replica_uid}:{row.seq}"] = row.after_digest
    connection = session.connection()
    for aggregate in ALL:
        if aggregate.kind is Kind.CODEBOOK_VERSION:  # never edited; once logged in another order
            continue
        uids = [uid for uid in connection.scalars(select(aggregate.root.c.uid)) if uid in written]
        for uid, stored in aggregates.read(connection, aggregate.kind, uids).items():
            wanted = written[uid].get(stored.stamp)
            if wanted is None or not rewritten.isdisjoint(map(str, stored.root.values())):
                continue
            if wanted != stored.digest():
                yield Finding(Fault.CONTENT, f"{aggregate.kind.value} {uid}")


def graves(session: Session) -> Iterator[Finding]:
    """Yield rows that stand beside their own tombstone."""
    connection = session.connection()
    for row in session.execute(select(Tombstone.kind, Tombstone.row_uid)):
        root = BY_KIND[Kind(row.kind)].root
        if connection.execute(select(root.c.uid).where(root.c.uid == row.row_uid)).first():
            yield Finding(Fault.GRAVE, f"{row.kind} {row.row_uid}")


def _quotes(session: Session) -> Iterator[Finding]:
    """Hold every quote against the stored text."""
    for revision in session.scalars(select(Revision.uid)).all():
        rows = session.execute(
            select(Coding.uid, Coding.start_char, Coding.end_char, Coding.quote).where(
                Coding.revision_uid == revision, Coding.kind == "text"
            )
        ).all()
        text = texts.WholeText.of(session, revision).text if rows else ""
        for row in rows:
            if text[row.start_char : row.end_char] != row.quote:
                yield Finding(Fault.QUOTE, row.quote[:_SHOWN])


def _notes(session: Session) -> Iterator[Finding]:
    connection = session.connection()
    known = {kind.value: kind for kind in BY_KIND}
    for memo in session.execute(select(Memo.target_kind, Memo.target_uid, Memo.text)):
        kind = known.get(memo.target_kind)
        if kind is None or memo.target_uid is None:
            continue
        root = BY_KIND[kind].root
        if not connection.execute(select(root.c.uid).where(root.c.uid == memo.target_uid)).first():
            yield Finding(Fault.NOTE, memo.text[:_SHOWN])


def _cycles(session: Session) -> Iterator[Finding]:
    above = {row.uid: (row.parent_uid, row.key) for row in session.scalars(select(Code))}
    for uid, (parent, key) in above.items():
        met = {uid}
        step = parent
        while step is not None and step not in met:
            met.add(step)
            step = above[step][0] if step in above else None
        if step == uid:
            yield Finding(Fault.CYCLE, key)
