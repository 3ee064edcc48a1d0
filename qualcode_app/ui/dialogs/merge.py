"""What merging would do, before it is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.domain.changes import Kind
from qualcode_app.services.merging.outcomes import Effect, Matches, MergePlan
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.item_models.merge_words import kind_name
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.clash_panel import ClashPanel
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count, date

EFFECTS = (Effect.NEW, Effect.CHANGED, Effect.SAME, Effect.DELETED, Effect.CLASH)
SIDE_PX = 400


class MergeDialog(Dialog):
    """Shows the plan per file and per kind; every clash is decided here before anything changes."""

    wanted = Signal(object, object)  # MergePlan, choices by clash
    matched = Signal(object, object)  # MergePlan, Matches: a plan to be made anew

    def __init__(self, theme: Theme, plan: MergePlan, parent: QWidget) -> None:
        super().__init__(theme, parent)
        verb = self.tr("Compare again") if plan.doubts else self.tr("Merge")
        self.name_it(self.tr("Merge %n files", "", len(plan.files)), verb)
        self._plan = plan
        self.content.addWidget(
            label(self.tr("Nothing has changed yet. This is what merging will do."), "muted", self)
        )
        self.files = self._files_table()
        self.kinds = self._kinds_table()
        left = QVBoxLayout()
        left.setSpacing(theme.space("s"))
        left.addWidget(self.files)
        left.addWidget(self.kinds, 1)
        sides = QHBoxLayout()
        sides.setSpacing(theme.space("l"))
        sides.addLayout(left, 1)
        self.clashes = ClashPanel(theme, plan, self)
        self.clashes.setFixedWidth(SIDE_PX)
        self.clashes.setVisible(bool(plan.doubts or plan.clashes))
        sides.addWidget(self.clashes)
        self.content.addLayout(sides, 1)
        self.foot_words = label("", "caption", self)
        self.foot_words.setWordWrap(True)
        self.foot.insertWidget(0, self.foot_words, 1)
        self.act_button.setShortcut(QKeySequence("Ctrl+Return"))
        self.resize(1180 if plan.doubts or plan.clashes else 860, 660)
        self.clashes.decided.connect(self._show_undecided)
        self.accepted.connect(self._on_accepted)
        self._show_undecided()

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
        sums = [0] * len(EFFECTS)
        for file in self._plan.files:
            counts = [file.count(effect) for effect in EFFECTS]
            sums = [before + now for before, now in zip(sums, counts, strict=True)]
            self._add(table, [file.path.name, ", ".join(sorted(file.coders)) or "–"], counts)
        if len(self._plan.files) > 1:
            self._add(table, [self.tr("Together"), ""], sums)
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

    def _show_undecided(self) -> None:
        left = self.clashes.n_open
        self.act_button.setEnabled(left == 0)
        if left and self._plan.doubts:
            words = self.tr("%n names left to decide: one or two?", "", left)
        elif left:
            words = self.tr("%n clashes left to decide", "", left)
        else:
            words = self.tr("A backup is made first. The merge can be withdrawn as a whole later.")
        handed = [one.handed_out_at for one in self._plan.files if one.handed_out_at is not None]
        if handed:
            base = self.tr("Common base: handed out on {date}.").format(date=date(min(handed)))
            words = f"{words}  {base}"
        self.foot_words.setText(words)

    def _on_accepted(self) -> None:
        if self._plan.doubts:
            before = self._plan.matches
            same = frozenset(uids for uids, is_one in self.clashes.same.items() if is_one)
            apart = frozenset(self.clashes.same) - same
            self.matched.emit(self._plan, Matches(before.same | same, before.apart | apart))
        else:
            self.wanted.emit(self._plan, self.clashes.choices)
