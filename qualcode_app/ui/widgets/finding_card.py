"""One finding in full: its sentence to write, then and now, and what contradicts it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.services.claims.contradiction import Contradiction
from qualcode_app.services.claims.recheck import Checked, State
from qualcode_app.services.claims.results import Result
from qualcode_app.ui import finding_words as words
from qualcode_app.ui.item_models.contradictions_list import ContradictionsList
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets.contradiction_delegate import ContradictionDelegate
from qualcode_app.ui.widgets.row_list import RowList
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import date, error_sentence

SENTENCE_LINES = 4
LEAST_PX = 160  # of the contradictions; what does not fit is scrolled


class FindingCard(QWidget):
    """Shows a finding; tells when other words, what is found now, or its end are wanted."""

    reword_requested = Signal(str)
    confirm_requested = Signal(str)  # the sentence of what is found now
    remove_requested = Signal()
    memo_requested = Signal()
    side_chosen = Signal(object)  # Side
    claim_wanted = Signal(str)  # uid of the finding of a side

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: Checked | None = None
        self.state = label("", "strong", self)
        self.kept = label("", "muted", self)
        self.sentence = QPlainTextEdit(self)
        self.sentence.setAccessibleName(self.tr("Sentence of the finding"))
        self.sentence.setTabChangesFocus(True)
        self.language = boxes.box(self.tr("Language of what was found"), self)
        boxes.offer(self.language, [("Nederlands", "nl"), ("English", "en")])
        boxes.choose(self.language, language_code())
        self.then = _text(self)
        self.now = _text(self)
        self.moves = _text(self)
        self.now_head = label(self.tr("Found now"), "muted", self)
        self.reword_button = QPushButton(self.tr("Keep this wording"), self)
        self.confirm_button = QPushButton(self.tr("Keep what is found now"), self)
        self.memo_button = QPushButton(self.tr("Memo…"), self)
        self.memos = _text(self)
        self.remove_button = QPushButton(self.tr("Remove finding"), self)
        self.clashes_head = label("", "muted", self)
        self.model = ContradictionsList(self)
        self.clashes = RowList(self.tr("Contradictions"), self)
        self.clashes.take(self.model, ContradictionDelegate(theme, self.clashes), theme)
        self.clashes.setMinimumHeight(LEAST_PX)
        self._lay_out(theme)
        self.sentence.textChanged.connect(self._on_sentence_changed)
        self.language.currentIndexChanged.connect(self._show_found)
        self.reword_button.clicked.connect(self._on_reword_clicked)
        self.confirm_button.clicked.connect(self._on_confirm_clicked)
        self.memo_button.clicked.connect(self.memo_requested)
        self.remove_button.clicked.connect(self.remove_requested)
        self.clashes.selectionModel().currentChanged.connect(self._on_clashes_current_changed)
        self.clashes.activated.connect(self._on_clashes_activated)

    def show_finding(self, row: Checked | None, found: Sequence[Contradiction]) -> None:
        """Show a finding with its contradictions, or without one those of the whole project.

        Words that are being typed stay when the same finding is shown anew.
        """
        same = self.row is not None and row is not None and self.row.claim == row.claim
        self.row = row
        self._about.setVisible(row is not None)
        self.clashes_head.setText(words.count_words(len(found)) if found else self._no_clash())
        self.clashes.setVisible(bool(found))
        self.model.show_found(found)
        if row is None:
            return
        self.state.setText(f"{words.SIGNS[row.state]} {words.state_words(row.state)}")
        told = self.tr("kept by {coder} on {day}")
        day = date(row.claim.kept_at) if row.claim.kept_at else "–"
        self.kept.setText(told.format(coder=row.claim.coder_name or "–", day=day))
        if not same:
            with QSignalBlocker(self.sentence):
                self.sentence.setPlainText(words.sentence(row))
        self.sentence.setReadOnly(row.claim.is_search)
        for button in (self.remove_button, self.memo_button):
            button.setVisible(not row.claim.is_search)
        self.memos.setText("\n".join(row.claim.memos))
        self.memos.setVisible(bool(row.claim.memos))
        self._show_found()
        self._on_sentence_changed()

    # Inside

    def _lay_out(self, theme: Theme) -> None:
        self.sentence.setFixedHeight(
            SENTENCE_LINES * self.sentence.fontMetrics().lineSpacing() + 16
        )
        self._about = QWidget(self)
        column = QVBoxLayout(self._about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space("s"))
        column.addLayout(_row(self.state, self.kept))
        column.addWidget(self.sentence)
        column.addLayout(_row(self.reword_button, self.memo_button, self.remove_button))
        column.addWidget(self.memos)
        column.addLayout(_row(label(self.tr("Found then"), "muted", self), self.language))
        column.addWidget(self.then)
        column.addWidget(self.now_head)
        column.addWidget(self.now)
        column.addWidget(self.moves)
        column.addLayout(_row(self.confirm_button))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(theme.space("s"))
        whole.addWidget(self._about)
        whole.addWidget(self.clashes_head)
        whole.addWidget(self.clashes, 1)
        whole.addStretch(0)

    def _no_clash(self) -> str:
        return self.tr("Nothing contradicts it.") if self.row else self.tr("No contradictions.")

    def _show_found(self) -> None:
        row = self.row
        if row is None:
            return
        self.then.setText(self._said(row.claim.result))
        now = self._said(row.now)
        if row.reason is not None:
            now = error_sentence(row.reason)
        elif row.now is None:
            now = self.tr("A newer version of the program kept this finding. Open it there.")
        self.now.setText(now)
        is_other = now != self.then.text()
        self.now_head.setVisible(is_other)
        self.now.setVisible(is_other)
        told = words.changes(row)
        self.moves.setText("\n".join(told))
        self.moves.setVisible(bool(told))
        can = row.now is not None and row.state != State.TRUE and not row.claim.is_search
        self.confirm_button.setVisible(can)

    def _said(self, found: Result | None) -> str:
        if found is None:
            return ""
        dutch, english = found.said.label_nl, found.said.label_en
        return dutch if self.language.currentData() == "nl" else english

    def _typed(self) -> str:
        return " ".join(self.sentence.toPlainText().split())

    def _on_sentence_changed(self) -> None:
        row = self.row
        is_other = row is not None and self._typed() != words.sentence(row)
        self.reword_button.setEnabled(is_other and bool(self._typed()))
        self.reword_button.setVisible(row is not None and not row.claim.is_search)

    def _on_reword_clicked(self) -> None:
        self.reword_requested.emit(self._typed())

    def _on_confirm_clicked(self) -> None:
        if self.row is not None:
            self.confirm_requested.emit(self._said(self.row.now))

    def _on_clashes_current_changed(self, index: QModelIndex) -> None:
        side = self.model.row(index.row()).side if index.isValid() else None
        if side is not None:
            self.side_chosen.emit(side)

    def _on_clashes_activated(self, index: QModelIndex) -> None:
        side = self.model.row(index.row()).side
        if side is not None and side.claim_uid:
            self.claim_wanted.emit(side.claim_uid)


def _text(parent: QWidget) -> QLabel:
    made = label("", "", parent)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _row(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets from the left; a box of choices goes to the right."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if isinstance(widget, QComboBox):
            row.addStretch(1)
        row.addWidget(widget)
    if not isinstance(widgets[-1], QComboBox):
        row.addStretch(1)
    return row
