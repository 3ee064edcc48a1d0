"""Numbers of codings as a table that is sorted by value, not by words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from math import inf, isnan

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from qualcode_app.services.analysis.values import Measured, NumberRow
from qualcode_app.ui.language import language_code
from qualcode_app.ui.wording import in_language, translate
from qualcode_app.ui.wording import label as label_of

ROW_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


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


RIGHT = (Column.AMOUNT, Column.YEAR)


class ValuesTable(QAbstractTableModel):
    """One row per number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[NumberRow, ...] = ()

    def show(self, rows: Sequence[NumberRow]) -> None:
        """Show these numbers and no others."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many numbers there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, the value to sort by, or the whole row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _ if role == ROW_ROLE:
                return row
            case _ if role == SORT_ROLE:
                return _order(row, index.column())
            case Qt.ItemDataRole.DisplayRole:
                return _words(row, index.column())
            case Qt.ItemDataRole.ToolTipRole if index.column() == Column.QUOTE:
                return row.coding.quote
            case Qt.ItemDataRole.ToolTipRole if index.column() == Column.CODE:
                return in_language(row.coding.code_label_nl, row.coding.code_label_en)
            case Qt.ItemDataRole.TextAlignmentRole if index.column() in RIGHT:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return _heads()[section] if role == Qt.ItemDataRole.DisplayRole else None


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
