"""A table of codings that came in, as an act that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.services.exchange import code_table_plan
from qualcode_app.services.exchange.code_table_plan import TablePlan
from qualcode_app.services.merging import batches
from qualcode_app.services.store.journal import new_uid
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class ImportCodings(QUndoCommand):
    """A table of codings, written as one batch by a job; undo withdraws the batch."""

    def __init__(self, workspace: Workspace, plan: TablePlan, batch_uid: str) -> None:
        text = translate("undo", "Codings of {file} imported\nimport of {file}")
        super().__init__(text.format(file=plan.table.source.name))
        self._workspace = workspace
        self._plan = plan
        self._batch_uid = batch_uid
        self._is_done = True  # the job wrote it before it came onto the stack

    def redo(self) -> None:
        """Write the codings once more, each time as a batch of its own."""
        if self._is_done:
            self._is_done = False
            return
        self._batch_uid = new_uid()
        if self._workspace.write(code_table_plan.take_in, self._plan, self._batch_uid) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Withdraw the batch; what was changed since stays."""
        if self._workspace.write(batches.withdraw, self._batch_uid) is None:
            self.setObsolete(True)
