"""Taking a PDF into the project: bytes, frozen text, boxes, units and index in one act."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import PurePath
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from qualcode_app.domain import headings
from qualcode_app.domain.boxes import PageBoxes
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.content import sha256_of_text
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.extraction import ExtractedDocument, OutlineEntry
from qualcode_app.domain.layout import LaidOutPage
from qualcode_app.models.cases import StudyCase
from qualcode_app.models.documents import Document, DocumentFile
from qualcode_app.models.history import Alias
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.texts import search_index, sections

ENCODING_VERSION = 1
_TITLE_CHARS = 4  # of a line that tells a heading


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A PDF that was read, about to be taken in."""

    extracted: ExtractedDocument
    content: bytes
    name: str  # of the file; its stem becomes the title
    case_name: str = ""
    language: str = "nl"


def document_uid(study_uid: str, file_sha256: str) -> str:
    """Return the uid everybody in the study gives to a file with these bytes."""
    return journal.derived_uid(study_uid, file_sha256)


def add_document(session: Session, new: NewDocument) -> Changes:
    """Take a PDF into the project.

    Raises:
        RefusedChange: A file with the very same bytes is in the project already.
    """
    return add_documents(session, [new])


def add_documents(session: Session, every: Iterable[NewDocument]) -> Changes:
    """Take several documents into the project as one act.

    A document that came without its PDF gets it back by its content, whatever the file is called.

    Raises:
        RefusedChange: A file with the very same bytes is in the project already.
    """
    study = journal.pen(session).study_uid
    rows: list[NewRow] = []
    cases: dict[str, None] = {}
    attached: list[str] = []
    taken: list[tuple[str, str, NewDocument]] = []
    for new in every:
        uid = _known_as(session, document_uid(study, new.extracted.file_sha256))
        there = session.scalar(select(Document.title).where(Document.uid == uid))
        if there is not None and not _has_bytes(session, new):
            _keep_bytes(session, new)
            attached.append(uid)
            continue
        if there is not None:
            raise RefusedChange(
                "{name} is already in this project, as {title}. Use that document, or choose "
                "another file.",
                name=new.name,
                title=there,
            )
        case_uid, case_rows = _case(session, study, new.case_name)
        if case_uid not in cases:
            rows += case_rows
        if case_rows and case_uid:
            cases[case_uid] = None
        own = document_rows(uid, new, case_uid)
        rows += own
        taken.append((uid, str(own[0].columns["current_revision_uid"]), new))
    journal.add_many(session, "document.import", rows)
    for _, revision_uid, new in taken:
        keep_bytes_and_index(session, revision_uid, new)
    changes = Changes.of(Kind.DOCUMENT, added=[uid for uid, _, _ in taken], changed=attached)
    if cases:
        changes |= Changes.of(Kind.STUDY_CASE, added=list(cases))
    return changes


def _known_as(session: Session, uid: str) -> str:
    """Return the document that stands for this one since both were found to be one."""
    joined = (
        select(Alias.to_uid)
        .join(Document, Document.uid == Alias.to_uid)
        .where(Alias.from_uid == uid, Alias.kind == Kind.DOCUMENT.value)
    )
    now = session.scalar(joined)
    return uid if now is None or session.get(Document, uid) is not None else now


def document_rows(uid: str, new: NewDocument, case_uid: str | None) -> list[NewRow]:
    """Return a new document, its text with pages and boxes, and its headings."""
    revision = revision_row(uid, new.extracted, text_source=new.extracted.text_source)
    revision_uid = revision.columns["uid"]
    about = NewRow(Kind.DOCUMENT, _about(uid, revision_uid, case_uid, new), {})
    return [about, revision, *_sections(revision_uid, new.extracted)]


def _about(uid: str, revision_uid: str, case_uid: str | None, new: NewDocument) -> dict[str, Any]:
    title = title_of(new.name)
    return {
        "uid": uid,
        "title": title,
        "short_title": title,
        "case_uid": case_uid,
        "wave_uid": None,
        "kind": "",
        "date": None,
        "language": new.language,
        "current_revision_uid": revision_uid,
        "corpus": "in",
        "out_reason": "",
        "position": "",
    }


def _has_bytes(session: Session, new: NewDocument) -> bool:
    query = select(DocumentFile.sha256).where(DocumentFile.sha256 == new.extracted.file_sha256)
    return session.scalar(query) is not None


def _keep_bytes(session: Session, new: NewDocument) -> None:
    kept = new.extracted.unlocked or new.content
    # The bytes stay under the hash of the file as it came, also when it had to be unlocked.
    session.execute(
        insert(DocumentFile).prefix_with("OR IGNORE"),
        {"sha256": new.extracted.file_sha256, "n_bytes": len(kept), "bytes": kept},
    )


def keep_bytes_and_index(session: Session, revision_uid: str, new: NewDocument) -> None:
    """Store the file of a document that came in, and let its words be found."""
    extracted = new.extracted
    _keep_bytes(session, new)
    ends = accumulate(len(page.text) for page in extracted.pages)
    numbered = zip(extracted.pages, (0, *ends), strict=False)
    starts = [(page.number, start) for page, start in numbered]
    pages = search_index.reading_pages(extracted.text, starts, extracted.regions)
    search_index.index(session, revision_uid, pages)


def title_of(name: str) -> str:
    """Return what a document is called after the name of its file."""
    return " ".join(PurePath(name).stem.replace("_", " ").split())


def _case(session: Session, study_uid: str, name: str) -> tuple[str | None, list[NewRow]]:
    name = " ".join(name.split())
    if not name:
        return None, []
    known = session.scalar(select(StudyCase.uid).where(StudyCase.name == name))
    if known is not None:
        return known, []
    uid = journal.derived_uid(study_uid, f"case {name.casefold()}")
    columns = {"uid": uid, "name": name, "code": "", "kind": "municipality"}
    return uid, [NewRow(Kind.STUDY_CASE, columns, {})]


def revision_row(
    document: str, extracted: ExtractedDocument, *, number: int = 1, text_source: str = "pdf"
) -> NewRow:
    """Return one frozen text of a document with its pages, boxes, units and regions."""
    text = extracted.text
    text_sha256 = sha256_of_text(text)
    uid = journal.derived_uid(document, text_sha256)
    units = list(_units(uid, extracted))
    columns = {
        "uid": uid,
        "document_uid": document,
        "number": number,
        "file_sha256": extracted.file_sha256,
        "n_bytes": extracted.n_bytes,
        "text_sha256": text_sha256,
        "n_chars": len(text),
        "n_words": sum(page.n_words for page in extracted.pages),
        "n_pages": len(extracted.pages),
        "extractor": extracted.extractor,
        "text_source": text_source,
        "splitter": extracted.splitter,
        "units_sha256": _units_sha256(units),
        "encoding_version": ENCODING_VERSION,
    }
    children = {
        "page": list(_pages(uid, extracted)),
        "page_boxes": [
            {
                "revision_uid": uid,
                "number": page.number,
                "codec": page.boxes[0],
                "boxes": page.boxes,
            }
            for page in extracted.pages
        ],
        "unit": units,
        "region": [
            {
                "revision_uid": uid,
                "ordinal": ordinal,
                "kind": region.kind,
                "page_number": region.page_number,
                "start_char": region.start,
                "end_char": region.end,
            }
            for ordinal, region in enumerate(extracted.regions, start=1)
        ],
    }
    return NewRow(Kind.REVISION, columns, children)


def _pages(uid: str, extracted: ExtractedDocument) -> Iterator[dict[str, Any]]:
    start = 0
    for page in extracted.pages:
        yield {
            "revision_uid": uid,
            "number": page.number,
            "label": page.label,
            "start_char": start,
            "n_chars": len(page.text),
            "width_pt": page.width_pt,
            "height_pt": page.height_pt,
            "rotation": page.rotation,
            "media_box": _box(page.media_box),
            "crop_box": _box(page.crop_box),
            "text_source": page.text_source,
            "unreadable_share": page.unreadable_share,
            "text": page.text,
        }
        start += len(page.text)


def _box(corners: tuple[float, ...]) -> str:
    return " ".join(format(corner, "g") for corner in corners)


def _units(uid: str, extracted: ExtractedDocument) -> Iterator[dict[str, Any]]:
    numbers = dict.fromkeys(("sentence", "item", "paragraph"), 0)
    for unit in extracted.units:
        numbers[unit.kind] += 1
        yield {
            "revision_uid": uid,
            "kind": unit.kind,
            "number": numbers[unit.kind],
            "start_char": unit.start,
            "end_char": unit.end,
            "parent_number": unit.parent,
            "counts": True,
        }


def _units_sha256(units: list[dict[str, Any]]) -> str:
    lines = (f"{unit['kind']} {unit['start_char']} {unit['end_char']}" for unit in units)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _sections(revision_uid: str, extracted: ExtractedDocument) -> list[NewRow]:
    """Return the outline of the file, or the headings found in it where it has none."""
    starts = [0, *accumulate(len(page.text) for page in extracted.pages)]
    placed = [
        (entry.level, entry.title, _place(entry, extracted, starts))
        for entry in extracted.outline
        if entry.title.strip()
    ]
    if placed:
        placed.sort(key=lambda entry: entry[2])
        return sections.new_rows(revision_uid, placed, starts[-1], "outline")
    found = headings.find(LaidOutPage.of(extracted.pages), extracted.regions)
    entries = [(one.level, one.title, one.start) for one in found]
    return sections.new_rows(revision_uid, entries, starts[-1], "found")


def _place(entry: OutlineEntry, extracted: ExtractedDocument, starts: list[int]) -> int:
    """Return where the text of a bookmark begins.

    The line that reads like its title decides, for in columns the height says too little; else
    it is the first line at or below the target.
    """
    index = min(max(entry.page_number, 1), len(extracted.pages)) - 1
    page = extracted.pages[index]
    lines = PageBoxes.decode(page.boxes).lines
    titled = [line for line in lines if _opens(page.text[line.start : line.end], entry.title)]
    target = entry.y_pt or 0.0
    if titled:
        return starts[index] + min(titled, key=lambda line: abs(line.y0_pt - target)).start
    if entry.y_pt is None:
        return starts[index]
    below = [line for line in lines if line.y1_pt > entry.y_pt + 1]
    return starts[index] + (min(below, key=lambda line: line.y0_pt).start if below else 0)


def _opens(line: str, title: str) -> bool:
    """Tell whether a line is the beginning of a title, or a title that of the line."""
    said, wanted = ("".join(words.casefold().split()) for words in (line, title))
    return len(said) >= _TITLE_CHARS and (wanted.startswith(said) or said.startswith(wanted))
