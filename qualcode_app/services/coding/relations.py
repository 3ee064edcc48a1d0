"""Relations that a coder laid between two codings: nearness alone proves no link."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal, get_args

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.codings import Coding, Relation
from qualcode_app.services.store import journal

RelationKind = Literal["link", "tension", "condition"]
KINDS: tuple[RelationKind, ...] = get_args(RelationKind)


@dataclass(frozen=True, slots=True)
class NewRelation:
    """A relation about to be laid; of a condition the first coding is what is required."""

    from_uid: str
    to_uid: str
    kind: RelationKind
    note: str = ""
    uid: str = field(default_factory=journal.new_uid)


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation as listed."""

    uid: str
    from_uid: str
    to_uid: str
    kind: str
    note: str


def add(session: Session, new: NewRelation) -> Changes:
    """Lay a relation between two codings.

    Raises:
        UnknownRecord: A coding is not in this project.
        RefusedChange: Both are the same coding, or the relation is there already.
    """
    if new.from_uid == new.to_uid:
        raise RefusedChange("A relation joins two codings. Choose another one.")
    for uid in (new.from_uid, new.to_uid):
        if session.get(Coding, uid) is None:
            raise UnknownRecord("This coding was removed from the project. Choose another.")
    for known in rows(session, [new.from_uid]):
        if known.kind == new.kind and {known.from_uid, known.to_uid} == {new.from_uid, new.to_uid}:
            raise RefusedChange(
                "This relation is laid already. Choose another coding, or another kind of relation."
            )
    columns = {
        "uid": new.uid,
        "from_coding_uid": new.from_uid,
        "to_coding_uid": new.to_uid,
        "kind": new.kind,
        "note": new.note.strip(),
    }
    journal.add(session, "relation.add", Kind.RELATION, columns)
    return Changes.of(Kind.RELATION, added=[new.uid])


def remove(session: Session, uid: str) -> Changes:
    """Take a relation away.

    Raises:
        UnknownRecord: It is not in this project.
    """
    journal.remove(session, "relation.remove", Kind.RELATION, uid)
    return Changes.of(Kind.RELATION, removed=[uid])


def rows(session: Session, coding_uids: Collection[str]) -> list[RelationRow]:
    """Return the relations of codings."""
    query = (
        select(
            Relation.uid,
            Relation.from_coding_uid,
            Relation.to_coding_uid,
            Relation.kind,
            Relation.note,
        )
        .where(
            or_(Relation.from_coding_uid.in_(coding_uids), Relation.to_coding_uid.in_(coding_uids))
        )
        .order_by(Relation.made_at, Relation.uid)
    )
    return [RelationRow(*row) for row in session.execute(query)]


def kept(session: Session, coding_uid: str) -> tuple[Stored, ...]:
    """Return the relations of a coding, to be put back."""
    uids = [row.uid for row in rows(session, [coding_uid])]
    return tuple(aggregates.read(session.connection(), Kind.RELATION, uids).values())


def remove_from(session: Session, coding_uid: str) -> Changes:
    """Take away the relations of a coding that goes."""
    uids = [row.uid for row in rows(session, [coding_uid])]
    for uid in uids:
        journal.remove(session, "relation.remove", Kind.RELATION, uid)
    return Changes.of(Kind.RELATION, removed=uids) if uids else Changes()


def put_back(session: Session, stored: Collection[Stored]) -> Changes:
    """Bring relations back under their own uids."""
    for one in stored:
        journal.put_back(session, "relation.put_back", one)
    uids = [one.uid for one in stored]
    return Changes.of(Kind.RELATION, added=uids) if uids else Changes()
