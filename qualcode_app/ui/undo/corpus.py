"""Undoable acts on the register of the corpus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services.cases.ledger import Act
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class ChangeRegister(QUndoCommand):
    """Any act on cases, groups, waves and attributes, or on what counts."""

    def __init__(self, workspace: Workspace, text: str, act: Act) -> None:
        super().__init__(text)
        self._workspace = workspace
        self._act = act

    def redo(self) -> None:
        """Carry it out."""
        if self._workspace.write(self._act.do) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Put back what stood there before."""
        if self._workspace.write(self._act.undo) is None:
            self.setObsolete(True)
