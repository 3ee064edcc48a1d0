"""Exports: what, where to, and the work itself away from the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.progress import Progress
from qualcode_app.ui.export_wish import ExportWish, What
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.widgets.export_options import Offers

if TYPE_CHECKING:
    from qualcode_app.services.agreement.reliability import Scope
    from qualcode_app.services.store.project import Project
    from qualcode_app.ui.desks.project_desk import ProjectDesk
    from qualcode_app.ui.export_work import Done


class ExportDesk(QObject):
    """Asks what and where before it writes."""

    failed = Signal(object)  # QualcodeError of work that ran as a job
    told = Signal(str)  # what was done, for the status bar
    noted = Signal(str)  # what has to be read before it is gone

    def __init__(self, outfit: Outfit, desk: ProjectDesk, window: QWidget) -> None:
        super().__init__(window)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._desk = desk
        self._window = window
        self.scope: Scope | None = None  # of the agreement that is exported; None: the usual one

    def export_asked(self) -> None:
        """Ask what is exported, then where it goes."""
        from qualcode_app.ui.dialogs.export import ExportDialog  # noqa: PLC0415  when asked for

        dialog = ExportDialog(self._outfit.theme, self._offers(), self._window)
        dialog.wanted.connect(self._on_dialog_wanted)
        dialog.open()

    def _offers(self) -> Offers:
        from qualcode_app.services.codebook import codebook  # noqa: PLC0415  SQLAlchemy with it
        from qualcode_app.services.documents import documents  # noqa: PLC0415  likewise

        workspace = self._workspace
        if workspace.project is None:
            return Offers()
        dutch = language_code() == "nl"
        families = workspace.read(codebook.families)
        return Offers(
            [(f"{row.key} {row.label_nl if dutch else row.label_en}", row.key) for row in families],
            [(row.name, row.uid) for row in workspace.coders()],
            [
                (row.title, row.uid)
                for row in workspace.read(documents.rows, counted=False)
                if row.has_file
            ],
        )

    def _on_dialog_wanted(self, wish: ExportWish) -> None:
        project = self._workspace.project
        if project is None:
            return
        folder = self._desk.folder
        if wish.what is What.PDFS:
            target = self._outfit.ask.folder(self._window, self.tr("PDFs into a folder"), folder)
            if target is not None:
                self.export(wish, target)
            return
        suffix = wish.suffix or wish.what.suffixes[0]
        name = " ".join(filter(None, (project.path.stem, self._called(wish))))
        kinds = self._kinds()[suffix]
        path = self._outfit.ask.export_file(self._window, Path(folder) / f"{name}{suffix}", kinds)
        if path is not None:
            if path.suffix.lower() != suffix:
                path = path.with_name(path.name + suffix)
            self.export(wish, path)

    def export(self, wish: ExportWish, path: Path) -> None:
        """Write a file or a folder, away from the window."""
        project = self._workspace.project
        if project is None:
            return
        scope, language = self.scope, language_code()

        def write(view: Project, progress: Progress) -> Done:
            from qualcode_app.ui.export_work import Work  # noqa: PLC0415  numpy and more with it

            return Work(view, wish, path, language, scope).carry_out(progress)

        job = self._outfit.jobs.read(self.tr("Exporting"), project, write)
        job.succeeded.connect(self._on_exported)
        job.failed.connect(self.failed)

    def _called(self, wish: ExportWish) -> str:
        """Return what a file is suggested to be called, after the project."""
        if wish.what.is_agreement:
            return self.tr("agreement")
        names = {What.REPORT: self.tr("report"), What.ARCHIVE: self.tr("archive")}
        return names.get(wish.what, "")

    def _kinds(self) -> dict[str, str]:
        return {
            ".xlsx": self.tr("Spreadsheets (*.xlsx)"),
            ".ods": self.tr("OpenDocument spreadsheets (*.ods)"),
            ".csv": self.tr("Comma separated values (*.csv)"),
            ".html": self.tr("Web pages (*.html)"),
            ".docx": self.tr("Text documents (*.docx)"),
            ".qualcode": self.tr("QualCode projects (*.qualcode)"),
        }

    def _on_exported(self, done: Done) -> None:
        self.told.emit(self.tr("{name} written").format(name=done.path.name))
        if done.coders:
            who = "; ".join(f"{said}: {name}" for name, said in sorted(done.coders.items()))
            words = self.tr("Who is who in {name}, which the file itself does not say: {who}")
            self.noted.emit(words.format(name=done.path.name, who=who))
