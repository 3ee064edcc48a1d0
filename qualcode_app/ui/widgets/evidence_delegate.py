"""How a piece of evidence is painted: where it is, its words, and who says so."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from qualcode_app.ui.item_models.evidence_list import PICKED_ROLE, ROW_ROLE, foot, head, words
from qualcode_app.ui.widgets.painting import draw_words, wrapped
from qualcode_app.ui.widgets.row_delegate import Index, RowDelegate, draw_rule

EDGE_PX, GAP_PX, LINES = 14, 8, 4
WIDTH_PX = 360  # until the list has one


class EvidenceDelegate(RowDelegate):
    """Paints a passage in up to four lines."""

    def height_px(self, index: Index, width_px: int) -> int:
        """Return room for head, words and foot."""
        row, body = index.data(ROW_ROLE), self._theme.font("body")
        inner_px = (width_px or WIDTH_PX) - 2 * EDGE_PX
        n_lines = len(wrapped(words(row), body, inner_px, LINES)) + 1 + bool(foot(row))
        return 2 * GAP_PX + n_lines * QFontMetrics(body).lineSpacing() + 6

    def draw(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw one row."""
        theme, row = self._theme, index.data(ROW_ROLE)
        draw_rule(painter, theme, rect)
        body = theme.font("body")
        step = QFontMetrics(body).lineSpacing()
        inner = rect.adjusted(EDGE_PX, GAP_PX, -EDGE_PX, -GAP_PX)
        line = QRect(inner.left(), inner.top(), inner.width(), step)
        picked, caption = index.data(PICKED_ROLE), theme.font("caption")
        right = QFontMetrics(caption).horizontalAdvance(picked) + GAP_PX if picked else 0
        if picked:
            place, end = line.adjusted(line.width() - right, 0, 0, 0), Qt.AlignmentFlag.AlignRight
            draw_words(painter, place, picked, caption, theme.colour("accent"), end)
        name = line.adjusted(0, 0, -right, 0)
        draw_words(painter, name, head(row), theme.font("strong"), theme.colour("text"))
        line.translate(0, step + 3)
        for text in wrapped(words(row), body, inner.width(), LINES):
            draw_words(painter, line, text, body, theme.colour("text"))
            line.translate(0, step)
        line.translate(0, 3)
        draw_words(painter, line, foot(row), caption, theme.colour("text_muted"))
