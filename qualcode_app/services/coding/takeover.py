"""Highlights that are in a PDF already, taken over as codings by their colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import PageBoxes
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.existing import ExistingHighlight, ranges
from qualcode_app.models import aggregates
from qualcode_app.pdf.highlights import highlights
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.merging import batches
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project


@dataclass(frozen=True, slots=True)
class Found:
    """A highlight and the text under it."""

    anchor: TextAnchor
    quote: str
    page_label: str
    colour: str  # "#rrggbb", "" where the file tells none
    author: str
    contents: str


@dataclass(frozen=True, slots=True)
class Highlights:
    """What a document holds; `n_without_text` lie on pictures or empty places."""

    document: DocumentRow
    found: tuple[Found, ...]
    n_without_text: int

    def by_colour(self) -> dict[str, list[Found]]:
        """Return the highlights of each colour, the most used first."""
        colours: dict[str, list[Found]] = {}
        for one in self.found:
            colours.setdefault(one.colour, []).append(one)
        return dict(sorted(colours.items(), key=lambda pair: (-len(pair[1]), pair[0])))


@dataclass(frozen=True, slots=True)
class Wish:
    """Whose codings they become, with which code per colour; a colour without one is left."""

    coder_uid: str
    round_uid: str
    codes: Mapping[str, str]
    batch_uid: str = field(default_factory=journal.new_uid)


def read(project: Project, document_uid: str) -> Highlights:
    """Return the highlights in the PDF of a document with the text under them.

    Raises:
        UnknownRecord: The document, or its PDF, is not in this project.
        UnreadableDocument: The PDF cannot be read.
    """
    rows = {row.uid: row for row in project.read(documents.rows)}
    document = rows.get(document_uid)
    if document is None:
        raise UnknownRecord("This document was removed from the project. Choose another.")
    content = project.read(documents.content, document_uid)
    if content is None:
        raise UnknownRecord(
            "The PDF of {title} is not in this file, only its text. Open a file that has the PDFs.",
            title=document.title,
        )
    marks = highlights(content, document.title)
    return project.read(placed, document, marks)


def placed(
    session: Session, document: DocumentRow, marks: Sequence[ExistingHighlight]
) -> Highlights:
    """Return the text under highlights."""
    text = documents.text(session, document.revision_uid)
    pages = {page.number: page for page in documents.pages(session, document.revision_uid)}
    decoded: dict[int, PageBoxes] = {}
    found: list[Found] = []
    n_without = 0
    for mark in marks:
        page = pages.get(mark.page_number)
        if page is None:
            continue
        if page.number not in decoded:
            blob = documents.boxes(session, document.revision_uid, page.number)
            decoded[page.number] = PageBoxes.decode(blob)
        said = text[page.start_char : page.start_char + page.n_chars]
        under = ranges(decoded[page.number], said, mark.rects)
        n_without += not under
        found += [
            Found(
                TextAnchor(page.start_char + start, page.start_char + end),
                " ".join(said[start:end].split()),
                page.label or str(page.number),
                mark.colour,
                mark.author,
                mark.contents if number == 0 else "",
            )
            for number, (start, end) in enumerate(under)
        ]
    return Highlights(document, tuple(found), n_without)


def new_codings(there: Highlights, wish: Wish) -> list[NewCoding]:
    """Return the codings a wish makes of highlights."""
    return [
        NewCoding(
            revision_uid=there.document.revision_uid,
            round_uid=wish.round_uid,
            coder_uid=wish.coder_uid,
            code_uid=wish.codes[one.colour],
            anchor=one.anchor,
            origin="import",
            memo=one.contents,
        )
        for one in there.found
        if wish.codes.get(one.colour)
    ]


def add(session: Session, there: Highlights, wish: Wish) -> Changes:
    """Take highlights over as one batch, which can be withdrawn as one.

    Raises:
        RefusedChange: No colour has a code, or all are codings already.
    """
    new = new_codings(there, wish)
    if not new:
        raise RefusedChange("No colour has a code yet. Choose a code for at least one.")
    batch = batches.open_own(session, wish.batch_uid, "takeover", there.document.title)
    changes = codings.add_many(session, "coding.takeover", new, batch_uid=wish.batch_uid)
    if not changes[Kind.CODING].added:
        raise RefusedChange("These highlights were all taken over before. Choose other codes.")
    for kind in (Kind.CODING, Kind.MEMO):
        made = list(changes[kind].added)
        for stored in aggregates.read(session.connection(), kind, made).values():
            batch.added(stored)
    batch.flush()
    return changes | Changes.of(Kind.BATCH, added=[wish.batch_uid])
