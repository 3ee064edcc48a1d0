"""Importing codings from a table: read, shown, chosen, written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.exchange import code_table, code_table_plan
from qualcode_app.services.exchange.code_table import CodeTable
from qualcode_app.services.exchange.code_table_plan import TablePlan
from qualcode_app.services.store.journal import new_uid
from qualcode_app.ui.dialogs.code_table import CodeTableDialog
from qualcode_app.ui.jobs import Job
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.undo.arrived_batch import ArrivedBatch
from qualcode_app.ui.wording import error_sentence, translate

if TYPE_CHECKING:
    from qualcode_app.ui.spaces.coding_space import CodingSpace


class CodeTableDesk(QObject):
    """Leads a table from its file into the project, away from the window where it takes long."""

    def __init__(self, outfit: Outfit, space: CodingSpace) -> None:
        super().__init__(space)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._space = space
        self._planning: Job | None = None
        self.dialog: CodeTableDialog | None = None

    def ask(self) -> None:
        """Ask for a table and show what it would do."""
        folder = self._workspace.settings.folder or str(Path.home())
        path = self._outfit.ask.table_file(self._space.window(), folder)
        if path is None:
            return
        job = self._outfit.jobs.start(
            self.tr("Reading {name}").format(name=path.name),
            lambda _progress: code_table.read(path),
        )
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)

    def _on_read(self, table: CodeTable) -> None:
        dialog = CodeTableDialog(self._outfit.theme, table, self._space.window())
        dialog.plan_wanted.connect(self._on_plan_wanted)
        dialog.wanted.connect(self._on_wanted)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()
        dialog.ask_plan()

    def _on_plan_wanted(self, table: CodeTable, makes_codes: bool, makes_coders: bool) -> None:
        project = self._workspace.project
        if project is None:
            return
        if self._planning is not None and self._planning.is_running:
            self._planning.cancel()
        self._planning = job = self._outfit.jobs.start(
            self.tr("Looking for the words"),
            lambda progress: project.read(
                code_table_plan.plan,
                table,
                makes_codes=makes_codes,
                makes_coders=makes_coders,
                progress=progress,
            ),
        )
        job.succeeded.connect(self._on_planned)
        job.failed.connect(self._on_failed)

    def _on_planned(self, plan: TablePlan) -> None:
        if self.dialog is not None:
            self.dialog.show_plan(plan)

    def _on_wanted(self, plan: TablePlan) -> None:
        workspace, project, batch_uid = self._workspace, self._workspace.project, new_uid()
        if project is None:
            return
        job = self._outfit.jobs.start(
            self.tr("Importing {name}").format(name=plan.table.source.name),
            lambda progress: project.write(code_table_plan.take_in, plan, batch_uid, progress),
        )

        def tell(changes: Changes) -> None:
            workspace.changed.emit(changes)
            name = translate("undo", "Codings of {file} imported\nimport of {file}")
            text = name.format(file=plan.table.source.name)
            take_in = code_table_plan.take_in
            workspace.do(ArrivedBatch(workspace, text, take_in, plan, batch_uid))

        job.succeeded.connect(tell)
        job.failed.connect(self._on_failed)

    def _on_failed(self, error: QualcodeError) -> None:
        if self.dialog is not None:
            self.dialog.message.tell(error_sentence(error))
        else:
            self._workspace.failed.emit(error)

    def _on_finished(self) -> None:
        self.dialog = None
        if self._planning is not None and self._planning.is_running:
            self._planning.cancel()
