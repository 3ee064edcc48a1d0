"""A field to filter or find with, and how a control gets its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from qualcode_app.ui.theme import Theme


def name_control(control: QWidget, name: str) -> None:
    """Say what a control is; in a box that can be typed into, its line has the focus."""
    control.setAccessibleName(name)
    line = control.lineEdit() if isinstance(control, QComboBox) else None
    if line is not None:
        line.setAccessibleName(name)


class SearchField(QLineEdit):
    """Shows a sign and a cross; the arrow keys and Enter go to the list it filters."""

    moved = Signal(int)  # +1 down, -1 up
    left = Signal()  # Escape in an empty field

    def __init__(
        self, theme: Theme, icon: str, placeholder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        sign = QAction(self)
        theme.set_icon(sign, icon, "text_muted")
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send up and down to the list, and leave by Escape."""
        match event.key():
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)
