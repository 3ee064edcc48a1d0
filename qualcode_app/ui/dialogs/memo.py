"""A memo: what it is about, of which kind it is, and its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from qualcode_app.services.memos.memos import KINDS
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.memo_words import kind_name
from qualcode_app.ui.theme import Theme


class MemoDialog(Dialog):
    """Asks for a memo; Ctrl+Enter in the text keeps it."""

    wanted = Signal(int, str, str)  # number of the target, kind, text

    def __init__(self, theme: Theme, targets: Sequence[str], parent: QWidget) -> None:
        """Make it empty.

        Args:
            theme: How it looks.
            targets: In words what the memo can be about, the likeliest first.
            parent: The window.
        """
        super().__init__(theme, parent)
        self.name_it(self.tr("Memo"), self.tr("Keep"))
        self.target = QComboBox(self)
        self.target.addItems(list(targets))
        self.target.setEnabled(len(targets) > 1)
        self.kind = QComboBox(self)
        for kind in KINDS:
            self.kind.addItem(kind_name(kind), kind)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(140)
        self.add_field(self.tr("About"), self.target)
        self.add_field(self.tr("Kind"), self.kind)
        self.add_field(self.tr("Words"), self.text)
        self.be_wide(520)
        self.act_button.setShortcut("Ctrl+Return")
        self.act_button.setEnabled(False)
        self.text.textChanged.connect(self._on_text_changed)
        self.accepted.connect(self._on_accepted)
        self.text.setFocus()

    def fill(self, kind: str, text: str) -> None:
        """Show a memo that was written before."""
        self.kind.setCurrentIndex(KINDS.index(kind))
        self.text.setPlainText(text)

    def _on_text_changed(self) -> None:
        self.act_button.setEnabled(bool(self.text.toPlainText().strip()))

    def _on_accepted(self) -> None:
        self.wanted.emit(
            self.target.currentIndex(), self.kind.currentData(), self.text.toPlainText().strip()
        )
