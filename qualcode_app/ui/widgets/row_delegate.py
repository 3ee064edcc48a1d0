"""What all painted rows share: their height, the ground when marked or pointed at, the ring."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus

NARROWEST_PX = 120

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints a row within its ground and ring; what stands in it is up to who inherits."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @abstractmethod
    def height_px(self, index: Index, width_px: int) -> int:
        """Return how high a row is at a width."""

    @abstractmethod
    def draw(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw what stands in a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for one row."""
        return QSize(NARROWEST_PX, self.height_px(index, option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        rect = QRect(option.rect)
        self.draw_ground(painter, option, index)
        self.draw(painter, rect, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, self._theme, rect)

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, _index: Index) -> None:
        """Fill a row that is marked or pointed at."""
        draw_ground(painter, self._theme, option, QRect(option.rect))


def draw_ground(painter: QPainter, theme: Theme, option: QStyleOptionViewItem, rect: QRect) -> None:
    """Fill a row that is marked or pointed at."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.colour("accent_soft"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.colour("hover"))


def draw_rule(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Draw the line that parts a row from the next."""
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
