"""Files of tables by their suffix."""

from __future__ import annotations

from pathlib import Path

from qualcode_app.domain.errors import CannotWrite
from qualcode_app.formats.csv_table import CsvExporter, CsvStyle
from qualcode_app.formats.exporter import Exporter
from qualcode_app.formats.ods import OdsExporter
from qualcode_app.formats.xlsx import XlsxExporter

WORKBOOKS = (".xlsx", ".ods")  # hold several tables
SUFFIXES = (*WORKBOOKS, ".csv")


def exporter(path: Path, style: CsvStyle | None = None) -> Exporter:
    """Return who writes a file of this name; `style` is of csv.

    Raises:
        CannotWrite: The suffix is of no kind of table.
    """
    match path.suffix.lower():
        case ".xlsx":
            return XlsxExporter()
        case ".ods":
            return OdsExporter()
        case ".csv":
            return CsvExporter(style)
    raise CannotWrite(
        "The name {name} does not tell the format. Let it end in {kinds}.",
        name=path.name,
        kinds=", ".join(SUFFIXES),
    )
