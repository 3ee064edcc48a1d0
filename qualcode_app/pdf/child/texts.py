"""Text and boxes of a document, from one pass over each page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import pymupdf

from qualcode_app.domain import regions, units
from qualcode_app.domain.boxes import HORIZONTAL, SLANTED, WHOLE, Box, BoxLine, encode, from_view
from qualcode_app.domain.layout import LaidOutPage

_FLAGS = (
    pymupdf.TEXT_PRESERVE_LIGATURES
    | pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_MEDIABOX_CLIP
    | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
)
EXTRACTOR = f"pymupdf {pymupdf.__version__} rawdict flags={_FLAGS}"
_BOLD = pymupdf.TEXT_FONT_BOLD
_LEVEL = 0.9998  # cosine: within one degree
_A4_PT = (595.0, 842.0)  # for a page whose size cannot be read
_MOST_BOOKMARKS = 50_000
_UNREADABLE = re.compile(
    "[\ufffd\ue000-\uf8ff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\U000f0000-\U0010ffff]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_STACKED = 0.2  # share of letters without a width from which a line is taken as a whole
_INVISIBLE = re.compile("[\x01-\x1f\x7f-\x9f\xad]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

Answer = tuple[Mapping[str, object], bytes]


def extracted(document: pymupdf.Document, *, unlock: bool) -> Iterator[Answer]:
    """Yield one answer about the document, one per page and one at the end."""
    n_pages = document.page_count
    yield {"is": "document", "n_pages": n_pages, "extractor": EXTRACTOR}, b""
    laid_out, start, failed = [], 0, 0
    labels = bool(document.get_page_labels())
    for index in range(n_pages):
        answer, page, blob = _page(document, index, start, labels=labels)
        failed += "failed" in answer
        start += len(page.text)
        laid_out.append(page)
        # Offsets count code points; the client cuts the body where the text ends in bytes.
        text = page.text.encode()
        yield {**answer, "is": "page", "n_text": len(text)}, text + blob
    found = regions.find(laid_out)
    split = units.split(laid_out, found)
    end = {
        "is": "end",
        "regions": [(r.kind, r.page_number, r.start, r.end) for r in found],
        "units": [(u.kind, u.start, u.end, u.parent) for u in split],
        "splitter": units.SPLITTER,
        "outline": _outline(document),
        "failed_pages": failed,
        "repaired": bool(document.is_repaired),
    }
    unlocked = (
        document.tobytes(encryption=pymupdf.PDF_ENCRYPT_NONE, deflate=True) if unlock else b""
    )
    yield end, unlocked


def _page(
    document: pymupdf.Document, index: int, start: int, *, labels: bool
) -> tuple[dict[str, object], LaidOutPage, bytes]:
    try:
        page = document[index]
        raw = page.get_text("rawdict", flags=_FLAGS)
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
        return _unread(index, start)
    rotation = page.rotation
    width, height = page.rect.width, page.rect.height
    if rotation in (90, 270):
        width, height = height, width
    text, lines, boxes = _lines(raw["blocks"])
    media, crop = page.mediabox, page.cropbox
    answer: dict[str, object] = {
        "label": page.get_label() if labels else "",
        "width": width,
        "height": height,
        "rotation": rotation,
        "media": tuple(media),
        # pymupdf turns the crop box upside down; the file counts from the bottom.
        "crop": (crop.x0, media.y1 - crop.y1, crop.x1, media.y1 - crop.y0),
        "unreadable": _unreadable_share(text),
        "n_words": len(text.split()),
    }
    laid_out = LaidOutPage(index + 1, start, text, width, height, rotation, lines)
    return answer, laid_out, encode(len(text), lines, boxes)


def _unread(index: int, start: int) -> tuple[dict[str, object], LaidOutPage, bytes]:
    width, height = _A4_PT
    answer: dict[str, object] = {
        "label": "",
        "width": width,
        "height": height,
        "rotation": 0,
        "media": (0.0, 0.0, width, height),
        "crop": (0.0, 0.0, width, height),
        "unreadable": 0.0,
        "n_words": 0,
        "failed": True,
    }
    return answer, LaidOutPage(index + 1, start, "\n", width, height, 0, ()), encode(1, (), ())


def _lines(blocks: Sequence[Mapping[str, Any]]) -> tuple[str, list[BoxLine], list[Box]]:
    """Build the text of a page and, from the very same characters, its lines and boxes.

    Every line ends in one newline, which has no box. A newline inside a line of the file ends
    the line there.
    """
    texts: list[str] = []
    lines: list[BoxLine] = []
    boxes: list[Box] = []
    start = 0
    for number, block in enumerate(blocks):
        for line in _columns_joined(block["lines"]):
            spans = line["spans"]
            main = spans[0] if len(spans) == 1 else max(spans, key=_n_chars, default=None)
            if main is None:
                continue
            chars = main["chars"]
            if len(spans) > 1:
                chars = [char for span in spans for char in span["chars"]]
            text = "".join([char["c"] for char in chars])
            places = [char["bbox"] for char in chars]
            if _INVISIBLE.search(text):
                places = _uncovered(text, places)
            pieces = [text] if "\n" not in text else text.removesuffix("\n").split("\n")
            first = 0
            for piece in pieces:
                part = places[first : first + len(piece)]
                if part:
                    style = main["size"], bool(main["flags"] & _BOLD)
                    described = _line(start, part, line, number, style)
                    if not piece.isascii() and _is_one(piece, part):
                        described = described._replace(kind=WHOLE)
                    lines.append(described)
                    boxes += part
                texts.append(piece)
                first += len(piece) + 1
                start += len(piece) + 1
    return _UNSTORABLE.sub("\ufffd", "\n".join(texts) + "\n"), lines, boxes


def _columns_joined(lines: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Join the characters of vertical writing, each of which comes as a line, to their columns."""
    if not any(line["wmode"] for line in lines):
        return lines
    joined: list[dict[str, Any]] = []
    for line in lines:
        if joined and line["wmode"] and joined[-1]["wmode"] and _goes_on(joined[-1], line):
            spans = joined[-1]["spans"] + line["spans"]
            joined[-1].update(spans=spans, bbox=_around(joined[-1]["bbox"], line["bbox"]))
        else:
            joined.append(dict(line))
    return joined


def _goes_on(column: Mapping[str, Any], line: Mapping[str, Any]) -> bool:
    """Tell whether a line lies at most one character below the last one of its column."""
    left, _, right, bottom = column["bbox"]
    x0, y0, x1, y1 = line["bbox"]
    return bool(left < (x0 + x1) / 2 < right and bottom - 1 < y0 < bottom + (y1 - y0))


def _around(box: Box, other: Box) -> Box:
    return (
        min(box[0], other[0]),
        min(box[1], other[1]),
        max(box[2], other[2]),
        max(box[3], other[3]),
    )


def _uncovered(text: str, places: Sequence[Box]) -> list[Box]:
    """Cut boxes of tabs, soft hyphens and the like where they lie over the letter after them."""
    cut = list(places)
    for at in (match.start() for match in _INVISIBLE.finditer(text)):
        x0, y0, x1, y1 = places[at]
        if at + 1 < len(places) and (following := places[at + 1][0]) < x1:
            cut[at] = (min(x0, following), y0, following, y1)
    return cut


def _n_chars(span: Mapping[str, Any]) -> int:
    return len(span["chars"])


def _line(
    start: int,
    places: Sequence[Box],
    line: Mapping[str, Any],
    block: int,
    style: tuple[float, bool],
) -> BoxLine:
    """Describe a line; which kind it is follows from where its characters lie."""
    x0, y0, x1, y1 = line["bbox"]
    end = start + len(places)
    level = line["dir"][0] > _LEVEL and not line["wmode"]
    # From edge to edge in reading order: the usual line, told without a look at every character.
    if level and places[0][0] - x0 < 1 and x1 - places[-1][2] < 1:
        return BoxLine(start, end, x0, y0, x1, y1, block, HORIZONTAL, *style)
    lefts, tops, rights, bottoms = zip(*places, strict=True)
    box = min(lefts), min(tops), max(rights), max(bottoms)
    kind = HORIZONTAL if level else SLANTED
    if line["wmode"] or _runs_back(places, level=level):
        kind = WHOLE
    return BoxLine(start, end, *box, block, kind, *style)


def _is_one(text: str, places: Sequence[Box]) -> bool:
    """Tell whether parts of a line cannot be pointed at: right to left, or letters in a heap."""
    if _RIGHT_TO_LEFT.search(text):
        return True
    flat = sum(right - left < 0.01 and bottom - top > 0 for left, top, right, bottom in places)
    return flat > _STACKED * len(places)


def _runs_back(places: Sequence[Box], *, level: bool) -> bool:
    """Tell whether many characters lie before the one they follow, as from right to left."""
    xs = [box[0] + box[2] for box in places]
    ys = [box[1] + box[3] for box in places]
    dx, dy = (1.0, 0.0) if level else (xs[-1] - xs[0], ys[-1] - ys[0])
    along = [x * dx + y * dy for x, y in zip(xs, ys, strict=True)]
    if not level and dx == dy == 0:
        return True  # one character: its direction cannot be seen
    back = sum(after < before for before, after in pairwise(along))
    return back * 5 > len(places)


def _unreadable_share(text: str) -> float:
    unreadable = len(_UNREADABLE.findall(text))
    return unreadable / len("".join(text.split())) if unreadable else 0.0


def _outline(document: pymupdf.Document) -> list[tuple[int, str, int, float | None]]:
    """Return level, title, page number and height of each bookmark that points into the file."""
    entries: list[tuple[int, str, int, float | None]] = []
    todo = [(document.outline, 1)]
    while todo and len(entries) < _MOST_BOOKMARKS:
        item, level = todo.pop()
        # A document without bookmarks has an outline around nothing.
        while item is not None and item.this.m_internal and len(entries) < _MOST_BOOKMARKS:
            if 0 <= item.page < document.page_count and not item.is_external:
                title = _UNSTORABLE.sub("\ufffd", item.title or "")
                entries.append((level, title, item.page + 1, _height(document, item)))
            if item.down is not None:
                todo.append((item.next, level))
                item, level = item.down, level + 1
            else:
                item = item.next
    return entries


def _height(document: pymupdf.Document, item: pymupdf.Outline) -> float | None:
    """Return where on the unrotated page a bookmark points to, from the top."""
    if not math.isfinite(item.y):
        return None
    page = document[item.page]
    width, height = page.rect.width, page.rect.height
    if page.rotation in (90, 270):
        width, height = height, width
    x = item.x if math.isfinite(item.x) else 0.0
    return from_view(x, item.y, page.rotation, width, height)[1]
