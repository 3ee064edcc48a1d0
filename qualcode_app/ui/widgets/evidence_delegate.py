"""How a piece of evidence is painted: where it is, its words, and who says so."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcode_app.ui.item_models.evidence_list import ROW_ROLE, Index, foot, head, words
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus, draw_words, wrapped

EDGE_PX, GAP_PX, LINES = 14, 8, 4


class EvidenceDelegate(QStyledItemDelegate):
    """Paints a passage in up to four lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for head, words and foot."""
        row = index.data(ROW_ROLE)
        step = QFontMetrics(self._theme.font("body")).lineSpacing()
        width = (option.rect.width() or 360) - 2 * EDGE_PX
        n_lines = len(wrapped(words(row), self._theme.font("body"), width, LINES))
        n_lines += 1 + bool(foot(row))
        return QSize(200, 2 * GAP_PX + n_lines * step + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme, rect, row = self._theme, QRect(option.rect), index.data(ROW_ROLE)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        body = theme.font("body")
        step = QFontMetrics(body).lineSpacing()
        inner = rect.adjusted(EDGE_PX, GAP_PX, -EDGE_PX, -GAP_PX)
        line = QRect(inner.left(), inner.top(), inner.width(), step)
        draw_words(painter, line, head(row), theme.font("strong"), theme.colour("text"))
        line.translate(0, step + 3)
        for text in wrapped(words(row), body, inner.width(), LINES):
            draw_words(painter, line, text, body, theme.colour("text"))
            line.translate(0, step)
        line.translate(0, 3)
        draw_words(painter, line, foot(row), theme.font("caption"), theme.colour("text_muted"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)
