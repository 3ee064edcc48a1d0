"""Coded segments: one row per coding, with all that is known of its place, code and coder."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.reading_text import ReadingText
from qualcode_app.domain.snapshot import Cell, Column, Link, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.codebook import codebook
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.coding.facet_columns import FacetColumns
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.exporting import marked_pdfs
from qualcode_app.services.exporting.corpus_tables import CaseColumns
from qualcode_app.services.teams import arrivals
from qualcode_app.services.teams.arrivals import Origin
from qualcode_app.services.texts import sections

LEVELS = 3
_BETWEEN = " › "


def table(session: Session, language: str = "nl", pdf_folder: str = "") -> Table:
    """Return one row per coding, with its code's path in level columns.

    Args:
        session: Where to read.
        language: Of headings and labels.
        pdf_folder: Where marked PDFs lie, seen from the sheet; every row then links to its page.
    """

    def say(text: str) -> str:
        return heading(text, language)

    tree = {row.uid: row for row in codebook.rows(session, retired=True)}
    paths = {uid: _path(tree, uid, language) for uid in tree}
    named, cases = FacetColumns(session, language), CaseColumns(session, language)
    listed = documents.rows(session)
    shelf = {row.revision_uid: row for row in listed}
    files = marked_pdfs.file_names(listed) if pdf_folder else {}
    origins = arrivals.origins_of(session, Kind.CODING)
    rows: list[list[Cell]] = []
    place: _Place | None = None
    for coding in coding_rows.rows(session, areas=True):
        if place is None or place.revision_uid != coding.revision_uid:
            # Rows come document by document: one text at a time is enough.
            document = shelf[coding.revision_uid]
            file = quote(f"{pdf_folder}/{files[document.uid]}") if files else ""
            place = _Place(session, document, file)
            about = cases.cells(coding.revision_uid)
        rows.append(
            [
                place.title,
                *about,
                *place.cells(coding),
                *paths[coding.code_uid],
                coding.code_key,
                coding.code_label_nl if language == "nl" else coding.code_label_en,
                coding.coder_name,
                *place.words(coding),
                *named.cells(coding),
                *named.number_cells(coding),
                coding.memo,
                coding.made_at,
                *_origin(origins.get(coding.uid)),
                coding.uid,
            ]
        )
    return Table(_columns(cases, named, say, has_links=bool(pdf_folder)), rows)


def _columns(
    cases: CaseColumns, named: FacetColumns, say: Callable[[str], str], *, has_links: bool
) -> tuple[Column, ...]:
    return (
        Column(say("Document"), width=24),
        *cases.columns(),
        Column(say("Page printed"), width=8),
        Column(say("Sheet"), "integer", 8),
        *((Column(say("To the page"), width=12),) if has_links else ()),
        Column(say("Section"), width=36),
        *(Column(f"{say('Level')} {number}", width=26) for number in range(1, LEVELS + 1)),
        Column(say("Code"), width=10),
        Column(say("Label"), width=28),
        Column(say("Coder"), width=18),
        Column(say("Quote as printed"), width=60),
        Column(say("Quote cleaned"), width=60),
        Column(say("Start"), "integer", 9),
        Column(say("End"), "integer", 9),
        Column(say("Area (points)"), width=22),
        *named.columns(),
        *named.number_columns(),
        Column(say("Memo"), width=40),
        Column(say("Time (UTC)"), "time", 17),
        Column(say("Came with"), width=24),
        Column(say("Came in (UTC)"), "time", 17),
        Column(say("Identity"), width=38),
    )


class _Place:
    """Pages, headings and readable text of one document."""

    def __init__(self, session: Session, document: DocumentRow, file: str) -> None:
        self.revision_uid = document.revision_uid
        self.title = document.title
        self._has_links = bool(file)
        self._file = file if document.has_file else ""
        pages = documents.pages(session, document.revision_uid)
        self._starts = [page.start_char for page in pages]
        self._labels = [page.label for page in pages]
        self._reading = ReadingText.of(
            documents.text(session, document.revision_uid),
            documents.regions(session, document.revision_uid),
        )
        self._headed = _headed(sections.rows(session, document.revision_uid))
        self._heads = [start for start, _ in self._headed]

    def cells(self, coding: CodingRow) -> list[Cell]:
        """Return printed pages, number of the sheet, link and section of a coding."""
        last = self._labels[bisect_right(self._starts, coding.anchor.end - 1) - 1]
        first = coding.page_label
        pages = first if last == first else f"{first}–{last}"
        found: list[Cell] = [pages, coding.page_number]
        if self._has_links:
            shown = pages or str(coding.page_number)
            address = f"{self._file}#page={coding.page_number}"
            found.append(Link(shown, address) if self._file else "")
        at = bisect_right(self._heads, coding.anchor.start) - 1
        return [*found, self._headed[at][1] if at >= 0 else ""]

    def words(self, coding: CodingRow) -> list[Cell]:
        """Return quotes, offsets and rectangle of a coding; an area has only the last."""
        area = coding.area
        if area is None:
            start, end = coding.anchor.start, coding.anchor.end
            return [coding.quote, self._reading.quote(start, end), start, end, ""]
        rectangle = f"{area.x0_pt:.1f} {area.y0_pt:.1f} {area.x1_pt:.1f} {area.y1_pt:.1f}"
        return ["", "", None, None, rectangle]


def _headed(found: Sequence[sections.SectionRow]) -> list[tuple[int, str]]:
    """Return from where on which heading stands above the text, with those above it."""
    changes: list[tuple[int, str]] = []
    above: list[sections.SectionRow] = []
    for row in found:
        while above and above[-1].anchor.end <= row.anchor.start:
            over = above.pop()
            changes.append((over.anchor.end, _BETWEEN.join(one.title for one in above)))
        above.append(row)
        changes.append((row.anchor.start, _BETWEEN.join(one.title for one in above)))
    return changes


def _path(tree: Mapping[str, CodeRow], code_uid: str, language: str) -> list[str]:
    """Return the labels above and of a code, one for each level column."""
    path: list[str] = []
    row = tree.get(code_uid)
    while row is not None:
        path.insert(0, f"{row.key} {row.label_nl if language == 'nl' else row.label_en}")
        row = tree.get(row.parent_uid) if row.parent_uid else None
    return (path + [""] * LEVELS)[:LEVELS]


def _origin(origin: Origin | None) -> tuple[Cell, Cell]:
    """Return the file or search a coding came with, and when."""
    return (origin.name, origin.batch.made_at) if origin is not None else ("", None)
