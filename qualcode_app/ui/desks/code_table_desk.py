"""Importing codings from a table: read, shown, chosen, written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode_app.services.exchange import code_table, code_table_plan
from qualcode_app.services.exchange.code_table import CodeTable
from qualcode_app.services.exchange.code_table_plan import TablePlan
from qualcode_app.ui.desks.arrival import ArrivalDesk
from qualcode_app.ui.dialogs.code_table import CodeTableDialog
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.wording import translate

if TYPE_CHECKING:
    from qualcode_app.ui.spaces.coding_space import CodingSpace


class CodeTableDesk(ArrivalDesk):
    """Leads a table from its file into the project."""

    dialog: CodeTableDialog | None

    def __init__(self, outfit: Outfit, space: CodingSpace) -> None:
        super().__init__(outfit, space)
        self._space = space

    def ask(self) -> None:
        """Ask for a table and show what it would do."""
        path = self._outfit.ask.table_file(self._space.window(), self._folder())
        if path is not None:
            title = self.tr("Reading {name}").format(name=path.name)
            self._plan(title, lambda _project, _progress: code_table.read(path), self._on_read)

    def _on_read(self, table: CodeTable) -> None:
        dialog = CodeTableDialog(self._outfit.theme, table, self._space.window())
        dialog.plan_wanted.connect(self._on_plan_wanted)
        dialog.wanted.connect(self._on_wanted)
        self._lead(dialog)
        dialog.ask_plan()

    def _on_plan_wanted(self, table: CodeTable, makes_codes: bool, makes_coders: bool) -> None:
        self._plan(
            self.tr("Looking for the words"),
            lambda project, progress: project.read(
                code_table_plan.plan,
                table,
                makes_codes=makes_codes,
                makes_coders=makes_coders,
                progress=progress,
            ),
            self._show_again,
        )

    def _on_wanted(self, plan: TablePlan) -> None:
        name, take_in = plan.table.source.name, code_table_plan.take_in
        form = translate(
            "undo",
            "{codings} in {documents} imported from {file}\n"
            "import of {codings} in {documents} from {file}",
        )
        self._take_in(
            self.tr("Importing {name}").format(name=name),
            lambda many: many.name(form, file=name),
            plan,
            lambda project, batch, progress: project.write(take_in, plan, batch, progress),
            take_in,
        )
