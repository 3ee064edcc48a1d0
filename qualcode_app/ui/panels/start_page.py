"""What the window shows while no project is open."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.settings import Settings
from qualcode_app.ui import wording
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.action_card import ActionCard
from qualcode_app.ui.widgets.drop_field import DropField
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.recent_delegate import (
    MISSING_ROLE,
    PLACE_ROLE,
    WHEN_ROLE,
    RecentDelegate,
)
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.words import label

WIDTH_MAX_PX = 1160


class StartPage(Region):
    """Five acts, a field to drop files on, and the recent projects."""

    project_chosen = Signal(Path)
    dropped = Signal(list)  # paths

    def __init__(
        self, theme: Theme, settings: Settings, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "start", "", parent)
        self.setAccessibleName(self.tr("Start"))
        self._theme = theme
        self._settings = settings

        self.recent = QListWidget(self)
        self.recent.setAccessibleName(self.tr("Recent projects"))
        self.recent.setItemDelegate(RecentDelegate(theme, self.recent))
        self.recent.setMouseTracking(True)
        self.filter = SearchField(theme, "filter", self.tr("Filter projects"), self)
        self.forget_button = QPushButton(self.tr("Take off the list"), self)
        self.forget_button.setProperty("kind", "link")
        self.forget_button.hide()
        self.drop_field = DropField(self.tr("Or drop documents or a project here"), self)

        middle = QWidget(self)
        middle.setMaximumWidth(WIDTH_MAX_PX)
        columns = QHBoxLayout(middle)
        columns.setContentsMargins(theme.space("xxl"), 56, theme.space("xxl"), theme.space("xl"))
        columns.setSpacing(56)
        columns.addLayout(self._acts(actions), 38)
        columns.addLayout(self._projects(), 62)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        self.body.addLayout(row, 1)

        self.filter.textChanged.connect(self.refresh)
        self.filter.moved.connect(self._on_filter_moved)
        self.filter.returnPressed.connect(self._on_filter_return_pressed)
        self.recent.itemActivated.connect(self._on_recent_item_activated)
        self.recent.itemClicked.connect(self._on_recent_item_activated)
        self.recent.currentItemChanged.connect(self._on_recent_current_changed)
        self.forget_button.clicked.connect(self._on_forget_button_clicked)
        self.drop_field.dropped.connect(self.dropped)
        self.refresh()

    def refresh(self) -> None:
        """List the recent projects that fit the filter."""
        wanted = self.filter.text().casefold()
        self.recent.clear()
        for name in self._settings.recent:
            path = Path(name)
            if wanted in path.stem.casefold():
                self._add(path)
        rows = self.recent.count()
        row_px = self.recent.sizeHintForRow(0) if rows else 0
        self.recent.setMaximumHeight(rows * row_px + 2)
        self.recent.setVisible(rows > 0)
        self.filter.setVisible(bool(self._settings.recent))
        self._nothing.setText(
            self.tr("No project is called that. Clear the filter to see all.")
            if self._settings.recent
            else self.tr("No project yet. The guided tour takes two minutes.")
        )
        self._nothing.setVisible(rows == 0)
        self.forget_button.hide()

    def _acts(self, actions: Actions) -> QVBoxLayout:
        theme = self._theme
        column = QVBoxLayout()
        column.setSpacing(theme.space("s"))
        column.addWidget(label("QualCode", "display", self))
        slogan = label(
            self.tr("Code agreements, decide together, trace every number."), "muted", self
        )
        slogan.setWordWrap(True)
        column.addWidget(slogan)
        column.addSpacing(theme.space("m"))
        cards = (
            ("new_project", "plus", self.tr("Title, coder, codebook and PDFs")),
            ("open_project", "folder", self.tr("A .qualcode file")),
            ("open_sample", "documents", self.tr("Three invented agreements, coded by two people")),
            ("tour", "play", self.tr("Two minutes on a copy of the sample: code, compare, export")),
            ("merge_files", "merge", self.tr("Work of several coders, a plan first")),
        )
        self.cards = [
            ActionCard(theme, actions[name], icon, says, self) for name, icon, says in cards
        ]
        for card in self.cards:
            column.addWidget(card)
        column.addSpacing(theme.space("s"))
        column.addWidget(self.drop_field)
        column.addStretch(1)
        return column

    def _projects(self) -> QVBoxLayout:
        theme = self._theme
        self._nothing = label("", "muted", self)
        self._nothing.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Recently opened"), "title", self))
        head.addStretch(1)
        head.addWidget(self.filter)
        foot = QHBoxLayout()
        promise = label(
            self.tr("Nothing is sent: projects and PDFs stay on this computer."), "caption", self
        )
        promise.setWordWrap(True)
        foot.addWidget(promise, 1)
        foot.addWidget(self.forget_button)
        column = QVBoxLayout()
        column.setSpacing(theme.space("m"))
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.recent, 100)
        column.addLayout(foot)
        column.addStretch(1)
        return column

    def _add(self, path: Path) -> None:
        item = QListWidgetItem(path.stem, self.recent)
        item.setData(Qt.ItemDataRole.UserRole, str(path))
        item.setData(PLACE_ROLE, " › ".join(path.parent.parts[-2:]).removeprefix("/ › "))
        item.setData(MISSING_ROLE, "")
        said = path.stem
        try:
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except OSError:
            item.setData(MISSING_ROLE, self.tr("file not found"))
            said = f"{said}, {self.tr('file not found')}"
        else:
            item.setData(WHEN_ROLE, wording.date(changed))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(str(path))

    def _on_recent_item_activated(self, item: QListWidgetItem) -> None:
        if not item.data(MISSING_ROLE):
            self.project_chosen.emit(Path(item.data(Qt.ItemDataRole.UserRole)))

    def _on_recent_current_changed(self, item: QListWidgetItem | None) -> None:
        self.forget_button.setVisible(item is not None)

    def _on_forget_button_clicked(self) -> None:
        item = self.recent.currentItem()
        if item is not None:
            self._settings.forget_project(item.data(Qt.ItemDataRole.UserRole))
            self.refresh()

    def _on_filter_moved(self, step: int) -> None:
        row = max(0, min(self.recent.count() - 1, self.recent.currentRow() + step))
        self.recent.setCurrentRow(row)

    def _on_filter_return_pressed(self) -> None:
        item = self.recent.currentItem() or self.recent.item(0)
        if item is not None:
            self._on_recent_item_activated(item)
