"""A coder's initials in a disc of the coder's colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from qualcode_app.ui.theme import Theme

SIDE_PX = 24


class CoderDisc(QWidget):
    """Says the same as the name beside it, so it has no name of its own."""

    def __init__(self, theme: Theme, letters: str, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._letters = letters[:2]
        self._colour = colour
        self.setFixedSize(SIDE_PX, SIDE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Draw the disc."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(self.rect())
        painter.setPen(theme.colour("on_accent"))
        painter.setFont(theme.font("caption_strong"))
        middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(self.rect(), middle, self._letters)
