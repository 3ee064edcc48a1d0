"""A document as lanes: one for each theme, from the beginning of the text to its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import nan

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qualcode_app.domain.charts import Lane, Portrait, Stretch
from qualcode_app.ui.item_models.rows_list import RowsList
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus, draw_words
from qualcode_app.ui.wording import count, number, translate

LANE_ROLE = Qt.ItemDataRole.UserRole
TITLE_PX, FIGURE_PX, EDGE_PX, GAP_PX = 210, 150, 14, 8
TALL_PX, LEAST_PX, NEAR_PX = 30, 2.0, 4
Index = QModelIndex | QPersistentModelIndex


class _Lanes(RowsList[Lane]):
    """One row per theme."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a lane, its name, or what it shows in words."""
        if not index.isValid():
            return None
        lane = self.row(index.row())
        if role == LANE_ROLE:
            return lane
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{lane.key} {lane.label}".strip()
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{lane.key} {lane.label}: {figure(lane)}".strip()
        return None


def figure(lane: Lane) -> str:
    """Return how much of the document a theme has, in words."""
    if not lane.is_read and not lane.stretches:
        return translate("portrait", "not read")
    n = len(lane.stretches)
    if not lane.key:
        return translate("portrait", "{n} codings").format(n=count(n))
    text = (
        translate("portrait", "1 coding, {share} %")
        if n == 1
        else translate("portrait", "{n} codings, {share} %")
    )
    said = text.format(n=count(n), share=number(100 * lane.share, 1))
    return said if lane.is_read else f"{said}, {translate('portrait', 'not read')}"


class PortraitView(QListView):
    """Shows the lanes of a portrait; a click tells the theme, or the coding that was hit."""

    lane_chosen = Signal(object)  # Lane
    stretch_chosen = Signal(object, object)  # Lane, Stretch
    stretch_activated = Signal(object)  # Stretch, or None for a lane without the pointer on one

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lanes = _Lanes(self)
        self.portrait: Portrait | None = None
        self._place = -1.0
        self.setModel(self.lanes)
        self.setItemDelegate(_LaneDelegate(theme, lambda: self.portrait, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        theme.changed.connect(self.viewport().update)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_portrait(self, portrait: Portrait | None) -> None:
        """Show another document, or none."""
        self.portrait = portrait
        lanes = portrait.lanes if portrait is not None else ()
        self.lanes.put((_all_of(lanes), *lanes) if lanes else ())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the place of the click, so that the coding there is found."""
        self._keep_place(event)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Keep the place of the click here too."""
        self._keep_place(event)
        super().mouseDoubleClickEvent(event)

    def _keep_place(self, event: QMouseEvent) -> None:
        left, width = axis(self.viewport().rect())
        self._place = (event.position().x() - left) / max(width, 1)

    def _hit(self, lane: Lane) -> Stretch | None:
        """Return the coding at the place of the click, or one very near it."""
        near = NEAR_PX / max(axis(self.viewport().rect())[1], 1)
        found = [one for one in lane.stretches if one.start - near <= self._place <= one.end + near]
        return min(
            found, key=lambda one: abs((one.start + one.end) / 2 - self._place), default=None
        )

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and self._place < 0:
            self.lane_chosen.emit(current.data(LANE_ROLE))

    def _on_clicked(self, index: QModelIndex) -> None:
        lane: Lane = index.data(LANE_ROLE)
        hit, self._place = self._hit(lane), -1.0
        if hit is None:
            self.lane_chosen.emit(lane)
        else:
            self.stretch_chosen.emit(lane, hit)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        hit, self._place = self._hit(index.data(LANE_ROLE)), -1.0
        if hit is not None:
            self.stretch_activated.emit(hit)


def _all_of(lanes: Sequence[Lane]) -> Lane:
    """Return the codings of all themes as one lane, which has no key."""
    stretches = sorted((one for lane in lanes for one in lane.stretches), key=lambda one: one.start)
    return Lane("", translate("portrait", "All themes"), "", tuple(stretches), nan, is_read=True)


def axis(rect: QRect) -> tuple[int, int]:
    """Return where lanes begin within a row, and how long they are."""
    left = rect.left() + EDGE_PX + TITLE_PX + GAP_PX
    return left, rect.right() - EDGE_PX - FIGURE_PX - GAP_PX - left


class _LaneDelegate(QStyledItemDelegate):
    """Paints name, lane and figures of a theme."""

    def __init__(self, theme: Theme, shown: Callable[[], Portrait | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = shown

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a lane."""
        return QSize(TITLE_PX + FIGURE_PX + 200, round(TALL_PX * self._theme.text_factor))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one lane."""
        theme, rect = self._theme, QRect(option.rect)
        lane: Lane = index.data(LANE_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.colour("accent_soft" if selected else "raised"))
        text = theme.colour("on_accent_soft" if selected else "text")
        name = QRect(rect.left() + EDGE_PX, rect.top(), TITLE_PX, rect.height())
        font = theme.font("body" if lane.key else "strong")
        draw_words(painter, name, f"{lane.key} {lane.label}".strip(), font, text)
        left, width = axis(rect)
        self._draw_lane(painter, lane, QRect(left, rect.top(), width, rect.height()))
        figures = QRect(left + width + GAP_PX, rect.top(), FIGURE_PX, rect.height())
        end = Qt.AlignmentFlag.AlignRight
        draw_words(painter, figures, figure(lane), theme.font("caption"), text, end)
        if selected:
            draw_focus(painter, theme, rect)

    def _draw_lane(self, painter: QPainter, lane: Lane, place: QRect) -> None:
        theme, portrait = self._theme, self._shown()
        if portrait is None:
            return
        painter.setPen(theme.colour("line"))
        for share, _ in portrait.pages:
            x = place.left() + round(share * place.width())
            painter.drawLine(x, place.top(), x, place.bottom())
        inner = QRectF(place).adjusted(0, 6, 0, -6)
        if not lane.is_read:
            hatch = QBrush(theme.colour("line_strong"), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(inner, hatch)
        for drawn in (lane,) if lane.key else portrait.lanes:
            colour = theme.code_colours(drawn.colour).stripe
            for one in drawn.stretches:
                start = inner.left() + one.start * inner.width()
                length = max(LEAST_PX, (one.end - one.start) * inner.width())
                painter.fillRect(QRectF(start, inner.top(), length, inner.height()), colour)
