"""How a proposition is painted in the list: sign, wording, verdict."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from qualcode_app.services.registers.propositions import OPEN, Option, PropositionRow
from qualcode_app.ui.item_models.propositions_list import OPTION_ROLE, ROW_ROLE
from qualcode_app.ui.widgets.painting import draw_words
from qualcode_app.ui.widgets.row_delegate import Index, RowDelegate
from qualcode_app.ui.wording import in_language, label

SIGN_PX = 22
EDGE_PX = 14


class PropositionDelegate(RowDelegate):
    """One line each: sign, wording, the word of a verdict; what is open has its sign alone."""

    def height_px(self, _index: Index, _width_px: int) -> int:
        """Return room for one line."""
        return self._theme.size("row")

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Mark propositions only; a heading is nothing to choose."""
        if not isinstance(index.data(ROW_ROLE), str):
            super().draw_ground(painter, option, index)

    def draw(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw one line."""
        theme = self._theme
        line: PropositionRow | str = index.data(ROW_ROLE)
        inner = rect.adjusted(EDGE_PX, 0, -EDGE_PX, 0)
        caption, muted = theme.font("caption"), theme.colour("text_muted")
        if isinstance(line, str):
            draw_words(painter, inner, line, caption, muted)
            return
        said: Option | None = index.data(OPTION_ROLE)
        word = verdict_word(said)
        width = min(QFontMetrics(caption).horizontalAdvance(word), inner.width() // 2)
        right = QRect(inner.right() - width, inner.top(), width + 1, inner.height())
        draw_words(painter, right, word, caption, muted, Qt.AlignmentFlag.AlignRight)
        sign = QRect(inner.left(), inner.top(), SIGN_PX, inner.height())
        draw_words(painter, sign, sign_of(said), theme.font("strong"), theme.colour(role_of(said)))
        words = inner.adjusted(SIGN_PX, 0, -width - 8, 0)
        text = in_language(line.wording_nl, line.wording_en)
        draw_words(painter, words, text, theme.font("body"), theme.colour("text"))


def verdict_word(option: Option | None) -> str:
    """Return the word of a verdict; where there is none yet, the wording has the room."""
    return label(option) if option is not None and option.key != OPEN else ""


def sign_of(option: Option | None) -> str:
    """Return the sign of a verdict; a word for a sign becomes a dash."""
    if option is None:
        return ""
    return option.sign if len(option.sign) == 1 else "–"


def role_of(option: Option | None) -> str:
    """Return the colour role of a verdict: the sign says the same without colour."""
    if option is None or option.key == OPEN or option.rank is None:
        return "text_muted"
    if option.sign == "✕":
        return "danger"
    if option.needs_status:
        return "text"
    return "success" if option.sign == "●" else "warning"
