"""Undoable acts on memos."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services.memos import memos
from qualcode_app.services.memos.memo_rows import MemoRow
from qualcode_app.services.memos.memos import NewMemo
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class AddMemo(QUndoCommand):
    """Write a memo; undo takes exactly that one away."""

    def __init__(self, workspace: Workspace, new: NewMemo) -> None:
        super().__init__(translate("undo", "Memo written\nwriting a memo"))
        self._workspace = workspace
        self._new = new

    def redo(self) -> None:
        """Store the memo."""
        if self._workspace.write(memos.add, self._new) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Take it away."""
        if self._workspace.write(memos.remove, self._new.uid) is None:
            self.setObsolete(True)


class ChangeMemo(QUndoCommand):
    """Give a memo other words or another kind."""

    def __init__(self, workspace: Workspace, row: MemoRow, kind: str, text: str) -> None:
        super().__init__(translate("undo", "Memo changed\nchanging a memo"))
        self._workspace = workspace
        self._uid = row.uid
        self._before, self._after = (row.kind, row.text), (kind, text)

    def redo(self) -> None:
        """Store what was typed."""
        self._set(*self._after)

    def undo(self) -> None:
        """Store what was there."""
        self._set(*self._before)

    def _set(self, kind: str, text: str) -> None:
        if self._workspace.write(memos.change, self._uid, kind, text) is None:
            self.setObsolete(True)


class RemoveMemo(QUndoCommand):
    """Take a memo away; undo puts back the very same one."""

    def __init__(self, workspace: Workspace, row: MemoRow) -> None:
        super().__init__(translate("undo", "Memo removed\nremoving a memo"))
        self._workspace = workspace
        self._kept = workspace.read(memos.keep, row.uid)

    def redo(self) -> None:
        """Take it away."""
        if self._workspace.write(memos.remove, self._kept.uid) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Put it back."""
        if self._workspace.write(memos.put_back, self._kept) is None:
            self.setObsolete(True)
