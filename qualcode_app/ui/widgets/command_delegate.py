"""How a command is painted in the palette: its name and menu, and its keys at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from qualcode_app.ui import icons
from qualcode_app.ui.commands import Command
from qualcode_app.ui.widgets.painting import draw_words
from qualcode_app.ui.widgets.row_delegate import Index, RowDelegate

COMMAND_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_PX = 46
EDGE_PX = 14


class CommandDelegate(RowDelegate):
    """Two lines at the left, the keys at the right; what cannot be done is muted and says why."""

    def height_px(self, _index: Index, _width_px: int) -> int:
        """Return room for two lines."""
        return round(ROW_PX * self._theme.text_factor)

    def draw(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw one command."""
        theme = self._theme
        command: Command = index.data(COMMAND_ROLE)
        caption, muted = theme.font("caption"), theme.colour("text_muted")
        keys_px = QFontMetrics(caption).horizontalAdvance(command.keys) + EDGE_PX
        words = rect.adjusted(EDGE_PX, 4, -keys_px - EDGE_PX, -4)
        upper = QRect(words.left(), words.top(), words.width(), words.height() // 2)
        lower = QRect(words.left(), upper.bottom() + 1, words.width(), words.height() // 2)
        below = " – ".join(part for part in (command.menu, command.reason) if part)
        title = muted if command.reason else theme.colour("text")
        draw_words(painter, upper, command.title, theme.font("body"), title)
        draw_words(painter, lower, below, caption, muted)
        right = QRect(rect.right() - keys_px - EDGE_PX, rect.top(), keys_px, rect.height())
        draw_words(painter, right, command.keys, caption, muted, Qt.AlignmentFlag.AlignRight)
        if command.is_on:
            self._draw_tick(painter, upper, command.title)

    def _draw_tick(self, painter: QPainter, line: QRect, title: str) -> None:
        theme = self._theme
        side = theme.size("icon")
        after = QFontMetrics(theme.font("body")).horizontalAdvance(title)
        colour = theme.colour("accent").name()
        sign = icons.pixmap("check", colour, side, painter.device().devicePixelRatio())
        painter.drawPixmap(line.left() + after + 6, line.center().y() - side // 2, sign)
