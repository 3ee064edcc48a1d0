"""The box at the top that finds a command: it looks like a field, and opens the palette."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import ActionKey

EDGE_PX = 10


class CommandBox(QPushButton):
    """Shows the words and the key of an action; the words give way where there is no room."""

    def __init__(self, theme: Theme, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = action.text().rstrip("…")
        self.setProperty("kind", "box")
        self.setAccessibleName(self._words)
        self.setToolTip(action.toolTip())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._key = ActionKey(action, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        row.addStretch(1)
        row.addWidget(self._key)
        theme.set_icon(self, "search", "text_muted")
        self.clicked.connect(action.trigger)

    def sizeHint(self) -> QSize:
        """Return room for sign, words and key."""
        words = self.fontMetrics().horizontalAdvance(self._words)
        key = self._key.sizeHint().width()
        width = self.iconSize().width() + words + key + 5 * EDGE_PX
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the sign alone."""
        width = self.iconSize().width() + 3 * EDGE_PX
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let words and key go where there is no room for both."""
        super().resizeEvent(event)
        has_room = self.width() >= self.sizeHint().width()
        self.setText(f" {self._words}" if has_room else "")
        self._key.setVisible(has_room)
