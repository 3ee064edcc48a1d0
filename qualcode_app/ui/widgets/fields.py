"""A field to filter or find with, and how a control gets its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from qualcode_app.ui.theme import Theme

NUMBER_EDGE_PX = 6
CHOICE_LETTERS = 20


def name_control(control: QWidget, name: str) -> None:
    """Say what a control is; in a box that can be typed into, its line has the focus."""
    control.setAccessibleName(name)
    line = control.lineEdit() if isinstance(control, QComboBox) else None
    if line is not None:
        line.setAccessibleName(name)


def number_box(parent: QWidget, low: int, high: int, value: int, suffix: str = "") -> QSpinBox:
    """Return a box for a whole number, which stands as far from the edge as words do."""
    made = QSpinBox(parent)
    made.setRange(low, high)
    made.setValue(value)
    made.setSuffix(suffix)
    line = made.findChild(QLineEdit)
    if line is not None:  # the style sheet does not reach it
        line.setTextMargins(NUMBER_EDGE_PX, 0, 0, 0)
    return made


class ElidedBox(QComboBox):
    """A box of long choices: what does not fit ends in dots and is told whole by its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(CHOICE_LETTERS)
        self.currentTextChanged.connect(self.setToolTip)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Shorten the chosen one to the room beside the arrow."""
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        box = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(box, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )


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


class PlaceField(QLineEdit):
    """Shows where one is; what is typed to go elsewhere goes when the field is left."""

    left = Signal()  # by Escape

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""

    def show_place(self, words: str) -> None:
        """Show where one is now."""
        self._shown = words
        self.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show again where one is."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setText(self._shown)
