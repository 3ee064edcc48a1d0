"""Codebook files of every kind, by their suffix."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from qualcode_app import paths
from qualcode_app.domain.codebook_arrival import ArrivedCodebook, Lost
from qualcode_app.domain.codebook_file import CodebookFile
from qualcode_app.domain.errors import CannotWrite, UnreadableTable
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.formats import (
    codebook_docx,
    codebook_json,
    codebook_page,
    codebook_table,
    csv_reader,
    refi_codebook,
    refi_codebook_reader,
    xlsx_reader,
)
from qualcode_app.formats.csv_table import CsvExporter, CsvStyle
from qualcode_app.formats.xlsx import XlsxExporter

READABLE = (".json", ".qdc", ".csv", ".xlsx")
TABLES = (".csv", ".xlsx")
WRITABLE = (".json", ".qdc", ".csv", ".xlsx", ".docx", ".html")


def read(path: Path) -> ArrivedCodebook:
    """Return the codebook in a file.

    Raises:
        UnreadableTable: It is no sound codebook; names file, line and reason.
    """
    match path.suffix.lower():
        case ".json":
            return ArrivedCodebook(codebook_json.read(path))
        case ".qdc":
            return refi_codebook_reader.read(path)
        case ".csv":
            return codebook_table.arrived(csv_reader.read(path), path)
        case ".xlsx":
            return codebook_table.arrived(xlsx_reader.read(path), path)
    raise UnreadableTable(
        "{file} is no kind of codebook this program reads. Choose one that ends in {kinds}.",
        file=path.name,
        kinds=", ".join(READABLE),
    )


def write(book: CodebookFile, path: Path, language: str) -> tuple[Lost, ...]:
    """Write a codebook to a file; returns what does not fit into a file of that kind.

    Args:
        book: What is written.
        path: Where it goes; its suffix says in which form.
        language: "nl" or "en", for what people read.

    Raises:
        CannotWrite: There is no such kind of file, or the folder refuses it.
    """
    match path.suffix.lower():
        case ".json":
            codebook_json.write(book, path)
        case ".qdc":
            refi_codebook.write(book, path, language, colours())
        case ".csv":
            snapshot = Snapshot({"codebook": codebook_table.table(book, language)})
            CsvExporter(CsvStyle(dutch=language == "nl")).write(snapshot, path, Silent())
        case ".xlsx":
            snapshot = Snapshot({"codebook": codebook_table.table(book, language)})
            XlsxExporter().write(snapshot, path, Silent())
        case ".docx":
            codebook_docx.write(book, path, language, colours())
        case ".html":
            codebook_page.write(book, path, language, colours())
        case _:
            raise CannotWrite(
                "A codebook cannot be written as {file}. Let the name end in {kinds}.",
                file=path.name,
                kinds=", ".join(WRITABLE),
            )
    n_facets, n_registers = len(book.facets), len(book.registers)
    if path.suffix.lower() not in TABLES or not (n_facets or n_registers):
        return ()
    return (
        Lost(
            "A table holds codes only: {facets} facets and {registers} registers stayed behind.",
            facets=n_facets,
            registers=n_registers,
        ),
    )


@cache
def colours() -> dict[str, str]:
    """Return the colour of each place in a family, as on a light ground."""
    families = tomllib.loads((paths.resources() / "themes" / "families.toml").read_text("utf-8"))
    return {
        f"{slot}:{number}": colour
        for slot, family in families.items()
        if isinstance(family, dict) and "light" in family
        for number, colour in enumerate(family["light"])
    }
