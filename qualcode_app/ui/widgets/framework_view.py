"""The table of the framework: words in a few lines, and below them what they rest on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qualcode_app.services.analysis.framework import FrameworkCell
from qualcode_app.ui.item_models.framework_grid import CELL_ROLE, FrameworkGrid
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus, draw_words, wrapped

CASES_PX, THEME_PX = 150, 216
LINES = 4  # of a summary that a cell shows; the field below shows all of it
PAD_PX, GAP_PX = 8, 4

Index = QModelIndex | QPersistentModelIndex


class FrameworkView(QTableView):
    """Cases at the left, themes at the top; both stay in sight."""

    def __init__(self, theme: Theme, grid: FrameworkGrid, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setModel(grid)
        self.setItemDelegate(_CellDelegate(theme, grid, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for header in (across, down):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setHighlightSections(False)
            header.setDefaultAlignment(left)
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        factor = self._theme.text_factor
        self.horizontalHeader().setDefaultSectionSize(round(THEME_PX * factor))
        self.verticalHeader().setFixedWidth(round(CASES_PX * factor))
        self.verticalHeader().setDefaultSectionSize(_height(self._theme))
        self.viewport().update()


def _height(theme: Theme) -> int:
    body, caption = (QFontMetrics(theme.font(name)).height() for name in ("body", "caption"))
    return LINES * body + caption + 2 * PAD_PX + GAP_PX


class _CellDelegate(QStyledItemDelegate):
    """Paints the first lines of a summary, and what lies behind it; hatched when nobody read it."""

    def __init__(self, theme: Theme, grid: FrameworkGrid, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = grid

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return room for some lines."""
        return QSize(round(THEME_PX * self._theme.text_factor), _height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        cell: FrameworkCell = index.data(CELL_ROLE)
        theme, rect = self._theme, QRect(option.rect)
        painter.fillRect(rect, theme.colour("raised"))
        if not cell.n_read and not cell.n_passages:
            hatch = QBrush(theme.colour("line"), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(rect.adjusted(2, 2, -2, -2), hatch)
        inner = rect.adjusted(PAD_PX, PAD_PX, -PAD_PX, -PAD_PX)
        font, height = theme.font("body"), QFontMetrics(theme.font("body")).height()
        for n, line in enumerate(wrapped(cell.text, font, inner.width(), LINES)):
            place = QRect(inner.left(), inner.top() + n * height, inner.width(), height)
            draw_words(painter, place, line, font, theme.colour("text"))
        caption, muted = theme.font("caption"), theme.colour("text_muted")
        foot = inner.adjusted(0, inner.height() - QFontMetrics(caption).height(), 0, 0)
        draw_words(painter, foot, self._grid.behind(cell), caption, muted)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_focus(painter, theme, rect)
