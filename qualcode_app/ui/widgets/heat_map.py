"""Codes by codes: how often one coder's code meets another code of the other coder."""

from __future__ import annotations

from math import sqrt
from typing import Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qualcode_app.services.agreement.agreement_details import ConfusionTable
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus, draw_words, heat
from qualcode_app.ui.wording import count, translate

CELL_PX = (68, 26)
Index = QModelIndex | QPersistentModelIndex


class Numbers(Protocol):
    """A table of numbers of which the largest is known."""

    @property
    def most(self) -> int:
        """The largest number off the diagonal."""


class ConfusionModel(QAbstractTableModel):
    """Characters, or spans, of one code that answer to another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table: ConfusionTable | None = None
        self.in_spans = False

    def show(self, table: ConfusionTable | None) -> None:
        """Show a table, or none."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def count_in_spans(self, in_spans: bool) -> None:
        """Count spans, or characters."""
        self.beginResetModel()
        self.in_spans = in_spans
        self.endResetModel()

    @property
    def most(self) -> int:
        """The largest number off the diagonal, which gets the strongest ground."""
        rows = self._numbers()
        return max(
            (n for i, row in enumerate(rows) for j, n in enumerate(row) if i != j), default=0
        )

    def codes_at(self, index: Index) -> tuple[str, str]:
        """Return the uids of the two codes of a cell; "" for no code."""
        uids = (*self.table.uids, "") if self.table else ("",)
        return uids[index.row()], uids[index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of codes and one for no code."""
        return 0 if parent.isValid() or self.table is None else len(self.table.keys) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the same number."""
        return self.rowCount(parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the number of a cell; nothing for nought, so that the rest stands out."""
        if not index.isValid() or self.table is None:
            return None
        value = self._numbers()[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return count(value) if value else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = translate("agreement", "{one} against {other}: {n}")
            return text.format(
                one=self._name(index.row()), other=self._name(index.column()), n=count(value)
            )
        return value if role == Qt.ItemDataRole.UserRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,  # noqa: ARG002  both sides name the same codes
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the key of a code."""
        if role != Qt.ItemDataRole.DisplayRole or self.table is None:
            return None
        return self._name(section)

    def _name(self, at: int) -> str:
        keys = self.table.keys if self.table else ()
        return keys[at] if at < len(keys) else translate("agreement", "no code")

    def _numbers(self) -> tuple[tuple[int, ...], ...]:
        if self.table is None:
            return ()
        return self.table.spans if self.in_spans else self.table.characters


class HeatDelegate(QStyledItemDelegate):
    """Paints a cell the stronger the larger its number is; the diagonal stays plain."""

    def __init__(self, theme: Theme, model: Numbers, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme, rect = self._theme, QRect(option.rect)
        value, most = index.data(Qt.ItemDataRole.UserRole), max(1, self._model.most)
        painter.fillRect(rect, theme.colour("raised"))
        text = theme.colour("text")
        if index.row() == index.column():
            painter.fillRect(rect, theme.colour("sunken"))
        elif value:
            ground, text = heat(theme, sqrt(value / most))
            painter.fillRect(rect, ground)
        words = rect.adjusted(2, 0, -6, 0)
        end = Qt.AlignmentFlag.AlignRight
        draw_words(painter, words, str(index.data()), theme.font("caption"), text, end)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_focus(painter, theme, rect)


class HeatMap(QTableView):
    """The confusion of codes; a cell opens its passages."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = ConfusionModel(self)
        self.setModel(self.matrix)
        self.setItemDelegate(HeatDelegate(theme, self.matrix, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        for header, size_px in zip(
            (self.horizontalHeader(), self.verticalHeader()), CELL_PX, strict=True
        ):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(size_px)
            header.setMinimumSectionSize(20)
        theme.changed.connect(self.viewport().update)
