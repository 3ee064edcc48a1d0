"""A workbook with one sheet per table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from math import isnan
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qualcode_app.domain.errors import CannotWrite
from qualcode_app.domain.printable import printable
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Cell, Column, Link, Snapshot, Table
from qualcode_app.formats import xlsx_charts
from qualcode_app.formats.whole_file import whole

MAX_TEXT = 32_767  # characters a cell of a workbook can hold
CUT_MARK = " […]"
MAX_ROWS = 1_048_575  # below the heading
MAX_ADDRESS = 250  # of a link: text in a function may be 255 characters long
WIDE = 40  # from this width on text is wrapped
LINE_PT = 15  # height of a line in a row
MOST_LINES = 10  # of a row; longer text is seen when the row is drawn larger
BUTTON = 3  # characters that the button of a filter takes
_REPORT_EVERY = 500


class XlsxExporter:
    """One sheet per table, in the snapshot's order, then one per chart.

    Text is never taken for a formula or link.
    """

    key = "xlsx"
    suffix = ".xlsx"

    def write(self, snapshot: Snapshot, path: Path, progress: Progress) -> None:
        """Write the workbook; raises Cancelled, or CannotWrite when it cannot be written."""
        from xlsxwriter import Workbook  # noqa: PLC0415  loaded only when a workbook is written
        from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

        for name, table in snapshot.tables.items():
            if len(table.rows) > MAX_ROWS:
                raise CannotWrite(
                    "{name} has {n} rows, more than a workbook holds. Export it as csv.",
                    name=name,
                    n=len(table.rows),
                )
        with whole(path) as part, TemporaryDirectory() as rows_on_disk:
            # constant_memory: rows go to disk as they come, so they must come in order.
            options = {
                "constant_memory": True,
                "tmpdir": rows_on_disk,
                "remove_timezone": True,
                "default_format_properties": {"valign": "top"},
            }
            book = Workbook(str(part), options)
            try:
                _fill_all(book, snapshot, progress)
                book.close()
            except FileCreateError as error:
                raise OSError(str(error)) from error
            finally:
                _let_go(book)


def _fill_all(book: Any, snapshot: Snapshot, progress: Progress) -> None:
    styles = _Styles(book)
    done = 0
    for name, table in snapshot.tables.items():
        counted = _Counted(progress, snapshot, done)
        _fill(book.add_worksheet(name[:31]), table, styles, counted)
        done += len(table.rows)
    for name, chart in snapshot.charts.items():
        xlsx_charts.add(book, name, chart)
    progress.report(done, snapshot.n_rows)


def _let_go(book: Any) -> None:
    """Close what an unfinished workbook still holds open, so that its rows leave the disk."""
    book.fileclosed = True
    for sheet in book.worksheets():
        if not sheet.row_data_fh.closed:
            sheet.row_data_fh.close()


class _Styles:
    """The few formats of a workbook."""

    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.wrapped = book.add_format({"text_wrap": True})
        self.link = book.add_format({"font_color": "#1F5FAE", "underline": 1})
        self._book = book
        self._numbers: dict[int, Any] = {}
        self.time = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})

    def of(self, column: Column) -> Any:
        """Return the format of the cells of a column; None is what every cell has.

        A format of its own costs each cell time, so plain text and whole numbers have none.
        """
        if column.kind == "text" and column.width >= WIDE:
            return self.wrapped
        if column.kind == "number":
            return self._number(column.decimals)
        return self.time if column.kind == "time" else None

    def _number(self, decimals: int) -> Any:
        if decimals not in self._numbers:
            shown = f"0.{'0' * decimals}" if decimals else "0"
            self._numbers[decimals] = self._book.add_format({"num_format": shown})
        return self._numbers[decimals]


class _Counted:
    """Progress over all sheets together."""

    def __init__(self, progress: Progress, snapshot: Snapshot, before: int) -> None:
        self._progress = progress
        self._before = before
        self._total = snapshot.n_rows

    def report(self, done: int) -> None:
        self._progress.report(self._before + done, self._total)


def _fill(sheet: Any, table: Table, styles: _Styles, progress: _Counted) -> None:
    heights = [_n_lines(column.title, column.width - BUTTON) for column in table.columns]
    sheet.set_row(0, LINE_PT * max(heights, default=1))
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width, styles.of(column))
        _written(sheet.write_string(0, number, column.title, styles.head))
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    writers = _Writers(sheet, styles)
    wide = [(i, c.width) for i, c in enumerate(table.columns) if styles.of(c) is styles.wrapped]
    write_string = sheet.write_string
    for done, row in enumerate(table.rows, start=1):
        if done % _REPORT_EVERY == 0:
            progress.report(done)
        # Not every program makes room for wrapped text by itself.
        n_lines = max((_n_lines(row[at], width) for at, width in wide), default=1)
        if n_lines > 1:
            sheet.set_row(done, LINE_PT * min(MOST_LINES, n_lines))
        for number, cell in enumerate(row):
            if cell is None or cell == "":
                continue
            if type(cell) is str:  # most cells, of which there may be millions
                shown = cell if cell.isprintable() and len(cell) <= MAX_TEXT else _shown(cell)
                code = write_string(done, number, shown)
            else:
                code = writers[type(cell)](done, number, cell)
            if code:
                _written(code)


def _n_lines(cell: Cell, width: int) -> int:
    """Return about how many lines a text takes in a column."""
    if not isinstance(cell, str):
        return 1
    return 1 + max(len(cell) // width, cell.count("\n"))


def _shown(text: str) -> str:
    """Return text as a cell can hold it."""
    shown = printable(text)[0]
    return shown if len(shown) <= MAX_TEXT else shown[: MAX_TEXT - len(CUT_MARK)] + CUT_MARK


_Write = Callable[[int, int, Any], int]


class _Writers(dict[type, _Write]):
    """What writes a cell that is no plain text, by its type."""

    def __init__(self, sheet: Any, styles: _Styles) -> None:
        self._sheet = sheet
        self._styles = styles
        super().__init__(
            {
                str: self._text,
                bool: sheet.write_boolean,
                int: sheet.write_number,
                float: self._number,
                datetime: self._time,
                Link: self._link,
            }
        )

    def __missing__(self, kind: type) -> _Write:
        """Find the writer of a type that is one of ours by descent."""
        self[kind] = next(self[above] for above in kind.__mro__ if above in self)
        return self[kind]

    def _text(self, row: int, column: int, cell: str) -> int:
        return int(self._sheet.write_string(row, column, _shown(str(cell))))

    def _number(self, row: int, column: int, cell: float) -> int:
        if isnan(cell):
            return 0
        return int(self._sheet.write_number(row, column, cell))

    def _time(self, row: int, column: int, cell: datetime) -> int:
        return int(self._sheet.write_datetime(row, column, cell, self._styles.time))

    def _link(self, row: int, column: int, cell: Link) -> int:
        """Write a link as a function of the cell: a sheet holds only 65,530 links of its own."""
        if len(cell.address) > MAX_ADDRESS:
            return self._text(row, column, cell.shown)
        address, shown = (text.replace('"', '""') for text in (cell.address, cell.shown))
        formula = f'=HYPERLINK("{address}","{shown}")'
        return int(self._sheet.write_formula(row, column, formula, self._styles.link, cell.shown))


def _written(code: int) -> None:
    """Refuse to lose a cell: the library reports trouble as a negative number only."""
    if code != 0:
        raise CannotWrite("A cell could not be written (code {code}). Export as csv.", code=code)
