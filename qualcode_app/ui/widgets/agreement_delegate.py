"""How a row of agreement is painted: the interval on an axis that all rows share."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from qualcode_app.services.agreement.agreement_details import DriftPoint
from qualcode_app.services.agreement.agreement_rows import TARGET, AgreementRow
from qualcode_app.services.agreement.program_panels import ProgramLine
from qualcode_app.ui.item_models.agreement_lines import Line, code_name, ends, interval
from qualcode_app.ui.item_models.agreement_table import (
    KIND_ROLE,
    ROW_ROLE,
    AgreementTableModel,
)
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_focus, draw_stripe, draw_words, wrapped
from qualcode_app.ui.widgets.row_delegate import draw_ground

PAD_PX = 12
CAP_PX = 4
DOT_PX = 4.5
WRAPPED = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)

Index = QModelIndex | QPersistentModelIndex


class AgreementDelegate(QStyledItemDelegate):
    """Paints codes with their stripe, intervals as bars, remarks as chips."""

    def __init__(self, theme: Theme, model: AgreementTableModel, table: QTableView) -> None:
        super().__init__(table)
        self._theme = theme
        self._model = model
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme, rect = self._theme, QRect(option.rect)
        draw_ground(painter, theme, option, rect)
        row: Line = index.data(ROW_ROLE)
        whole = isinstance(row, AgreementRow) and not row.code_uid
        match index.data(KIND_ROLE):
            case "name":
                self._draw_name(painter, rect, row, str(index.data()))
            case "interval":
                self._draw_interval(painter, rect, row)
            case "words":
                self._draw_lines(painter, rect.adjusted(6, 0, -6, 0), str(index.data()))
            case "chip":
                self._draw_remark(painter, rect, str(index.data()))
            case _:
                words = rect.adjusted(6, 0, -10, 0)
                font = theme.font("strong" if whole else "body")
                end = Qt.AlignmentFlag.AlignRight
                draw_words(painter, words, str(index.data()), font, theme.colour("text"), end)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that words in several lines need in the width there is."""
        font = {"words": "caption", "name": "body"}.get(index.data(KIND_ROLE))
        if font is None:
            return super().sizeHint(option, index)
        room = QRect(0, 0, self._table.columnWidth(index.column()) - 24, 0)
        metrics = QFontMetrics(self._theme.font(font))
        needed = metrics.boundingRect(room, WRAPPED, str(index.data())).height()
        return QSize(room.width(), needed + 2 * self._theme.space("xs"))

    def _draw_name(self, painter: QPainter, rect: QRect, row: Line, name: str) -> None:
        theme = self._theme
        words = rect.adjusted(18, 0, -6, 0)
        text = theme.colour("text")
        if isinstance(row, ProgramLine):
            self._draw_lines(painter, words, name, "body", "text")
            return
        if not isinstance(row, AgreementRow) or not row.code_uid:
            font = theme.font("strong" if isinstance(row, AgreementRow) else "body")
            draw_words(painter, words, name, font, text)
            return
        draw_stripe(painter, theme.code_colours(row.colour).stripe, words)
        words.adjust(12, 0, 0, 0)
        used = draw_words(painter, words, row.code_key, theme.font("strong"), text)
        words.adjust(used + 8, 0, 0, 0)
        draw_words(painter, words, code_name(row), theme.font("body"), text)

    def _draw_lines(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        font: str = "caption",
        colour: str = "text_muted",
    ) -> None:
        """Draw words in as many lines as they need."""
        painter.setFont(self._theme.font(font))
        painter.setPen(self._theme.colour(colour))
        painter.drawText(rect, WRAPPED, words)

    def _draw_interval(self, painter: QPainter, rect: QRect, row: Line) -> None:
        theme = self._theme
        if isnan(row.alpha.value):
            self._draw_reason(painter, rect.adjusted(PAD_PX, 0, -4, 0), interval(row))
            return
        axis = QRectF(rect).adjusted(PAD_PX, 0, -PAD_PX, 0)
        painter.save()
        for tick in TICKS:
            if tick >= self._model.lowest:
                x = round(self._x(axis, tick))
                painter.fillRect(QRect(x, rect.top(), 1, rect.height()), theme.colour("line"))
        target = self._x(axis, TARGET)
        painter.setPen(QPen(theme.colour("text_muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(target, rect.top()), QPointF(target, rect.bottom() + 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = rect.center().y() + 0.5
        low, high, _ = ends(row)
        if not isnan(low):
            self._draw_bar(painter, axis, middle, low, high)
        if isinstance(row, DriftPoint) and not isnan(row.moving.value):
            painter.setPen(QPen(theme.colour("accent"), 1.6))
            painter.setBrush(theme.colour("raised"))
            at = QPointF(self._x(axis, row.moving.value), middle)
            painter.drawEllipse(at, DOT_PX + 1.5, DOT_PX + 1.5)
        painter.setPen(QPen(theme.colour("raised"), 1))
        whole = isinstance(row, AgreementRow) and not row.code_uid
        painter.setBrush(theme.colour("text" if whole else "accent"))
        painter.drawEllipse(QPointF(self._x(axis, row.alpha.value), middle), DOT_PX, DOT_PX)
        painter.restore()

    def _draw_reason(self, painter: QPainter, rect: QRect, words: str) -> None:
        """Say why there is no figure, in as many lines as the row holds."""
        font, muted = self._theme.font("caption"), self._theme.colour("text_muted")
        height = QFontMetrics(font).height()
        lines = wrapped(words, font, rect.width(), max(1, rect.height() // height))
        top = rect.center().y() - height * len(lines) // 2 + 1
        for number, line in enumerate(lines):
            place = QRect(rect.left(), top + number * height, rect.width(), height)
            draw_words(painter, place, line, font, muted)

    def _draw_bar(
        self, painter: QPainter, axis: QRectF, middle: float, low: float, high: float
    ) -> None:
        left, right = self._x(axis, low), self._x(axis, high)
        painter.setPen(QPen(self._theme.colour("text"), 1.6))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        caps = (right,) if low < self._model.lowest else (left, right)
        for end in caps:  # an interval that goes on beyond the axis has no end there
            painter.drawLine(QPointF(end, middle - CAP_PX), QPointF(end, middle + CAP_PX))

    def _draw_remark(self, painter: QPainter, rect: QRect, words: str) -> None:
        if not words:
            return
        theme = self._theme
        font = theme.font("caption")
        width = QFontMetrics(font).horizontalAdvance(words) + 16
        chip = QRect(
            rect.left() + 6, rect.top() + 4, min(width, rect.width() - 8), rect.height() - 8
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("warning_soft"))
        painter.drawRoundedRect(chip, 5, 5)
        painter.restore()
        middle = Qt.AlignmentFlag.AlignHCenter
        draw_words(
            painter, chip.adjusted(6, 0, -6, 0), words, font, theme.colour("warning"), middle
        )

    def _x(self, axis: QRectF, value: float) -> float:
        low = self._model.lowest
        share = (min(1.0, max(low, value)) - low) / (1 - low)
        return axis.left() + share * axis.width()
