"""One proposition and what the coder says of it: verdict, parts, number, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.registers.propositions import OPEN, Option, PropositionRow
from qualcode_app.services.search.search_places import Found
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.proposition_delegate import sign_of
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import Ground, label, rule
from qualcode_app.ui.wording import in_language
from qualcode_app.ui.wording import label as label_of

DATA = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Draft:
    """What the controls say now; the number is still as it was typed."""

    met: frozenset[str]
    missing: str
    note: str
    number: str
    evidence: frozenset[str]


class VerdictPanel(Region):
    """Shows a proposition; tells which verdict is wished and what else was changed."""

    verdict_wished = Signal(str)  # key of the option
    draft_changed = Signal()  # something other than the verdict
    passage_chosen = Signal(object)  # TextAnchor
    next_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Verdict"))
        self._theme = theme
        self._row: PropositionRow | None = None
        self.key = label("", "caption", self)
        self.words = label("", "title", self)
        self.about = label("", "caption", self)
        self.options: dict[str, QPushButton] = {}
        self.parts: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        self._parts = QVBoxLayout()
        self.missing = QLineEdit(self)
        self.number = QLineEdit(self)
        self.note = QLineEdit(self)
        self.number_name = label("", "strong", self)
        self.evidence = QListWidget(self)
        self.no_evidence = label("", "muted", self)
        self.hits = QListWidget(self)
        self.hits_name = label("", "strong", self)
        self.next_button = QPushButton(self.tr("Next open"), self)
        words = self.tr(
            "Your verdict on a proposition will be here. It needs a register and an open document."
        )
        self._nothing = label(words, "empty", self)
        self._nothing.setWordWrap(True)
        self._lay_out()
        for field in (self.missing, self.number, self.note):
            field.editingFinished.connect(self._on_field_edited)
        for listed in (self.evidence, self.hits):
            listed.itemClicked.connect(self._on_place_clicked)
            listed.itemActivated.connect(self._on_place_clicked)
        self.evidence.itemChanged.connect(lambda _item: self.draft_changed.emit())
        self.next_button.clicked.connect(self.next_requested)

    def show_nothing(self) -> None:
        """Show no proposition."""
        self._row = None
        self._scroll.hide()
        self._nothing.show()

    def show_verdict(
        self, row: PropositionRow, verdict: Verdict, offered: Sequence[CodingRow]
    ) -> None:
        """Show a proposition with what was said of it and the passages that may support it."""
        self._nothing.hide()
        self._scroll.show()
        if self._row is None or self._row.uid != row.uid:
            self._show_row(row)
        self._row = row
        for key, button in self.options.items():
            button.setChecked(key == verdict.option_key)
        for letter, box in self.parts.items():
            box.setChecked(letter in verdict.met)
        self.missing.setText(verdict.missing)
        self.note.setText(verdict.note)
        self.number.setText("; ".join(str(number) for number in verdict.numbers))
        self._show_evidence(offered, verdict.evidence)

    def show_hits(self, places: Sequence[Found] | None) -> None:
        """Show where the keywords stand; None while they are looked for."""
        self.hits.clear()
        self.hits.setVisible(bool(places))
        if places is None:
            self.hits_name.setText(self.tr("Looking for keywords…"))
            return
        self.hits_name.setText(self.tr("Keywords: %n places", "", len(places)))
        for place in places:
            words = f"{place.before}{place.match}{place.after}".strip()
            item = QListWidgetItem(f"{self._page(place.page_label)}  …{words}…", self.hits)
            item.setData(DATA, place.anchor)

    def draft(self) -> Draft:
        """Return what the controls say."""
        items = [self.evidence.item(number) for number in range(self.evidence.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return Draft(
            frozenset(letter for letter, box in self.parts.items() if box.isChecked()),
            self.missing.text(),
            self.note.text(),
            self.number.text(),
            frozenset(item.data(DATA).uid for item in ticked),
        )

    # Inside

    def _show_row(self, row: PropositionRow) -> None:
        self.key.setText("   ".join((row.key, type_words(row.type), ", ".join(row.code_keys))))
        self.words.setText(in_language(row.wording_nl, row.wording_en))
        asked = (*row.blanks, *row.numbers)
        where = self.tr("Only for: {places}").format(
            places=", ".join(map(context_words, row.contexts))
        )
        told = (where if row.contexts else "", row.note)
        self.about.setText("\n".join(part for part in told if part))
        self.about.setVisible(bool(self.about.text()))
        self.number_name.setText(
            self.tr("Number in the document, for {asked}").format(asked=", ".join(asked))
        )
        self.number_name.setVisible(bool(asked))
        self.number.setVisible(bool(asked))
        _empty(self._grid)
        _empty(self._parts)
        self.options, self.parts = {}, {}
        for number, (key, option) in enumerate(keyed(row)):
            button = QPushButton(f"{sign_of(option)}  {label_of(option)}   {key}", self)
            button.setCheckable(True)
            button.setAccessibleName(label_of(option))
            button.setToolTip(in_language(option.wording_nl, option.wording_en))
            button.clicked.connect(lambda _=False, o=option.key: self.verdict_wished.emit(o))
            self._grid.addWidget(button, number, 0)
            self.options[option.key] = button
        for part in row.parts:
            box = QCheckBox(f"{part.letter}  {part.text}", self)
            box.clicked.connect(lambda _=False: self.draft_changed.emit())
            self._parts.addWidget(box)
            self.parts[part.letter] = box

    def _show_evidence(self, offered: Sequence[CodingRow], linked: frozenset[str]) -> None:
        self.evidence.blockSignals(True)  # filling it is no wish of the coder
        at = self.evidence.currentRow()
        self.evidence.clear()
        for coding in offered:
            text = f"{' '.join(coding.quote.split())}\n{self._page(coding.page_label)}, "
            item = QListWidgetItem(f"{text}{coding.code_key}", self.evidence)
            item.setData(DATA, coding)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = coding.uid in linked
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setToolTip(coding.quote)
        self.evidence.setCurrentRow(at)
        self.evidence.blockSignals(False)
        self.evidence.setVisible(bool(offered))
        self.no_evidence.setVisible(not offered)

    def _page(self, name: str) -> str:
        return self.tr("p. {page}").format(page=name)

    def _on_field_edited(self) -> None:
        if self._row is not None:
            self.draft_changed.emit()

    def _on_place_clicked(self, item: QListWidgetItem) -> None:
        place = item.data(DATA)
        self.passage_chosen.emit(place.anchor if isinstance(place, CodingRow) else place)

    def _lay_out(self) -> None:
        theme = self._theme
        ground = Ground("side", self)
        column = QVBoxLayout(ground)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(theme.space("s"))
        evidence_name = label(self.tr("Evidence: passages with the linked codes"), "strong", ground)
        self.no_evidence.setText(self.tr("No passage of this document has one of these codes."))
        names = (self.key, self.words, self.about, self.number_name, evidence_name)
        for words in (*names, self.no_evidence):
            words.setWordWrap(True)
        for widget in (self.key, self.words, self.about, rule(ground)):
            column.addWidget(widget)
        column.addWidget(label(self.tr("Verdict"), "strong", ground))
        column.addLayout(self._grid)
        column.addLayout(self._parts)
        column.addWidget(label(self.tr("What is missing"), "strong", ground))
        column.addWidget(self.missing)
        column.addWidget(self.number_name)
        column.addWidget(self.number)
        self.missing.setAccessibleName(self.tr("What is missing"))
        self.number.setAccessibleName(self.tr("Number in the document"))
        self.number.setPlaceholderText(self.tr("20 years, or 15–25 %, or 2027"))
        column.addWidget(evidence_name)
        column.addWidget(self.no_evidence)
        column.addWidget(self.evidence, 3)
        column.addWidget(self.hits_name)
        column.addWidget(self.hits, 2)
        column.addWidget(label(self.tr("Note"), "strong", ground))
        column.addWidget(self.note)
        self.note.setAccessibleName(self.tr("Note"))
        self.next_button.setProperty("kind", "primary")
        self.next_button.setToolTip(self.tr("Next open (N)"))
        column.addWidget(self.next_button)
        for listed, called in (
            (self.evidence, self.tr("Evidence")),
            (self.hits, self.tr("Places of the keywords")),
        ):
            listed.setAccessibleName(called)
            listed.setWordWrap(True)
            listed.setMinimumHeight(72)
            listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(ground)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._scroll, 1)
        self.body.addStretch(0)
        self._scroll.hide()


def type_words(key: str) -> str:
    """Return how a type of proposition is called; one that a project added goes by its key."""
    translate = QCoreApplication.translate
    known = {
        "measure": translate("propositions", "measure"),
        "intention": translate("propositions", "intention"),
        "lobby": translate("propositions", "lobby"),
        "position": translate("propositions", "position"),
        "good_practice": translate("propositions", "good practice"),
        "starting_point": translate("propositions", "starting point"),
        "statement": translate("propositions", "statement"),
        "party_action": translate("propositions", "action of the party"),
        "diagnosis": translate("propositions", "diagnosis"),
        "advice": translate("propositions", "advice"),
        "mixed": translate("propositions", "diagnosis and advice"),
        "demand": translate("propositions", "demand"),
    }
    return known.get(key, key)


def context_words(key: str) -> str:
    """Return how a kind of municipality is called that a proposition is meant for."""
    translate = QCoreApplication.translate
    known = {
        "rural": translate("propositions", "rural area"),
        "built_up": translate("propositions", "built-up area"),
        "shrinking_region": translate("propositions", "region with fewer people"),
        "border_region": translate("propositions", "border region"),
        "education_town": translate("propositions", "town with higher education"),
        "dense": translate("propositions", "densely populated area"),
    }
    return known.get(key, key)


def keyed(row: PropositionRow) -> list[tuple[str, Option]]:
    """Return the verdicts on a proposition with the digit of each; 0 is open."""
    given = [option for option in row.scale.options if option.key != OPEN]
    found = [(str(number), option) for number, option in enumerate(given, start=1)]
    return found + [("0", option) for option in row.scale.options if option.key == OPEN]


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
