"""The matrix as a table: codes down, documents or groups across, each cell with what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import Literal

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcode_app.services.analysis.matrix import Column, Matrix, Measure
from qualcode_app.services.analysis.study import CODED, READ, State
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.ui.wording import count, label, number, translate

Index = QModelIndex | QPersistentModelIndex
Shown = Literal["all", "found", "not_found"]
CELL_ROLE = Qt.ItemDataRole.UserRole

_NO_COLUMNS: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class CellView:
    """How one cell is drawn: its words, how strong its ground is, and what is behind it."""

    text: str
    strength: float  # 0 to 1; of rows that are summed up below, 0
    state: State
    is_sum: bool  # a row of which the rows below are parts


class MatrixGrid(QAbstractTableModel):
    """Shows a matrix in an order and for a measure; computes nothing that the matrix knows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix: Matrix | None = None
        self.measure: Measure = "count"
        self._all: tuple[Column, ...] = _NO_COLUMNS
        self._columns: list[int] = []
        self._rows: list[int] = []
        self._values = np.zeros((0, 0))
        self._most = 0.0
        self._shares: list[str] = []
        self.is_of_groups = False  # the columns are groups of documents
        self.has_groups = False  # documents stand below groups
        self._sought = ""
        self._shown: Shown = "all"
        self._by_column: int | None = None  # -1: by n

    def show(self, matrix: Matrix | None, columns: Sequence[Column], measure: Measure) -> None:
        """Show a matrix; order and filter stay where they still make sense."""
        self.beginResetModel()
        same = tuple(columns) == self._all
        self.matrix, self._all, self.measure = matrix, tuple(columns), measure
        if not same:
            self._by_column = None
        self._columns = list(range(len(self._all)))
        titles = [(column.group_title, column.name) for column in self._all]
        self.is_of_groups = any(title == name for title, name in titles)
        self.has_groups = any(title not in ("", name) for title, name in titles)
        self._shares = (
            [f"{n}/{of}" for n, of in zip(matrix.n(), matrix.of(), strict=True)] if (matrix) else []
        )
        self._values = np.zeros((0, 0)) if matrix is None else matrix.values(measure, self._all)
        deep = self._deepest()
        own = [i for i, code in enumerate(matrix.rows) if code.level == deep] if matrix else []
        some = self._values[own][~np.isnan(self._values[own])] if own else np.zeros(0)
        self._most = float(some.max()) if some.size else 0.0
        self._arrange()
        self.endResetModel()

    def seek(self, words: str) -> None:
        """Show only the codes with these words in key or label."""
        self._sought = words.strip().casefold()
        self._again()

    def limit(self, shown: Shown) -> None:
        """Show all codes, those found somewhere, or those found nowhere."""
        self._shown = shown
        self._again()

    def sort_by_column(self, section: int | None) -> None:
        """Put the codes with the largest figures of a column first; -1: by n; None: as they are."""
        self._by_column = (
            None if section is None else self._columns[section] if section >= 0 else -1
        )
        self._again()

    def sort_by_row(self, row: int) -> None:
        """Put the documents with the largest figures of a code first, within their groups."""
        self.beginResetModel()
        values = np.nan_to_num(self._values[self._rows[row]], nan=-1.0)
        groups = list(dict.fromkeys(column.group_uid for column in self._all))
        self._columns.sort(key=lambda i: (groups.index(self._all[i].group_uid), -values[i]))
        self.endResetModel()

    @property
    def rows_shown(self) -> tuple[int, ...]:
        """The rows of the matrix in sight, in their order."""
        return tuple(self._rows)

    def code(self, row: int) -> CodeNode:
        """Return the code of a row."""
        if self.matrix is None:
            raise IndexError(row)
        return self.matrix.rows[self._rows[row]]

    def row_of(self, code_uid: str) -> int:
        """Return the row of a code, -1 where it is not shown."""
        rows = range(len(self._rows))
        return next((row for row in rows if self.code(row).uid == code_uid), -1)

    def column(self, section: int) -> Column:
        """Return what stands in a column."""
        return self._all[self._columns[section]]

    def is_sum(self, row: int) -> bool:
        """Tell whether the rows below a row are parts of it."""
        at = self._rows[row]
        matrix = self.matrix
        return (
            matrix is not None
            and at + 1 < len(matrix.rows)
            and matrix.rows[at + 1].level > matrix.rows[at].level
        )

    def share(self, row: int) -> str:
        """Return n of N of a row."""
        return self._shares[self._rows[row]]

    @property
    def most(self) -> float:
        """The largest figure, which gets the strongest ground."""
        return self._most

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of codes shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of documents or groups."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell, or its words."""
        if not index.isValid() or self.matrix is None:
            return None
        if role == CELL_ROLE:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a document, or the key of a code; whole in its tooltip."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.column(section).name if section < len(self._columns) else None
        if section >= len(self._rows):
            return None
        code = self.code(section)
        return code.key if role == Qt.ItemDataRole.DisplayRole else f"{code.key} {label(code)}"

    def cell(self, row: int, section: int) -> CellView:
        """Return how a cell is drawn."""
        at, column = self._rows[row], self.column(section)
        value = float(self._values[at, self._columns[section]])
        is_sum, state = self.is_sum(row), self._state(at, column)
        most = self._most
        if self.measure == "present" and self.is_of_groups and self.matrix is not None:
            most = float(self.matrix.of(column.documents)[at])  # groups differ in size
        strength = 0.0 if is_sum or not most or isnan(value) else value / most
        return CellView(self._text(at, column, value, state), strength, state, is_sum)

    # Inside

    def _text(self, at: int, column: Column, value: float, state: State) -> str:
        if state == State.UNREAD or isnan(value):
            return ""
        matrix = self.matrix
        if self.measure == "present":
            if matrix is not None and column.name == column.group_title:
                n, of = matrix.n(column.documents)[at], matrix.of(column.documents)[at]
                return f"{n}/{of}  {round(100 * n / of)} %" if of else ""
            return "●" if state in CODED else "0"
        if value == 0:
            return "0"
        if self.measure in ("share", "per_1000"):
            return number(value, 1)
        return count(int(value))

    def _state(self, at: int, column: Column) -> State:
        """Return what is known of a column: of several documents whether any was read."""
        if self.matrix is None or not column.documents:
            return State.UNREAD
        states = self.matrix.state[at, list(column.documents)]
        if len(states) == 1:
            return State(int(states[0]))
        if not np.isin(states, READ).any():
            return State.UNREAD
        return State.PRESENT if (states == State.PRESENT).any() else State.ABSENT

    def _said(self, row: int, section: int) -> str:
        code, column = self.code(row), self.column(section)
        cell = self.cell(row, section)
        words = {
            State.UNREAD: translate("analysis", "not read"),
            State.ABSENT: translate("analysis", "read, not there"),
            State.CODED_UNREAD: translate("analysis", "{value}, not marked as read"),
            State.BY_FEWER: translate("analysis", "{value}, by too few coders"),
        }.get(cell.state, "{value}")
        value = translate("analysis", "there") if cell.text == "●" else cell.text
        return f"{code.key} {label(code)}, {column.name}: {words.format(value=value)}"

    def _deepest(self) -> int:
        return max((code.level for code in self.matrix.rows), default=1) if self.matrix else 1

    def _again(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        """Choose and order the rows."""
        matrix = self.matrix
        if matrix is None:
            self._rows = []
            return
        found = np.asarray(np.isin(matrix.state, CODED).any(axis=1), np.bool_)
        self._rows = [
            i
            for i, code in enumerate(matrix.rows)
            if (self._shown == "all" or bool(found[i]) == (self._shown == "found"))
            and (not self._sought or self._sought in f"{code.key} {label(code)}".casefold())
        ]
        if self._by_column is not None:
            by_n = self._by_column < 0
            values = matrix.n() if by_n else np.nan_to_num(self._values[:, self._by_column], nan=-1)
            deep = self._deepest()
            self._rows = [i for i in self._rows if matrix.rows[i].level == deep]
            self._rows.sort(key=lambda i: -values[i])
