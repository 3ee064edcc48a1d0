"""An outcome of one's own: codes, words and facets that no coder has just so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.domain.anchors import TextAnchor, trimmed
from qualcode_app.domain.errors import InvalidAnchor
from qualcode_app.services.adjudication.decisions import Draft
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui.adjudication_words import area_words
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.fields import name_control
from qualcode_app.ui.widgets.segments import SegmentGroup, SegmentWords
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import in_language
from qualcode_app.ui.wording import label as label_of

LIST_PX = 96


class OutcomeEditor(QWidget):
    """Lists the codings of the outcome; the ticked ones are kept."""

    kept = Signal(object)  # tuple of Draft
    given_up = Signal()

    def __init__(self, book: FacetBook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._theme = theme
        self._codes: Mapping[str, CodeRow] = {}
        self._drafts: list[Draft] = []
        self._text = ""
        self.list = QListWidget(self)
        self.list.setProperty("kind", "outcome")
        self.list.setFixedHeight(LIST_PX)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Codings of the outcome"))
        self.code = QComboBox(self)
        self.code.setEditable(True)
        name_control(self.code, self.tr("Code"))
        self.code.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.code.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.words = label("", "muted", self)
        self.words.setWordWrap(True)
        words = self.tr("Select other words on the page to change them.")
        self.hint = label(words, "caption", self)
        self._facets = QVBoxLayout()
        self.add_button = QPushButton(self.tr("Add a coding"), self)
        self.keep_button = QPushButton(self.tr("Keep"), self)
        self.keep_button.setProperty("kind", "primary")
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_current())
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.code.activated.connect(self._on_code_activated)
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.keep_button.clicked.connect(lambda: self.kept.emit(self.drafts()))
        self.cancel_button.clicked.connect(self.given_up)

    def begin(
        self,
        drafts: Sequence[Draft],
        ticked: int,
        codes: Mapping[str, CodeRow],
        text: str,
    ) -> None:
        """Start from what there is.

        Args:
            drafts: What the coders say, each once.
            ticked: How many of them, from the first, belong to the outcome so far.
            codes: All codes by uid.
            text: The text of the document.
        """
        self._codes, self._text = codes, text
        self._drafts = list(drafts)
        self.code.clear()
        for row in codes.values():
            if not row.is_retired:
                self.code.addItem(f"{row.key}  {label_of(row)}", row.uid)
        finder = QCompleter(self.code.model(), self.code)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.code.setCompleter(finder)
        self.list.blockSignals(True)  # filling it ticks nothing
        self.list.clear()
        for number, draft in enumerate(self._drafts):
            self._add_item(draft, is_ticked=number < ticked)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self._show_current()
        self._tell()

    def drafts(self) -> tuple[Draft, ...]:
        """Return the codings that are ticked."""
        return tuple(
            draft
            for number, draft in enumerate(self._drafts)
            if self.list.item(number).checkState() is Qt.CheckState.Checked
        )

    def take_words(self, anchor: TextAnchor | None) -> None:
        """Let the marked coding cover other words."""
        at = self.list.currentRow()
        if anchor is None or at < 0 or self._drafts[at].area is not None:
            return  # an area keeps its place: the one of a coder is taken
        try:
            inner = trimmed(self._text, anchor.start, anchor.end)
        except InvalidAnchor:
            return  # white space only: the coding stays where it was
        self._change(replace(self._drafts[at], anchor=inner))

    # Inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(self._theme.space("s"))
        column.addWidget(label(self.tr("Ticked codings are the outcome"), "strong", self))
        column.addWidget(self.list)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.code)
        column.addWidget(self.words)
        self.hint.setWordWrap(True)
        column.addWidget(self.hint)
        column.addLayout(self._facets)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.keep_button)
        column.addLayout(row)

    def _add_item(self, draft: Draft, *, is_ticked: bool) -> None:
        item = QListWidgetItem(self._named(draft), self.list)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)

    def _named(self, draft: Draft) -> str:
        row = self._codes.get(draft.code_uid)
        return f"{row.key if row else '?'}  {self._quote(draft)}"

    def _quote(self, draft: Draft) -> str:
        if draft.area is not None:
            return area_words(draft.area)
        return " ".join(self._text[draft.anchor.start : draft.anchor.end].split())

    def _show_current(self) -> None:
        at = self.list.currentRow()
        while (item := self._facets.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not 0 <= at < len(self._drafts):
            return
        draft = self._drafts[at]
        self.code.setCurrentIndex(self.code.findData(draft.code_uid))
        quote = self._quote(draft)
        self.words.setText(quote if draft.area is not None else f"“{quote}”")
        self.hint.setVisible(draft.area is None)
        for question in self._book.questions(draft):
            if not question.options:
                continue
            facet = question.facet
            name = self._book.name(facet)
            words = tuple(
                SegmentWords(
                    option.key,
                    self._book.option_words(option, draft.code_uid),
                    "",
                    in_language(option.wording_nl, option.wording_en),
                    option.key in question.chosen_keys,
                )
                for option in question.options
            )
            group = SegmentGroup(self._theme, name, words, self)
            group.chosen.connect(
                lambda key, facet=facet: self._change(
                    replace(draft, values=self._book.toggled(draft, facet, key))
                )
            )
            self._facets.addWidget(label(name, "caption", self))
            self._facets.addWidget(group)

    def _change(self, draft: Draft) -> None:
        at = self.list.currentRow()
        self._drafts[at] = draft
        self.list.item(at).setText(self._named(draft))
        self.list.item(at).setCheckState(Qt.CheckState.Checked)
        self._show_current()

    def _tell(self) -> None:
        self.keep_button.setEnabled(bool(self.drafts()))

    def _on_code_activated(self, number: int) -> None:
        at = self.list.currentRow()
        uid = self.code.itemData(number)
        if at >= 0 and uid and uid != self._drafts[at].code_uid:
            draft = replace(self._drafts[at], code_uid=uid)
            self._change(replace(draft, values=self._book.fitting(draft)))

    def _on_add_button_clicked(self) -> None:
        at = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self._drafts.append(self._drafts[at])
        self._add_item(self._drafts[-1], is_ticked=True)
        self.list.blockSignals(False)
        self.list.setCurrentRow(len(self._drafts) - 1)
