"""Where every page lies on the long sheet that is scrolled: plain geometry, no widgets.

Three spaces meet here. A page is stored unrotated, in points. Turned as the PDF says it is the
*view* of the page, still in points. Scaled and placed under the pages before it, it lies in
*content* pixels, which the viewport shows through a window moved by the scroll bars.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from qualcode_app.ui.page.source import PageRow

PX_PER_PT = 96 / 72  # at 100 %
MIN_ZOOM, MAX_ZOOM = 0.25, 5.0
GAP_PX = 14  # between pages, and around them
_NEARLY = 0.001  # a size this little above a whole pixel is that pixel, as the renderer rounds


def view_size(page: PageRow) -> tuple[float, float]:
    """Return width and height of a page as it is seen, in points."""
    if page.rotation % 180:
        return page.height_pt, page.width_pt
    return page.width_pt, page.height_pt


@dataclass(frozen=True, slots=True)
class PageSlot:
    """The place of one page in content pixels."""

    index: int
    x_px: int
    y_px: int
    width_px: int
    height_px: int

    @property
    def bottom_px(self) -> int:
        """The first pixel row below the page."""
        return self.y_px + self.height_px

    @property
    def right_px(self) -> int:
        """The first pixel column right of the page."""
        return self.x_px + self.width_px


class PageLayout:
    """The table of page tops for one zoom, width and number of columns.

    Pages stand in the middle of a column as wide as the widest page or, in one column, as the
    page that is read: a wider one then reaches over its right edge.
    """

    def __init__(
        self,
        pages: Sequence[PageRow],
        scale: float,
        viewport_width_px: int,
        margin_px: int,
        columns: int = 1,
        column_pt: float = 0.0,
    ) -> None:
        self.scale = scale  # content pixels per point
        self.margin_px = margin_px
        self.columns = columns
        self.slots: list[PageSlot] = []
        sizes = [view_size(page) for page in pages]
        if column_pt and columns == 1:
            self._column_px = pixels(column_pt * scale)
        else:
            self._column_px = max((pixels(width * scale) for width, _ in sizes), default=0)
        used_px = columns * (self._column_px + margin_px) + (columns - 1) * GAP_PX
        self._left_px = max(GAP_PX, (viewport_width_px - used_px) // 2)
        self._row_tops: list[int] = []
        top = GAP_PX
        for first in range(0, len(sizes), columns):
            self._row_tops.append(top)
            row = sizes[first : first + columns]
            for column, (width, height) in enumerate(row):
                self.slots.append(self._slot(first + column, column, top, width, height))
            top += max(pixels(height * scale) for _, height in row) + GAP_PX
        self.height_px = top
        rightmost = max((self.margin_x_px(slot) for slot in self.slots), default=used_px)
        self.width_px = max(viewport_width_px, rightmost + margin_px + GAP_PX)

    def _slot(self, index: int, column: int, top: int, width: float, height: float) -> PageSlot:
        width_px = pixels(width * self.scale)
        left = self._left_px + column * (self._column_px + self.margin_px + GAP_PX)
        shift = max(0, (self._column_px - width_px) // 2)
        return PageSlot(index, left + shift, top, width_px, pixels(height * self.scale))

    def margin_x_px(self, slot: PageSlot) -> int:
        """Return where the margin with the stripes of a page begins."""
        column = slot.index % self.columns
        left = self._left_px + column * (self._column_px + self.margin_px + GAP_PX)
        return max(left + self._column_px, slot.right_px)

    def between(self, top_px: float, bottom_px: float) -> range:
        """Return the indexes of the pages in the rows that show between two heights."""
        if not self.slots or bottom_px <= top_px:
            return range(0)
        first = max(0, bisect_right(self._row_tops, top_px) - 1)
        if self._row_bottom(first) <= top_px:
            first += 1
        last = bisect_right(self._row_tops, bottom_px - 1)
        return range(first * self.columns, min(len(self.slots), last * self.columns))

    def _row_bottom(self, row: int) -> int:
        slots = self.slots[row * self.columns : (row + 1) * self.columns]
        return max(slot.bottom_px for slot in slots)

    def nearest(self, x_px: float, y_px: float) -> PageSlot | None:
        """Return the page under a point, or the one nearest to it."""
        if not self.slots:
            return None
        row = max(0, bisect_right(self._row_tops, y_px + GAP_PX / 2) - 1)
        slots = self.slots[row * self.columns : (row + 1) * self.columns]
        return min(slots, key=lambda slot: _outside(x_px, slot.x_px, slot.right_px))

    def at(self, x_px: float, y_px: float) -> PageSlot | None:
        """Return the page under a point, margin not counted."""
        slot = self.nearest(x_px, y_px)
        if slot is None or not slot.x_px <= x_px < slot.right_px:
            return None
        return slot if slot.y_px <= y_px < slot.bottom_px else None

    def to_page(self, slot: PageSlot, x_px: float, y_px: float) -> tuple[float, float]:
        """Return a point of the content as a point of the page's view."""
        return (x_px - slot.x_px) / self.scale, (y_px - slot.y_px) / self.scale


def pixels(length: float) -> int:
    """Round a length up to whole pixels."""
    return max(1, ceil(length - _NEARLY))


def _outside(value: float, low: float, high: float) -> float:
    return max(low - value, value - high, 0)


def fit_width(
    pages: Sequence[PageRow], viewport_width_px: int, margin_px: int, columns: int = 1
) -> float:
    """Return the scale at which the widest page and its margin fill the width."""
    widest = max((view_size(page)[0] for page in pages), default=0)
    # In whole pixels: half ones round up, and a scroll bar would come for one of them.
    free = (viewport_width_px - (columns + 1) * GAP_PX) // columns - margin_px
    return clamped(free / widest if widest else PX_PER_PT)


def fit_page(
    pages: Sequence[PageRow],
    viewport_px: tuple[int, int],
    margin_px: int,
    columns: int = 1,
) -> float:
    """Return the scale at which every page is seen whole."""
    highest = max((view_size(page)[1] for page in pages), default=0)
    by_height = (viewport_px[1] - 2 * GAP_PX) / highest if highest else PX_PER_PT
    return clamped(min(by_height, fit_width(pages, viewport_px[0], margin_px, columns)))


def clamped(scale: float) -> float:
    """Return the scale kept between the smallest and the largest zoom."""
    return min(max(scale, MIN_ZOOM * PX_PER_PT), MAX_ZOOM * PX_PER_PT)
