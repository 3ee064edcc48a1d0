"""Undoable acts on documents."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.documents import documents
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.workspace import Workspace

translate = QCoreApplication.translate


class RenameDocument(Step):
    """Give a document another title."""

    def __init__(self, workspace: Workspace, row: documents.DocumentRow, title: str) -> None:
        name = translate("undo", "{title} renamed\nnew name of {title}")
        super().__init__(name.format(title=row.title), Where(document_uid=row.uid))
        self._workspace = workspace
        self._uid = row.uid
        self._before, self._after = row.title, title

    def redo(self) -> None:
        """Give the new title."""
        self._set(self._after)

    def undo(self) -> None:
        """Give the old title back."""
        self._set(self._before)

    def _set(self, title: str) -> None:
        if self._workspace.write(documents.rename, self._uid, title) is None:
            self.setObsolete(True)
