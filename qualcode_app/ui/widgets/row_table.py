"""A plain table of words to read and choose a row from, as dialogs show it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from qualcode_app.ui.theme import Theme


class RowTable(QTableWidget):
    """Rows of words; one column takes the room that is left."""

    def __init__(
        self, theme: Theme, name: str, heads: Sequence[str], *, wide: int, parent: QWidget
    ) -> None:
        super().__init__(0, len(heads), parent)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.size("row_dense"))
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        mode = QHeaderView.ResizeMode
        for column in range(len(heads)):
            stretch = mode.Stretch if column == wide else mode.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(column, stretch)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            head = QTableWidgetItem(heads[column])
            head.setTextAlignment(left)
            self.setHorizontalHeaderItem(column, head)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows; the first is chosen."""
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(place, column, item)
        if rows:
            self.selectRow(0)
