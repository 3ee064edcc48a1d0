"""The keys of all commands: read, searched, changed, and warned of where two would clash."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.ui import commands
from qualcode_app.ui.actions import SPECS, Actions, Scope
from qualcode_app.ui.commands import Command
from qualcode_app.ui.shortcuts import Shortcuts, types_something
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.message_strip import MessageStrip
from qualcode_app.ui.widgets.row_table import RowTable
from qualcode_app.ui.widgets.words import ElidedLabel, label
from qualcode_app.ui.wording import key_name

MENU_COLUMN = 1
WIDTHS_PX = {MENU_COLUMN: 110, 2: 130, 3: 110}
ROOMY_FACTOR = 1.5  # with larger text the names need the room of their menus


class KeysPage(QWidget):
    """A table of commands, and a field that takes the next key for the marked one."""

    def __init__(
        self, theme: Theme, actions: Actions, shortcuts: Shortcuts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._shortcuts = shortcuts
        self._rows: list[Command] = []
        self.message = MessageStrip(theme, self)
        heads = [self.tr("Command"), self.tr("Menu"), self.tr("Key"), self.tr("Usual")]
        self.table = RowTable(theme, self.tr("Keys"), heads, wide=0, parent=self)
        header = self.table.horizontalHeader()
        for number, width in WIDTHS_PX.items():  # fitting them to 160 rows takes seconds
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(number, round(width * theme.text_factor))
        self.table.setColumnHidden(MENU_COLUMN, theme.text_factor > ROOMY_FACTOR)
        self.name = ElidedLabel("", "strong", self)
        self.field = QKeySequenceEdit(self)
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName(self.tr("New key"))
        self.none_button = self._button(self.tr("No key"))
        self.usual_button = self._button(self.tr("Usual key"))
        self.all_button = self._button(self.tr("All usual keys"))
        row = QHBoxLayout()
        row.setSpacing(theme.space("s"))
        row.addWidget(self.name, 1)
        for widget in (self.field, self.none_button, self.usual_button):
            row.addWidget(widget)
        last = QHBoxLayout()
        last.addWidget(label(self.tr("Click the field and press the new key."), "caption", self), 1)
        last.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space("s"))
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addLayout(last)
        self.table.currentCellChanged.connect(self._on_table_current_changed)
        self.field.keySequenceChanged.connect(self._on_field_key_changed)
        self.none_button.clicked.connect(lambda: self._give(""))
        self.usual_button.clicked.connect(self._on_usual_button_clicked)
        self.all_button.clicked.connect(self._on_all_button_clicked)
        self.narrow("")

    @property
    def marked(self) -> Command | None:
        """The command whose key would be changed."""
        at = self.table.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def narrow(self, typed: str) -> int:
        """Show the commands that fit; returns how many do."""
        listed = commands.listed(self._actions, has_project=True)
        self._rows = commands.find(listed, typed) if typed else listed
        self.table.show_rows([self._words(row) for row in self._rows])
        self._show_marked()
        return len(self._rows)

    # Inside

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        return button

    def _words(self, row: Command) -> tuple[str, str, str, str]:
        usual = SPECS[row.name].keys[:1] if self._shortcuts.is_own(row.name) else ()
        return row.title, row.menu, row.keys, "".join(key_name(key) for key in usual)

    def _show_marked(self) -> None:
        marked = self.marked
        for widget in (self.field, self.none_button):
            widget.setEnabled(marked is not None)
        self.usual_button.setEnabled(marked is not None and self._shortcuts.is_own(marked.name))
        self.name.setText(marked.title if marked is not None else "")
        with QSignalBlocker(self.field):
            keys = self._shortcuts.keys(marked.name) if marked is not None else []
            self.field.setKeySequence(QKeySequence(keys[0]) if keys else QKeySequence())

    def _refresh(self) -> None:
        """Write the keys as they are now into the rows that are shown."""
        listed = commands.listed(self._actions, has_project=True)
        now = {command.name: command for command in listed}
        for at, before in enumerate(self._rows):
            row = self._rows[at] = now[before.name]
            for column, words in enumerate(self._words(row)):
                item = self.table.item(at, column)
                if item is not None and item.text() != words:
                    item.setText(words)
        self._show_marked()

    def _title(self, name: str) -> str:
        return self._actions[name].text().rstrip("…")

    def _give(self, key: str) -> None:
        marked = self.marked
        if marked is not None:
            self.message.hide()
            self._shortcuts.give(marked.name, key)
            self._refresh()

    def _take_over(self, name: str, key: str) -> None:
        self._shortcuts.take_over(name, key)
        self._refresh()

    def _on_table_current_changed(self) -> None:
        self.message.hide()
        self._show_marked()

    def _on_field_key_changed(self, sequence: QKeySequence) -> None:
        """Take a key that is free; say whose it is where it is not."""
        marked = self.marked
        key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if marked is None or not key or key in self._shortcuts.keys(marked.name):
            return
        shown = key_name(key)
        if SPECS[marked.name].scope is Scope.EVERYWHERE and types_something(key):
            words = self.tr(
                "{key} writes in text fields, and this command counts everywhere. Add Ctrl or "
                "Alt, or take a function key."
            )
            self.message.tell(words.format(key=shown), "warning")
            self._show_marked()
            return
        other = self._shortcuts.clash(marked.name, key)
        if other is None:
            self._give(key)
            return
        self.message.tell(
            self.tr("{key} is the key of “{other}”. Take it over, or press another.").format(
                key=shown, other=self._title(other)
            ),
            "warning",
            self.tr("Take it over"),
            lambda: self._take_over(marked.name, key),
        )
        self._show_marked()

    def _on_usual_button_clicked(self) -> None:
        marked = self.marked
        if marked is None:
            return
        other = self._shortcuts.reset(marked.name)
        if other is None:
            self.message.hide()
            self._refresh()
        else:
            words = self.tr("The usual key is that of “{other}” now. Give that another first.")
            self.message.tell(words.format(other=self._title(other)), "warning")

    def _on_all_button_clicked(self) -> None:
        self.message.hide()
        self._shortcuts.reset_all()
        self._refresh()
