"""A table of agreement as the window shows it: lines of one kind, sorted and filtered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf, isnan
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qualcode_app.services.agreement.agreement_rows import AgreementTable
from qualcode_app.ui.item_models.agreement_lines import Line, name_of

ROW_ROLE = Qt.ItemDataRole.UserRole  # the line
KIND_ROLE = Qt.ItemDataRole.UserRole + 1  # what the cell holds

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["name", "interval", "figure", "count", "chip", "words"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its words, what it says on hover and how it sorts."""

    head: str
    kind: Kind
    width_px: int
    words: Callable[[Any], str]
    order: Callable[[Any], float | str]
    told: Callable[[Any], str] = lambda _: ""


class AgreementTableModel(QAbstractTableModel):
    """Lines of one kind; a line for everything together stays on top however it is sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: AgreementTable | None = None  # where the lines come from
        self.columns: tuple[Column, ...] = ()
        self._given: tuple[Line, ...] = ()
        self._top: tuple[Line, ...] = ()
        self._rows: list[Line] = []
        self._sorted_by: tuple[int, bool] | None = None
        self._sought = ""

    def show(
        self, columns: Sequence[Column], rows: Sequence[Line], top: Sequence[Line] = ()
    ) -> None:
        """Show lines; the order and the filter stay."""
        self.beginResetModel()
        self.columns, self._given, self._top = tuple(columns), tuple(rows), tuple(top)
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives the order of the codebook back. No figure comes last."""
        self.beginResetModel()
        falls = order == Qt.SortOrder.DescendingOrder
        self._sorted_by = None if column < 0 else (column, falls)
        self._arrange()
        self.endResetModel()

    def seek(self, words: str) -> None:
        """Show only lines whose name holds these words."""
        self.beginResetModel()
        self._sought = words.strip().casefold()
        self._arrange()
        self.endResetModel()

    @property
    def lowest(self) -> float:
        """Where the axis of the intervals starts: 0, or the lowest value when one is negative."""
        values = [row.alpha.value for row in self._rows]
        return min([0.0, *(max(value, -1.0) for value in values if not isnan(value))])

    def row(self, row: int) -> Line:
        """Return one line."""
        return self._rows[row]

    def number_of(self, line: Line) -> int:
        """Return where the line with the same name stands, -1 where it does not."""
        name = name_of(line)
        return next((i for i, row in enumerate(self._rows) if name_of(row) == name), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case _ if role == ROW_ROLE:
                return row
            case _ if role == KIND_ROLE:
                return column.kind
            case Qt.ItemDataRole.DisplayRole:
                return column.words(row)
            case Qt.ItemDataRole.ToolTipRole:
                return column.told(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(self.columns[section])
        return self.columns[section].head if role == Qt.ItemDataRole.DisplayRole else None

    def _arrange(self) -> None:
        rows = [row for row in self._given if self._sought in name_of(row).casefold()]
        if self._sorted_by is not None and self._sorted_by[0] < len(self.columns):
            column, falls = self._sorted_by
            order = self.columns[column].order
            known = [row for row in rows if order(row) != inf]
            unknown = [row for row in rows if order(row) == inf]
            rows = sorted(known, key=order, reverse=falls) + unknown
        self._rows = [*self._top, *rows]


def _side(column: Column) -> Qt.AlignmentFlag:
    is_words = column.kind in ("name", "interval", "chip", "words")
    side = Qt.AlignmentFlag.AlignLeft if is_words else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
