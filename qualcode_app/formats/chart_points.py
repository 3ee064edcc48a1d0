"""Points on an axis as pictures: amounts by group, and target years; each named beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isnan

from qualcode_app.domain.charts import Point, Strip, Timeline
from qualcode_app.domain.figures import amount, bounds
from qualcode_app.formats.chart_frame import (
    COUNTS,
    EDGE,
    Axis,
    counts_head,
    room_for,
    row_ends,
)
from qualcode_app.formats.svg_canvas import GRID, INK, PAPER, SMALL, Canvas, Spot, Style

LANE, CLOSE_LANE, DOT = 17.0, 8.0, 4.5
MOST_LANES = 30
MOST_NAMED = 30  # points of a row that are all named; of more only the first and the last
BLUE = "#1F4E8C"
NAME = Style(12)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A point with its name, so far below the first lane of its row."""

    point: Point
    words: str
    down: float
    at_left: bool  # the name stands left of the point, for there is no room at the right


def strip(canvas: Canvas, y: float, chart: Strip) -> float:
    """Draw amounts, a row for each group, with the median of each; returns where it ends."""
    language = chart.caption.language
    rows = _Rows(canvas, chart, lambda value: amount(value, language))
    rows.median = chart.caption.say("median")
    y = rows.draw(y)
    canvas.text(rows.middle, y + 16, chart.axis, SMALL, "middle")
    return y + 20


def timeline(canvas: Canvas, y: float, chart: Timeline) -> float:
    """Draw target years, a row for each thing aimed at; returns where it ends."""
    return _Rows(canvas, chart, lambda value: f"{value:.0f}").draw(y)


class _Rows:
    """Rows of points above one axis."""

    def __init__(
        self, canvas: Canvas, chart: Strip | Timeline, say: Callable[[float], str]
    ) -> None:
        years = isinstance(chart, Timeline)
        self.canvas, self.rows, self._say, self._years = canvas, chart.rows, say, years
        self._language = chart.caption.language
        self.median = ""
        ends = [end for row in chart.rows for one in row.points for end in _ends(one)]
        low, high = (min(ends), max(ends)) if ends else (0.0, 1.0)
        if not years:
            low = min(low, 0.0)  # lengths are compared from nought
        if low == high:
            high = low + (5 if years else 1)
        self._labels = room_for(row.label for row in chart.rows)
        left, right = EDGE + self._labels + 8, canvas.width - EDGE - COUNTS - 8
        self.axis = Axis(low, high, left, right, least_step=1 if years else 0)

    @property
    def middle(self) -> float:
        """Where the middle of the axis stands."""
        return (self.axis.x(self.axis.low) + self.axis.x(self.axis.high)) / 2

    def draw(self, y: float) -> float:
        """Draw all rows and the axis; returns where they end."""
        canvas = self.canvas
        counts_head(canvas, y)
        y += 8
        placed = [self._placed(row.points) for row in self.rows]
        heights = [
            max(max((one.down for one in points), default=0), 0 if isnan(row.median) else 12) + 34
            for row, points in zip(self.rows, placed, strict=True)
        ]
        self.axis.grid(canvas, y, y + sum(heights), self._say)
        for row, points, tall in zip(self.rows, placed, heights, strict=True):
            canvas.line(EDGE, y + tall, canvas.width - EDGE, y + tall, GRID)
            row_ends(canvas, y + 21, self._labels, row.label, f"{row.n}/{row.of}")
            if not isnan(row.median):
                x = self.axis.x(row.median)
                canvas.line(x, y + 4, x, y + tall - 4, INK, 2)
            for one in points:
                self._draw_point(one, y + 17 + one.down)
            if not isnan(row.median):
                words = f"{self.median} {self._say(row.median)}"
                canvas.text(EDGE, y + 21 + 15, words, SMALL)
            y += tall
        return y + 22

    def _placed(self, points: Sequence[Point]) -> list[_Placed]:
        """Return the points in lanes, so that no name lies on another point or name.

        Of many points only the first and the last are named, and their lanes lie closer; beyond
        the last lane points lie on each other, where most room is left.
        """
        ordered = sorted(points, key=lambda one: (one.at, one.label))
        is_crowd = len(ordered) > MOST_NAMED
        step = CLOSE_LANE if is_crowd else LANE
        ends: list[float] = []
        found = []
        for i, point in enumerate(ordered):
            named = not is_crowd or i in (0, len(ordered) - 1)
            words = self._words(point) if named else ""
            first, last = (self.axis.x(end) for end in (min(_ends(point)), max(_ends(point))))
            wide = NAME.width(words) + DOT + 5 if words else DOT
            at_left = last + wide > self.canvas.width - EDGE - COUNTS + 20
            start, end = (first - wide, last + DOT) if at_left else (first - DOT, last + wide)
            gap = 1 if is_crowd else 8
            lane = next((i for i, taken in enumerate(ends) if taken + gap <= start), len(ends))
            if lane == len(ends) and len(ends) < MOST_LANES:
                ends.append(end)
            lane = lane if lane < len(ends) else ends.index(min(ends))
            ends[lane] = end
            found.append(_Placed(point, words, lane * step, at_left))
        return found

    def _words(self, point: Point) -> str:
        if self._years and point.low == point.high:
            return point.label
        said = bounds(point.low, point.high, self._language, years=self._years)
        return f"{point.label} {said}"

    def _draw_point(self, one: _Placed, y: float) -> None:
        canvas, point = self.canvas, one.point
        first, last = (self.axis.x(end) for end in (min(_ends(point)), max(_ends(point))))
        if first != last:
            canvas.line(first, y, last, y, BLUE, 3)
        is_open = isnan(point.low) or isnan(point.high)
        for x in {first, last}:
            canvas.dot(x, y, DOT, PAPER if is_open else BLUE, BLUE if is_open else PAPER)
            canvas.spots.append(Spot(x, y, point.uid, self._words(point)))
        if not one.words:
            return
        wide = NAME.width(one.words)
        at = first - DOT - 4 if one.at_left else last + DOT + 4
        left = at - wide if one.at_left else at
        canvas.rect(left - 1, y - 7, wide + 2, 15, PAPER)  # no line goes through the words
        canvas.text(at, y + 4, one.words, NAME, "end" if one.at_left else "start")


def _ends(point: Point) -> list[float]:
    return [end for end in (point.low, point.high) if not isnan(end)]
