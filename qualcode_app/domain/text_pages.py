"""Plain text laid out on pages, so that it is read, coded and shown like any other document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from qualcode_app.domain import units
from qualcode_app.domain.boxes import Box, BoxLine, encode
from qualcode_app.domain.extraction import ExtractedDocument, ExtractedPage
from qualcode_app.domain.layout import LaidOutPage

WIDTH_PT, HEIGHT_PT, EDGE_PT = 595.0, 842.0, 60.0
SIZE_PT, LEADING_PT = 9.0, 15.0
ADVANCE_PT = 0.6 * SIZE_PT  # as wide as every letter of a typewriter is
LINE_CHARS = int((WIDTH_PT - 2 * EDGE_PT) / ADVANCE_PT)
PAGE_LINES = int((HEIGHT_PT - 2 * EDGE_PT) / LEADING_PT)
EXTRACTOR = "qualcode-text 1"

Range = tuple[int, int]


def extracted(text: str, content: bytes) -> ExtractedDocument:
    """Return a document of plain text: offsets are those of the text, which ends in a newline.

    Args:
        text: Any text.
        content: The bytes that are stored as its file.
    """
    if not text.endswith("\n"):
        text += "\n"
    pages = tuple(_page(text, number, lines) for number, lines in _sheets(text))
    found = units.split(LaidOutPage.of(pages), ())
    return ExtractedDocument(
        file_sha256=hashlib.sha256(content).hexdigest(),
        n_bytes=len(content),
        extractor=EXTRACTOR,
        pages=pages,
        outline=(),
        regions=(),
        units=found,
        splitter=units.SPLITTER,
        unlocked=None,
    )


def sheets(text: str) -> list[list[str]]:
    """Return the lines of each page."""
    whole = text if text.endswith("\n") else text + "\n"
    return [[whole[start:end] for start, end in lines] for _, lines in _sheets(whole)]


def _sheets(text: str) -> Iterator[tuple[int, list[Range]]]:
    lines = list(_lines(text))
    for number, first in enumerate(range(0, len(lines), PAGE_LINES), start=1):
        yield number, lines[first : first + PAGE_LINES]


def _lines(text: str) -> Iterator[Range]:
    """Break paragraphs at spaces; a line keeps the white space that ends it."""
    start = 0
    while start < len(text):
        newline = text.index("\n", start) + 1
        while newline - start > LINE_CHARS:
            space = text.rfind(" ", start, start + LINE_CHARS)
            end = space + 1 if space > start else start + LINE_CHARS
            yield start, end
            start = end
        yield start, newline
        start = newline


def _page(text: str, number: int, lines: Sequence[Range]) -> ExtractedPage:
    first, after = lines[0][0], lines[-1][1]
    words = text[first:after]
    rows: list[BoxLine] = []
    boxes: list[Box] = []
    block = 0
    for at, (start, end) in enumerate(lines):
        n_chars = len(text[start:end].rstrip("\n"))
        top = EDGE_PT + at * LEADING_PT
        bottom = top + LEADING_PT - 1
        if n_chars:
            own = [
                (EDGE_PT + i * ADVANCE_PT, top, EDGE_PT + (i + 1) * ADVANCE_PT, bottom)
                for i in range(n_chars)
            ]
            right = own[-1][2]
            place = start - first
            rows.append(
                BoxLine(place, place + n_chars, EDGE_PT, top, right, bottom, block, size_pt=SIZE_PT)
            )
            boxes += own
        if text[end - 1] == "\n":
            block += 1
    page_box = (0.0, 0.0, WIDTH_PT, HEIGHT_PT)
    return ExtractedPage(
        number=number,
        label=str(number),
        text=words,
        width_pt=WIDTH_PT,
        height_pt=HEIGHT_PT,
        rotation=0,
        media_box=page_box,
        crop_box=page_box,
        boxes=encode(len(words), rows, boxes),
        text_source="made",
        unreadable_share=0.0,
        n_words=len(words.split()),
    )
