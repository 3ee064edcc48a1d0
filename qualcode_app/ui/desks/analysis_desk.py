"""Sheets of the analysis: asked where they go, written away from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.formats import table_files, whole_file
from qualcode_app.ui.desks.chart_desk import ChartDesk
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.spaces.analysis_space import AnalysisSpace
from qualcode_app.ui.wording import error_sentence

Book = Snapshot | Callable[[Progress], Snapshot]  # sheets, or what makes them away from the window
AS_TEXT = (".md", ".txt")


class AnalysisDesk(QObject):
    """Serves the export buttons of the analysis work space."""

    def __init__(self, outfit: Outfit, space: AnalysisSpace) -> None:
        super().__init__(space)
        self._outfit = outfit
        self._space = space
        self.charts = ChartDesk(outfit, space)
        space.export_requested.connect(self._on_space_export_requested)
        space.text_export_requested.connect(self._on_space_export_requested)

    def _on_space_export_requested(self, book: Book, name: str, text: str = "") -> None:
        project = self._outfit.workspace.project
        if project is None:
            return
        suggestion = project.path.with_name(f"{project.path.stem} {name}.xlsx")
        kinds = self.tr("Workbook (*.xlsx);;OpenDocument (*.ods);;Csv (*.csv)")
        if text:
            as_text = self.tr("Text (*.md *.txt)")
            kinds = f"{kinds};;{as_text}"
        path = self._outfit.ask.export_file(self._space.window(), suggestion, kinds)
        if path is None:
            return
        job = self._outfit.jobs.start(
            self.tr("Writing {name}").format(name=path.name),
            lambda progress: write(book, path, progress, text),
        )
        job.succeeded.connect(self._on_job_succeeded)
        job.failed.connect(self._on_job_failed)

    def _on_job_succeeded(self, path: Path) -> None:
        words = self.tr("Written: {path}").format(path=path)
        self._space.shown_region().message.tell(words, "info")

    def _on_job_failed(self, error: QualcodeError) -> None:
        self._space.shown_region().message.tell(error_sentence(error))


def write(book: Book, path: Path, progress: Progress, text: str = "") -> Path:
    """Write a table, or what it says as text, as the name of the file says.

    Raises:
        CannotWrite: The name says nothing known, or the folder refuses the file.
    """
    if text and path.suffix.lower() in AS_TEXT:
        whole_file.write_text(path, text)
    else:
        made = book if isinstance(book, Snapshot) else book(progress)
        table_files.exporter(path).write(made, path, progress)
    return path
