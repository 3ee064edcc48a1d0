"""Undoable acts on the register of the corpus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services.cases import sheet_import
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.cases.sheet_plan import SheetPlan
from qualcode_app.services.merging import batches
from qualcode_app.services.store.journal import new_uid
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


class ImportCases(QUndoCommand):
    """A sheet of cases, written as one batch by a job; undo withdraws the batch."""

    def __init__(self, workspace: Workspace, plan: SheetPlan, batch_uid: str) -> None:
        text = translate("undo", "Cases of {file} imported\nimport of {file}")
        super().__init__(text.format(file=plan.sheet.file))
        self._workspace = workspace
        self._plan = plan
        self._batch_uid = batch_uid
        self._is_done = True  # the job wrote it before it came onto the stack

    def redo(self) -> None:
        """Write the lines once more, each time as a batch of its own."""
        if self._is_done:
            self._is_done = False
            return
        self._batch_uid = new_uid()
        done = self._workspace.write(sheet_import.carry_out, self._plan, self._batch_uid)
        if done is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Withdraw the batch; what was changed since stays."""
        if self._workspace.write(batches.withdraw, self._batch_uid) is None:
            self.setObsolete(True)
