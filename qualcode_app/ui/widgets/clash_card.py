"""One version of a clash, to be chosen: who says it, when, and what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import ElidedLabel, KeyCaps, label


class ClashCard(QPushButton):
    """A button as large as what it says; the chosen one is checked."""

    def __init__(
        self, theme: Theme, title: str, when: str, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = self._column = QVBoxLayout(self)
        edge = theme.space("m")
        column.setContentsMargins(edge, theme.space("s"), edge, theme.space("s"))
        column.setSpacing(theme.space("xs"))
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(title, "strong", self), 1)
        head.addWidget(label(when, "caption", self))
        head.addWidget(KeyCaps(key, self))
        column.addLayout(head)

    def say(self, said: Sequence[tuple[str, str]]) -> None:
        """Show what this version says, with the name of each field."""
        for name, text in said:
            if name:
                self._column.addWidget(label(name, "caption", self))
            words = label(text, "", self)
            words.setWordWrap(True)
            self._column.addWidget(words)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleDescription("; ".join(f"{name} {text}".strip() for name, text in said))

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        """Tell that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        """Return the height that the words need."""
        return self._column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return the room that the words need."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return self._column.minimumSize()
