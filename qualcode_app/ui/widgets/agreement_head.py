"""The choices above the tables of agreement: unit, tolerance, level, coders, round."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.services.agreement.agreement_rows import AgreementTable
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.store import people
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import Ground, label
from qualcode_app.ui.wording import listing, translate
from qualcode_app.ui.workspace import Workspace

LEVELS = (1, 2, 3)
HALF = 0.5


class AgreementHead(Ground):
    """Holds what is compared, and says when that changes."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("tool_row", parent)
        self._theme = theme
        self._coders: dict[str, QPushButton] = {}
        self.level = 2
        self.title = label(self.tr("Agreement between coders"), "heading", self)
        self.subtitle = label("", "muted", self)
        self.subtitle.setWordWrap(True)
        self.left_out = QPushButton(self)
        self.left_out.setProperty("kind", "link")
        self.methods_button = QPushButton(self.tr("Methods sentence"), self)
        theme.set_icon(self.methods_button, "copy")
        self.export_button = QPushButton(self.tr("Export"), self)
        theme.set_icon(self.export_button, "export")
        self.unit = self._box(self.tr("Unit"), _units())
        self.tolerance = self._box(self.tr("Tolerance"), _tolerances())
        self.round = self._box(self.tr("Round"), [])
        self.all_read = QCheckBox(self.tr("Count every document as read"), self)
        self.lowest_first = QCheckBox(self.tr("Lowest first"), self)
        self.in_spans = QCheckBox(self.tr("Count spans"), self)
        self.in_spans.hide()
        self.level_buttons = [self._level_button(level) for level in LEVELS]
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText(self.tr("Filter the codes"))
        self.sought.setAccessibleName(self.tr("Filter the codes"))
        self.sought.setClearButtonEnabled(True)
        self.sought.setMaximumWidth(190)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Figures"))
        for words in (
            self.tr("Per code"),
            self.tr("Per pair"),
            self.tr("Per document"),
            self.tr("Confusion"),
            self.tr("Drift"),
            self.tr("Facets"),
            self.tr("Areas"),
        ):
            self.tabs.addTab(words)
        self._coder_row = QHBoxLayout()
        self._lay_out()
        self.left_out.hide()
        self.unit.currentIndexChanged.connect(self._on_unit_changed)
        for box in (self.tolerance, self.round):
            box.currentIndexChanged.connect(self.changed)
        self.all_read.toggled.connect(self.changed)

    def scope(self) -> Scope:
        """Return what is compared."""
        base, share = self.unit.currentData()
        scope = Scope(
            level=self.level,
            all_read=self.all_read.isChecked(),
            base=base,
            share=share,
            tolerance=self.tolerance.currentData(),
        )
        chosen = [uid for uid, button in self._coders.items() if button.isChecked()]
        if len(chosen) < len(self._coders):
            scope = replace(scope, coder_uids=tuple(chosen))
        what, uid = self.round.currentData() or ("", "")
        if what == "round":
            scope = replace(scope, round_uid=uid)
        elif what == "recoding":
            scope = replace(scope, recoding_of=uid)
        return scope

    def offer(self, workspace: Workspace) -> None:
        """Offer the coders and rounds that the project has now."""
        coders = [row for row in workspace.coders() if row.kind == "human"]
        rounds = workspace.read(people.rounds)
        if [row.uid for row in coders] != list(self._coders):
            self._offer_coders({row.uid: row.name for row in coders})
        wanted: list[tuple[str, tuple[str, str]]] = [
            (f"{row.title}: {_round_kinds().get(row.kind, row.kind)}", ("round", row.uid))
            for row in rounds
        ]
        if any(row.kind == "recoding" for row in rounds):
            text = self.tr("{name} with himself or herself")
            wanted += [(text.format(name=row.name), ("recoding", row.uid)) for row in coders]
        if len(wanted) != self.round.count() - 1:
            self.round.blockSignals(True)
            self.round.clear()
            self.round.addItem(self.tr("Newest independent round"), ("", ""))
            for words, data in wanted:
                self.round.addItem(words, data)
            self.round.blockSignals(False)
        self.round.setVisible(len(rounds) > 1)

    def show_table(self, table: AgreementTable | None) -> None:
        """Say what was compared and what was left out."""
        if table is None:
            self.subtitle.setText("")
            self.left_out.hide()
            return
        text = self.tr("Krippendorff's alpha per code, on {units}, {coders}, {documents}")
        if table.round_kind not in ("", "independent"):
            text += " · " + _round_kinds().get(table.round_kind, "")
        self.subtitle.setText(
            text.format(
                units=_unit_words()[table.scope.base],
                coders=listing(table.coders),
                documents=self.tr("%n documents", "", table.pooled.n_documents),
            )
        )
        parts = []
        if table.all_read:
            parts.append(self.tr("reading status not used"))
        elif table.n_unread:
            parts.append(self.tr("%n documents of a coder not read: left out", "", table.n_unread))
        if table.n_unfinished_spans:
            parts.append(
                self.tr("%n codings in unread themes: left out", "", table.n_unfinished_spans)
            )
        self.left_out.setText(", ".join(parts))
        self.left_out.setVisible(bool(parts))

    def show_tab(self, tab: int, codes: int, confusion: int) -> None:
        """Show the choices that a tab has."""
        self.sought.setVisible(tab == codes)
        self.lowest_first.setVisible(tab != confusion)
        self.in_spans.setVisible(tab == confusion)

    # Inside

    def _lay_out(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("l"), 0)
        column.setSpacing(theme.space("s"))
        top = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        top.addLayout(names, 1)
        top.addWidget(self.methods_button, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignTop)
        choices = QHBoxLayout()
        choices.setSpacing(theme.space("xs"))
        for words, widgets in (
            (self.tr("Unit"), [self.unit]),
            (self.tr("Tolerance"), [self.tolerance]),
            (self.tr("Level"), self.level_buttons),
        ):
            choices.addWidget(label(words, "muted", self))
            for widget in widgets:
                choices.addWidget(widget)
            choices.addSpacing(theme.space("s"))
        choices.addLayout(self._coder_row)
        choices.addStretch(1)
        counts = QHBoxLayout()
        counts.setSpacing(theme.space("s"))
        counts.addWidget(self.round)
        counts.addWidget(self.all_read)
        counts.addStretch(1)
        counts.addWidget(self.left_out)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space("s"))
        foot.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addStretch(1)
        foot.addWidget(self.in_spans)
        foot.addWidget(self.lowest_first)
        foot.addWidget(self.sought)
        for row in (top, choices, counts, foot):
            column.addLayout(row)

    def _box(self, name: str, entries: list[tuple[str, object]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.view().setAccessibleName(name)
        for words, data in entries:
            box.addItem(words, data)
        return box

    def _level_button(self, level: int) -> QPushButton:
        names = {1: self.tr("Family"), 2: self.tr("Code"), 3: self.tr("Sub-code")}
        button = QPushButton(names[level], self)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setChecked(level == self.level)
        button.clicked.connect(partial(self._choose_level, level))
        return button

    def _choose_level(self, level: int) -> None:
        if level != self.level:
            self.level = level
            self.changed.emit()

    def _offer_coders(self, names: dict[str, str]) -> None:
        while (item := self._coder_row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._coders = {}
        if len(names) < 3:  # two coders leave nothing to choose
            return
        for uid, name in names.items():
            button = QPushButton(name.split(maxsplit=1)[0], self)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setCheckable(True)
            button.setChecked(True)
            button.toggled.connect(self._on_coder_toggled)
            self._coders[uid] = button
            self._coder_row.addWidget(button)

    def _on_coder_toggled(self) -> None:
        self.changed.emit()

    def _on_unit_changed(self) -> None:
        base, _ = self.unit.currentData()
        self.tolerance.setEnabled(base == "character")
        self.changed.emit()


def _units() -> list[tuple[str, object]]:
    return [
        (translate("agreement", "Character"), ("character", 0.0)),
        (translate("agreement", "Word"), ("word", 0.0)),
        (translate("agreement", "Sentence, touched"), ("sentence", 0.0)),
        (translate("agreement", "Sentence, half"), ("sentence", HALF)),
        (translate("agreement", "Paragraph, touched"), ("paragraph", 0.0)),
        (translate("agreement", "Paragraph, half"), ("paragraph", HALF)),
        (translate("agreement", "Page"), ("page", 0.0)),
        (translate("agreement", "Document"), ("document", 0.0)),
    ]


def _unit_words() -> dict[str, str]:
    return {
        "character": translate("agreement", "characters"),
        "word": translate("agreement", "words"),
        "sentence": translate("agreement", "sentences"),
        "paragraph": translate("agreement", "paragraphs"),
        "page": translate("agreement", "pages"),
        "document": translate("agreement", "whole documents"),
    }


def _tolerances() -> list[tuple[str, object]]:
    return [
        (translate("agreement", "whole words"), "word"),
        (translate("agreement", "whole sentences"), "sentence"),
        (translate("agreement", "none"), "none"),
    ]


def _round_kinds() -> dict[str, str]:
    return {
        "training": translate("agreement", "training"),
        "independent": translate("agreement", "independent"),
        "discussed": translate("agreement", "after discussion"),
        "recoding": translate("agreement", "recoding"),
        "consensus": translate("agreement", "consensus"),
    }
