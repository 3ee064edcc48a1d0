"""How codes are painted in the tree, in the results of a search and in the pinned list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui.item_models.code_tree import EVERY_ROLE, ROW_ROLE, TOTAL_ROLE, CodeTreeModel
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_arrow, draw_focus, draw_stripe, draw_words
from qualcode_app.ui.widgets.row_delegate import draw_ground
from qualcode_app.ui.wording import count, label

ARROW_PX = 18
INDENT_PX = 16
GAP_PX = 8
BEFORE_PX = 4 + INDENT_PX + ARROW_PX + GAP_PX + 4  # what stands before a label on level 2
LABEL_PX = 84  # a label with less room says too little

Index = QModelIndex | QPersistentModelIndex


class CodeTreeDelegate(QStyledItemDelegate):
    """Paints arrow, stripe, label, key and count of a code; the whole row is its ground."""

    def __init__(self, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self._theme = theme
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of one row."""
        return QSize(120, self._theme.size("row_dense"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one code."""
        row: CodeRow = index.data(ROW_ROLE)
        theme = self._theme
        rect = QRect(0, option.rect.top(), self._tree.viewport().width(), option.rect.height())
        draw_ground(painter, theme, option, rect)

        left = 4 + (row.level - 1) * INDENT_PX
        model = index.model()
        opens = has_shown_children(self._tree, index)
        if opens:
            middle = QRectF(left, rect.top(), ARROW_PX, rect.height())
            is_open = self._tree.isExpanded(index)
            draw_arrow(painter, theme.colour("text_muted"), middle, is_open=is_open)
        left += ARROW_PX
        stripe = rect.adjusted(left, 0, 0, 0)
        draw_stripe(painter, theme.code_colours(row.colour).stripe, stripe)
        left += GAP_PX + 4

        is_folded = opens and not self._tree.isExpanded(index)
        rolled = is_folded or row.is_family
        total = index.data(TOTAL_ROLE) if rolled else row.n_codings
        every = index.data(EVERY_ROLE)[rolled]
        has_others = isinstance(model, CodeTreeModel) and model.has_others
        says = _count_words(total, every, has_others=has_others)
        end = self._draw_end(painter, rect, row.key, says)
        words = QRect(left, rect.top(), end - left, rect.height())
        font = theme.font("strong" if row.is_family else "body")
        draw_words(painter, words, label(row), font, theme.colour(_ink(row)))
        if option.state & QStyle.StateFlag.State_HasFocus and self._tree.hasFocus():
            draw_focus(painter, theme, rect)

    def _draw_end(self, painter: QPainter, rect: QRect, key: str, says: str) -> int:
        """Draw count and key at the right; returns where the label has to end.

        Keys go when labels would have too little room beside them: the card shows the key too.
        """
        small = self._theme.font("caption")
        metrics = QFontMetrics(small)
        muted = self._theme.colour("text_muted")
        right = rect.adjusted(0, 0, -GAP_PX, 0)
        draw_words(painter, right, says, small, muted, _RIGHT)
        model = self._tree.model()
        widest = model.widest if isinstance(model, CodeTreeModel) else "000"
        taken = max(metrics.horizontalAdvance(text) for text in (says, widest)) + GAP_PX
        key_px = max(metrics.horizontalAdvance(text) for text in ("WON-1a", key))
        if rect.width() - BEFORE_PX - taken - key_px - 2 * GAP_PX >= LABEL_PX:
            key_rect = rect.adjusted(rect.width() - taken - GAP_PX - key_px, 0, 0, 0)
            draw_words(painter, key_rect, key, small, muted)
            taken += key_px + GAP_PX
        return rect.right() - taken - GAP_PX


class CodeLineDelegate(QStyledItemDelegate):
    """Paints stripe, key and label of a code in a flat list, behind a key cap if it has one."""

    CAP_ROLE = Qt.ItemDataRole.UserRole + 10  # the digit that assigns the code
    OFFERED_ROLE = Qt.ItemDataRole.UserRole + 11  # not pinned, only offered: drawn in grey

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of one row."""
        return QSize(120, self._theme.size("row_dense"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one code."""
        theme, rect = self._theme, QRect(option.rect)
        row: CodeRow = index.data(ROW_ROLE)
        draw_ground(painter, theme, option, rect)
        left = rect.left() + theme.space("m")
        if cap := index.data(self.CAP_ROLE):
            side = theme.size("row_dense") - 8
            draw_cap(
                painter, theme, cap, QRect(left, rect.center().y() - side // 2 + 1, side, side)
            )
            left += side + GAP_PX
        draw_stripe(painter, theme.code_colours(row.colour).stripe, rect.adjusted(left, 0, 0, 0))
        left += GAP_PX + 4
        colour = theme.colour("text_muted" if index.data(self.OFFERED_ROLE) else _ink(row))
        key = QRect(left, rect.top(), rect.right() - left - 8, rect.height())
        left += draw_words(painter, key, row.key, theme.font("strong"), colour) + GAP_PX
        words = QRect(left, rect.top(), rect.right() - left - 8, rect.height())
        draw_words(painter, words, label(row), theme.font("body"), colour)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)


_RIGHT = Qt.AlignmentFlag.AlignRight


def has_shown_children(tree: QTreeView, index: Index) -> bool:
    """Tell whether a code has codes below it that are not hidden."""
    n_children = index.model().rowCount(index)
    return any(not tree.isRowHidden(row, index) for row in range(n_children))


def _count_words(own: int, every: int, *, has_others: bool) -> str:
    """Return the own count, with that of all coders where others coded too: 3/7."""
    if not every:
        return ""
    return f"{count(own)}/{count(every)}" if has_others else count(own)


def _ink(row: CodeRow) -> str:
    return "text" if row.is_active else "text_muted"


def draw_cap(painter: QPainter, theme: Theme, key: str, rect: QRect) -> None:
    """Draw a small key cap."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("line_strong"))
    painter.setBrush(theme.colour("sunken"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()
    middle = Qt.AlignmentFlag.AlignHCenter
    draw_words(painter, rect, key, theme.font("caption"), theme.colour("text_muted"), middle)
