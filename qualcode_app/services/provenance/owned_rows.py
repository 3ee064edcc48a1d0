"""Rows that name a coder: which they are, what may stand only once, and what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.models import aggregates, raw, references
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.base import uid_text
from qualcode_app.models.codings import Coding
from qualcode_app.services.codebook import code_state
from qualcode_app.services.memos import memos


def known(session: Session, uid: str) -> Stored:
    """Return a coder.

    Raises:
        UnknownRecord: The coder is not in this project.
    """
    found = aggregates.read_one(session.connection(), Kind.CODER, uid)
    if found is None:
        raise UnknownRecord("This coder is not in the project any more. Choose another.")
    return found


def owned(session: Session, coder_uid: str) -> dict[Kind, list[str]]:
    """Return all rows that name a coder."""
    found: dict[Kind, list[str]] = defaultdict(list)
    pairs = references.pairs(session.connection(), {Kind.CODER: [raw.uid_bytes(coder_uid)]})
    for kind, owner, _, _ in pairs:
        found[kind].append(uid_text(owner))
    return found


def held(session: Session, kind: Kind, coder_uid: str) -> dict[tuple[Any, ...], Stored]:
    """Return what a coder's rows hold that may be held only once."""
    uids = owned(session, coder_uid).get(kind, [])
    stored = aggregates.read(session.connection(), kind, uids).values()
    return {key: one for one in stored for key in keys(one, coder_uid)}


def keys(stored: Stored, coder_uid: str) -> list[tuple[Any, ...]]:
    """Return what a row would hold, were it a coder's, of what may be held only once."""
    root = {**stored.root, "coder_uid": coder_uid}
    sets = [
        columns
        for columns in references.unique_columns(stored.kind)
        if stored.kind is not Kind.CODING or "code_uid" in columns
    ]
    keys = [tuple(root[name] for name in columns) for columns in sets]
    return [key for key in keys if None not in key]


def says(stored: Stored) -> dict[str, Any]:
    """Return what a row says, whoever says it."""
    said = {k: v for k, v in stored.content().items() if k not in ("uid", "coder_uid")}
    owner = stored.uid
    return {
        name: [
            {k: v for k, v in row.items() if v != owner} if isinstance(row, dict) else row
            for row in value
        ]
        if isinstance(value, list)
        else value
        for name, value in said.items()
    }


def give(
    session: Session, act: str, rows: Mapping[Kind, Collection[str]], coder_uid: str
) -> Changes:
    """Make a coder the owner of rows."""
    changes = Changes()
    for kind, uids in rows.items():
        columns = {uid: {"coder_uid": coder_uid} for uid in uids}
        changed = code_state.change_many(session, act, kind, columns)
        changes |= Changes.of(kind, changed=changed)
    return changes


def is_second_primary(session: Session, stored: Stored, coder_uid: str) -> bool:
    """Tell whether a coder has another primary coding on the very place of this one."""
    root = stored.root
    if stored.kind is not Kind.CODING or not root["is_primary"]:
        return False
    same_place = select(Coding.uid).where(
        Coding.coder_uid == coder_uid,
        Coding.round_uid == root["round_uid"],
        Coding.revision_uid == root["revision_uid"],
        Coding.start_char == root["start_char"],
        Coding.end_char == root["end_char"],
        Coding.is_primary,
    )
    return session.scalar(same_place.limit(1)) is not None


def note_on(session: Session, memo: Stored) -> Stored | None:
    """Return the note that a coding carries already, where a memo is to be its note too."""
    root = memo.root
    if root["target_kind"] != Kind.CODING.value or root["kind"] != "note":
        return None
    there = memos.kept(session, Kind.CODING, root["target_uid"])
    return next((one for one in there if one.root["kind"] == "note"), None)
