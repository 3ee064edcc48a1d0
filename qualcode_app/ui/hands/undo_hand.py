"""Undo and redo: named in the menu, told in the status bar, shown where they changed something."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from qualcode_app.ui.actions import Actions
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.widgets.status_strip import StatusStrip
from qualcode_app.ui.workspace import Workspace

STEPS_SHOWN = 20


class UndoHand(QObject):
    """Walks over the steps of a session."""

    walked = Signal(object)  # Where: what the step just undone or redone was about

    def __init__(
        self,
        workspace: Workspace,
        actions: Actions,
        status: StatusStrip,
        edit_menu: QMenu,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._status = status
        stack = self._stack = workspace.undo_stack
        self._index = stack.index()
        self.steps = QMenu(self.tr("Go back to"), edit_menu)
        edit_menu.insertMenu(actions["copy_text"], self.steps)
        actions.on("undo", self.undo, self)
        actions.on("redo", self.redo, self)
        self.steps.aboutToShow.connect(self.list_steps)
        stack.indexChanged.connect(self._on_stack_index_changed)
        for change in (stack.canUndoChanged, stack.canRedoChanged):
            change.connect(self._name)
        self._name()

    def undo(self) -> None:
        """Take the last step back and say which it was."""
        text, index = self._stack.undoText(), self._stack.index()
        self._walk(index - 1, self._stack.undo)
        self._status.show_act(self.tr("Undone: {act}").format(act=text), can_undo=False)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._walk(self._stack.index(), self._stack.redo)

    def list_steps(self) -> None:
        """Name the last steps, newest first; choosing one takes back what came after it."""
        self.steps.clear()
        now = self._stack.index()
        first = max(0, now - STEPS_SHOWN)
        for index in range(now, first, -1):
            action = self.steps.addAction(self._stack.text(index - 1))
            action.triggered.connect(partial(self._go_to, index))
        if first == 0:
            action = self.steps.addAction(self.tr("How it was at the beginning"))
            action.triggered.connect(partial(self._go_to, 0))

    def _go_to(self, index: int, _checked: bool = False) -> None:
        self._walk(index, partial(self._stack.setIndex, index))

    def _walk(self, number: int, walk: Callable[[], None]) -> None:
        """Undo or redo, and tell where the step of that number happened; a refused one is gone."""
        command, before = self._stack.command(number), self._stack.count()
        walk()
        if self._stack.count() < before or not isinstance(command, Step):
            return
        if command.where != Where():
            self.walked.emit(command.where)

    def _name(self) -> None:
        """Name in the menu what undo and redo would do."""
        stack = self._stack
        for name, word, text, possible in (
            ("undo", self.tr("Undo"), stack.undoText(), stack.canUndo()),
            ("redo", self.tr("Redo"), stack.redoText(), stack.canRedo()),
        ):
            self._actions[name].setText(f"{word}: {text}" if possible else word)
            self._actions[name].setEnabled(possible)
        self.steps.menuAction().setEnabled(stack.canUndo())

    def _on_stack_index_changed(self, index: int) -> None:
        self._name()
        if index > self._index and index > 0:
            self._status.show_act(self._stack.text(index - 1), can_undo=True)
        self._index = index
