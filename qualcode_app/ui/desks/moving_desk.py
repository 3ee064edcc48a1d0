"""Whole projects in from other programs and out to them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.offset_counting import Counting
from qualcode_app.services.exchange import project_export, project_import
from qualcode_app.services.exchange.project_export import Exported
from qualcode_app.services.exchange.project_plan import ImportPlan, ImportWishes
from qualcode_app.ui.desks.arrival import ArrivalDesk
from qualcode_app.ui.dialogs.lost_report import LostReport
from qualcode_app.ui.dialogs.project_arrival import ProjectArrival
from qualcode_app.ui.language import language_code
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.wording import translate

if TYPE_CHECKING:
    from qualcode_app.ui.spaces.coding_space import CodingSpace

KINDS = "REFI-QDA (*.qdpx)"


class MovingDesk(ArrivalDesk):
    """Leads a project from its file into ours, by a plan, and ours into a file."""

    dialog: ProjectArrival | None

    def __init__(self, outfit: Outfit, space: CodingSpace) -> None:
        super().__init__(outfit, space)
        self._space = space
        self._path = Path()
        self._wishes = ImportWishes()

    def import_asked(self) -> None:
        """Ask for a project of another program and show what it would bring."""
        path = self._outfit.ask.foreign_project(self._space.window(), self._folder())
        if path is None:
            return
        if path.parent.suffix == ".qda":
            path = path.parent  # the folder of a QualCoder project, of which that is the database
        try:
            names = project_import.names(path)
        except QualcodeError as error:
            self._workspace.failed.emit(error)
            return
        name = None
        if len(names) > 1:
            said = self.tr("{name} holds several projects. Import which one?").format(
                name=path.name
            )
            title = self.tr("Import a project of another program")
            name = self._outfit.ask.which(self._space.window(), title, said, names)
            if name is None:
                return
        self._path = path
        self._wishes = ImportWishes(language=language_code(), name=name)
        self._read()

    def export_asked(self) -> None:
        """Ask where the project goes and write it as REFI-QDA."""
        project, language = self._workspace.project, language_code()
        if project is None:
            return
        suggestion = Path(self._folder()) / f"{project.path.stem}{project_export.SUFFIX}"
        path = self._outfit.ask.export_file(self._space.window(), suggestion, KINDS)
        if path is None:
            return
        path = path if path.suffix else path.with_name(f"{path.name}{project_export.SUFFIX}")
        job = self._outfit.jobs.read(
            self.tr("Writing {name}").format(name=path.name),
            project,
            lambda view, progress: project_export.write(view, path, language, progress),
        )
        job.succeeded.connect(self._on_exported)
        job.failed.connect(self._on_failed)

    def _read(self) -> None:
        path, wishes = self._path, self._wishes
        self._plan(
            self.tr("Reading {name}").format(name=path.name),
            lambda project, progress: project_import.prepare(project, path, wishes, progress),
            self._on_read,
        )

    def _on_read(self, plan: ImportPlan) -> None:
        if self.dialog is not None:
            self.dialog.show_plan(plan)
            return
        dialog = ProjectArrival(self._outfit.theme, plan, self._space.window())
        dialog.plan_wanted.connect(self._on_plan_wanted)
        dialog.file_wanted.connect(self._on_file_wanted)
        dialog.wanted.connect(self._on_wanted)
        self._lead(dialog)

    def _on_plan_wanted(self, counting: Counting | None) -> None:
        self._wishes = replace(self._wishes, counting=counting)
        self._read()

    def _on_file_wanted(self, guid: str, title: str) -> None:
        if self.dialog is None:
            return
        path = self._outfit.ask.source_file(self.dialog, title, str(self._path.parent))
        if path is not None:
            self._wishes = replace(self._wishes, files={**self._wishes.files, guid: path})
            self._read()

    def _on_wanted(self, plan: ImportPlan) -> None:
        name = plan.source.name
        plain = translate("undo", "{file} imported\nimport of {file}")
        form = translate(
            "undo",
            "{file} imported, {codings} in {documents}\n"
            "import of {file} with {codings} in {documents}",
        )
        job = self._take_in(
            self.tr("Importing {name}").format(name=name),
            lambda many: many.name(form if many.where.coding_uids else plain, file=name),
            plan,
            lambda project, batch, progress: project_import.carry_out(
                project, plan, batch, progress
            ),
            project_import.take_in,
        )
        if job is not None:
            words = self.tr("{name} is in the project. Undo takes it out again.").format(name=name)
            job.succeeded.connect(lambda _changes: self._space.page.message.tell(words, "info"))

    def _on_exported(self, done: Exported) -> None:
        report = LostReport(self._outfit.theme, done.path, done.lost, self._space.window())
        report.save_wanted.connect(lambda said: self._save(done.path, said))
        report.open()

    def _save(self, written: Path, said: str) -> None:
        name = self.tr("{name}, what stays unseen.txt").format(name=written.stem)
        kinds = self.tr("Text (*.txt)")
        window = self._space.window()
        path = self._outfit.ask.export_file(window, written.with_name(name), kinds)
        if path is None:
            return
        try:
            path.write_text(said, "utf-8")
        except OSError as error:
            words = self.tr("{name} cannot be written ({reason}). Choose another folder.")
            reason = error.strerror or str(error)
            self._space.page.message.tell(words.format(name=path.name, reason=reason))
