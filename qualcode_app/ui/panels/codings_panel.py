"""The codings as a list: what was coded where, by whom, with which note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QActionGroup, QCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
)

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.facets import Facet
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.documents import documents
from qualcode_app.ui.actions import Actions, Scope
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.item_models.codings_table import CodingsTable, Column
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.coding_delegate import CodingDelegate
from qualcode_app.ui.widgets.facet_menu import marked_menu, option_menu
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import Ground, label
from qualcode_app.ui.wording import count
from qualcode_app.ui.workspace import Workspace

WIDTHS_PX = {
    Column.DOCUMENT: 140,
    Column.PAGE: 46,
    Column.CODE: 152,
    Column.CODER: 110,
    Column.MEMO: 76,
}
FACET_WIDTHS_PX = {"nominal": 88, "ordinal": 76, "number": 84, "text": 88}


class CodingsPanel(Region):
    """Lists codings of this document or of all, and tells which one was chosen."""

    coding_activated = Signal(str)  # uid of the coding to be shown
    memo_written = Signal(str, str)  # uid of the coding, its new memo
    option_wished = Signal(list, str, str)  # uids of codings, uid of the facet, key of the option
    facet_typed = Signal(str, str, str)  # uid of the coding, uid of the facet, what was typed
    recode_wished = Signal()  # another code for all that are marked

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        theme: Theme,
        actions: Actions,
        book: FacetBook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "list_region", "", parent)
        self.setAccessibleName(self.tr("Codings"))
        self._workspace = workspace
        self._viewing = viewing
        self._theme = theme
        self._book = book
        self.in_all_documents = False
        self.without_facet = ""  # uid of the required facet whose answer is missing in all shown
        self._open: dict[str, frozenset[str]] = {}  # facets without an answer, by coding
        self._n_open: Counter[str] = Counter()
        self._chips: dict[str, QPushButton] = {}

        self.model = CodingsTable(book, self)
        self.model.show_facets(self._columns())
        self.table = QTableView(self)
        self.title = label("", "strong", self)
        self.scope_button = QPushButton(self)
        self.nothing = label(
            self.tr("No codings here yet. Select text and press Enter or 1 to 9."), "muted", self
        )
        self.nothing.setContentsMargins(14, 8, 14, 8)
        self._set_up_table(actions)
        self._lay_out()
        self._show_chips()

        self.table.clicked.connect(self._on_table_chosen)
        self.table.activated.connect(self._on_table_activated)
        self.table.customContextMenuRequested.connect(self._on_table_menu_requested)
        self.model.memo_written.connect(self.memo_written)
        self.model.numbers_typed.connect(self.facet_typed)
        book.changed.connect(self._on_book_changed)
        workspace.changed.connect(self._on_workspace_changed)
        workspace.coder_changed.connect(self._on_view_changed)
        viewing.document_changed.connect(self._on_view_changed)
        viewing.coders_changed.connect(self.refresh)
        viewing.filter_changed.connect(self.refresh)
        viewing.active_changed.connect(self._on_viewing_active_changed)
        theme.changed.connect(self.table.viewport().update)
        self.refresh()

    def refresh(self) -> None:
        """List the codings as they now are."""
        rows = self._workspace.read(documents.rows)
        self.model.name_documents({row.uid: row.title for row in rows})
        self.model.show(self._without_answer(self._let_through(self._read())))
        self.table.setColumnHidden(Column.DOCUMENT, not self.in_all_documents)
        self.table.setColumnHidden(Column.CODER, not self._viewing.all_coders)
        scope = (
            self.tr("In all documents") if self.in_all_documents else self.tr("In this document")
        )
        self.scope_button.setText(scope)
        self._show_count()
        self._mark(self._viewing.active_uid)

    def marked_uids(self) -> list[str]:
        """Return the uids of the marked codings."""
        rows = self.table.selectionModel().selectedRows()
        return [self.model.row(index.row()).uid for index in rows]

    def mark_all(self, uids: list[str]) -> None:
        """Mark several codings; the active one stays the current row."""
        selection = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for uid in uids:
            number = self.model.number_of(uid)
            if number >= 0:
                selection.select(self.model.index(number, 0), flags)

    def step(self, step: int) -> str:
        """Return the uid of the next (1) or previous (-1) coding of the list, "" at its end."""
        at = self.model.number_of(self._viewing.active_uid)
        at = at + step if at >= 0 else (0 if step > 0 else self.model.rowCount() - 1)
        return self.model.row(at).uid if 0 <= at < self.model.rowCount() else ""

    def row_of(self, uid: str) -> CodingRow | None:
        """Return a listed coding."""
        number = self.model.number_of(uid)
        return None if number < 0 else self.model.row(number)

    # Inside

    def _set_up_table(self, actions: Actions) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Codings"))
        table.setModel(self.model)
        delegate = CodingDelegate(self._theme, table)
        delegate.menu_wished.connect(self._on_delegate_menu_wished)
        table.setItemDelegate(delegate)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setMouseTracking(True)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self._theme.size("row_dense"))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setMinimumSectionSize(40)
        head.setSectionResizeMode(Column.PASSAGE, QHeaderView.ResizeMode.Stretch)
        self._arrange_columns()
        actions.give(table, Scope.CODINGS)

    def _lay_out(self) -> None:
        menu = QMenu(self.scope_button)
        group = QActionGroup(menu)
        for words, in_all in (
            (self.tr("In this document"), False),
            (self.tr("In all documents"), True),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(in_all == self.in_all_documents)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, v=in_all: self.show_scope(in_all=v))
        self.scope_button.setMenu(menu)
        self._theme.set_icon(self.scope_button, "chevron_down", "text_muted")
        self.scope_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        head = Ground("panel_head", self)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 3, 8, 3)
        row.addWidget(self.title)
        self._chip_row = QHBoxLayout()
        self._chip_row.setContentsMargins(8, 0, 0, 0)
        row.addLayout(self._chip_row)
        row.addStretch(1)
        row.addWidget(self.scope_button)
        self.scope_button.setProperty("kind", "link")
        self.body.insertWidget(0, head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.table, 1)

    def show_scope(self, *, in_all: bool) -> None:
        """List the codings of all documents, or of the open one."""
        self.in_all_documents = in_all
        self.refresh()

    def _let_through(self, rows: list[CodingRow]) -> list[CodingRow]:
        shown = self._viewing.filter
        return [row for row in rows if shown.lets_through(row.code_uid, row.coder_uid)]

    def _read(self) -> list[CodingRow]:
        coders = None if self._viewing.all_coders else [self._workspace.coder_uid]
        if self.in_all_documents:
            return self._workspace.read(coding_rows.rows, coder_uids=coders, areas=True)
        revision = self._revision_uid()
        if not revision:  # no document is open, or it was removed just now
            return []
        return self._workspace.read(
            coding_rows.rows, revision_uid=revision, coder_uids=coders, areas=True
        )

    # Facets

    def show_without(self, facet_uid: str) -> None:
        """List only codings without an answer to a required facet; "" lists all again."""
        self.without_facet = facet_uid
        self.refresh()

    def _columns(self) -> list[Facet]:
        """Return the facets that have a column: the required ones and numbers, then own ones."""
        shipped = [facet for facet in self._book.facets if facet.required or facet.kind == "number"]
        own = [facet for facet in self._book.facets if facet.key.startswith("own-")]
        return list(dict.fromkeys([*shipped, *own]))

    def _arrange_columns(self) -> None:
        head = self.table.horizontalHeader()
        for column, width_px in WIDTHS_PX.items():
            self.table.setColumnWidth(column, width_px)
        for i, facet in enumerate(self.model.facets):
            self.table.setColumnWidth(len(Column) + i, FACET_WIDTHS_PX[facet.kind])
        head.moveSection(head.visualIndex(Column.CODER), head.count() - 1)
        head.moveSection(head.visualIndex(Column.MEMO), head.count() - 1)

    def _without_answer(self, rows: list[CodingRow]) -> list[CodingRow]:
        """Count what is missing in these rows, and return those the filter lets through."""
        self._open = {row.uid: gone for row in rows if (gone := self._book.missing(row))}
        self._n_open = Counter(uid for gone in self._open.values() for uid in gone)
        if not self.without_facet:
            return rows
        return [row for row in rows if self.without_facet in self._open.get(row.uid, ())]

    def _patch_open(self, rows: Iterable[CodingRow], removed: Iterable[str]) -> None:
        now = {row.uid: self._book.missing(row) for row in rows}
        for uid in (*removed, *now):
            self._n_open.subtract(self._open.pop(uid, ()))
        for uid, gone in now.items():
            self._n_open.update(gone)
            if gone:
                self._open[uid] = gone

    def _show_chips(self) -> None:
        """Say of each required facet how many codings have no answer."""
        counts = self._n_open
        for facet in self._book.facets:
            if not facet.required:
                continue
            chip = self._chips.get(facet.uid)
            if chip is None:
                chip = self._chips[facet.uid] = QPushButton(self)
                chip.setCheckable(True)
                chip.setProperty("kind", "chip")
                chip.clicked.connect(lambda on, uid=facet.uid: self.show_without(uid if on else ""))
                self._chip_row.addWidget(chip)
            is_on = facet.uid == self.without_facet
            words = self.tr("without {facet} ({n})").format(
                facet=self._book.name(facet).lower(), n=count(counts[facet.uid])
            )
            chip.setText(f"{words}  ×" if is_on else words)
            chip.setAccessibleName(words)
            chip.setChecked(is_on)
            chip.setVisible(is_on or counts[facet.uid] > 0)

    def _marked_with(self, number: int) -> list[str]:
        """Return the marked codings where this row is one of them, else this row alone."""
        uid, marked = self.model.row(number).uid, self.marked_uids()
        return marked if uid in marked else [uid]

    def _on_delegate_menu_wished(self, index: QPersistentModelIndex) -> None:
        facet = self.model.facet_of(index.column())
        if not index.isValid() or facet is None:
            return
        uids = self._marked_with(index.row())
        menu = option_menu(
            self._book,
            self.model.row(index.row()),
            facet,
            lambda facet_uid, key: self.option_wished.emit(uids, facet_uid, key),
            self,
        )
        if menu is None:
            words = self.tr("{facet} is not asked on this coding.")
            self.message.tell(words.format(facet=self._book.name(facet)), "info")
            return
        place = self.table.visualRect(self.model.index(index.row(), index.column()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(place.bottomLeft()))

    def _on_table_menu_requested(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if not index.isValid():
            return
        uids = self._marked_with(index.row())
        menu = marked_menu(
            self._book,
            self.model.row(index.row()),
            len(uids),
            lambda facet_uid, key: self.option_wished.emit(uids, facet_uid, key),
            self,
        )
        menu.addAction(self.tr("Another code…")).triggered.connect(self.recode_wished)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _on_book_changed(self) -> None:
        self.model.show_facets(self._columns())
        self._arrange_columns()
        self.refresh()

    def _revision_uid(self) -> str:
        rows = self._workspace.read(documents.rows)
        uid = self._viewing.document_uid
        return next((row.revision_uid for row in rows if row.uid == uid), "")

    def _is_listed(self, row: CodingRow) -> bool:
        if not self._viewing.shows(row.coder_uid, self._workspace.coder_uid):
            return False
        if not self._viewing.filter.lets_through(row.code_uid, row.coder_uid):
            return False
        return self.in_all_documents or row.document_uid == self._viewing.document_uid

    def _is_wanted(self, row: CodingRow) -> bool:
        return not self.without_facet or self.without_facet in self._open.get(row.uid, ())

    def _show_count(self) -> None:
        n = self.model.rowCount()
        self.title.setText(self.tr("Codings {n}").format(n=count(n)))
        self._show_chips()
        self.nothing.setVisible(n == 0)
        self.table.setVisible(n > 0)

    def _mark(self, uid: str) -> None:
        number = self.model.number_of(uid)
        selection = self.table.selectionModel()
        if number < 0:
            selection.clearSelection()
            return
        index = self.model.index(number, Column.CODE)
        if not selection.isRowSelected(number):
            flags = (
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows
            )
            selection.setCurrentIndex(index, flags)
        self.table.scrollTo(index)

    def _on_table_chosen(self, index: QModelIndex) -> None:
        if len(self.marked_uids()) == 1:
            self.coding_activated.emit(self.model.row(index.row()).uid)

    def _on_table_activated(self, index: QModelIndex) -> None:
        if index.column() < len(Column) and index.column() != Column.MEMO:
            self._on_table_chosen(index)

    def _on_view_changed(self, _uid: str) -> None:
        self.refresh()

    def _on_viewing_active_changed(self, uid: str) -> None:
        self._mark(uid)

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.bulk or changes.touches(Kind.CODE, Kind.DOCUMENT, Kind.CODER):
            self.refresh()
        elif changes.touches(Kind.CODING):
            rows = self._workspace.codings_of(changes)
            removed = changes[Kind.CODING].removed
            listed = [row for row in rows if self._is_listed(row)]
            self._patch_open(listed, removed)
            wanted = [row for row in listed if self._is_wanted(row)]
            left = {row.uid for row in rows} - {row.uid for row in wanted}
            self.model.patch(wanted, removed | left)
            self._show_count()
