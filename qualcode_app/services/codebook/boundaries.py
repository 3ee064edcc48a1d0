"""The rule that parts two codes: written into both, with a revision of each."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.codebooks import Code, CodeBoundary
from qualcode_app.services.codebook import codebook_rows
from qualcode_app.services.store import journal

ACT = "code.boundary"


@dataclass(frozen=True, slots=True)
class Boundary:
    """When not to use a code, and which code to use instead."""

    text: str
    neighbour_uid: str | None


@dataclass(frozen=True, slots=True)
class BoundaryRule:
    """What goes into both codes; an empty text leaves that code as it is."""

    one_uid: str
    other_uid: str
    not_one_when: str  # when the other code is meant, not this one
    not_other_when: str


def of(session: Session, code_uid: str) -> tuple[Boundary, ...]:
    """Return the boundaries of a code in their order.

    Raises:
        UnknownRecord: The code is not in this project.
    """
    if session.get(Code, code_uid) is None:
        raise UnknownRecord("This code was removed from the project. Choose another.")
    rows = session.execute(
        select(CodeBoundary.text, CodeBoundary.neighbour_code_uid)
        .where(CodeBoundary.code_uid == code_uid)
        .order_by(CodeBoundary.ordinal)
    )
    return tuple(Boundary(*row) for row in rows)


def write(session: Session, rule: BoundaryRule, reason: str) -> Changes:
    """Add a rule to both codes.

    Raises:
        UnknownRecord: A code is not in this project.
        RefusedChange: The rule says nothing, or is about one code.
    """
    if rule.one_uid == rule.other_uid:
        raise RefusedChange("A boundary parts two codes. Choose another one.")
    sides = (
        (rule.one_uid, rule.other_uid, " ".join(rule.not_one_when.split())),
        (rule.other_uid, rule.one_uid, " ".join(rule.not_other_when.split())),
    )
    if not any(text for _, _, text in sides):
        raise RefusedChange("The rule is empty. Say when which of the two codes is meant.")
    changes = Changes()
    for uid, neighbour, text in sides:
        known = of(session, uid)
        new = Boundary(text, neighbour)
        if text and new not in known:
            changes |= replace(session, uid, (*known, new), reason)
    return changes


def replace(
    session: Session, code_uid: str, boundaries: tuple[Boundary, ...], reason: str
) -> Changes:
    """Give a code these boundaries, and keep its new state as a revision.

    Raises:
        UnknownRecord: The code, or one that is named, is not in this project.
    """
    for each in boundaries:
        if each.neighbour_uid is not None and session.get(Code, each.neighbour_uid) is None:
            raise UnknownRecord("This code was removed from the project. Choose another.")
    rows = [
        {
            "code_uid": code_uid,
            "ordinal": ordinal,
            "text": each.text,
            "neighbour_code_uid": each.neighbour_uid,
        }
        for ordinal, each in enumerate(boundaries, start=1)
    ]
    if not journal.change(session, ACT, Kind.CODE, code_uid, {}, {"code_boundary": rows}):
        return Changes()
    stored = aggregates.read_one(session.connection(), Kind.CODE, code_uid)
    if stored is not None:
        codebook_rows.note_revisions(session, [stored], reason=reason)
    return Changes.of(Kind.CODE, changed=[code_uid])
