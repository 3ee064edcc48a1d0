"""Absence as a judgement: a coder read a document for a theme and found nothing on a code.

A judgement stands while its theme is read and nothing is coded against it. When the theme goes
back, or a coding of the code or of a code below it is there, the judgement is open again: that
is found by looking, so that undo, merge and import need not think of it.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import Bilingual, RefusedChange, UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.codebooks import Code
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document, Revision
from qualcode_app.models.people import Coder, ReadingStatus
from qualcode_app.models.registers import Judgement, SearchRun
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.store import journal

NOT_MENTIONED = "not_mentioned"
State = Literal["stands", "theme_open", "coded"]


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """A judgement that a code is not mentioned, and whether it still stands."""

    uid: str
    document_uid: str
    document_title: str
    code_uid: str
    code_key: str
    label_nl: str
    label_en: str
    colour: str
    coder_uid: str
    coder_name: str
    round_uid: str
    judged_at: datetime
    revision_uid: str
    search_run_uid: str | None  # the kept search it rests on
    search_words: str
    state: State


def uid_of(reading: Reading, code_uid: str) -> str:
    """Return the uid that everybody makes for this judgement."""
    place = f"not mentioned {reading.round_uid} {reading.coder_uid} {code_uid}"
    return journal.derived_uid(reading.document_uid, place)


def add(session: Session, reading: Reading, code_uid: str, revision_uid: str) -> Changes:
    """Judge that a document does not mention a code.

    Raises:
        UnknownRecord: The code is not in this project.
        RefusedChange: Its theme is not read in this document, it is coded there, or it was
            judged before.
    """
    code = session.get(Code, code_uid)
    if code is None:
        raise UnknownRecord("This code is not in the codebook any more. Choose another.")
    parents = _parents(session)
    family = session.get(Code, _family(parents, code_uid))
    if family is None or not _is_read(session, reading, family.uid):
        raise RefusedChange(
            "Not mentioned needs {theme} to be read: mark this theme as read in the document.",
            theme=Bilingual(family.label_nl, family.label_en) if family else code.key,
        )
    below = _with_below(parents, code_uid)
    if session.scalar(_codings(reading, below).limit(1)) is not None:
        raise RefusedChange(
            "{code} is coded in this document, so it is mentioned. See your codings.",
            code=code.key,
        )
    uid = uid_of(reading, code_uid)
    judged = select(Judgement.uid).where(  # under another uid where two identities were joined
        Judgement.coder_uid == reading.coder_uid,
        Judgement.round_uid == reading.round_uid,
        Judgement.document_uid == reading.document_uid,
        Judgement.code_uid == code_uid,
    )
    if session.scalar(judged) is not None:
        raise RefusedChange(
            "You judged {code} as not mentioned here already. Take that judgement back if it no "
            "longer holds.",
            code=code.key,
        )
    journal.add(
        session,
        "absence.add",
        Kind.JUDGEMENT,
        {
            "uid": uid,
            "round_uid": reading.round_uid,
            "coder_uid": reading.coder_uid,
            "document_uid": reading.document_uid,
            "revision_uid": revision_uid,
            "proposition_uid": None,
            "code_uid": code_uid,
            "option_key": NOT_MENTIONED,
            "missing_part": "",
            "note": "",
            "search_run_uid": None,
        },
    )
    return Changes.of(Kind.JUDGEMENT, added=[uid])


def link(session: Session, uid: str, run_uid: str | None) -> Changes:
    """Say which kept search a judgement rests on, or on none.

    Raises:
        UnknownRecord: The judgement or the search is not in this project.
        RefusedChange: The search did not go through the text that was judged.
    """
    judgement = session.get(Judgement, uid)
    if judgement is None:
        raise UnknownRecord(
            "This judgement is not in the project any more: it was taken back. Choose another."
        )
    if run_uid is not None:
        run = session.get(SearchRun, run_uid)
        if run is None:
            raise UnknownRecord(
                "This search is not kept in the project any more: it was removed. Search again."
            )
        if judgement.revision_uid not in json.loads(run.documents):
            raise RefusedChange(
                "This search did not go through the text that was judged. Search that document "
                "first."
            )
    journal.change(session, "absence.link", Kind.JUDGEMENT, uid, {"search_run_uid": run_uid})
    return Changes.of(Kind.JUDGEMENT, changed=[uid])


def remove(session: Session, uid: str) -> Changes:
    """Take a judgement back.

    Raises:
        UnknownRecord: It is not in this project.
    """
    journal.remove(session, "absence.remove", Kind.JUDGEMENT, uid)
    return Changes.of(Kind.JUDGEMENT, removed=[uid])


def keep(session: Session, uid: str) -> Stored:
    """Return a judgement as stored, so that it can be put back.

    Raises:
        UnknownRecord: It is not in this project.
    """
    found = aggregates.read_one(session.connection(), Kind.JUDGEMENT, uid)
    if found is None:
        raise UnknownRecord(
            "This judgement is not in the project any more: it was taken back. Choose another."
        )
    return found


def put_back(session: Session, kept: Stored) -> Changes:
    """Bring back a judgement that was taken back."""
    journal.put_back(session, "absence.put_back", kept)
    return Changes.of(Kind.JUDGEMENT, added=[kept.uid])


def rows(
    session: Session, *, coder_uid: str | None = None, document_uid: str | None = None
) -> list[AbsenceRow]:
    """Return the judgements of all coders or of one, those that are open again first."""
    query = (
        select(
            Judgement.uid,
            Judgement.document_uid,
            Document.title.label("document_title"),
            Judgement.code_uid,
            Code.key.label("code_key"),
            Code.label_nl,
            Code.label_en,
            Code.colour,
            Judgement.coder_uid,
            Coder.name.label("coder_name"),
            Judgement.round_uid,
            Judgement.changed_at.label("judged_at"),
            Judgement.revision_uid,
            Judgement.search_run_uid,
            func.coalesce(SearchRun.query, "").label("search_words"),
        )
        .join(Document, Document.uid == Judgement.document_uid)
        .join(Code, Code.uid == Judgement.code_uid)
        .join(Coder, Coder.uid == Judgement.coder_uid)
        .outerjoin(SearchRun, SearchRun.uid == Judgement.search_run_uid)
        .where(Judgement.option_key == NOT_MENTIONED)
        .order_by(Document.position, Document.title, Code.position)
    )
    if coder_uid is not None:
        query = query.where(Judgement.coder_uid == coder_uid)
    if document_uid is not None:
        query = query.where(Judgement.document_uid == document_uid)
    found = session.execute(query).mappings().all()
    if not found:
        return []
    parents = _parents(session)
    listed = [AbsenceRow(**row, state=_state(session, parents, row)) for row in found]
    return sorted(listed, key=lambda row: row.state == "stands")


def _state(session: Session, parents: dict[str, str | None], row: Any) -> State:
    reading = Reading(row["coder_uid"], row["round_uid"], row["document_uid"])
    code_uid = row["code_uid"]
    if session.scalar(_codings(reading, _with_below(parents, code_uid)).limit(1)) is not None:
        return "coded"
    is_read = _is_read(session, reading, _family(parents, code_uid))
    return "stands" if is_read else "theme_open"


def _is_read(session: Session, reading: Reading, family_uid: str) -> bool:
    state = session.scalar(
        select(ReadingStatus.state).where(
            ReadingStatus.coder_uid == reading.coder_uid,
            ReadingStatus.round_uid == reading.round_uid,
            ReadingStatus.document_uid == reading.document_uid,
            ReadingStatus.family_uid == family_uid,
        )
    )
    return state == "done"


def _codings(reading: Reading, code_uids: Collection[str]) -> Select[Any]:
    return (
        select(Coding.uid)
        .join(Revision, Revision.uid == Coding.revision_uid)
        .where(
            Revision.document_uid == reading.document_uid,
            Coding.coder_uid == reading.coder_uid,
            Coding.round_uid == reading.round_uid,
            Coding.code_uid.in_(code_uids),
        )
    )


def _parents(session: Session) -> dict[str, str | None]:
    return {row.uid: row.parent_uid for row in session.execute(select(Code.uid, Code.parent_uid))}


def _family(parents: dict[str, str | None], code_uid: str) -> str:
    while (parent := parents.get(code_uid)) is not None:
        code_uid = parent
    return code_uid


def _with_below(parents: dict[str, str | None], code_uid: str) -> set[str]:
    wanted = {code_uid}
    grown = True
    while grown:
        more = {uid for uid, parent in parents.items() if parent in wanted} - wanted
        wanted |= more
        grown = bool(more)
    return wanted
