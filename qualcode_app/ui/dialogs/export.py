"""What is exported, and how."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.export_wish import What
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label


class ExportDialog(Dialog):
    """Asks what goes into the file; where it goes is asked afterwards."""

    wanted = Signal(object, bool)  # What, whether csv is written exactly as it is

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Export"), self.tr("Choose where it goes…"))
        self.choices = QButtonGroup(self)
        for number, (_, name, says) in enumerate(self._offers()):
            button = QRadioButton(name, self)
            button.setAccessibleDescription(says)
            button.setChecked(number == 0)
            self.choices.addButton(button, number)
            self.content.addWidget(button)
            hint = label(says, "caption", self)
            hint.setWordWrap(True)
            hint.setContentsMargins(26, 0, 0, theme.space("s"))
            self.content.addWidget(hint)
        self.exact = QCheckBox(self.tr("Write csv exactly as it is"), self)
        self.exact.setEnabled(False)
        self.exact_hint = label(
            self.tr(
                "For other programs. Otherwise text that begins with =, +, - or @ is marked, so "
                "that a spreadsheet shows it and does not compute it."
            ),
            "caption",
            self,
        )
        self.exact_hint.setWordWrap(True)
        self.exact_hint.setContentsMargins(26, 0, 0, 0)
        self.content.addWidget(self.exact)
        self.content.addWidget(self.exact_hint)
        self.content.addStretch(1)
        self.setMinimumWidth(480)
        self.choices.idToggled.connect(self._on_choices_toggled)
        self.accepted.connect(self._on_accepted)

    def _offers(self) -> tuple[tuple[What, str, str], ...]:
        return (
            (
                What.WORKBOOK,
                self.tr("Spreadsheet (.xlsx)"),
                self.tr("Coded segments, agreement and method, one sheet each."),
            ),
            (
                What.SEGMENTS,
                self.tr("Coded segments (.csv)"),
                self.tr("One row per coding: document, page, code, coder, quote, memo, time."),
            ),
            (
                What.AGREEMENT,
                self.tr("Agreement table (.csv)"),
                self.tr("One row per code: alpha, F1, percent, kappa, spans, documents."),
            ),
            (
                What.AGREEMENT_WORKBOOK,
                self.tr("Agreement, all figures (.xlsx)"),
                self.tr("Per code, pair and document, confusion, drift and method."),
            ),
            (
                What.AGREEMENT_PAGE,
                self.tr("Agreement, all figures (.html)"),
                self.tr("The same on one page, with the intervals drawn."),
            ),
            (
                What.AGREEMENT_MATRIX,
                self.tr("Agreement data for R (.csv)"),
                self.tr("What every coder marked, so that others can compute the figures again."),
            ),
        )

    def _what(self) -> What:
        return self._offers()[self.choices.checkedId()][0]

    def _on_choices_toggled(self) -> None:
        self.exact.setEnabled(self._what() in (What.SEGMENTS, What.AGREEMENT))

    def _on_accepted(self) -> None:
        self.wanted.emit(self._what(), self.exact.isEnabled() and self.exact.isChecked())
