"""Undoable acts on the boundaries between codes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services.codebook import boundaries
from qualcode_app.services.codebook.boundaries import BoundaryRule
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class WriteBoundaryRule(QUndoCommand):
    """Write a rule into two codes; undo gives both their former boundaries back."""

    def __init__(
        self, workspace: Workspace, rule: BoundaryRule, keys: tuple[str, str], reason: str
    ) -> None:
        name = translate("undo", "Boundary rule {one}, {other}")
        super().__init__(name.format(one=keys[0], other=keys[1]))
        self._workspace = workspace
        self._rule = rule
        self._reason = reason
        self._before = {
            uid: workspace.read(boundaries.of, uid) for uid in (rule.one_uid, rule.other_uid)
        }

    def redo(self) -> None:
        """Write the rule."""
        if self._workspace.write(boundaries.write, self._rule, self._reason) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Give the former boundaries back."""
        for uid, before in self._before.items():
            if self._workspace.write(boundaries.replace, uid, before, self.text()) is None:
                self.setObsolete(True)
