"""Codings: made, changed, removed and put back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import DuplicateCoding, RefusedChange, UnknownRecord
from qualcode_app.domain.facets import Values
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.cases import Claim, ClaimEvidence
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Revision
from qualcode_app.models.registers import Judgement, JudgementEvidence, Proposition
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import facets, relations, statements
from qualcode_app.services.memos import memos
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.texts.places import Place, Places

_BY_HAND = frozenset({"hand", "unit", "in_vivo"})


@dataclass(frozen=True, slots=True)
class NewCoding:
    """A coding about to be made; it brings its uid, so that redo makes the very same one.

    Without facet values of its own it gets, when made by hand, those the code's side proposes.
    """

    revision_uid: str
    round_uid: str
    coder_uid: str
    code_uid: str
    anchor: TextAnchor
    origin: str = "hand"
    memo: str = ""
    uid: str = field(default_factory=journal.new_uid)
    values: Values | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A removed coding with what hangs on it, to be put back as it was."""

    coding: Stored
    memos: tuple[Stored, ...]
    relations: tuple[Stored, ...] = ()

    @property
    def uid(self) -> str:
        """The uid of the coding."""
        return self.coding.uid


def add(session: Session, new: NewCoding) -> Changes:
    """Put one code on one stretch of text, without white space at its ends.

    Raises:
        UnknownRecord: The document or code is not in this project.
        InvalidAnchor: The place is outside the text, or white space only.
        DuplicateCoding: This coder already put this code on this very place.
    """
    place = Places(session).at(new.revision_uid, new.anchor)
    where = _where(new, place.anchor)
    if session.connection().scalar(statements.same_place(), where) is not None:
        raise DuplicateCoding(
            "You already put this code on this text. "
            "Choose another code, or change the coding that is there."
        )
    row = _row(session, new, place, codebook.digests(session, {new.code_uid}))
    journal.add_many(session, "coding.add", [row])
    changes = Changes.of(Kind.CODING, added=[new.uid])
    if new.memo:
        changes |= memos.write(session, Kind.CODING, new.uid, new.coder_uid, new.memo)
    return changes


def add_many(
    session: Session, act: str, new: Collection[NewCoding], *, batch_uid: str | None = None
) -> Changes:
    """Make many codings as one act; those that exist already are left as they are."""
    places = Places(session, len(new))
    there = taken(session, {one.revision_uid for one in new})
    fresh, rows = [], []
    digests = codebook.digests(session, {one.code_uid for one in new})
    checked: set[tuple[str, Values]] = set()
    for one in new:
        place = places.at(one.revision_uid, one.anchor)
        where = (
            one.coder_uid,
            one.round_uid,
            one.code_uid,
            one.revision_uid,
            place.anchor.start,
            place.anchor.end,
        )
        if where not in there:
            there.add(where)
            fresh.append(one)
            rows.append(_row(session, one, place, digests, checked))
    journal.add_many(session, act, rows, batch_uid=batch_uid)
    changes = Changes.of(Kind.CODING, added=[one.uid for one in fresh])
    for one in (one for one in fresh if one.memo):
        changes |= memos.write(session, Kind.CODING, one.uid, one.coder_uid, one.memo)
    return changes


def recode(session: Session, uid: str, code_uid: str, values: Values | None = None) -> Changes:
    """Put another code on the place of a coding; it keeps the facets that the code has too.

    Args:
        session: Where to write.
        uid: The coding.
        code_uid: Its code from now on.
        values: Its facet values from now on, where they are known already, as in an undo.

    Raises:
        UnknownRecord: The coding or code is not in this project.
        DuplicateCoding: That code is on this place already.
    """
    coding = _known(session, uid)
    digest = codebook.digests(session, {code_uid}).get(code_uid)
    if digest is None:
        raise UnknownRecord("This code is not in the codebook any more. Choose another.")
    _refuse_duplicate(session, coding, code_uid=code_uid)
    columns = {"code_uid": code_uid, "code_digest": digest}
    now = facets.kept(session, uid, code_uid) if values is None else values
    children = {"coding_value": facets.value_rows(uid, now)}
    changed = journal.change(session, "coding.recode", Kind.CODING, uid, columns, children)
    return Changes.of(Kind.CODING, changed=[uid]) if changed else Changes()


def resize(session: Session, uid: str, anchor: TextAnchor) -> Changes:
    """Move the edges of a coding.

    Raises:
        UnknownRecord: The coding is not in this project.
        InvalidAnchor: The place is outside the text, or white space only.
        DuplicateCoding: This code is on that place already.
        RefusedChange: It is an area, or primary where another coding is primary already.
    """
    coding = _known(session, uid)
    if coding.kind == "area":
        raise RefusedChange(
            "This is a coding of an area; that can only be done with text. Choose a coding of text."
        )
    place = Places(session).at(coding.revision_uid, anchor)
    now = place.anchor
    _refuse_duplicate(session, coding, anchor=now)
    if coding.is_primary:
        _refuse_second_primary(session, coding, now)
    changed = journal.change(
        session,
        "coding.resize",
        Kind.CODING,
        uid,
        place.columns(),
        {"coding_hole": _hole_rows(uid, place.holes)},
    )
    return Changes.of(Kind.CODING, changed=[uid]) if changed else Changes()


def set_memo(session: Session, uid: str, text: str) -> Changes:
    """Write, change or clear the note on a coding.

    Raises:
        UnknownRecord: The coding is not in this project.
    """
    coding = _known(session, uid)
    changes = memos.write(session, Kind.CODING, uid, coding.coder_uid, text)
    return changes | Changes.of(Kind.CODING, changed=[uid])


def remove(session: Session, uid: str) -> Changes:
    """Take a coding with its notes and relations away, leaving tombstones.

    Raises:
        UnknownRecord: The coding is not in this project.
        RefusedChange: A verdict of a register or a finding rests on it.
    """
    _known(session, uid)
    if rests := session.scalars(_resting_on(uid)).all():
        raise RefusedChange(
            "This passage is evidence for {keys} in the register. Untick it there first.",
            keys=list(dict.fromkeys(rests)),
        )
    if finding := session.scalar(_shown_by(uid)):
        raise RefusedChange(
            "This passage is picked for the finding “{finding}”. Take it out there first.",
            finding=finding,
        )
    changes = memos.remove_from(session, Kind.CODING, uid) | relations.remove_from(session, uid)
    journal.remove(session, "coding.remove", Kind.CODING, uid)
    return changes | Changes.of(Kind.CODING, removed=[uid])


def _resting_on(uid: str) -> Select[Any]:
    """Return the query for the propositions whose verdicts have a coding as evidence."""
    return (
        select(Proposition.key)
        .join(Judgement, Judgement.proposition_uid == Proposition.uid)
        .join(JudgementEvidence, JudgementEvidence.judgement_uid == Judgement.uid)
        .where(JudgementEvidence.coding_uid == uid)
        .order_by(Proposition.key)
    )


def _shown_by(uid: str) -> Select[Any]:
    """Return the query for the findings that a coding was picked for."""
    return (
        select(Claim.sentence)
        .join(ClaimEvidence, ClaimEvidence.claim_uid == Claim.uid)
        .where(ClaimEvidence.coding_uid == uid)
        .order_by(Claim.made_at)
        .limit(1)
    )


def keep(session: Session, uid: str) -> Kept:
    """Return a coding with all that hangs on it, so that it can be put back.

    Raises:
        UnknownRecord: The coding is not in this project.
    """
    found = aggregates.read_one(session.connection(), Kind.CODING, uid)
    if found is None:
        raise UnknownRecord("This coding was removed from the project. Choose another.")
    notes = memos.kept(session, Kind.CODING, uid)
    return Kept(found, notes, relations.kept(session, uid))


def put_back(session: Session, kept: Kept) -> Changes:
    """Bring a removed coding back under its own uid.

    Raises:
        RefusedChange: It is there already.
        UnknownRecord: Its document is not in this project any more.
    """
    if session.get(Revision, kept.coding.root["revision_uid"]) is None:
        raise UnknownRecord("This document was removed from the project. Choose another.")
    if session.get(Coding, kept.uid) is not None:
        raise RefusedChange(
            "This coding is in the project already, so it cannot be put back. Change the one that "
            "is there."
        )
    journal.put_back(session, "coding.put_back", kept.coding)
    for memo in kept.memos:
        journal.put_back(session, "memo.put_back", memo)
    changes = relations.put_back(session, kept.relations)
    return changes | Changes.of(Kind.CODING, added=[kept.uid])


def taken(session: Session, revision_uids: set[str]) -> set[tuple[Any, ...]]:
    """Return every place of these revisions that has a coding.

    A place is coder, round, code, revision, start and end.
    """
    rows = session.execute(
        select(
            Coding.coder_uid,
            Coding.round_uid,
            Coding.code_uid,
            Coding.revision_uid,
            Coding.start_char,
            Coding.end_char,
        ).where(Coding.revision_uid.in_(revision_uids), Coding.kind == "text")
    )
    return {tuple(row) for row in rows}


def _row(
    session: Session,
    new: NewCoding,
    place: Place,
    digests: dict[str, str],
    checked: set[tuple[str, Values]] | None = None,
) -> NewRow:
    if new.code_uid not in digests:
        raise UnknownRecord("This code is not in the codebook any more. Choose another.")
    columns = {
        "uid": new.uid,
        "revision_uid": new.revision_uid,
        "round_uid": new.round_uid,
        "coder_uid": new.coder_uid,
        "code_uid": new.code_uid,
        "code_digest": digests[new.code_uid],
        "kind": "text",
        **place.columns(),
        "is_primary": False,
        "origin": new.origin,
        "moved_from_uid": None,
    }
    children = {
        "coding_hole": _hole_rows(new.uid, place.holes),
        "coding_value": facets.value_rows(new.uid, _values(session, new, checked)),
    }
    return NewRow(Kind.CODING, columns, children)


def _values(
    session: Session, new: NewCoding, checked: set[tuple[str, Values]] | None = None
) -> Values:
    """Return the facet values; what was `checked` of many codings is not checked again."""
    if new.values is None:
        return facets.defaults(session, new.code_uid) if new.origin in _BY_HAND else ()
    said = (new.code_uid, new.values)
    if checked is None or said not in checked:
        facets.check(session, *said)
    if checked is not None:
        checked.add(said)
    return new.values


def _hole_rows(uid: str, holes: tuple[TextAnchor, ...]) -> list[dict[str, Any]]:
    return [
        {"coding_uid": uid, "ordinal": i, "start_char": hole.start, "end_char": hole.end}
        for i, hole in enumerate(holes, start=1)
    ]


def _where(new: NewCoding, anchor: TextAnchor) -> dict[str, Any]:
    said = (
        new.coder_uid,
        new.round_uid,
        new.code_uid,
        new.revision_uid,
        anchor.start,
        anchor.end,
    )
    return dict(zip(statements.PLACE_COLUMNS, said, strict=True))


def _refuse_duplicate(
    session: Session,
    coding: Coding,
    *,
    code_uid: str | None = None,
    anchor: TextAnchor | None = None,
) -> None:
    if coding.kind == "area":
        return  # areas have no place in the text to be equal in
    there = session.scalar(
        select(Coding.uid).where(
            Coding.uid != coding.uid,
            Coding.coder_uid == coding.coder_uid,
            Coding.round_uid == coding.round_uid,
            Coding.code_uid == (code_uid or coding.code_uid),
            Coding.revision_uid == coding.revision_uid,
            Coding.start_char == (anchor.start if anchor else coding.start_char),
            Coding.end_char == (anchor.end if anchor else coding.end_char),
        )
    )
    if there is not None:
        raise DuplicateCoding(
            "You already put this code on this text. "
            "Choose another code, or change the coding that is there."
        )


def _refuse_second_primary(session: Session, coding: Coding, anchor: TextAnchor) -> None:
    there = session.scalar(
        select(Coding.uid).where(
            Coding.uid != coding.uid,
            Coding.coder_uid == coding.coder_uid,
            Coding.round_uid == coding.round_uid,
            Coding.revision_uid == coding.revision_uid,
            Coding.start_char == anchor.start,
            Coding.end_char == anchor.end,
            Coding.is_primary.is_(True),
        )
    )
    if there is not None:
        raise RefusedChange("Another coding is primary at that place. Press P on it first.")


def _known(session: Session, uid: str) -> Coding:
    coding = session.get(Coding, uid)
    if coding is None:
        raise UnknownRecord("This coding was removed from the project. Choose another.")
    return coding
