"""Charts as SVG pictures for paper: legible in grey, with figures written beside every mark."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, sqrt

from qualcode_app.domain.charts import Bars, Chart, Heat, Portrait, Strip
from qualcode_app.domain.figures import number
from qualcode_app.formats import chart_points, chart_portrait
from qualcode_app.formats.chart_frame import (
    COUNTS,
    EDGE,
    FILLS,
    LABELS,
    UNREAD,
    WIDTH,
    counts_head,
    fill_box,
    key,
    picture,
    room_for,
    row_ends,
)
from qualcode_app.formats.svg_canvas import (
    BODY,
    GRID,
    INK,
    PAPER,
    SMALL,
    STRONG,
    Canvas,
    Drawing,
    Style,
)

BAR, GAP = 26.0, 10.0
CELL_LOW, CELL_HIGH, CELL = 30.0, 84.0, 24.0
_DEEP = (0x1F, 0x4E, 0x8C)


def svg(chart: Chart) -> str:
    """Return a chart as the text of an SVG file."""
    return drawing(chart).svg


def drawing(chart: Chart) -> Drawing:
    """Return a chart as a drawing, which knows where its marks are."""
    match chart:
        case Bars():
            return picture(chart, lambda canvas, y: _bars(canvas, y, chart))
        case Heat():
            grid = _Grid.of(chart)
            width = grid.width(chart)
            return picture(chart, lambda canvas, y: _heat(canvas, y, chart, grid), width)
        case Portrait():
            return picture(chart, lambda canvas, y: chart_portrait.draw(canvas, y, chart))
        case Strip():
            return picture(chart, lambda canvas, y: chart_points.strip(canvas, y, chart))
        case _:
            return picture(chart, lambda canvas, y: chart_points.timeline(canvas, y, chart))


def _bars(canvas: Canvas, y: float, chart: Bars) -> float:
    fills = [FILLS[i % len(FILLS)] for i in range(len(chart.parts))]
    y = key(canvas, y, list(zip(fills, chart.parts, strict=True)))
    counts_head(canvas, y)
    labels = room_for(row.label for row in chart.rows)
    left, right = EDGE + labels, canvas.width - EDGE - COUNTS
    y += 8
    for row in chart.rows:
        row_ends(canvas, y + 17, labels, row.label, f"{row.n}/{row.of}")
        total = sum(row.parts)
        if not total:
            canvas.line(left, y + BAR / 2, right, y + BAR / 2, GRID)
        x = left
        for part, fill in zip(row.parts, fills, strict=True):
            wide = (right - left) * part / total if total else 0
            if part:
                fill_box(canvas, (x, y, wide, BAR), fill)
                _figure_on(canvas, (x, y, wide, BAR), str(part), dark=not fill.hatch)
            x += wide
        y += BAR + GAP
    return y


def _figure_on(
    canvas: Canvas, box: tuple[float, float, float, float], words: str, *, dark: bool
) -> None:
    """Write a number in the middle of a box, on paper where the box is hatched."""
    x, y, width, height = box
    wide = BODY.width(words)
    if wide + 6 > width:
        return
    middle = x + width / 2
    if not dark:
        canvas.rect(middle - wide / 2 - 3, y + 4, wide + 6, height - 8, PAPER)
    canvas.text(middle, y + height / 2 + 4.5, words, Style(colour=PAPER if dark else INK), "middle")


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the columns of a heat map stand."""

    left: float  # where the first column begins
    wide: float
    flat: bool  # the names of the columns lie flat

    @classmethod
    def of(cls, chart: Heat) -> _Grid:
        """Give the names of the rows what the columns leave free, and no more than they need."""
        n = max(1, len(chart.columns))
        wanted = max((STRONG.width(row.label) for row in chart.rows), default=0) + 14
        spare = WIDTH - 2 * EDGE - COUNTS - n * CELL_HIGH
        labels = max(LABELS, min(wanted, spare))
        wide = min(CELL_HIGH, max(CELL_LOW, (WIDTH - 2 * EDGE - labels - COUNTS) / n))
        flat = all(BODY.width(name) + 6 <= wide for name, _ in chart.columns)
        return cls(EDGE + labels, wide, flat)

    def width(self, chart: Heat) -> float:
        """Return how wide the whole picture is."""
        return max(WIDTH, self.left + len(chart.columns) * self.wide + COUNTS + EDGE)


def _heat(canvas: Canvas, y: float, chart: Heat, grid: _Grid) -> float:
    left, wide = grid.left, grid.wide
    y = _heat_head(canvas, y, chart, grid)
    right = left + wide * len(chart.columns)
    canvas.text(right + COUNTS - 12, y - 6, "n/N", SMALL, "end")
    for row in chart.rows:
        name = STRONG if row.is_sum else BODY
        canvas.text(EDGE, y + 17, name.fitted(row.label, left - EDGE - 8), name)
        for i, value in enumerate(row.values):
            box = (left + i * wide, y, wide - 1, CELL - 1)
            if isnan(value):
                fill_box(canvas, box, UNREAD)
                continue
            share = sqrt(value / chart.most) if chart.most and not row.is_sum else 0.0
            canvas.rect(*box, _shade(share), GRID)
            words = number(value, chart.decimals, chart.caption.language)
            style = Style(12, row.is_sum, PAPER if share > 0.6 else INK)
            canvas.text(box[0] + (wide - 1) / 2, y + 16, words, style, "middle")
        figure = f"{row.n}/{row.of}"
        canvas.text(right + COUNTS - 12, y + 17, figure, Style(bold=True), "end")
        y += CELL
    unread = chart.caption.say("hatched: not read")
    fill_box(canvas, (EDGE, y + 10, 14, 14), UNREAD)
    canvas.text(EDGE + 20, y + 21, unread, SMALL)
    return y + 26


def _heat_head(canvas: Canvas, y: float, chart: Heat, grid: _Grid) -> float:
    """Write the names of groups and columns; returns where the first row begins."""
    left, wide = grid.left, grid.wide
    start = 0
    groups = [group if group != name else "" for name, group in chart.columns]
    for i in range(1, len(groups) + 1):
        if i < len(groups) and groups[i] == groups[start]:
            continue
        if groups[start]:
            x, end = left + start * wide, left + i * wide - 4
            canvas.text(x, y + 4, BODY.fitted(groups[start], end - x), Style(bold=True))
            canvas.line(x, y + 10, end, y + 10, INK)
        start = i
    y += 18 if any(groups) else 0
    names = [BODY.fitted(name, 150) for name, _ in chart.columns]
    tall = 16 if grid.flat else max((BODY.width(name) for name in names), default=0) + 6
    for i, name in enumerate(names):
        middle = left + i * wide + wide / 2
        if grid.flat:
            canvas.text(middle, y + tall - 2, name, anchor="middle")
        else:
            canvas.text(middle + 4, y + tall - 2, name, upright=True)
    return y + tall + 6


def _shade(share: float) -> str:
    """Return white to deep blue, lighter or darker in grey too."""
    parts = (round(255 + (deep - 255) * share) for deep in _DEEP)
    return "#" + "".join(f"{part:02X}" for part in parts)
