"""Where each character of a page lies, to paint a range of text and to find a point in it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import add

from qualcode_app.domain.box_codec import (
    HORIZONTAL,
    SLANTED,
    WHOLE,
    Box,
    BoxLine,
    Decoded,
    decode,
    encode,
)

__all__ = [
    "HORIZONTAL",
    "SLANTED",
    "WHOLE",
    "Box",
    "BoxLine",
    "PageBoxes",
    "Rect",
    "encode",
    "from_view",
    "to_view",
]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in unrotated page points, origin at the top left of the crop box."""

    x0_pt: float
    y0_pt: float
    x1_pt: float
    y1_pt: float


class PageBoxes:
    """The boxes of one page, asked by place in its text or by point on the page."""

    def __init__(self, decoded: Decoded) -> None:
        self.n_chars = decoded.n_chars
        self.lines: Sequence[BoxLine] = decoded.lines
        self._decoded = decoded
        self._starts = [line.start for line in decoded.lines]

    @classmethod
    def decode(cls, blob: bytes) -> PageBoxes:
        """Unpack the stored boxes of a page; raises UnreadableProject where they are damaged."""
        return cls(decode(blob))

    @cached_property
    def _first(self) -> list[int]:
        """Where the characters of each line begin in the decoded columns."""
        firsts, level, free = [], 0, 0
        for line in self.lines:
            if line.horizontal:
                firsts.append(level)
                level += line.end - line.start
            else:
                firsts.append(free)
                free += line.end - line.start
        return firsts

    @cached_property
    def _blocks(self) -> list[tuple[Rect, list[int]]]:
        """The rectangle and the line numbers of each block."""
        numbers: dict[int, list[int]] = {}
        for number, line in enumerate(self.lines):
            numbers.setdefault(line.block, []).append(number)
        return [
            (_around([self.lines[n][2:6] for n in members]), members)
            for members in numbers.values()
        ]

    def _line_at(self, index: int) -> int | None:
        """Return the number of the line that holds the character, if one does."""
        number = bisect_right(self._starts, index) - 1
        return number if number >= 0 and index < self.lines[number].end else None

    def _box(self, number: int, index: int) -> Box:
        line, decoded = self.lines[number], self._decoded
        scale, place = decoded.scale, self._first[number] + index - line.start
        if line.horizontal:
            left, width = decoded.lefts[place], decoded.widths[place]
            return left / scale, line.y0_pt, (left + width) / scale, line.y1_pt
        x0, y0, x1, y1 = decoded.free[4 * place : 4 * place + 4]
        return x0 / scale, y0 / scale, x1 / scale, y1 / scale

    def rect(self, index: int) -> Rect | None:
        """Return the rectangle of a character; None where it has none, as newlines."""
        number = self._line_at(index)
        return None if number is None else Rect(*self._box(number, index))

    def rects(self, start: int, end: int) -> list[Rect]:
        """Return the rectangles that cover [start, end): one per part of a line.

        A slanted line gives one per character, and a line that can only be taken as a whole
        (right to left, vertical writing) gives its whole box.
        """
        found: list[Rect] = []
        for number in range(max(bisect_right(self._starts, start) - 1, 0), len(self.lines)):
            line = self.lines[number]
            if line.start >= end:
                break
            first, last = max(start, line.start), min(end, line.end)
            if first < last:
                found.extend(self._parts(number, first, last))
        return found

    def _parts(self, number: int, first: int, last: int) -> Iterator[Rect]:
        line, decoded = self.lines[number], self._decoded
        if line.kind == HORIZONTAL:
            place, scale = self._first[number] + first - line.start, decoded.scale
            stop = place + last - first
            lefts = decoded.lefts[place:stop]
            right = max(map(add, lefts, decoded.widths[place:stop]))
            yield Rect(min(lefts) / scale, line.y0_pt, right / scale, line.y1_pt)
        elif line.kind == WHOLE:
            yield Rect(*line[2:6])
        else:
            boxes = [self._box(number, index) for index in range(first, last)]
            dx, dy = self._direction(number)
            if abs(dx) < 0.02 or abs(dy) < 0.02:
                yield _around(boxes)
            else:
                yield from (Rect(*box) for box in boxes)

    def _direction(self, number: int) -> tuple[float, float]:
        """Return the unit vector along a line, from its first to its last character."""
        line = self.lines[number]
        if line.horizontal:
            return 1.0, 0.0
        ax, ay = _centre(self._box(number, line.start))
        bx, by = _centre(self._box(number, line.end - 1))
        length = math.hypot(bx - ax, by - ay)
        return ((bx - ax) / length, (by - ay) / length) if length else (1.0, 0.0)

    def caret_at(self, x_pt: float, y_pt: float) -> int:
        """Return the gap between characters, 0 to n_chars, that lies nearest to a point."""
        number = self._nearest_line(x_pt, y_pt)
        if number is None:
            return 0
        line = self.lines[number]
        dx, dy = self._direction(number)
        if line.kind == WHOLE:
            mx, my = _centre(line[2:6])
            return line.end if (x_pt - mx) * dx + (y_pt - my) * dy > 0 else line.start
        index = self._nearest_char(number, x_pt, y_pt)
        cx, cy = _centre(self._box(number, index))
        gap = index + ((x_pt - cx) * dx + (y_pt - cy) * dy > 0)
        # The second letter of a ligature has no width of its own: no caret stands before it.
        while line.start < gap < line.end and self._is_flat(number, gap):
            gap += 1
        return gap

    def char_at(self, x_pt: float, y_pt: float) -> int | None:
        """Return the character whose box holds the point, or None beside all text."""
        number = self._nearest_line(x_pt, y_pt)
        if number is None:
            return None
        index = self._nearest_char(number, x_pt, y_pt)
        x0, y0, x1, y1 = self._box(number, index)
        return index if x0 <= x_pt <= x1 and y0 <= y_pt <= y1 else None

    def selection(
        self, from_x_pt: float, from_y_pt: float, to_x_pt: float, to_y_pt: float
    ) -> tuple[int, int]:
        """Return the range [start, end) between two points, in the order of the text.

        A line that can only be taken as a whole is taken as a whole.
        """
        first, second = self.stretch_at(from_x_pt, from_y_pt), self.stretch_at(to_x_pt, to_y_pt)
        return min(first[0], second[0]), max(first[1], second[1])

    def stretch_at(self, x_pt: float, y_pt: float) -> tuple[int, int]:
        """Return what a selection that begins or ends at a point reaches.

        That is the gap nearest to it, twice, or start and end of a line that is taken as a whole.
        """
        number = self._nearest_line(x_pt, y_pt)
        if number is not None and self.lines[number].kind == WHOLE:
            return self.lines[number].start, self.lines[number].end
        gap = self.caret_at(x_pt, y_pt)
        return gap, gap

    def whole_line(self, index: int) -> tuple[int, int] | None:
        """Return start and end of the line of a character, if it is taken as a whole."""
        number = self._line_at(index)
        if number is None or self.lines[number].kind != WHOLE:
            return None
        return self.lines[number].start, self.lines[number].end

    def _nearest_char(self, number: int, x_pt: float, y_pt: float) -> int:
        line, decoded = self.lines[number], self._decoded
        if not line.horizontal:
            return min(
                range(line.start, line.end),
                key=lambda index: _squared_distance(self._box(number, index), x_pt, y_pt),
            )
        first, x = self._first[number], x_pt * decoded.scale
        lefts = decoded.lefts[first : first + line.end - line.start]
        widths = decoded.widths[first : first + line.end - line.start]
        # Inside two boxes at once (kerning) the nearer middle decides.
        reach = [
            (max(left - x, x - left - width, 0), abs(2 * (left - x) + width))
            for left, width in zip(lefts, widths, strict=True)
        ]
        return line.start + reach.index(min(reach))

    def _nearest_line(self, x_pt: float, y_pt: float) -> int | None:
        """Return the number of the line a point belongs to.

        Boxes of lines overlap where the leading is tight, so among the lines that hold the point
        the nearest middle wins. Beside all lines the nearest block decides first: right of a
        short last line lies that line, not the longer one above it.
        """
        holding = [
            number
            for number, line in enumerate(self.lines)
            if line.x0_pt <= x_pt <= line.x1_pt and line.y0_pt <= y_pt <= line.y1_pt
        ]
        if holding:
            return min(holding, key=lambda n: self._off_middle(n, x_pt, y_pt))
        if not self.lines:
            return None
        distances = [_distance(rect, x_pt, y_pt) for rect, _ in self._blocks]
        nearest = min(distances)
        near = [
            number
            for (_, members), distance in zip(self._blocks, distances, strict=True)
            if distance == nearest
            for number in members
        ]
        return min(near, key=lambda n: self._off_line(n, x_pt, y_pt))

    def _is_flat(self, number: int, index: int) -> bool:
        x0, y0, x1, y1 = self._box(number, index)
        return x0 == x1 if self.lines[number].horizontal else x0 == x1 or y0 == y1

    def _off_middle(self, number: int, x_pt: float, y_pt: float) -> float:
        """Return how far a point lies from the middle of a line, across its direction."""
        mx, my = _centre(self.lines[number][2:6])
        dx, dy = self._direction(number)
        return abs((x_pt - mx) * dy - (y_pt - my) * dx)

    def _off_line(self, number: int, x_pt: float, y_pt: float) -> tuple[float, float]:
        line = self.lines[number]
        beside = max(line.x0_pt - x_pt, x_pt - line.x1_pt, 0.0)
        above = max(line.y0_pt - y_pt, y_pt - line.y1_pt, 0.0)
        return (above, beside) if line.horizontal else (beside + above, 0.0)


def _around(boxes: Sequence[Box]) -> Rect:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return Rect(min(x0), min(y0), max(x1), max(y1))


def _centre(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _squared_distance(box: Box, x_pt: float, y_pt: float) -> float:
    cx, cy = _centre(box)
    return (cx - x_pt) ** 2 + (cy - y_pt) ** 2


def _distance(rect: Rect, x_pt: float, y_pt: float) -> float:
    beside = max(rect.x0_pt - x_pt, x_pt - rect.x1_pt, 0.0)
    above = max(rect.y0_pt - y_pt, y_pt - rect.y1_pt, 0.0)
    return math.hypot(beside, above)


def to_view(rect: Rect, rotation: int, width_pt: float, height_pt: float) -> Rect:
    """Return the rectangle as it is seen on the page turned clockwise by `rotation` degrees.

    Args:
        rect: In unrotated page points.
        rotation: 0, 90, 180 or 270.
        width_pt: Width of the unrotated page.
        height_pt: Height of the unrotated page.
    """
    match rotation:
        case 90:
            return Rect(height_pt - rect.y1_pt, rect.x0_pt, height_pt - rect.y0_pt, rect.x1_pt)
        case 180:
            return Rect(
                width_pt - rect.x1_pt,
                height_pt - rect.y1_pt,
                width_pt - rect.x0_pt,
                height_pt - rect.y0_pt,
            )
        case 270:
            return Rect(rect.y0_pt, width_pt - rect.x1_pt, rect.y1_pt, width_pt - rect.x0_pt)
        case _:
            return rect


def from_view(
    x_pt: float, y_pt: float, rotation: int, width_pt: float, height_pt: float
) -> tuple[float, float]:
    """Return the unrotated place of a point seen on the turned page; undoes `to_view`."""
    match rotation:
        case 90:
            return y_pt, height_pt - x_pt
        case 180:
            return width_pt - x_pt, height_pt - y_pt
        case 270:
            return width_pt - y_pt, x_pt
        case _:
            return x_pt, y_pt
