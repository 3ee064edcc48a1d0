"""Picks the marked passage as an example or an exception of a finding."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qualcode_app.ui.widgets.words import label

KEYS = {"example": "E", "exception": "X"}


class MarksBar(QWidget):
    """Two buttons of which one at most is down."""

    role_requested = Signal(str)  # the role that was pressed, be it down or not

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {
            "example": QPushButton(self.tr("Example"), self),
            "exception": QPushButton(self.tr("Exception"), self),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(self.tr("Pick as"), "muted", self))
        for role, button in self.buttons.items():
            button.setCheckable(True)
            words = self.tr("{role} of the finding ({key})")
            button.setToolTip(words.format(role=button.text(), key=KEYS[role]))
            button.clicked.connect(lambda _=False, role=role: self.role_requested.emit(role))
            row.addWidget(button)
        row.addStretch(1)

    def show_role(self, role: str) -> None:
        """Show what the marked passage is picked as; empty for nothing."""
        for name, button in self.buttons.items():
            button.setChecked(name == role)
