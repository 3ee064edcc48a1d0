"""The documents of the project, with how far the acting coder is in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QListView, QMenu, QPushButton, QVBoxLayout, QWidget

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.cases import case_rows, corpus
from qualcode_app.services.coding import reading, text_groups
from qualcode_app.services.coding.reading import State, StatusRow
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.item_models.documents_list import ROW_ROLE, DocumentsList, Place
from qualcode_app.ui.reading_words import told
from qualcode_app.ui.tally import Tally
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.document_delegate import DocumentDelegate
from qualcode_app.ui.widgets.drop_field import dropped_paths
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.workspace import Workspace

GROUPS = (Kind.WAVE, Kind.GROUP_SYSTEM, Kind.CASE_GROUP, Kind.MEMBERSHIP)


class DocumentsPanel(Region):
    """Lists the documents and tells which one is to be opened."""

    files_dropped = Signal(list)  # paths
    theme_chosen = Signal(str)  # uid of a family, by its square at the document now open

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        tally: Tally,
        theme: Theme,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Documents"))
        self._workspace = workspace
        self._viewing = viewing
        self._tally = tally
        self._actions = actions
        self.setAcceptDrops(True)

        self.filter_field = SearchField(theme, "filter", self.tr("Filter documents"), self)
        self.model = DocumentsList(self._states, self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Documents"))
        self.list.setProperty("ground", "frame")
        self.list.setModel(self.model)
        self._delegate = DocumentDelegate(theme, self._theme_words, self.list)
        self._delegate.square_clicked.connect(self._on_delegate_square_clicked)
        self.list.setItemDelegate(self._delegate)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._unfit = Vacancy(self.list, "")
        self.group_button = QPushButton(self)
        self.group_button.setProperty("kind", "link")
        self.group_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        theme.set_icon(self.group_button, "chevron_down", "text_muted")
        self.group_button.setMenu(QMenu(self.group_button))
        self._group_by = ""
        self._is_adding = False
        self.nothing = label("", "muted", self)
        self.nothing.setWordWrap(True)
        self.add_button = QPushButton(self.tr("Add documents…"), self)
        theme.set_icon(self.add_button, "plus")

        head = QVBoxLayout()
        head.setContentsMargins(10, 10, 10, 6)
        head.setSpacing(theme.space("s"))
        head.addWidget(self.filter_field)
        head.addWidget(self.group_button, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.nothing)
        head.addWidget(self.add_button)
        self.body.addLayout(head)
        self.body.addWidget(self.list, 1)

        self._connect(actions)
        self.refresh()
        self.refresh_groups()

    def refresh(self) -> None:
        """Show the documents as they now are; the marked one stays marked."""
        self.model.show(self._workspace.read(documents.rows, counted=False))
        self._show_counts()
        has_any = bool(self.model.rows)
        self.nothing.setText(
            self.tr("Documents are being added. Each appears here when it has been read.")
            if self._is_adding
            else self.tr("No documents yet. Drag them here.")
        )
        self.nothing.setVisible(not has_any)
        self.add_button.setVisible(not has_any and not self._is_adding)
        self.filter_field.setVisible(has_any)
        unfit = self.tr("No document is called that. Clear the filter to see all.")
        self._unfit.say(unfit if has_any else "")
        self._mark_open()

    def show_adding(self, is_adding: bool) -> None:
        """Say that documents are on their way, where none is here yet."""
        self._is_adding = is_adding
        self.refresh()

    def refresh_groups(self) -> None:
        """Put the documents under their groups, and offer the systems there are."""
        self._fill_group_menu()
        titles, ranks = self._workspace.read(text_groups.ranked, self._group_by)
        aside = self._workspace.read(corpus.aside)
        self.model.show_places(
            {
                row.uid: Place(
                    *aside.get(row.uid, ("in", "")),
                    titles[ranks[row.revision_uid]] if ranks else "",
                    ranks.get(row.revision_uid, 0),
                )
                for row in self.model.rows
                if ranks or row.uid in aside
            }
        )
        self._mark_open()

    def group_by(self, group: str) -> None:
        """List the documents by wave or by a system of groups; "" by none."""
        self._group_by = group
        self.refresh_groups()

    def _states(self, uids: Sequence[str]) -> Mapping[str, tuple[State, ...]]:
        """Return how far the acting coder is in the documents that come into sight."""
        return self._workspace.read(
            reading.states_of,
            uids,
            coder_uid=self._workspace.coder_uid,
            round_uid=self._workspace.round_uid,
        )

    def _themes(self, document_uid: str) -> list[StatusRow]:
        return self._workspace.read(
            reading.status,
            coder_uid=self._workspace.coder_uid,
            round_uid=self._workspace.round_uid,
            document_uid=document_uid,
        )

    def _theme_words(self, document_uid: str, number: int) -> str:
        return told(self._themes(document_uid)[number])

    def _on_delegate_square_clicked(self, document_uid: str, number: int) -> None:
        self._viewing.look_at(document_uid)
        self.theme_chosen.emit(self._themes(document_uid)[number].family_uid)

    def _show_counts(self) -> None:
        self.model.show_counts(self._tally.by_text)

    def open_first(self) -> None:
        """Open the first document, if there is one."""
        if self.model.rows:
            self._viewing.look_at(self.model.rows[0].uid)

    def step(self, step: int) -> None:
        """Open the next or previous document of the list."""
        shown = [self.model.index(i).data(ROW_ROLE).uid for i in range(self.model.rowCount())]
        if not shown:
            return
        now = self._viewing.document_uid
        at = shown.index(now) + step if now in shown else 0
        self._viewing.look_at(shown[max(0, min(len(shown) - 1, at))])

    def open_document(self) -> DocumentRow | None:
        """Return the document that is open."""
        return self.model.row_of(self._viewing.document_uid)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept PDFs and folders."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_paths(event.mimeData()))

    def _connect(self, actions: Actions) -> None:
        self.filter_field.textChanged.connect(self.model.filter)
        self.filter_field.moved.connect(self._on_filter_moved)
        self.filter_field.returnPressed.connect(self._on_filter_return_pressed)
        self.list.clicked.connect(self._on_list_chosen)
        self.list.activated.connect(self._on_list_chosen)
        self.list.customContextMenuRequested.connect(self._on_list_menu_requested)
        self.add_button.clicked.connect(actions["add_documents"].trigger)
        self._tally.changed.connect(self._show_counts)
        self._workspace.changed.connect(self._on_workspace_changed)
        self._workspace.coder_changed.connect(self._on_workspace_coder_changed)
        self._viewing.document_changed.connect(self._on_viewing_document_changed)

    def _fill_group_menu(self) -> None:
        systems = self._workspace.read(text_groups.systems)
        waves = {"wave": self.tr("By wave")} if self._workspace.read(case_rows.waves) else {}
        choices = {"": self.tr("No groups"), **waves, **systems}
        if self._group_by not in choices:
            self._group_by = ""
        menu = self.group_button.menu()
        menu.clear()
        for group, words in choices.items():
            action = menu.addAction(words, partial(self.group_by, group))
            action.setCheckable(True)
            action.setChecked(group == self._group_by)
        self.group_button.setVisible(len(choices) > 1)
        words = choices[self._group_by]
        self.group_button.setText(words)
        self.group_button.setAccessibleName(self.tr("Group documents: {now}").format(now=words))

    def _mark_open(self) -> None:
        uid = self._viewing.document_uid
        self._delegate.open_uid = uid
        index = self.model.index_of(uid)
        if index.isValid():
            self.list.setCurrentIndex(index)
        self.list.viewport().update()

    def _on_filter_moved(self, step: int) -> None:
        row = max(0, min(self.model.rowCount() - 1, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(self.model.index(row))

    def _on_filter_return_pressed(self) -> None:
        index = self.list.currentIndex()
        self._on_list_chosen(index if index.isValid() else self.model.index(0))

    def _on_list_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._viewing.look_at(index.data(ROW_ROLE).uid)

    def _on_list_menu_requested(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if not index.isValid():
            return
        self._on_list_chosen(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("document_read", "document_unread", "rename_document", "remove_document"):
            menu.addAction(self._actions[name])
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _on_viewing_document_changed(self, _uid: str) -> None:
        self._mark_open()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.DOCUMENT, Kind.REVISION, Kind.STUDY_CASE):
            self.refresh()
            self.refresh_groups()
        elif changes.touches(*GROUPS):
            self.refresh_groups()
        if changes.touches(Kind.READING_STATUS, Kind.CODE, Kind.ROUND):
            self.model.forget_states()

    def _on_workspace_coder_changed(self, _uid: str) -> None:
        self.model.forget_states()
