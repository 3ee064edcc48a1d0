"""Reading status: who has read which document for which family of codes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.codebooks import Code, CodebookVersion
from qualcode_app.models.documents import Document
from qualcode_app.models.people import ReadingStatus
from qualcode_app.services.codebook import active
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow

State = Literal["not_started", "busy", "done"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One coder's reading of one document in one round."""

    coder_uid: str
    round_uid: str
    document_uid: str


@dataclass(frozen=True, slots=True)
class StatusRow:
    """How far a coder is with a family of codes in a document."""

    document_uid: str
    family_uid: str
    family_key: str
    family_label_nl: str
    family_label_en: str
    colour: str
    state: State


def status(
    session: Session, *, coder_uid: str, round_uid: str, document_uid: str | None = None
) -> list[StatusRow]:
    """Return one row per document and active family, in the order of the codebook."""
    documents = select(Document.uid).order_by(Document.position, Document.title, Document.uid)
    if document_uid is not None:
        documents = documents.where(Document.uid == document_uid)
    uids = session.scalars(documents).all()
    known = _known(session, coder_uid, round_uid, uids)
    families = active_families(session, round_uid)
    return [
        StatusRow(
            uid,
            family.uid,
            family.key,
            family.label_nl,
            family.label_en,
            family.colour,
            known.get((uid, family.uid), "not_started"),
        )
        for uid in uids
        for family in families
    ]


def states_of(
    session: Session, document_uids: Collection[str], *, coder_uid: str, round_uid: str
) -> dict[str, tuple[State, ...]]:
    """Return the state of every active family, in the order of the codebook, by document."""
    known = _known(session, coder_uid, round_uid, document_uids)
    families = [family.uid for family in active_families(session, round_uid)]
    return {
        uid: tuple(known.get((uid, family), "not_started") for family in families)
        for uid in document_uids
    }


def _known(
    session: Session, coder_uid: str, round_uid: str, document_uids: Collection[str]
) -> dict[tuple[str, str], State]:
    """Return what was noted, by document and family."""
    noted = select(ReadingStatus.document_uid, ReadingStatus.family_uid, ReadingStatus.state)
    found = session.execute(
        noted.where(
            ReadingStatus.coder_uid == coder_uid,
            ReadingStatus.round_uid == round_uid,
            ReadingStatus.document_uid.in_(document_uids),
        )
    )
    return {(row.document_uid, row.family_uid): row.state for row in found}


def set_state(
    session: Session, reading: Reading, family_uids: Collection[str], state: State
) -> Changes:
    """Note how far a coder is with families of codes in a document.

    Raises:
        RefusedChange: The project has no codebook version to read with.
    """
    added, changed = [], []
    known = {
        row.family_uid: row.uid
        for row in session.execute(
            select(ReadingStatus.family_uid, ReadingStatus.uid).where(
                ReadingStatus.coder_uid == reading.coder_uid,
                ReadingStatus.round_uid == reading.round_uid,
                ReadingStatus.document_uid == reading.document_uid,
            )
        )
    }
    versions = _versions(session, family_uids, reading.round_uid)
    for family_uid in family_uids:
        columns = {"state": state, "codebook_version_uid": versions[family_uid]}
        if family_uid in known:
            if journal.change(
                session, "status.set", Kind.READING_STATUS, known[family_uid], columns
            ):
                changed.append(known[family_uid])
            continue
        row = _row(reading, family_uid, state, versions[family_uid])
        journal.add(session, "status.set", Kind.READING_STATUS, row)
        added.append(row["uid"])
    return Changes.of(Kind.READING_STATUS, added=added, changed=changed)


def mark_done(session: Session, reading: Reading) -> Changes:
    """Note that a coder has read a document for all active families.

    Raises:
        RefusedChange: The project has no codebook to read with.
    """
    families = [family.uid for family in active_families(session, reading.round_uid)]
    if not families:
        raise RefusedChange("This project has no codebook. Choose one before marking as read.")
    return set_state(session, reading, families, "done")


def mark_all_done(session: Session, readings: Collection[Reading]) -> Changes:
    """Note as one act many documents that coders have read for all active families.

    For work that is brought in: none of them may have a status yet.

    Raises:
        RefusedChange: The project has no codebook to read with.
    """
    rows = []
    for round_uid in {reading.round_uid for reading in readings}:
        families = [family.uid for family in active_families(session, round_uid)]
        versions = _versions(session, families, round_uid)
        rows += [
            _row(reading, family, "done", versions[family])
            for reading in readings
            if reading.round_uid == round_uid
            for family in families
        ]
    journal.add_many(session, "status.set", [NewRow(Kind.READING_STATUS, row, {}) for row in rows])
    return Changes.of(Kind.READING_STATUS, added=[row["uid"] for row in rows])


def _row(reading: Reading, family_uid: str, state: State, version_uid: str) -> dict[str, str]:
    place = f"status {reading.round_uid} {reading.coder_uid} {family_uid}"
    return {
        "uid": journal.derived_uid(reading.document_uid, place),
        "round_uid": reading.round_uid,
        "coder_uid": reading.coder_uid,
        "document_uid": reading.document_uid,
        "family_uid": family_uid,
        "state": state,
        "codebook_version_uid": version_uid,
    }


def states(session: Session, reading: Reading) -> dict[str, State]:
    """Return the state of every active family, to be set back by undo."""
    found = status(
        session,
        coder_uid=reading.coder_uid,
        round_uid=reading.round_uid,
        document_uid=reading.document_uid,
    )
    return {row.family_uid: row.state for row in found}


def set_states(session: Session, reading: Reading, states: dict[str, State]) -> Changes:
    """Set several families at once, each to its own state."""
    changes = Changes()
    for state in ("not_started", "busy", "done"):
        uids = [uid for uid, wanted in states.items() if wanted == state]
        if uids:
            changes |= set_state(session, reading, uids, state)
    return changes


def active_families(session: Session, round_uid: str | None = None) -> list[Code]:
    """Return the families that are read: of the first level, and in play in the round."""
    in_play = active.uids(session, round_uid)
    families = select(Code).where(Code.parent_uid.is_(None), Code.is_residual.is_(False))
    found = session.scalars(families.order_by(Code.position, Code.uid))
    return [family for family in found if family.uid in in_play]


def _versions(session: Session, family_uids: Collection[str], round_uid: str) -> dict[str, str]:
    """Return the version each family is read with: the round's own, else the newest."""
    own = active.version_of(session, round_uid)
    rows = session.execute(
        select(Code.uid, CodebookVersion.uid)
        .join(CodebookVersion, CodebookVersion.codebook_uid == Code.codebook_uid)
        .where(Code.uid.in_(family_uids))
        .order_by(CodebookVersion.uid == own, CodebookVersion.made_at)
    )
    found: dict[str, str] = {row[0]: row[1] for row in rows}
    if missing := [uid for uid in family_uids if uid not in found]:
        raise RefusedChange(
            "{n} themes have no fixed codebook version. Make a version first.", n=len(missing)
        )
    return found
