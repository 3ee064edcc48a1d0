"""Read the first sheet of a workbook as text, with limits on what it may unpack to."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from qualcode_app.domain.errors import UnreadableTable

MAX_UNPACKED = 200_000_000
MAX_ROWS = 100_000
MAX_COLUMNS = 200


def read(path: Path, *, keep_case: bool = False) -> list[dict[str, str]]:
    """Return the lines by column name, as `csv_reader.read` does.

    Names are lower case unless their case is to be kept.

    Raises:
        UnreadableTable: The file is no sound workbook, or too large.
    """
    from openpyxl import load_workbook  # noqa: PLC0415  loaded only when a workbook is read

    try:
        with zipfile.ZipFile(path) as members:
            unpacked = sum(member.file_size for member in members.infolist())
        if unpacked > MAX_UNPACKED:
            raise UnreadableTable(
                "{file} unpacks to more than {limit} MB. Check that this is a codebook.",
                file=path.name,
                limit=MAX_UNPACKED // 1_000_000,
            )
        book = load_workbook(path, read_only=True, data_only=True)
    except UnreadableTable:
        raise
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise UnreadableTable(
            "{file} is no sound workbook. Save it again as .xlsx.", file=path.name
        ) from error
    try:
        sheet = book.worksheets[0] if book.worksheets else None
        lines = sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True) if sheet else iter(())
        said = [_text(cell).strip() for cell in next(lines, ())]
        names = said if keep_case else [name.lower() for name in said]
        found: list[dict[str, str]] = []
        for cells in lines:
            if len(found) == MAX_ROWS:
                raise UnreadableTable(
                    "{file} has more than {limit} rows.", file=path.name, limit=MAX_ROWS
                )
            row = {name: _text(cell) for name, cell in zip(names, cells, strict=False) if name}
            found.append(row)
        while found and not any(found[-1].values()):
            found.pop()
        return found
    except (KeyError, ValueError, SyntaxError, zipfile.BadZipFile) as error:
        raise UnreadableTable(
            "{file} is no sound workbook. Save it again as .xlsx.", file=path.name
        ) from error
    finally:
        book.close()


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell)
