"""A sheet of cases before it is imported: what each column tells, and how each line is matched."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from qualcode_app.services.cases.case_rows import CaseRow
from qualcode_app.services.cases.sheet import Sheet, Use
from qualcode_app.services.cases.sheet_plan import (
    LEAVE,
    NEW,
    NONE,
    Choice,
    How,
    LinePlan,
    SheetPlan,
)
from qualcode_app.ui import sheet_words
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.plain_table import dress, put_choice
from qualcode_app.ui.widgets.words import label

SIZE_PX = (1000, 640)
COLUMNS_PX = 190
USE_PX = 240
CHOICE_PX = 184
LINE, NAME, CASE, DOCUMENT, REMARK = range(5)


class CaseSheetDialog(Dialog):
    """Shows what an import would do and asks where it is in doubt."""

    plan_wanted = Signal(object, object)  # Sheet, choices by number of the line
    wanted = Signal(object)  # SheetPlan

    def __init__(self, theme: Theme, cases: tuple[CaseRow, ...], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Import cases from a sheet"), self.tr("Import"))
        self._cases = cases
        self._plan: SheetPlan | None = None
        self._order: list[int] = []
        self._asked: set[int] = set()  # lines that show a choice, also once it is made
        self.choices: dict[int, Choice] = {}
        self.columns = QTableWidget(0, 3, self)
        self.lines = QTableWidget(0, 5, self)
        self.summary = label("", "strong", self)
        self.summary.setWordWrap(True)
        self.detail = label("", "muted", self)
        self.detail.setWordWrap(True)
        self._set_up_tables()
        self.content.addWidget(label(self.tr("What the columns tell"), "strong", self))
        self.content.addWidget(self.columns)
        self.content.addWidget(label(self.tr("What becomes of the lines"), "strong", self))
        self.content.addWidget(self.lines, 1)
        self.content.addWidget(self.detail)
        self.content.addWidget(self.summary)
        self.act_button.setEnabled(False)
        self.take_room(*SIZE_PX)
        self.lines.itemSelectionChanged.connect(self._tell_remark)
        self.lines.itemDoubleClicked.connect(self._on_line_double_clicked)
        self.accepted.connect(lambda: self.wanted.emit(self._plan))

    def show_plan(self, plan: SheetPlan) -> None:
        """Show a plan; lines stay where they were first shown."""
        fresh = self._plan is None
        self._plan = plan
        open_now = {line.number for line in plan.lines if line.is_open or line.problem}
        self._asked |= open_now
        if fresh:
            numbers = [line.number for line in plan.lines]
            self._order = sorted(numbers, key=lambda number: number not in open_now)
            self._show_columns(plan.sheet)
        self._show_lines(plan)
        if fresh:
            self.lines.selectRow(0)
        self._tell_remark()
        self.summary.setText(sheet_words.summary(plan))
        self.act_button.setEnabled(not plan.open_lines and any(x.is_used for x in plan.lines))

    # Inside

    def _set_up_tables(self) -> None:
        told = (self.tr("Heading"), self.tr("Tells"), self.tr("Examples"))
        dress(self.columns, self.theme, self.tr("What the columns tell"), told)
        heads = (
            self.tr("Line"),
            self.tr("In the sheet"),
            self.tr("Case"),
            self.tr("Document"),
            self.tr("Remark"),
        )
        dress(self.lines, self.theme, self.tr("What becomes of the lines"), heads)
        self.columns.setMaximumHeight(COLUMNS_PX)
        self.columns.horizontalHeader().resizeSection(0, CHOICE_PX)
        self.columns.horizontalHeader().resizeSection(1, USE_PX)
        head = self.lines.horizontalHeader()
        head.setSectionResizeMode(LINE, QHeaderView.ResizeMode.ResizeToContents)
        for section in (NAME, CASE, DOCUMENT):
            head.resizeSection(section, CHOICE_PX)

    def _show_columns(self, sheet: Sheet) -> None:
        self.columns.setRowCount(len(sheet.columns))
        for row, column in enumerate(sheet.columns):
            self.columns.setItem(row, 0, QTableWidgetItem(column.name))
            choice = QComboBox(self.columns)
            choice.setAccessibleName(
                self.tr("What the column {name} tells").format(name=column.name)
            )
            for use, words in sheet_words.uses().items():
                choice.addItem(words, use.value)
            choice.setCurrentIndex(choice.findData(column.use.value))
            choice.activated.connect(
                lambda _at, name=column.name, choice=choice: self._choose_use(
                    name, Use(choice.currentData())
                )
            )
            put_choice(self.columns, row, 1, choice)
            said = dict.fromkeys(x for line in sheet.lines if (x := line.get(column.name, "")))
            self.columns.setItem(row, 2, QTableWidgetItem(" · ".join(list(said)[:4])))

    def _choose_use(self, name: str, use: Use) -> None:
        if self._plan is None:
            return
        sheet = self._plan.sheet.choose(name, use)
        for row, column in enumerate(sheet.columns):
            choice = self.columns.cellWidget(row, 1)
            if isinstance(choice, QComboBox):
                choice.setCurrentIndex(choice.findData(column.use.value))
        self.plan_wanted.emit(sheet, dict(self.choices))

    def _show_lines(self, plan: SheetPlan) -> None:
        by_number = {line.number: line for line in plan.lines}
        self.lines.setRowCount(len(self._order))
        for row, number in enumerate(self._order):
            line = by_number[number]
            self._put(row, LINE, str(number))
            said = " · ".join(part for part in (line.name, line.code) if part)
            self._put(row, NAME, said)
            if number in self._asked:
                self._ask_case(row, line)
                self._ask_document(row, line)
            else:
                self._put(row, CASE, sheet_words.case_words(line))
                self._put(row, DOCUMENT, sheet_words.document_words(line))
            self._put(row, REMARK, sheet_words.remark(line))

    def _put(self, row: int, column: int, text: str) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        self.lines.setItem(row, column, item)

    def _ask_case(self, row: int, line: LinePlan) -> None:
        choice = QComboBox(self.lines)
        choice.setAccessibleName(self.tr("Case of line {n}").format(n=line.number))
        choice.addItem(self.tr("Choose…"), None)
        candidates = line.case.candidates
        for case in candidates:
            choice.addItem(self.tr("It is {name}").format(name=case.name), case.uid)
        if line.name:
            choice.addItem(self.tr("A new case"), NEW)
        choice.addItem(self.tr("Leave this line out"), LEAVE)
        choice.insertSeparator(choice.count())
        for case in self._cases:
            if case not in candidates:
                choice.addItem(case.name, case.uid)
        decided = self.choices.get(line.number, Choice()).case
        if decided is None and line.case.how not in (How.DOUBT, How.NEW) and line.case.case:
            decided = line.case.case.uid
        choice.setCurrentIndex(max(0, choice.findData(decided)))
        choice.activated.connect(lambda _at: self._decide(line.number, case=choice.currentData()))
        put_choice(self.lines, row, CASE, choice)

    def _ask_document(self, row: int, line: LinePlan) -> None:
        found = line.document
        if found.how is not How.DOUBT and self.choices.get(line.number, Choice()).document is None:
            self.lines.removeCellWidget(row, DOCUMENT)
            self._put(row, DOCUMENT, sheet_words.document_words(line))
            return
        choice = QComboBox(self.lines)
        choice.setAccessibleName(self.tr("Document of line {n}").format(n=line.number))
        choice.addItem(self.tr("Choose…"), None)
        shown = found.candidates or ((found.document,) if found.document else ())
        for document in shown:
            choice.addItem(document.title, document.uid)
        choice.addItem(self.tr("No document"), NONE)
        decided = self.choices.get(line.number, Choice()).document
        choice.setCurrentIndex(max(0, choice.findData(decided)))
        choice.activated.connect(
            lambda _at: self._decide(line.number, document=choice.currentData())
        )
        put_choice(self.lines, row, DOCUMENT, choice)

    def _decide(self, number: int, **decided: str | None) -> None:
        before = self.choices.get(number, Choice())
        self.choices[number] = replace(before, **decided)
        if self._plan is not None:
            self.plan_wanted.emit(self._plan.sheet, dict(self.choices))

    def _tell_remark(self) -> None:
        """Show the remark on the marked line whole, below the table."""
        item = self.lines.item(self.lines.currentRow(), REMARK)
        self.detail.setText(item.text() if item is not None else "")

    def _on_line_double_clicked(self, item: QTableWidgetItem) -> None:
        """Let a line that was matched be decided otherwise."""
        self._asked.add(self._order[item.row()])
        if self._plan is not None:
            self._show_lines(self._plan)
