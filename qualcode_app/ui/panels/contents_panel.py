"""The contents of the open document: its headings as a tree, or its pages as small pictures."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.documents import documents
from qualcode_app.services.texts import sections
from qualcode_app.services.texts.sections import SectionRow
from qualcode_app.ui.actions import Actions, Scope
from qualcode_app.ui.highlights import page_colours
from qualcode_app.ui.page.page_view import PageView
from qualcode_app.ui.page.thumbnails import Thumbnails
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.workspace import Workspace

ROW_ROLE = Qt.ItemDataRole.UserRole
PAGE_PX = 48
ACTS = ("heading_rename", "heading_out", "heading_in", "heading_remove")


class ContentsPanel(Region):
    """Shows the headings and tells which one was chosen or is to be corrected."""

    section_chosen = Signal(object)  # SectionRow
    rename_requested = Signal(object, str)  # SectionRow, its new title
    find_requested = Signal()

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        theme: Theme,
        actions: Actions,
        view: PageView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Contents"))
        self._workspace = workspace
        self._viewing = viewing
        self._actions = actions
        self._theme = theme
        self._view = view
        self._is_stale = True
        self.rows: tuple[SectionRow, ...] = ()
        self._items: list[QTreeWidgetItem] = []

        self.tree = QTreeWidget(self)
        self._set_up_tree()
        self.thumbnails = Thumbnails(view, page_colours(theme), self)
        self.nothing = Vacancy(self.tree, self._missing(""))
        self.find_button = QPushButton(self.tr("Find headings"), self)
        self.pages_button = QPushButton(self.tr("Pages"), self)
        self.pages_button.setCheckable(True)
        self.pages_button.setToolTip(self.tr("Show the pages as small pictures"))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.tree)
        self.stack.addWidget(self.thumbnails)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 6, 10, 6)
        foot.addWidget(self.find_button)
        foot.addStretch(1)
        foot.addWidget(self.pages_button)
        self.body.addWidget(self.stack, 1)
        self.body.addLayout(foot)

        self.tree.itemClicked.connect(self._on_tree_item_chosen)
        self.tree.itemActivated.connect(self._on_tree_item_chosen)
        self.tree.itemChanged.connect(self._on_tree_item_changed)
        self.tree.customContextMenuRequested.connect(self._on_tree_menu_requested)
        self.find_button.clicked.connect(self.find_requested)
        self.pages_button.toggled.connect(self._on_pages_button_toggled)
        view.page_changed.connect(self._on_view_page_changed)
        viewing.document_changed.connect(self._on_viewing_document_changed)
        workspace.changed.connect(self._on_workspace_changed)
        theme.changed.connect(self._on_theme_changed)

    def refresh(self) -> None:
        """Show the headings as they now are; the marked one stays marked."""
        marked = self.marked()
        uid = self._viewing.document_uid
        document = self._workspace.read(documents.get, uid) if uid else None
        revision = document.revision_uid if document is not None else ""
        self.rows = self._workspace.read(sections.rows, revision) if revision else ()
        self._is_stale = False
        self._fill()
        self.nothing.say(self._missing(revision))
        self.find_button.setEnabled(bool(revision))
        if marked is not None:
            self.mark(marked.uid)
        else:
            self._on_view_page_changed(self._view.current_page)

    def _missing(self, revision_uid: str) -> str:
        """Return what is said where there are no headings."""
        if not revision_uid:
            return self.tr("The headings of the open document will be here.")
        return self.tr("This document has no contents. “Find headings” looks for them in its text.")

    def marked(self) -> SectionRow | None:
        """Return the heading in focus."""
        item = self.tree.currentItem()
        row: SectionRow | None = item.data(0, ROW_ROLE) if item is not None else None
        return row

    def with_all_below(self, row: SectionRow) -> list[SectionRow]:
        """Return a heading and those under it."""
        at = self.rows.index(row)
        below = [row]
        for other in self.rows[at + 1 :]:
            if other.level <= row.level:
                break
            below.append(other)
        return below

    def edit_marked(self) -> None:
        """Let the title of the heading in focus be typed."""
        item = self.tree.currentItem()
        if item is not None:
            self.tree.editItem(item, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the headings when they are first looked at."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    # Inside

    def _set_up_tree(self) -> None:
        tree = self.tree
        tree.setAccessibleName(self.tr("Contents"))
        tree.setProperty("ground", "frame")
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setIndentation(14)
        tree.setUniformRowHeights(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(1, PAGE_PX)
        self._actions.give(tree, Scope.CONTENTS)

    def _fill(self) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        self._items = []
        above: list[tuple[int, QTreeWidgetItem]] = []
        for row in self.rows:
            while above and above[-1][0] >= row.level:
                above.pop()
            parent = above[-1][1] if above else self.tree.invisibleRootItem()
            item = QTreeWidgetItem(parent, [row.title, row.page_label or str(row.page_number)])
            item.setData(0, ROW_ROLE, row)
            item.setToolTip(0, row.title)
            item.setSizeHint(0, QSize(0, self._theme.size("row_dense")))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setForeground(1, self._theme.colour("text_muted"))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            above.append((row.level, item))
            self._items.append(item)
        self.tree.expandAll()
        self.tree.blockSignals(False)

    def mark(self, uid: str) -> None:
        """Put the focus of the tree on a heading."""
        for row, item in zip(self.rows, self._items, strict=True):
            if row.uid == uid:
                self.tree.setCurrentItem(item)
                self.tree.scrollToItem(item)
                return

    def _on_view_page_changed(self, number: int) -> None:
        """Mark the heading that the page in sight lies under."""
        if self._is_stale or not self.rows:
            return
        before = [row for row in self.rows if row.page_number <= number]
        marked = self.marked()
        stays = marked is not None and (
            marked.page_number == number or self._view.shows_start_of(marked.anchor)
        )
        if before and not stays:
            self.mark(before[-1].uid)

    def _on_tree_item_chosen(self, item: QTreeWidgetItem) -> None:
        self.section_chosen.emit(item.data(0, ROW_ROLE))

    def _on_tree_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        row: SectionRow = item.data(0, ROW_ROLE)
        typed = item.text(0).strip()
        if column == 0 and typed and typed != row.title:
            self.rename_requested.emit(row, typed)
        elif not typed:
            self.refresh()

    def _on_tree_menu_requested(self, at: QPoint) -> None:
        item = self.tree.itemAt(at)
        if item is None:
            return
        self.tree.setCurrentItem(item)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ACTS:
            menu.addAction(self._actions[name])
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _on_pages_button_toggled(self, shown: bool) -> None:
        self.stack.setCurrentIndex(1 if shown else 0)
        self.nothing.setVisible(not shown and not self.rows)
        self.find_button.setVisible(not shown)

    def _look_again(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _on_viewing_document_changed(self, _uid: str) -> None:
        self.tree.setCurrentItem(None)  # type: ignore[call-overload]  # Qt takes no item
        self._look_again()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.SECTION, Kind.REVISION):
            self._look_again()

    def _on_theme_changed(self) -> None:
        self.thumbnails.set_colours(page_colours(self._theme))
        self._look_again()
