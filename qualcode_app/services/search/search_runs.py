"""Kept searches: that nothing was found in 25 documents is a result."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.search_query import Query
from qualcode_app.models.people import Coder
from qualcode_app.models.registers import SearchRun
from qualcode_app.services.store import journal


@dataclass(frozen=True, slots=True)
class NewRun:
    """A search about to be kept; it brings its uid, so that redo keeps the very same one."""

    coder_uid: str
    query: Query
    revision_uids: Sequence[str]  # the texts that were searched
    n_hits: int
    uid: str = field(default_factory=journal.new_uid)


@dataclass(frozen=True, slots=True)
class RunRow:
    """A kept search as listed."""

    uid: str
    coder_name: str
    query: Query
    n_documents: int
    n_hits: int
    made_at: datetime


def keep(session: Session, new: NewRun) -> Changes:
    """Keep what was searched, where, and how often it was found."""
    columns = {
        "uid": new.uid,
        "coder_uid": new.coder_uid,
        "query": new.query.words,
        "mode": new.query.key,
        "documents": json.dumps(sorted(new.revision_uids)),
        "n_hits": new.n_hits,
    }
    journal.add(session, "search.keep", Kind.SEARCH_RUN, columns)
    return Changes.of(Kind.SEARCH_RUN, added=[new.uid])


def remove(session: Session, uid: str) -> Changes:
    """Forget a kept search.

    Raises:
        UnknownRecord: It is not in this project.
    """
    journal.remove(session, "search.remove", Kind.SEARCH_RUN, uid)
    return Changes.of(Kind.SEARCH_RUN, removed=[uid])


def rows(session: Session, revision_uid: str | None = None) -> list[RunRow]:
    """Return the kept searches, newest first; on demand those that went through one text."""
    found = session.execute(
        select(SearchRun, Coder.name)
        .join(Coder, Coder.uid == SearchRun.coder_uid)
        .order_by(SearchRun.made_at.desc(), SearchRun.uid)
    )
    return [
        RunRow(
            run.uid,
            name,
            Query.of(run.query, run.mode),
            len(json.loads(run.documents)),
            run.n_hits,
            run.made_at,
        )
        for run, name in found
        if revision_uid is None or revision_uid in json.loads(run.documents)
    ]
