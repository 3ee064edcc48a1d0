"""Which code hits of a search get, and how much around each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.search.search_codings import Extent, Preview
from qualcode_app.ui.code_finder import Words, find
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.code_list import CodeList
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count

LIST_PX = 220

Ask = Callable[[str, Extent], Preview]


class CodeHitsDialog(Dialog):
    """Says how many codings it will be before anything is made."""

    wanted = Signal(object, str)  # Preview, uid of the code

    def __init__(
        self,
        theme: Theme,
        codes: Sequence[CodeRow],
        words: Words,
        n_hits: int,
        ask: Ask,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self._codes = codes
        self._words = words
        self._ask = ask
        self._preview: Preview | None = None
        self.name_it(self.tr("Code %n hits", "", n_hits), self.tr("Make codings"))
        self.find_field = SearchField(theme, "search", self.tr("Find a code"), self)
        self.codes = CodeList(theme, self.tr("Codes"), self)
        self.codes.setMinimumHeight(LIST_PX)
        self.extent = QComboBox(self)
        self.extent.addItem(self.tr("The words found"), "match")
        self.extent.addItem(self.tr("The sentence"), "sentence")
        self.extent.addItem(self.tr("The paragraph"), "paragraph")
        self.extent.setCurrentIndex(1)
        self.told = label("", "", self)
        self.told.setWordWrap(True)
        self.content.addWidget(label(self.tr("Code"), "strong", self))
        self.content.addWidget(self.find_field)
        self.content.addWidget(self.codes, 1)
        self.add_field(self.tr("What is coded"), self.extent)
        self.content.addWidget(self.told)
        self.be_wide(480)

        self.find_field.textChanged.connect(self._show_codes)
        self.find_field.moved.connect(self.codes.step)
        self.codes.marked.connect(self._show_preview)
        self.codes.chosen.connect(self.accept)
        self.extent.currentIndexChanged.connect(self._show_preview)
        self.accepted.connect(self._on_accepted)
        self._show_codes()
        self.find_field.setFocus()

    def _show_codes(self) -> None:
        typed = self.find_field.text()
        found = find(self._codes, typed, self._words) if typed.strip() else self._codes
        self.codes.show_codes(found)
        self._show_preview()

    def _show_preview(self) -> None:
        uid = self.codes.marked_uid()
        self._preview = self._ask(uid, self.extent.currentData()) if uid else None
        n_new = len(self._preview.new) if self._preview else 0
        self.act_button.setEnabled(n_new > 0)
        self.act_button.setText(self.tr("Make %n codings", "", n_new))
        if self._preview is None:
            self.told.setText(self.tr("No code is called so."))
            return
        told = self.tr("{hits} hits become {new} codings in {documents} documents.").format(
            hits=count(self._preview.n_hits),
            new=count(n_new),
            documents=count(self._preview.n_documents),
        )
        if self._preview.n_there:
            there = self.tr("%n places have this code already.", "", self._preview.n_there)
            told = f"{told} {there}"
        self.told.setText(told)

    def _on_accepted(self) -> None:
        if self._preview is not None and self._preview.new:
            self.wanted.emit(self._preview, self.codes.marked_uid())
