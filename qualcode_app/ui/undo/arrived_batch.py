"""Something that came in as one batch, as an act that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QUndoCommand

from qualcode_app.domain.changes import Changes
from qualcode_app.services.merging import batches
from qualcode_app.services.store.journal import new_uid
from qualcode_app.ui.workspace import Workspace


class ArrivedBatch(QUndoCommand):
    """A plan, written as one batch by a job; undo withdraws the batch."""

    def __init__(
        self,
        workspace: Workspace,
        text: str,
        take_in: Callable[..., Changes],
        plan: Any,
        batch_uid: str,
    ) -> None:
        super().__init__(text)
        self._workspace = workspace
        self._take_in = take_in  # gets session, plan and the uid of a batch
        self._plan = plan
        self._batch_uid = batch_uid
        self._is_done = True  # the job wrote it before it came onto the stack

    def redo(self) -> None:
        """Write it once more, each time as a batch of its own."""
        if self._is_done:
            self._is_done = False
            return
        self._batch_uid = new_uid()
        if self._workspace.write(self._take_in, self._plan, self._batch_uid) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Withdraw the batch; what was changed since stays."""
        if self._workspace.write(batches.withdraw, self._batch_uid) is None:
            self.setObsolete(True)
