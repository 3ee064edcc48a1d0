"""What cases are told by: waves, systems with their groups, and attributes; edited in place."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from qualcode_app.domain.changes import Kind
from qualcode_app.services.cases.corpus import Corpus
from qualcode_app.ui import corpus_words
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.widgets.words import Ground, label
from qualcode_app.ui.wording import count

UID_ROLE = Qt.ItemDataRole.UserRole
KIND_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_LESS_PX = 4  # a row of the tree is this much lower than a button
ITEM_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class GroupsPanel(Region):
    """Lists waves, groups and attributes with how many documents count for each."""

    add_requested = Signal(object)  # Kind of what is to be added
    renamed = Signal(object, str, str)  # Kind, uid, what was typed
    remove_requested = Signal(object, str, str)  # Kind, uid, its title
    move_requested = Signal(str, int)  # uid of a group, -1 up or 1 down

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Groups and attributes"))
        self.tree = QTreeWidget(self)
        self.add_button = QPushButton(self.tr("Add"), self)
        self.up_button = QPushButton(self.tr("Up"), self)
        self.down_button = QPushButton(self.tr("Down"), self)
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.group_action = QAction(self.tr("Group in this system…"), self)
        self._row_size = QSize(0, theme.size("control") - ROW_LESS_PX)
        self._fill_menu(theme)
        self._set_up_tree()
        self._lay_out(theme)
        self.tree.itemChanged.connect(self._on_tree_item_changed)
        self.tree.currentItemChanged.connect(self._on_tree_current_changed)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.remove_button.clicked.connect(self._remove)
        self._on_tree_current_changed()

    def show_register(self, register: Corpus) -> None:
        """Show what there is; the marked one stays marked."""
        marked = self.marked()[1]
        self.tree.blockSignals(True)
        self.tree.clear()
        self._add_waves(register)
        n_documents = Counter(
            uid for one in register.documents for uids in one.groups.values() for uid in uids
        )
        for system in register.systems:
            n = sum(bool(one.groups.get(system.uid)) for one in register.documents)
            top = self._item(None, Kind.GROUP_SYSTEM, system.uid, system.title, n)
            for group in system.groups:
                n = n_documents[group.uid]
                self._item(top, Kind.CASE_GROUP, group.uid, group.title, n)
        self._add_attributes(register)
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self.mark(marked)
        self._on_tree_current_changed()

    def marked(self) -> tuple[Kind | None, str]:
        """Return kind and uid of what is marked."""
        item = self.tree.currentItem()
        if item is None or item.data(0, KIND_ROLE) is None:
            return None, ""
        return Kind(item.data(0, KIND_ROLE)), item.data(0, UID_ROLE)

    def system_uid(self) -> str:
        """Return the system that is marked, or that of the marked group; empty without one."""
        kind, uid = self.marked()
        item = self.tree.currentItem()
        above = item.parent() if item is not None else None
        if kind is Kind.CASE_GROUP and above is not None:
            return str(above.data(0, UID_ROLE))
        return uid if kind is Kind.GROUP_SYSTEM else ""

    def mark(self, uid: str) -> bool:
        """Put the cursor on an entry; False where there is none."""
        for item in self._items():
            if uid and item.data(0, UID_ROLE) == uid:
                self.tree.setCurrentItem(item)
                return True
        return False

    # Inside

    def _add_waves(self, register: Corpus) -> None:
        if not register.waves:
            return
        top = self._head(self.tr("Waves"))
        for wave in register.waves:
            n = len(register.of_wave(wave.uid))
            self._item(top, Kind.WAVE, wave.uid, corpus_words.typed_wave(wave), n)

    def _add_attributes(self, register: Corpus) -> None:
        for of, title in (
            ("case", self.tr("Attributes of cases")),
            ("document", self.tr("Attributes of documents")),
        ):
            rows = [row for row in register.attributes if row.of == of]
            top = self._head(title) if rows else None
            for row in rows:
                n = sum(bool(one.attributes.get(row.uid)) for one in register.documents)
                item = self._item(top, Kind.ATTRIBUTE, row.uid, row.title, n)
                kind = corpus_words.kind_name(row.kind)
                item.setToolTip(0, f"{row.title}: {kind}")

    def _head(self, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [title, ""])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFirstColumnSpanned(True)
        item.setSizeHint(0, self._row_size)
        return item

    def _item(
        self, parent: QTreeWidgetItem | None, kind: Kind, uid: str, title: str, n: int
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent or self.tree, [title, f"{count(n)}  "])
        item.setData(0, KIND_ROLE, kind.value)
        item.setData(0, UID_ROLE, uid)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setSizeHint(0, self._row_size)
        item.setFlags(ITEM_FLAGS)
        item.setToolTip(0, title)
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        """Return all entries from top to bottom."""
        walk = QTreeWidgetItemIterator(self.tree)
        found = []
        while (item := walk.value()) is not None:
            found.append(item)
            walk += 1
        return found

    def _fill_menu(self, theme: Theme) -> None:
        menu = QMenu(self)
        for kind, title in (
            (Kind.GROUP_SYSTEM, self.tr("System of groups…")),
            (Kind.WAVE, self.tr("Wave…")),
            (Kind.ATTRIBUTE, self.tr("Attribute…")),
        ):
            menu.addAction(title, partial(self.add_requested.emit, kind))
        menu.addAction(self.group_action)
        self.group_action.triggered.connect(lambda: self.add_requested.emit(Kind.CASE_GROUP))
        self.add_button.setMenu(menu)
        theme.set_icon(self.add_button, "plus")

    def _set_up_tree(self) -> None:
        tree = self.tree
        tree.setAccessibleName(self.tr("Waves, groups and attributes"))
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("Name"), self.tr("Documents")])
        tree.setProperty("ground", "frame")
        tree.setIndentation(14)
        tree.setUniformRowHeights(True)
        triggers = QAbstractItemView.EditTrigger
        tree.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        says = self.tr(
            "Waves, groups and attributes to compare documents by will be here. “Add” makes one."
        )
        Vacancy(tree, says)
        head = tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        remove = QAction(self)
        remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(self._remove)
        tree.addAction(remove)

    def _lay_out(self, theme: Theme) -> None:
        hint = label(
            self.tr(
                "Double-click to rename. A wave may carry its days: 2022 (2022-03-16–2026-03-15)."
            ),
            "caption",
            self,
        )
        hint.setWordWrap(True)
        foot = Ground("panel_head", self)
        grid = QGridLayout(foot)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setSpacing(theme.space("s"))
        grid.addWidget(hint, 0, 0, 1, 2)
        grid.addWidget(self.add_button, 1, 0)
        grid.addWidget(self.remove_button, 1, 1)
        grid.addWidget(self.up_button, 2, 0)
        grid.addWidget(self.down_button, 2, 1)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(foot)

    def _move(self, step: int) -> None:
        kind, uid = self.marked()
        if kind is Kind.CASE_GROUP:
            self.move_requested.emit(uid, step)

    def _remove(self) -> None:
        kind, uid = self.marked()
        item = self.tree.currentItem()
        if kind is not None and item is not None:
            self.remove_requested.emit(kind, uid, item.text(0))

    def _on_tree_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        kind = item.data(0, KIND_ROLE)
        if column == 0 and kind is not None:
            self.renamed.emit(Kind(kind), item.data(0, UID_ROLE), item.text(0).strip())

    def _on_tree_current_changed(self) -> None:
        kind, _uid = self.marked()
        self.remove_button.setEnabled(kind is not None)
        self.up_button.setEnabled(kind is Kind.CASE_GROUP)
        self.down_button.setEnabled(kind is Kind.CASE_GROUP)
        self.group_action.setEnabled(bool(self.system_uid()))
