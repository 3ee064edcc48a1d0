"""What merging would do, or did: the files at the top, what changes by kind and document below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.services.merging.outcomes import MergePlan
from qualcode_app.services.teams.plan_tree import PlanTree
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.item_models.merge_words import since_words
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.count_tree import EFFECTS, CountTree
from qualcode_app.ui.widgets.plan_view import PlanView
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import ActionKey, ElidedLabel, Ground, label, rule

CODER_PX = 150
FILES_SHOWN = 9  # rows of the table of files before it scrolls


class MergePanel(Region):
    """Choosing a file shows what that file brings; the sum row shows all together."""

    files_wanted = Signal()  # one file more
    items_wanted = Signal(object, object)  # a row of the view, rows of the plan

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(theme, "middle", "", parent)
        self.setAccessibleName(self.tr("Merge"))
        self._theme = theme
        self._tree: PlanTree | None = None
        self.title = ElidedLabel("", "heading", self)
        self.caption = ElidedLabel("", "muted", self)
        self.add_button = QPushButton(self.tr("Add a file…"), self)
        theme.set_icon(self.add_button, "plus")
        heads = [self.tr("File"), self.tr("Coder")]
        self.files = CountTree(theme, self.tr("Files"), heads, self)
        self.files.setRootIsDecorated(False)
        self.files.header().resizeSection(1, CODER_PX)
        self.changes = PlanView(theme, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._empty_page(actions))
        self.pages.addWidget(self._plan_page())
        self.body.addWidget(self.pages, 1)
        self.add_button.clicked.connect(self.files_wanted)
        self.files.currentItemChanged.connect(self._on_files_current_item_changed)
        self.files.horizontalScrollBar().rangeChanged.connect(self._fit_files)
        self.changes.items_wanted.connect(self.items_wanted)

    def show_nothing(self) -> None:
        """Show how to begin."""
        self._tree = None
        self.pages.setCurrentIndex(0)

    def show_plan(self, plan: MergePlan, tree: PlanTree, title: str, says: str) -> None:
        """Show a plan, or what was done by it."""
        self._tree = tree
        self.title.setText(title)
        self.caption.setText(says)
        self.files.clear()
        for file in plan.files:
            counts = {effect: file.count(effect) for effect in EFFECTS}
            coders = ", ".join(sorted(file.coders)) or "–"
            item = self.files.add(None, [file.path.name, coders], counts)
            says = since_words(file)
            item.setToolTip(0, "\n".join(filter(None, (str(file.path), says))))
            item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, says)
        if len(plan.files) > 1:
            sums = {effect: sum(file.count(effect) for file in plan.files) for effect in EFFECTS}
            self.files.add(None, [self.tr("Together"), ""], sums, strong=True)
        self._fit_files()
        last = self.files.topLevelItem(self.files.topLevelItemCount() - 1)
        if last is not None:
            self.files.setCurrentItem(last)
        self.changes.show_plan(tree, self._file())
        self.pages.setCurrentIndex(1)

    def let_add(self, possible: bool) -> None:
        """Let one more file be added, or not."""
        self.add_button.setVisible(possible)

    # Inside

    def _fit_files(self) -> None:
        """Give the files the height of their rows, and of a bar where they scroll sideways."""
        n_rows = min(self.files.topLevelItemCount(), FILES_SHOWN)
        bar = self.files.horizontalScrollBar()
        bar_px = bar.sizeHint().height() if bar.maximum() else 0
        head_px = self.files.header().sizeHint().height()
        row_px = self._theme.size("row_dense")
        self.files.setFixedHeight(head_px + n_rows * row_px + bar_px + 4)

    def _file(self) -> int | None:
        """Return which file is chosen; None for all together."""
        item = self.files.currentItem()
        row = self.files.indexOfTopLevelItem(item) if item is not None else -1
        n_rows = self.files.topLevelItemCount()
        return row if n_rows > 1 and 0 <= row < n_rows - 1 else None

    def _on_files_current_item_changed(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and self._tree is not None:
            self.changes.show_plan(self._tree, self._file())

    def _plan_page(self) -> QWidget:
        page = QWidget(self)
        head = Ground("panel_head", page)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.caption)
        row = QHBoxLayout(head)
        edge = self._theme.space("l")
        row.setContentsMargins(edge, self._theme.space("m"), edge, self._theme.space("m"))
        row.addLayout(words, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.files)
        column.addWidget(rule(page))
        column.addWidget(self.changes, 1)
        return page

    def _empty_page(self, actions: Actions) -> QWidget:
        page = QWidget(self)
        action = actions["merge_files"]
        says = label(
            self.tr("Here you see what the files of the coders bring, before anything changes."),
            "muted",
            page,
        )
        self.begin_button = QPushButton(action.text(), page)
        self.begin_button.setProperty("kind", "primary")
        self.begin_button.clicked.connect(action.trigger)
        row = QHBoxLayout()
        row.addWidget(self.begin_button)
        row.addWidget(ActionKey(action, page))
        row.addStretch(1)
        column = QVBoxLayout(page)
        edge = self._theme.space("xl")
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(says)
        column.addLayout(row)
        column.addStretch(1)
        return page
