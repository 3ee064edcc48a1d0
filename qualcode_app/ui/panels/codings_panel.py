"""The codings as a list: what was coded where, by whom, with which note."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QActionGroup, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services import coding_rows, documents
from qualcode_app.services.coding_rows import CodingRow
from qualcode_app.ui.actions import Actions, Scope
from qualcode_app.ui.item_models.codings_table import ROW_ROLE, CodingsTable, Column, code_label
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.code_delegate import draw_ground
from qualcode_app.ui.widgets.painting import draw_focus, draw_stripe, draw_words
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import Ground, label
from qualcode_app.ui.wording import count
from qualcode_app.ui.workspace import Workspace

WIDTHS_PX = {
    Column.DOCUMENT: 140,
    Column.PAGE: 56,
    Column.CODE: 190,
    Column.CODER: 110,
    Column.MEMO: 150,
}

Index = QModelIndex | QPersistentModelIndex


class CodingDelegate(QStyledItemDelegate):
    """Paints a cell; the code has its stripe and its key in strong type."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme, rect = self._theme, QRect(option.rect)
        draw_ground(painter, theme, option, rect)
        row: CodingRow = index.data(ROW_ROLE)
        words = rect.adjusted(8, 0, -6, 0)
        text, body = theme.colour("text"), theme.font("body")
        if index.column() == Column.CODE:
            draw_stripe(painter, theme.code_colours(row.colour).stripe, words)
            words.adjust(12, 0, 0, 0)
            used = draw_words(painter, words, row.code_key, theme.font("strong"), text)
            words.adjust(used + 8, 0, 0, 0)
            draw_words(painter, words, code_label(row), body, text)
        else:
            draw_words(painter, words, str(index.data()), body, text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, theme, rect)


class CodingsPanel(Region):
    """Lists codings of this document or of all, and tells which one was chosen."""

    coding_activated = Signal(str)  # uid of the coding to be shown
    memo_written = Signal(str, str)  # uid of the coding, its new memo

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        theme: Theme,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "list_region", "", parent)
        self.setAccessibleName(self.tr("Codings"))
        self._workspace = workspace
        self._viewing = viewing
        self._theme = theme
        self.in_all_documents = False

        self.model = CodingsTable(self)
        self.table = QTableView(self)
        self.title = label("", "strong", self)
        self.scope_button = QPushButton(self)
        self.nothing = label(
            self.tr("No codings here yet. Select text and press Enter or 1 to 9."), "muted", self
        )
        self.nothing.setContentsMargins(14, 8, 14, 8)
        self._set_up_table(actions)
        self._lay_out()

        self.table.clicked.connect(self._on_table_chosen)
        self.table.activated.connect(self._on_table_activated)
        self.model.memo_written.connect(self.memo_written)
        workspace.changed.connect(self._on_workspace_changed)
        workspace.coder_changed.connect(self._on_view_changed)
        viewing.document_changed.connect(self._on_view_changed)
        viewing.coders_changed.connect(self.refresh)
        viewing.active_changed.connect(self._on_viewing_active_changed)
        theme.changed.connect(self.table.viewport().update)
        self.refresh()

    def refresh(self) -> None:
        """List the codings as they now are."""
        rows = self._workspace.read(documents.rows)
        self.model.name_documents({row.uid: row.title for row in rows})
        self.model.show(self._read())
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
        table.setItemDelegate(CodingDelegate(self._theme, table))
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
        head.setMinimumSectionSize(40)
        head.setSectionResizeMode(Column.PASSAGE, QHeaderView.ResizeMode.Stretch)
        for column, width_px in WIDTHS_PX.items():
            table.setColumnWidth(column, width_px)
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

    def _read(self) -> list[CodingRow]:
        coders = None if self._viewing.all_coders else [self._workspace.coder_uid]
        if self.in_all_documents:
            return self._workspace.read(coding_rows.rows, coder_uids=coders)
        revision = self._revision_uid()
        if not revision:  # no document is open, or it was removed just now
            return []
        return self._workspace.read(coding_rows.rows, revision_uid=revision, coder_uids=coders)

    def _revision_uid(self) -> str:
        rows = self._workspace.read(documents.rows)
        uid = self._viewing.document_uid
        return next((row.revision_uid for row in rows if row.uid == uid), "")

    def _is_listed(self, row: CodingRow) -> bool:
        if not self._viewing.shows(row.coder_uid, self._workspace.coder_uid):
            return False
        return self.in_all_documents or row.document_uid == self._viewing.document_uid

    def _show_count(self) -> None:
        n = self.model.rowCount()
        self.title.setText(self.tr("Codings {n}").format(n=count(n)))
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
        if index.column() != Column.MEMO:
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
            self.model.patch([row for row in rows if self._is_listed(row)], removed)
            self._show_count()
