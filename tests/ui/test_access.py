"""What works with a screen reader, with keys alone and with larger text, in the whole window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.walking import dialogs, places, visible

OPENED = 20  # dialogs at least, or the walk has lost its way


def nameless(root: QWidget) -> set[str]:
    """Return the controls that can have the focus and that a screen reader has no name for."""
    found = set()
    for widget in visible(root, QWidget):
        can_have_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if can_have_focus and not widget.objectName().startswith("qt_"):
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            if not name.strip():
                found.add(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def test_everything_that_takes_the_focus_has_a_name(window, qtbot):
    without = {}
    for place in places(window, qtbot):
        without |= dict.fromkeys(nameless(window), place)
    opened = 0
    for dialog in dialogs(window, qtbot):
        opened += 1
        without |= dict.fromkeys(nameless(dialog), type(dialog).__name__)
    assert without == {}
    assert opened >= OPENED
