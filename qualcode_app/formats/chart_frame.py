"""What all pictures of charts share: title above, notes and source below, key and axis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import floor, log10

from qualcode_app.domain import charts
from qualcode_app.domain.charts import Caption, Chart, Heat
from qualcode_app.domain.figures import amount
from qualcode_app.domain.snapshot import Table
from qualcode_app.formats.svg_canvas import (
    BODY,
    GRID,
    INK,
    PAPER,
    SMALL,
    STRONG,
    TITLE,
    Canvas,
    Drawing,
    Hatch,
)

WIDTH, EDGE = 960.0, 24.0
LABELS, MOST_LABELS, COUNTS = 230.0, 380.0, 76.0  # room for what a row is called, for its n/N
SWATCH = 14.0
SAFE = 0.88  # of the room for a line: a program without these fonts takes wider ones
MOST_ROWS_TOLD = 60


@dataclass(frozen=True, slots=True)
class Fill:
    """A ground that is told from others by its darkness and its hatching."""

    colour: str
    hatch: Hatch = ""
    ink: str = INK  # of the hatching


FILLS = (
    Fill("#1F4E8C"),
    Fill("#A9C4E6", "/"),
    Fill("#FFFFFF", "\\"),
    Fill("#5B6675"),
    Fill("#DCE3EC", "x", "#5B6675"),
    Fill("#7FA3D1", "-"),
    Fill("#F2F4F7", "|", "#5B6675"),
)
UNREAD = Fill("#F2F4F7", "/", "#9AA4B1")


def fill_box(canvas: Canvas, box: tuple[float, float, float, float], fill: Fill) -> None:
    """Draw a box with a ground."""
    canvas.rect(*box, fill.colour, INK if fill.colour == PAPER else "")
    canvas.hatch(box, fill.hatch, fill.ink)


def picture(chart: Chart, draw: Callable[[Canvas, float], float], width: float = WIDTH) -> Drawing:
    """Return a chart as a drawing.

    Args:
        chart: What is drawn, for its words.
        draw: Draws the chart itself from a height on and returns where it ends.
        width: How wide the picture is.
    """
    canvas, caption = Canvas(width), chart.caption
    room = (width - 2 * EDGE) * SAFE
    y = EDGE + 8
    for line in TITLE.wrapped(caption.title, room):
        canvas.text(EDGE, y + 8, line, TITLE)
        y += 26
    for line in BODY.wrapped(caption.subtitle, room):
        canvas.text(EDGE, y + 4, line)
        y += 18
    y = draw(canvas, y + 12) + 22
    for note in (*caption.notes, caption.say("Source: {source}").format(source=caption.source)):
        for line in SMALL.wrapped(note, room):
            canvas.text(EDGE, y, line, SMALL)
            y += 16
    return canvas.finished(y + 4, caption.title, told(chart))


def told(chart: Chart) -> str:
    """Return a chart in words, for those who do not see it: its table row by row."""
    caption, table = chart.caption, charts.table(chart)
    lines = [f"{caption.title}. {caption.subtitle}"]
    unknown = caption.say("not read") if isinstance(chart, Heat) else ""
    lines += [_row(table, row, caption, unknown) for row in table.rows[:MOST_ROWS_TOLD]]
    if len(table.rows) > MOST_ROWS_TOLD:
        lines.append("…")
    source = caption.say("Source: {source}").format(source=caption.source)
    return "\n".join([*lines, *caption.notes, source])


def _row(table: Table, row: Sequence[object], caption: Caption, unknown: str) -> str:
    """Return a row of the table as words, what is not known by a word; n and N together."""
    said = []
    for column, cell in zip(table.columns[1:], row[1:], strict=True):
        shown = amount(cell, caption.language) if isinstance(cell, float) else cell
        shown = unknown if shown is None else str(shown)
        if column.title not in ("n", "N") and shown:
            said.append(f"{column.title} {shown}")
    titles = [column.title for column in table.columns]
    if "N" in titles:
        said.append(f"n/N {row[titles.index('n')]}/{row[titles.index('N')]}")
    return f"{row[0]}: {'; '.join(said)}."


def key(canvas: Canvas, y: float, entries: Sequence[tuple[Fill, str]]) -> float:
    """Draw what each ground stands for; returns the height below it."""
    x = EDGE
    for fill, words in entries:
        wide = SWATCH + 6 + BODY.width(words) + 22
        if x > EDGE and x + wide > canvas.width - EDGE:
            x, y = EDGE, y + 22
        fill_box(canvas, (x, y, SWATCH, SWATCH), fill)
        canvas.text(x + SWATCH + 6, y + 11.5, words)
        x += wide
    return y + 30


def counts_head(canvas: Canvas, y: float) -> None:
    """Name the column with n and N."""
    canvas.text(canvas.width - EDGE, y, "n/N", SMALL, "end")


def room_for(labels: Iterable[str]) -> float:
    """Return how much room the names of rows get: what they need, within bounds."""
    wanted = max((BODY.width(label) for label in labels), default=0) + 16
    return min(MOST_LABELS, max(LABELS, wanted))


def row_ends(canvas: Canvas, y: float, room: float, label: str, figure: str) -> None:
    """Write what a row is called at the left, within the room, and its n/N at the right."""
    canvas.text(EDGE, y, BODY.fitted(label, room - 12))
    canvas.text(canvas.width - EDGE, y, figure, STRONG, "end")


class Axis:
    """A scale with round steps between the edges of the drawing."""

    def __init__(
        self, low: float, high: float, left: float, right: float, least_step: float = 0
    ) -> None:
        self.step = max(least_step, _step(high - low))
        self.low = floor(low / self.step) * self.step
        steps = max(1, -floor(-(high - self.low) / self.step))
        self.high = self.low + steps * self.step
        self._left, self._right = left, right

    def x(self, value: float) -> float:
        """Return where a value stands."""
        return self._left + (value - self.low) / (self.high - self.low) * (self._right - self._left)

    def ticks(self) -> list[float]:
        """Return the round values."""
        return [
            self.low + i * self.step for i in range(round((self.high - self.low) / self.step) + 1)
        ]

    def grid(self, canvas: Canvas, top: float, bottom: float, say: Callable[[float], str]) -> None:
        """Draw the lines of the round values, with the values below."""
        for tick in self.ticks():
            canvas.line(self.x(tick), top, self.x(tick), bottom, GRID)
            canvas.text(self.x(tick), bottom + 16, say(tick), SMALL, "middle")


def _step(span: float) -> float:
    """Return a round step of which some five to eight fit into a span."""
    rough = max(span, 1e-9) / 6
    size = 10.0 ** floor(log10(rough))
    return next(size * factor for factor in (1, 2, 5, 10) if size * factor >= rough)
