"""How hits of a search and suggestions are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcode_app.services.search.search_places import Found
from qualcode_app.ui.item_models.hits_list import ROW_ROLE, GroupHead, Head, group_name
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus, draw_words
from qualcode_app.ui.widgets.row_delegate import draw_ground
from qualcode_app.ui.wording import count, translate

LEFT_PX = 12
INDENT_PX = 10
PAGE_GAP_PX = 8
BEFORE_SHARE = 0.4  # of the line, for what stands before the hit

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight


class HitDelegate(QStyledItemDelegate):
    """A document in strong type with its count; a hit in strong type within its words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of one row."""
        return QSize(120, self._theme.size("row_dense"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme, rect = self._theme, QRect(option.rect)
        draw_ground(painter, theme, option, rect)
        row: GroupHead | Head | Found | None = index.data(ROW_ROLE)
        inner = rect.adjusted(LEFT_PX, 0, -8, 0)
        if isinstance(row, GroupHead):
            self._paint_group(painter, rect, row)
        elif isinstance(row, Head):
            muted = theme.colour("text_muted")
            used = draw_words(
                painter, inner, count(row.n_hits), theme.font("caption"), muted, _RIGHT
            )
            inner.adjust(0, 0, -used - PAGE_GAP_PX, 0)
            draw_words(
                painter, inner, row.document.title, theme.font("strong"), theme.colour("text")
            )
        elif row is not None:
            self._paint_hit(painter, inner.adjusted(INDENT_PX, 0, 0, 0), row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)

    def _paint_group(self, painter: QPainter, rect: QRect, row: GroupHead) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.colour("hover"))
        inner = rect.adjusted(LEFT_PX - 4, 0, -8, 0)
        says = translate("search", "{found} of {all}").format(
            found=count(row.n_found), all=count(len(row.documents))
        )
        muted = theme.colour("text_muted")
        used = draw_words(painter, inner, says, theme.font("caption"), muted, _RIGHT)
        inner.adjust(0, 0, -used - PAGE_GAP_PX, 0)
        draw_words(painter, inner, group_name(row), theme.font("strong"), theme.colour("text"))

    def _paint_hit(self, painter: QPainter, rect: QRect, found: Found) -> None:
        theme = self._theme
        body, strong = theme.font("body"), theme.font("strong")
        muted, text = theme.colour("text_muted"), theme.colour("text")
        used = draw_words(painter, rect, found.page_label, theme.font("caption"), muted, _RIGHT)
        room = rect.adjusted(0, 0, -used - PAGE_GAP_PX, 0)
        metrics = QFontMetrics(body)
        before = metrics.elidedText(
            found.before.lstrip(), Qt.TextElideMode.ElideLeft, round(room.width() * BEFORE_SHARE)
        )
        draw_words(painter, room, before, body, muted)
        room.adjust(metrics.horizontalAdvance(before), 0, 0, 0)
        used = draw_words(painter, room, " ".join(found.match.split()), strong, text)
        room.adjust(used, 0, 0, 0)
        if room.width() > 0:
            draw_words(painter, room, found.after, body, muted)
