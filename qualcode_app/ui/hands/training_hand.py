"""Training: model answers are offered once the coder has read a document."""

from __future__ import annotations

from PySide6.QtCore import QObject

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.teams import training
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.panels.page_panel import PagePanel
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.workspace import Workspace


class TrainingHand(QObject):
    """Does nothing in a file without model answers."""

    def __init__(
        self,
        workspace: Workspace,
        viewing: Viewing,
        page: PagePanel,
        actions: Actions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._viewing = viewing
        self._page = page
        self._actions = actions
        actions.on("model_answers", self.reveal, self)
        workspace.changed.connect(self._on_workspace_changed)

    def reveal(self) -> None:
        """Show the model answers of the open document beside the coder's own work."""
        if self._workspace.write(training.reveal, self._reading()) is None:
            return
        self._actions["all_coders"].setChecked(True)
        words = self.tr("You now see the model answers beside your own codings.")
        self._page.message.tell(words, "info")

    def _reading(self) -> Reading:
        workspace = self._workspace
        return Reading(workspace.coder_uid, workspace.round_uid, self._viewing.document_uid)

    def _on_workspace_changed(self, changes: Changes) -> None:
        if not changes.touches(Kind.READING_STATUS) or not self._viewing.document_uid:
            return
        if self._workspace.read(training.is_ready, self._reading()):
            words = self.tr("This document is read. The model answers can be shown now.")
            self._page.message.tell(words, "info", self.tr("Show them"), self.reveal)
