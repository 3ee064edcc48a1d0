"""Which code hits of a search get, and how much around each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListView, QVBoxLayout, QWidget

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.search.search_codings import Place, Preview, Wanted
from qualcode_app.ui.code_finder import Words, find
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.item_models.rows_list import RowsList
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.code_list import CodeList
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count

SIZE_PX = (880, 520)

Ask = Callable[[Wanted, str], Preview]
Say = Callable[[Place], str]


class _Passages(RowsList[Place]):
    """The passages that get a coding; their words are read when they are shown."""

    def __init__(self, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return document and words of a passage."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._say(self.row(index.row()))
        return None


class CodeHitsDialog(Dialog):
    """Shows how many codings it will be, and of which passages, before anything is made."""

    extent_chosen = Signal(str)  # how much around each hit: answered by `take`
    wanted = Signal(object, str)  # Preview, uid of the code

    def __init__(
        self,
        theme: Theme,
        codes: Sequence[CodeRow],
        words: Words,
        n_hits: int,
        ask: Ask,
        say: Say,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self._codes = codes
        self._words = words
        self._ask = ask
        self._places: Wanted | None = None
        self._preview: Preview | None = None
        self.name_it(self.tr("Code %n hits", "", n_hits), self.tr("Make codings"))
        self.find_field = SearchField(theme, "search", self.tr("Find a code"), self)
        self.codes = CodeList(theme, self.tr("Codes"), self)
        self.extent = QComboBox(self)
        self.extent.setAccessibleName(self.tr("What is coded"))
        self.extent.addItem(self.tr("The words found"), "match")
        self.extent.addItem(self.tr("The sentence"), "sentence")
        self.extent.addItem(self.tr("The paragraph"), "paragraph")
        self.extent.setCurrentIndex(1)
        self.passages = _Passages(say, self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Passages to be coded"))
        self.list.setModel(self.passages)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(2)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told = label("", "", self)
        self.told.setWordWrap(True)
        self._lay_out()

        self.find_field.textChanged.connect(self._show_codes)
        self.find_field.moved.connect(self.codes.step)
        self.codes.marked.connect(self._show_preview)
        self.codes.chosen.connect(self._on_codes_chosen)
        self.extent.currentIndexChanged.connect(self.ask_for_places)
        self.accepted.connect(self._on_accepted)
        self._show_codes()
        self.find_field.setFocus()

    def ask_for_places(self) -> None:
        """Have the passages found that the hits stand for; until then nothing can be made."""
        self._places = None
        self._show_preview()
        self.extent_chosen.emit(self.extent.currentData())

    def take(self, places: Wanted) -> None:
        """Show what coding these passages would do, if they are still those asked for."""
        if places.extent == self.extent.currentData():
            self._places = places
            self._show_preview()

    # Inside

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(label(self.tr("Code"), "strong", self))
        left.addWidget(self.find_field)
        left.addWidget(self.codes, 1)
        right.addWidget(label(self.tr("What is coded"), "strong", self))
        right.addWidget(self.extent)
        right.addWidget(self.list, 1)
        halves = QHBoxLayout()
        halves.setSpacing(self.theme.space("l"))
        for half in (left, right):
            half.setSpacing(self.theme.space("s"))
            halves.addLayout(half, 1)
        self.content.addLayout(halves, 1)
        self.content.addWidget(self.told)
        self.take_room(*SIZE_PX)

    def _show_codes(self) -> None:
        typed = self.find_field.text()
        found = find(self._codes, typed, self._words) if typed.strip() else self._codes
        self.codes.show_codes(found)
        self._show_preview()

    def _show_preview(self) -> None:
        uid, places = self.codes.marked_uid(), self._places
        self._preview = self._ask(places, uid) if uid and places is not None else None
        shown = self._preview.places if self._preview else ()
        self.passages.put(shown)
        self.act_button.setEnabled(bool(shown))
        self.act_button.setText(self.tr("Make %n codings", "", len(shown)))
        if not uid:
            self.told.setText(self.tr("No code is called so."))
        elif self._preview is None:
            self.told.setText(self.tr("Looking up the passages…"))
        else:
            self.told.setText(self._said(self._preview))

    def _said(self, preview: Preview) -> str:
        told = self.tr("{hits} hits become {new} codings in {documents} documents.").format(
            hits=count(preview.n_hits),
            new=count(len(preview.places)),
            documents=count(preview.n_documents),
        )
        if preview.n_there:
            there = self.tr("%n places have this code already.", "", preview.n_there)
            told = f"{told} {there}"
        return told

    def _on_codes_chosen(self) -> None:
        if self.act_button.isEnabled():
            self.accept()

    def _on_accepted(self) -> None:
        if self._preview is not None:
            self.wanted.emit(self._preview, self.codes.marked_uid())
