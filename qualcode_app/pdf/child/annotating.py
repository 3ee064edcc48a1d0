"""Highlights written into a PDF, that every PDF program shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

import pymupdf

_AREA_WIDTH_PT = 1.2

Mark = Mapping[str, Any]


def annotated(
    document: pymupdf.Document, marks: Sequence[Mark]
) -> Iterator[tuple[Mapping[str, object], bytes]]:
    """Yield a step per page that got its marks, and at the end the file.

    Args:
        document: What is marked; it is changed.
        marks: Each with `page`, `rects` in unrotated page points, `colour`, `author`, `subject`,
            `note` and `area`.
    """
    by_page: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_page[mark["page"]].append(mark)
    for number in sorted(by_page):
        page = document[number - 1]
        rotation = page.rotation
        page.set_rotation(0)  # the rectangles are those of the unturned page
        for mark in by_page[number]:
            _add(page, mark)
        page.set_rotation(rotation)
        yield {"is": "marked", "page": number}, b""
    file = BytesIO()
    document.ez_save(file)  # a plain save triples a file with object streams
    yield {"is": "annotated"}, file.getvalue()


def _add(page: pymupdf.Page, mark: Mark) -> None:
    rects = [pymupdf.Rect(*rect) for rect in mark["rects"]]
    if mark["area"]:
        annotation = page.add_rect_annot(rects[0])
        annotation.set_border(width=_AREA_WIDTH_PT)
    else:
        annotation = page.add_highlight_annot(quads=[rect.quad for rect in rects])
    annotation.set_colors(stroke=[int(mark["colour"][at : at + 2], 16) / 255 for at in (1, 3, 5)])
    annotation.set_info(title=mark["author"], subject=mark["subject"], content=mark["note"])
    annotation.update()
