"""The settings: one page per branch of the tree and one for keys, searched from one field."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.ui.actions import Actions
from qualcode_app.ui.ask import Asker
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.preferences import TREE, Branch, Preferences, fits
from qualcode_app.ui.shortcuts import Shortcuts
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.keys_page import KeysPage
from qualcode_app.ui.widgets.preference_row import PreferenceRow
from qualcode_app.ui.widgets.words import label, rule
from qualcode_app.ui.wording import translate

SIZE_PX = (980, 620)
PAGES_PX = 170
KEYS = len(TREE)  # the number of the page of keys, which is the last


class SettingsDialog(Dialog):
    """What is changed here holds at once; the only button closes."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        actions: Actions,
        shortcuts: Shortcuts,
        ask: Asker,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self._preferences = preferences
        self._ask = ask
        self.name_it(self.tr("Settings"))
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Find a setting or a key"))
        self.field.setPlaceholderText(self.tr("Find a setting or a key"))
        self.field.setClearButtonEnabled(True)
        self.rows: dict[str, PreferenceRow] = {}
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self.list.setSpacing(theme.space("xs"))
        self.list.setFixedWidth(round(PAGES_PX * theme.text_factor))
        self.stack = QStackedWidget(self)
        for branch in TREE:
            self.list.addItem(translate("preferences", branch.title))
            self.stack.addWidget(self._page(branch))
        self.keys = KeysPage(theme, actions, shortcuts, self)
        self.list.addItem(self.tr("Keys"))
        self.stack.addWidget(self.keys)
        self.nothing = label(self.tr("No setting and no command fits."), "muted", self)
        self.nothing.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.space("l"))
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self.content.addWidget(self.field)
        self.content.addWidget(self.nothing)
        self.content.addLayout(row, 1)
        self.content.addStretch(0)
        width, height = (round(px * theme.text_factor) for px in SIZE_PX)
        self.resize(min(width, parent.window().width()), min(height, parent.window().height()))
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.list.setCurrentRow(0)

    @property
    def page(self) -> int:
        """The number of the page that is shown."""
        return self.stack.currentIndex()

    def show_page(self, number: int) -> None:
        """Turn to a page."""
        self.list.setCurrentRow(number)
        (self.keys.table if number == KEYS else self.field).setFocus()

    def _page(self, branch: Branch) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, self.theme.space("m"), 0)
        for leaf in branch.preferences:
            row = PreferenceRow(self.theme, leaf, self._preferences, page)
            row.folder_requested.connect(self._on_row_folder_requested)
            self.rows[leaf.name] = row
            column.addWidget(row)
            column.addWidget(rule(page))
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        return scroll

    def _on_field_text_changed(self, typed: str) -> None:
        """Show what fits, and turn to a page that has something."""
        for row in self.rows.values():
            row.setVisible(fits(row.leaf, typed))
        n_found = [sum(fits(leaf, typed) for leaf in branch.preferences) for branch in TREE]
        n_found.append(self.keys.narrow(typed))
        for number, found in enumerate(n_found):
            self.list.item(number).setHidden(not found)
        self.nothing.setVisible(not any(n_found))
        for part in (self.list, self.stack):
            part.setVisible(any(n_found))
        if any(n_found) and not n_found[self.page]:
            self.list.setCurrentRow(next(at for at, found in enumerate(n_found) if found))

    def _on_row_folder_requested(self, name: str) -> None:
        now = str(self._preferences.value(name)) or str(Path.home())
        title = translate("preferences", self.rows[name].leaf.title)
        chosen = self._ask.folder(self, title, now)
        if chosen is not None:
            self._preferences.choose(name, str(chosen))
