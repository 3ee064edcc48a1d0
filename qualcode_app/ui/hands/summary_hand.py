"""Turns what is written in the framework into an act that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QObject

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.analysis import framework
from qualcode_app.services.cases.ledger import Act
from qualcode_app.ui.panels.framework_panel import FrameworkPanel
from qualcode_app.ui.undo.corpus import ChangeRegister
from qualcode_app.ui.workspace import Workspace


class SummaryHand(QObject):
    """Writes summaries in the name of who works, and shows what others wrote since."""

    def __init__(self, workspace: Workspace, panel: FrameworkPanel) -> None:
        super().__init__(panel)
        self._workspace = workspace
        self._panel = panel
        panel.summary_written.connect(self._on_panel_summary_written)
        workspace.changed.connect(self._on_workspace_changed)

    def _on_panel_summary_written(self, case_uid: str, code_uid: str, text: str) -> None:
        study = self._panel.study
        key = study.tree.codes[study.tree.at[code_uid]].key if study is not None else ""
        words = self.tr("Summary on {code} written\nsummary on {code}").format(code=key)
        act = Act(framework.write, case_uid, code_uid, self._workspace.coder_uid, text)
        self._workspace.do(ChangeRegister(self._workspace, words, act))

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.bulk or changes.touches(Kind.CELL):
            self._panel.put_off()
