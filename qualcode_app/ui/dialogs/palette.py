"""The command palette: every action of the window, found by typing a few letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from qualcode_app.ui import commands
from qualcode_app.ui.commands import Command
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.command_delegate import COMMAND_ROLE, CommandDelegate
from qualcode_app.ui.widgets.row_list import RowList
from qualcode_app.ui.widgets.words import label

SIZE_PX = (620, 440)
TOP_PX = 72
LIST_KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Palette(QDialog):
    """A field and a list; arrows mark, Enter does, Escape leaves."""

    chosen = Signal(str)  # name of an action

    def __init__(
        self, theme: Theme, listed: Sequence[Command], recent: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find a command"))
        self._commands = listed
        self._recent = recent
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Find a command"))
        self.field.setPlaceholderText(self.tr("Type a few letters of a command"))
        self.field.setClearButtonEnabled(True)
        self.model = QStandardItemModel(self)
        self.list = RowList(self.tr("Commands"), self)
        self.list.take(self.model, CommandDelegate(theme, self.list), theme)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.foot = label("", "caption", self)
        column = QVBoxLayout(self)
        edge = theme.space("m")
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.space("s"))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self.foot)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self._take_marked)
        self.list.clicked.connect(self._take)
        self._place(theme, parent.window())
        self._show("")

    @property
    def marked(self) -> Command | None:
        """The command that Enter does."""
        found: Command | None = self.list.currentIndex().data(COMMAND_ROLE)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys that move walk the list while letters go on being typed."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in LIST_KEYS
        ):
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _place(self, theme: Theme, window: QWidget) -> None:
        """Stand at the top of the window, where nothing jumps as the list gets shorter."""
        width, height = (round(px * theme.text_factor) for px in SIZE_PX)
        self.resize(min(width, window.width() - 40), min(height, window.height() - TOP_PX - 20))
        left = (window.width() - self.width()) // 2
        self.move(window.mapToGlobal(QPoint(left, TOP_PX)))

    def _show(self, typed: str) -> None:
        found = commands.find(self._commands, typed, self._recent)
        self.model.clear()
        for command in found:
            item = QStandardItem(command.title)
            item.setData(command, COMMAND_ROLE)
            parts = (command.title, command.menu, command.keys, command.reason)
            said = ", ".join(part for part in parts if part)
            item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
            self.model.appendRow(item)
        if found:
            self.list.setCurrentIndex(self.model.index(0, 0))
            self.foot.setText(self.tr("%n commands", "", len(found)))
        else:
            self.foot.setText(self.tr("No command is called “{typed}”.").format(typed=typed))

    def _take_marked(self) -> None:
        self._take(self.list.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        command: Command | None = index.data(COMMAND_ROLE)
        if command is None:
            return
        if command.reason:
            self.foot.setText(f"{command.title}: {command.reason}.")
            return
        self.accept()
        self.chosen.emit(command.name)
