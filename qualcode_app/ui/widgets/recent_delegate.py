"""How a recent project is painted: name, place, and when it was last changed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcode_app.ui import icons
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus, draw_words

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
WHEN_ROLE = Qt.ItemDataRole.UserRole + 2
MISSING_ROLE = Qt.ItemDataRole.UserRole + 3

ROW_PX = 58
RIGHT_PX = 150


class RecentDelegate(QStyledItemDelegate):
    """Two lines at the left, a date or what is wrong at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """Return room for two lines."""
        return QSize(200, round(ROW_PX * self._theme.text_factor))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one project."""
        theme, rect = self._theme, QRect(option.rect)
        state = option.state
        ground = "raised"
        if state & QStyle.StateFlag.State_Selected:
            ground = "accent_soft"
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        painter.fillRect(rect, theme.colour(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        side = theme.size("icon")
        sign = icons.pixmap(
            "document", theme.colour("text_muted").name(), side, painter.device().devicePixelRatio()
        )
        painter.drawPixmap(rect.left() + 18, rect.center().y() - side // 2, sign)
        words = rect.adjusted(50, 8, -RIGHT_PX - 16, -8)
        upper = QRect(words.left(), words.top(), words.width(), words.height() // 2)
        lower = QRect(words.left(), upper.bottom() + 1, words.width(), words.height() // 2)
        draw_words(painter, upper, index.data(), theme.font("strong"), theme.colour("text"))
        muted = theme.colour("text_muted")
        draw_words(painter, lower, index.data(PLACE_ROLE) or "", theme.font("caption"), muted)
        right = QRect(rect.right() - RIGHT_PX, rect.top(), RIGHT_PX - 12, rect.height())
        missing = index.data(MISSING_ROLE)
        end = Qt.AlignmentFlag.AlignRight
        colour = theme.colour("danger") if missing else muted
        draw_words(
            painter,
            right,
            missing or index.data(WHEN_ROLE) or "",
            theme.font("caption"),
            colour,
            end,
        )
        if state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)
