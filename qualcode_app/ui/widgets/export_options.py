"""What can be chosen of each kind of export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from qualcode_app.domain.export_terms import SHEETS
from qualcode_app.domain.terms import heading
from qualcode_app.ui.export_wish import ExportWish, What
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.fields import number_box
from qualcode_app.ui.widgets.words import label

Rows = Sequence[tuple[str, str]]  # what is shown, and its value


@dataclass(frozen=True, slots=True)
class Offers:
    """What a project has to choose from, each with the words shown."""

    themes: Rows = ()
    coders: Rows = ()
    documents: Rows = ()


class ExportOptions(QWidget):
    """Shows the choices that belong to one kind of export, and no others."""

    def __init__(self, theme: Theme, offers: Offers, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.space("xs"))
        self._shown_for: list[tuple[QWidget, frozenset[What]]] = []
        csv = frozenset({What.TABLE, What.AGREEMENT})
        workbook, report = frozenset({What.WORKBOOK}), frozenset({What.REPORT})
        pdfs = frozenset({What.PDFS})
        self.format = self._box(self.tr("Kind of file"), (), workbook | report)
        self.with_pdfs = self._check(
            self.tr("Marked PDFs beside it"),
            self.tr("A folder with the PDFs; every coded segment links to its page in them."),
            workbook,
        )
        tables = [(heading(title, language_code()), key) for key, title in SHEETS.items()]
        self.table = self._box(self.tr("Table"), tables, frozenset({What.TABLE}))
        separators = (
            (self.tr("Dutch: semicolons, decimal commas"), "dutch"),
            (self.tr("International: commas, decimal points"), "international"),
        )
        self.separators = self._box(self.tr("Separators"), separators, csv)
        self.separators.setCurrentIndex(0 if language_code() == "nl" else 1)
        self.exact = self._check(
            self.tr("Write csv exactly as it is"),
            self.tr(
                "For other programs. Otherwise text that begins with =, +, - or @ is marked, so "
                "that a spreadsheet shows it and does not compute it."
            ),
            csv,
        )
        every_theme = (self.tr("All that are coded"), "")
        self.theme = self._box(self.tr("Themes"), (every_theme, *offers.themes), report)
        self.n_quotes = number_box(self, 0, 50, 3)
        self._add(self.tr("Quotations below each code"), self.n_quotes, report)
        every_document = (self.tr("All documents"), "")
        self.document = self._box(self.tr("Documents"), (every_document, *offers.documents), pdfs)
        every_coder = (self.tr("All coders"), "")
        self.coder = self._box(self.tr("Codings of"), (every_coder, *offers.coders), pdfs)
        self.column.addStretch(1)

    def show_for(self, what: What) -> None:
        """Show the choices of one kind of export."""
        for widget, kinds in self._shown_for:
            widget.setVisible(what in kinds)
        self.format.clear()
        for suffix in what.suffixes:
            self.format.addItem(self._format_names().get(suffix, suffix), suffix)

    def wish(self, what: What) -> ExportWish:
        """Return what is chosen for one kind of export."""
        return ExportWish(
            what,
            str(self.format.currentData() or ""),
            str(self.table.currentData()),
            dutch_csv=self.separators.currentData() == "dutch",
            exact_csv=self.exact.isVisibleTo(self) and self.exact.isChecked(),
            with_pdfs=self.with_pdfs.isChecked(),
            theme=str(self.theme.currentData()),
            n_quotes=self.n_quotes.value(),
            coder_uid=str(self.coder.currentData()),
            document_uid=str(self.document.currentData()),
        )

    def _format_names(self) -> dict[str, str]:
        return {
            ".xlsx": self.tr("Excel (.xlsx)"),
            ".ods": self.tr("OpenDocument (.ods)"),
            ".docx": self.tr("Text document (.docx)"),
            ".html": self.tr("Web page (.html)"),
        }

    def _box(self, name: str, rows: Rows, kinds: frozenset[What]) -> QComboBox:
        made = QComboBox(self)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(24)
        for words, value in rows:
            made.addItem(words, value)
        self._add(name, made, kinds)
        return made

    def _add(self, name: str, field: QWidget, kinds: frozenset[What]) -> None:
        words = label(name, "strong", self)
        words.setContentsMargins(0, self._theme.space("s"), 0, 0)
        words.setBuddy(field)
        field.setAccessibleName(name)
        self._place(words, kinds)
        self._place(field, kinds)

    def _check(self, name: str, says: str, kinds: frozenset[What]) -> QCheckBox:
        made = QCheckBox(name, self)
        made.setAccessibleDescription(says)
        hint = label(says, "caption", self)
        hint.setWordWrap(True)
        hint.setContentsMargins(self._theme.space("l"), 0, 0, self._theme.space("s"))
        self._place(made, kinds)
        self._place(hint, kinds)
        return made

    def _place(self, widget: QWidget, kinds: frozenset[What]) -> None:
        self.column.addWidget(widget)
        self._shown_for.append((widget, kinds))
