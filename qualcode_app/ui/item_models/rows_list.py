"""A list model that shows rows as they are; what is said of a row is up to who inherits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


class RowsList(QAbstractListModel, Generic[R]):
    """One row per value."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[R, ...] = ()

    def put(self, rows: Sequence[R]) -> None:
        """Show these rows and no others."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, row: int) -> R:
        """Return one row."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)
