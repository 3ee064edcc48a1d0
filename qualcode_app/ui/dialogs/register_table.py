"""A register by document: the matrix or one cell a line, with rates and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QTableView,
    QTabWidget,
    QWidget,
)

from qualcode_app.domain.snapshot import Snapshot, Table
from qualcode_app.services.registers.propositions import RegisterRow
from qualcode_app.services.registers.register_table import RegisterTable
from qualcode_app.services.store.people import CoderRow, RoundRow
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.item_models.sheet import PLACE_ROLE, Place, Sheet
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import in_language

CHARACTER_PX = 9
WIDEST_PX = 320


class RegisterTableDialog(Dialog):
    """Shows one register as one coder judged it in a round; a double click goes to the cell."""

    place_chosen = Signal(str, str)  # uids of proposition and document
    choice_changed = Signal(str, str)  # uids of coder and round
    export_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        coders: Sequence[CoderRow],
        rounds: Sequence[RoundRow],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self.sheets = Snapshot({})
        self.register: RegisterRow | None = None
        self.name_it(self.tr("Register"), self.tr("Export"))
        self.cancel_button.setText(self.tr("Close"))
        self._places: list[tuple[str, str]] = []
        self._n_documents = 0
        self.coders, self.rounds = QComboBox(self), QComboBox(self)
        for coder in coders:
            self.coders.addItem(coder.name, coder.uid)
        for one in rounds:
            self.rounds.addItem(self.tr("Round {title}").format(title=one.title), one.uid)
        self.coders.setAccessibleName(self.tr("Whose verdicts"))
        self.rounds.setAccessibleName(self.tr("Round"))
        choice = QHBoxLayout()
        choice.addWidget(self.coders)
        choice.addWidget(self.rounds)
        choice.addStretch(1)
        self.content.addLayout(choice)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(self.tr("Tables of the register"))
        self.matrix = self._add(self.tr("Matrix"))
        self.long = self._add(self.tr("One cell a line"))
        self.rates = self._add(self.tr("Rates"))
        self.left_out = self._add(self.tr("Left out"))
        self.content.addWidget(self.tabs, 1)
        self.act_button.clicked.disconnect(self.accept)
        self.act_button.clicked.connect(self.export_requested)
        for box in (self.coders, self.rounds):
            box.activated.connect(self._on_choice_activated)
        self.take_room(980, 620)

    @property
    def shown(self) -> Table:
        """The table of the open tab."""
        view = self.tabs.currentWidget()
        sheet = view.model() if isinstance(view, QTableView) else None
        return sheet.table if isinstance(sheet, Sheet) else Table((), ())

    def show_table(self, found: RegisterTable, sheets: Snapshot) -> None:
        """Show the verdicts as they now are; what was in sight stays in sight."""
        self.sheets, self.register = sheets, found.register
        title = in_language(found.register.title_nl, found.register.title_en)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.coders.setCurrentIndex(self.coders.findData(found.coder.uid))
        self.rounds.setCurrentIndex(self.rounds.findData(found.round.uid))
        self._places = [
            (row.uid, document.uid) for row in found.rows for document in found.documents
        ]
        self._n_documents = len(found.documents)
        long, matrix, rates, left_out = sheets.tables.values()
        self._fill(self.matrix, matrix, self._place_in_matrix)
        self._fill(self.long, long, self._place_in_list)
        self._fill(self.rates, rates, _nowhere)
        self._fill(self.left_out, left_out, _nowhere)

    # Inside

    def _add(self, name: str) -> QTableView:
        view = QTableView(self)
        view.setAccessibleName(name)
        view.verticalHeader().hide()
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        view.horizontalHeader().setDefaultAlignment(left)
        view.doubleClicked.connect(self._on_view_double_clicked)
        self.tabs.addTab(view, name)
        return view

    def _fill(self, view: QTableView, table: Table, place: Callable[[int, int], Place]) -> None:
        before, bar = view.model(), view.verticalScrollBar()
        at, across = bar.value(), view.horizontalScrollBar().value()
        view.setModel(Sheet(table, place, view, shares=view is self.rates))
        if isinstance(before, Sheet):
            before.deleteLater()
        for number, column in enumerate(table.columns):
            title = view.horizontalHeader().sectionSizeHint(number)
            view.setColumnWidth(number, max(title, min(WIDEST_PX, CHARACTER_PX * column.width)))
        bar.setValue(at)
        view.horizontalScrollBar().setValue(across)

    def _on_choice_activated(self) -> None:
        self.choice_changed.emit(self.coders.currentData(), self.rounds.currentData())

    def _place_in_matrix(self, row: int, column: int) -> Place:
        document = column - 2  # after key and wording
        at = row * self._n_documents + document
        if 0 <= document < self._n_documents and at < len(self._places):
            return self._places[at]
        return None

    def _place_in_list(self, row: int, _column: int) -> Place:
        return self._places[row]

    def _on_view_double_clicked(self, index: QModelIndex) -> None:
        place = index.data(PLACE_ROLE)
        if place is not None:
            self.accept()
            self.place_chosen.emit(*place)


def _nowhere(_row: int, _column: int) -> Place:
    return None
