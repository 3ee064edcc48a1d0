"""What a file held when it was handed out: tells who changed what since, and decides nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, exists, func, select

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Kind
from qualcode_app.models import raw
from qualcode_app.models.base import uid_text
from qualcode_app.models.history import Batch, ChangeLog, Exchange, ExchangeRow
from qualcode_app.models.project import ProjectInfo
from qualcode_app.services.merging.outcomes import (
    Effect,
    Key,
    Other,
    Outcome,
    Since,
    SinceThen,
    Story,
    Version,
    Where,
)
from qualcode_app.services.merging.shelf import Row, Shelf

_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class _Out:
    """One file that was made here for somebody."""

    uid: str
    coder_uid: str | None
    at: datetime
    seq: int  # last act in our log at that time
    is_listed: bool  # what its rows said was kept


@dataclass(slots=True)
class _Base:
    """What a file and ours have in common."""

    outs: Sequence[_Out]  # the file itself, and what was sent after it; oldest first
    said: dict[Row, tuple[str, _Out]] = field(default_factory=dict)

    @property
    def last(self) -> _Out:
        return self.outs[-1]


def tell(
    shelf: Shelf, outcomes: Sequence[Outcome], others: Sequence[Other]
) -> list[SinceThen | None]:
    """Return what became of the rows since each file was handed out; None where it was not.

    Args:
        shelf: The files compared.
        outcomes: Rows that change or clash.
        others: The files, in the order of the shelf.
    """
    ours = shelf.files[0]
    bases = _bases(ours, others)
    if not any(bases):
        return [None] * len(others)
    wanted: dict[Kind, set[bytes]] = defaultdict(set)
    for one in outcomes:
        wanted[one.kind].add(raw.uid_bytes(one.uid))
    for some in shelf.behind:
        for kind, uid in some:
            wanted[kind].add(uid)
    here = _Here(ours, wanted)
    found: list[SinceThen | None] = []
    for i, base in enumerate(bases):
        if base is None:
            found.append(None)
            continue
        _read_said(ours, base, wanted)
        found.append(_since(shelf, i, base, outcomes, here))
    return found


def _since(
    shelf: Shelf, file: int, base: _Base, outcomes: Sequence[Outcome], here: _Here
) -> SinceThen:
    counts: Counter[tuple[Kind, Where]] = Counter()
    stories: dict[Key, Story] = {}
    if not base.last.is_listed:  # a plain copy: only when it was made is known
        return SinceThen(base.last.at, None, counts, stories)
    for (kind, from_file), rows in shelf.fresh.items():
        if from_file == file:
            counts[kind, Where.THERE] += len(rows)
    for one in outcomes:
        if shelf.is_joined(one):
            continue  # under the uid it has now it was never handed out
        story = _story(one, file, base, here)
        stories[one.key] = story
        if story.where is not None and one.effect is not Effect.SAME:
            counts[one.kind, story.where] += 1
    for row, stamp in shelf.behind[file].items():
        if row in base.said and here.touched_since(row, stamp, base.said[row][1]):
            counts[row[0], Where.HERE] += 1
    return SinceThen(base.last.at, base.last.coder_uid, counts, stories)


def _story(outcome: Outcome, file: int, base: _Base, here: _Here) -> Story:
    row = outcome.kind, raw.uid_bytes(outcome.uid)
    said, out = base.said.get(row, (None, base.last))
    ours = _became(outcome.ours, said)
    if ours is Since.CHANGED and outcome.ours is not None:
        # A file that shows less of a row than we have says something else from the beginning.
        ours = ours if here.touched_since(row, outcome.ours.stamp, out) else Since.SAME
    return Story(ours, _became(outcome.of(file), said), said)


def _became(now: Version | None, said: str | None) -> Since | None:
    """Return what became of a row on one side; None where it never was there."""
    if now is None or now.stored is None:
        return None if said is None and now is None else Since.DELETED
    if said is None:
        return Since.MADE
    return Since.SAME if now.digest == said else Since.CHANGED


class _Here:
    """When rows were written to in this project."""

    def __init__(self, ours: Connection, wanted: Mapping[Kind, set[bytes]]) -> None:
        replica = ours.scalar(select(ProjectInfo.replica_uid))
        self._replica = str(replica)
        self._came: dict[Row, datetime] = {}  # with a batch, or back when it was withdrawn
        first = "max(max(b.made_at, coalesce(b.withdrawn_at, 0)))"
        for kind, some in _portions(wanted):
            marks = ", ".join("?" * len(some))
            sql = (
                f"SELECT r.row_uid, {first} FROM batch_row r"  # noqa: S608  only marks
                f" JOIN {Batch.__tablename__} b ON b.uid = r.batch_uid"
                f" WHERE r.kind = ? AND r.row_uid IN ({marks}) GROUP BY r.row_uid"
            )
            for uid, at in raw.fetch(ours, sql, [kind.value, *some]):
                self._came[kind, uid] = raw.time(at)

    def touched_since(self, row: Row, stamp: str, out: _Out) -> bool:
        """Tell whether a row that now has this stamp was written to since a file went out."""
        if stamps.parse(stamp).get(self._replica, 0) > out.seq:
            return True
        came = self._came.get(row)
        return came is not None and came > out.at


def _bases(ours: Connection, others: Sequence[Other]) -> list[_Base | None]:
    is_listed = exists().where(ExchangeRow.exchange_uid == Exchange.uid)
    rows = ours.execute(
        select(
            Exchange.replica_uid,
            Exchange.uid,
            Exchange.coder_uid,
            Exchange.at,
            func.coalesce(ChangeLog.seq, 0).label("seq"),
            is_listed.label("is_listed"),
        )
        .join(ChangeLog, ChangeLog.hash == Exchange.log_head, isouter=True)
        .where(Exchange.direction == "out")
    ).all()
    outs = {
        row.replica_uid: _Out(row.uid, row.coder_uid, row.at, row.seq, row.is_listed)
        for row in rows
    }
    return [_base(outs, other) for other in others] if outs else [None] * len(others)


def _base(outs: Mapping[str, _Out], other: Other) -> _Base | None:
    """Return what was handed out that this file comes from: itself, its log or an update of it.

    What is sent back is a new file, which the log of the one it was made from tells.
    """
    sql = (
        "SELECT DISTINCT replica_uid FROM change_log UNION"
        " SELECT source_replica_uid FROM batch WHERE source_replica_uid IS NOT NULL"
    )
    came_by = {uid_text(uid) for (uid,) in raw.fetch(other.connection, sql)}
    from_here = [out for replica, out in outs.items() if replica in came_by]
    own = outs.get(other.replica_uid) or max(from_here, key=lambda out: out.at, default=None)
    if own is None:
        return None
    same = [out for out in from_here if out.coder_uid is not None]
    later = [out for out in same if out.coder_uid == own.coder_uid and out != own]
    return _Base(sorted([own, *later], key=lambda out: out.at))


def _read_said(ours: Connection, base: _Base, wanted: Mapping[Kind, set[bytes]]) -> None:
    for out in base.outs:
        exchange = raw.uid_bytes(out.uid)
        for kind, some in _portions(wanted):
            marks = ", ".join("?" * len(some))
            sql = (
                "SELECT row_uid, digest FROM exchange_row WHERE exchange_uid = ?"  # noqa: S608
                f" AND kind = ? AND row_uid IN ({marks})"
            )
            for uid, digest in raw.fetch(ours, sql, [exchange, kind.value, *some]):
                base.said[kind, uid] = digest, out


def _portions(wanted: Mapping[Kind, set[bytes]]) -> Iterator[tuple[Kind, list[bytes]]]:
    for kind, uids in wanted.items():
        listed = sorted(uids)
        for start in range(0, len(listed), _AT_ONCE):
            yield kind, listed[start : start + _AT_ONCE]
