"""One table as csv, for a spreadsheet or, exactly as it is, for another program."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from qualcode_app.domain.printable import looks_like_formula, printable
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Cell, Link, Snapshot, Table
from qualcode_app.formats.whole_file import whole

_REPORT_EVERY = 500


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """How a csv is written.

    `exact` writes every text as it is; otherwise text that a spreadsheet would take for a
    formula gets an apostrophe in front, and control characters their pictures.
    """

    dutch: bool = True  # semicolons and decimal commas
    exact: bool = False


class CsvExporter:
    """The snapshot's first table as one csv file, UTF-8 with a byte-order mark."""

    key = "csv"
    suffix = ".csv"

    def __init__(self, style: CsvStyle | None = None) -> None:
        self._style = style or CsvStyle()

    def write(self, snapshot: Snapshot, path: Path, progress: Progress) -> None:
        """Write the file; raises Cancelled, or CannotWrite when the folder refuses it."""
        table = next(iter(snapshot.tables.values()))
        with whole(path) as part, part.open("w", encoding="utf-8-sig", newline="") as file:
            write_table(table, file, self._style, progress)


def write_table(table: Table, file: TextIO, style: CsvStyle, progress: Progress) -> None:
    """Write one table to an open text file."""
    writer = csv.writer(file, delimiter=";" if style.dutch else ",")
    writer.writerow([column.title for column in table.columns])
    for done, row in enumerate(table.rows):
        if done % _REPORT_EVERY == 0:
            progress.report(done, len(table.rows))
        writer.writerow([_cell(cell, style) for cell in row])
    progress.report(len(table.rows), len(table.rows))


def _cell(cell: Cell, style: CsvStyle) -> str:
    match cell:
        case None:
            return ""
        case str():
            return cell if style.exact else _safe(cell)
        case float():
            said = repr(cell)
            return said.replace(".", ",") if style.dutch else said
        case datetime():
            return cell.isoformat(timespec="seconds")
        case Link():
            return cell.address
        case _:
            return str(cell)


def _safe(text: str) -> str:
    shown, _ = printable(text)
    return f"'{shown}" if looks_like_formula(text) else shown
