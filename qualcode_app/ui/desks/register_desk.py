"""The table of a register: made away from the window, shown, exported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.services.exporting import register_tables
from qualcode_app.services.registers import register_table
from qualcode_app.services.registers.propositions import RegisterRow
from qualcode_app.services.registers.register_table import RegisterTable
from qualcode_app.ui.dialogs.register_table import RegisterTableDialog
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.spaces.register_space import RegisterSpace
from qualcode_app.ui.wording import error_sentence


class RegisterDesk(QObject):
    """Serves the Table button of the register work space."""

    def __init__(self, outfit: Outfit, space: RegisterSpace) -> None:
        super().__init__(space)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._space = space
        self.dialog: RegisterTableDialog | None = None
        space.table_requested.connect(self.show_table)

    def show_table(self, register: RegisterRow) -> None:
        """Read the verdicts of the acting coder and show them by document."""
        project, language = self._workspace.project, language_code()
        coder_uid = self._workspace.coder_uid
        if project is None:
            return

        def make(_progress: object) -> tuple[RegisterTable, Snapshot]:
            found = project.read(register_table.table, register, coder_uid)
            return found, register_tables.snapshot(found, language)

        job = self._outfit.jobs.start(self.tr("Making the table"), make)
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)

    def _on_made(self, made: tuple[RegisterTable, Snapshot]) -> None:
        dialog = RegisterTableDialog(self._outfit.theme, *made, self._space.window())
        dialog.place_chosen.connect(self._space.go_to)
        dialog.export_requested.connect(self._on_dialog_export_requested)
        dialog.destroyed.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _on_dialog_export_requested(self) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        folder = Path(self._workspace.settings.folder or Path.home())
        kinds = self.tr("Spreadsheet, all tables (*.xlsx);;The table in sight (*.csv)")
        path = self._outfit.ask.export_file(dialog, folder / f"{dialog.register.key}.xlsx", kinds)
        if path is None:
            return
        from qualcode_app.formats.csv_table import CsvExporter, CsvStyle  # noqa: PLC0415
        from qualcode_app.formats.xlsx import XlsxExporter  # noqa: PLC0415  slow to load

        as_csv = path.suffix.casefold() == ".csv"
        target = path if path.suffix else path.with_name(f"{path.name}.xlsx")
        sheets = register_tables.alone(dialog.shown) if as_csv else dialog.sheets
        plain = CsvExporter(CsvStyle(dutch=language_code() == "nl"))
        exporter = plain if as_csv else XlsxExporter()
        job = self._outfit.jobs.start(
            self.tr("Exporting"), lambda progress: exporter.write(sheets, target, progress)
        )
        job.succeeded.connect(lambda _nothing: self._on_exported(target))
        job.failed.connect(self._on_failed)

    def _on_exported(self, target: Path) -> None:
        if self.dialog is not None:
            words = self.tr("Written to {name}.")
            self.dialog.message.tell(words.format(name=target.name), "info")

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, QualcodeError):
            raise error
        if self.dialog is not None:
            self.dialog.message.tell(error_sentence(error))
        else:
            self._workspace.failed.emit(error)

    def _forget(self) -> None:
        self.dialog = None
