"""The memos as a list: notes, questions and decisions, kept apart from the evidence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
    QTableView,
    QWidget,
)

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.memos import memo_rows
from qualcode_app.services.memos.memo_rows import MemoRow
from qualcode_app.services.memos.memos import KINDS
from qualcode_app.ui.actions import Actions, Scope
from qualcode_app.ui.item_models.memos_table import Column, MemosTable
from qualcode_app.ui.item_models.rows_table import ROW_ROLE, SORT_ROLE
from qualcode_app.ui.memo_words import kind_name
from qualcode_app.ui.shortcuts import with_keys
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import CodingFilter, Viewing
from qualcode_app.ui.widgets import rows_view
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.flow import Flow
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import Ground, label
from qualcode_app.ui.workspace import Workspace

WIDTHS_PX = {
    Column.KIND: 84,
    Column.ABOUT: 130,
    Column.DOCUMENT: 96,
    Column.PAGE: 48,
    Column.CODER: 84,
    Column.CHANGED: 92,
}
SEARCH_PX = 190

Index = QModelIndex | QPersistentModelIndex


class _Sieve(QSortFilterProxyModel):
    """Lets through the memos of a kind and a document that hold the words searched for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words, self.kind, self.document_uid = "", "", ""
        self.wanted = CodingFilter()
        self.setSortRole(SORT_ROLE)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tell whether a memo is shown."""
        row: MemoRow = self.sourceModel().index(source_row, 0, source_parent).data(ROW_ROLE)
        return (
            (not self.kind or row.kind == self.kind)
            and (not self.document_uid or row.document_uid == self.document_uid)
            and row.matches(self.words)
            and self.wanted.lets_through(row.code_uid, row.coder_uid)
        )


class MemosPanel(Region):
    """Lists memos and tells which one is to be shown, changed or removed."""

    memo_chosen = Signal(object)  # MemoRow whose place is to be shown
    edit_requested = Signal(object)  # MemoRow

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        theme: Theme,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "list_region", "", parent)
        self.setAccessibleName(self.tr("Memos"))
        self._workspace = workspace
        self._viewing = viewing
        self._theme = theme
        self._is_stale = True
        self.model = MemosTable(self)
        self.sieve = _Sieve(self)
        self.sieve.setSourceModel(self.model)
        self.table = QTableView(self)
        self.search_field = SearchField(theme, "search", self.tr("Search the memos"), self)
        self.kind_choice = QComboBox(self)
        self.here_button = QPushButton(self.tr("Only this document"), self)
        self.new_button = QPushButton(self.tr("New memo"), self)  # stands beside the tabs
        self._actions = actions
        self.nothing = label("", "empty", self)
        self._set_up_table(actions)
        self._lay_out(actions)

        self.table.doubleClicked.connect(self._on_table_double_clicked)
        self.table.activated.connect(self._on_table_activated)
        self.table.clicked.connect(self._on_table_clicked)
        self.search_field.textChanged.connect(self._sift)
        self.kind_choice.currentIndexChanged.connect(self._sift)
        self.here_button.toggled.connect(self._sift)
        self.sieve.modelReset.connect(self._show_count)
        workspace.changed.connect(self._on_workspace_changed)
        viewing.document_changed.connect(self._on_viewing_document_changed)
        viewing.filter_changed.connect(self._sift)

    def refresh(self) -> None:
        """List the memos as they now are."""
        self._is_stale = False
        self.model.show(self._workspace.read(memo_rows.rows))
        self._show_count()

    def marked(self) -> MemoRow | None:
        """Return the memo in focus."""
        index = self.table.currentIndex()
        row: MemoRow | None = index.data(ROW_ROLE) if index.isValid() else None
        return row

    def mark(self, uid: str) -> None:
        """Put the focus of the list on a memo."""
        for number in range(self.sieve.rowCount()):
            index = self.sieve.index(number, Column.TEXT)
            if index.data(ROW_ROLE).uid == uid:
                self.table.setCurrentIndex(index)
                self.table.scrollTo(index)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the memos when they are first looked at."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    # Inside

    def _set_up_table(self, actions: Actions) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Memos"))
        table.setModel(self.sieve)
        rows_view.set_up(table, self._theme, WIDTHS_PX, Column.TEXT)
        table.sortByColumn(Column.PAGE, Qt.SortOrder.AscendingOrder)
        actions.give(table, Scope.MEMOS)

    def _lay_out(self, actions: Actions) -> None:
        self.kind_choice.setAccessibleName(self.tr("Kind of memo"))
        self.kind_choice.addItem(self.tr("All kinds"), "")
        for kind in KINDS:
            self.kind_choice.addItem(kind_name(kind), kind)
        self.here_button.setCheckable(True)
        self.search_field.setFixedWidth(SEARCH_PX)
        self.new_button.clicked.connect(actions["memo_here"].trigger)
        self.new_button.setToolTip(actions["memo_here"].toolTip())
        self.new_button.setProperty("kind", "link")
        self._theme.set_icon(self.new_button, "plus", "link")
        head = Ground("panel_head", self)
        row = Flow()
        head.setLayout(row)
        row.setContentsMargins(14, 3, 8, 3)
        self.title = label("", "strong", head)
        row.add(self.title)
        row.add_right(self.search_field, self.kind_choice, self.here_button)
        self.body.addWidget(head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.table, 1)

    def _sift(self) -> None:
        self.sieve.words = self.search_field.text()
        self.sieve.kind = self.kind_choice.currentData()
        here = self.here_button.isChecked()
        self.sieve.document_uid = self._viewing.document_uid if here else ""
        self.sieve.wanted = self._viewing.filter
        self.sieve.invalidate()
        self._show_count()

    def _show_count(self) -> None:
        n, total = self.sieve.rowCount(), self.model.rowCount()
        words = self.tr("%n memos", "", n)
        if n != total:
            words = self.tr("{shown} of {total}").format(shown=words, total=total)
        self.title.setText(words)
        none = self.tr("No memos here. {memo_here} writes one about what is marked.")
        unfit = self.tr("No memo fits. Clear the search and the choices beside it to see all.")
        self.nothing.setText(unfit if total else with_keys(self._actions, none))
        self.nothing.setVisible(n == 0)
        self.table.setVisible(n > 0)

    def _on_table_clicked(self, index: QModelIndex) -> None:
        self.memo_chosen.emit(index.data(ROW_ROLE))

    def _on_table_activated(self, index: QModelIndex) -> None:
        self.memo_chosen.emit(index.data(ROW_ROLE))

    def _on_table_double_clicked(self, index: QModelIndex) -> None:
        self.edit_requested.emit(index.data(ROW_ROLE))

    def _on_viewing_document_changed(self, _uid: str) -> None:
        self._sift()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.MEMO):
            self._is_stale = True
            if self.isVisible():
                self.refresh()
