"""Undoable acts on the shape of codings: split, join, rank, in-vivo codes, areas."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualcode_app.domain.anchors import PageArea
from qualcode_app.services.coding import area_codings, coding_acts, codings, in_vivo
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.coding.in_vivo import NewCode
from qualcode_app.services.store.journal import new_uid
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class SplitCoding(Step):
    """Cut a coding in two."""

    def __init__(self, workspace: Workspace, row: CodingRow, at: int) -> None:
        text = translate("undo", "Coding {key} split\nsplitting coding {key}")
        super().__init__(text.format(key=row.code_key), Where.of(row))
        self._workspace = workspace
        self._row = row
        self._at = at
        self.second_uid = new_uid()  # made once, so redo restores the same row

    def redo(self) -> None:
        """Cut it."""
        uid = self._row.uid
        if self._workspace.write(coding_acts.split, uid, self._at, self.second_uid) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Make it one coding again."""
        uid, anchor = self._row.uid, self._row.anchor
        if self._workspace.write(coding_acts.unsplit, uid, anchor, self.second_uid) is None:
            self.setObsolete(True)


class JoinCodings(Step):
    """Make one coding of two neighbours."""

    def __init__(self, workspace: Workspace, row: CodingRow, other_uid: str) -> None:
        text = translate("undo", "Codings {key} joined\njoining codings {key}")
        super().__init__(text.format(key=row.code_key), Where.of(row))
        self._workspace = workspace
        self._row = row
        self._other = workspace.read(codings.keep, other_uid)

    def redo(self) -> None:
        """Join them."""
        done = self._workspace.write(coding_acts.join, self._row.uid, self._other.uid)
        if done is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Make two of them again, each as it was."""
        row = self._row
        done = self._workspace.write(
            coding_acts.unjoin, row.uid, row.anchor, row.memo, row.values, self._other
        )
        if done is None:
            self.setObsolete(True)


class SetPrimary(Step):
    """Make a coding the primary one at its place, or no longer."""

    def __init__(self, workspace: Workspace, row: CodingRow, before_uid: str) -> None:
        text = translate("undo", "Rank of coding {key} changed\nrank of coding {key}")
        super().__init__(text.format(key=row.code_key), Where.of(row))
        self._workspace = workspace
        self._uid = row.uid
        self._before = before_uid
        self._after = "" if before_uid == row.uid else row.uid

    def redo(self) -> None:
        """Set the new rank."""
        self._set(self._after)

    def undo(self) -> None:
        """Give the place the primary coding it had."""
        self._set(self._before)

    def _set(self, primary_uid: str) -> None:
        if self._workspace.write(coding_acts.set_primary, self._uid, primary_uid) is None:
            self.setObsolete(True)


class CodeInVivo(Step):
    """Make a code of words and put it on them."""

    def __init__(self, workspace: Workspace, code: NewCode, coding: NewCoding) -> None:
        text = translate("undo", "Code {key} made from the text\nnew code {key}")
        where = Where(
            revision_uid=coding.revision_uid, anchor=coding.anchor, coding_uids=(coding.uid,)
        )
        super().__init__(text.format(key=code.key), where)
        self._workspace = workspace
        self._code = code
        self._coding = coding

    def redo(self) -> None:
        """Make code and coding."""
        if self._workspace.write(in_vivo.add, self._code, self._coding) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Take coding and code away, unless the code is used elsewhere by now."""
        done = self._workspace.write(in_vivo.remove, self._code.uid, self._coding.uid)
        if done is None:
            self.setObsolete(True)


class AddAreaCoding(Step):
    """Put a code on an area of a page."""

    def __init__(self, workspace: Workspace, new: NewAreaCoding, key: str) -> None:
        text = translate("undo", "Area coded {key}\ncoding area {key}")
        where = Where(revision_uid=new.revision_uid, area=new.area, coding_uids=(new.uid,))
        super().__init__(text.format(key=key), where)
        self._workspace = workspace
        self._new = new

    def redo(self) -> None:
        """Store the coding."""
        if self._workspace.write(area_codings.add, self._new) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Take the coding away."""
        if self._workspace.write(codings.remove, self._new.uid) is None:
            self.setObsolete(True)


class ResizeArea(Step):
    """Move the sides of a coded area."""

    def __init__(self, workspace: Workspace, row: CodingRow, area: PageArea) -> None:
        text = translate("undo", "Sides of area {key} moved\nsides of area {key}")
        super().__init__(text.format(key=row.code_key), Where.of(row))
        self._workspace = workspace
        self._uid = row.uid
        self._before, self._after = row.area, area

    def redo(self) -> None:
        """Put the sides at their new places."""
        self._set(self._after)

    def undo(self) -> None:
        """Put the sides back."""
        if self._before is not None:
            self._set(self._before)

    def _set(self, area: PageArea) -> None:
        if self._workspace.write(area_codings.resize, self._uid, area) is None:
            self.setObsolete(True)
