"""Reliability data from outside a project: units by coders, one judgment a line, or spans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from qualcode_app.agreement.data import SpanData, UnitData
from qualcode_app.domain.errors import UnreadableTable
from qualcode_app.formats import csv_reader

Line = dict[str, str]
MISSING = ("", "na", "n/a", "nan", ".", "*", "-")
UNIT_NAMES = ("", "unit", "id", "item", "case", "eenheid", "nr")
SPAN_NAMES = ("coder", "category", "begin", "end")
CATEGORY_NAMES = ("category", "code", "value", "rating", "categorie", "waarde")


def read(
    path: Path, *, categories: Sequence[str] = (), separator: str = ""
) -> tuple[UnitData | SpanData, tuple[str, ...]]:
    """Return the data of a csv file, and the names of the coders.

    Spans when the headings are coder, category, begin, end, length (and document if there is
    more than one); one judgment a line when they are unit, coder, category; otherwise one
    line per unit and one column per coder.

    Args:
        path: The file.
        categories: The available categories in their order; those found, sorted, when empty.
        separator: Between the labels of a cell that holds several.

    Raises:
        UnreadableTable: The file is no sound csv, or a cell is not what it should be.
    """
    lines = [_known_names(line) for line in csv_reader.read(path, keep_case=True)]
    if not lines:
        raise UnreadableTable(
            "{file} has no lines below its headings. Choose another file, or fill this one first.",
            file=path.name,
        )
    names = list(lines[0])
    if all(name in names for name in SPAN_NAMES):
        data = spans(lines, path.name)
        return data, data.coders
    if "unit" in names and "coder" in names:
        return _judgments(lines, names, path.name, categories, separator)
    coders = [name for at, name in enumerate(names) if at or name.lower() not in UNIT_NAMES]
    rows = [[line.get(coder, "").strip() for coder in coders] for line in lines]
    return units(rows, categories=categories, separator=separator), tuple(coders)


def _known_names(line: Line) -> Line:
    """Write headings that mean something in lower case; all others are names of coders."""
    known = {*SPAN_NAMES, *CATEGORY_NAMES, *UNIT_NAMES, "length", "document"}
    return {name.lower() if name.lower() in known else name: cell for name, cell in line.items()}


def units(
    rows: Sequence[Sequence[str]], *, categories: Sequence[str] = (), separator: str = ""
) -> UnitData:
    """Return units by coders as data; empty cells and NA are missing.

    Raises:
        UnreadableTable: A cell is not among the categories.
    """
    said = {cell for row in rows for cell in row if cell.casefold() not in MISSING}
    known = list(categories) or sorted(said, key=_order)
    strange = sorted(said - set(known))
    if strange:
        raise UnreadableTable(
            "{cell} is not among the categories {categories}. Name all of them.",
            cell=strange[0],
            categories=", ".join(known),
        )
    at = {name: i for i, name in enumerate(known)}
    numbers = [_number(name) for name in known]
    values = [each for each in numbers if each is not None]
    sets = None
    if separator:
        sets = tuple(
            frozenset(part.strip() for part in name.split(separator) if part.strip())
            for name in known
        )
    ratings = [[at.get(cell, -1) for cell in row] for row in rows]
    return UnitData(
        tuple(known),
        np.array(ratings, np.int64).reshape(len(rows), -1),
        ordered=bool(categories) or len(values) == len(known),
        values=np.array(values) if len(values) == len(known) else None,
        sets=sets,
    )


def spans(lines: Sequence[Line], file: str) -> SpanData:
    """Return spans as data; every coder counts in every document.

    Raises:
        UnreadableTable: A place is no whole number, or lies outside its document.
    """
    coders, codes, documents = (
        list(dict.fromkeys(line.get(name, "").strip() for line in lines))
        for name in ("coder", "category", "document")
    )
    places = np.array([_places(line, at, file) for at, line in enumerate(lines, start=2)])
    document = np.array([documents.index(line.get("document", "").strip()) for line in lines])
    lengths = np.zeros(len(documents), np.int64)
    np.maximum.at(lengths, document, places[:, 2])
    used = [at for at, line in enumerate(lines) if line.get("category", "").strip()]
    codes = [code for code in codes if code]
    return SpanData(
        tuple(coders),
        tuple(codes),
        tuple(documents),
        lengths,
        np.ones((len(coders), len(codes), len(documents)), np.bool_),
        document[used],
        np.array([codes.index(lines[at]["category"].strip()) for at in used], np.int64),
        np.array([coders.index(lines[at]["coder"].strip()) for at in used], np.int64),
        places[used, 0],
        places[used, 1],
    )


def _places(line: Line, number: int, file: str) -> tuple[int, int, int]:
    """Return begin, end and length of the document; a line without a category only tells that."""
    if not line.get("category", "").strip():
        return 0, 0, _whole(line, "length", number, file)
    begin, end = (_whole(line, name, number, file) for name in ("begin", "end"))
    length = _whole(line, "length", number, file) if line.get("length") else end
    if not 0 <= begin <= end <= length:
        raise UnreadableTable(
            "{file}, line {line}: {begin} to {end} is no place in a document of {length} "
            "characters. Correct that line.",
            file=file,
            line=number,
            begin=begin,
            end=end,
            length=length,
        )
    return begin, end, length


def _whole(line: Line, name: str, number: int, file: str) -> int:
    said = line.get(name, "").strip()
    if not said.isdecimal():
        raise UnreadableTable(
            "{file}, line {line}: {name} must be a whole number, not {said}. Correct that line.",
            file=file,
            line=number,
            name=name,
            said=said or "nothing",
        )
    return int(said)


def _judgments(
    lines: Sequence[Line],
    names: Sequence[str],
    file: str,
    categories: Sequence[str],
    separator: str,
) -> tuple[UnitData, tuple[str, ...]]:
    column = next((name for name in CATEGORY_NAMES if name in names), None)
    if column is None:
        raise UnreadableTable(
            "{file} has units and coders but no column named category, code or value. Give the "
            "column of categories one of these headings.",
            file=file,
        )
    coders = sorted({line["coder"].strip() for line in lines})
    at = {name: i for i, name in enumerate(coders)}
    cells: dict[str, list[str]] = {}
    for number, line in enumerate(lines, start=2):
        row = cells.setdefault(line["unit"].strip(), [""] * len(coders))
        coder = at[line["coder"].strip()]
        said = line.get(column, "").strip()
        if row[coder] and row[coder] != said:
            raise UnreadableTable(
                "{file}, line {line}: {coder} judged unit {unit} twice. Keep one judgment.",
                file=file,
                line=number,
                coder=line["coder"],
                unit=line["unit"],
            )
        row[coder] = said
    data = units(list(cells.values()), categories=categories, separator=separator)
    return data, tuple(coders)


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _order(text: str) -> tuple[bool, float, str]:
    number = _number(text)
    return (number is None, number or 0.0, text)
