"""Numbers of codings as a table that is sorted by value, not by words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from math import inf, isnan

from PySide6.QtCore import QObject, QSortFilterProxyModel

from qualcode_app.services.analysis.values import Measured, NumberRow
from qualcode_app.ui.item_models.rows_table import ROW_ROLE, SORT_ROLE, Index, RowsTable
from qualcode_app.ui.language import language_code
from qualcode_app.ui.wording import in_language, translate
from qualcode_app.ui.wording import label as label_of


class Column(IntEnum):
    """The columns from left to right."""

    DOCUMENT = 0
    WHAT = 1
    AMOUNT = 2
    YEAR = 3
    KIND = 4
    CODE = 5
    CODER = 6
    PAGE = 7
    QUOTE = 8


class ValuesTable(RowsTable[NumberRow]):
    """One row per number."""

    columns = Column
    at_right = frozenset({Column.AMOUNT, Column.YEAR})

    def heads(self) -> Sequence[str]:
        """Return the names of the columns."""
        return _heads()

    def words(self, row: NumberRow, column: int) -> str:
        """Return what stands in a cell."""
        return _words(row, column)

    def order(self, row: NumberRow, column: int) -> object:
        """Return what a cell is sorted by."""
        return _order(row, column)

    def tip(self, row: NumberRow, column: int) -> str | None:
        """Return the whole passage, or the name of the code."""
        match column:
            case Column.QUOTE:
                return row.coding.quote
            case Column.CODE:
                return in_language(row.coding.code_label_nl, row.coding.code_label_en)
        return None


class ValuesSieve(QSortFilterProxyModel):
    """Lets through the numbers of one thing that hold the words searched for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.thing: Measured | None = None
        self.words = ""
        self.setSortRole(SORT_ROLE)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tell whether a number is shown."""
        index = self.sourceModel().index(source_row, 0, source_parent)
        row: NumberRow = index.data(ROW_ROLE)
        if self.thing is not None and row.measured != self.thing:
            return False
        said = (_words(row, column) for column in Column)
        return self.words.strip().casefold() in " ".join((*said, row.coding.quote)).casefold()


def _words(row: NumberRow, column: int) -> str:
    coding = row.coding
    match column:
        case Column.DOCUMENT:
            return row.name
        case Column.WHAT:
            return row.what(language_code())
        case Column.AMOUNT:
            return "" if row.is_year else row.amount(language_code())
        case Column.YEAR:
            if row.is_year:
                return row.amount(language_code())
            return "" if row.value.year is None else str(row.value.year)
        case Column.KIND:
            return "" if row.kind is None else label_of(row.kind)
        case Column.CODE:
            return coding.code_key
        case Column.CODER:
            return coding.coder_name
        case Column.PAGE:
            return coding.page_label or str(coding.page_number)
        case _:
            return " ".join(coding.quote.split())


def _order(row: NumberRow, column: int) -> object:
    match column:
        case Column.AMOUNT:
            low = row.high if isnan(row.low) else row.low
            return inf if row.is_year else low
        case Column.YEAR:
            first, last = row.years or (inf, inf)
            return last if isnan(first) else first
        case Column.PAGE:
            return f"{row.document:06d} {row.coding.anchor.start:012d}"
        case _:
            return _words(row, column).casefold()


def _heads() -> tuple[str, ...]:
    return (
        translate("values", "Document"),
        translate("values", "Of what"),
        translate("values", "Amount"),
        translate("values", "Year"),
        translate("values", "Kind"),
        translate("values", "Code"),
        translate("values", "Coder"),
        translate("values", "Page"),
        translate("values", "Passage"),
    )
