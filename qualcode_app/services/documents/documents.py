"""The documents of a project and their frozen text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, exists, func, literal, select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.extraction import Region as PageRegion
from qualcode_app.models.cases import StudyCase
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import (
    Document,
    DocumentFile,
    Page,
    PageBoxes,
    Region,
    Revision,
    Unit,
)
from qualcode_app.models.project import Setting
from qualcode_app.services.store import journal
from qualcode_app.services.texts import texts

ORDER = "order"  # key of the setting with the documents of a task in their order


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as listed; counts are of its current revision."""

    uid: str
    title: str
    short_title: str
    revision_uid: str
    n_pages: int
    n_chars: int
    n_codings: int
    case_name: str
    has_file: bool
    position: str
    text_source: str = "pdf"  # pdf, ocr, mixed, made


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page without its text; the size is that of the unrotated crop box."""

    number: int
    label: str
    start_char: int
    n_chars: int
    width_pt: float
    height_pt: float
    rotation: int


def rows(session: Session, *, counted: bool = True) -> list[DocumentRow]:
    """Return all documents by position and title, or in the order a task asks for.

    Args:
        session: Where to read.
        counted: Whether codings are counted, which takes longer the more there are; else they
            are 0.
    """
    listing = _listing(counted=counted)
    found = session.execute(listing.order_by(Document.position, Document.title, Document.uid))
    listed = [DocumentRow(*row) for row in found]
    order = session.get(Setting, ORDER)
    if order is None:
        return listed
    place = {uid: number for number, uid in enumerate(json.loads(order.value))}
    return sorted(listed, key=lambda row: place.get(row.uid, len(place)))


def get(session: Session, uid: str) -> DocumentRow | None:
    """Return one document, None where it is not in the project."""
    row = session.execute(_listing(counted=True).where(Document.uid == uid)).first()
    return DocumentRow(*row) if row is not None else None


def with_text(session: Session, revision_uid: str) -> str:
    """Return the uid of the document whose present text this is, "" for none."""
    query = select(Document.uid).where(Document.current_revision_uid == revision_uid)
    return session.scalar(query) or ""


def _listing(*, counted: bool) -> Select[Any]:
    n_codings = (
        select(func.count()).where(Coding.revision_uid == Document.current_revision_uid)
    ).scalar_subquery()
    return (
        select(
            Document.uid,
            Document.title,
            Document.short_title,
            Revision.uid,
            Revision.n_pages,
            Revision.n_chars,
            n_codings if counted else literal(0),
            func.coalesce(StudyCase.name, ""),
            exists().where(DocumentFile.sha256 == Revision.file_sha256),
            Document.position,
            Revision.text_source,
        )
        .join(Revision, Revision.uid == Document.current_revision_uid)
        .outerjoin(StudyCase, StudyCase.uid == Document.case_uid)
    )


def pages(session: Session, revision_uid: str) -> tuple[PageRow, ...]:
    """Return the pages of a revision in order."""
    found = session.execute(
        select(
            Page.number,
            Page.label,
            Page.start_char,
            Page.n_chars,
            Page.width_pt,
            Page.height_pt,
            Page.rotation,
        )
        .where(Page.revision_uid == revision_uid)
        .order_by(Page.number)
    )
    return tuple(PageRow(*row) for row in found)


def text(session: Session, revision_uid: str) -> str:
    """Return the stored text of a revision."""
    return texts.whole(session, revision_uid)


def boxes(session: Session, revision_uid: str, page_number: int) -> bytes:
    """Return the encoded glyph boxes of a page.

    Raises:
        UnknownRecord: There is no such page.
    """
    found = session.get(PageBoxes, (revision_uid, page_number))
    if found is None:
        raise UnknownRecord(
            "There is no page {number} in this document. Choose one of its pages.",
            number=page_number,
        )
    return found.boxes


def content(session: Session, document_uid: str) -> bytes | None:
    """Return the PDF of a document, or None when its bytes are not in this file."""
    return session.scalar(
        select(DocumentFile.bytes)
        .join(Revision, Revision.file_sha256 == DocumentFile.sha256)
        .join(Document, Document.current_revision_uid == Revision.uid)
        .where(Document.uid == document_uid)
    )


def units(session: Session, revision_uid: str, *kinds: str) -> tuple[TextAnchor, ...]:
    """Return the sentences, items or paragraphs of a revision in the order of the text."""
    found = session.execute(
        select(Unit.start_char, Unit.end_char)
        .where(Unit.revision_uid == revision_uid, Unit.kind.in_(kinds))
        .order_by(Unit.start_char)
    )
    return tuple(TextAnchor(*row) for row in found)


def regions(session: Session, revision_uid: str) -> tuple[PageRegion, ...]:
    """Return the stretches that are no running text, in the order of the text."""
    found = session.execute(
        select(Region.kind, Region.page_number, Region.start_char, Region.end_char)
        .where(Region.revision_uid == revision_uid)
        .order_by(Region.start_char)
    )
    return tuple(PageRegion(*row) for row in found)


def named(session: Session, name: str) -> DocumentRow:
    """Return the document with this title or short title, whatever the case.

    Raises:
        UnknownRecord: No document, or more than one, is called so.
    """
    wanted = name.strip().casefold().removesuffix(".pdf")
    found = [
        row
        for row in rows(session)
        if wanted in (row.title.casefold(), row.short_title.casefold(), row.uid)
    ]
    if len(found) != 1:
        raise UnknownRecord(
            "{count} documents are called {name}. Use a title that one document has.",
            count=len(found),
            name=name,
        )
    return found[0]


def rename(session: Session, uid: str, title: str) -> Changes:
    """Give a document another title.

    Raises:
        UnknownRecord: The document is not in this project.
        RefusedChange: The title is empty.
    """
    title = " ".join(title.split())
    if not title:
        raise RefusedChange("A document needs a title. Type one.")
    journal.change(session, "document.rename", Kind.DOCUMENT, uid, {"title": title})
    return Changes.of(Kind.DOCUMENT, changed=[uid])
