"""Whose work it is: codings to another coder, or two coders who are one person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QRadioButton, QWidget

from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.store.people import CoderRow
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme

MIN_WIDTH_PX = 460


class WhoseWork(Dialog):
    """Asks from whom to whom, and whether the two are one."""

    reassign_requested = Signal(str, str, str)  # coder before, coder after, document or ""
    join_requested = Signal(str, str)  # coder that goes, coder that stays

    def __init__(
        self,
        theme: Theme,
        people: Sequence[CoderRow],
        documents: Sequence[DocumentRow],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Whose work it is"), self.tr("Apply"))
        self.give = QRadioButton(self.tr("Give codings to another coder"), self)
        self.join = QRadioButton(self.tr("They are one person: join them under one name"), self)
        self.give.setChecked(True)
        self.before, self.after = QComboBox(self), QComboBox(self)
        for box in (self.before, self.after):
            for coder in people:
                box.addItem(coder.name, coder.uid)
        self.after.setCurrentIndex(min(1, len(people) - 1))
        self.document = QComboBox(self)
        self.document.addItem(self.tr("All documents"), "")
        for row in documents:
            self.document.addItem(row.title, row.uid)
        self.content.addWidget(self.give)
        self.content.addWidget(self.join)
        self.content.addSpacing(theme.space("s"))
        self.add_field(self.tr("From"), self.before)
        self.add_field(self.tr("To"), self.after)
        self.add_field(self.tr("In"), self.document)
        self.be_wide(MIN_WIDTH_PX)
        self.join.toggled.connect(self.document.setDisabled)
        for box in (self.before, self.after):
            box.currentIndexChanged.connect(self._look)
        self.accepted.connect(self._on_accepted)
        self._look()

    def _look(self) -> None:
        self.act_button.setEnabled(self.before.currentData() != self.after.currentData())

    def _on_accepted(self) -> None:
        before, after = self.before.currentData(), self.after.currentData()
        if self.join.isChecked():
            self.join_requested.emit(before, after)
        else:
            self.reassign_requested.emit(before, after, self.document.currentData())
