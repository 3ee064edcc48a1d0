"""How a place where coders differ is painted in the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcode_app.services.adjudication.board import State
from qualcode_app.ui import icons
from qualcode_app.ui.item_models.differences_list import LINE_ROLE, STATE_ROLE, Line
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus, draw_stripe, draw_words
from qualcode_app.ui.widgets.row_delegate import draw_ground

EDGE_PX = 14
TEXT_PX = 12  # from the stripe to the words
SIGN_PX = 16
SIGNS = {
    State.DECIDED: ("check", "success"),
    State.DISCUSS: ("memo", "warning"),
    State.CHANGED: ("undo", "warning"),
}

Index = QModelIndex | QPersistentModelIndex


class DifferenceDelegate(QStyledItemDelegate):
    """Stripe and key above in what the coders differ; sign and page at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return room for two lines, for a title of one."""
        is_place = isinstance(index.data(LINE_ROLE), Line)
        return QSize(120, self._theme.size("row_two_lines" if is_place else "row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme, rect = self._theme, QRect(option.rect)
        line: Line | str = index.data(LINE_ROLE)
        inner = rect.adjusted(EDGE_PX, 0, -EDGE_PX, 0)
        muted = theme.colour("text_muted")
        if isinstance(line, str):
            draw_words(painter, inner, line, theme.font("caption_strong"), muted)
            return
        draw_ground(painter, theme, option, rect)
        draw_stripe(painter, theme.code_colours(line.colour).stripe, inner)
        used = draw_words(
            painter, inner, line.page, theme.font("caption"), muted, Qt.AlignmentFlag.AlignRight
        )
        right = inner.right() - used - SIGN_PX - 6
        if (sign := SIGNS.get(index.data(STATE_ROLE))) is not None:
            ratio = painter.device().devicePixelRatio()
            drawn = icons.pixmap(sign[0], theme.colour(sign[1]).name(), SIGN_PX, ratio)
            painter.drawPixmap(right, rect.center().y() - SIGN_PX // 2, drawn)
        words = QRect(inner.left() + TEXT_PX, rect.top() + 4, 0, rect.height() // 2 - 4)
        words.setRight(right - 4)
        draw_words(painter, words, line.key, theme.font("strong"), theme.colour("text"))
        words.translate(0, words.height())
        draw_words(painter, words, line.kinds, theme.font("caption"), muted)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)
