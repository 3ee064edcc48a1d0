"""A small editor: when one code is meant and when the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from qualcode_app.services.codebook.boundaries import BoundaryRule
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import label as code_label

FIELD_PX = 64


class BoundaryRuleDialog(Dialog):
    """Asks for a rule about two codes; it goes into both."""

    wanted = Signal(object)  # BoundaryRule

    def __init__(
        self, theme: Theme, codes: Sequence[CodeRow], one_uid: str, other_uid: str, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._codes = {row.uid: row for row in codes}
        self._one = self._codes[one_uid]
        self.name_it(
            self.tr("Write a boundary rule for {one}").format(one=self._one.key),
            self.tr("Write in both codes"),
        )
        self.other = QComboBox(self)
        for row in codes:
            if row.uid != one_uid:
                self.other.addItem(f"{row.key} {code_label(row)}", row.uid)
        self.add_field(self.tr("Other code"), self.other)
        self.known = label("", "muted", self)
        self.known.setWordWrap(True)
        self.content.addWidget(self.known)
        self.not_one = self._field()
        self.not_other = self._field()
        self.add_field(
            self.tr("Not {one} when").format(one=self._one.key),
            self.not_one,
            self.tr("Then the other code is meant."),
        )
        self.add_field(
            self.tr("Not the other code when"),
            self.not_other,
            self.tr("Then {one} is meant.").format(one=self._one.key),
        )
        self.be_wide(560)
        at = self.other.findData(other_uid)
        self.other.setCurrentIndex(max(0, at))
        self.other.currentIndexChanged.connect(self._show_known)
        self._show_known()

    def accept(self) -> None:
        """Send the rule; an empty one is refused here."""
        rule = BoundaryRule(
            self._one.uid,
            str(self.other.currentData()),
            self.not_one.toPlainText(),
            self.not_other.toPlainText(),
        )
        if not (rule.not_one_when.strip() or rule.not_other_when.strip()):
            self.message.tell(self.tr("Say when which of the two codes is meant."), "info")
            return
        self.wanted.emit(rule)
        super().accept()

    def _field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        field.setFixedHeight(FIELD_PX)
        return field

    def _show_known(self) -> None:
        """Show what both codes say already."""
        other = self._codes[str(self.other.currentData())]
        lines = [f"{row.key}: {said}" for row in (self._one, other) for said in row.not_when]
        self.known.setText("\n".join(lines))
        self.known.setVisible(bool(lines))
