"""What all dialogs look like: heading, content, message, buttons at the lower right."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.fields import name_control
from qualcode_app.ui.widgets.message_strip import MessageStrip
from qualcode_app.ui.widgets.words import label


class Dialog(QDialog):
    """A window-modal dialog; the verb is on the button, Escape leaves all as it is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.theme = theme
        self._opener = parent.window()
        self.message = MessageStrip(theme, self)
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.space("s"))
        self.heading = label("", "heading", self)
        self.act_button = QPushButton(self)
        self.act_button.setProperty("kind", "primary")
        self.act_button.setDefault(True)
        self.cancel_button = QPushButton(self)
        self.cancel_button.setAutoDefault(False)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.space("s"))
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.act_button)

        column = QVBoxLayout(self)
        edge = theme.space("xl")
        column.setContentsMargins(edge, edge, edge, theme.space("l"))
        column.setSpacing(theme.space("m"))
        column.addWidget(self.heading)
        column.addWidget(self.message)
        column.addLayout(self.content, 1)
        column.addSpacing(theme.space("s"))
        column.addLayout(self.foot)
        self.act_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        helping = parent.window().findChild(QAction, "manual")
        if helping is not None:  # its key counts here too: a modal dialog keeps the window's away
            self.addAction(helping)

    def name_it(self, title: str, act: str = "") -> None:
        """Say what the dialog is for, and by which verb it acts; without one it only tells."""
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.act_button.setText(act)
        self.act_button.setVisible(bool(act))
        self.cancel_button.setText(self.tr("Cancel") if act else self.tr("Close"))

    def be_wide(self, width_px: int) -> None:
        """Be at least that wide at text of 100 %, wider with larger text."""
        self.content.addStrut(round(width_px * self.theme.text_factor))

    def take_room(self, width_px: int, height_px: int) -> None:
        """Open at that size at text of 100 %; with larger text as large as the window at most."""
        factor, window = self.theme.text_factor, self._opener
        self.resize(
            max(width_px, min(round(width_px * factor), window.width())),
            max(height_px, min(round(height_px * factor), window.height())),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for words that take more of it than was reckoned with."""
        self._order_tabs()
        super().showEvent(event)
        column = self.layout()
        if column is None:
            return
        there = self.screen().availableGeometry().size()
        least = column.minimumSize().boundedTo(there)
        width = max(self.width(), least.width())
        height = column.heightForWidth(width) if column.hasHeightForWidth() else least.height()
        self.resize(width, max(self.height(), min(height, there.height())))

    def _order_tabs(self) -> None:
        """Let Tab and the focus begin with the content, and Tab end with the buttons below it."""
        below = [self.foot.itemAt(number) for number in range(self.foot.count())]
        buttons = [
            widget
            for item in below
            if item is not None and isinstance(widget := item.widget(), QPushButton)
        ]
        content = [  # Qt's own chain is not asked: asking makes each stop own the next in Python
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.window() is self
            and widget.focusProxy() is None
            and widget not in buttons
            and not widget.objectName().startswith("qt_")
        ]
        for one, following in pairwise([*content, *buttons]):
            self.setTabOrder(one, following)
        if self.focusWidget() is None:
            for widget in [*content, self.act_button]:
                if widget.isVisibleTo(self) and widget.isEnabled() and not self._tells(widget):
                    widget.setFocus()
                    return

    def _tells(self, widget: QWidget) -> bool:
        return self.message.isAncestorOf(widget)

    def add_field(self, name: str, field: QWidget, hint: str = "") -> None:
        """Add a field below its name, with a hint under it."""
        words = label(name, "strong", self)
        words.setBuddy(field)
        name_control(field, name)
        self.content.addWidget(words)
        self.content.addWidget(field)
        if hint:
            says = label(hint, "caption", self)
            says.setWordWrap(True)
            self.content.addWidget(says)
        self.content.addSpacing(self.theme.space("s"))
