"""A passage as it is quoted in a report: cleaned, with document, year and printed page."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.domain.reading_text import clean_quote
from qualcode_app.models.cases import Wave
from qualcode_app.models.documents import Document, Revision
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import PageRow

_INNER = str.maketrans({"“": "‘", "”": "’", "„": "‘", '"': "'"})


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation and its source.

    The quote of an area is empty, `year` where nobody said of which year it is.
    """

    quote: str
    title: str
    year: str
    pages: str  # as printed: 9, or 9–10 where the passage runs on


def of(session: Session, document_uid: str, place: TextAnchor | PageArea) -> Citation:
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
    quote, pages = "", documents.pages(session, revision_uid)
    if isinstance(place, PageArea):
        printed = _printed(pages[place.page_number - 1])
    else:
        starts = [row.start_char for row in pages]
        ends = [pages[bisect_right(starts, at) - 1] for at in (place.start, place.end - 1)]
        printed = "–".join(dict.fromkeys(map(_printed, ends)))
        quote = clean_quote(
            documents.text(session, revision_uid),
            place.start,
            place.end,
            documents.regions(session, revision_uid),
        )
    return Citation(quote.translate(_INNER), title, "" if year in title else year, printed)


def _printed(page: PageRow) -> str:
    return page.label or str(page.number)
