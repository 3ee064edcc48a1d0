"""Paints the rows of the list of codings, and opens menus on the options of facets."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.item_models.codings_table import (
    FOLDED_ROLE,
    ROW_ROLE,
    CodingsTable,
    Column,
    code_label,
)
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.code_delegate import ARROW_PX
from qualcode_app.ui.widgets.painting import draw_arrow, draw_focus, draw_stripe, draw_words
from qualcode_app.ui.widgets.row_delegate import draw_ground

Index = QModelIndex | QPersistentModelIndex
LABEL_MIN_PX = 40  # in less only the key of a code is shown


class CodingDelegate(QStyledItemDelegate):
    """Paints a cell; the code has its stripe and its key in strong type.

    The options of a facet are chosen in a menu, memos and numbers are typed in place.
    """

    menu_wished = Signal(QPersistentModelIndex)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a menu on options and a field on the rest."""
        model = index.model()
        facet = model.facet_of(index.column()) if isinstance(model, CodingsTable) else None
        if facet is not None and facet.options and facet.kind != "number":
            kept = QPersistentModelIndex(index)
            QTimer.singleShot(0, self, lambda: self.menu_wished.emit(kept))
            return None  # type: ignore[return-value]  # Qt's way to say: no field here
        return super().createEditor(parent, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme, rect = self._theme, QRect(option.rect)
        draw_ground(painter, theme, option, rect)
        row: CodingRow | None = index.data(ROW_ROLE)
        words = rect.adjusted(8, 0, -6, 0)
        text, body = theme.colour("text"), theme.font("body")
        if row is None:  # the heading of a group
            painter.fillRect(rect, theme.colour("hover"))
            arrow = QRectF(rect.left() + 4, rect.top(), ARROW_PX, rect.height())
            is_open = not index.data(FOLDED_ROLE)
            draw_arrow(painter, theme.colour("text_muted"), arrow, is_open=is_open)
            words.adjust(ARROW_PX, 0, 0, 0)
            draw_words(painter, words, str(index.data()), theme.font("strong"), text)
        elif index.column() == Column.CODE:
            draw_stripe(painter, theme.code_colours(row.colour).stripe, words)
            words.adjust(12, 0, 0, 0)
            used = draw_words(painter, words, row.code_key, theme.font("strong"), text)
            words.adjust(used + 8, 0, 0, 0)
            if words.width() >= LABEL_MIN_PX:
                draw_words(painter, words, code_label(row), body, text)
        else:
            draw_words(painter, words, str(index.data()), body, text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)
