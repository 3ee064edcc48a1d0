"""What other programs will not see of a file that was written; it can be saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qualcode_app.domain.codebook_arrival import Lost
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import error_sentence

SIZE_PX = (720, 420)


class LostReport(Dialog):
    """Lists it and offers to save the list."""

    save_wanted = Signal(str)  # the report

    def __init__(self, theme: Theme, path: Path, lost: Sequence[Lost], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("What other programs will not see"), self.tr("Save the report…"))
        self.cancel_button.setText(self.tr("Close"))
        says = self.tr(
            "{name} is written. Everything below comes back when QualCode reads the file, unless "
            "it says that it stays behind."
        )
        self.says = label(says.format(name=path.name), "", self)
        self.says.setWordWrap(True)
        self.content.addWidget(self.says)
        self.list = QPlainTextEdit(self)
        self.list.setAccessibleName(self.tr("What other programs will not see"))
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setPlainText("\n".join(f"– {error_sentence(one)}" for one in lost))
        self.content.addWidget(self.list, 1)
        self.accepted.connect(lambda: self.save_wanted.emit(self.list.toPlainText() + "\n"))
        self.take_room(*SIZE_PX)
