"""Scanned pages that were read, as an act that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.coding import rereading
from qualcode_app.services.documents.recognition import Recognition
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class TakeOverReading(Step):
    """Make the text that was read the current one; undo goes back to the text before."""

    def __init__(self, workspace: Workspace, read: Recognition) -> None:
        text = translate("undo", "Scanned pages of {title} read\nreading {title}")
        super().__init__(text.format(title=read.title), Where(document_uid=read.document_uid))
        self._workspace = workspace
        self._read = read

    def redo(self) -> None:
        """Take the new text and let the codings go along."""
        if self._workspace.write(rereading.take_over, self._read) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Return to the text before, where the codings still are."""
        if self._workspace.write(rereading.take_back, self._read) is None:
            self.setObsolete(True)
