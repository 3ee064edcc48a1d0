"""How a finding is painted in the list: sign and state, its sentence, its contradictions."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter

from qualcode_app.ui.finding_words import ROLES, SIGNS
from qualcode_app.ui.item_models.findings_list import LINE_ROLE, Line, body, foot, head
from qualcode_app.ui.widgets.painting import draw_words, wrapped
from qualcode_app.ui.widgets.row_delegate import Index, RowDelegate, draw_rule

EDGE_PX, GAP_PX, SIGN_PX, LINES = 14, 8, 18, 3
WIDTH_PX = 340  # until the list has one


class FindingDelegate(RowDelegate):
    """Paints a finding in up to three lines of its sentence."""

    def height_px(self, index: Index, width_px: int) -> int:
        """Return room for state, sentence and foot."""
        line: Line = index.data(LINE_ROLE)
        font = self._theme.font("body")
        inner_px = (width_px or WIDTH_PX) - 2 * EDGE_PX
        n_lines = len(wrapped(body(line), font, inner_px, LINES)) + 1 + bool(foot(line))
        return 2 * GAP_PX + n_lines * QFontMetrics(font).lineSpacing() + 6

    def draw(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw one row."""
        theme, said = self._theme, index.data(LINE_ROLE)
        draw_rule(painter, theme, rect)
        font, caption = theme.font("body"), theme.font("caption")
        step = QFontMetrics(font).lineSpacing()
        inner = rect.adjusted(EDGE_PX, GAP_PX, -EDGE_PX, -GAP_PX)
        line = QRect(inner.left(), inner.top(), inner.width(), step)
        sign, role = "✕", "danger" if said.n_contradictions else "text_muted"
        if said.row is not None:
            sign, role = SIGNS[said.row.state], ROLES[said.row.state]
        draw_words(painter, line, sign, theme.font("strong"), theme.colour(role))
        words = line.adjusted(SIGN_PX, 0, 0, 0)
        draw_words(painter, words, head(said), caption, theme.colour("text_muted"))
        line.translate(0, step + 3)
        for text in wrapped(body(said), font, inner.width(), LINES):
            draw_words(painter, line, text, font, theme.colour("text"))
            line.translate(0, step)
        line.translate(0, 3)
        draw_words(painter, line, foot(said), caption, theme.colour("danger"))
