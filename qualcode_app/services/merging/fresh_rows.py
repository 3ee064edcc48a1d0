"""Rows that are not known here at all: copied from file to file as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import UnreadableProject
from qualcode_app.models import indexes, raw
from qualcode_app.models.history import BatchRow
from qualcode_app.models.raw import RawRows
from qualcode_app.services.merging.batches import OpenBatch
from qualcode_app.services.merging.outcomes import Fresh, Key, MergePlan

_MANY = 2000  # rows of a file from which it is worth the while
_ATTACHED_MAX = 9  # SQLite allows ten


def bring(
    session: Session,
    batch: OpenBatch,
    plan: MergePlan,
    others: Sequence[Connection],
    lost: Collection[Key],
) -> Iterator[list[str]]:
    """Copy all fresh rows; yields the digests of each portion once it is written.

    Args:
        session: Where they go.
        batch: Which they come in with.
        plan: Which names them.
        others: The files they lie in.
        lost: Rows that stay out, because what they need was decided to go.

    Raises:
        UnreadableProject: A file holds what its tables do not allow.
    """
    connection = session.connection()
    _check(plan, others)
    out = {(kind, raw.uid_bytes(uid)) for kind, uid in lost}
    shelf = _Attached(connection, plan)
    with indexes.put_off(connection, _coming(plan)):
        for one in plan.fresh:
            schema = shelf.of(one, others[one.file]) if not out else None
            for rows in _portions(plan, one, others[one.file], out):
                digests = list(rows.digests())
                if schema is None:
                    with raw.unchecked(connection):
                        rows.write(connection)
                batch.added_raw(rows.kind, digests)
                yield [digest for _, digest in digests]
            if schema is not None:
                with raw.unchecked(connection):
                    raw.copy_all(connection, one.kind, schema)


class _Attached:
    """Files whose tables can be copied whole: that takes less than half the time."""

    def __init__(self, connection: Connection, plan: MergePlan) -> None:
        self._connection = connection
        self._plan = plan
        self._schemas: dict[int, str] = {}

    def of(self, fresh: Fresh, file: Connection) -> str | None:
        """Return under which name a file is read where all its rows of a kind come as they are."""
        n_rows = len(fresh.stamps)
        root = raw.tables(fresh.kind)[0].name
        if n_rows < _MANY or self._plan.names.of(fresh.kind) or raw.count(file, root) > n_rows:
            return None
        if fresh.file not in self._schemas:
            if len(self._schemas) == _ATTACHED_MAX:
                return None
            self._schemas[fresh.file] = f"file_{fresh.file}"
            path = self._plan.files[fresh.file].path
            raw.attach(self._connection, path, self._schemas[fresh.file])
        return self._schemas[fresh.file]


def _check(plan: MergePlan, others: Sequence[Connection]) -> None:
    """Refuse a file that holds what its tables do not allow.

    Raises:
        UnreadableProject: It was written to by something that does not look.
    """
    for one in plan.fresh:
        root, below = raw.tables(one.kind)
        if any(table.breaks_a_rule(others[one.file]) for table in (root, *below)):
            raise UnreadableProject(
                "{name} holds rows that QualCode does not write, so it is not merged. Ask its "
                "sender for a fresh copy.",
                name=plan.files[one.file].path.name,
            )


def _coming(plan: MergePlan) -> Counter[str]:
    """Return how many rows come into each table; those of children as many as their owners."""
    coming: Counter[str] = Counter()
    for one in plan.fresh:
        root, below = raw.tables(one.kind)
        for name in (root.name, *(table.name for table in below), BatchRow.__tablename__):
            coming[name] += len(one.stamps)
    return coming


def _portions(
    plan: MergePlan, one: Fresh, file: Connection, out: Collection[tuple[Kind, bytes]]
) -> Iterator[RawRows]:
    names = as_bytes(plan.names.of(one.kind))
    uids = [uid for uid in one.stamps if (one.kind, uid) not in out]
    for found in raw.read(file, one.kind, uids):
        yield found.renamed(names)


def as_bytes(names: Mapping[str, str]) -> dict[bytes, bytes]:
    """Return uids as they are stored."""
    return {raw.uid_bytes(old): raw.uid_bytes(new) for old, new in names.items()}
