"""What is exported, and how."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.export_wish import What
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.export_options import ExportOptions, Offers
from qualcode_app.ui.widgets.words import label

Offer = tuple[What, str, str]  # its name, and what it holds


class ExportDialog(Dialog):
    """Asks what goes into the file; where it goes is asked afterwards."""

    wanted = Signal(object)  # ExportWish

    def __init__(self, theme: Theme, offers: Offers, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Export"), self.tr("Choose where it goes…"))
        self.choices = QButtonGroup(self)
        self._offers: list[Offer] = []
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(theme.space("xs"))
        for name, listed in self._groups():
            self._add_group(left, name, listed)
        left.addStretch(1)
        self.name = label("", "heading", self)
        self.says = label("", "caption", self)
        self.says.setWordWrap(True)
        self.options = ExportOptions(theme, offers, self)
        right.addWidget(self.name)
        right.addWidget(self.says)
        right.addSpacing(theme.space("s"))
        right.addWidget(self.options, 1)
        both = QHBoxLayout()
        both.setSpacing(theme.space("xl"))
        both.addLayout(left)
        both.addLayout(right, 1)
        self.content.addLayout(both)
        self.be_wide(692)
        self.take_room(740, 500)
        self.choices.idToggled.connect(self._on_choices_toggled)
        self.accepted.connect(self._on_accepted)
        self.choices.button(0).setChecked(True)

    def _add_group(self, column: QVBoxLayout, name: str, listed: tuple[Offer, ...]) -> None:
        head = label(name, "strong", self)
        head.setContentsMargins(0, 0, 0, self.theme.space("xs"))
        column.addWidget(head)
        for offer in listed:
            button = QRadioButton(offer[1], self)
            button.setAccessibleDescription(offer[2])
            self.choices.addButton(button, len(self._offers))
            self._offers.append(offer)
            column.addWidget(button)
        column.addSpacing(self.theme.space("m"))

    def _groups(self) -> tuple[tuple[str, tuple[Offer, ...]], ...]:
        tables: tuple[Offer, ...] = (
            (
                What.WORKBOOK,
                self.tr("Spreadsheet"),
                self.tr(
                    "Coded segments, matrix, values, findings, registers, agreement, codebook and "
                    "method, one sheet each; what there is nothing of is left out."
                ),
            ),
            (
                What.TABLE,
                self.tr("One table (.csv)"),
                self.tr("For statistics and other programs, with texts in full length."),
            ),
        )
        other: tuple[Offer, ...] = (
            (
                What.REPORT,
                self.tr("Report"),
                self.tr(
                    "A chapter per theme: a chart, a table, findings, and cited quotations below "
                    "each code."
                ),
            ),
            (
                What.PDFS,
                self.tr("PDFs with highlights"),
                self.tr(
                    "Every coding as a highlight with its code, coder and note, as Acrobat, Okular "
                    "and browsers show it. The PDFs go into a folder of your choice."
                ),
            ),
            (
                What.ARCHIVE,
                self.tr("Archive (.qualcode)"),
                self.tr(
                    "A project to keep or share: coders by number, no PDFs, no history. Names of "
                    "coders are also replaced in notes; read these before you share the file."
                ),
            ),
        )
        return (
            (self.tr("Tables"), tables),
            (self.tr("To read and to keep"), other),
            (self.tr("Agreement"), self._of_agreement()),
        )

    def _of_agreement(self) -> tuple[Offer, ...]:
        return (
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

    def _on_choices_toggled(self) -> None:
        what, name, says = self._offers[self.choices.checkedId()]
        self.name.setText(name)
        self.says.setText(says)
        self.options.show_for(what)

    def _on_accepted(self) -> None:
        self.wanted.emit(self.options.wish(self._offers[self.choices.checkedId()][0]))
