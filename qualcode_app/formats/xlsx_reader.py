"""Read the first sheet of a workbook as text, with limits on what it may unpack to."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

from qualcode_app.domain.errors import UnreadableTable

MAX_UNPACKED = 200_000_000
MAX_ROWS = 100_000
MAX_COLUMNS = 200


# What openpyxl says in many ways where the XML in a workbook is not what it expects.
_UNSOUND = (
    *(ArithmeticError, AttributeError, EOFError, LookupError, RuntimeError),
    *(SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zlib.error),
)


def read(path: Path, *, keep_case: bool = False) -> list[dict[str, str]]:
    """Return the lines by column name, as `csv_reader.read` does.

    Names are lower case unless their case is to be kept.

    Raises:
        UnreadableTable: The file is no sound workbook, or too large.
    """
    try:
        content = path.read_bytes()
        with zipfile.ZipFile(BytesIO(content)) as members:
            unpacked = sum(member.file_size for member in members.infolist())
        if unpacked <= MAX_UNPACKED:
            return list(_lines(content, path.name, keep_case=keep_case))
    except (OSError, *_UNSOUND) as error:
        raise UnreadableTable(
            "{file} is no sound workbook. Save it again as .xlsx.", file=path.name
        ) from error
    raise UnreadableTable(
        "{file} unpacks to more than {limit} MB. Check that it is the right file.",
        file=path.name,
        limit=MAX_UNPACKED // 1_000_000,
    )


def _lines(content: bytes, file: str, *, keep_case: bool) -> Iterator[dict[str, str]]:
    """Yield the lines of the first sheet up to the last that says something."""
    from openpyxl import load_workbook  # noqa: PLC0415  loaded only when a workbook is read

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and the like that it leaves out
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        with closing(book):
            sheet = book.worksheets[0] if book.worksheets else None
            lines = sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True) if sheet else iter(())
            said = [_text(cell).strip() for cell in next(lines, ())]
            names = said if keep_case else [name.lower() for name in said]
            empty: list[dict[str, str]] = []
            for number, cells in enumerate(lines):
                if number == MAX_ROWS:
                    raise UnreadableTable(
                        "{file} has more than {limit} rows. Split it and import the parts.",
                        file=file,
                        limit=MAX_ROWS,
                    )
                row = {name: _text(cell) for name, cell in zip(names, cells, strict=False) if name}
                empty.append(row)
                if any(row.values()):
                    yield from empty
                    empty.clear()


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell)
