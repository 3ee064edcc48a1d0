"""Undoable acts on relations between codings."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services.coding import relations
from qualcode_app.services.coding.relations import NewRelation, RelationKind, RelationRow
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class LayRelation(QUndoCommand):
    """Lay a relation between two codings."""

    def __init__(self, workspace: Workspace, new: NewRelation, pair: tuple[str, str]) -> None:
        words = translate(
            "undo", "Relation of {one} and {other} laid\nrelation of {one} and {other}"
        )
        super().__init__(words.format(one=pair[0], other=pair[1]))
        self._workspace = workspace
        self._new = new

    def redo(self) -> None:
        """Store it."""
        if self._workspace.write(relations.add, self._new) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Take exactly that relation away."""
        if self._workspace.write(relations.remove, self._new.uid) is None:
            self.setObsolete(True)


class TakeRelation(QUndoCommand):
    """Take a relation between two codings away; undo lays the same one again."""

    def __init__(self, workspace: Workspace, laid: RelationRow, pair: tuple[str, str]) -> None:
        words = translate(
            "undo", "Relation of {one} and {other} taken away\nrelation of {one} and {other}"
        )
        super().__init__(words.format(one=pair[0], other=pair[1]))
        self._workspace = workspace
        self._laid = laid

    def redo(self) -> None:
        """Take it away."""
        if self._workspace.write(relations.remove, self._laid.uid) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Lay it as it was."""
        laid = self._laid
        kind = cast("RelationKind", laid.kind)
        again = NewRelation(laid.from_uid, laid.to_uid, kind, laid.note, laid.uid)
        if self._workspace.write(relations.add, again) is None:
            self.setObsolete(True)
