"""A picture of a coded page, for reports and the command line."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache

from sqlalchemy.orm import Session

from qualcode_app import paths
from qualcode_app.domain.boxes import PageBoxes, Rect
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.pdf.client import render_png
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow

_PLAIN_TINT = "#FFF2B0"


def most_coded_page(session: Session, document: DocumentRow) -> int:
    """Return the number of the sheet with the most codings; 1 without any."""
    rows = coding_rows.rows(session, revision_uid=document.revision_uid)
    counted = Counter(row.page_number for row in rows)
    return min(counted, key=lambda number: (-counted[number], number)) if counted else 1


def coded_page(
    session: Session, document: DocumentRow, page_number: int, *, scale: float = 1.5
) -> bytes:
    """Return a page with its codings in their colours as the bytes of a PNG file.

    Raises:
        UnknownRecord: The PDF itself is not in this file, or has no such page.
        UnreadableDocument: The page cannot be drawn.
    """
    content = pdf_of(session, document)
    page = next(
        (p for p in documents.pages(session, document.revision_uid) if p.number == page_number),
        None,
    )
    if page is None:
        raise UnknownRecord(
            "There is no page {number} in this document. Choose one of its pages.",
            number=page_number,
        )
    boxes = PageBoxes.decode(documents.boxes(session, document.revision_uid, page_number))
    marks: list[tuple[Rect, str]] = []
    for row in coding_rows.rows(session, revision_uid=document.revision_uid):
        start = max(row.anchor.start - page.start_char, 0)
        end = min(row.anchor.end - page.start_char, page.n_chars)
        if start < end:
            marks += [(rect, tint(row.colour)) for rect in boxes.rects(start, end)]
    return render_png(content, page_number, scale, marks)


def pdf_of(session: Session, document: DocumentRow) -> bytes:
    """Return the bytes of a document's PDF; raises UnknownRecord where only its text is here."""
    content = documents.content(session, document.uid)
    if content is None:
        raise UnknownRecord(
            "The PDF of {title} is not in this file, only its text. Open a file that has the PDFs.",
            title=document.title,
        )
    return content


def tint(colour: str) -> str:
    """Return the ground of a code's highlights: from its slot in the theme, or its own."""
    slot, _, index = colour.partition(":")
    tints = _families().get(slot)
    if tints is not None:
        return tints[int(index or 0) % len(tints)]
    return colour if colour.startswith("#") and len(colour) == 7 else _PLAIN_TINT


@cache
def _families() -> dict[str, list[str]]:
    path = paths.resources() / "themes" / "families.toml"
    return {slot: lists["tint"] for slot, lists in tomllib.loads(path.read_text("utf-8")).items()}
