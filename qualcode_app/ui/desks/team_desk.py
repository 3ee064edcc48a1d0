"""Acts on the work of several coders: merging files, and exporting what was found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.changes import Changes
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
    from qualcode_app.services.merging.outcomes import Key, Matches, MergePlan, Version
    from qualcode_app.services.store.project import Project


LEFT_MAX = 12  # codings named in a message


class TeamDesk(QObject):
    """Shows a plan before it merges; asks what and where before it exports."""

    failed = Signal(object)  # QualcodeError of work that ran as a job
    told = Signal(str)  # what was done, for the status bar
    left_behind = Signal(str)  # which codings have no place in a new text
    merged = Signal(object)  # MergePlan that was carried out

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

    # Merging

    def merge_asked(self) -> None:
        """Ask for files of other coders; without an open project also for the one they go into."""
        if self._workspace.project is None:
            target = self._ask.merge_target(self._window, self._desk.folder)
            if target is None or not self._desk.open(target):
                return
        chosen = self._ask.projects(self._window, self._desk.folder)
        if chosen:
            self.plan_merge(chosen)

    def plan_merge(self, chosen: Sequence[Path], matches: Matches | None = None) -> None:
        """Work out what merging would do, away from the window, and show it.

        Args:
            chosen: The files.
            matches: What was decided about names of which an earlier plan asked.
        """
        from qualcode_app.services.merging import merging  # noqa: PLC0415  SQLAlchemy comes with it

        project = self._workspace.project
        if project is None:
            return
        job = self._jobs.start(
            self.tr("Comparing files"), lambda _progress: merging.prepare(project, chosen, matches)
        )
        job.succeeded.connect(self._on_plan_made)
        job.failed.connect(self._on_job_failed)

    def _on_plan_made(self, plan: MergePlan) -> None:
        from qualcode_app.ui.dialogs.merge import MergeDialog  # noqa: PLC0415  likewise

        dialog = MergeDialog(self._theme, plan, self._window)
        dialog.wanted.connect(self._on_merge_wanted)
        dialog.matched.connect(self._on_names_matched)
        dialog.open()

    def _on_names_matched(self, plan: MergePlan, matches: Matches) -> None:
        self.plan_merge([file.path for file in plan.files], matches)

    def _on_merge_wanted(self, plan: MergePlan, choices: dict[Key, Version]) -> None:
        from qualcode_app.services.coding import rereading  # noqa: PLC0415  likewise
        from qualcode_app.services.merging import merging  # noqa: PLC0415  SQLAlchemy comes with it

        project = self._workspace.project
        if project is None:
            return
        job = self._jobs.start(
            self.tr("Merging files"),
            lambda progress: merging.carry_out(
                project, plan, choices, progress, rereading.bring_along
            ),
        )
        job.succeeded.connect(lambda changes: self._on_merged(changes, plan))
        job.failed.connect(self._on_job_failed)

    def _on_merged(self, changes: Changes, plan: MergePlan) -> None:
        self._workspace.changed.emit(changes)
        self.merged.emit(plan)
        self.told.emit(self.tr("Files merged"))
        self._tell_left_behind()

    def _tell_left_behind(self) -> None:
        """Name the codings whose words the present text of their document does not have."""
        from qualcode_app.services.coding import rereading  # noqa: PLC0415  likewise

        left = self._workspace.read(rereading.left_behind)
        if left:
            named = [f"p. {one.page_label} “{one.quote[:40]}”" for one in left[:LEFT_MAX]]
            words = self.tr("%n codings were not found in a new text:", "", len(left))
            self.left_behind.emit(f"{words} {'; '.join(named)}")

    # Exporting

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
            wish = Wish(project.title, language, scope, progress=progress)
            return project.read(exports.snapshot, wish), XlsxExporter()
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
