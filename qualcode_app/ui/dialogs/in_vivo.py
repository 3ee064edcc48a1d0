"""What an in-vivo code needs to know: its name, and under which family it goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.coding.in_vivo import LABEL_MAX_CHARS
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import label as label_of


class InVivoDialog(Dialog):
    """Offers the selected words as the name of a new code."""

    wanted = Signal(str, str)  # uid of the family, name of the code

    def __init__(
        self,
        theme: Theme,
        words: str,
        families: Sequence[CodeRow],
        family_uid: str,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Make a code of the words"), self.tr("Make the code"))
        self.label = QLineEdit(" ".join(words.split())[:LABEL_MAX_CHARS], self)
        self.label.setMaxLength(LABEL_MAX_CHARS)
        self.family = QComboBox(self)
        for row in families:
            self.family.addItem(f"{row.key}  {label_of(row)}", row.uid)
        self.family.setCurrentIndex(max(0, self.family.findData(family_uid)))
        self.add_field(self.tr("Name of the code"), self.label)
        self.add_field(
            self.tr("Family"),
            self.family,
            self.tr("The code is a draft: describe it in the codebook later."),
        )
        self.content.addStretch(1)
        self.be_wide(460)
        self.accepted.connect(self._on_accepted)
        self.label.selectAll()
        self.label.setFocus()

    def accept(self) -> None:
        """Check that there is a name."""
        if not self.label.text().strip():
            self.message.tell(self.tr("A code needs a name. Type one."))
            self.label.setFocus()
            return
        super().accept()

    def _on_accepted(self) -> None:
        self.wanted.emit(self.family.currentData(), self.label.text().strip())
