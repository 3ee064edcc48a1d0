"""Charts in a workbook that can be edited there: a sheet with the figures and the chart of them.

`add(book, name, chart, picture)` adds one such sheet to any workbook of xlsxwriter. A portrait
has no counterpart among a workbook's own charts and is put in as a picture.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from math import isnan
from pathlib import Path
from typing import Any

from qualcode_app.domain import charts
from qualcode_app.domain.charts import (
    Bars,
    Caption,
    Chart,
    Heat,
    Point,
    PointRow,
    Portrait,
    Strip,
    Timeline,
)
from qualcode_app.domain.figures import amount, bounds
from qualcode_app.domain.printable import printable
from qualcode_app.domain.snapshot import Cell
from qualcode_app.formats.chart_frame import FILLS, told
from qualcode_app.formats.whole_file import whole

PATTERNS = {"/": "wide_upward_diagonal", "\\": "wide_downward_diagonal", "x": "diagonal_brick",
            "-": "narrow_horizontal", "|": "narrow_vertical"}  # fmt: skip
MARKERS = ("circle", "square", "triangle", "diamond", "x", "plus", "star")
INK, BLUE = "#1B2330", "#1F4E8C"
HEAD = 4  # rows above the table: title, what is shown, source, nothing
WIDE_PX, ROW_PX, LEAST_PX = 760, 34, 320
STEP, STEPS = 0.22, 4  # points of a row lie lower one by one, so that names do not overlap
PICTURE_SCALE = 0.4  # of the pixels of a PNG


def write(chart: Chart, path: Path, picture: bytes = b"") -> None:
    """Write a workbook with one chart; raises CannotWrite when the folder refuses it."""
    from xlsxwriter import Workbook  # noqa: PLC0415  loaded only when a workbook is written
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    with whole(path) as part:
        book = Workbook(str(part))
        try:
            add(book, chart.caption.say("Chart"), chart, picture)
            book.close()
        except FileCreateError as error:
            raise OSError(str(error)) from error


def add(book: Any, name: str, chart: Chart, picture: bytes = b"") -> None:
    """Add a sheet with the figures of a chart, and the chart below them.

    Args:
        book: A workbook of xlsxwriter; in constant memory too, for rows come in order.
        name: Of the sheet.
        chart: What is shown.
        picture: A PNG of it, which takes the place of a chart the workbook does not know.
    """
    sheet = book.add_worksheet(name[:31])
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    placed = _Sheet(book, sheet, chart)
    below = placed.last + 2 + len(chart.caption.notes)
    match chart:
        case Bars():
            _insert(sheet, below, chart, _bars(placed, chart))
        case Strip() | Timeline():
            _insert(sheet, below, chart, _points(placed, chart))
        case Heat():
            scale = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#7FA3D1"}
            columns = len(chart.columns)
            sheet.conditional_format(placed.first, 1, placed.last, columns, scale)
            sheet.freeze_panes(HEAD + 1, 1)
        case Portrait() if picture:
            options = {"image_data": io.BytesIO(picture), "description": told(chart)}
            small = {"x_scale": PICTURE_SCALE, "y_scale": PICTURE_SCALE}
            sheet.insert_image(below, 0, "portrait.png", {**options, **small})


def _insert(sheet: Any, row: int, chart: Bars | Strip | Timeline, made: Any) -> None:
    """Put a chart below the figures, with its title and its words."""
    made.set_title({"name": _text(chart.caption.title), "name_font": {"size": 13}})
    made.set_size({"width": WIDE_PX, "height": max(LEAST_PX, 140 + ROW_PX * len(chart.rows))})
    sheet.insert_chart(row, 0, made, {"description": told(chart)})


class _Sheet:
    """The table of a chart on its sheet, with columns of its own behind it."""

    def __init__(self, book: Any, sheet: Any, chart: Chart) -> None:
        self.book, self.sheet, self.chart = book, sheet, chart
        self.table = charts.table(chart)
        self.first = HEAD + 1  # row of the first figures
        self.last = HEAD + len(self.table.rows)
        self.more = len(self.table.columns)  # the first column behind the table
        self._strong = book.add_format({"bold": True, "font_size": 14})
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self._unread = book.add_format({"pattern": 16, "fg_color": "#9AA4B1"})
        self._write(self._behind())

    def cells(self, column: int) -> list[str | int]:
        """Return where the figures of a column stand, as charts want it."""
        return [self.sheet.get_name(), self.first, column, self.last, column]

    def _behind(self) -> list[tuple[Cell, ...]]:
        """Return what stands behind each row: its name in the chart, or its place there."""
        chart = self.chart
        if isinstance(chart, Bars):
            return [("n/N",), *((f"{row.label} ({row.n}/{row.of})",) for row in chart.rows)]
        if isinstance(chart, Strip | Timeline):
            found: list[tuple[Cell, ...]] = [("x", "y")]
            for i, row in enumerate(chart.rows):
                height = len(chart.rows) - i
                starts = [one.high if isnan(one.low) else one.low for one in row.points]
                found += [
                    (start, height - STEP * (k % STEPS)) for k, start in enumerate(starts)
                ] or [(None, None)]
            return found
        return []

    def _write(self, behind: Sequence[Sequence[Cell]]) -> None:
        caption, sheet = self.chart.caption, self.sheet
        source = caption.say("Source: {source}").format(source=caption.source)
        for row, words in enumerate((caption.title, caption.subtitle, source)):
            sheet.write_string(row, 0, printable(words)[0], self._strong if row == 0 else None)
        for number, column in enumerate(self.table.columns):
            sheet.set_column(number, number, column.width)
            sheet.write_string(HEAD, number, printable(column.title)[0], self._head)
        for number, heading in enumerate(behind[0] if behind else (), start=self.more):
            sheet.set_column(number, number, 16)
            sheet.write_string(HEAD, number, str(heading), self._head)
        for i, cells in enumerate(self.table.rows):
            extra = behind[i + 1] if behind else ()
            for number, cell in enumerate((*cells, *extra)):
                self._put(self.first + i, number, cell)
        for i, note in enumerate(caption.notes, start=1):
            sheet.write_string(self.last + i, 0, printable(note)[0])

    def _put(self, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str) and cell:
            self.sheet.write_string(row, column, printable(cell)[0])
        elif isinstance(cell, int | float):
            self.sheet.write_number(row, column, cell)
        elif cell is None and isinstance(self.chart, Heat):
            self.sheet.write_blank(row, column, None, self._unread)


def _bars(placed: _Sheet, chart: Bars) -> Any:
    """Return bars of 100 %, told apart by darkness and pattern, with counts in them."""
    made = placed.book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    for i, part in enumerate(chart.parts):
        fill = FILLS[i % len(FILLS)]
        series: dict[str, Any] = {
            "name": _text(part),
            "categories": placed.cells(placed.more),
            "values": placed.cells(1 + i),
            "border": {"color": INK},
            "data_labels": {"value": True, "num_format": "0;;"},
            "gap": 50,
        }
        if fill.hatch:
            pattern = PATTERNS[fill.hatch]
            series["pattern"] = {
                "pattern": pattern,
                "fg_color": fill.ink,
                "bg_color": fill.colour,
            }
        else:
            series["fill"] = {"color": fill.colour}
            series["data_labels"]["font"] = {"color": "#FFFFFF"}
        made.add_series(series)
    made.set_y_axis({"reverse": True})
    made.set_legend({"position": "top"})
    return made


def _points(placed: _Sheet, chart: Strip | Timeline) -> Any:
    """Return points on lines, a marker of its own for each row, with names beside them."""
    made = placed.book.add_chart({"type": "scatter"})
    name, years = placed.sheet.get_name(), isinstance(chart, Timeline)
    at, language = placed.first, chart.caption.language
    for i, row in enumerate(chart.rows):
        until = at + max(1, len(row.points)) - 1
        labels = [{"value": _text(_words(one, language, years=years))} for one in row.points]
        if row.points:
            made.add_series(
                {
                    "name": _text(_called(row, chart.caption)),
                    "categories": [name, at, placed.more, until, placed.more],
                    "values": [name, at, placed.more + 1, until, placed.more + 1],
                    "marker": {
                        "type": MARKERS[i % len(MARKERS)],
                        "size": 8,
                        "border": {"color": INK},
                        "fill": {"color": BLUE},
                    },
                    "data_labels": {"custom": labels, "value": True, "position": "above"},
                    "x_error_bars": _reach(row.points),
                }
            )
        at = until + 1
    made.set_y_axis({"visible": False, "min": 0, "max": len(chart.rows) + 1,
                     "major_gridlines": {"visible": False}})  # fmt: skip
    title = "" if isinstance(chart, Timeline) else chart.axis
    made.set_x_axis({"name": _text(title), "major_gridlines": {"visible": True}})
    made.set_legend({"position": "top"})
    return made


def _text(words: str) -> str:
    """Return words of a chart so that they are not taken for a formula."""
    shown = printable(words)[0]
    return f" {shown}" if shown.startswith("=") else shown


def _reach(points: Sequence[Point]) -> dict[str, Any]:
    """Return how far ranges reach beyond their lower end, as bars."""
    reach = [0.0 if isnan(one.low) or isnan(one.high) else one.high - one.low for one in points]
    return {"type": "custom", "plus_values": reach, "minus_values": [0.0] * len(reach)}


def _words(point: Point, language: str, *, years: bool) -> str:
    said = bounds(point.low, point.high, language, years=years)
    return point.label if years and point.low == point.high else f"{point.label} {said}"


def _called(row: PointRow, caption: Caption) -> str:
    said = f"{row.label} ({row.n}/{row.of})"
    if isnan(row.median):
        return said
    return f"{said}, {caption.say('median')} {amount(row.median, caption.language)}"
