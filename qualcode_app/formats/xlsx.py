"""A workbook with one sheet per table."""

from __future__ import annotations

from datetime import datetime
from math import isnan
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qualcode_app.domain.errors import CannotWrite
from qualcode_app.domain.printable import printable
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Cell, Snapshot, Table
from qualcode_app.formats.whole_file import whole

MAX_TEXT = 32_767  # characters a cell of a workbook can hold
CUT_MARK = " […]"
MAX_ROWS = 1_048_575  # below the heading
_REPORT_EVERY = 500


class XlsxExporter:
    """One sheet per table, in the snapshot's order; text is never taken for a formula or link."""

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
            options = {"constant_memory": True, "tmpdir": rows_on_disk, "remove_timezone": True}
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
        self.head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        self.text = book.add_format({"valign": "top"})
        self.wrapped = book.add_format({"valign": "top", "text_wrap": True})
        self.number = book.add_format({"valign": "top", "num_format": "0.000"})
        self.integer = book.add_format({"valign": "top", "num_format": "0"})
        self.time = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd hh:mm"})


class _Counted:
    """Progress over all sheets together."""

    def __init__(self, progress: Progress, snapshot: Snapshot, before: int) -> None:
        self._progress = progress
        self._before = before
        self._total = snapshot.n_rows

    def report(self, done: int) -> None:
        self._progress.report(self._before + done, self._total)


def _fill(sheet: Any, table: Table, styles: _Styles, progress: _Counted) -> None:
    for number, column in enumerate(table.columns):
        wide = column.width >= 40
        sheet.set_column(number, number, column.width, styles.wrapped if wide else styles.text)
        _written(sheet.write_string(0, number, column.title, styles.head))
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    for done, row in enumerate(table.rows, start=1):
        if done % _REPORT_EVERY == 0:
            progress.report(done)
        for number, cell in enumerate(row):
            _write(sheet, done, number, cell, styles, wide=table.columns[number].width >= 40)


def _write(sheet: Any, row: int, column: int, cell: Cell, styles: _Styles, *, wide: bool) -> None:
    match cell:
        case None | "":
            return
        case str():
            shown, _ = printable(cell)
            if len(shown) > MAX_TEXT:
                shown = shown[: MAX_TEXT - len(CUT_MARK)] + CUT_MARK
            _written(
                sheet.write_string(row, column, shown, styles.wrapped if wide else styles.text)
            )
        case bool():
            _written(sheet.write_boolean(row, column, cell, styles.text))
        case int():
            _written(sheet.write_number(row, column, cell, styles.integer))
        case float():
            if not isnan(cell):
                _written(sheet.write_number(row, column, cell, styles.number))
        case datetime():
            _written(sheet.write_datetime(row, column, cell, styles.time))


def _written(code: int) -> None:
    """Refuse to lose a cell: the library reports trouble as a negative number only."""
    if code != 0:
        raise CannotWrite("A cell could not be written (code {code}). Export as csv.", code=code)
