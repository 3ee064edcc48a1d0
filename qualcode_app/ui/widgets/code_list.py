"""Codes in a flat list: the pinned ones, and what a search found."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui.item_models.code_tree import ROW_ROLE
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.code_delegate import CodeLineDelegate
from qualcode_app.ui.wording import label


class CodeList(QListView):
    """Stripe, key and label per line; Enter and double-click choose a code."""

    chosen = Signal(str)  # uid of the code
    marked = Signal(str)
    offer_taken = Signal(str, str)  # digit, uid of a code that was only offered for it

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setProperty("ground", "frame")
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(CodeLineDelegate(theme, self))
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_codes(self, rows: Iterable[CodeRow]) -> None:
        """Show codes without digits, the first one marked."""
        self.setCurrentIndex(QModelIndex())  # else the mark walks along as rows go, one by one
        self._model.clear()
        for row in rows:
            self._model.appendRow(_item(row, "", is_offered=False))
        self.setCurrentIndex(self._model.index(0, 0))

    def show_digits(self, pinned: dict[str, CodeRow], offered: dict[str, CodeRow]) -> None:
        """Show codes behind the digit that assigns them; offered ones in grey."""
        self._model.clear()
        for digit in sorted({*pinned, *offered}):
            row = pinned.get(digit) or offered[digit]
            self._model.appendRow(_item(row, digit, is_offered=digit not in pinned))
        rows = self._model.rowCount()
        self.setFixedHeight(rows * self._theme.size("row_dense") + (4 if rows else 0))
        self.setVisible(bool(rows))

    def step(self, step: int) -> None:
        """Mark the next or previous code."""
        row = max(0, min(self._model.rowCount() - 1, self.currentIndex().row() + step))
        self.setCurrentIndex(self._model.index(row, 0))

    def marked_uid(self) -> str:
        """Return the uid of the marked code, "" for none."""
        index = self.currentIndex()
        return index.data(ROW_ROLE).uid if index.isValid() else ""

    def _on_activated(self, index: QModelIndex) -> None:
        uid = index.data(ROW_ROLE).uid
        if index.data(CodeLineDelegate.OFFERED_ROLE):
            self.offer_taken.emit(index.data(CodeLineDelegate.CAP_ROLE), uid)
        else:
            self.chosen.emit(uid)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.marked.emit(index.data(ROW_ROLE).uid)


def _item(row: CodeRow, digit: str, *, is_offered: bool) -> QStandardItem:
    item = QStandardItem(f"{digit} {row.key} {label(row)}".strip())
    item.setData(row, ROW_ROLE)
    item.setData(digit, CodeLineDelegate.CAP_ROLE)
    item.setData(is_offered, CodeLineDelegate.OFFERED_ROLE)
    item.setToolTip(f"{row.key} {label(row)}")
    return item
