"""Taking a codebook in, as an act that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.domain.codebook_arrival import ArrivedCodebook
from qualcode_app.services.exchange import codebooks
from qualcode_app.services.store import journal
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class TakeInCodebook(QUndoCommand):
    """Take a codebook in as one batch; undo withdraws it while no code of it is in use."""

    def __init__(self, workspace: Workspace, arrived: ArrivedCodebook) -> None:
        super().__init__(translate("undo", "Codebook imported\ncodebook"))
        self._workspace = workspace
        self._arrived = arrived
        self._batch_uid = ""

    def redo(self) -> None:
        """Take it in, each time as a batch of its own."""
        self._batch_uid = journal.new_uid()
        if self._workspace.write(codebooks.take_in, self._arrived, self._batch_uid) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Withdraw the batch."""
        if self._workspace.write(codebooks.withdraw, self._batch_uid) is None:
            self.setObsolete(True)
