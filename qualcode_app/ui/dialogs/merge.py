"""What merging would do, before it is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from qualcode_app.domain.changes import Kind
from qualcode_app.services.merging.outcomes import Effect, Key, MergePlan, Version
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.item_models.merge_words import clash_name, kind_name, version_name
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count

EFFECTS = (Effect.NEW, Effect.CHANGED, Effect.SAME, Effect.DELETED, Effect.CLASH)


class MergeDialog(Dialog):
    """Shows the plan per file and per kind; every clash is decided here before anything changes."""

    wanted = Signal(object, object)  # MergePlan, choices by clash

    def __init__(self, theme: Theme, plan: MergePlan, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Merge %n files", "", len(plan.files)), self.tr("Merge"))
        self._plan = plan
        self._choices: dict[Key, QComboBox] = {}
        self.content.addWidget(
            label(self.tr("Nothing has changed yet. This is what merging will do."), "muted", self)
        )
        self.files = self._files_table()
        self.kinds = self._kinds_table()
        self.content.addWidget(self.files)
        self.content.addWidget(self.kinds, 1)
        if plan.clashes:
            self.content.addWidget(label(self.tr("Clashes"), "title", self))
            self.content.addWidget(self._clashes(), 1)
        self.foot_words = label(
            self.tr("A backup is made first. Merging the same files again changes nothing."),
            "caption",
            self,
        )
        self.foot_words.setWordWrap(True)
        self.foot.insertWidget(0, self.foot_words, 1)
        self.resize(860, 640)
        self.accepted.connect(self._on_accepted)
        self._show_undecided()

    def choose(self, key: Key, file: int) -> None:
        """Decide a clash."""
        clash = next(one for one in self._plan.clashes if one.key == key)
        files = [version.file for version in clash.versions]
        box = self._choices[key]
        box.setCurrentIndex(box.findData(files.index(file)))

    def _heads(self) -> list[str]:
        return [
            self.tr("New"),
            self.tr("Changed"),
            self.tr("Same"),
            self.tr("Deleted"),
            self.tr("Clash"),
        ]

    def _files_table(self) -> QTableWidget:
        heads = [self.tr("File"), self.tr("Coder"), *self._heads()]
        table = self._table(self.tr("Files"), heads, wide=2)
        for file in self._plan.files:
            counts = [file.count(effect) for effect in EFFECTS]
            self._add(table, [file.path.name, ", ".join(sorted(file.coders)) or "–"], counts)
        rows = max(1, table.rowCount())
        table.setFixedHeight((rows + 1) * self.theme.size("row") + 6)
        return table

    def _kinds_table(self) -> QTableWidget:
        table = self._table(
            self.tr("What changes"), [self.tr("What changes"), *self._heads()], wide=1
        )
        totals: dict[str, list[int]] = defaultdict(lambda: [0] * len(EFFECTS))
        for kind in Kind:
            counts = [self._count(effect, kind) for effect in EFFECTS]
            if any(counts):
                name = kind_name(kind)
                totals[name] = [a + b for a, b in zip(totals[name], counts, strict=True)]
        same = EFFECTS.index(Effect.SAME)
        for name, counts in sorted(  # what changes comes first, otherwise as a study is made
            totals.items(), key=lambda pair: sum(pair[1]) == pair[1][same]
        ):
            self._add(table, [name], counts)
        return table

    def _count(self, effect: Effect, kind: Kind) -> int:
        if effect is Effect.SAME:
            return sum(file.counts.get((kind, effect), 0) for file in self._plan.files)
        return self._plan.count(effect, kind)

    def _table(self, name: str, heads: Sequence[str], *, wide: int) -> QTableWidget:
        table = QTableWidget(0, len(heads), self)
        table.setAccessibleName(name)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.theme.size("row_dense"))
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        head = table.horizontalHeader()
        for section in range(len(heads)):
            item = QTableWidgetItem(heads[section])
            table.setHorizontalHeaderItem(section, item)
            side = Qt.AlignmentFlag.AlignLeft if section < wide else Qt.AlignmentFlag.AlignRight
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(
                section, mode.Stretch if section < wide else mode.ResizeToContents
            )
        return table

    def _add(self, table: QTableWidget, words: Sequence[str], counts: Sequence[int]) -> None:
        row = table.rowCount()
        table.insertRow(row)
        for column, word in enumerate(words):
            table.setItem(row, column, QTableWidgetItem(word))
        for column, number in enumerate(counts, start=len(words)):
            item = QTableWidgetItem(count(number) if number else "·")
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, column, item)

    def _clashes(self) -> QWidget:
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, clash in enumerate(self._plan.clashes):
            name = label(clash_name(clash), "", self)
            name.setWordWrap(True)
            box = QComboBox(self)
            box.setAccessibleName(clash_name(clash))
            box.addItem(self.tr("Choose…"), None)
            for number, version in enumerate(clash.versions):
                box.addItem(version_name(self._plan, version), number)
            box.currentIndexChanged.connect(self._show_undecided)
            self._choices[clash.key] = box
            grid.addWidget(name, row, 0)
            grid.addWidget(box, row, 1)
        grid.setRowStretch(len(self._plan.clashes), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        return area

    def _decided(self) -> dict[Key, Version]:
        return {
            clash.key: clash.versions[self._choices[clash.key].currentData()]
            for clash in self._plan.clashes
            if self._choices[clash.key].currentData() is not None
        }

    def _show_undecided(self) -> None:
        left = len(self._choices) - len(self._decided())
        self.act_button.setEnabled(left == 0)
        if left:
            self.foot_words.setText(self.tr("%n clashes left to decide", "", left))
        elif self._choices:
            self.foot_words.setText(self.tr("All clashes are decided. A backup is made first."))

    def _on_accepted(self) -> None:
        self.wanted.emit(self._plan, self._decided())
