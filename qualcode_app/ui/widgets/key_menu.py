"""A menu whose lines are chosen by a letter or digit, whatever that key means on the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu


class KeyMenu(QMenu):
    """Keeps keys from meaning their action while it is open: the page below has the focus."""

    def event(self, event: QEvent) -> bool:
        """Claim every key that writes something."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.text()
        ):
            event.accept()
            return True
        return super().event(event)
