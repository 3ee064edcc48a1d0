"""What happened: acts by document, code and coder, as the log and the batches tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.models import aggregates
from qualcode_app.models.base import Base
from qualcode_app.models.cases import Memo
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Revision
from qualcode_app.models.history import Batch, BatchRow, ChangeLog
from qualcode_app.models.people import Coder, ReadingStatus
from qualcode_app.models.registers import Judgement
from qualcode_app.services.coding.came import ANYWHERE, Came
from qualcode_app.services.merging.outcomes import OURS, Version, words_of
from qualcode_app.services.store import journal
from qualcode_app.services.teams import arrivals

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class About:
    """Whose or what history is asked; an empty one is that of everything."""

    document_uid: str = ""
    code_uid: str = ""
    coder_uid: str = ""
    came: Came = ANYWHERE  # with which batch or file, and when


@dataclass(frozen=True, slots=True)
class Event:
    """One act.

    Args:
        at: When.
        coder: By whom; empty for somebody who is not in the project any more.
        act: What was done, such as "coding.add".
        kind: To rows of which kind.
        what: The words of the row; empty for many rows, or one that is gone.
        n_rows: How many rows.
        source: The file it was done in; empty for what was done here.
    """

    at: datetime
    coder: str
    act: str
    kind: str
    what: str
    n_rows: int
    source: str


def events(session: Session, about: About | None = None, limit: int = 1000) -> list[Event]:
    """Return the last acts, newest first."""
    asked = about or About()
    uids = _rows_about(session, asked)
    names = {row.uid: row.name for row in session.execute(select(Coder.uid, Coder.name))}
    query = _query(asked)
    found: list[ChangeLog] = []
    if uids is None:
        found = list(session.scalars(query.limit(limit)))
    else:
        for some in _portions(sorted(uids)):
            found += session.scalars(query.where(ChangeLog.row_uid.in_(some)).limit(limit))
        found.sort(key=lambda row: (row.at, row.seq), reverse=True)
    words = _words(session, found[:limit])
    files = _files(session)
    told = [
        Event(
            row.at,
            names.get(row.coder_uid, ""),
            row.act,
            row.kind,
            words.get(row.row_uid or "", ""),
            row.n_rows,
            files.get(row.replica_uid, ""),
        )
        for row in found[:limit]
    ]
    if uids is not None or asked.came.batch_uid:
        told += _merged(session, uids, asked, names)
    return sorted(told, key=lambda event: event.at, reverse=True)[:limit]


def _query(asked: About) -> Select[Any]:
    """Return the acts of a coder, file, batch and time, newest first."""
    came = asked.came
    query = select(ChangeLog).order_by(ChangeLog.at.desc(), ChangeLog.seq.desc())
    if asked.coder_uid:
        query = query.where(ChangeLog.coder_uid == asked.coder_uid)
    if came.replica_uids:
        query = query.where(ChangeLog.replica_uid.in_(came.replica_uids))
    if came.batch_uid:
        with_it = select(BatchRow.row_uid).where(BatchRow.batch_uid == came.batch_uid)
        query = query.where(ChangeLog.row_uid.in_(with_it))
    if came.since is not None:
        query = query.where(ChangeLog.at >= came.since)
    if came.until is not None:
        query = query.where(ChangeLog.at < came.until)
    return query


def _files(session: Session) -> dict[str, str]:
    """Return by copy of the project the file in which its acts came here."""
    return {
        replica: one.name
        for listed in reversed(arrivals.files(session).values())
        for one in listed
        for replica in one.replica_uids
        if replica != journal.pen(session).replica_uid
    }


def _rows_about(session: Session, asked: About) -> set[str] | None:
    """Return the rows whose acts are asked; None for all."""
    if not asked.document_uid and not asked.code_uid:
        return None
    sets = []
    if asked.document_uid:
        revisions = select(Revision.uid).where(Revision.document_uid == asked.document_uid)
        sets.append(
            {asked.document_uid}
            | _uids(session, Revision, Revision.document_uid == asked.document_uid)
            | _uids(session, Coding, Coding.revision_uid.in_(revisions))
            | _uids(session, ReadingStatus, ReadingStatus.document_uid == asked.document_uid)
            | _uids(session, Judgement, Judgement.document_uid == asked.document_uid)
        )
    if asked.code_uid:
        sets.append({asked.code_uid} | _uids(session, Coding, Coding.code_uid == asked.code_uid))
    rows = set.intersection(*sets)
    notes = {
        uid
        for some in _portions(sorted(rows))
        for uid in _uids(session, Memo, Memo.target_uid.in_(some))
    }
    return rows | notes


def _uids(session: Session, model: type[Base], where: ColumnElement[bool]) -> set[str]:
    return set(session.scalars(select(model.__table__.c.uid).where(where)))


def _words(session: Session, rows: Collection[ChangeLog]) -> dict[str, str]:
    by_kind: dict[Kind, set[str]] = {}
    for row in rows:
        if row.row_uid is not None:
            by_kind.setdefault(Kind(row.kind), set()).add(row.row_uid)
    return {
        uid: words_of(Version(OURS, "", stored))
        for kind, uids in by_kind.items()
        for uid, stored in aggregates.read(session.connection(), kind, uids).items()
    }


def _merged(
    session: Session, uids: Collection[str] | None, asked: About, names: dict[str, str]
) -> Iterator[Event]:
    """Yield what merges and imports did to these rows, a line per batch and kind."""
    came = asked.came
    counted: dict[tuple[str, str, str], int] = {}
    for some in [None] if uids is None else _portions(sorted(uids)):
        rows = select(BatchRow.batch_uid, BatchRow.kind, BatchRow.effect, func.count()).group_by(
            BatchRow.batch_uid, BatchRow.kind, BatchRow.effect
        )
        if some is not None:
            rows = rows.where(BatchRow.row_uid.in_(some))
        if came.batch_uid:
            rows = rows.where(BatchRow.batch_uid == came.batch_uid)
        for batch_uid, kind, effect, n in session.execute(rows):
            counted[batch_uid, kind, effect] = counted.get((batch_uid, kind, effect), 0) + n
    batches = {batch.uid: batch for batch in session.scalars(select(Batch))}
    for (uid, kind, effect), n in counted.items():
        batch = batches.get(uid)
        if batch is not None and _is_asked(batch, asked):
            coder, act = names.get(batch.coder_uid, ""), f"{batch.kind}.{effect}"
            yield Event(batch.made_at, coder, act, kind, "", n, batch.label)


def _is_asked(batch: Batch, asked: About) -> bool:
    """Tell whether a batch is of the coder and time that are asked; of a part of it, never."""
    came = asked.came
    return (
        not came.replica_uids
        and asked.coder_uid in ("", batch.coder_uid)
        and (came.since is None or batch.made_at >= came.since)
        and (came.until is None or batch.made_at < came.until)
    )


def _portions(uids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(uids), _AT_ONCE):
        yield uids[start : start + _AT_ONCE]
