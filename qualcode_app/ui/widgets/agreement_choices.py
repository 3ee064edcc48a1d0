"""What is compared and how: coefficient, unit, level, interval, tolerance, coders, round."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.domain.terms import heading
from qualcode_app.services.agreement import chosen_figures
from qualcode_app.services.agreement.reliability import Scope
from qualcode_app.services.store import people
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import agreement_terms as terms
from qualcode_app.ui.widgets.flow import Flow
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import listing
from qualcode_app.ui.workspace import Workspace

LEVELS = (1, 2, 3)


class AgreementChoices(QWidget):
    """Holds what is compared, and says when that changes."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._coders: dict[str, QAction] = {}
        self._offered: dict[str, str] = {}
        self.level = 2
        self.coefficient = _box(self, self.tr("Coefficient"), [])
        self._offer_coefficients()
        self.interval = _box(self, self.tr("Interval"), terms.intervals())
        self.unit = _box(self, self.tr("Unit"), terms.units())
        self.unit.setMaximumWidth(round(150 * theme.text_factor))
        self.unit.view().setMinimumWidth(170)
        self.tolerance = _box(self, self.tr("Tolerance"), terms.tolerances())
        self.round = _box(self, self.tr("Round"), [])
        self.all_read = QCheckBox(self.tr("Count every document as read"), self)
        self.level_buttons = [self._level_button(level) for level in LEVELS]
        self.coders = QPushButton(self)
        self.coders.setAccessibleName(self.tr("Coders"))
        self._menu = QMenu(self.coders)
        self.coders.setMenu(self._menu)
        self._lay_out()
        self._fit_intervals()
        for box in (self.coefficient, self.unit):
            box.currentIndexChanged.connect(self._on_measure_changed)
        for box in (self.interval, self.tolerance, self.round):
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
            coefficient=self.coefficient.currentData(),
            interval=self.interval.currentData(),
        )
        chosen = [uid for uid, entry in self._coders.items() if entry.isChecked()]
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
        names = {row.uid: row.name for row in coders}
        if names != self._offered:
            self._offered = names
            self._offer_coders(names)
        kinds = terms.round_kinds()
        wanted: list[tuple[str, tuple[str, str]]] = [
            (f"{row.title}: {kinds.get(row.kind, row.kind)}", ("round", row.uid)) for row in rounds
        ]
        if any(row.kind == "recoding" for row in rounds):
            text = self.tr("{name} with himself or herself")
            wanted += [(text.format(name=row.name), ("recoding", row.uid)) for row in coders]
        there = [self.round.itemData(at) for at in range(1, self.round.count())]
        if [data for _, data in wanted] != there or not self.round.count():
            before = self.round.currentData()
            with QSignalBlocker(self.round):
                self.round.clear()
                self.round.addItem(self.tr("Newest independent round"), ("", ""))
                for words, data in wanted:
                    self.round.addItem(words, data)
                terms.choose(self.round, before)
        self.round.setVisible(len(rounds) > 1)

    # Inside

    def _lay_out(self) -> None:
        space = self._theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space("s"))
        measures, rest = Flow(space("s")), Flow(space("s"))
        self._put(measures, self.tr("Coefficient"), [self.coefficient])
        self._put(measures, self.tr("Unit"), [self.unit])
        self._put(measures, self.tr("Level"), list(self.level_buttons))
        measures.add(self.coders)
        self._put(rest, self.tr("Interval"), [self.interval])
        self._put(rest, self.tr("Tolerance"), [self.tolerance])
        rest.add(self.round)
        rest.add(self.all_read)
        column.addLayout(measures)
        column.addLayout(rest)

    def _put(self, row: Flow, name: str, widgets: list[QWidget]) -> None:
        row.add(label(name, "muted", self), *widgets)

    def _offer_coefficients(self) -> None:
        language = language_code()
        for offer in chosen_figures.offers():
            name = heading(offer.name, language)
            if offer.key == "alpha":
                name = self.tr("Krippendorff's alpha")  # of codings it is always nominal
            self.coefficient.addItem(name, offer.key)
            told = f"{heading(offer.formula, language)}\n{offer.source}"
            at = self.coefficient.count() - 1
            self.coefficient.setItemData(at, told, Qt.ItemDataRole.ToolTipRole)
        self.coefficient.setCurrentIndex(self.coefficient.findData("alpha"))
        self.coefficient.setFixedWidth(round(184 * self._theme.text_factor))
        self.coefficient.view().setMinimumWidth(400)

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
        """Offer the coders in a menu; two leave nothing to choose."""
        self._menu.clear()
        self._coders = {}
        self.coders.setVisible(len(names) > 2)
        for uid, name in names.items() if len(names) > 2 else ():
            entry = self._menu.addAction(name)
            entry.setCheckable(True)
            entry.setChecked(True)
            entry.toggled.connect(self._on_coder_toggled)
            self._coders[uid] = entry
        self._name_coders()

    def _name_coders(self) -> None:
        chosen = [entry.text() for entry in self._coders.values() if entry.isChecked()]
        if len(chosen) == len(self._coders):
            self.coders.setText(self.tr("All coders"))
        else:
            self.coders.setText(self.tr("%n of the coders", "", len(chosen)))
        self.coders.setToolTip(listing(chosen))

    def _fit_intervals(self) -> None:
        """Leave only intervals that fit the coefficient and the unit; fall back on the first."""
        base, _ = self.unit.currentData()
        fits = {
            "bootstrap": self.coefficient.currentData() == "alpha",
            "units": base != "character",
        }
        with QSignalBlocker(self.interval):
            terms.enable(self.interval, fits)
            if not fits.get(self.interval.currentData(), True):
                self.interval.setCurrentIndex(0)
        self.tolerance.setEnabled(base == "character")
        self.coefficient.setToolTip(
            str(self.coefficient.currentData(Qt.ItemDataRole.ToolTipRole) or "")
        )

    def _on_coder_toggled(self) -> None:
        self._name_coders()
        self.changed.emit()

    def _on_measure_changed(self) -> None:
        self._fit_intervals()
        self.changed.emit()


def _box(parent: QWidget, name: str, entries: list[tuple[str, object]]) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    for words, data in entries:
        box.addItem(words, data)
    return box
