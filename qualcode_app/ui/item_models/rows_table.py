"""A table model that shows one row per value; what stands in a cell is up to who inherits."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from enum import IntEnum
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

ROW_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


class RowsTable(QAbstractTableModel, Generic[R]):
    """Gives words, tooltip and the value to sort by, which may differ from the words.

    Args:
        parent: Owns the model.
    """

    columns: ClassVar[type[IntEnum]]
    at_right: ClassVar[frozenset[int]] = frozenset()  # columns of figures

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[R, ...] = ()

    @abstractmethod
    def heads(self) -> Sequence[str]:
        """Return the names of the columns."""

    @abstractmethod
    def words(self, row: R, column: int) -> str:
        """Return what stands in a cell."""

    @abstractmethod
    def order(self, row: R, column: int) -> object:
        """Return what a cell is sorted by."""

    def tip(self, row: R, column: int) -> str | None:
        """Return what more is told of a cell."""

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows and no others."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, the value to sort by, or the whole row."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case _ if role == ROW_ROLE:
                return row
            case _ if role == SORT_ROLE:
                return self.order(row, column)
            case Qt.ItemDataRole.DisplayRole:
                return self.words(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.tip(row, column)
            case Qt.ItemDataRole.TextAlignmentRole if column in self.at_right:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in self.at_right
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self.heads()[section] if role == Qt.ItemDataRole.DisplayRole else None
