"""Importing cases from a sheet: read, shown, decided, written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode_app.services.cases import case_rows, sheet, sheet_import, sheet_plan
from qualcode_app.services.cases.sheet import Sheet
from qualcode_app.services.cases.sheet_plan import Choices, SheetPlan
from qualcode_app.ui.desks.arrival import ArrivalDesk
from qualcode_app.ui.dialogs.case_sheet import CaseSheetDialog
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.spaces.corpus_space import CorpusSpace
from qualcode_app.ui.wording import translate

if TYPE_CHECKING:
    from qualcode_app.services.store.project import Project


class CorpusDesk(ArrivalDesk):
    """Serves the import button of the corpus work space."""

    dialog: CaseSheetDialog | None

    def __init__(self, outfit: Outfit, space: CorpusSpace) -> None:
        super().__init__(outfit, space)
        self._space = space
        space.import_requested.connect(self.import_asked)

    def import_asked(self) -> None:
        """Ask for a sheet and show what it would do."""
        path = self._outfit.ask.sheet_file(self._space, self._folder())
        if path is None:
            return

        def read(project: Project, _progress: object) -> SheetPlan:
            lines = sheet.lines_of(path)
            return project.read(sheet_plan.plan, project.read(sheet.guess, lines, path.name))

        self._plan(self.tr("Reading {name}").format(name=path.name), read, self._on_read)

    def _on_read(self, plan: SheetPlan) -> None:
        cases = self._workspace.read(case_rows.cases)
        dialog = CaseSheetDialog(self._outfit.theme, cases, self._space.window())
        dialog.plan_wanted.connect(self._on_plan_wanted)
        dialog.wanted.connect(self._on_wanted)
        dialog.show_plan(plan)
        self._lead(dialog)

    def _on_plan_wanted(self, chosen: Sheet, choices: Choices) -> None:
        self._plan(
            self.tr("Looking at the sheet"),
            lambda project, _progress: project.read(sheet_plan.plan, chosen, choices),
            self._show_again,
        )

    def _on_wanted(self, plan: SheetPlan) -> None:
        name, carry_out = plan.sheet.file, sheet_import.carry_out
        words = translate("undo", "Cases of {file} imported\nimport of {file}").format(file=name)
        self._take_in(
            self.tr("Importing {name}").format(name=name),
            lambda _many: words,
            plan,
            lambda project, batch, _progress: project.write(carry_out, plan, batch),
            carry_out,
        )
