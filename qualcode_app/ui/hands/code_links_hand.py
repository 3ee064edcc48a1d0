"""Links codes of an earlier wave with later ones, by the dialog of the questions."""

from __future__ import annotations

from PySide6.QtCore import QObject

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.analysis import code_links
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.cases.ledger import Act
from qualcode_app.ui.dialogs.code_links import CodeLinksDialog
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.panels.question_panel import QuestionPanel
from qualcode_app.ui.undo.corpus import ChangeRegister


class CodeLinksHand(QObject):
    """Opens the dialog and makes undoable acts of what is wanted in it."""

    def __init__(self, outfit: Outfit, panel: QuestionPanel) -> None:
        super().__init__(panel)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._panel = panel
        self.dialog: CodeLinksDialog | None = None
        panel.links_requested.connect(self._on_panel_links_requested)
        outfit.workspace.changed.connect(self._on_workspace_changed)

    def _on_panel_links_requested(self, study: Study) -> None:
        dialog = CodeLinksDialog(self._outfit.theme, self._panel.window(), study.tree.codes)
        dialog.link_wanted.connect(self._on_dialog_link_wanted)
        dialog.unlink_wanted.connect(self._on_dialog_unlink_wanted)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.show_links(self._workspace.read(code_links.rows))
        self.dialog = dialog
        dialog.open()

    def _on_dialog_link_wanted(self, old_uid: str, new_uid: str, kind: str) -> None:
        self._do(Act(code_links.link, old_uid, new_uid, kind))

    def _on_dialog_unlink_wanted(self, uid: str) -> None:
        self._do(Act(code_links.unlink, uid))

    def _do(self, act: Act) -> None:
        words = self.tr("Codes linked from wave to wave\nlink of codes")
        self._workspace.do(ChangeRegister(self._workspace, words, act))

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_workspace_changed(self, changes: Changes) -> None:
        if self.dialog is not None and changes.touches(Kind.SUCCESSION):
            self.dialog.show_links(self._workspace.read(code_links.rows))
