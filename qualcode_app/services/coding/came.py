"""Codings by where they came from and when they were made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.models.codings import Coding
from qualcode_app.models.history import BatchRow


@dataclass(frozen=True, slots=True)
class Came:
    """An origin and a time; an empty one limits nothing.

    Args:
        batch_uid: Came in, or were changed, with this batch.
        replica_uids: Written in one of these copies of the project.
        since: Made at this moment or later.
        until: Made before this moment.
    """

    batch_uid: str = ""
    replica_uids: frozenset[str] = frozenset()
    since: datetime | None = None
    until: datetime | None = None

    @property
    def is_on(self) -> bool:
        """Whether anything is limited."""
        return self != ANYWHERE


ANYWHERE = Came()


def limit(query: Select[Any], came: Came) -> Select[Any]:
    """Return a query about codings that asks for those of an origin and time only."""
    if came.batch_uid:
        with_it = select(BatchRow.row_uid).where(
            BatchRow.batch_uid == came.batch_uid, BatchRow.kind == Kind.CODING.value
        )
        query = query.where(Coding.uid.in_(with_it))
    if came.replica_uids:
        written = [Coding.stamp.contains(f"{uid}:") for uid in sorted(came.replica_uids)]
        query = query.where(or_(*written))
    if came.since is not None:
        query = query.where(Coding.made_at >= came.since)
    if came.until is not None:
        query = query.where(Coding.made_at < came.until)
    return query


def uids(session: Session, came: Came) -> list[str]:
    """Return the codings of an origin and time."""
    return list(session.scalars(limit(select(Coding.uid), came)))
