"""How a document is painted in the list: title, squares of the reading status, codings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

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

LEFT_PX = 14
SQUARE_PX = 9
NEAR_PX = 5  # above and below a square, a click is meant for it
SQUARE_GAP_PX = 2
COUNT_PX = 44
OCR_PX = 30
GROUP_GAP_PX = 6


class DocumentDelegate(QStyledItemDelegate):
    """Two lines per document; the open one is set in strong type."""

    square_clicked = Signal(str, int)  # uid of the document, number of the theme

    def __init__(self, theme: Theme, words_of: Callable[[str, int], str], parent: QWidget) -> None:
        """Make it.

        Args:
            theme: Colours and fonts.
            words_of: Tells theme and status of a square, by document and number of the theme.
            parent: The list.
        """
        super().__init__(parent)
        self._theme = theme
        self._words_of = words_of
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
        left, height = rect.left() + LEFT_PX, rect.height() // 2
        title = QRect(left, rect.top() + 3, rect.width() - 24, height)
        place: Place = index.data(PLACE_ROLE)
        font = theme.font("strong" if is_open else "body")
        words_colour = theme.colour("text" if place.state == "in" else "text_muted")
        group = place.group if place.state == "in" else state_name(place.state)
        if group:
            title = self._draw_group(painter, title, group)
        draw_words(painter, title, row.title, font, words_colour)

        lower = _lower(rect)
        states = index.data(STATES_ROLE) or ()
        squares = _squares(rect, row, len(states))
        for state, square in zip(states, squares, strict=True):
            draw_square(painter, theme, state, square)
        muted = theme.colour("text_muted")
        if row.text_source in ("ocr", "mixed"):
            x = round(squares[-1].right() if squares else left) + 2 * SQUARE_GAP_PX
            words = QRect(x, lower.top(), lower.width(), lower.height())
            draw_words(painter, words, "OCR", theme.font("caption"), muted)
        end = Qt.AlignmentFlag.AlignRight
        if n_codings := index.data(COUNT_ROLE):
            draw_words(painter, lower, count(n_codings), theme.font("caption"), muted, end)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell theme and status of the square under the pointer, else of the document."""
        number = _square_at(option, index, QPointF(event.pos()))
        if event.type() == QEvent.Type.ToolTip and number is not None:
            words = self._words_of(index.data(ROW_ROLE).uid, number)
            QToolTip.showText(event.globalPos(), words, view.viewport())
            return True
        return super().helpEvent(event, view, option, index)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell which theme is meant by a click on its square."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            number = _square_at(option, index, event.position())
            if number is not None:
                self.square_clicked.emit(index.data(ROW_ROLE).uid, number)
        return super().editorEvent(event, model, option, index)


def _lower(rect: QRect) -> QRect:
    """Return the place of the second line of a document."""
    height = rect.height() // 2
    top = rect.top() + 3 + height - 1
    return QRect(rect.left() + LEFT_PX, top, rect.width() - 24, height - 4)


def _squares(rect: QRect, row: DocumentRow, n: int) -> list[QRectF]:
    """Return the places of the squares, smaller where there are many."""
    lower = _lower(rect)
    room = lower.right() - COUNT_PX - (OCR_PX if row.text_source in ("ocr", "mixed") else 0)
    side = min(SQUARE_PX, (room - lower.left()) / max(1, n) - SQUARE_GAP_PX)
    y, step = lower.center().y() - SQUARE_PX / 2, side + SQUARE_GAP_PX
    return [QRectF(lower.left() + at * step, y, side, side) for at in range(n)]


def _square_at(
    option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, at: QPointF
) -> int | None:
    """Return the number of the square under a point, the gaps around it counted with it."""
    states = index.data(STATES_ROLE) or ()
    squares = _squares(QRect(option.rect), index.data(ROW_ROLE), len(states))
    for number, square in enumerate(squares):
        gap = SQUARE_GAP_PX / 2
        if square.adjusted(-gap, -NEAR_PX, gap, NEAR_PX).contains(at):
            return number
    return None
