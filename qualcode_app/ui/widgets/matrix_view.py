"""The matrix as it is seen: frozen heads, groups above the documents, a heat map with numbers."""

from __future__ import annotations

from itertools import groupby
from math import sqrt

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qualcode_app.services.analysis.study import State
from qualcode_app.ui.item_models.matrix_grid import CELL_ROLE, CellView, Index, MatrixGrid
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus, draw_stripe, draw_words, heat
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import label as label_of

LABELS_PX, LABELS_MOST_PX = 268, 400  # what columns leave goes to the labels
SHARE_PX = 48
GROUP_PX = 24
NARROW_PX, WIDE_PX = 27, 84  # of a column: as narrow as two digits, as wide as a name
NAME_MAX_PX = 118


class MatrixView(QTableView):
    """Shows a `MatrixGrid`; columns share the width there is."""

    sort_by_column_requested = Signal(int)
    sort_by_row_requested = Signal(int)

    def __init__(self, theme: Theme, grid: MatrixGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.grid = grid
        self.setModel(grid)
        self.setItemDelegate(_CellDelegate(theme, self))
        self.setHorizontalHeader(_NamesHead(theme, grid, self))
        self._codes = _CodesHead(theme, grid, self)
        self.setVerticalHeader(self._codes)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._share = label("n/N", "caption", self)
        self._share.setToolTip(self.tr("Documents with the code, of those that were read for it"))
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(16)
            header.setSectionsClickable(True)
        self.verticalHeader().setDefaultSectionSize(theme.size("row_dense"))
        self.horizontalHeader().sectionClicked.connect(self.sort_by_column_requested)
        self.verticalHeader().sectionClicked.connect(self.sort_by_row_requested)
        grid.modelReset.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self._on_theme_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        n = self.grid.columnCount()
        if not n:
            return
        # what heads and cells share, however wide the heads are at this moment
        total = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        widest = _widest_text(self.grid, QFontMetrics(self._theme.font("body"))) + 8
        narrow = max(NARROW_PX, widest)
        factor = self._theme.text_factor
        least, most = round(LABELS_PX * factor), round(LABELS_MOST_PX * factor)
        labels = min(most, max(least, total - n * narrow))
        if labels != self._codes.wanted_px:
            self._codes.wanted_px = labels
            self.scheduleDelayedItemsLayout()  # heads are laid out anew, perhaps not by this call
        room = total - labels
        self.horizontalHeader().setDefaultSectionSize(max(narrow, min(WIDE_PX, room // n)))
        self.updateGeometries()  # the names may stand upright now, or lie
        self._share.adjustSize()
        self._share.raise_()
        right, bottom = labels, self.horizontalHeader().sizeHint().height()
        self._share.move(right - self._share.width() - 6, bottom - self._share.height() - 4)

    def _on_current_changed(self) -> None:
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.viewport().update()  # they show which row and column the cell is of

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.size("row_dense"))
        self._fit()
        self.viewport().update()


def _widest_text(grid: MatrixGrid, metrics: QFontMetrics) -> int:
    """Return the width of the longest cell there can be: that of the largest figure."""
    if grid.measure in ("share", "per_1000"):
        return metrics.horizontalAdvance(f"{grid.most:.1f}")
    if grid.measure == "present":
        return metrics.horizontalAdvance("000/000  100 %" if grid.is_of_groups else "●")
    return metrics.horizontalAdvance(f"{grid.most:,.0f}")


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell: the stronger the more, hatched when unread, a pale nought when absent."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        cell: CellView = index.data(CELL_ROLE)
        theme, rect = self._theme, QRect(option.rect)
        painter.fillRect(rect, theme.colour("surface" if cell.is_sum else "raised"))
        inner = QRectF(rect).adjusted(1, 1.5, -1, -1.5)
        ink = theme.colour("text")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.state in (State.UNREAD, State.CODED_UNREAD):
            painter.setBrush(QBrush(theme.colour("line_strong"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(inner, 2, 2)
        if cell.strength > 0 and cell.state != State.CODED_UNREAD:
            ground, ink = heat(theme, sqrt(cell.strength))
            painter.setBrush(ground)
            painter.drawRoundedRect(inner, 3, 3)
        if cell.state == State.CODED_UNREAD:
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(inner.adjusted(4, 2, -4, -2), 3, 3)
        if cell.state == State.BY_FEWER:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("line_strong"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(inner.adjusted(1, 0, -1, 0), 3, 3)
        painter.restore()
        if cell.text == "0":
            ink = theme.colour("text_muted")
        centre = Qt.AlignmentFlag.AlignHCenter
        font = theme.font("strong" if cell.strength > 0 and not cell.is_sum else "body")
        draw_words(painter, rect, cell.text, font, ink, centre)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_focus(painter, theme, rect)


class _NamesHead(QHeaderView):
    """Names of documents, upright where they do not fit, below the names of their groups."""

    def __init__(self, theme: Theme, grid: MatrixGrid, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._view = parent
        self._theme = theme
        self._grid = grid
        self.setAccessibleName(self.tr("Documents"))

    def sizeHint(self) -> QSize:
        """Return room for the longest name."""
        metrics = QFontMetrics(self._theme.font("caption"))
        names = [self._grid.column(i).name for i in range(self._grid.columnCount())]
        widest = max((metrics.horizontalAdvance(name) for name in names), default=40)
        upright = widest + 8 > self.defaultSectionSize()
        height = min(widest, NAME_MAX_PX) + 14 if upright else metrics.height() + 12
        return QSize(40, height + (GROUP_PX if self._grid.has_groups else 0))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Draw one name, and its group above the first of them."""
        theme, grid = self._theme, self._grid
        painter.save()
        is_current = section == self._view.currentIndex().column()
        painter.fillRect(rect, theme.colour("accent_soft" if is_current else "raised"))
        column = grid.column(section)
        font, ink = theme.font("caption"), theme.colour("text")
        names = QRect(rect)
        if self._grid.has_groups:
            names.setTop(rect.top() + GROUP_PX)
        if QFontMetrics(font).horizontalAdvance(column.name) + 6 <= rect.width():
            centre = Qt.AlignmentFlag.AlignHCenter
            draw_words(painter, names, column.name, font, ink, centre)
        else:
            painter.translate(names.left(), names.bottom() - 4)
            painter.rotate(-90)
            upright = QRect(0, 0, names.height() - 6, names.width())
            draw_words(painter, upright, column.name, font, ink)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names, then each group once over all its documents."""
        super().paintEvent(event)
        if not self._grid.has_groups:
            return
        grid, painter = self._grid, QPainter(self.viewport())
        sections = range(grid.columnCount())
        for _, run in groupby(sections, key=lambda section: grid.column(section).group_uid):
            own = list(run)
            left = self.sectionViewportPosition(own[0])
            self._draw_group(painter, left, len(own) * self.defaultSectionSize(), own[0])

    def _draw_group(self, painter: QPainter, left: int, width: int, section: int) -> None:
        theme, title = self._theme, self._grid.column(section).group_title
        if not title:
            return
        painter.fillRect(left + 2, GROUP_PX - 3, width - 4, 2, theme.colour("line_strong"))
        words = QRect(left + 2, 0, width - 4, GROUP_PX - 4)
        draw_words(painter, words, title, theme.font("strong"), theme.colour("text"))


class _CodesHead(QHeaderView):
    """Codes with their stripe, key, label, and n of N at the right."""

    def __init__(self, theme: Theme, grid: MatrixGrid, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._view = parent
        self.wanted_px = LABELS_PX
        self._theme = theme
        self._grid = grid
        self.setAccessibleName(self.tr("Codes"))

    def sizeHint(self) -> QSize:
        """Return room for key, label and n of N."""
        return QSize(self.wanted_px, 40)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Draw one code."""
        theme, grid = self._theme, self._grid
        code, is_sum = grid.code(section), grid.is_sum(section)
        painter.save()
        is_current = section == self._view.currentIndex().row()
        ground = "accent_soft" if is_current else "surface" if is_sum else "raised"
        painter.fillRect(rect, theme.colour(ground))
        left = rect.left() + 8 + (code.level - 1) * 14
        if is_sum:
            stripe = QRect(left, rect.top(), 6, rect.height())
            draw_stripe(painter, theme.code_colours(code.colour).stripe, stripe)
        left += 10
        share = grid.share(section)
        room = QFontMetrics(theme.font("body")).horizontalAdvance(share) + 10
        wide = max(SHARE_PX, room)
        right = QRect(rect.right() - wide, rect.top(), wide - 6, rect.height())
        ink, muted = theme.colour("text"), theme.colour("text_muted")
        end = Qt.AlignmentFlag.AlignRight
        font = theme.font("strong" if is_sum else "body")
        draw_words(painter, right, share, theme.font("body"), muted if is_sum else ink, end)
        words = QRect(left, rect.top(), right.left() - left - 4, rect.height())
        used = draw_words(painter, words, code.key, theme.font("strong"), ink)
        rest = words.adjusted(used + 8, 0, 0, 0)
        draw_words(painter, rest, label_of(code), font, ink)
        painter.restore()
