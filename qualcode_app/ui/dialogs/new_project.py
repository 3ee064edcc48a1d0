"""What a new project needs to know: title, coder, codebook."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from qualcode_app import paths
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import in_language

DEFAULT_BOOK = "combined"


def shipped_codebooks() -> list[tuple[Path, str]]:
    """Return the codebooks that come with the program and their titles, the usual one first."""
    found = []
    for path in sorted(paths.codebooks().glob("*.json")):
        if not path.name.endswith(".schema.json"):
            book = json.loads(path.read_text(encoding="utf-8"))
            found.append((path, in_language(book["title_nl"], book["title_en"])))
    return sorted(found, key=lambda pair: pair[0].stem != DEFAULT_BOOK)


class NewProjectDialog(Dialog):
    """Asks for title, coder and codebook; where the file goes is asked afterwards."""

    wanted = Signal(str, str, object)  # title, name of the coder, Path of the codebook or None

    def __init__(self, theme: Theme, coder_name: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("New project"), self.tr("Choose where it goes…"))
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("Coalition agreements 2026"))
        self.coder = QLineEdit(coder_name, self)
        self.codebook = QComboBox(self)
        for path, title in shipped_codebooks():
            self.codebook.addItem(title, path)
        self.codebook.addItem(self.tr("No codebook"), None)
        self.add_field(self.tr("Title"), self.title)
        self.add_field(
            self.tr("Your name"),
            self.coder,
            self.tr("Stands on every coding you make, also after files are merged."),
        )
        self.add_field(self.tr("Codebook"), self.codebook)
        self.content.addStretch(1)
        self.setMinimumWidth(460)
        self.accepted.connect(self._on_accepted)
        self.title.setFocus()

    def accept(self) -> None:
        """Check what was typed; what is missing is said here."""
        for field, words in (
            (self.title, self.tr("A project needs a title. Type one.")),
            (self.coder, self.tr("A coder needs a name. Type yours.")),
        ):
            if not field.text().strip():
                self.message.tell(words)
                field.setFocus()
                return
        super().accept()

    def _on_accepted(self) -> None:
        title, name = self.title.text().strip(), self.coder.text().strip()
        self.wanted.emit(title, name, self.codebook.currentData())
