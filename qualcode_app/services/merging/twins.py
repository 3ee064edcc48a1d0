"""Two copies of one file that were worked on apart, as sync programs leave them.

Both count their acts under one name, so that a merge could not tell whose is newer. What one of
them did since they parted is put under a name of its own; from then on it is a copy as any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.orm import Session

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Changes
from qualcode_app.domain.content import digest, plain
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.models.aggregates import BY_KIND
from qualcode_app.models.history import ChangeLog, Exchange, Tombstone
from qualcode_app.models.project import ProjectInfo
from qualcode_app.services.merging import merging
from qualcode_app.services.merging.outcomes import Matches, MergePlan
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project


def prepare(project: Project, paths: Sequence[Path], matches: Matches | None = None) -> MergePlan:
    """Return what merging these files would do, after naming copies of this very file apart.

    Raises:
        QualcodeError: See `merging.prepare`; or such a copy cannot be written.
    """
    for path in paths:
        name_apart(project, path)
    return merging.prepare(project, paths, matches)


def with_news(project: Project, copies: Sequence[Path]) -> list[Path]:
    """Return the copies that hold acts this project does not know; unreadable ones are left out."""
    known = project.read(_hashes)
    found = []
    for path in copies:
        with suppress(QualcodeError), Project.open(path, read_only=True) as other:
            if other.read(_hashes) - known:
                found.append(path)
    return found


def name_apart(project: Project, copy: Path) -> bool:
    """Give a copy of this very file a name of its own, so that it can be merged.

    Args:
        project: The project that stays as it is.
        copy: The other one; what it says stays, only the names of its acts change.

    Returns:
        False when it has a name of its own already, or holds nothing new.

    Raises:
        QualcodeError: The copy cannot be opened, is in use, or cannot be written.
    """
    if copy.resolve() == project.path.resolve():
        return False
    with Project.open(copy, read_only=True) as other:
        if other.facts.replica_uid != project.facts.replica_uid:
            return False
        if not other.read(_hashes) - project.read(_hashes):
            return False
    with Project.open(copy) as other:
        links = project.read(_links)
        common = max(
            (seq for seq, hash_ in other.read(_links).items() if links.get(seq) == hash_), default=0
        )
        other.write(_name_apart, common, journal.new_uid())
    return True


def _hashes(session: Session) -> set[str]:
    return set(session.scalars(select(ChangeLog.hash)))


def _links(session: Session) -> dict[int, str]:
    """Return the hash of every act of this copy of the file."""
    replica = journal.pen(session).replica_uid
    rows = session.execute(
        select(ChangeLog.seq, ChangeLog.hash).where(ChangeLog.replica_uid == replica)
    )
    return {row.seq: row.hash for row in rows}


def _name_apart(session: Session, common: int, name: str) -> Changes:
    before = journal.pen(session).replica_uid
    with _log_open(session):
        _chain_anew(session, before, common, name)
    for table in (*(each.root for each in BY_KIND.values()), Tombstone.__table__):
        _stamp_anew(session, table, before, common, name)
    session.execute(update(ProjectInfo).values(replica_uid=name))
    return Changes.everything()


@contextmanager
def _log_open(session: Session) -> Iterator[None]:
    """Lift what keeps the log from being changed, within the same transaction."""
    connection = session.connection()
    wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    guards = connection.exec_driver_sql(wanted, (ChangeLog.__tablename__,)).all()
    for guard in guards:
        connection.exec_driver_sql(f'DROP TRIGGER "{guard.name}"')
    yield
    for guard in guards:
        connection.exec_driver_sql(guard.sql)


def _chain_anew(session: Session, before: str, common: int, name: str) -> None:
    """Hang the acts since the parting on the last common one, as a chain of their own."""
    table = ChangeLog.__table__
    rows = session.execute(
        select(table)
        .where(table.c.replica_uid == before, table.c.seq > common)
        .order_by(table.c.seq)
    ).mappings()
    prev = None
    for row in rows.all():
        said = {key: value for key, value in row.items() if key != "hash"}
        said |= {"replica_uid": name, "seq": row["seq"] - common}
        if prev is not None:
            said["prev"] = prev
        prev = digest({key: plain(value) for key, value in said.items()})
        session.execute(
            update(ChangeLog).where(ChangeLog.hash == row["hash"]).values({**said, "hash": prev})
        )
        session.execute(
            update(Exchange).where(Exchange.log_head == row["hash"]).values(log_head=prev)
        )


def _stamp_anew(session: Session, table: Any, before: str, common: int, name: str) -> None:
    """Let rows written since the parting say so."""
    assert isinstance(table, Table)  # noqa: S101  declarative classes map one table each
    keys = list(table.primary_key.columns)
    changed = []
    for row in session.execute(select(*keys, table.c.stamp)).all():
        counters = stamps.parse(row.stamp)
        since = counters.get(before, 0) - common
        if since > 0:
            counters = {**counters, before: common, name: since}
            if not common:
                del counters[before]
            at = {f"key_{key.name}": value for key, value in zip(keys, row, strict=False)}
            changed.append({**at, "anew": stamps.write(counters)})
    if changed:
        where = [key == bindparam(f"key_{key.name}") for key in keys]
        session.connection().execute(
            update(table).where(*where).values(stamp=bindparam("anew")), changed
        )
