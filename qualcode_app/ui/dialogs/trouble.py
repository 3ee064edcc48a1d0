"""Says that the program met a mistake of its own, and goes on."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label


class TroubleDialog(Dialog):
    """A sentence, and details to copy that hold no text of a document."""

    def __init__(self, theme: Theme, details: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Something went wrong in QualCode"))
        says = label(
            self.tr(
                "The last act did not go as it should. What was kept before is kept, and you can "
                "go on. These details help to mend it; they hold no text of your documents."
            ),
            "",
            self,
        )
        says.setWordWrap(True)
        self.details = QPlainTextEdit(details, self)
        self.details.setReadOnly(True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setAccessibleName(self.tr("Details"))
        self.copy_button = QPushButton(self.tr("Copy the details"), self)
        self.copy_button.setAutoDefault(False)
        self.content.addWidget(says)
        self.content.addWidget(self.details, 1)
        self.foot.insertWidget(0, self.copy_button)
        self.take_room(620, 380)
        self.copy_button.clicked.connect(self._on_copy_button_clicked)

    def _on_copy_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
