"""Where codes stand and what becomes of them: move, merge, split, retire, revive."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.codebooks import Code
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document, Revision
from qualcode_app.models.history import Alias
from qualcode_app.services.codebook import code_edits, code_state, codebook_rows
from qualcode_app.services.codebook.code_edits import NewCode
from qualcode_app.services.store import journal


def move(
    session: Session, uid: str, parent_uid: str | None, before_uid: str | None, reason: str
) -> Changes:
    """Put a code below another one, or at the top, before a brother or as the last one.

    Raises:
        UnknownRecord: A code is not in this project.
        RefusedChange: The new parent is the code itself, is below it, or is of another codebook.
    """
    code = code_state.known(session, uid)
    if parent_uid is not None:
        parent = code_state.known(session, parent_uid)
        if parent_uid in code_state.below(session, uid):
            raise RefusedChange(
                "{key} cannot be put below itself. Choose another place.", key=code.key
            )
        if parent.codebook_uid != code.codebook_uid:
            raise RefusedChange(
                "{key} is of another codebook than {parent}. Choose a place in its own.",
                key=code.key,
                parent=parent.key,
            )
    brothers = [
        (row.uid, row.position)
        for row in session.execute(
            select(Code.uid, Code.position)
            .where(
                Code.codebook_uid == code.codebook_uid,
                Code.parent_uid == parent_uid if parent_uid else Code.parent_uid.is_(None),
                Code.uid != uid,
            )
            .order_by(Code.position, Code.uid)
        )
    ]
    at = next((i for i, row in enumerate(brothers) if row[0] == before_uid), len(brothers))
    left = brothers[at - 1][1] if at else ""
    right = brothers[at][1] if at < len(brothers) else ""
    columns = {"parent_uid": parent_uid, "position": between(left, right)}
    return code_state.change_codes(session, "code.move", {uid: columns}, reason)


def between(left: str, right: str) -> str:
    """Return a sort key between two others; an empty one is the end of the row."""
    if not right:
        return codebook_rows.sort_key(int((left or "0")[:9]) // 1000)
    width = max(len(left), len(right), 9)
    low, high = int(left.ljust(width, "0") or "0"), int(right.ljust(width, "0"))
    if high - low >= 2:
        return f"{(low + high) // 2:0{width}d}"
    return f"{low:0{width}d}5"


def merge(session: Session, uid: str, into_uid: str, succession_uid: str, reason: str) -> Changes:
    """Give the codings and sub-codes of a code to another, and retire the code.

    A coding stays where it is when the same coder has put the other code on the very place:
    it is listed for review then. Moved codings keep the revision they were made with.

    Raises:
        UnknownRecord: A code is not in this project.
        RefusedChange: It is the same code, one below it, or of another codebook.
    """
    code, into = code_state.known(session, uid), code_state.known(session, into_uid)
    if into_uid in code_state.below(session, uid):
        raise RefusedChange(
            "{key} cannot be merged into itself or a code below it. Choose another.", key=code.key
        )
    if into.codebook_uid != code.codebook_uid:
        raise RefusedChange("Only codes of one codebook can be merged. Choose another.")
    if into.status == "retired":
        raise RefusedChange("{key} is retired. Revive it first.", key=into.key)
    moved = free_to_move(session, uid, into_uid)
    changed = code_state.change_many(
        session, "code.merge", Kind.CODING, {each: {"code_uid": into_uid} for each in moved}
    )
    children = session.scalars(select(Code.uid).where(Code.parent_uid == uid)).all()
    below = {child: {"parent_uid": into_uid} for child in children}
    changes = Changes.of(Kind.CODING, changed=changed)
    changes |= code_state.change_codes(session, "code.merge", below, reason)
    changes |= code_state.change_codes(session, "code.merge", {uid: {"status": "retired"}}, reason)
    alias = {"kind": Kind.CODE.value, "from_uid": uid, "to_uid": into_uid}
    session.execute(insert(Alias).prefix_with("OR REPLACE"), alias)  # for codings yet to come in
    return changes | _succeed(session, uid, [(into_uid, succession_uid)], "merge")


def split(
    session: Session, uid: str, new: Sequence[NewCode], succession_uids: Sequence[str], reason: str
) -> Changes:
    """Make several codes of one and retire it; its codings are listed for review.

    Raises:
        UnknownRecord: The code is not in this project.
        RefusedChange: There are fewer than two new codes, one is not sound, or it has sub-codes.
    """
    code = code_state.known(session, uid)
    if len(new) < 2:
        raise RefusedChange("A split needs at least two new codes. Name another.")
    has_children = select(Code.uid).where(Code.parent_uid == uid, Code.status != "retired")
    if session.scalar(has_children.limit(1)):
        raise RefusedChange("{key} has codes below it. Move them first.", key=code.key)
    changes = Changes()
    for each in new:
        changes |= code_edits.add(session, each, reason)
    changes |= code_state.change_codes(session, "code.split", {uid: {"status": "retired"}}, reason)
    pairs = list(zip((each.uid for each in new), succession_uids, strict=True))
    return changes | _succeed(session, uid, pairs, "split")


def retire(session: Session, uid: str, reason: str) -> Changes:
    """Take a code and all below it out of use; codings made with them stay.

    Raises:
        UnknownRecord: The code is not in this project.
    """
    code_state.known(session, uid)
    rows = {each: {"status": "retired"} for each in code_state.below(session, uid)}
    return code_state.change_codes(session, "code.retire", rows, reason)


def revive(session: Session, uid: str, reason: str) -> Changes:
    """Take a retired code into use again.

    Raises:
        UnknownRecord: The code is not in this project.
        RefusedChange: The code above it is retired.
    """
    code = code_state.known(session, uid)
    parent = code_state.known(session, code.parent_uid) if code.parent_uid else None
    if parent is not None and parent.status == "retired":
        raise RefusedChange(
            "{parent} above {key} is retired. Revive it first.", parent=parent.key, key=code.key
        )
    code_state.forget_aliases(session, [uid])
    return code_state.change_codes(session, "code.revive", {uid: {"status": "draft"}}, reason)


def free_to_move(session: Session, uid: str, into_uid: str) -> list[str]:
    """Return the codings of a code on places where their coder has not put the other code.

    They come by document and place.
    """
    query = select(
        Coding.uid,
        Coding.kind,
        Coding.coder_uid,
        Coding.round_uid,
        Coding.revision_uid,
        Coding.start_char,
        Coding.end_char,
    )
    there = query.where(Coding.code_uid == into_uid, Coding.kind == "text")
    taken = {tuple(place) for _, _, *place in session.execute(there)}
    of_code = (
        query.join(Revision, Revision.uid == Coding.revision_uid)
        .join(Document, Document.uid == Revision.document_uid)
        .where(Coding.code_uid == uid)
        .order_by(Document.position, Document.title, Coding.start_char, Coding.uid)
    )
    return [
        coding_uid
        for coding_uid, kind, *place in session.execute(of_code)
        if kind == "area" or tuple(place) not in taken
    ]


def _succeed(session: Session, uid: str, into: Sequence[tuple[str, str]], kind: str) -> Changes:
    for into_uid, succession_uid in into:
        columns = {
            "uid": succession_uid,
            "from_code_uid": uid,
            "to_code_uid": into_uid,
            "kind": kind,
            "version_uid": None,
        }
        journal.add(session, f"code.{kind}", Kind.SUCCESSION, columns)
    return Changes.of(Kind.SUCCESSION, added=[uid for _, uid in into])
