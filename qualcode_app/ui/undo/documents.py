"""Undoable acts on documents."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qualcode_app.services.coding import document_removal
from qualcode_app.services.coding.document_removal import Kept
from qualcode_app.services.documents import documents
from qualcode_app.ui.undo.where import Step, Where
from qualcode_app.ui.wording import count
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


class RemoveDocument(Step):
    """Take a document out with all that hangs on it; undo brings all of it back as it was."""

    def __init__(self, workspace: Workspace, row: documents.DocumentRow) -> None:
        name = translate("undo", "{title} removed (codings: {n})\nremoving {title}")
        n_codings = workspace.read(document_removal.n_codings, row.uid)
        said = name.format(title=row.title, n=count(n_codings))
        super().__init__(said, Where(document_uid=row.uid))
        self._workspace = workspace
        self._uid = row.uid
        self._kept: Kept | None = None

    def redo(self) -> None:
        """Take it out, and keep it here as it is now."""
        if self._workspace.write(document_removal.remove, self._uid, self._keep) is None:
            self.setObsolete(True)

    def undo(self) -> None:
        """Put it back."""
        kept = self._kept
        if kept is None or self._workspace.write(document_removal.put_back, kept) is None:
            self.setObsolete(True)

    def _keep(self, kept: Kept) -> None:
        self._kept = kept
