"""A page of the manual: text, tables, and pictures as wide as there is room."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QPainter, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from qualcode_app.ui.theme import Theme

REST_MS = 120  # a window that is pulled wider asks for many sizes
LEAST_PX = 200
SLACK_PX = 4  # a picture exactly as wide as its line makes the page wider than the view


class ManualView(QTextBrowser):
    """Shows a page; nothing is fetched from anywhere but the folder of the page."""

    width_changed = Signal()  # the pictures have another room; whoever set the page sets it anew

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # A bar that comes and goes would change the room of the pictures it comes for.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(theme.space("l"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.width_changed)

    @property
    def is_waiting(self) -> bool:
        """Whether the width changed and the pictures do not fit yet."""
        return self._rest.isActive()

    @property
    def room_px(self) -> int:
        """How wide a picture can be."""
        margin = 2 * round(self.document().documentMargin()) + SLACK_PX
        return max(self.viewport().width() - margin, LEAST_PX)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802  Qt's name
        """Return a picture of the page, no larger than its room and with a line around it."""
        image = QTextDocument.ResourceType.ImageResource.value
        url = QUrl(name)
        if kind != image or not url.isLocalFile():
            return None
        return self._framed(QImage(url.toLocalFile()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures into another width."""
        super().resizeEvent(event)
        before = event.oldSize()
        if before.isValid() and before.width() != event.size().width():
            self._rest.start()

    def _framed(self, full: QImage) -> QImage:
        """Scale here and not while painting, which is rough; small pictures stay as they are."""
        ratio = self.devicePixelRatioF()
        width = min(full.width(), round(self.room_px * ratio))
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = full.convertToFormat(QImage.Format.Format_RGB32).scaledToWidth(width, smooth)
        painter = QPainter(shown)
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(0, 0, shown.width() - 1, shown.height() - 1)
        painter.end()
        shown.setDevicePixelRatio(ratio if width < full.width() else 1)
        return shown
