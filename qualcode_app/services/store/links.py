"""The log as a chain: every act adds one link, whose hash holds that of the link before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, insert, select

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.content import digest, plain
from qualcode_app.models.history import ChangeLog

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """The next link of a copy's chain."""

    connection: Connection
    replica_uid: str
    author_uid: str
    seq: int
    prev: str
    at: datetime

    @classmethod
    def next(cls, connection: Connection, replica_uid: str, author_uid: str) -> Link:
        """Return the link that comes after all that are in the file."""
        last = connection.execute(_last_link(), {"replica_uid": replica_uid}).first()
        seq, prev = (last.seq + 1, last.hash) if last else (1, "")
        return cls(connection, replica_uid, author_uid, seq, prev, datetime.now(UTC))

    def after(self, entry: Entry) -> Link:
        """Return the link that comes after an entry."""
        return replace(self, seq=self.seq + 1, prev=entry["hash"])

    def stamp(self, *known: str) -> str:
        """Return a stamp of this link that covers others."""
        return stamps.advance(stamps.join(*known), self.replica_uid, self.seq)

    def entry(
        self,
        act: str,
        kind: Kind,
        row_uid: str | None,
        before: str | None,
        after: str | None,
        n_rows: int = 1,
    ) -> Entry:
        """Return what is to stand in the log."""
        said = {
            "prev": self.prev,
            "replica_uid": self.replica_uid,
            "seq": self.seq,
            "at": self.at,
            "coder_uid": self.author_uid,
            "act": act,
            "kind": kind.value,
            "row_uid": row_uid,
            "before_digest": before,
            "after_digest": after,
            "n_rows": n_rows,
        }
        return {"hash": digest({name: plain(value) for name, value in said.items()}), **said}

    def write(self, *entries: Entry) -> None:
        """Put entries into the log; without any leave it as it is."""
        if entries:
            self.connection.execute(_new_links(), list(entries))


# Made once, for every act asks them and making a statement costs more than running it.


@cache
def _last_link() -> Any:
    return (
        select(ChangeLog.seq, ChangeLog.hash)
        .where(ChangeLog.replica_uid == bindparam("replica_uid"))
        .order_by(ChangeLog.seq.desc())
        .limit(1)
    )


@cache
def _new_links() -> Insert:
    return insert(ChangeLog)
