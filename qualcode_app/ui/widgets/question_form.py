"""A question put together from choices: only those that belong to its kind are shown."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from qualcode_app.domain.facets import Facet
from qualcode_app.services.analysis.nearness import Near
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.coding.relations import KINDS
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets import analysis_boxes as boxes
from qualcode_app.ui.widgets.code_choice import CodeChoice
from qualcode_app.ui.widgets.fields import number_box
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import label as label_of
from qualcode_app.ui.wording import translate

SINGLE = (Kind.GROUPS, Kind.VALUES, Kind.WAVES)
GAPS_PX = 24  # between the word and the conditions, and at the right
WITHOUT_CODES = (Kind.ONLY, Kind.RARE, Kind.PROFILE, Kind.WORDS)
OF_LEVEL = (Kind.ONLY, Kind.RARE, Kind.PROFILE)


class QuestionForm(QWidget):
    """Says what is asked, and when that changes."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = boxes.box(self.tr("Question"), self)
        self.codes = CodeChoice(theme, self)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Words to find, then Enter"))
        self.words.setAccessibleName(self.tr("Words to find"))
        self.headings = QCheckBox(self.tr("Only in headings"), self)
        self.group = boxes.box(self.tr("Within a group"), self)
        self.wave = boxes.box(self.tr("Wave"), self)
        self.later = boxes.box(self.tr("Later wave"), self)
        self.attribute = boxes.box(self.tr("With an attribute"), self)
        self.document = boxes.box(self.tr("Document"), self)
        self.facet = boxes.box(self.tr("Facet"), self)
        self.system = boxes.box(self.tr("Grouping"), self)
        self.near = boxes.box(self.tr("How near"), self)
        self.n_words = _spin(self, self.tr("Words between"), 1, 500, 20)
        self.at_most = _spin(self, self.tr("In at most so many documents"), 1, 50, 1)
        self.level = boxes.box(self.tr("Level of the codes"), self)
        self._conditions: tuple[QWidget, ...] = (
            *(self.system, self.near, self.n_words, self.at_most, self.level, self.document),
            *(self.wave, self.later, self.group, self.attribute, self.facet, self.headings),
        )
        self._rows = (QHBoxLayout(), QHBoxLayout())
        boxes.offer(self.kind, kinds())
        self.kind.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.at_most.setPrefix(self.tr("at most "))
        self.n_words.setSuffix(self.tr(" words"))
        boxes.offer(self.near, nearness())
        boxes.choose(self.near, Near.PARAGRAPH.value)
        boxes.offer(self.level, boxes.levels())
        self.level.setCurrentIndex(1)
        self._lay_out(theme)
        self._fit()
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.codes.changed.connect(self.changed)
        self.words.returnPressed.connect(self.changed)
        self.headings.toggled.connect(self.changed)
        self.near.currentIndexChanged.connect(self._on_kind_changed)
        for box in (self.group, self.wave, self.later, self.attribute, self.document):
            box.currentIndexChanged.connect(self.changed)
        for box in (self.facet, self.system, self.level):
            box.currentIndexChanged.connect(self.changed)
        for spin in (self.n_words, self.at_most):
            spin.valueChanged.connect(self.changed)

    def offer(self, study: Study, facets: list[Facet]) -> None:
        """Offer the codes, groups, waves, attributes and documents of a study."""
        corpus = study.corpus
        boxes.offer(self.level, boxes.levels(study.tree))
        used = set(study.places.code.tolist())  # a code out of use may still be asked about
        codes = enumerate(study.tree.codes)
        self.codes.offer([code for i, code in codes if not code.is_retired or i in used])
        groups: list[tuple[str, object]] = [(self.tr("All groups"), "")]
        groups += [
            (f"{system.title}: {group.title}", group.uid)
            for system in corpus.systems
            for group in system.groups
        ]
        boxes.offer(self.group, groups)
        waves: list[tuple[str, object]] = [(wave.title, wave.uid) for wave in corpus.waves]
        boxes.offer(self.wave, [(self.tr("All waves"), ""), *waves])
        boxes.offer(self.later, waves)
        boxes.offer(self.system, [(system.title, system.uid) for system in corpus.systems])
        every: list[tuple[str, object]] = [(self.tr("Every document"), "")]
        every += [(one.title, one.uid) for one in study.documents]
        boxes.offer(self.document, every)
        told: list[tuple[str, object]] = [(self.tr("Any attribute"), None)]
        titles = {attribute.uid: attribute.title for attribute in corpus.attributes}
        said = sorted({(value.attribute_uid, str(value.value)) for value in corpus.values})
        told += [(f"{titles[uid]}: {value}", (uid, value)) for uid, value in said if uid in titles]
        boxes.offer(self.attribute, told)
        values: list[tuple[str, object]] = [(self.tr("Any facet"), None)]
        for facet in facets:
            values.append(
                (self.tr("{facet}, by value").format(facet=label_of(facet)), (facet.uid, ""))
            )
            values += [
                (f"{label_of(facet)}: {label_of(option)}", (facet.uid, option.key))
                for option in facet.options
            ]
        boxes.offer(self.facet, values)
        self._fit()

    def question(self) -> Question | None:
        """Return what is asked; None as long as something is missing."""
        kind = self.asked()
        shown = {box for box in self._conditions if not box.isHidden()}
        document = self.document.currentData() if self.document in shown else ""
        wave = self.wave.currentData() or ""
        later = self.later.currentData() or ""
        facet = self.facet.currentData() if self.facet in shown else None
        lacking = {
            Kind.WORDS: not self.words.text().strip(),
            Kind.TOGETHER: len(self.codes.chosen) != 2,
            Kind.ONLY: not document and not self.group.currentData(),
            Kind.PROFILE: not document,
            Kind.GROUPS: not self.codes.chosen or self.system.count() == 0,
            Kind.VALUES: not self.codes.chosen or facet is None,
            Kind.WAVES: not self.codes.chosen or not wave or not later or wave == later,
            Kind.RARE: False,
        }
        if lacking.get(kind, not self.codes.chosen):
            return None
        return Question(
            kind,
            () if kind in WITHOUT_CODES else tuple(self.codes.chosen),
            group_uid=self.group.currentData() or "" if self.group in shown else "",
            wave_uid=wave,
            later_uid=later if kind == Kind.WAVES else "",
            attribute=self.attribute.currentData() if self.attribute in shown else None,
            document_uids=(document,) if document else (),
            facet=facet,
            system_uid=self.system.currentData() or "" if kind == Kind.GROUPS else "",
            at_most=self.at_most.value(),
            level=self.level.currentData(),
            near=self.near.currentData(),
            n_words=self.n_words.value(),
        )

    def asked(self) -> Kind:
        """Return the kind of question."""
        return Kind(self.kind.currentData())

    def missing(self) -> str:
        """Return what has to be chosen before there is an answer."""
        match self.asked():
            case Kind.WORDS:
                return self.tr("Type words to find and press Enter.")
            case Kind.TOGETHER:
                return self.tr("Choose two codes.")
            case Kind.ONLY:
                return self.tr("Choose a document or a group.")
            case Kind.PROFILE:
                return self.tr("Choose a document.")
            case Kind.GROUPS if self.system.count() == 0:
                return self.tr("This project has no groups yet. Add them under Corpus.")
            case Kind.VALUES if self.codes.chosen:
                return self.tr("Choose a facet.")
            case Kind.WAVES if self.codes.chosen:
                return self.tr("Choose two waves.")
        return self.tr("Choose a code. The answer will be here.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the conditions out for the new width."""
        super().resizeEvent(event)
        self._arrange()

    # Inside

    def _lay_out(self, theme: Theme) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(theme.space("s"))
        grid.setVerticalSpacing(theme.space("s"))
        grid.addWidget(label(self.tr("Question"), "muted", self), 0, 0)
        first = QHBoxLayout()
        first.addWidget(self.kind)
        first.addWidget(self.codes, 1)
        first.addWidget(self.words, 1)
        first.addStretch(0)
        grid.addLayout(first, 0, 1)
        self._within = label(self.tr("Within"), "muted", self)
        grid.addWidget(self._within, 1, 0)
        for at, row in enumerate(self._rows, 1):
            row.addStretch(1)
            grid.addLayout(row, at, 1)
        grid.setColumnStretch(1, 1)

    def _arrange(self) -> None:
        """Lay the conditions in one row, and those that do not fit in the next."""
        first, second = self._rows
        room = self.width() - self._within.sizeHint().width() - GAPS_PX
        used, row = 0, first
        for widget in self._conditions:
            first.removeWidget(widget)
            second.removeWidget(widget)
            if widget.isHidden():
                continue
            used += widget.sizeHint().width() + first.spacing()
            row = second if used > room else row
            row.insertWidget(row.count() - 1, widget)  # before the stretch at its end

    def _fit(self) -> None:
        """Show the choices that belong to the kind and that offer something."""
        kind = self.asked()
        self.codes.limit(1 if kind in SINGLE else 2 if kind == Kind.TOGETHER else 0)
        self.codes.setVisible(kind not in WITHOUT_CODES)
        self.words.setVisible(kind == Kind.WORDS)
        self.headings.setVisible(kind == Kind.WORDS)
        self.system.setVisible(kind == Kind.GROUPS)
        self.near.setVisible(kind == Kind.TOGETHER)
        near_words = kind == Kind.TOGETHER and self.near.currentData() == Near.WORDS.value
        self.n_words.setVisible(near_words)
        self.at_most.setVisible(kind == Kind.RARE)
        self.level.setVisible(kind in OF_LEVEL)
        self.later.setVisible(kind == Kind.WAVES)
        self.document.setVisible(kind not in (Kind.RARE, Kind.GROUPS, Kind.WAVES))
        self.wave.setVisible(self.wave.count() > 1)
        self.group.setVisible(self.group.count() > 1 and kind != Kind.PROFILE)
        self.attribute.setVisible(self.attribute.count() > 1)
        self.facet.setVisible(self.facet.count() > 1 and kind != Kind.WORDS)
        self._arrange()

    def _on_kind_changed(self) -> None:
        if self.asked() == Kind.WAVES and not self.wave.currentData():
            with QSignalBlocker(self.wave), QSignalBlocker(self.later):
                self.wave.setCurrentIndex(min(1, self.wave.count() - 1))  # the first wave
                self.later.setCurrentIndex(self.later.count() - 1)  # and the last
        self._fit()
        self.changed.emit()


def kinds() -> list[tuple[str, object]]:
    """Return the questions there are."""
    return [
        (translate("analysis", "Who has it (all of these)"), Kind.ALL_OF),
        (translate("analysis", "Who has any of these"), Kind.ANY_OF),
        (translate("analysis", "Who lacks it (none of these)"), Kind.NONE_OF),
        (translate("analysis", "What is only here"), Kind.ONLY),
        (translate("analysis", "What is rare"), Kind.RARE),
        (translate("analysis", "Compare groups"), Kind.GROUPS),
        (translate("analysis", "By value of a facet"), Kind.VALUES),
        (translate("analysis", "Compare two waves"), Kind.WAVES),
        (translate("analysis", "All that one document says"), Kind.PROFILE),
        (translate("analysis", "Two codes together"), Kind.TOGETHER),
        (translate("analysis", "How much room"), Kind.ROOM),
        (translate("analysis", "Words of the text"), Kind.WORDS),
    ]


def nearness(*, relations: bool = True) -> list[tuple[str, object]]:
    """Return how near two codes can stand, and the relations that can be laid between them."""
    found: list[tuple[str, object]] = [
        (translate("analysis", "in the same place"), Near.SAME_PLACE.value),
        (translate("analysis", "overlapping"), Near.OVERLAP.value),
        (translate("analysis", "in the same sentence"), Near.SENTENCE.value),
        (translate("analysis", "in the same paragraph"), Near.PARAGRAPH.value),
        (translate("analysis", "within so many words"), Near.WORDS.value),
        (translate("analysis", "in the same section"), Near.SECTION.value),
        (translate("analysis", "in the same document"), Near.DOCUMENT.value),
    ]
    names = {
        "link": translate("analysis", "with a link laid"),
        "tension": translate("analysis", "with a tension laid"),
        "condition": translate("analysis", "with a condition laid"),
    }
    return found + [(names[kind], kind) for kind in KINDS] if relations else found


def _spin(parent: QWidget, name: str, low: int, high: int, value: int) -> QSpinBox:
    made = number_box(parent, low, high, value)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
