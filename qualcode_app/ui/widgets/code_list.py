"""Codes in a flat list: the pinned ones, and what a search found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui.item_models.code_tree import ROW_ROLE
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.code_delegate import CodeLineDelegate
from qualcode_app.ui.wording import label


@dataclass(frozen=True, slots=True)
class _Line:
    """A code in the list; `digit` assigns it, or would if the offer is taken."""

    row: CodeRow
    digit: str = ""
    is_offered: bool = False


class _Lines(QAbstractListModel):
    """Says of a line only what is asked, so that a letter typed costs what is in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: Sequence[_Line] = ()

    def show(self, lines: Sequence[_Line]) -> None:
        """Show other codes."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of codes."""
        return 0 if parent.isValid() else len(self._lines)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the code, its digit or its words."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{line.digit} {line.row.key} {label(line.row)}".strip()
            case Qt.ItemDataRole.ToolTipRole:
                return f"{line.row.key} {label(line.row)}"
            case _ if role == ROW_ROLE:
                return line.row
            case CodeLineDelegate.CAP_ROLE:
                return line.digit
            case CodeLineDelegate.OFFERED_ROLE:
                return line.is_offered
        return None


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
        self._model = _Lines(self)
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
        self._model.show([_Line(row) for row in rows])
        self.setCurrentIndex(self._model.index(0, 0))

    def show_digits(self, pinned: dict[str, CodeRow], offered: dict[str, CodeRow]) -> None:
        """Show codes behind the digit that assigns them; offered ones in grey."""
        lines = [
            _Line(pinned.get(digit) or offered[digit], digit, digit not in pinned)
            for digit in sorted({*pinned, *offered})
        ]
        self._model.show(lines)
        rows = len(lines)
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
