"""Loading a register, as an act that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from qualcode_app.domain.codebook_file import CodebookFile
from qualcode_app.services.registers import loading
from qualcode_app.services.store import journal
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class LoadedRegister(QUndoCommand):
    """A register that a job has loaded as a batch; undo withdraws it while it has no verdict."""

    def __init__(self, workspace: Workspace, book: CodebookFile, batch_uid: str) -> None:
        super().__init__(translate("undo", "Register loaded\nregister"))
        self._workspace = workspace
        self._book = book
        self._batch_uid = batch_uid
        self._is_done = True  # by the job

    def redo(self) -> None:
        """Load it again, each time as a batch of its own."""
        if self._is_done:
            return
        self._batch_uid = journal.new_uid()
        if self._workspace.write(loading.load, self._book, self._batch_uid) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Withdraw the batch."""
        self._is_done = False
        if self._workspace.write(loading.withdraw, self._batch_uid) is None:
            self.setObsolete(True)
