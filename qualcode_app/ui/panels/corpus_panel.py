"""The corpus as a table: documents or cases, with waves, groups and attributes, edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.services.cases.corpus import Corpus, CorpusDocument, State
from qualcode_app.services.cases.outside import Stray
from qualcode_app.ui.item_models.corpus_grid import ROW_ROLE, SORT_ROLE, CorpusGrid, GridRow, What
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.corpus_delegate import CorpusDelegate
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.segments import SegmentGroup, SegmentWords
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.widgets.words import ElidedLabel, Ground, label
from qualcode_app.ui.wording import count, listing, translate

WIDTHS_PX = {
    What.DOCUMENT: 190,
    What.CASE: 140,
    What.CODE: 64,
    What.ALIASES: 150,
    What.WAVE: 84,
    What.DATE: 118,
    What.STATE: 122,
    What.REASON: 150,
    What.WORDS: 88,
    What.DOCUMENTS: 170,
    What.SYSTEM: 112,
    What.ATTRIBUTE: 112,
}
SEARCH_PX = 180
TOLD_MAX = 8  # names in the line below the table

Index = QModelIndex | QPersistentModelIndex


class _Sieve(QSortFilterProxyModel):
    """Lets through the rows of which some cell holds the words typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self.setSortRole(SORT_ROLE)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tell whether a row is shown."""
        if not self.words:
            return True
        source = self.sourceModel()
        cells = (
            str(source.index(source_row, column, source_parent).data())
            for column in range(source.columnCount())
        )
        said = " ".join(cells).casefold()
        return all(word in said for word in self.words.casefold().split())


class CorpusPanel(Region):
    """Shows the register and tells what is wished of it."""

    import_requested = Signal()
    add_case_requested = Signal()
    remove_case_requested = Signal(object)  # CaseRow
    document_requested = Signal(str)  # uid
    state_requested = Signal(list, str)  # CorpusDocuments, state
    edited = Signal(object, object, str)  # GridRow, Field, what was typed

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "list_region", "", parent)
        self.setAccessibleName(self.tr("Corpus"))
        self._theme = theme
        self.model = CorpusGrid(self)
        self.sieve = _Sieve(self)
        self.table = QTableView(self)
        self.delegate = CorpusDelegate(theme, self.table)
        self.views = SegmentGroup(theme, self.tr("Rows"), self._view_words(), self)
        self.search_field = SearchField(theme, "filter", self.tr("Filter"), self)
        self.import_button = QPushButton(self.tr("Import from a sheet…"), self)
        self.case_button = QPushButton(self.tr("Add a case…"), self)
        self.title = ElidedLabel("", "strong", self)
        self.outside = label("", "muted", self)
        self.nothing = label(
            self.tr("No documents or cases yet. Import cases from a sheet, or add documents."),
            "empty",
            self,
        )
        self.buttons: dict[State, QPushButton] = {
            "in": QPushButton(self.tr("Take in"), self),
            "out": QPushButton(self.tr("Take out…"), self),
            "open": QPushButton(self.tr("Undecided"), self),
        }
        self._set_up_table()
        self._lay_out()
        self._connect()

    def show_register(self, register: Corpus, stray: Sequence[Stray]) -> None:
        """Show the register as it now is; the marked row stays marked."""
        marked = self.table.currentIndex()
        column, row = marked.column(), marked.data(ROW_ROLE)
        shape = [(field.what, field.uid) for field in self.model.fields]
        self.delegate.register = register
        self.model.show(register, by_case=self.model.by_case)
        if shape != [(field.what, field.uid) for field in self.model.fields]:
            self._set_widths()
        self._tell(register, stray)
        if isinstance(row, GridRow):
            self.mark(row.uid, column)
        self._on_selection_changed()

    def mark(self, uid: str, column: int = 0) -> bool:
        """Put the cursor on a row; False where it is not in sight."""
        for number in range(self.sieve.rowCount()):
            index = self.sieve.index(number, column)
            row = index.data(ROW_ROLE)
            if isinstance(row, GridRow) and row.uid == uid:
                self.table.setCurrentIndex(index)
                return True
        return False

    def chosen(self) -> list[GridRow]:
        """Return the rows that are marked."""
        rows = (self.sieve.index(i.row(), 0) for i in self.table.selectionModel().selectedIndexes())
        found = {row.uid: row for index in rows if isinstance(row := index.data(ROW_ROLE), GridRow)}
        return list(found.values())

    def chosen_documents(self) -> list[CorpusDocument]:
        """Return the documents of the marked rows."""
        found = {document.uid: document for row in self.chosen() for document in _documents_of(row)}
        return list(found.values())

    # Inside

    def _set_up_table(self) -> None:
        table = self.table
        self.sieve.setSourceModel(self.model)
        self.sieve.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        table.setAccessibleName(self.tr("Documents and cases"))
        table.setModel(self.sieve)
        Vacancy(table, self.tr("No row says that. Clear the filter to see all."))
        table.setItemDelegate(self.delegate)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setAlternatingRowColors(False)
        table.setTabKeyNavigation(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self._theme.size("control"))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(False)

    def _lay_out(self) -> None:
        theme = self._theme
        theme.set_icon(self.import_button, "import")
        self.search_field.setFixedWidth(SEARCH_PX)
        head = Ground("panel_head", self)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(theme.space("s"))
        row.addWidget(self.views)
        row.addWidget(self.search_field)
        row.addStretch(1)
        row.addWidget(self.case_button)
        row.addWidget(self.import_button)
        foot = Ground("panel_head", self)
        lines = QVBoxLayout(foot)
        lines.setContentsMargins(14, 8, 10, 8)
        lines.setSpacing(theme.space("xs"))
        acts = QHBoxLayout()
        acts.setSpacing(theme.space("s"))
        acts.addWidget(self.title, 1)
        for button in self.buttons.values():
            acts.addWidget(button)
        lines.addLayout(acts)
        self.outside.setWordWrap(True)
        lines.addWidget(self.outside)
        self.nothing.setWordWrap(True)
        self.body.addWidget(head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        self.body.addWidget(foot)

    def _connect(self) -> None:
        self.views.chosen.connect(self._on_views_chosen)
        self.search_field.textChanged.connect(self._on_search_changed)
        self.search_field.moved.connect(lambda _step: self.table.setFocus())
        self.import_button.clicked.connect(self.import_requested)
        self.case_button.clicked.connect(self.add_case_requested)
        self.model.edited.connect(self.edited)
        for state, button in self.buttons.items():
            button.clicked.connect(lambda _checked, state=state: self._ask_state(state))
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.table.customContextMenuRequested.connect(self._on_table_menu_requested)
        self._theme.changed.connect(self.table.viewport().update)
        go = QAction(self)
        go.setShortcut(QKeySequence("Alt+Return"))
        go.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        go.triggered.connect(self._open_document)
        self.table.addAction(go)

    def _view_words(self) -> list[SegmentWords]:
        by_case = self.model.by_case
        return [
            SegmentWords("documents", self.tr("Documents"), chosen=not by_case),
            SegmentWords("cases", self.tr("Cases"), chosen=by_case),
        ]

    def _set_widths(self) -> None:
        for number, field in enumerate(self.model.fields):
            self.table.setColumnWidth(number, WIDTHS_PX[field.what])

    def _tell(self, register: Corpus, stray: Sequence[Stray]) -> None:
        """Say how many count, and what does not."""
        has_any = bool(self.model.rows)
        self.nothing.setVisible(not has_any)
        self.table.setVisible(has_any)
        words = [self.tr("%n documents in the corpus", "", len(register.documents))]
        if register.out:
            words.append(self.tr("%n out", "", len(register.out)))
        if register.undecided:
            words.append(self.tr("%n undecided", "", len(register.undecided)))
        self.title.setText(", ".join(words))
        told = []
        if names := [case.name for case in register.without_document]:
            said = self.tr("Counts nowhere: {names}.")
            told.append(said.format(names=_some(names)))
        if stray:
            n = sum(one.n_codings for one in stray)
            said = self.tr("%n codings count nowhere: their documents are not in ({names}).", "", n)
            told.append(said.format(names=_some([one.title for one in stray])))
        self.outside.setText(" ".join(told))
        self.outside.setVisible(bool(told))

    def _ask_state(self, state: State) -> None:
        documents = self.chosen_documents()
        if documents:
            self.state_requested.emit(documents, state)

    def _open_document(self) -> None:
        documents = self.chosen_documents()
        if documents:
            self.document_requested.emit(documents[0].uid)

    def _on_views_chosen(self, value: str) -> None:
        register = self.model.register
        if register is None:
            return
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.model.show(register, by_case=value == "cases")
        self._set_widths()
        self.views.say(self._view_words(), is_open=False)

    def _on_search_changed(self, text: str) -> None:
        self.sieve.words = text
        self.sieve.invalidate()

    def _on_selection_changed(self) -> None:
        has_documents = bool(self.chosen_documents())
        for button in self.buttons.values():
            button.setEnabled(has_documents)

    def _on_table_menu_requested(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        row = index.data(ROW_ROLE)
        if not isinstance(row, GridRow):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if _documents_of(row):
            menu.addAction(self.tr("Open the document"), self._open_document)
            menu.addSeparator()
            for state, button in self.buttons.items():
                menu.addAction(button.text(), partial(self._ask_state, state))
            menu.addSeparator()
        case = row.case
        if case is not None:
            menu.addAction(
                self.tr("Remove the case"), partial(self.remove_case_requested.emit, case)
            )
        menu.popup(self.table.viewport().mapToGlobal(at))


def _some(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    if len(names) <= TOLD_MAX:
        return listing(names)
    more = translate("corpus", "{n} more").format(n=count(len(names) - TOLD_MAX))
    return listing([*names[:TOLD_MAX], more])


def _documents_of(row: GridRow) -> tuple[CorpusDocument, ...]:
    return (row.document,) if row.document is not None else row.documents
