"""What the signs of the matrix mean: hatched, nought, and from pale to strong."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qualcode_app.services.analysis.matrix import Measure
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_words, heat
from qualcode_app.ui.wording import count, number

SWATCH_PX, STEPS, GAP_PX = 16, 5, 6


class HeatKey(QWidget):
    """A line of signs with their words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = ""
        self.setAccessibleName(self.tr("What the signs mean"))
        theme.changed.connect(self.update)

    def show_most(self, most: float, measure: Measure) -> None:
        """Name the figure that gets the strongest ground."""
        if measure == "present" or most == 0:
            self._most = ""
        elif measure in ("share", "per_1000"):
            self._most = number(most, 1)
        else:
            self._most = count(int(most))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all signs and words."""
        metrics = QFontMetrics(self._theme.font("caption"))
        words = (*self._words(), self._most)
        width = sum(metrics.horizontalAdvance(each) + 3 * GAP_PX for each in words)
        return QSize(width + 2 * SWATCH_PX + (STEPS * SWATCH_PX if self._most else 0), 24)

    def minimumSizeHint(self) -> QSize:
        """Give way when the window is narrow."""
        return QSize(60, 24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Draw hatch, nought and scale, each with its word."""
        theme, painter = self._theme, QPainter(self)
        unread, absent = self._words()
        x, middle = 0, (self.height() - SWATCH_PX) // 2
        hatch = QRect(x, middle, SWATCH_PX + 6, SWATCH_PX)
        painter.fillRect(hatch, QBrush(theme.colour("line_strong"), Qt.BrushStyle.BDiagPattern))
        x = self._word(painter, hatch.right() + GAP_PX, unread)
        x = self._word(painter, x, absent)
        if not self._most:
            return
        for step in range(STEPS):
            square = QRect(x + step * SWATCH_PX, middle, SWATCH_PX, SWATCH_PX)
            painter.fillRect(square, heat(theme, step / (STEPS - 1))[0])
        self._word(painter, x + STEPS * SWATCH_PX + GAP_PX, self._most)

    def _word(self, painter: QPainter, x: int, words: str) -> int:
        theme = self._theme
        font = theme.font("caption")
        width = QFontMetrics(font).horizontalAdvance(words) + 2
        room = QRect(x, 0, width, self.height())
        draw_words(painter, room, words, font, theme.colour("text_muted"))
        return x + width + 2 * GAP_PX

    def _words(self) -> tuple[str, str]:
        return self.tr("not read, not in N"), self.tr("0  read, not there")
