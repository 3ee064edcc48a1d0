"""Read a csv as somebody's spreadsheet wrote it: comma or semicolon, with or without mark."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from qualcode_app.domain.errors import UnreadableTable

MAX_BYTES = 200_000_000


def read(path: Path, *, keep_case: bool = False) -> list[dict[str, str]]:
    """Return the lines by column name; names have no spaces at the ends.

    Names are lower case unless their case is to be kept, as that of people.
    An apostrophe that our own export puts before formula-like text is taken off again.

    Raises:
        UnreadableTable: No file, too large, not UTF-8, no headings, or a line with too many
            cells; names the line.
    """
    text = _text(path)
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        said = [name.strip() for name in next(reader, [])]
        names = said if keep_case else [name.lower() for name in said]
        if not any(names):
            raise UnreadableTable("{file} is empty. Choose a csv with headings.", file=path.name)
        return [_line(names, cells, reader.line_num, path.name) for cells in reader if any(cells)]
    except csv.Error as error:
        raise UnreadableTable(
            "{file}, line {line}: this is no sound csv ({reason}). Save it again as CSV UTF-8.",
            file=path.name,
            line=reader.line_num,
            reason=str(error),
        ) from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableTable(
                "{file} is too large for a table of codings. Split it and import the parts.",
                file=path.name,
            )
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UnreadableTable(
            "{file} cannot be read ({reason}). Check that it is there and may be opened.",
            file=path.name,
            reason=error.strerror or str(error),
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableTable(
            "{file} is not written in UTF-8. Save it again as CSV UTF-8.", file=path.name
        ) from error


def _line(names: list[str], cells: list[str], number: int, file: str) -> dict[str, str]:
    if len(cells) > len(names):
        raise UnreadableTable(
            "{file}, line {line}: there are {cells} cells under {names} headings. Check the "
            "separators and quotation marks.",
            file=file,
            line=number,
            cells=len(cells),
            names=len(names),
        )
    return {
        name: cell[1:] if cell.startswith(("'=", "'+", "'-", "'@", "'\t")) else cell
        for name, cell in zip(names, cells, strict=False)
    }
