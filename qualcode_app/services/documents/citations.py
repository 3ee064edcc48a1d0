"""A passage as it is quoted in a report: cleaned, with document, year and printed page."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.domain.reading_text import clean_quote
from qualcode_app.models.cases import Wave
from qualcode_app.models.documents import Document, Revision
from qualcode_app.services.documents import documents

_INNER = str.maketrans({"“": "‘", "”": "’", "„": "‘", '"': "'"})


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation and its source; `year` is empty where nobody said of which year it is."""

    quote: str
    title: str
    year: str
    page_label: str
    page_number: int


def of(session: Session, document_uid: str, anchor: TextAnchor) -> Citation:
    """Return the words at a place as they are quoted.

    Hyphens at line ends are mended and running heads left out; marks inside the quotation
    become single ones. The year is that of the document's date, else of its wave, and is not
    told twice where the title has it.

    Raises:
        UnknownRecord: The document is not in this project.
    """
    found = session.execute(
        select(Document.title, Document.date, Wave.from_date, Revision.uid)
        .join(Revision, Revision.uid == Document.current_revision_uid)
        .outerjoin(Wave, Wave.uid == Document.wave_uid)
        .where(Document.uid == document_uid)
    ).first()
    if found is None:
        raise UnknownRecord("This document was removed from the project. Choose another.")
    title, date, wave_date, revision_uid = found
    known = date or wave_date
    year = str(known.year) if known is not None else ""
    pages = documents.pages(session, revision_uid)
    page = pages[bisect_right([row.start_char for row in pages], anchor.start) - 1]
    quote = clean_quote(
        documents.text(session, revision_uid),
        anchor.start,
        anchor.end,
        documents.regions(session, revision_uid),
    )
    return Citation(
        quote.translate(_INNER), title, "" if year in title else year, page.label, page.number
    )
