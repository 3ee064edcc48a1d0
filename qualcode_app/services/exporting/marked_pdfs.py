"""A document's PDF with the codings as highlights that any PDF program shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import without
from qualcode_app.domain.boxes import PageBoxes, Rect
from qualcode_app.domain.page_marks import PageMark
from qualcode_app.domain.progress import Part, Progress, Silent
from qualcode_app.formats.whole_file import made_folder, whole
from qualcode_app.pdf.annotator import annotated
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow, PageRow
from qualcode_app.services.exporting import pictures
from qualcode_app.services.exporting.pictures import tint
from qualcode_app.services.store.project import Project


def marks(
    session: Session,
    document: DocumentRow,
    language: str = "nl",
    coder_uids: Collection[str] | None = None,
) -> list[PageMark]:
    """Return the codings of a document as marks on its pages, of some coders or of all."""
    found = coding_rows.rows(
        session, revision_uid=document.revision_uid, coder_uids=coder_uids, areas=True
    )
    pages = documents.pages(session, document.revision_uid)
    boxes: dict[int, PageBoxes] = {}

    def boxes_of(page: PageRow) -> PageBoxes:
        if page.number not in boxes:
            blob = documents.boxes(session, document.revision_uid, page.number)
            boxes[page.number] = PageBoxes.decode(blob)
        return boxes[page.number]

    return [
        PageMark(
            number,
            rects,
            tint(row.colour),
            row.coder_name,
            f"{row.code_key} {row.code_label_nl if language == 'nl' else row.code_label_en}",
            row.memo,
            is_area=row.area is not None,
        )
        for row in found
        for number, rects in _places(row, pages, boxes_of)
    ]


def _places(
    row: CodingRow, pages: Sequence[PageRow], boxes_of: Callable[[PageRow], PageBoxes]
) -> Iterator[tuple[int, tuple[Rect, ...]]]:
    """Yield page number and rectangles of a coding on each page it touches."""
    if row.area is not None:
        area = row.area
        yield area.page_number, (Rect(area.x0_pt, area.y0_pt, area.x1_pt, area.y1_pt),)
        return
    spans = without(row.anchor, row.holes)
    for page in pages:
        first, last = page.start_char, page.start_char + page.n_chars
        rects = [
            rect
            for span in spans
            if span.start < last and span.end > first
            for rect in boxes_of(page).rects(
                max(span.start, first) - first, min(span.end, last) - first
            )
        ]
        if rects:
            yield page.number, tuple(rects)


def write(
    content: bytes, name: str, found: Sequence[PageMark], path: Path, progress: Progress
) -> None:
    """Write a PDF with marks to a file that appears whole or not at all.

    Raises:
        UnreadableDocument: The PDF cannot be read.
        CannotWrite: The folder is absent, full or read-only, or the file is in use.
        Cancelled: The progress asked to stop.
    """
    made = annotated(content, name, found, progress)
    with whole(path) as part:
        part.write_bytes(made)


@dataclass(frozen=True, slots=True)
class Written:
    """A marked PDF that was written."""

    path: Path
    n_marks: int


def write_all(
    project: Project,
    folder: Path,
    chosen: Sequence[DocumentRow],
    language: str = "nl",
    progress: Progress | None = None,
    coder_uids: Collection[str] | None = None,
) -> list[Written]:
    """Write the marked PDFs of documents into a folder; those without a PDF are left out.

    Raises:
        UnreadableDocument: A PDF cannot be read.
        CannotWrite: The folder is full or read-only, or a file is in use.
        Cancelled: The progress asked to stop; what was written by then stays.
    """
    watch = progress or Silent()
    names = file_names(project.read(documents.rows))
    made_folder(folder)
    listed = [document for document in chosen if document.has_file]
    found = []
    for done, document in enumerate(listed):
        part = Part(watch, done, len(listed))
        part.report(0, 1)
        content = project.read(pictures.pdf_of, document)
        placed = project.read(marks, document, language, coder_uids)
        path = folder / names[document.uid]
        write(content, document.title, placed, path, part)
        found.append(Written(path, len(placed)))
    return found


def folder_beside(target: Path) -> Path:
    """Return the folder for the marked PDFs that a table links to."""
    return target.with_name(f"{target.stem} PDF")


def file_names(rows: Sequence[DocumentRow]) -> dict[str, str]:
    """Return the name of the marked PDF of each document; no two are the same on any system."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for row in rows:
        stem, number = _stem(row.title), 1
        name = stem
        while name.casefold() in taken:
            number += 1
            name = f"{stem} ({number})"
        taken.add(name.casefold())
        names[row.uid] = f"{name}.pdf"
    return names


def _stem(title: str) -> str:
    """Return a title as a name that every system can store."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", title)[:150].strip(" .") or "_"
