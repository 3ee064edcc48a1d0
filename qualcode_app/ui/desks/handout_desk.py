"""Work that goes out to coders and comes back: files handed out, updates, sending back, copies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.ui.desks.merge_desk import MergeDesk
from qualcode_app.ui.desks.project_desk import ProjectDesk
from qualcode_app.ui.jobs import Work
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.wording import number

if TYPE_CHECKING:
    from qualcode_app.ui.handout_wish import HandoutWish

MEGABYTE = 1_000_000


class HandoutDesk(QObject):
    """Asks who gets what and where it goes; writes away from the window."""

    failed = Signal(object)  # QualcodeError of work that ran as a job
    told = Signal(str)  # what was done, for the status bar

    def __init__(
        self, outfit: Outfit, desk: ProjectDesk, merging: MergeDesk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._desk = desk
        self._merging = merging
        self._window = window

    # Out

    def hand_out_asked(self) -> None:
        """Show who would code what."""
        from qualcode_app.services.codebook import codebook  # noqa: PLC0415  SQLAlchemy with it
        from qualcode_app.services.documents import documents  # noqa: PLC0415  likewise
        from qualcode_app.services.teams import double_coding, training  # noqa: PLC0415  likewise
        from qualcode_app.ui.dialogs.handout import HandoutDialog, Known  # noqa: PLC0415  likewise

        project = self._workspace.project
        if project is None:
            return
        rows = self._workspace.read(documents.rows, counted=False)
        people = [coder for coder in self._workspace.coders() if coder.kind == "human"]
        families = [row for row in self._workspace.read(codebook.families) if not row.is_residual]
        folder = project.path.with_name(" ".join([project.path.stem, self.tr("handed out")]))
        known = Known(
            self._workspace.read(double_coding.in_corpus),
            {one.uid: self._workspace.read(training.coded_by, one.uid) for one in people},
        )
        dialog = HandoutDialog(self._outfit, rows, people, families, (folder, known), self._window)
        dialog.wanted.connect(self._on_handout_wanted)
        dialog.open()

    def _on_handout_wanted(self, wish: HandoutWish) -> None:
        from qualcode_app.services.teams import handout  # noqa: PLC0415  likewise

        project = self._workspace.project
        if project is None or not wish.tasks:
            return
        names = {coder.uid: coder.name for coder in self._workspace.coders()}

        def write(progress: Progress) -> None:
            for done, task in enumerate(wish.tasks):
                progress.report(done, len(wish.tasks))
                stem = f"{project.path.stem} {names[task.coder_uid]}"
                handout.hand_out(project, _free(wish.folder, stem, project.path.suffix), task)

        n = len(wish.tasks)
        title = self.tr("Writing files for the coders")
        self._start(title, write, lambda _: self.tr("%n files written for the coders", "", n))

    def copy_asked(self) -> None:
        """Ask where a copy for another coder goes, and write it."""
        project = self._workspace.project
        if project is None:
            return
        suggestion = Path(self._desk.folder) / f"{project.path.stem} 2{project.path.suffix}"
        path = self._asked(suggestion)
        if path is not None:
            self.save_copy(path)

    def save_copy(self, path: Path) -> None:
        """Write a copy that counts its changes under a name of its own."""
        from qualcode_app.services.merging import copies  # noqa: PLC0415  likewise

        project = self._workspace.project
        if project is None:
            return

        said = self.tr("{name} written").format(name=path.name)
        self._start(
            self.tr("Writing a copy"),
            lambda _progress: copies.save_copy(project, path),
            lambda _: said,
        )

    # Back

    def update_asked(self) -> None:
        """Ask for an update from the lead, and show what it brings before it is merged."""
        path = self._outfit.ask.open_project(self._window, self._desk.folder)
        if path is not None:
            self.take_update(path)

    def take_update(self, path: Path) -> None:
        """Take an update into this file as a merge, which can be withdrawn."""
        from qualcode_app.services.store.project import Project  # noqa: PLC0415  likewise
        from qualcode_app.services.teams import tasks  # noqa: PLC0415  likewise

        try:
            with Project.open(path, read_only=True) as other:
                task = other.read(tasks.greeting)
            self._workspace.read(tasks.check_update, task)
        except QualcodeError as error:
            self.failed.emit(error)
            return
        self._merging.plan([path], task=task)

    def send_back_asked(self) -> None:
        """Show how large the file for the lead is, with and without PDFs."""
        from qualcode_app.services.teams import sendback  # noqa: PLC0415  likewise
        from qualcode_app.ui.dialogs.send_back import SendBackDialog  # noqa: PLC0415  likewise

        project = self._workspace.project
        if project is None:
            return
        dialog = SendBackDialog(self._outfit.theme, sendback.parcel(project), self._window)
        dialog.wanted.connect(self._on_send_back_wanted)
        dialog.open()

    def _on_send_back_wanted(self, with_pdfs: bool) -> None:
        from qualcode_app.services.teams import sendback  # noqa: PLC0415  likewise

        project = self._workspace.project
        if project is None:
            return
        name = " ".join([project.path.stem, self.tr("back")])
        path = self._asked(Path(self._desk.folder) / f"{name}{project.path.suffix}")
        if path is None:
            return

        words = self.tr("{name} written, {size} MB: mail it to the lead")
        self._start(
            self.tr("Writing the file for the lead"),
            lambda _progress: sendback.send_back(project, path, with_pdfs=with_pdfs),
            lambda size: words.format(name=path.name, size=number(size / MEGABYTE, 1)),
        )

    # Inside

    def _asked(self, suggestion: Path) -> Path | None:
        kinds = self.tr("QualCode projects (*.qualcode)")
        path = self._outfit.ask.export_file(self._window, suggestion, kinds)
        return path.with_suffix(suggestion.suffix) if path is not None else None

    def _start(self, title: str, write: Work, say: Callable[[Any], str]) -> None:
        """Write away from the window; what is said of it is put into words here."""
        job = self._outfit.jobs.start(title, write)
        job.succeeded.connect(lambda result: self.told.emit(say(result)))
        job.failed.connect(self.failed)


def _free(folder: Path, stem: str, suffix: str) -> Path:
    """Return a name that is not taken: an update stands beside the file that went out first."""
    path = folder / f"{stem}{suffix}"
    stamped = f"{stem} {date.today():%Y-%m-%d}"  # noqa: DTZ011  the day where the user is
    number = 1
    while path.exists():
        path = folder / f"{stamped}{f' {number}' if number > 1 else ''}{suffix}"
        number += 1
    return path
