"""Undoable acts on relations between codings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services.coding import relations
from qualcode_app.services.coding.relations import NewRelation
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
