"""One of the acts of the start page: sign, name, what it does, key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qualcode_app.ui import icons
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import ActionKey, label


class ActionCard(QPushButton):
    """A large button that triggers an action."""

    def __init__(
        self, theme: Theme, action: QAction, icon: str, says: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setObjectName("action_card")
        title = action.text().rstrip("…")
        self.setAccessibleName(title)
        self.setAccessibleDescription(says)
        self._sign = QLabel(self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(title, "strong", self))
        words.addWidget(label(says, "muted", self))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(
            theme.space("l"), theme.space("m"), theme.space("m"), theme.space("m")
        )
        row.setSpacing(theme.space("l"))
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(ActionKey(action, self), 0, Qt.AlignmentFlag.AlignVCenter)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.trigger)
        theme.changed.connect(self._draw_sign)
        self._draw_sign()

    def sizeHint(self) -> QSize:
        """Return the room the words need; a button would look at its own text only."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return self._row.minimumSize()

    def _draw_sign(self) -> None:
        colour = self._theme.colour("accent").name()
        side = self._theme.size("icon_large")
        self._sign.setPixmap(icons.pixmap(self._icon, colour, side, self.devicePixelRatioF()))
