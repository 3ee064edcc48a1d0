"""What a code has said so far: each revision with its author, time and reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.models.codebooks import Code, CodeRevision
from qualcode_app.models.people import Coder
from qualcode_app.services.codebook import versions

_SILENT = frozenset({"uid", "codebook_uid", "position"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that a revision let say something else."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One revision; the first has no changes, for nothing came before it."""

    at: datetime
    author: str
    reason: str
    changes: tuple[FieldChange, ...]


def rows(session: Session, code_uid: str) -> list[RevisionRow]:
    """Return the revisions of a code, newest first."""
    keys = {row.uid: row.key for row in session.execute(select(Code.uid, Code.key))}
    found: list[RevisionRow] = []
    before: Mapping[str, Any] | None = None
    query = (
        select(
            CodeRevision.content,
            CodeRevision.at,
            func.coalesce(Coder.name, ""),
            CodeRevision.reason,
        )
        .outerjoin(Coder, Coder.uid == CodeRevision.by_uid)
        .where(CodeRevision.code_uid == code_uid)
        .order_by(CodeRevision.at, CodeRevision.digest)
    )
    for content, at, author, reason in session.execute(query):
        now = versions.content_of(content)
        changes = _changes(before, now, keys) if before is not None else ()
        found.append(RevisionRow(at, author, reason, changes))
        before = now
    return found[::-1]


def _changes(
    before: Mapping[str, Any], now: Mapping[str, Any], keys: Mapping[str, str]
) -> tuple[FieldChange, ...]:
    def said(name: str, value: Any) -> str:
        return keys.get(value, "") if name == "parent_uid" else versions.said(value)

    return tuple(
        FieldChange(name, said(name, before.get(name)), said(name, value))
        for name, value in now.items()
        if name not in _SILENT and before.get(name) != value
    )
