"""A message in the region where an act began: sign, sentence, perhaps a button, and a cross."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from qualcode_app.ui import icons
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import set_kind

Kind = Literal["danger", "warning", "info"]
SIGNS: dict[Kind, tuple[str, str]] = {
    "danger": ("error", "danger"),
    "warning": ("warning", "warning"),
    "info": ("info", "text_muted"),
}


class MessageStrip(QFrame):
    """Says one thing until it is closed or the next thing is said; hidden while it has nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._act: Callable[[], object] | None = None
        self.setObjectName("message")
        self.kind: Kind = "info"

        self._sign = QLabel(self)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self)
        self.button.hide()
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName(self.tr("Close the message"))
        self.close_button.setToolTip(self.tr("Close the message"))
        theme.set_icon(self.close_button, "close", "text_muted")

        row = QHBoxLayout(self)
        row.setContentsMargins(
            theme.space("m"), theme.space("s"), theme.space("s"), theme.space("s")
        )
        row.setSpacing(theme.space("s"))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

        self.button.clicked.connect(self._on_button_clicked)
        self.close_button.clicked.connect(self.hide)
        theme.changed.connect(self._show_sign)
        self.hide()

    def tell(
        self,
        sentence: str,
        kind: Kind = "danger",
        act_text: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Show a sentence, with a button for the remedy where there is one."""
        self.kind = kind
        self._act = act
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.button.setText(act_text)
        self.button.setVisible(act is not None)
        set_kind(self, kind)
        self._show_sign()
        self.show()

    def forget(self) -> None:
        """Hide what was told in passing; what offers an act stays."""
        if self._act is None:
            self.hide()

    def _show_sign(self) -> None:
        name, role = SIGNS[self.kind]
        colour = self._theme.colour(role).name()
        side = self._theme.size("icon")
        self._sign.setPixmap(icons.pixmap(name, colour, side, self.devicePixelRatioF()))

    def _on_button_clicked(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()
