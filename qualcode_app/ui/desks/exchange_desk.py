"""Codebooks in and out of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcode_app.domain.codebook_arrival import ArrivedCodebook
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.exchange import codebook_back, codebooks
from qualcode_app.services.exchange.codebooks import BookRow
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.dialogs.codebook_arrival import CodebookArrival
from qualcode_app.ui.jobs import Job
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.undo.codebook_arrival import TakeInCodebook

if TYPE_CHECKING:
    from qualcode_app.ui.spaces.coding_space import CodingSpace


class ExchangeDesk(QObject):
    """Asks for files, reads and writes them away from the window, and shows what arrives."""

    def __init__(self, outfit: Outfit, actions: Actions, space: CodingSpace) -> None:
        super().__init__(space)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._space = space
        actions.on("book_export", self.export_asked, self)
        actions.on("book_import", self.import_asked, self)

    def export_asked(self) -> None:
        """Ask where the codebook goes and in which form, and write it."""
        project = self._workspace.project
        books = self._workspace.read(codebooks.books)
        if project is None or not books:
            return
        suggestion = self._folder() / f"{books[0].key}.qdc"
        kinds = self.tr(
            "REFI-QDA codebook (*.qdc);;To print (*.docx);;Web page (*.html);;"
            "Spreadsheet (*.xlsx);;Table (*.csv);;QualCode codebook (*.json)"
        )
        path = self._outfit.ask.export_file(self._space.window(), suggestion, kinds)
        if path is not None:
            self.export(books[0], path if path.suffix else path.with_name(f"{path.name}.qdc"))

    def export(self, row: BookRow, path: Path) -> None:
        """Write a codebook, away from the window."""
        project, language = self._workspace.project, language_code()
        if project is None:
            return

        def write(_progress: object) -> Path:
            from qualcode_app.services.exchange import codebook_files  # noqa: PLC0415  slow to load

            codebook_files.write(project.read(codebook_back.of, row.uid), path, language)
            return path

        self._watch(self._outfit.jobs.start(self.tr("Exporting"), write), self._on_exported)

    def import_asked(self) -> None:
        """Ask for a codebook file, read it away from the window and show what arrives."""
        path = self._outfit.ask.codebook_file(self._space.window(), str(self._folder()))
        if path is None:
            return

        def read(_progress: object) -> ArrivedCodebook:
            from qualcode_app.services.exchange import codebook_files  # noqa: PLC0415  slow to load

            return codebook_files.read(path)

        self._watch(self._outfit.jobs.start(self.tr("Reading a codebook"), read), self._show)

    def _show(self, arrived: ArrivedCodebook) -> None:
        plan = self._workspace.read(codebooks.plan, arrived)
        dialog = CodebookArrival(self._outfit.theme, plan, self._space.window())
        dialog.wanted.connect(self._on_dialog_wanted)
        dialog.open()

    def _on_dialog_wanted(self, arrived: ArrivedCodebook) -> None:
        self._workspace.do(TakeInCodebook(self._workspace, arrived))

    def _on_exported(self, path: Path) -> None:
        self._space.page.message.tell(self.tr("{name} written").format(name=path.name), "info")

    def _folder(self) -> Path:
        return Path(self._workspace.settings.folder or Path.home())

    def _watch(self, job: Job, then: Callable[..., None]) -> None:
        job.succeeded.connect(then)
        job.failed.connect(self._on_job_failed)

    def _on_job_failed(self, error: Exception) -> None:
        if not isinstance(error, QualcodeError):
            raise error
        self._workspace.failed.emit(error)
