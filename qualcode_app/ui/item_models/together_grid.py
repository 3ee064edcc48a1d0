"""Codes by codes: in how many documents two stand near each other."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcode_app.services.analysis.together import Together
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.ui.wording import count, label, translate

Index = QModelIndex | QPersistentModelIndex


class TogetherGrid(QAbstractTableModel):
    """Shows the codes that stand near some other one, or all of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Together | None = None
        self._rows: list[int] = []
        self._all = False
        self._in_pairs = False

    def show(self, found: Together | None) -> None:
        """Show other figures."""
        self.beginResetModel()
        self._found = found
        self._choose()
        self.endResetModel()

    def show_all(self, shown: bool) -> None:
        """Show also codes that stand near no other."""
        self.beginResetModel()
        self._all = shown
        self._choose()
        self.endResetModel()

    def count_pairs(self, in_pairs: bool) -> None:
        """Count pairs of codings, or documents."""
        self.beginResetModel()
        self._in_pairs = in_pairs
        self.endResetModel()

    @property
    def most(self) -> int:
        """The largest number off the diagonal."""
        numbers = self._numbers()
        return 0 if numbers.size == 0 else int(numbers.max())

    def code(self, at: int) -> CodeNode:
        """Return the code of a row or column."""
        if self._found is None:
            raise IndexError(at)
        return self._found.rows[self._rows[at]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of codes shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the same number."""
        return self.rowCount(parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the number of a cell; nothing for nought, so that the rest stands out."""
        if not index.isValid() or self._found is None:
            return None
        i, j = self._rows[index.row()], self._rows[index.column()]
        value = 0 if i == j else int(self._numbers()[i, j])
        if role == Qt.ItemDataRole.DisplayRole:
            return count(value) if value else ""
        if role == Qt.ItemDataRole.UserRole:
            return value
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            one, other = self._found.rows[i], self._found.rows[j]
            words = translate(
                "analysis", "{one} and {other}: {n} of {of} documents, {pairs} pairs of codings"
            )
            return words.format(
                one=f"{one.key} {label(one)}",
                other=f"{other.key} {label(other)}",
                n=self._found.n[i, j],
                of=self._found.of[i, j],
                pairs=count(int(self._found.n_pairs[i, j])),
            )
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the key of a code, at the left with its label."""
        if self._found is None or section >= len(self._rows):
            return None
        code = self.code(section)
        whole = f"{code.key} {label(code)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return whole
        if role == Qt.ItemDataRole.DisplayRole:
            return code.key if orientation == Qt.Orientation.Horizontal else whole
        return None

    def _numbers(self) -> np.ndarray:
        if self._found is None:
            return np.zeros((0, 0), np.int64)
        numbers = (self._found.n_pairs if self._in_pairs else self._found.n).copy()
        np.fill_diagonal(numbers, 0)
        return numbers

    def _choose(self) -> None:
        if self._found is None:
            self._rows = []
            return
        near = (self._found.n_pairs + self._found.n).sum(axis=1) > 0
        self._rows = [i for i in range(len(self._found.rows)) if self._all or near[i]]
