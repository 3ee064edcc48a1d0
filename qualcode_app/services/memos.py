"""Notes on anything in the project."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.cases import Memo
from qualcode_app.services import journal


def write(session: Session, target: Kind, target_uid: str, coder_uid: str, text: str) -> Changes:
    """Write, change or clear the one note a target carries."""
    text = text.strip()
    there = session.scalar(
        select(Memo.uid).where(
            Memo.target_kind == target.value, Memo.target_uid == target_uid, Memo.kind == "note"
        )
    )
    if there is None and not text:
        return Changes()
    if there is None:
        uid = journal.derived_uid(target_uid, "note")
        columns = {
            "uid": uid,
            "coder_uid": coder_uid,
            "kind": "note",
            "target_kind": target.value,
            "target_uid": target_uid,
            "revision_uid": None,
            "start_char": None,
            "end_char": None,
            "text": text,
        }
        journal.add(session, "memo.add", Kind.MEMO, columns)
        return Changes.of(Kind.MEMO, added=[uid])
    if not text:
        journal.remove(session, "memo.remove", Kind.MEMO, there)
        return Changes.of(Kind.MEMO, removed=[there])
    journal.change(session, "memo.change", Kind.MEMO, there, {"text": text})
    return Changes.of(Kind.MEMO, changed=[there])


def remove_from(session: Session, target: Kind, target_uid: str) -> Changes:
    """Remove every note on a target that is about to go."""
    uids = _on(session, target, target_uid)
    for uid in uids:
        journal.remove(session, "memo.remove", Kind.MEMO, uid)
    return Changes.of(Kind.MEMO, removed=uids) if uids else Changes()


def kept(session: Session, target: Kind, target_uid: str) -> tuple[Stored, ...]:
    """Return every note on a target, to be put back with it."""
    uids = _on(session, target, target_uid)
    return tuple(aggregates.read(session.connection(), Kind.MEMO, uids).values())


def _on(session: Session, target: Kind, target_uid: str) -> list[str]:
    return list(
        session.scalars(
            select(Memo.uid).where(Memo.target_kind == target.value, Memo.target_uid == target_uid)
        )
    )
