"""Importing cases from a sheet: read, shown, decided, written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.cases import case_rows, sheet, sheet_import, sheet_plan
from qualcode_app.services.cases.sheet import Sheet
from qualcode_app.services.cases.sheet_plan import Choices, SheetPlan
from qualcode_app.services.store.journal import new_uid
from qualcode_app.ui.dialogs.case_sheet import CaseSheetDialog
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.spaces.corpus_space import CorpusSpace
from qualcode_app.ui.undo.corpus import ImportCases
from qualcode_app.ui.wording import error_sentence


class CorpusDesk(QObject):
    """Serves the import button of the corpus work space."""

    def __init__(self, outfit: Outfit, space: CorpusSpace) -> None:
        super().__init__(space)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._space = space
        self.dialog: CaseSheetDialog | None = None
        space.import_requested.connect(self.import_asked)

    def import_asked(self) -> None:
        """Ask for a sheet and show what it would do."""
        folder = self._workspace.settings.folder or str(Path.home())
        path = self._outfit.ask.sheet_file(self._space, folder)
        project = self._workspace.project
        if path is None or project is None:
            return

        def read(_progress: object) -> SheetPlan:
            lines = sheet.lines_of(path)
            return project.read(sheet_plan.plan, project.read(sheet.guess, lines, path.name))

        job = self._outfit.jobs.start(self.tr("Reading {name}").format(name=path.name), read)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)

    def _on_read(self, plan: SheetPlan) -> None:
        cases = self._workspace.read(case_rows.cases)
        dialog = CaseSheetDialog(self._outfit.theme, cases, self._space.window())
        dialog.plan_wanted.connect(self._on_plan_wanted)
        dialog.wanted.connect(self._on_wanted)
        dialog.destroyed.connect(self._forget)
        dialog.show_plan(plan)
        self.dialog = dialog
        dialog.open()

    def _on_plan_wanted(self, chosen: Sheet, choices: Choices) -> None:
        project = self._workspace.project
        if project is None:
            return
        job = self._outfit.jobs.start(
            self.tr("Looking at the sheet"),
            lambda _progress: project.read(sheet_plan.plan, chosen, choices),
        )
        job.succeeded.connect(self._on_planned)
        job.failed.connect(self._on_failed)

    def _on_planned(self, plan: SheetPlan) -> None:
        if self.dialog is not None:
            self.dialog.show_plan(plan)

    def _on_wanted(self, plan: SheetPlan) -> None:
        workspace, project, batch_uid = self._workspace, self._workspace.project, new_uid()
        if project is None:
            return
        job = self._outfit.jobs.start(
            self.tr("Importing {name}").format(name=plan.sheet.file),
            lambda _progress: project.write(sheet_import.carry_out, plan, batch_uid),
        )

        def tell(changes: Changes) -> None:
            workspace.changed.emit(changes)
            workspace.do(ImportCases(workspace, plan, batch_uid))

        job.succeeded.connect(tell)
        job.failed.connect(self._on_failed)

    def _on_failed(self, error: QualcodeError) -> None:
        if self.dialog is not None:
            self.dialog.message.tell(error_sentence(error))
        else:
            self._space.panel.message.tell(error_sentence(error))

    def _forget(self) -> None:
        self.dialog = None
