"""Signs that several lists paint: stripes of codes, squares of the reading status, words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)

from qualcode_app.ui.theme import Theme

STRIPE_WIDTH_PX = 4
SQUARE_RADIUS_PX = 1.5
STRONG = 0.62  # from which strength words are drawn in the colour for strong grounds


def draw_stripe(
    painter: QPainter, colour: QColor, rect: QRect, width_px: int = STRIPE_WIDTH_PX
) -> None:
    """Draw the short upright stripe of a code at the left of `rect`, centred in height."""
    height = round(rect.height() * 0.62)
    stripe = QRectF(rect.left(), rect.center().y() - height / 2 + 0.5, width_px, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(stripe, 2, 2)
    painter.restore()


def heat(theme: Theme, strength: float) -> tuple[QColor, QColor]:
    """Return the ground of a figure and the ink on it: 0 is the palest, 1 the strongest."""
    low, high = theme.colour("heat_low"), theme.colour("heat_high")
    ground = QColor(
        round(low.red() + (high.red() - low.red()) * strength),
        round(low.green() + (high.green() - low.green()) * strength),
        round(low.blue() + (high.blue() - low.blue()) * strength),
    )
    return ground, theme.colour("on_heat_high" if strength > STRONG else "on_heat_low")


def draw_square(painter: QPainter, theme: Theme, state: str, rect: QRectF) -> None:
    """Draw a reading status: hollow is not begun, half is busy, full is read."""
    accent = theme.colour("accent")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    square = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(accent if state != "not_started" else theme.colour("line_strong"), 1))
    painter.setBrush(accent if state == "done" else theme.colour("raised"))
    painter.drawRoundedRect(square, SQUARE_RADIUS_PX, SQUARE_RADIUS_PX)
    if state == "busy":
        lower = QPainterPath()
        lower.addRoundedRect(square, SQUARE_RADIUS_PX, SQUARE_RADIUS_PX)
        half = QRectF(square.left(), square.center().y(), square.width(), square.height() / 2)
        painter.setClipRect(half)
        painter.fillPath(lower, accent)
    painter.restore()


def draw_words(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Draw one line of words, shortened at the end if need be; returns the width they took."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
    return metrics.horizontalAdvance(shown)


def wrapped(text: str, font: QFont, width: int, at_most: int) -> list[str]:
    """Return a text in lines, the last one with dots when there is more."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < at_most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        lines.append(text[start : start + length].rstrip())
        if len(lines) == at_most and start + length < len(text):
            metrics = QFontMetrics(font)
            lines[-1] = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
    layout.endLayout()
    return lines


def draw_focus(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Draw the ring of the row that has the focus."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3)
    painter.restore()


def draw_arrow(painter: QPainter, colour: QColor, rect: QRectF, *, is_open: bool) -> None:
    """Draw the sign of a branch that is open or folded."""
    middle, half = rect.center(), min(rect.width(), rect.height()) / 4
    if is_open:
        corners = [(-half, -half / 2), (half, -half / 2), (0, half / 2 + 0.5)]
    else:
        corners = [(-half / 2, -half), (-half / 2, half), (half / 2 + 0.5, 0)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
    painter.restore()
