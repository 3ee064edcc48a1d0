"""Areas on pages as a study of their own: agreement on the surface that coders marked.

Every page is cut along the edges of all rectangles on it; each cell is as long as its surface on
the axis that spans use. Unions of overlapping rectangles are then exact, and every figure on
characters works on surface, counted in squared quarters of a point. It is never added to text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qualcode_app.agreement.data import Bools, Floats, Ints, SpanData

PER_POINT = 4  # edges are rounded to quarters of a point


@dataclass(frozen=True, eq=False)
class AreaData:
    """Rectangles on pages; fields as in SpanData.

    Args:
        coders: Uids.
        codes: Uids.
        documents: Uids.
        pages: Of each document the width and height of its pages in points, shape (pages, 2).
        counted: Shape (coders, codes, documents).
        document: Document of every rectangle.
        page: Its page, 0 for the first.
        code: Its code.
        coder: Its coder.
        edges: Left, top, right and bottom in points, shape (rectangles, 4).
    """

    coders: tuple[str, ...]
    codes: tuple[str, ...]
    documents: tuple[str, ...]
    pages: Sequence[Floats]
    counted: Bools
    document: Ints
    page: Ints
    code: Ints
    coder: Ints
    edges: Floats


def as_spans(areas: AreaData) -> SpanData:
    """Return a study whose characters are squared quarters of a point.

    Its numbers of spans are numbers of strips and mean nothing.

    Raises:
        ValueError: A rectangle leaves its page or has no surface.
    """
    sizes = [np.rint(np.asarray(size) * PER_POINT).astype(np.int64) for size in areas.pages]
    edges = np.rint(areas.edges * PER_POINT).astype(np.int64).reshape(-1, 4)
    if (edges[:, :2] >= edges[:, 2:]).any() or (edges < 0).any():
        raise ValueError("a rectangle has no surface or leaves its page")
    surface = [size[:, 0] * size[:, 1] for size in sizes]
    strips = [np.empty((0, 3), np.int64)]
    for document, each in enumerate(surface):
        first = np.cumsum(each) - each
        for page in range(len(each)):
            rows = np.flatnonzero((areas.document == document) & (areas.page == page))
            if not rows.size:
                continue
            if (edges[rows, 2:] > sizes[document][page]).any():
                raise ValueError("a rectangle has no surface or leaves its page")
            strips.append(_strips(rows, edges[rows], int(first[page])))
    row, start, end = np.concatenate(strips).T
    return SpanData(
        areas.coders,
        areas.codes,
        areas.documents,
        np.array([each.sum() for each in surface], np.int64),
        areas.counted,
        areas.document[row],
        areas.code[row],
        areas.coder[row],
        start,
        end,
    )


def _strips(rows: Ints, edges: Ints, offset: int) -> Ints:
    """Return the rectangles of one page as strips: row, start and end on the axis."""
    across, down = np.unique(edges[:, ::2]), np.unique(edges[:, 1::2])
    widths, heights = np.diff(across), np.diff(down)
    left, right = np.searchsorted(across, edges[:, 0]), np.searchsorted(across, edges[:, 2])
    top, bottom = np.searchsorted(down, edges[:, 1]), np.searchsorted(down, edges[:, 3])
    # Cells lie on the axis row by row, so a rectangle is one strip in each row it crosses.
    before = np.concatenate(([0], np.cumsum(np.outer(heights, widths).ravel())))
    found = []
    for i, row in enumerate(rows):
        lines = np.arange(top[i], bottom[i]) * len(widths)
        start, end = before[lines + left[i]], before[lines + right[i]]
        found.append(np.stack((np.full(len(lines), row), start + offset, end + offset), axis=1))
    return np.concatenate(found)
