"""A register by document: the matrix or one cell a line, with rates and what is left out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTabWidget, QWidget

from qualcode_app.domain.snapshot import Snapshot, Table
from qualcode_app.services.registers.register_table import RegisterTable
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.item_models.sheet import PLACE_ROLE, Place, Sheet
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import in_language

CHARACTER_PX = 9
WIDEST_PX = 320


class RegisterTableDialog(Dialog):
    """Shows one register as one coder judged it; a double click goes to the cell."""

    place_chosen = Signal(str, str)  # uids of proposition and document
    export_requested = Signal()

    def __init__(
        self, theme: Theme, found: RegisterTable, sheets: Snapshot, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.sheets = sheets
        self.register = found.register
        title = in_language(found.register.title_nl, found.register.title_en)
        self.name_it(title, self.tr("Export"))
        self.cancel_button.setText(self.tr("Close"))
        self._places = [
            (row.uid, document.uid) for row in found.rows for document in found.documents
        ]
        self._n_documents = len(found.documents)
        self._tables: list[Table] = []  # in the order of the tabs
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(self.tr("Tables of the register"))
        long, matrix, rates, left_out = sheets.tables.values()
        self.matrix = self._add(self.tr("Matrix"), matrix, self._place_in_matrix)
        self.long = self._add(self.tr("One cell a line"), long, self._place_in_list)
        self.rates = self._add(self.tr("Rates"), rates, _nowhere)
        self.left_out = self._add(self.tr("Left out"), left_out, _nowhere)
        self.content.addWidget(self.tabs, 1)
        self.act_button.clicked.disconnect(self.accept)
        self.act_button.clicked.connect(self.export_requested)
        self.resize(980, 620)

    @property
    def shown(self) -> Table:
        """The table of the open tab."""
        return self._tables[self.tabs.currentIndex()]

    # Inside

    def _add(self, name: str, table: Table, place: Callable[[int, int], Place]) -> QTableView:
        view = QTableView(self)
        view.setAccessibleName(name)
        view.setModel(Sheet(table, place, view))
        view.verticalHeader().hide()
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        for at, column in enumerate(table.columns):
            title = view.horizontalHeader().sectionSizeHint(at)
            view.setColumnWidth(at, max(title, min(WIDEST_PX, CHARACTER_PX * column.width)))
        view.doubleClicked.connect(self._on_view_double_clicked)
        self.tabs.addTab(view, name)
        self._tables.append(table)
        return view

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
