"""Rounds that a hand-out opens: training and recoding, one of each kind at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.models.people import Round
from qualcode_app.services.store import journal

RoundKind = Literal["independent", "training", "recoding"]


def current(session: Session, kind: RoundKind) -> str | None:
    """Return the open round of a kind, None when there is none yet."""
    return session.scalar(
        select(Round.uid)
        .where(Round.kind == kind, Round.closed_at.is_(None))
        .order_by(Round.number, Round.uid)
        .limit(1)
    )


def ensure(session: Session, kind: RoundKind) -> tuple[str, Changes]:
    """Return the open round of a kind, opened now where there is none."""
    found = current(session, kind)
    if found is not None:
        return found, Changes()
    highest = session.scalar(select(func.max(Round.number)).where(Round.kind != "consensus")) or 0
    uid = journal.new_uid()
    columns = {
        "uid": uid,
        "number": highest + 1,
        "title": str(highest + 1),
        "kind": kind,
        "version_uid": None,
        "opened_at": datetime.now(UTC),
        "closed_at": None,
    }
    journal.add(session, "round.add", Kind.ROUND, columns)
    return uid, Changes.of(Kind.ROUND, added=[uid])
