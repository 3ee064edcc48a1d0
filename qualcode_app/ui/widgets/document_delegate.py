"""How a document is painted in the list: title, squares of the reading status, codings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.ui.corpus_words import state_name
from qualcode_app.ui.item_models.documents_list import (
    COUNT_ROLE,
    PLACE_ROLE,
    ROW_ROLE,
    STATES_ROLE,
    Place,
)
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus, draw_square, draw_words
from qualcode_app.ui.wording import count

SQUARE_PX = 9
SQUARE_GAP_PX = 2
COUNT_PX = 44
OCR_PX = 30
GROUP_GAP_PX = 6


class DocumentDelegate(QStyledItemDelegate):
    """Two lines per document; the open one is set in strong type."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.open_uid = ""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """Return room for two lines."""
        return QSize(120, self._theme.size("row_two_lines"))

    def _draw_group(self, painter: QPainter, title: QRect, group: str) -> QRect:
        """Draw the group at the end of the line; returns what room is left for the title."""
        theme = self._theme
        font = theme.font("caption")
        width = min(QFontMetrics(font).horizontalAdvance(group) + 2, title.width() // 2)
        place = title.adjusted(title.width() - width, 0, 0, 0)
        end = Qt.AlignmentFlag.AlignRight
        draw_words(painter, place, group, font, theme.colour("text_muted"), end)
        return title.adjusted(0, 0, -width - GROUP_GAP_PX, 0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one document."""
        theme, rect = self._theme, QRect(option.rect)
        row: DocumentRow = index.data(ROW_ROLE)
        is_open = row.uid == self.open_uid
        if is_open or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        left, height = rect.left() + 14, rect.height() // 2
        title = QRect(left, rect.top() + 3, rect.width() - 24, height)
        place: Place = index.data(PLACE_ROLE)
        font = theme.font("strong" if is_open else "body")
        words_colour = theme.colour("text" if place.state == "in" else "text_muted")
        group = place.group if place.state == "in" else state_name(place.state)
        if group:
            title = self._draw_group(painter, title, group)
        draw_words(painter, title, row.title, font, words_colour)

        lower = QRect(left, title.bottom(), rect.width() - 24, height - 4)
        x, y = float(left), lower.center().y() - SQUARE_PX / 2
        room = lower.right() - COUNT_PX - (OCR_PX if row.text_source in ("ocr", "mixed") else 0)
        states = index.data(STATES_ROLE) or ()
        side = min(SQUARE_PX, (room - left) / max(1, len(states)) - SQUARE_GAP_PX)
        for state in states:
            draw_square(painter, theme, state, QRectF(x, y, side, side))
            x += side + SQUARE_GAP_PX
        muted = theme.colour("text_muted")
        if row.text_source in ("ocr", "mixed"):
            words = QRect(round(x) + SQUARE_GAP_PX, lower.top(), lower.width(), lower.height())
            draw_words(painter, words, "OCR", theme.font("caption"), muted)
        end = Qt.AlignmentFlag.AlignRight
        if n_codings := index.data(COUNT_ROLE):
            draw_words(painter, lower, count(n_codings), theme.font("caption"), muted, end)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)
