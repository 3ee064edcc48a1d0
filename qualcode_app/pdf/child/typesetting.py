"""Text without pages, set on pages: each letter's place is known because it is chosen here."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

import pymupdf

from qualcode_app.domain import units
from qualcode_app.domain.boxes import HORIZONTAL, WHOLE, Box, BoxLine, encode
from qualcode_app.domain.layout import LaidOutPage

TYPESETTER = f"qualcode-typeset 1, pymupdf {pymupdf.__version__}"
_WIDTH_PT, _HEIGHT_PT, _EDGE_PT = 595.0, 842.0, 62.0
_MEASURE_PT = _WIDTH_PT - 2 * _EDGE_PT
_BLANK_LINE = 0.6  # of a line, where the text has an empty one
_AFTER_LONG_PT = 5.0  # below a paragraph of several lines
_LOW, _HIGH = 0.3, 1.05  # below and above the foot of a line, times the size of type
_TAB = 4  # spaces
_UNSEEN = re.compile("[\t\n\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_SHAPED = re.compile("[\u0590-\u0dff\ufb1d-\ufdff\ufe70-\ufefc]")  # letters that change or run back
_WIDE = "\u2e80"  # from here on a line may break between any two letters

Answer = tuple[Mapping[str, object], bytes]


@dataclass(frozen=True, slots=True)
class _Style:
    size_pt: float
    leading_pt: float
    bold: bool
    above_pt: float = 0.0


_BODY = _Style(10.5, 15.0, bold=False)
_HEADINGS = (
    _Style(18.0, 24.0, bold=True, above_pt=16.0),
    _Style(14.5, 20.0, bold=True, above_pt=13.0),
    _Style(12.0, 17.0, bold=True, above_pt=10.0),
    _Style(10.5, 15.0, bold=True, above_pt=8.0),
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line on a page: characters [start, end) of the text, without the newline."""

    start: int
    end: int
    foot_pt: float
    style: _Style
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page: its stretch of the text and what is shown of it."""

    start: int
    end: int
    rows: Sequence[_Row]


def typeset(text: str, headings: Mapping[int, int]) -> Iterator[Answer]:
    """Yield the same answers as about a PDF that is read, and at the end the PDF.

    Args:
        text: What is set; it ends in a newline.
        headings: The level of each line that is a heading, by where it begins.
    """
    sheets = _sheets(text, headings)
    yield {"is": "document", "n_pages": len(sheets), "extractor": TYPESETTER}, b""
    document = pymupdf.open()
    laid_out, outline = [], []
    for number, sheet in enumerate(sheets, start=1):
        words = text[sheet.start : sheet.end]
        rows, boxes = _placed(text, sheet)
        _draw(document, text, sheet)
        page = LaidOutPage(number, sheet.start, words, _WIDTH_PT, _HEIGHT_PT, 0, rows)
        laid_out.append(page)
        outline += [
            (headings[row.start], text[row.start : row.end].strip(), number, row.foot_pt)
            for row in sheet.rows
            if row.start in headings
        ]
        body = words.encode()
        yield {**_about(words), "n_text": len(body)}, body + encode(len(words), rows, boxes)
    end = {
        "is": "end",
        "regions": [],
        "units": [(u.kind, u.start, u.end, u.parent) for u in units.split(laid_out, ())],
        "splitter": units.SPLITTER,
        "outline": outline,
        "failed_pages": 0,
        "repaired": False,
    }
    document.subset_fonts()
    yield end, document.tobytes(garbage=3, deflate=True)


def _about(words: str) -> Mapping[str, object]:
    box = (0.0, 0.0, _WIDTH_PT, _HEIGHT_PT)
    return {
        "is": "page",
        "label": "",
        "width": _WIDTH_PT,
        "height": _HEIGHT_PT,
        "rotation": 0,
        "media": box,
        "crop": box,
        "unreadable": 0.0,
        "n_words": len(words.split()),
        "text_source": "made",
    }


def _sheets(text: str, headings: Mapping[int, int]) -> list[_Sheet]:
    """Break the text into lines and the lines into pages; every character is on one page."""
    pages: list[list[_Row]] = [[]]
    y, start, number = _EDGE_PT, 0, 0
    while start < len(text):
        newline = text.index("\n", start)
        level = headings.get(start)
        style = _HEADINGS[min(level, len(_HEADINGS)) - 1] if level else _BODY
        rows = _broken(text, start, newline, style)
        y += style.above_pt if pages[-1] else 0.0
        # A heading is not left alone at the foot of a page.
        needed = style.leading_pt * len(rows) + 2 * _BODY.leading_pt if level else 0.0
        for first, last in rows:
            if y + max(style.leading_pt, needed) > _HEIGHT_PT - _EDGE_PT and pages[-1]:
                pages.append([])
                y = _EDGE_PT
            needed = 0.0
            pages[-1].append(_Row(first, last, y + style.size_pt, style, number))
            y += style.leading_pt if first < last else _BLANK_LINE * style.leading_pt
        y += _AFTER_LONG_PT if len(rows) > 1 else 0.0
        start, number = newline + 1, number + 1
    starts = [rows[0].start for rows in pages]
    ends = [*starts[1:], len(text)]
    return [_Sheet(*one) for one in zip(starts, ends, pages, strict=True)]


def _broken(text: str, start: int, end: int, style: _Style) -> list[tuple[int, int]]:
    """Break a paragraph where its lines are full; a line keeps the blanks that end it."""
    if start == end:
        return [(start, end)]
    lines: list[tuple[int, int]] = []
    widths = _widths(style)
    x, may_break = 0.0, start
    for at, letter in enumerate(text[start:end], start):
        width = widths[letter]
        if x + width > _MEASURE_PT and not letter.isspace() and at > start:
            cut = may_break if may_break > start else at
            lines.append((start, cut))
            start = cut
            x = sum(map(widths.__getitem__, text[start:at]))
        x += width
        if letter.isspace() or letter >= _WIDE:
            may_break = at + 1
    lines.append((start, end))
    return lines


@cache
def _font(*, bold: bool) -> pymupdf.Font:
    return pymupdf.Font("hebo" if bold else "helv")


class _Widths(dict[str, float]):
    """How far each letter goes in a style; asked of the font once."""

    def __init__(self, style: _Style) -> None:
        super().__init__()
        self._font = _font(bold=style.bold)
        self._size_pt = style.size_pt
        self["\t"] = _TAB * self[" "]

    def __missing__(self, letter: str) -> float:
        width = float(self._font.glyph_advance(ord(letter))) * self._size_pt
        self[letter] = 0.0 if _UNSEEN.match(letter) else width
        return self[letter]


@cache
def _widths(style: _Style) -> _Widths:
    return _Widths(style)


def _placed(text: str, sheet: _Sheet) -> tuple[list[BoxLine], list[Box]]:
    """Return the lines of a page with the boxes of their letters."""
    lines: list[BoxLine] = []
    boxes: list[Box] = []
    for row in sheet.rows:
        if row.start == row.end:
            continue
        said, style = text[row.start : row.end], row.style
        edges = list(accumulate(map(_widths(style).__getitem__, said), initial=_EDGE_PT))
        top = row.foot_pt - _HIGH * style.size_pt
        bottom = row.foot_pt + _LOW * style.size_pt
        boxes += [(x0, top, x1, bottom) for x0, x1 in pairwise(edges)]
        kind = WHOLE if _SHAPED.search(said) else HORIZONTAL
        place = row.start - sheet.start
        lines.append(
            BoxLine(
                place,
                place + len(said),
                _EDGE_PT,
                top,
                edges[-1],
                bottom,
                row.paragraph,
                kind,
                style.size_pt,
                style.bold,
            )
        )
    return lines, boxes


def _draw(document: pymupdf.Document, text: str, sheet: _Sheet) -> None:
    page = document.new_page(width=_WIDTH_PT, height=_HEIGHT_PT)
    writer = pymupdf.TextWriter(page.rect)
    for row in sheet.rows:
        said = text[row.start : row.end]
        if _SHAPED.search(said):
            _draw_shaped(page, said, row)
            continue
        x, first = _EDGE_PT, 0
        for unseen in [*_UNSEEN.finditer(said), None]:
            last = unseen.start() if unseen else len(said)
            run = said[first:last]
            if run.strip():
                font = _font(bold=row.style.bold)
                writer.append((x, row.foot_pt), run, font=font, fontsize=row.style.size_pt)
            stop = unseen.end() if unseen else last
            if unseen is not None:
                x += sum(map(_widths(row.style).__getitem__, said[first:stop]))
            first = stop
    writer.write_text(page)


def _draw_shaped(page: pymupdf.Page, said: str, row: _Row) -> None:
    """Draw a line whose letters run back or take the form of their neighbours."""
    size = row.style.size_pt
    top = row.foot_pt - 1.45 * size  # its first line stands about as deep in a box of HTML
    box = pymupdf.Rect(_EDGE_PT, top, _WIDTH_PT - _EDGE_PT + size, top + 3 * size)
    weight = "bold" if row.style.bold else "normal"
    css = f"* {{font-family: sans-serif; font-size: {size}pt; font-weight: {weight}; margin: 0}}"
    page.insert_htmlbox(box, f"<p>{html.escape(said.strip())}</p>", css=css)
