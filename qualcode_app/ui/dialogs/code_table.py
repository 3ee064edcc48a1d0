"""A table of codings before it is imported: what columns tell, where each line would go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from qualcode_app.services.exchange.code_table import CodeTable, Tells
from qualcode_app.services.exchange.code_table_lines import Fate, LinePlan
from qualcode_app.services.exchange.code_table_plan import TablePlan
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.plain_table import dress, put_choice
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count, error_sentence, translate

SIZE_PX = (1000, 680)
COLUMNS_PX = 190
USE_PX = 240
SECTIONS_PX = (56, 140, 120, 130, 190)
SHOWN = 300  # lines; those without a place come first
SAMPLES = 4


class CodeTableDialog(Dialog):
    """Shows what an import would do, and plans anew with each choice."""

    plan_wanted = Signal(object, bool, bool)  # CodeTable, makes codes, makes coders
    wanted = Signal(object)  # TablePlan

    def __init__(self, theme: Theme, table: CodeTable, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Import codings from a table"), self.tr("Import"))
        self._table = table
        self._plan: TablePlan | None = None
        self._choices: dict[str, QComboBox] = {}
        self.columns = QTableWidget(len(table.names), 3, self)
        self.lines = QTableWidget(0, 6, self)
        self.new_codes = QCheckBox(self.tr("Make codes that are not in the project"), self)
        self.new_coders = QCheckBox(self.tr("Let coders join who are not in the project"), self)
        self.summary = label("", "strong", self)
        self.detail = label("", "muted", self)
        for words in (self.summary, self.detail):
            words.setWordWrap(True)
        self._set_up()
        self._show_columns()
        self.accepted.connect(lambda: self.wanted.emit(self._plan))
        self.take_room(*SIZE_PX)

    def ask_plan(self) -> None:
        """Ask what the table would do as it is chosen now."""
        self.act_button.setEnabled(False)
        if self._table.missing:
            missing = ", ".join(tells_words()[one] for one in self._table.missing)
            self.summary.setText(self.tr("No column tells: {names}.").format(names=missing))
            self.lines.setRowCount(0)
            return
        self.plan_wanted.emit(self._table, self.new_codes.isChecked(), self.new_coders.isChecked())

    def show_plan(self, plan: TablePlan) -> None:
        """Show what would happen; a plan of choices that changed since is not shown."""
        if plan.table is not self._table:
            return
        self._plan = plan
        placed = (line for line in plan.lines if line.fate is not Fate.UNPLACED)
        shown = [*plan.unplaced, *placed][:SHOWN]
        self.lines.setRowCount(len(shown))
        for row, line in enumerate(shown):
            self._show_line(row, line)
        self.lines.selectRow(0)
        self._tell_detail()
        self.summary.setText(_summary(plan, len(shown)))
        self.act_button.setEnabled(bool(plan.new))

    # Inside

    def _set_up(self) -> None:
        told = (self.tr("Heading"), self.tr("Tells"), self.tr("Examples"))
        dress(self.columns, self.theme, self.tr("What the columns tell"), told)
        heads = (
            self.tr("Line"),
            self.tr("Document"),
            self.tr("Code"),
            self.tr("Coder"),
            self.tr("Words"),
            self.tr("What happens"),
        )
        dress(self.lines, self.theme, self.tr("What becomes of the lines"), heads)
        self.columns.setMaximumHeight(COLUMNS_PX)
        head = self.columns.horizontalHeader()
        head.resizeSection(0, USE_PX)
        head.resizeSection(1, USE_PX)
        head = self.lines.horizontalHeader()
        for section, width in enumerate(SECTIONS_PX):
            head.resizeSection(section, width)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.content.addWidget(label(self.tr("What the columns tell"), "strong", self))
        self.content.addWidget(self.columns)
        boxes = QHBoxLayout()
        boxes.setSpacing(self.theme.space("l"))
        for box in (self.new_codes, self.new_coders):
            box.setChecked(True)
            box.toggled.connect(self.ask_plan)
            boxes.addWidget(box)
        boxes.addStretch(1)
        self.content.addLayout(boxes)
        self.content.addWidget(label(self.tr("What becomes of the lines"), "strong", self))
        self.content.addWidget(self.lines, 1)
        self.content.addWidget(self.detail)
        self.content.addWidget(self.summary)
        self.lines.itemSelectionChanged.connect(self._tell_detail)

    def _show_columns(self) -> None:
        for row, name in enumerate(self._table.names):
            self.columns.setItem(row, 0, QTableWidgetItem(name))
            choice = QComboBox(self.columns)
            choice.setAccessibleName(self.tr("What the column {name} tells").format(name=name))
            for tells, words in tells_words().items():
                choice.addItem(words, tells.value)
            choice.activated.connect(
                lambda _at, name=name, choice=choice: self._choose(
                    name, Tells(choice.currentData())
                )
            )
            self._choices[name] = choice
            put_choice(self.columns, row, 1, choice)
            said = dict.fromkeys(x for line in self._table.lines if (x := line.get(name, "")))
            words = " · ".join(list(said)[:SAMPLES])
            self.columns.setItem(row, 2, QTableWidgetItem(" ".join(words.split())[:200]))
        self._show_choices()

    def _show_choices(self) -> None:
        for name, choice in self._choices.items():
            choice.setCurrentIndex(choice.findData(self._table.tells[name].value))

    def _choose(self, name: str, tells: Tells) -> None:
        self._table = self._table.choose(name, tells)
        self._show_choices()
        self.ask_plan()

    def _show_line(self, row: int, line: LinePlan) -> None:
        said = (
            *(str(line.number), line.document, line.code, line.coder),
            *(" ".join(line.quote.split()), fate_words(line)),
        )
        for column, words in enumerate(said):
            item = QTableWidgetItem(words[:300])
            item.setToolTip(words[:1000])
            self.lines.setItem(row, column, item)

    def _tell_detail(self) -> None:
        """Show whole what happens to the marked line, below the table."""
        item = self.lines.item(self.lines.currentRow(), 5)
        self.detail.setText(item.text() if item is not None else "")


def tells_words() -> dict[Tells, str]:
    """Return what a column can tell, in words."""
    return {
        Tells.DOCUMENT: translate("code_table", "Document"),
        Tells.CODE: translate("code_table", "Code"),
        Tells.CODER: translate("code_table", "Coder"),
        Tells.QUOTE: translate("code_table", "Words that are coded"),
        Tells.START: translate("code_table", "First character"),
        Tells.END: translate("code_table", "End, after the last character"),
        Tells.OCCURRENCE: translate("code_table", "Which time the words stand there"),
        Tells.MEMO: translate("code_table", "Memo"),
        Tells.LEAVE: translate("code_table", "Leave this column out"),
    }


def fate_words(line: LinePlan) -> str:
    """Return what happens to a line."""
    if line.problem is not None:
        said = translate("code_table", "Not imported: {why}")
        return said.format(why=error_sentence(line.problem))
    if line.is_one_of_several and line.fate is not Fate.HERE:
        return translate("code_table", "The words stand there more than once; the first is taken")
    return {
        Fate.EXACT: translate("code_table", "The words stand there"),
        Fate.NORMALISED: translate("code_table", "The words stand there, set in another way"),
        Fate.OFFSETS: translate("code_table", "Placed by its numbers"),
        Fate.HERE: translate("code_table", "Is here already"),
        Fate.UNPLACED: "",
    }[line.fate]


def _summary(plan: TablePlan, n_shown: int) -> str:
    """Return in one line what the import would do."""
    said = translate("code_table", "{n} of {total} lines become codings.")
    words = [said.format(n=count(len(plan.new)), total=count(len(plan.lines)))]
    if plan.n_here:
        words.append(translate("code_table", "Here already: {n}.").format(n=count(plan.n_here)))
    if plan.unplaced:
        said = translate("code_table", "Without a place: {n}.")
        words.append(said.format(n=count(len(plan.unplaced))))
    if plan.coders:
        said = translate("code_table", "New coders: {names}.")
        words.append(said.format(names=", ".join(one.name for one in plan.coders)))
    if plan.book is not None:
        said = translate("code_table", "New codes: {n}.")
        words.append(said.format(n=count(len(plan.book.book.codes))))
    if n_shown < len(plan.lines):
        said = translate("code_table", "Shown are {n} lines.")
        words.append(said.format(n=count(n_shown)))
    return " ".join(words)
