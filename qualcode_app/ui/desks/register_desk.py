"""The table of a register: made away from the window, shown, exported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.services.exporting import register_tables
from qualcode_app.services.registers import register_table
from qualcode_app.services.registers.propositions import RegisterRow
from qualcode_app.services.registers.register_table import RegisterTable
from qualcode_app.services.store import people
from qualcode_app.ui.dialogs.register_table import RegisterTableDialog
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.spaces.register_space import RegisterSpace
from qualcode_app.ui.wording import error_sentence

MAKE_AFTER_MS = 300  # several acts at once make one table


class RegisterDesk(QObject):
    """Serves the Table button of the register work space."""

    def __init__(self, outfit: Outfit, space: RegisterSpace) -> None:
        super().__init__(space)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._space = space
        self.dialog: RegisterTableDialog | None = None
        self._register: RegisterRow | None = None
        self._choice = ("", "")  # uids of coder and round
        self._make_timer = QTimer(self)
        self._make_timer.setSingleShot(True)
        self._make_timer.setInterval(MAKE_AFTER_MS)
        self._make_timer.timeout.connect(self._make)
        space.table_requested.connect(self.show_table)
        self._workspace.changed.connect(self._on_workspace_changed)

    def show_table(self, register: RegisterRow) -> None:
        """Read the verdicts of the acting coder and show them by document."""
        self._register = register
        self._choice = self._workspace.coder_uid, self._workspace.round_uid
        self._make()

    def _make(self) -> None:
        """Read the chosen verdicts away from the window; the last choice is what is shown."""
        project, language, register = self._workspace.project, language_code(), self._register
        coder_uid, round_uid = self._choice
        if project is None or register is None:
            return

        def make(_progress: object) -> tuple[RegisterTable, Snapshot]:
            found = project.read_beside(register_table.table, register, coder_uid, round_uid)
            return found, register_tables.snapshot(found, language)

        job = self._outfit.jobs.start(self.tr("Making the table"), make)
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)

    def _on_made(self, made: tuple[RegisterTable, Snapshot]) -> None:
        found, sheets = made
        if self._register is None or (found.coder.uid, found.round.uid) != self._choice:
            return  # closed, or another choice was made meanwhile
        if self.dialog is None:
            rounds = self._workspace.read(people.rounds)
            coders = self._workspace.coders()
            self.dialog = RegisterTableDialog(
                self._outfit.theme, coders, rounds, self._space.window()
            )
            self.dialog.place_chosen.connect(self._space.go_to)
            self.dialog.choice_changed.connect(self._on_dialog_choice_changed)
            self.dialog.export_requested.connect(self._on_dialog_export_requested)
            self.dialog.destroyed.connect(self._forget)
            self.dialog.open()
        self.dialog.show_table(found, sheets)

    def _on_dialog_choice_changed(self, coder_uid: str, round_uid: str) -> None:
        self._choice = coder_uid, round_uid
        self._make()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if self.dialog is not None and changes.touches(Kind.JUDGEMENT, Kind.CODING, Kind.DOCUMENT):
            self._make_timer.start()

    def _on_dialog_export_requested(self) -> None:
        dialog = self.dialog
        if dialog is None or dialog.register is None:
            return
        folder = Path(self._workspace.settings.folder or Path.home())
        kinds = self.tr(
            "Spreadsheet, all tables (*.xlsx);;OpenDocument, all tables (*.ods);;"
            "The table in sight (*.csv)"
        )
        path = self._outfit.ask.export_file(dialog, folder / f"{dialog.register.key}.xlsx", kinds)
        if path is None:
            return
        from qualcode_app.formats import table_files  # noqa: PLC0415  slow to load
        from qualcode_app.formats.csv_table import CsvStyle  # noqa: PLC0415  likewise

        as_csv = path.suffix.casefold() == ".csv"
        target = path if path.suffix else path.with_name(f"{path.name}.xlsx")
        sheets = register_tables.alone(dialog.shown) if as_csv else dialog.sheets
        style = CsvStyle(dutch=language_code() == "nl")

        def write(progress: Progress) -> None:
            table_files.exporter(target, style).write(sheets, target, progress)

        job = self._outfit.jobs.start(self.tr("Exporting"), write)
        job.succeeded.connect(lambda _nothing: self._on_exported(target))
        job.failed.connect(self._on_failed)

    def _on_exported(self, target: Path) -> None:
        if self.dialog is not None:
            words = self.tr("Written to {name}.")
            self.dialog.message.tell(words.format(name=target.name), "info")

    def _on_failed(self, error: QualcodeError) -> None:
        if self.dialog is not None:
            self.dialog.message.tell(error_sentence(error))
        else:
            self._workspace.failed.emit(error)

    def _forget(self) -> None:
        self.dialog = self._register = None
