"""How good the text of a document is: what a coder should know before trusting it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.boxes import BoxLine, PageBoxes
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models.documents import Document, Page, Revision
from qualcode_app.models.documents import PageBoxes as StoredBoxes

_SUSPICIOUS = re.compile(
    "[\ufffd\ue000-\uf8ff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
    "|Ã[\x80-\xbf]|â€[\x80-\xbf™œž“”˜¦¢]|Â(?=[\xa0-\xbf])"  # UTF-8 read as another encoding
)
_BROKEN = re.compile(r"[^\W\d_][-\u2010\u00ad]\s*$")
_MOSTLY = 0.3  # share of suspicious characters from which a page cannot be read
_COLUMN_LINES = 4  # beside each other
_FULL_LINE = 12  # characters; shorter lines are cells and labels


@dataclass(frozen=True, slots=True)
class Quality:
    """The report on one document; pages are printed labels, shares run from 0 to 1.

    `suspicious_share` and `hyphenated_share` are 0 where there is no text.
    """

    document_uid: str
    title: str
    text_source: str  # pdf, ocr, mixed, made
    n_pages: int
    n_words: int
    without_text: tuple[str, ...]
    unreadable: tuple[str, ...]  # mostly suspicious characters
    suspicious_share: float
    in_columns: tuple[str, ...]
    hyphenated_share: float  # of the lines
    turned: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether there is nothing to mind; columns and hyphens are read well."""
        return not (self.without_text or self.unreadable or self.suspicious_share > 0.001)


def report(
    session: Session, document_uid: str | None = None, progress: Progress | None = None
) -> list[Quality]:
    """Return the report on one document, or on all by title."""
    watch = progress or Silent()
    query = (
        select(Document.uid, Document.title, Revision)
        .join(Revision, Revision.uid == Document.current_revision_uid)
        .order_by(Document.position, Document.title, Document.uid)
    )
    if document_uid is not None:
        query = query.where(Document.uid == document_uid)
    found = session.execute(query).all()
    total = sum(revision.n_pages for _, _, revision in found)
    reports, done = [], 0
    for uid, title, revision in found:
        pages = []
        for page in _pages(session, revision.uid):
            pages.append(page)
            done += 1
            watch.report(done, total)
        reports.append(_summed(uid, title, revision, pages))
    return reports


@dataclass(frozen=True, slots=True)
class _PageQuality:
    label: str
    n_chars: int
    n_suspicious: int
    n_lines: int
    n_hyphenated: int
    in_columns: bool
    turned: bool


def _pages(session: Session, revision_uid: str) -> list[_PageQuality]:
    stored = session.execute(
        select(Page.label, Page.number, Page.text, Page.rotation, StoredBoxes.boxes)
        .join(
            StoredBoxes,
            (StoredBoxes.revision_uid == Page.revision_uid) & (StoredBoxes.number == Page.number),
        )
        .where(Page.revision_uid == revision_uid)
        .order_by(Page.number)
    )
    return [
        _judged(row.label or str(row.number), row.text, row.rotation, row.boxes) for row in stored
    ]


def _judged(label: str, text: str, rotation: int, boxes: bytes) -> _PageQuality:
    lines = PageBoxes.decode(boxes).lines
    upright = sum(line.end - line.start for line in lines if line.horizontal)
    slanted = sum(line.end - line.start for line in lines if not line.horizontal)
    printed = text.splitlines()
    return _PageQuality(
        label,
        len("".join(text.split())),
        sum(len(match[0]) for match in _SUSPICIOUS.finditer(text)),
        len(printed),
        sum(bool(_BROKEN.search(line)) for line in printed),
        _has_columns([line for line in lines if line.end - line.start >= _FULL_LINE]),
        rotation != 0 or slanted > upright,
    )


def _has_columns(lines: Sequence[BoxLine]) -> bool:
    """Tell whether several lines have another full line beside them."""
    by_height = sorted(lines, key=lambda line: line.y0_pt)
    beside = 0
    for number, line in enumerate(by_height):
        middle = (line.y0_pt + line.y1_pt) / 2
        for other in by_height[number + 1 :]:
            if other.y0_pt > middle:
                break
            if other.x0_pt > line.x1_pt or other.x1_pt < line.x0_pt:
                beside += 1
                break
    return beside >= _COLUMN_LINES


def _summed(uid: str, title: str, revision: Revision, pages: Sequence[_PageQuality]) -> Quality:
    n_chars = sum(page.n_chars for page in pages)
    n_lines = sum(page.n_lines for page in pages)
    return Quality(
        uid,
        title,
        revision.text_source,
        len(pages),
        revision.n_words,
        tuple(page.label for page in pages if page.n_chars == 0),
        tuple(page.label for page in pages if page.n_suspicious > _MOSTLY * page.n_chars),
        sum(page.n_suspicious for page in pages) / n_chars if n_chars else 0.0,
        tuple(page.label for page in pages if page.in_columns),
        sum(page.n_hyphenated for page in pages) / n_lines if n_lines else 0.0,
        tuple(page.label for page in pages if page.turned),
    )
