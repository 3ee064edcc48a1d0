"""What a cell or an answer rests on, with the way to the page and the sentence to copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.services.analysis.behind import Row
from qualcode_app.services.analysis.evidence import Passage
from qualcode_app.services.coding.relations import KINDS, RelationKind
from qualcode_app.ui.item_models.evidence_list import EvidenceList, relation_names
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets.evidence_delegate import EvidenceDelegate
from qualcode_app.ui.widgets.marks_bar import MarksBar
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.row_list import RowList
from qualcode_app.ui.widgets.words import ElidedLabel, Ground, label
from qualcode_app.ui.wording import count

SHOWN = 700  # characters of a sentence that are shown; the whole of it is copied


class EvidencePanel(Region):
    """Lists passages; tells which one is to be seen on its page, cited, or related."""

    page_requested = Signal(object)  # Passage
    cite_requested = Signal(object)  # Passage
    relation_requested = Signal(object, str)  # Passage, kind of relation
    role_requested = Signal(object, str)  # Passage, what to pick it as; empty for nothing
    keep_requested = Signal(str)  # the sentence
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Evidence"))
        self._theme = theme
        self._sentences: dict[str, str] = {}
        self.title = ElidedLabel("", "title", self)
        self.figure = ElidedLabel("", "muted", self)
        self.nothing = label("", "empty", self)
        self.nothing.setWordWrap(True)
        self.model = EvidenceList(self)
        self.list = RowList(self.tr("Passages"), self)
        self.page_button = QPushButton(self.tr("To the page"), self)
        self.page_button.setProperty("kind", "primary")
        self.cite_button = QPushButton(self.tr("Copy quotation"), self)
        self.relations = QWidget(self)
        self.relation_buttons: dict[RelationKind, QPushButton] = {}
        self.sentence = label("", "", self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.language = boxes.box(self.tr("Language of the sentence"), self)
        boxes.offer(self.language, [("Nederlands", "nl"), ("English", "en")])
        boxes.choose(self.language, language_code())
        self.copy_button = QPushButton(self.tr("Copy sentence"), self)
        self.keep_button = QPushButton(self.tr("Keep as finding"), self)
        self.keep_button.setToolTip(self.tr("Keep the sentence with its question (F)"))
        self.marks = MarksBar(self)
        self.list.take(self.model, EvidenceDelegate(theme, self.list), theme)
        self._lay_out()
        self._connect()
        self.ask_for_choice()

    def ask_for_choice(self) -> None:
        """Show nothing, and say how to get evidence."""
        self.show_head("", "")
        self.show_sentences({})
        self.offer_marks(offered=False)
        self.show_rows((), 0, self.tr("Choose a cell to see the passages behind it."))

    def show_head(self, title: str, figure: str) -> None:
        """Name what the evidence belongs to."""
        self.head.setVisible(bool(title))
        self.title.setText(title)
        self.figure.setText(figure)

    def show_rows(self, rows: Sequence[Row], n_all: int, nothing: str) -> None:
        """List evidence, or say why there is none."""
        self.model.put(rows)
        has_passage = any(isinstance(row, Passage) for row in rows)
        self.nothing.setText(nothing)
        self.nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.page_button.setEnabled(has_passage)
        self.cite_button.setEnabled(has_passage)
        self.relations.hide()
        if rows:
            self.list.setCurrentIndex(self.model.index(0, 0))
            self.list.scrollToTop()
        if has_passage and n_all > len(rows):
            shown = self.tr("{n} of {all} passages are shown.")
            words = shown.format(n=count(len(rows)), all=count(n_all))
            self.message.tell(words, "info")
        else:
            self.message.hide()

    def show_sentences(self, said: dict[str, str]) -> None:
        """Offer the finding as a sentence in each language."""
        self._sentences = said
        self.keep_button.setVisible(bool(said))
        whole = self.said()
        self.sentence.setText(whole if len(whole) <= SHOWN else f"{whole[:SHOWN]}…")
        self.foot.setVisible(bool(said))

    def offer_marks(self, *, offered: bool) -> None:
        """Offer to pick passages as examples and exceptions, or no more."""
        self.marks.setVisible(offered)

    def offer_no_keeping(self) -> None:
        """Show a sentence that is kept already."""
        self.keep_button.hide()

    def show_roles(self, roles: Mapping[str, str]) -> None:
        """Show which codings, by uid, are picked as what."""
        self.model.show_roles(roles)
        self._show_role()

    def pick(self, role: str) -> None:
        """Wish the marked passage to be picked as this, or as nothing if it is that already."""
        row = self._passage()
        if row is not None and row.codings and self.marks.isVisibleTo(self):
            self.role_requested.emit(row, "" if self.model.role_of(row) == role else role)

    def keep(self) -> None:
        """Wish the sentence to be kept."""
        if self.keep_button.isVisibleTo(self):
            self.keep_requested.emit(self.said())

    def show_row(self, row: int) -> None:
        """Mark a row, if there is one."""
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row, 0))

    def offer_relations(self) -> None:
        """Offer to lay a relation between the two codings of a passage, or to take it away."""
        self.relations.show()
        self._show_relations()

    def current(self) -> Row | None:
        """Return the marked row."""
        index = self.list.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def said(self) -> str:
        """Return the sentence in the chosen language."""
        return self._sentences.get(self.language.currentData(), "")

    def focus_list(self) -> None:
        """Put the focus on the evidence."""
        self.list.setFocus()

    # Inside

    def _lay_out(self) -> None:
        self.head = Ground("panel_head", self)
        column = QVBoxLayout(self.head)
        column.setContentsMargins(14, 10, 14, 8)
        column.addWidget(self.title)
        column.addWidget(self.figure)
        acts = Ground("foot", self)
        rows = QVBoxLayout(acts)
        rows.setContentsMargins(14, 6, 14, 6)
        row = QHBoxLayout()
        row.addWidget(self.page_button)
        row.addWidget(self.cite_button)
        row.addStretch(1)
        rows.addLayout(row)
        rows.addWidget(self.marks)
        between = QHBoxLayout(self.relations)
        between.setContentsMargins(14, 6, 14, 0)
        between.addWidget(label(self.tr("Between the two:"), "muted", self.relations))
        for kind in KINDS:
            button = QPushButton(relation_names()[kind], self.relations)
            button.setCheckable(True)
            self.relation_buttons[kind] = button
            button.clicked.connect(lambda _=False, kind=kind: self._on_relation_clicked(kind))
            between.addWidget(button)
        between.addStretch(1)
        self.foot = Ground("foot", self)
        below = QVBoxLayout(self.foot)
        below.setContentsMargins(14, 10, 14, 10)
        below.addWidget(self.sentence)
        buttons = QHBoxLayout()
        buttons.addWidget(self.language)
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        below.addLayout(buttons)
        keeping = QHBoxLayout()
        keeping.addStretch(1)
        keeping.addWidget(self.keep_button)
        below.addLayout(keeping)
        self.body.insertWidget(0, self.head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.body.addWidget(self.relations)
        self.body.addWidget(acts)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        self.list.activated.connect(self._on_list_activated)
        self.page_button.clicked.connect(self._on_page_button_clicked)
        self.cite_button.clicked.connect(self._on_cite_button_clicked)
        self.copy_button.clicked.connect(self._on_copy_button_clicked)
        self.keep_button.clicked.connect(self.keep)
        self.marks.role_requested.connect(self._on_marks_role_requested)
        self.list.selectionModel().currentChanged.connect(self._show_role)
        self.list.selectionModel().currentChanged.connect(self._show_relations)
        self.language.currentIndexChanged.connect(self._on_language_changed)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back_requested)

    def _passage(self) -> Passage | None:
        row = self.current()
        return row if isinstance(row, Passage) else None

    def _show_role(self) -> None:
        row = self._passage()
        self.marks.show_role(self.model.role_of(row) if row is not None else "")
        self.marks.setEnabled(row is not None and bool(row.codings))

    def _show_relations(self) -> None:
        row = self._passage()
        laid = row.relations if row is not None else ()
        for kind, button in self.relation_buttons.items():
            button.setChecked(kind in laid)

    def _on_marks_role_requested(self, role: str) -> None:
        self.pick(role)
        self._show_role()

    def _on_list_activated(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if isinstance(row, Passage):
            self.page_requested.emit(row)

    def _on_page_button_clicked(self) -> None:
        if (row := self._passage()) is not None:
            self.page_requested.emit(row)

    def _on_cite_button_clicked(self) -> None:
        if (row := self._passage()) is not None:
            self.cite_requested.emit(row)

    def _on_relation_clicked(self, kind: RelationKind) -> None:
        if (row := self._passage()) is not None:
            self.relation_requested.emit(row, kind)

    def _on_copy_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.said())
        shown = self.tr("Copied: {sentence}").format(sentence=self.sentence.text())
        self.message.tell(shown, "info")

    def _on_language_changed(self) -> None:
        self.show_sentences(self._sentences)
