"""The codings to review after codes were changed: one at a time, beside the page."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QPushButton, QWidget

from qualcode_app.services.codebook.code_review import ReviewRow
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count
from qualcode_app.ui.wording import label as code_label

QUOTE_CHARS = 90


class CodeReview(Dialog):
    """Leads through them; stays open beside the page."""

    shown = Signal(object)  # ReviewRow to go to
    kept = Signal(object)  # ReviewRow that is right as it is
    recoded = Signal(object, str)  # ReviewRow, uid of its new code

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.name_it(self.tr("Codings to review"))
        self._codes: dict[str, CodeRow] = {}
        self._rows: list[ReviewRow] = []
        self.says = label("", "muted", self)
        self.says.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Codings to review"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.code = QComboBox(self)
        self.code.setAccessibleName(self.tr("Other code"))
        self.keep_button = QPushButton(self.tr("&Keep"), self)
        self.recode_button = QPushButton(self.tr("&Give the other code"), self)
        self.next_button = QPushButton(self.tr("&Next"), self)
        row = QHBoxLayout()
        for widget in (self.keep_button, self.recode_button, self.code, self.next_button):
            row.addWidget(widget)
        self.content.addWidget(self.says)
        self.content.addWidget(self.list, 1)
        self.content.addLayout(row)
        self.take_room(680, 460)
        self.list.currentRowChanged.connect(self._on_list_row_changed)
        self.keep_button.clicked.connect(lambda: self._tell(self.kept.emit))
        self.recode_button.clicked.connect(
            lambda: self._tell(lambda one: self.recoded.emit(one, self.code.currentData()))
        )
        self.next_button.clicked.connect(self._step)

    def show_rows(self, rows: Sequence[ReviewRow], codes: Sequence[CodeRow]) -> None:
        """Show what is left to review, and what it may be recoded to; the marked place stays."""
        self._codes = {row.uid: row for row in codes}
        at = max(0, self.list.currentRow())
        self._rows = list(rows)
        self.list.blockSignals(True)
        self.list.clear()
        for one in rows:
            self.list.addItem(self._said(one))
        self.list.blockSignals(False)
        self.says.setText(
            self.tr("{n} codings were made with a code that has changed since.").format(
                n=count(len(rows))
            )
            if rows
            else self.tr("Nothing is left to review.")
        )
        for button in (self.keep_button, self.recode_button, self.code, self.next_button):
            button.setEnabled(bool(rows))
        if rows:
            self.list.setCurrentRow(min(at, len(rows) - 1))

    def _on_list_row_changed(self, at: int) -> None:
        if not 0 <= at < len(self._rows):
            return
        one = self._rows[at]
        first = [self._codes[uid] for uid in one.successors if uid in self._codes]
        others = [row for row in self._codes.values() if row.uid not in one.successors]
        self.code.clear()
        for row in (*first, *others):
            if row.uid != one.code_uid:
                self.code.addItem(f"{row.key} {code_label(row)}", row.uid)
        self.shown.emit(one)

    def _said(self, one: ReviewRow) -> str:
        """Return what a coding is, why it is to be reviewed, and its first words."""
        quote = shorten(one.quote, QUOTE_CHARS, placeholder="…") or self.tr("an area")
        what = [self._why(one), f"{one.coder_name}, {one.document_title}"]
        if one.was_key != one.code_key:
            what.insert(0, one.code_key)
        return f"{'   '.join(what)}\n“{quote}”"

    def _tell(self, send: object) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._rows) and callable(send):
            send(self._rows[at])

    def _step(self) -> None:
        if self._rows:
            self.list.setCurrentRow((self.list.currentRow() + 1) % len(self._rows))

    def _why(self, one: ReviewRow) -> str:
        words = {
            "merge": self.tr("was {key}, merged"),
            "split": self.tr("{key} was split"),
            "redefine": self.tr("{key} was redefined"),
            "retire": self.tr("{key} was retired"),
        }
        return words[one.reason].format(key=one.was_key)
