"""How contradictions are painted: the check and what is wrong, then each side, moved in."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from qualcode_app.ui.finding_words import check_words
from qualcode_app.ui.item_models.contradictions_list import LINE_ROLE, Line, words
from qualcode_app.ui.widgets.painting import draw_stripe, draw_words, wrapped
from qualcode_app.ui.widgets.row_delegate import Index, RowDelegate, draw_rule

EDGE_PX, GAP_PX, INDENT_PX, LINES = 10, 6, 16, 4
WIDTH_PX = 420  # until the list has one


class ContradictionDelegate(RowDelegate):
    """Paints words in up to four lines."""

    def height_px(self, index: Index, width_px: int) -> int:
        """Return room for the words, and for the check above them."""
        line: Line = index.data(LINE_ROLE)
        font = self._theme.font("body")
        n_lines = len(self._wrapped(line, width_px or WIDTH_PX)) + (line.side is None)
        return 2 * GAP_PX + n_lines * QFontMetrics(font).lineSpacing()

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Mark sides only; what is wrong is nothing to choose."""
        if index.data(LINE_ROLE).side is not None:
            super().draw_ground(painter, option, index)

    def draw(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw one row."""
        theme = self._theme
        line: Line = index.data(LINE_ROLE)
        font = theme.font("body")
        inner = rect.adjusted(EDGE_PX, GAP_PX, -EDGE_PX, -GAP_PX)
        place = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(font).lineSpacing())
        if line.side is None:
            draw_rule(painter, theme, rect.translated(0, 1 - rect.height()))
            head = check_words(line.found.check)
            draw_words(painter, place, head, theme.font("strong"), theme.colour("text"))
            place.translate(0, place.height())
        else:
            draw_stripe(painter, theme.colour("line_strong"), inner)
            place.setLeft(place.left() + INDENT_PX)
        for text in self._wrapped(line, rect.width()):
            draw_words(painter, place, text, font, theme.colour("text"))
            place.translate(0, place.height())

    def _wrapped(self, line: Line, width_px: int) -> list[str]:
        indent_px = INDENT_PX if line.side is not None else 0
        inner_px = width_px - 2 * EDGE_PX - indent_px
        return wrapped(words(line), self._theme.font("body"), inner_px, LINES)
