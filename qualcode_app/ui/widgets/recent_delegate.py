"""How a recent project is painted: name, place, and when it was last changed."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from qualcode_app.ui import icons
from qualcode_app.ui.widgets.painting import draw_words
from qualcode_app.ui.widgets.row_delegate import Index, RowDelegate, draw_rule

PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
WHEN_ROLE = Qt.ItemDataRole.UserRole + 2
MISSING_ROLE = Qt.ItemDataRole.UserRole + 3

ROW_PX = 58
RIGHT_PX = 150


class RecentDelegate(RowDelegate):
    """Two lines at the left, a date or what is wrong at the right."""

    def height_px(self, _index: Index, _width_px: int) -> int:
        """Return room for two lines."""
        return round(ROW_PX * self._theme.text_factor)

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Raise the row from the page it lies on."""
        painter.fillRect(QRect(option.rect), self._theme.colour("raised"))
        super().draw_ground(painter, option, index)

    def draw(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw one project."""
        theme = self._theme
        draw_rule(painter, theme, rect)
        side = theme.size("icon")
        sign = icons.pixmap(
            "document", theme.colour("text_muted").name(), side, painter.device().devicePixelRatio()
        )
        painter.drawPixmap(rect.left() + 18, rect.center().y() - side // 2, sign)
        words = rect.adjusted(50, 8, -RIGHT_PX - 16, -8)
        upper = QRect(words.left(), words.top(), words.width(), words.height() // 2)
        lower = QRect(words.left(), upper.bottom() + 1, words.width(), words.height() // 2)
        draw_words(painter, upper, index.data(), theme.font("strong"), theme.colour("text"))
        caption, muted = theme.font("caption"), theme.colour("text_muted")
        draw_words(painter, lower, index.data(PLACE_ROLE) or "", caption, muted)
        right = QRect(rect.right() - RIGHT_PX, rect.top(), RIGHT_PX - 12, rect.height())
        missing = index.data(MISSING_ROLE)
        says = missing or index.data(WHEN_ROLE) or ""
        colour = theme.colour("danger") if missing else muted
        draw_words(painter, right, says, caption, colour, Qt.AlignmentFlag.AlignRight)
