"""A part of the window that F6 walks to, with a place for its messages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.message_strip import MessageStrip
from qualcode_app.ui.widgets.words import Ground


class Region(Ground):
    """Lays its content below a message strip and remembers which widget in it had the focus."""

    def __init__(self, theme: Theme, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setAccessibleName(title)
        self.message = MessageStrip(theme, self)
        self._last_focus: QWidget | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self.message)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_application_focus_changed)

    @property
    def has_focus(self) -> bool:
        """Whether the focus is on a widget inside."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def take_focus(self) -> None:
        """Put the focus where it last was in this region, or on its first widget."""
        target = self._last_focus
        if target is None or not isValid(target) or not target.isVisibleTo(self):
            target = next(
                (
                    child
                    for child in self.findChildren(QWidget)
                    if child.focusPolicy() & Qt.FocusPolicy.TabFocus
                    and child.isVisibleTo(self)
                    and child.isEnabled()
                ),
                None,
            )
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_application_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._last_focus = new


def region_of(widget: QWidget | None) -> Region | None:
    """Return the region a widget lies in."""
    while widget is not None and not isinstance(widget, Region):
        widget = widget.parentWidget()
    return widget
