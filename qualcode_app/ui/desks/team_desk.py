"""Exporting what a team found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.ui.ask import Asker
from qualcode_app.ui.desks.project_desk import ProjectDesk
from qualcode_app.ui.dialogs.export import ExportDialog
from qualcode_app.ui.export_wish import What
from qualcode_app.ui.jobs import Jobs
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from qualcode_app.formats.exporter import Exporter
    from qualcode_app.services.agreement.reliability import Scope
    from qualcode_app.services.store.project import Project


class TeamDesk(QObject):
    """Asks what and where before it exports."""

    failed = Signal(object)  # QualcodeError of work that ran as a job
    told = Signal(str)  # what was done, for the status bar

    def __init__(
        self,
        workspace: Workspace,
        jobs: Jobs,
        theme: Theme,
        ask: Asker,
        desk: ProjectDesk,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._jobs = jobs
        self._theme = theme
        self._ask = ask
        self._desk = desk
        self._window = window
        self.scope: Scope | None = None  # of the agreement that is exported; None: the usual one

    def export_asked(self) -> None:
        """Ask what is exported, then where it goes."""
        dialog = ExportDialog(self._theme, self._window)
        dialog.wanted.connect(self._on_export_wanted)
        dialog.open()

    def _on_export_wanted(self, what: What, exact: bool) -> None:
        project = self._workspace.project
        if project is None:
            return
        name = project.path.stem
        if what.is_agreement:
            name = " ".join([name, self.tr("agreement")])
        suggestion = Path(self._desk.folder) / f"{name}{what.suffix}"
        kinds = {
            What.WORKBOOK: self.tr("Spreadsheets (*.xlsx)"),
            What.SEGMENTS: self.tr("Comma separated values (*.csv)"),
            What.AGREEMENT: self.tr("Comma separated values (*.csv)"),
            What.AGREEMENT_WORKBOOK: self.tr("Spreadsheets (*.xlsx)"),
            What.AGREEMENT_PAGE: self.tr("Web pages (*.html)"),
            What.AGREEMENT_MATRIX: self.tr("Comma separated values (*.csv)"),
        }
        path = self._ask.export_file(self._window, suggestion, kinds[what])
        if path is None:
            return
        if path.suffix.lower() != what.suffix:
            path = path.with_name(path.name + what.suffix)
        self.export(what, path, exact=exact)

    def export(self, what: What, path: Path, *, exact: bool = False) -> None:
        """Write a file, away from the window."""
        project = self._workspace.project
        if project is None:
            return
        scope, language = self.scope, language_code()

        def write(progress: Progress) -> Path:
            found, exporter = _prepared(project, what, (language, exact), scope, progress)
            exporter.write(found, path, progress)
            return path

        job = self._jobs.start(self.tr("Exporting"), write)
        job.succeeded.connect(self._on_exported)
        job.failed.connect(self._on_job_failed)

    def _on_exported(self, path: Path) -> None:
        self.told.emit(self.tr("{name} written").format(name=path.name))

    def _on_job_failed(self, error: Exception) -> None:
        if not isinstance(error, QualcodeError):
            raise error
        self.failed.emit(error)


def _prepared(
    project: Project, what: What, style: tuple[str, bool], scope: Scope | None, progress: Progress
) -> tuple[Snapshot, Exporter]:
    """Return what is written and who writes it.

    Args:
        project: Where to read.
        what: Which tables.
        style: The language, and whether csv is written exactly as it is.
        scope: What agreement is of.
        progress: Told how far the figures are.
    """
    from qualcode_app.formats.csv_table import CsvExporter, CsvStyle  # noqa: PLC0415
    from qualcode_app.formats.html_page import HtmlExporter  # noqa: PLC0415
    from qualcode_app.formats.xlsx import XlsxExporter  # noqa: PLC0415
    from qualcode_app.services.agreement import agreements  # noqa: PLC0415
    from qualcode_app.services.exporting import (  # noqa: PLC0415
        agreement_tables,
        code_agreement,
        exports,
        segment_tables,
    )
    from qualcode_app.services.exporting.exports import Wish  # noqa: PLC0415

    language, exact = style
    plain = CsvExporter(CsvStyle(dutch=language == "nl", exact=exact))
    match what:
        case What.WORKBOOK:
            wish = Wish(language, scope, progress=progress)
            return exports.snapshot(project, wish), XlsxExporter()
        case What.SEGMENTS:
            return Snapshot({"segments": project.read(segment_tables.table, language)}), plain
        case What.AGREEMENT:
            table = code_agreement.table(project.read(agreements.table, scope, progress), language)
            return Snapshot({"agreement": table}), plain
        case What.AGREEMENT_WORKBOOK:
            found = project.read(agreement_tables.snapshot, scope, language, progress)
            return found, XlsxExporter()
        case What.AGREEMENT_PAGE:
            page = HtmlExporter(project.title, language, agreement_tables.bars(language))
            return project.read(agreement_tables.snapshot, scope, language, progress), page
        case What.AGREEMENT_MATRIX:
            exactly = CsvExporter(CsvStyle(dutch=False, exact=True))
            return Snapshot({"matrix": project.read(agreement_tables.matrix, scope)}), exactly
