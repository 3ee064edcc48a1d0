"""A finished table as a view shows it, with the place that a cell leads to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from qualcode_app.domain.snapshot import Table

PLACE_ROLE = Qt.ItemDataRole.UserRole
Place = tuple[str, str] | None
Index = QModelIndex | QPersistentModelIndex


class Sheet(QAbstractTableModel):
    """Makes words only of the cells in sight, for a table may hold tens of thousands."""

    def __init__(
        self,
        table: Table,
        place: Callable[[int, int], Place],
        parent: QObject | None = None,
        *,
        shares: bool = False,
    ) -> None:
        """Show a table.

        Args:
            table: What it says.
            place: Where a cell leads, by row and column.
            parent: Who owns the model.
            shares: Figures are shares, shown as per cent.
        """
        super().__init__(parent)
        self._shares = shares
        self.table = table
        self._place = place

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, or where it leads."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            value = self.table.rows[index.row()][index.column()]
            if isinstance(value, float):
                return f"{100 * value:.0f} %" if self._shares else QLocale().toString(value)
            return "" if value is None else str(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_text = self.table.columns[index.column()].kind == "text"
            side = Qt.AlignmentFlag.AlignLeft if is_text else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == PLACE_ROLE:
            return self._place(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.table.columns[section].title
        return None
