"""Undoable acts on codings.

The text of a command has two lines: what the status bar says of the act that was done, and the name
the Undo menu gives to it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.facets import Values
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class AddCoding(Step):
    """Put a code on a stretch of text; undo takes exactly that row away."""

    def __init__(self, workspace: Workspace, new: codings.NewCoding, key: str) -> None:
        made = translate("undo", "Coding {key} made\ncoding {key}")
        where = Where(revision_uid=new.revision_uid, anchor=new.anchor, coding_uids=(new.uid,))
        super().__init__(made.format(key=key), where)
        self._workspace = workspace
        self._new = new  # brings its own uid, so redo restores the same row

    def redo(self) -> None:
        """Store the coding."""
        if self._workspace.write(codings.add, self._new) is None:
            self.setObsolete(True)  # refused: leave nothing to undo

    def undo(self) -> None:
        """Take the coding away."""
        if self._workspace.write(codings.remove, self._new.uid) is None:
            self.setObsolete(True)


class RemoveCoding(Step):
    """Take a coding away; undo puts back the very same one."""

    def __init__(self, workspace: Workspace, row: CodingRow) -> None:
        removed = translate("undo", "Coding {key} removed\nremoving coding {key}")
        super().__init__(removed.format(key=row.code_key), Where.of(row))
        self._workspace = workspace
        self._uid = row.uid
        self._kept = workspace.read(codings.keep, row.uid)

    def redo(self) -> None:
        """Take the coding away."""
        if self._workspace.write(codings.remove, self._uid) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Put the coding back."""
        if self._workspace.write(codings.put_back, self._kept) is None:
            self.setObsolete(True)


class Recode(Step):
    """Give a coding another code."""

    def __init__(self, workspace: Workspace, row: CodingRow, code_uid: str, key: str) -> None:
        text = translate("undo", "Coding {old} is now {new}\nrecoding {old} to {new}")
        super().__init__(text.format(old=row.code_key, new=key), Where.of(row))
        self._workspace = workspace
        self._uid = row.uid
        self._before, self._after = row.code_uid, code_uid
        self._values = row.values  # the new code may have no place for some of them

    def redo(self) -> None:
        """Give the coding the new code."""
        self._set(self._after)

    def undo(self) -> None:
        """Give the coding its old code, with all that was said with it."""
        self._set(self._before, self._values)

    def _set(self, code_uid: str, values: Values | None = None) -> None:
        if self._workspace.write(codings.recode, self._uid, code_uid, values) is None:
            self.setObsolete(True)


class Resize(Step):
    """Move the ends of a coding."""

    def __init__(self, workspace: Workspace, row: CodingRow, anchor: TextAnchor) -> None:
        text = translate("undo", "Ends of coding {key} moved\nends of coding {key}")
        super().__init__(text.format(key=row.code_key), Where.of(row))
        self._workspace = workspace
        self._uid = row.uid
        self._before, self._after = row.anchor, anchor

    def redo(self) -> None:
        """Put the ends at their new places."""
        self._set(self._after)

    def undo(self) -> None:
        """Put the ends back."""
        self._set(self._before)

    def _set(self, anchor: TextAnchor) -> None:
        if self._workspace.write(codings.resize, self._uid, anchor) is None:
            self.setObsolete(True)


class SetMemo(Step):
    """Write the memo of a coding."""

    def __init__(self, workspace: Workspace, row: CodingRow, memo: str) -> None:
        text = translate("undo", "Memo of coding {key} written\nmemo of coding {key}")
        super().__init__(text.format(key=row.code_key), Where.of(row))
        self._workspace = workspace
        self._uid = row.uid
        self._before, self._after = row.memo, memo

    def redo(self) -> None:
        """Write the new memo."""
        self._set(self._after)

    def undo(self) -> None:
        """Write the old memo."""
        self._set(self._before)

    def _set(self, memo: str) -> None:
        if self._workspace.write(codings.set_memo, self._uid, memo) is None:
            self.setObsolete(True)
