"""Reading scanned pages: a new revision of a document, whose other pages stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain import headings, regions, units
from qualcode_app.domain.errors import RefusedChange, UnknownRecord, UnreadableDocument
from qualcode_app.domain.extraction import ExtractedDocument, ExtractedPage, PdfBox
from qualcode_app.domain.layout import LaidOutPage
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.domain.recognised import Recognised
from qualcode_app.models.documents import Document, Page, PageBoxes, Revision, Section
from qualcode_app.pdf import recognition as pdf
from qualcode_app.pdf.recognition import ScannedPage
from qualcode_app.services.documents import documents, imports
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.store.project import Project
from qualcode_app.services.texts import sections

_MOSTLY = 0.3  # share of unreadable characters from which a page is read anew


@dataclass(frozen=True, slots=True)
class Recognition:
    """A document as read anew, about to be taken into the project.

    `read` and `given_up` are sheet numbers; a page that was given up stays without text.
    """

    document_uid: str
    title: str
    before_uid: str  # the revision that was current
    revision: NewRow
    sections: tuple[NewRow, ...]
    text: str
    extracted: ExtractedDocument
    read: tuple[int, ...]
    given_up: tuple[int, ...]

    @property
    def revision_uid(self) -> str:
        """The uid of the new revision."""
        return str(self.revision.columns["uid"])


def recognise(
    project: Project,
    document_uid: str,
    progress: Progress | None = None,
    *,
    sheets: Collection[int] = (),
) -> Recognition:
    """Read those pages of a document that have no text, or hardly any that is readable.

    Nothing is stored. It can take seconds a page.

    Args:
        project: Where the document is.
        document_uid: The document.
        progress: Told the pages read so far.
        sheets: Read these pages instead, whatever text they have.

    Raises:
        NotInstalled: There is no Tesseract.
        UnknownRecord: The document, its PDF, or such a page is not in this project.
        RefusedChange: All pages have text.
        UnreadableDocument: No page could be read.
        Cancelled: The progress asked to stop.
    """
    old = project.read(_stored, document_uid)
    wanted = [
        page for page in old.pages if page.number in sheets or (not sheets and _is_scan(page))
    ]
    if len(wanted) < len(sheets):
        raise UnknownRecord(
            "{title} has {n} pages, and other ones were asked for. Choose among these.",
            title=old.title,
            n=len(old.pages),
        )
    if not wanted:
        raise RefusedChange(
            "All pages of {title} have text already, so there is nothing to read. Choose a "
            "document with scanned pages.",
            title=old.title,
        )
    content = project.read(documents.content, document_uid)
    if content is None:
        raise UnknownRecord(
            "The PDF of {title} is not in this file. Open a file that has the PDFs.",
            title=old.title,
        )
    scanned = [ScannedPage(p.number, p.width_pt, p.height_pt, p.rotation) for p in wanted]
    said = pdf.read(content, old.title, scanned, progress or Silent())
    legible = {number: page for number, page in said.pages.items() if page.n_words}
    if not legible:
        raise UnreadableDocument(
            "No words were found on these pages of {title}. Code areas on them.",
            title=old.title,
        )
    return _put_together(old, legible, said.given_up)


def check_installed() -> None:
    """Make sure that scans can be read on this computer.

    Raises:
        NotInstalled: There is no Tesseract; the sentence says what to install.
    """
    pdf.engine()


@dataclass(frozen=True, slots=True)
class _Stored:
    """A document as it is in the project."""

    document_uid: str
    title: str
    revision: Revision
    n_revisions: int
    pages: tuple[ExtractedPage, ...]
    starts: dict[int, int]  # first character by sheet number
    headings: tuple[tuple[int, str, int, str], ...]  # level, title, start, origin


def _stored(session: Session, document_uid: str) -> _Stored:
    document = session.get(Document, document_uid)
    if document is None or document.current_revision_uid is None:
        raise UnknownRecord("This document was removed from the project. Choose another.")
    uid = document.current_revision_uid
    revision = session.get(Revision, uid)
    assert revision is not None  # noqa: S101  the key points there
    rows = session.execute(
        select(Page, PageBoxes.boxes)
        .join(
            PageBoxes,
            (PageBoxes.revision_uid == Page.revision_uid) & (PageBoxes.number == Page.number),
        )
        .where(Page.revision_uid == uid)
        .order_by(Page.number)
    ).all()
    found = session.execute(
        select(Section.level, Section.title, Section.start_char, Section.origin)
        .where(Section.revision_uid == uid)
        .order_by(Section.start_char, Section.level)
    )
    n_revisions = session.scalar(select(func.count()).where(Revision.document_uid == document_uid))
    return _Stored(
        document_uid,
        document.title,
        revision,
        n_revisions or 1,
        tuple(_page(page, boxes) for page, boxes in rows),
        {page.number: page.start_char for page, _ in rows},
        tuple((row.level, row.title, row.start_char, row.origin) for row in found),
    )


def _page(page: Page, boxes: bytes) -> ExtractedPage:
    return ExtractedPage(
        number=page.number,
        label=page.label,
        text=page.text,
        width_pt=page.width_pt,
        height_pt=page.height_pt,
        rotation=page.rotation,
        media_box=_box(page.media_box),
        crop_box=_box(page.crop_box),
        boxes=boxes,
        text_source=page.text_source,
        unreadable_share=page.unreadable_share,
        n_words=len(page.text.split()),
    )


def _box(corners: str) -> PdfBox:
    x0, y0, x1, y1 = (float(corner) for corner in corners.split())
    return x0, y0, x1, y1


def _is_scan(page: ExtractedPage) -> bool:
    return not page.text.strip() or page.unreadable_share > _MOSTLY


def _put_together(
    old: _Stored, said: dict[int, Recognised], given_up: tuple[int, ...]
) -> Recognition:
    pages = tuple(
        _reread(page, said[page.number]) if page.number in said else page for page in old.pages
    )
    laid_out = LaidOutPage.of(pages)
    found = regions.find(laid_out)
    sources = {page.text_source for page in pages if page.text.strip()}
    extracted = ExtractedDocument(
        file_sha256=old.revision.file_sha256,
        n_bytes=old.revision.n_bytes,
        extractor=f"{old.revision.extractor}; {pdf.engine().version}",
        pages=pages,
        outline=(),
        regions=tuple(found),
        units=tuple(units.split(laid_out, found)),
        splitter=units.SPLITTER,
        unlocked=None,
    )
    source = "ocr" if sources == {"ocr"} else "mixed"
    row = imports.revision_row(
        old.document_uid, extracted, number=old.n_revisions + 1, text_source=source
    )
    return Recognition(
        old.document_uid,
        old.title,
        old.revision.uid,
        row,
        _sections(str(row.columns["uid"]), old, laid_out, extracted),
        extracted.text,
        extracted,
        tuple(sorted(said)),
        given_up,
    )


def _reread(page: ExtractedPage, said: Recognised) -> ExtractedPage:
    return replace(
        page,
        text=said.text,
        boxes=said.boxes,
        text_source="ocr",
        unreadable_share=0.0,
        n_words=said.n_words,
    )


def _sections(
    revision_uid: str, old: _Stored, laid_out: list[LaidOutPage], extracted: ExtractedDocument
) -> tuple[NewRow, ...]:
    """Return the headings there were, at their pages' new places; found anew without any."""
    n_chars = len(extracted.text)
    if not old.headings:
        anew = headings.find(laid_out, extracted.regions)
        entries = [(one.level, one.title, one.start) for one in anew]
        return tuple(sections.new_rows(revision_uid, entries, n_chars, "found"))
    shift = PageShift(old.starts, laid_out)
    entries = [(level, title, shift.moved(start)) for level, title, start, _ in old.headings]
    origins = {one[3] for one in old.headings}
    origin = "outline" if "outline" in origins else "found"
    return tuple(sections.new_rows(revision_uid, entries, n_chars, origin))


class PageShift:
    """Where a place comes to lie when pages before it have grown; its own page stays its own."""

    def __init__(self, starts: dict[int, int], pages: Iterable[LaidOutPage]) -> None:
        self._old = sorted((start, number) for number, start in starts.items())
        self._new = {page.number: page for page in pages}

    def moved(self, place: int) -> int:
        """Return the new place of a character; at most the last one of its page."""
        start, number = max(pair for pair in self._old if pair[0] <= place)
        page = self._new[number]
        return page.start + min(place - start, len(page.text) - 1)
