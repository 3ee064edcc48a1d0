"""The user's hand on whole documents: another title, out of the project and back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.coding import document_removal
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.ask import Question
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.documents_panel import DocumentsPanel
from qualcode_app.ui.undo.documents import RemoveDocument, RenameDocument
from qualcode_app.ui.viewing import Viewing


class DocumentHand(QObject):
    """Renames and removes the open document; nobody looks at one that is gone."""

    def __init__(
        self,
        outfit: Outfit,
        viewing: Viewing,
        actions: Actions,
        documents: DocumentsPanel,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._workspace = outfit.workspace
        self._ask = outfit.ask
        self._viewing = viewing
        self._documents = documents
        actions.on("rename_document", self.rename, self)
        actions.on("remove_document", self.remove, self)
        self._workspace.changed.connect(self._on_workspace_changed)

    def rename(self) -> None:
        """Ask for another title of the open document."""
        row = self._documents.open_document()
        if row is None:
            return
        words = self.tr("Rename the document"), self.tr("Title")
        title = self._ask.line(self._window, *words, row.title)
        if title is not None and title != row.title:
            self._workspace.do(RenameDocument(self._workspace, row, title))

    def remove(self) -> None:
        """Take the open document out of the project; asks first where work would go with it."""
        row = self._documents.open_document()
        if row is None:
            return
        is_worked_on = self._workspace.read(document_removal.is_worked_on, row.uid)
        if not is_worked_on or self._ask.certain(self._window, self._question(row)):
            self._workspace.do(RemoveDocument(self._workspace, row))

    def _question(self, row: DocumentRow) -> Question:
        sentence = self.tr(
            "{title} leaves this project with its text, its PDF and all that was coded, written "
            "and judged on it. Until the project is closed, undo brings it back."
        )
        n_codings = self._workspace.read(document_removal.n_codings, row.uid)
        act = self.tr("Remove 1 document")
        if n_codings:
            act = self.tr("Remove 1 document and %n codings", "", n_codings)
        return Question(self.tr("Remove a document"), sentence.format(title=row.title), act)

    def _on_workspace_changed(self, changes: Changes) -> None:
        if self._viewing.document_uid in changes[Kind.DOCUMENT].removed:
            self._viewing.look_at("")
