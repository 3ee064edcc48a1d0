"""Tables of a few columns in dialogs: chosen by the row, never edited in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget

from qualcode_app.ui.theme import Theme


def dress(table: QTableWidget, theme: Theme, name: str, heads: Sequence[str]) -> None:
    """Give a table its name, headings and look."""
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(heads))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.size("control") + 8)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setStretchLastSection(True)


def put_choice(table: QTableWidget, row: int, column: int, choice: QComboBox) -> None:
    """Put a box into a cell, in a column that has room for its words."""
    table.setCellWidget(row, column, choice)
    head = table.horizontalHeader()
    head.resizeSection(column, max(head.sectionSize(column), choice.sizeHint().width()))
