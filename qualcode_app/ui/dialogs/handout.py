"""Who codes which document, what they see of it and where the files go."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.store.people import CoderRow
from qualcode_app.services.teams import double_coding, training
from qualcode_app.services.teams.double_coding import Length, Wish
from qualcode_app.services.teams.handout import Task
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.handout_wish import HandoutWish
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.widgets.deal_grid import DealGrid
from qualcode_app.ui.widgets.fields import number_box
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import label as label_of

FORM_PX = 340
FIELD_PX = 130
THEMES_PX = 150
WEEKS = 2  # until a date that is only proposed
RECODED = 10  # percent of the documents that are coded again


@dataclass(frozen=True, slots=True)
class Known:
    """What the project knows: which documents are not out, and who coded which before."""

    in_corpus: Collection[str]
    coded: Mapping[str, Collection[str]]


class HandoutDialog(Dialog):
    """Deals the documents out; every field of the grid can be changed by hand."""

    wanted = Signal(object)  # HandoutWish

    def __init__(
        self,
        outfit: Outfit,
        documents: Sequence[DocumentRow],
        coders: Sequence[CoderRow],
        families: Sequence[CodeRow],
        place: tuple[Path, Known],
        parent: QWidget,
    ) -> None:
        super().__init__(outfit.theme, parent)
        folder, self._known = place
        self.name_it(self.tr("Hand out"), self.tr("Write the files"))
        self._ask = outfit.ask
        self._documents, self._coders = list(documents), list(coders)
        self.grid = DealGrid(documents, coders, self._known.in_corpus, self)
        self._make_fields(families, folder)
        self._lay_out()
        self.take_room(1080, 720)
        for spin in (self.each_by, self.share, self.seed, self.sample):
            spin.valueChanged.connect(self._deal)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.grid.documents_changed.connect(self._deal)
        self.has_due.toggled.connect(self.due.setEnabled)
        self.folder_button.clicked.connect(self._on_folder_button_clicked)
        self.seed.setToolTip(self.tr("The same number gives the same plan."))
        self._on_kind_changed()

    def accept(self) -> None:
        """Tell what is wanted; a plan without documents is said here."""
        tasks = self.tasks()
        if not tasks:
            words = self.tr("Nobody has a document yet. Tick some in the grid.")
            if self.kind.currentData() == "recoding":
                words = self.tr("Nobody coded one of these documents before. Tick others.")
            self.message.tell(words)
            return
        self.wanted.emit(HandoutWish(tasks, Path(self.folder.text())))
        super().accept()

    def tasks(self) -> tuple[Task, ...]:
        """Return what each coder gets as the grid now stands."""
        kind = self.kind.currentData()
        families = self._families()
        model = self.model.currentData() if kind == "training" else ""
        due = self.due.date()
        day = date(due.year(), due.month(), due.day()) if self.has_due.isChecked() else None
        seed = self.seed.value() if self.random_order.isChecked() else None
        words = self.message_line.text().strip()
        return tuple(
            Task(coder.uid, mine, families, self.blind.isChecked(), words, day, kind, model, seed)
            for coder in self._coders
            if (mine := self.grid.of_coder(coder.uid))
        )

    # Inside

    def _make_fields(self, families: Sequence[CodeRow], folder: Path) -> None:
        self.kind = QComboBox(self)
        self.kind.addItem(self.tr("Coding"), "independent")
        self.kind.addItem(self.tr("Training, with model answers"), "training")
        self.kind.addItem(self.tr("Coding a sample again"), "recoding")
        self.model = QComboBox(self)
        for coder in self._coders:
            self.model.addItem(coder.name, coder.uid)
        self.each_by = number_box(self, 1, max(1, len(self._coders)), min(2, len(self._coders)))
        self.share = number_box(self, 0, 100, 0, " %")
        self.sample = number_box(self, 1, 100, RECODED, " %")
        self.seed = number_box(self, 1, 999_999, 1)
        self.random_order = QCheckBox(self.tr("Documents in a random order"), self)
        self.blind = QCheckBox(self.tr("Blind: nobody sees the work of another"), self)
        self.blind.setChecked(True)
        self.themes = QListWidget(self)
        self.themes.setFixedHeight(round(THEMES_PX * self.theme.text_factor))
        self.themes.setSpacing(2)
        for row in families:
            item = QListWidgetItem(f"{row.key}  {label_of(row)}", self.themes)
            item.setData(Qt.ItemDataRole.UserRole, row.uid)
            item.setCheckState(Qt.CheckState.Checked if row.default_on else Qt.CheckState.Unchecked)
        self.has_due = QCheckBox(self.tr("Back before"), self)
        self.due = QDateEdit(QDate.currentDate().addDays(7 * WEEKS), self)
        self.due.setCalendarPopup(True)
        self.due.setEnabled(False)
        self.due.setAccessibleName(self.tr("Back before"))
        self.message_line = QLineEdit(self)
        self.folder = QLineEdit(str(folder), self)
        self.folder_button = QPushButton(self.tr("Choose…"), self)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._names: dict[QWidget, QLabel] = {}
        for name, field in (
            (self.tr("For"), self.kind),
            (self.tr("Model answers of"), self.model),
            (self.tr("Coders per document"), self.each_by),
            (self.tr("Share that everybody codes"), self.share),
            (self.tr("Share that is coded again"), self.sample),
            (self.tr("Seed of the plan"), self.seed),
        ):
            words = label(name, "", self)
            words.setWordWrap(True)
            words.setBuddy(field)
            field.setAccessibleName(name)
            field.setMinimumWidth(FIELD_PX)
            self._names[field] = words
            form.addRow(words, field)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.random_order)
        left.addWidget(self.blind)
        left.addWidget(self._named(self.tr("Themes in the task"), self.themes))
        Vacancy(self.themes, self.tr("No codes yet. Import a codebook first."))
        left.addWidget(self.themes)
        back = QHBoxLayout()
        back.addWidget(self.has_due)
        back.addWidget(self.due, 1)
        left.addLayout(back)
        left.addWidget(self._named(self.tr("Message to the coders"), self.message_line))
        left.addWidget(self.message_line)
        left.addStretch(1)
        side = QWidget(self)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(round(FORM_PX * self.theme.text_factor))
        middle = QHBoxLayout()
        middle.setSpacing(self.theme.space("l"))
        middle.addWidget(side)
        middle.addWidget(self.grid, 1)
        self.content.addLayout(middle, 1)
        below = QHBoxLayout()
        below.addWidget(self._named(self.tr("Folder"), self.folder))
        below.addWidget(self.folder, 1)
        below.addWidget(self.folder_button)
        self.content.addLayout(below)

    def _named(self, name: str, field: QWidget) -> QLabel:
        words = label(name, "strong", self)
        words.setBuddy(field)
        field.setAccessibleName(name)
        return words

    def _families(self) -> tuple[str, ...]:
        """Return the themes that are ticked; none where all are, so that new ones belong too."""
        items = [self.themes.item(number) for number in range(self.themes.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        if len(ticked) in {0, len(items)}:
            return ()
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in ticked)

    def _deal(self) -> None:
        chosen = self.grid.chosen()
        lengths = [Length(row.uid, row.n_chars) for row in chosen]
        uids = [coder.uid for coder in self._coders]
        if not uids or not lengths:
            self.grid.deal({})
            return
        if self.kind.currentData() == "recoding":
            self.grid.deal(self._coded_again([row.uid for row in chosen], uids))
            return
        each_by = len(uids) if self.kind.currentData() == "training" else self.each_by.value()
        wish = Wish(each_by, self.share.value() / 100, self.seed.value())
        self.grid.deal(double_coding.plan(lengths, uids, wish))

    def _coded_again(
        self, chosen: Sequence[str], coder_uids: Sequence[str]
    ) -> dict[str, tuple[str, ...]]:
        """Return for each document who codes it once more: a share of what each coded before."""
        share, seed = self.sample.value() / 100, self.seed.value()
        samples = {
            uid: training.sample(chosen, self._known.coded.get(uid, ()), share, seed)
            for uid in coder_uids
        }
        return {uid: tuple(who for who in samples if uid in samples[who]) for uid in chosen}

    def _on_kind_changed(self) -> None:
        kind = self.kind.currentData()
        for field, kinds in (
            (self.model, {"training"}),
            (self.each_by, {"independent"}),
            (self.share, {"independent"}),
            (self.sample, {"recoding"}),
        ):
            shown = kind in kinds
            field.setVisible(shown)
            self._names[field].setVisible(shown)
        with QSignalBlocker(self.blind):
            self.blind.setChecked(True)
            self.blind.setEnabled(kind == "independent")
        self._deal()

    def _on_folder_button_clicked(self) -> None:
        chosen = self._ask.folder(self, self.tr("Folder for the files"), self.folder.text())
        if chosen is not None:
            self.folder.setText(str(chosen))
