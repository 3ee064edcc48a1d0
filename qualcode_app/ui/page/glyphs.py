"""From ranges of the document's text to rectangles on its pages, and back from points."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.boxes import BoxLine, PageBoxes, Rect, from_view, to_view
from qualcode_app.ui.page.source import PageSource

Point = tuple[float, float]
KEPT_PAGES = 64  # decoded boxes: about 0.3 MB a page


@dataclass(frozen=True, slots=True)
class Part:
    """The piece of a range that lies on one page."""

    index: int
    start: int  # offsets in the document
    end: int


Line = tuple[int, int, Rect]  # start and end in the document, and where it is


class Glyphs:
    """The stored boxes of a document, decoded when a page is looked at.

    Offsets are those of the document; rectangles and points are points of the page's view,
    turned as the reader sees it.
    """

    def __init__(self, source: PageSource) -> None:
        self.source = source
        self._starts = [page.start_char for page in source.pages]
        self._kept: OrderedDict[int, PageBoxes] = OrderedDict()
        self._lines: dict[int, Sequence[Line]] = {}  # of the pages kept

    def index_at(self, offset: int) -> int:
        """Return the index of the page that holds a character."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def is_on(self, index: int, offset: int) -> bool:
        """Tell whether a character behind the start of a page is still on it."""
        return index + 1 >= len(self._starts) or offset < self._starts[index + 1]

    def boxes(self, index: int) -> PageBoxes:
        """Return the decoded boxes of a page."""
        boxes = self._kept.get(index)
        if boxes is None:
            boxes = PageBoxes.decode(self.source.boxes(self.source.pages[index].number))
            self._kept[index] = boxes
            if len(self._kept) > KEPT_PAGES:
                forgotten, _ = self._kept.popitem(last=False)
                self._lines.pop(forgotten, None)
        else:
            self._kept.move_to_end(index)
        return boxes

    def parts(self, anchor: TextAnchor) -> Iterator[Part]:
        """Yield the pieces of a range page by page."""
        for index in range(self.index_at(anchor.start), self.index_at(anchor.end - 1) + 1):
            page_start = self._starts[index]
            end = min(anchor.end, page_start + self.source.pages[index].n_chars)
            start = max(anchor.start, page_start)
            if start < end:
                yield Part(index, start, end)

    def rects(self, part: Part) -> list[Rect]:
        """Return one rectangle per line of text covered."""
        boxes = self.boxes(part.index)
        start = self._starts[part.index]
        local_end = min(part.end - start, boxes.n_chars)
        return [self._seen(part.index, rect) for rect in boxes.rects(part.start - start, local_end)]

    def area_rect(self, area: PageArea) -> Rect:
        """Return an area of a page as the reader sees it."""
        index = next(
            at for at, page in enumerate(self.source.pages) if page.number == area.page_number
        )
        return self._seen(index, Rect(area.x0_pt, area.y0_pt, area.x1_pt, area.y1_pt))

    def area_between(self, index: int, first: Point, second: Point) -> PageArea | None:
        """Return the area spanned by two points of a page's view, or None when it has no size."""
        x0, y0 = self._stored(index, *first)
        x1, y1 = self._stored(index, *second)
        if abs(x1 - x0) < 1 or abs(y1 - y0) < 1:
            return None
        number = self.source.pages[index].number
        return PageArea(number, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _seen(self, index: int, rect: Rect) -> Rect:
        page = self.source.pages[index]
        return to_view(rect, page.rotation, page.width_pt, page.height_pt)

    def _stored(self, index: int, x_pt: float, y_pt: float) -> tuple[float, float]:
        page = self.source.pages[index]
        return from_view(x_pt, y_pt, page.rotation, page.width_pt, page.height_pt)

    def caret_at(self, index: int, x_pt: float, y_pt: float) -> int:
        """Return the gap between characters that is nearest to a point."""
        local = self.boxes(index).caret_at(*self._stored(index, x_pt, y_pt))
        return self._starts[index] + local

    def stretch_at(self, index: int, x_pt: float, y_pt: float) -> tuple[int, int]:
        """Return the gap nearest to a point, twice, or a line that is only taken as a whole."""
        start, end = self.boxes(index).stretch_at(*self._stored(index, x_pt, y_pt))
        return self._starts[index] + start, self._starts[index] + end

    def whole_line(self, offset: int) -> TextAnchor | None:
        """Return the line of a character, if it is only taken as a whole: right to left."""
        index = self.index_at(offset)
        found = self.boxes(index).whole_line(offset - self._starts[index])
        if found is None:
            return None
        return TextAnchor(self._starts[index] + found[0], self._starts[index] + found[1])

    def char_at(self, index: int, x_pt: float, y_pt: float) -> int | None:
        """Return the character under a point, if one is there."""
        local = self.boxes(index).char_at(*self._stored(index, x_pt, y_pt))
        return None if local is None else self._starts[index] + local

    def caret_rect(self, gap: int) -> tuple[int, Rect] | None:
        """Return the page and the rectangle without width where the caret of a gap stands.

        A gap at the end of a line stands behind its last character, not on the next line.
        """
        index = self.index_at(gap)
        boxes = self.boxes(index)
        local = gap - self._starts[index]
        after = boxes.rect(local) if 0 <= local < boxes.n_chars else None
        if after is not None:
            after = self._seen(index, after)
            if after.x1_pt > after.x0_pt:
                return index, Rect(after.x0_pt, after.y0_pt, after.x0_pt, after.y1_pt)
        before = boxes.rect(local - 1) if 0 < local <= boxes.n_chars else None
        if before is not None:
            before = self._seen(index, before)
            return index, Rect(before.x1_pt, before.y0_pt, before.x1_pt, before.y1_pt)
        return None if after is None else (index, after)

    def lines(self, index: int) -> Sequence[Line]:
        """Return start, end and rectangle of every line of a page, in reading order."""
        lines = self._lines.get(index)
        if lines is None:
            first = self._starts[index]
            lines = self._lines[index] = [
                (first + line.start, first + line.end, self._seen(index, _rect_of(line)))
                for line in self.boxes(index).lines
            ]
        return lines

    def block_at(self, offset: int) -> TextAnchor | None:
        """Return the block of lines, usually a paragraph, that holds a character."""
        index = self.index_at(offset)
        first = self._starts[index]
        lines = self.boxes(index).lines
        found = next(
            (at for at, line in enumerate(lines) if line.start <= offset - first < line.end), None
        )
        if found is None:
            return None
        low = high = found
        while low > 0 and lines[low - 1].block == lines[found].block:
            low -= 1
        while high + 1 < len(lines) and lines[high + 1].block == lines[found].block:
            high += 1
        return TextAnchor(first + lines[low].start, first + lines[high].end)

    def line_at(self, gap: int) -> TextAnchor | None:
        """Return the line of text a gap stands in."""
        for start, end, _ in self.lines(self.index_at(gap)):
            if start <= gap <= end and start < end:
                return TextAnchor(start, end)
        return None

    def gap_above_or_below(self, gap: int, step: int) -> int | None:
        """Return the gap in the next (step 1) or previous (-1) line, nearest to the same column."""
        stands = self.caret_rect(gap)
        if stands is None:
            return None
        index, caret = stands
        lines = self.lines(index)
        at = next((n for n, (start, end, _) in enumerate(lines) if start <= gap <= end), None)
        if at is None:
            return None
        at += step
        if not 0 <= at < len(lines):
            index += step
            if not 0 <= index < len(self.source.pages):
                return None
            lines = self.lines(index)
            if not lines:
                return None
            at = 0 if step > 0 else len(lines) - 1
        _, _, rect = lines[at]
        return self.caret_at(index, caret.x0_pt, (rect.y0_pt + rect.y1_pt) / 2)


def _rect_of(line: BoxLine) -> Rect:
    return Rect(line.x0_pt, line.y0_pt, line.x1_pt, line.y1_pt)
