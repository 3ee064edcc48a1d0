"""What went out: each file with the rows it held, so that a later merge can explain itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.models import raw
from qualcode_app.models.codebooks import Code
from qualcode_app.models.history import Exchange
from qualcode_app.services.store import journal

Digests = list[tuple[Kind, bytes, str]]


def note(session: Session, replica: str, coder_uid: str, rows: Digests) -> Changes:
    """Keep which file went to whom, where our log stood, and what every row said then."""
    uid = journal.new_uid()
    session.add(
        Exchange(
            uid=uid,
            replica_uid=replica,
            coder_uid=coder_uid,
            direction="out",
            at=datetime.now(UTC),
            log_head=journal.head(session),
        )
    )
    session.flush()
    session.connection().exec_driver_sql(
        "INSERT INTO exchange_row (exchange_uid, kind, row_uid, digest) VALUES (?, ?, ?, ?)",
        [(raw.uid_bytes(uid), kind.value, row, digest) for kind, row, digest in rows],
    )
    return Changes()


def has_file(session: Session, coder_uid: str) -> bool:
    """Tell whether a file went to a coder before: what goes out now is an update of it."""
    out = select(Exchange.uid).where(Exchange.coder_uid == coder_uid, Exchange.direction == "out")
    return session.scalar(out.limit(1)) is not None


def refresh(session: Session, replica: str, code_uids: Sequence[str]) -> Mapping[str, str]:
    """Give codes that an update shows in part a stamp that is newer than what the coder has.

    Ours covers it, so that the part which was shown never takes the place of the whole, and an
    edit of it clashes with ours instead. It counts under a name of its own: under that of the
    file, the coder's first act there would bear the very same stamp.

    Returns:
        The stamp in the update by uid of the code.
    """
    rows = session.execute(select(Code.uid, Code.stamp).where(Code.uid.in_(code_uids))).all()
    if not rows:
        return {}
    shown = {}
    showing = journal.derived_uid(replica, "shown in part")
    for uid, stamp in rows:
        shown[uid] = stamps.advance(stamp, showing, 1)
        ours = journal.next_stamp(session, stamp, shown[uid])
        session.execute(update(Code).where(Code.uid == uid).values(stamp=ours))
    journal.note(session, "handout.update", Kind.CODE, sorted(shown.values()))
    return shown
