"""Documents as strips: one lane per coder, from the beginning of the text to its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qualcode_app.services.agreement.strips import Lane, Strip
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus, draw_words
from qualcode_app.ui.wording import number, translate

STRIP_ROLE = Qt.ItemDataRole.UserRole
TITLE_PX, NAME_PX, EDGE_PX, GAP_PX = 210, 64, 16, 8
LANE_PX, LANE_STEP_PX, APART_PX = 10, 17, 4
Index = QModelIndex | QPersistentModelIndex


class StripsModel(QAbstractListModel):
    """One row per document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Strip, ...] = ()

    def show(self, rows: Sequence[Strip]) -> None:
        """Show other strips."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's
        """Return the number of documents."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a strip, its title, or what it shows in words."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == STRIP_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.title}. {apart_words(row)}"
        return None


def apart_words(row: Strip) -> str:
    """Say how much of what anybody marked is not marked by all."""
    text = translate("agreement", "{share} % of the marked text not marked by all")
    return text.format(share=number(100 * row.share_apart, 0))


class StripsView(QListView):
    """Shows where coders marked; a click tells the document and the place in it."""

    strip_chosen = Signal(object, float)  # Strip; place as a share of the text, -1 by key

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strips = StripsModel(self)
        self._place = -1.0
        self.setAccessibleName(translate("agreement", "Where the coders marked, per document"))
        self.setModel(self.strips)
        self.setItemDelegate(_StripDelegate(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        theme.changed.connect(self.viewport().update)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)

    def show_strips(self, rows: Sequence[Strip]) -> None:
        """Show strips; the marked document stays marked."""
        at = self.currentIndex().row()
        title = self.strips.rows[at].title if 0 <= at < len(self.strips.rows) else ""
        self.strips.show(rows)
        for number_, row in enumerate(rows):
            if row.title == title:
                self.setCurrentIndex(self.strips.index(number_, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the place of the click for the passages."""
        left, width = _axis(self.viewport().rect())
        share = (event.position().x() - left) / max(width, 1)
        self._place = share if 0 <= share <= 1 else -1.0
        super().mousePressEvent(event)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and self._place < 0:
            self.strip_chosen.emit(current.data(STRIP_ROLE), -1.0)

    def _on_clicked(self, index: QModelIndex) -> None:
        place, self._place = self._place, -1.0
        if place >= 0:
            self.strip_chosen.emit(index.data(STRIP_ROLE), place)


def _axis(rect: QRect) -> tuple[int, int]:
    """Return where the text begins on a row, and how wide it is drawn."""
    left = rect.left() + EDGE_PX + TITLE_PX + NAME_PX
    return left, rect.right() - EDGE_PX - left


class _StripDelegate(QStyledItemDelegate):
    """Paints a title, a lane per coder, and below them where they differ."""

    def __init__(self, theme: Theme, view: StripsView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for the lanes."""
        row: Strip = index.data(STRIP_ROLE)
        return QSize(300, 2 * GAP_PX + len(row.lanes) * LANE_STEP_PX + APART_PX + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one document."""
        theme, rect = self._theme, QRect(option.rect)
        row: Strip = index.data(STRIP_ROLE)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        words = QRect(rect.left() + EDGE_PX, rect.top() + GAP_PX, TITLE_PX - 12, LANE_STEP_PX)
        draw_words(painter, words, row.title, theme.font("strong"), theme.colour("text"))
        share = f"{number(100 * row.share_apart, 0)} %"
        told = translate("agreement", "{share} not by all").format(share=share)
        words.translate(0, LANE_STEP_PX)
        draw_words(painter, words, told, theme.font("caption"), theme.colour("text_muted"))
        top = rect.top() + GAP_PX
        for lane in row.lanes:
            self._draw_lane(painter, rect, top, lane)
            top += LANE_STEP_PX
        left, width = _axis(rect)
        for begin, end in row.apart:
            piece = QRectF(left + begin * width, top, max(1.5, (end - begin) * width), APART_PX)
            painter.fillRect(piece, theme.colour("text"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)

    def _draw_lane(self, painter: QPainter, rect: QRect, top: int, lane: Lane) -> None:
        theme = self._theme
        left, width = _axis(rect)
        names = QRect(left - NAME_PX, top, NAME_PX - 6, LANE_STEP_PX)
        first, muted = lane.name.split(maxsplit=1)[0], theme.colour("text_muted")
        draw_words(painter, names, first, theme.font("caption"), muted)
        ground = QRectF(left, top + (LANE_STEP_PX - LANE_PX) / 2, width, LANE_PX)
        if not lane.counts:
            words = QRect(left, top, width, LANE_STEP_PX)
            not_read = translate("passages", "not read")
            draw_words(painter, words, not_read, theme.font("caption"), muted)
            return
        painter.fillRect(ground, theme.colour("sunken"))
        colour = theme.coder_colour(lane.coder)
        for begin, end in lane.pieces:
            piece = QRectF(ground)
            piece.setLeft(left + begin * width)
            piece.setWidth(max(1.5, (end - begin) * width))
            painter.fillRect(piece, colour)
