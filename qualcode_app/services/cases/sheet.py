"""A sheet of cases: what each of its columns tells, guessed first and then chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from sqlalchemy.orm import Session

from qualcode_app.domain import plain_values
from qualcode_app.domain.errors import RefusedChange, UnreadableTable
from qualcode_app.formats import csv_reader, xlsx_reader
from qualcode_app.services.cases import case_rows
from qualcode_app.services.cases.attribute_edits import PART
from qualcode_app.services.cases.case_rows import AttributeKind, AttributeRow

Line = Mapping[str, str]
_GROUP_HEADS = ("groep:", "group:", "groepen:", "groups:")


class Use(StrEnum):
    """What a column tells."""

    CASE = "case"
    CODE = "code"
    ALIASES = "aliases"
    DOCUMENT = "document"
    WAVE = "wave"
    DATE = "date"
    STATE = "state"
    REASON = "reason"
    VALID_FROM = "valid_from"
    VALID_TO = "valid_to"
    GROUP = "group"
    CASE_ATTRIBUTE = "case_attribute"
    DOCUMENT_ATTRIBUTE = "document_attribute"
    LEAVE = "leave"


# Uses of which a sheet has at most one column, with the headings people give it.
HEADINGS: Mapping[Use, frozenset[str]] = {
    use: frozenset(names.split("|"))
    for use, names in {
        Use.CASE: "gemeente|gemeentenaam|naam gemeente|naam|casus|case|name|municipality",
        Use.CODE: "gemeentecode|gm-code|gm_code|cbs-code|cbs_code|code|case code|case_code",
        Use.ALIASES: "aliassen|alias|aliases|andere namen|other names",
        Use.DOCUMENT: "document|bestand|bestandsnaam|file|titel|title|pdf",
        Use.WAVE: "golf|wave|periode|period|meting",
        Use.DATE: "datum|date|datum document|document date",
        Use.STATE: "corpus|in corpus|telt mee|counts",
        Use.REASON: "reden|reden uit|reason|out reason",
        Use.VALID_FROM: "geldig vanaf|vanaf|valid from|from",
        Use.VALID_TO: "geldig tot en met|tot en met|t/m|valid to|to",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet and what it tells.

    `kind` and `many` are those of a new attribute; one that is known keeps its own.
    """

    name: str
    use: Use
    title: str = ""
    kind: AttributeKind = "text"
    many: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a file by heading, and what its columns tell."""

    file: str
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]

    def column(self, use: Use) -> Column | None:
        """Return the one column of a use."""
        return next((column for column in self.columns if column.use is use), None)

    def cell(self, line: Line, use: Use) -> str:
        """Return what a line says in the one column of a use."""
        column = self.column(use)
        return " ".join(line.get(column.name, "").split()) if column else ""

    def choose(self, name: str, use: Use) -> Sheet:
        """Return the sheet with another use of one column.

        A column of a use that only one can have gives it up.
        """
        columns = [
            replace(column, use=use)
            if column.name == name
            else replace(column, use=Use.LEAVE)
            if use in HEADINGS and column.use is use
            else column
            for column in self.columns
        ]
        return replace(self, columns=tuple(columns))


def lines_of(path: Path) -> tuple[Line, ...]:
    """Return the lines of a csv or workbook by heading.

    Raises:
        UnreadableTable: It is neither, or holds no lines.
    """
    match path.suffix.lower():
        case ".csv" | ".tsv" | ".txt":
            lines = csv_reader.read(path, keep_case=True)
        case ".xlsx" | ".xlsm":
            lines = xlsx_reader.read(path, keep_case=True)
        case _:
            raise UnreadableTable(
                "{file} is no sheet. Choose a workbook (.xlsx) or a csv.", file=path.name
            )
    if not lines:
        raise UnreadableTable(
            "{file} has no lines below its headings. Choose another file, or fill this one first.",
            file=path.name,
        )
    return tuple(lines)


def guess(session: Session, lines: Sequence[Line], file: str) -> Sheet:
    """Return a sheet with what its columns seem to tell.

    Raises:
        UnreadableTable: No column holds the names or codes of cases.
    """
    names = list(dict.fromkeys(name for line in lines for name in line if name))
    known = _Known.read(session)
    taken: set[Use] = set()
    columns = []
    for name in names:
        use = next((u for u, heads in HEADINGS.items() if name.lower() in heads), None)
        if use is not None and use not in taken:
            taken.add(use)
            columns.append(Column(name, use))
        else:
            columns.append(known.column(name, [line.get(name, "") for line in lines]))
    if not taken & {Use.CASE, Use.CODE, Use.DOCUMENT}:
        raise UnreadableTable(
            "{file} has no column with names of cases. Give one the heading Gemeente or Case.",
            file=file,
        )
    sheet = Sheet(file, tuple(lines), tuple(columns))
    moved = [
        replace(column, use=Use.DOCUMENT_ATTRIBUTE) if _differs(sheet, column) else column
        for column in columns
    ]
    return replace(sheet, columns=tuple(moved))


@dataclass(frozen=True, slots=True)
class _Known:
    """The systems and attributes there are, by title."""

    systems: frozenset[str]
    attributes: Mapping[str, AttributeRow]

    @classmethod
    def read(cls, session: Session) -> _Known:
        systems = case_rows.group_systems(session)
        return cls(
            frozenset(system.title.casefold() for system in systems),
            {row.title.casefold(): row for row in case_rows.attributes(session)},
        )

    def column(self, name: str, cells: Sequence[str]) -> Column:
        head = next((head for head in _GROUP_HEADS if name.lower().startswith(head)), "")
        title = " ".join(name[len(head) :].split()) or name
        if head or title.casefold() in self.systems:
            return Column(name, Use.GROUP, title)
        said = [cell.strip() for cell in cells if cell.strip()]
        if row := self.attributes.get(title.casefold()):
            use = Use.CASE_ATTRIBUTE if row.of == "case" else Use.DOCUMENT_ATTRIBUTE
            return Column(name, use, row.title, row.kind, row.many)
        if not said:
            return Column(name, Use.LEAVE, title)
        kind = _kind(said)
        many = kind == "text" and any(PART in cell for cell in said)
        few = len(set(said)) <= max(2, len(said) // 2)
        use = Use.GROUP if kind == "text" and few and not many else Use.CASE_ATTRIBUTE
        return Column(name, use, title, kind, many)


def _kind(cells: Sequence[str]) -> AttributeKind:
    """Return the kind that every cell can be read as."""
    readers: tuple[tuple[AttributeKind, Callable[[str], object]], ...] = (
        ("truth", _truth_in_words),
        ("number", plain_values.number),
        ("date", plain_values.day),
    )
    for kind, read in readers:
        try:
            for cell in cells:
                read(cell)
        except RefusedChange:
            continue
        return kind
    return "text"


def _truth_in_words(cell: str) -> bool:
    """Read yes or no; zeros and ones are numbers."""
    if cell.strip().isdecimal():
        raise RefusedChange("{text} says neither yes nor no. Write yes or no.", text=cell)
    return plain_values.truth(cell)


def _differs(sheet: Sheet, column: Column) -> bool:
    """Tell whether an attribute differs between lines of one case: then it is of documents."""
    if column.use is not Use.CASE_ATTRIBUTE:
        return False
    by_case: dict[str, set[str]] = defaultdict(set)
    for line in sheet.lines:
        name = sheet.cell(line, Use.CASE) or sheet.cell(line, Use.CODE)
        by_case[name.casefold()].add(line.get(column.name, "").strip())
    return any(len(values) > 1 for values in by_case.values())
