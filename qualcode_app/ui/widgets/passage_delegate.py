"""How a passage is painted: place, kind, words, and one bar per coder."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from qualcode_app.services.agreement.agreement_passages import Passage
from qualcode_app.ui.item_models.passages_list import (
    PASSAGE_ROLE,
    PassagesList,
    kind_words,
    place,
    size,
)
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_words, wrapped
from qualcode_app.ui.widgets.row_delegate import Index, RowDelegate, draw_rule
from qualcode_app.ui.wording import translate

EDGE_PX = 14
GAP_PX = 8
LINES = 3
BAR_PX = 7
NAME_PX = 62
WIDTH_PX = 400  # until the list has one


class PassageDelegate(RowDelegate):
    """Paints passages; a coder who has not finished the theme has a word and no bar."""

    def __init__(self, theme: Theme, model: PassagesList, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model

    def height_px(self, index: Index, width_px: int) -> int:
        """Return room for head, words and bars."""
        row: Passage = index.data(PASSAGE_ROLE)
        body = QFontMetrics(self._theme.font("body")).lineSpacing()
        lines = len(self._lines(row.quote, (width_px or WIDTH_PX) - 2 * EDGE_PX))
        return 2 * GAP_PX + body + 4 + lines * body + 6 + len(row.bars) * self._bar_step()

    def draw(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw one passage."""
        theme = self._theme
        row: Passage = index.data(PASSAGE_ROLE)
        draw_rule(painter, theme, rect)
        body = theme.font("body")
        step = QFontMetrics(body).lineSpacing()
        inner = rect.adjusted(EDGE_PX, GAP_PX, -EDGE_PX, -GAP_PX)
        head = QRect(inner.left(), inner.top(), inner.width(), step)
        self._draw_head(painter, head, row)
        y = head.bottom() + 4
        text = theme.colour("text")
        for line in self._lines(row.quote, inner.width()):
            draw_words(painter, QRect(inner.left(), y, inner.width(), step), line, body, text)
            y += step
        y += 6
        for bar in range(len(row.bars)):
            self._draw_bar(painter, QRect(inner.left(), y, inner.width(), step), row, bar)
            y += self._bar_step()

    def _draw_head(self, painter: QPainter, rect: QRect, row: Passage) -> None:
        theme, muted = self._theme, self._theme.colour("text_muted")
        caption = theme.font("caption")
        says = f"{kind_words(row, self._model.keys)}   {size(row)}"
        wide = min(QFontMetrics(caption).horizontalAdvance(says), rect.width() * 3 // 5)
        right = QRect(rect.right() - wide, rect.top(), wide + 1, rect.height())
        draw_words(painter, right, says, caption, muted, Qt.AlignmentFlag.AlignRight)
        left = rect.adjusted(0, 0, -wide - 10, 0)
        draw_words(painter, left, place(row), theme.font("strong"), theme.colour("text"))

    def _draw_bar(self, painter: QPainter, rect: QRect, row: Passage, at: int) -> None:
        theme, bar = self._theme, row.bars[at]
        caption = theme.font("caption")
        names = QRect(rect.left(), rect.top(), NAME_PX, self._bar_step())
        first = bar.name.split(maxsplit=1)[0]
        draw_words(painter, names, first, caption, theme.colour("text_muted"))
        axis = QRectF(rect.left() + NAME_PX, 0, rect.width() - NAME_PX, BAR_PX)
        axis.moveCenter(QPointF(axis.center().x(), names.center().y() + 0.5))
        if bar.said or not bar.counts:
            words = QRect(round(axis.left()), names.top(), round(axis.width()), names.height())
            says = bar.said or translate("passages", "not read")
            draw_words(painter, words, says, caption, theme.colour("text_muted"))
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(axis, 2, 2)
        painter.setBrush(theme.coder_colour(bar.coder))
        for begin, end in bar.pieces:
            piece = QRectF(axis)
            piece.setLeft(axis.left() + begin * axis.width())
            piece.setWidth(max(2.0, (end - begin) * axis.width()))
            painter.drawRoundedRect(piece, 2, 2)
        painter.restore()

    def _bar_step(self) -> int:
        return QFontMetrics(self._theme.font("caption")).lineSpacing()

    def _lines(self, quote: str, width: int) -> list[str]:
        return wrapped(quote, self._theme.font("body"), width, LINES)
