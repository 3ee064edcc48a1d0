"""Undoable acts on memos."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.memos import memos
from qualcode_app.services.memos.memo_rows import MemoRow
from qualcode_app.services.memos.memos import NewMemo
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class AddMemo(Step):
    """Write a memo; undo takes exactly that one away."""

    def __init__(self, workspace: Workspace, new: NewMemo) -> None:
        super().__init__(translate("undo", "Memo written\nwriting a memo"), _where(new))
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


class ChangeMemo(Step):
    """Give a memo other words or another kind."""

    def __init__(self, workspace: Workspace, row: MemoRow, kind: str, text: str) -> None:
        super().__init__(translate("undo", "Memo changed\nchanging a memo"), _where_listed(row))
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


class RemoveMemo(Step):
    """Take a memo away; undo puts back the very same one."""

    def __init__(self, workspace: Workspace, row: MemoRow) -> None:
        super().__init__(translate("undo", "Memo removed\nremoving a memo"), _where_listed(row))
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


def _where(new: NewMemo) -> Where:
    target, uid = new.target, new.target.uid or ""
    return Where(
        document_uid=uid if target.kind == "document" else "",
        revision_uid=target.revision_uid or "",
        anchor=target.anchor,
        coding_uids=(uid,) if target.kind == "coding" else (),
        code_uid=uid if target.kind == "code" else "",
        memo_uid=new.uid if target.kind != "claim" else "",  # listed with its finding
    )


def _where_listed(row: MemoRow) -> Where:
    uid = row.target_uid or ""
    return Where(
        document_uid=row.document_uid,
        anchor=row.anchor,
        coding_uids=(uid,) if row.target_kind == "coding" else (),
        code_uid=uid if row.target_kind == "code" else "",
        memo_uid=row.uid if row.target_kind != "claim" else "",
    )
