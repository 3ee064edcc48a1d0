"""A new attribute: its name, of what, which kind of value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from qualcode_app.services.cases.case_rows import AttributeKind, Owner
from qualcode_app.ui import corpus_words
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme

WIDTH_PX = 420


@dataclass(frozen=True, slots=True)
class NewAttribute:
    """What was typed."""

    title: str
    kind: AttributeKind
    of: Owner
    many: bool
    unit: str


class NewAttributeDialog(Dialog):
    """Asks what the attribute is called and what it holds."""

    wanted = Signal(object)  # NewAttribute

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("new_attribute")
        self.name_it(self.tr("A new attribute"), self.tr("Add the attribute"))
        self.title = QLineEdit(self)
        self.of = QComboBox(self)
        self.of.addItem(self.tr("Cases: the same in every wave"), "case")
        self.of.addItem(self.tr("Documents: one value per wave"), "document")
        self.kind = QComboBox(self)
        for kind in ("text", "number", "date", "truth"):
            self.kind.addItem(corpus_words.kind_name(kind), kind)
        self.unit = QLineEdit(self)
        self.many = QCheckBox(self.tr("Several values at once, such as parties"), self)
        self.add_field(self.tr("Name"), self.title)
        self.add_field(self.tr("Of"), self.of)
        self.add_field(self.tr("Kind"), self.kind)
        self.add_field(self.tr("Unit"), self.unit, self.tr("Such as inhabitants; may stay empty."))
        self.content.addWidget(self.many)
        self.be_wide(WIDTH_PX)
        self.title.setFocus()

    def accept(self) -> None:
        """Tell what was typed; a missing name is said here."""
        if not self.title.text().strip():
            self.message.tell(self.tr("An attribute needs a name. Type one."))
            self.title.setFocus()
            return
        new = NewAttribute(
            self.title.text().strip(),
            self.kind.currentData(),
            self.of.currentData(),
            self.many.isChecked(),
            self.unit.text().strip(),
        )
        self.wanted.emit(new)
        super().accept()
