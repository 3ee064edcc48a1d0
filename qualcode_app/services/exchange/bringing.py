"""Rows of another program's file come in as one batch: every import of projects shares this.

A plan is made first and changes nothing; it ends as rows with uids of their own. Taking them in
is one transaction, and its batch can be withdrawn. Rows that are here already are left as they
are, so a second import of the same file adds nothing.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.progress import Progress
from qualcode_app.models import aggregates, raw
from qualcode_app.models.history import Batch, Tombstone
from qualcode_app.services.merging import batches
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow

AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file rows come from; its digest tells whether this very file came in before."""

    name: str
    sha256: str

    @classmethod
    def of(cls, path: Path, name: str = "") -> SourceFile:
        """Read the digest of a file, which may go by another name."""
        with path.open("rb") as file:
            return cls(name or path.name, hashlib.file_digest(file, "sha256").hexdigest())


def came_before(session: Session, source: SourceFile) -> bool:
    """Tell whether a batch of this very file is in the project and was not withdrawn."""
    query = select(Batch.uid).where(
        Batch.source_sha256 == source.sha256, Batch.withdrawn_at.is_(None)
    )
    return session.scalar(query.limit(1)) is not None


def present(session: Session, kind: Kind, uids: Iterable[str]) -> set[str]:
    """Return which of these rows are in the project, or were deleted there on purpose."""
    wanted = list(uids)
    root = aggregates.BY_KIND[kind].root
    found: set[str] = set()
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        found.update(session.scalars(select(root.c.uid).where(root.c.uid.in_(some))))
        graves = select(Tombstone.row_uid).where(
            Tombstone.kind == kind.value, Tombstone.row_uid.in_(some)
        )
        found.update(session.scalars(graves))
    return found


def bring(
    session: Session,
    batch_uid: str,
    source: SourceFile,
    rows: Sequence[NewRow],
    progress: Progress,
) -> None:
    """Write new rows as one batch, in the order given; those of one kind are one act.

    Args:
        session: Where they go.
        batch_uid: What the batch is called, so that whoever asked can withdraw it.
        source: Where they come from.
        rows: None of them may be in the project.
        progress: Called per portion.
    """
    batch = batches.open_own(session, batch_uid, "import", source.name, source_sha256=source.sha256)
    by_kind: dict[Kind, list[NewRow]] = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    done = 0
    for kind, listed in by_kind.items():
        for start in range(0, len(listed), AT_ONCE):
            some = listed[start : start + AT_ONCE]
            stored = journal.add_many(session, f"{kind.value}.import", some)
            noted = [(raw.uid_bytes(one.uid), one.digest()) for one in stored]
            batch.added_raw(kind, noted)
            done += len(some)
            progress.report(done, len(rows))
    batch.flush()
