"""Memos on anything in the project: notes, questions and decisions, apart from the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.cases import Memo
from qualcode_app.services.store import journal

KINDS = ("note", "question", "decision")
TARGETS = ("project", "document", "code", "coding", "place")


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
        if session.get(Memo, uid) is not None:  # it became a question or a decision
            uid = journal.new_uid()
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


@dataclass(frozen=True, slots=True)
class Target:
    """What a memo is about: a row, or a place in a text without a coding.

    `kind` is project, document, code, coding, claim or place; a place has a revision and an anchor
    and no uid.
    """

    kind: str
    uid: str | None = None
    revision_uid: str | None = None
    anchor: TextAnchor | None = None


@dataclass(frozen=True, slots=True)
class NewMemo:
    """A memo about to be written; it brings its uid, so that redo writes the very same one."""

    target: Target
    kind: str  # note, question or decision
    coder_uid: str
    text: str
    uid: str = field(default_factory=journal.new_uid)


def add(session: Session, new: NewMemo) -> Changes:
    """Write a memo.

    Raises:
        RefusedChange: It has no words, or the coding carries a note already.
    """
    text = _words(new.text)
    target = new.target
    _refuse_second_note(session, target.kind, target.uid, new.kind)
    columns = {
        "uid": new.uid,
        "coder_uid": new.coder_uid,
        "kind": new.kind,
        "target_kind": target.kind,
        "target_uid": target.uid,
        "revision_uid": target.revision_uid,
        "start_char": target.anchor.start if target.anchor else None,
        "end_char": target.anchor.end if target.anchor else None,
        "text": text,
    }
    journal.add(session, "memo.add", Kind.MEMO, columns)
    return Changes.of(Kind.MEMO, added=[new.uid]) | _shown_with(target.kind, target.uid)


def change(session: Session, uid: str, kind: str, text: str) -> Changes:
    """Give a memo another kind or other words.

    Raises:
        UnknownRecord: The memo is not in this project.
        RefusedChange: It has no words, or the coding carries a note already.
    """
    memo = _known(session, uid)
    if kind != memo.kind:
        _refuse_second_note(session, memo.target_kind, memo.target_uid, kind)
    columns = {"kind": kind, "text": _words(text)}
    if not journal.change(session, "memo.change", Kind.MEMO, uid, columns):
        return Changes()
    return Changes.of(Kind.MEMO, changed=[uid]) | _shown_with(memo.target_kind, memo.target_uid)


def remove(session: Session, uid: str) -> Changes:
    """Take a memo away, leaving its tombstone.

    Raises:
        UnknownRecord: The memo is not in this project.
    """
    memo = _known(session, uid)
    journal.remove(session, "memo.remove", Kind.MEMO, uid)
    return Changes.of(Kind.MEMO, removed=[uid]) | _shown_with(memo.target_kind, memo.target_uid)


def keep(session: Session, uid: str) -> Stored:
    """Return a memo, to be put back.

    Raises:
        UnknownRecord: The memo is not in this project.
    """
    stored = aggregates.read_one(session.connection(), Kind.MEMO, uid)
    if stored is None:
        raise UnknownRecord("This memo was removed from the project. Choose another.")
    return stored


def put_back(session: Session, stored: Stored) -> Changes:
    """Bring a removed memo back under its own uid."""
    journal.put_back(session, "memo.put_back", stored)
    shown = _shown_with(str(stored.root["target_kind"]), stored.root["target_uid"])
    return Changes.of(Kind.MEMO, added=[stored.uid]) | shown


def count_on_document(session: Session, document_uid: str, revision_uids: Sequence[str]) -> int:
    """Return how many memos are on a document or on places of its texts."""
    on_it = (Memo.target_kind == Kind.DOCUMENT.value) & (Memo.target_uid == document_uid)
    found = session.scalar(select(func.count()).where(on_it | Memo.revision_uid.in_(revision_uids)))
    return found or 0


def _known(session: Session, uid: str) -> Memo:
    memo = session.get(Memo, uid)
    if memo is None:
        raise UnknownRecord("This memo was removed from the project. Choose another.")
    return memo


def _words(text: str) -> str:
    text = text.strip()
    if not text:
        raise RefusedChange("A memo needs words. Type some, or remove the memo.")
    return text


def _refuse_second_note(session: Session, kind: str, uid: str | None, memo_kind: str) -> None:
    """Keep the one note a coding shows in its row; questions and decisions are free."""
    if kind != Kind.CODING.value or uid is None or memo_kind != "note":
        return
    query = select(Memo.uid).where(
        Memo.target_kind == kind, Memo.target_uid == uid, Memo.kind == "note"
    )
    if session.scalar(query) is not None:
        raise RefusedChange(
            "This coding has a note already. Write on in that one, or choose question or decision."
        )


def _shown_with(kind: str, uid: str | None) -> Changes:
    """Name the coding in whose row a note is shown."""
    if kind != Kind.CODING.value or uid is None:
        return Changes()
    return Changes.of(Kind.CODING, changed=[uid])
