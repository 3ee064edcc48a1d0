"""Acts on projects and files: new, open, sample, documents, merge, export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import CannotWrite, CheckNeeded, PasswordNeeded, QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.ui.ask import SUFFIX, Asker
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import error_sentence
from qualcode_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from qualcode_app.services.documents.intake import Intake
    from qualcode_app.services.store.project import Project
    from qualcode_app.ui.dialogs.new_project import NewProject

PARTS_PER_FILE = 1000  # of the progress that taking in files reports


class ProjectDesk(QObject):
    """Opens and closes projects, and starts the one that comes with the program."""

    failed = Signal(object)  # QualcodeError of work that ran as a job
    documents_added = Signal(object)  # Intake
    noted = Signal(str)  # what has to be read before it is gone
    adding = Signal(bool)  # whether documents are on their way in

    def __init__(
        self, workspace: Workspace, jobs: Jobs, theme: Theme, ask: Asker, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._jobs = jobs
        self._theme = theme
        self._ask = ask
        self._window = window
        self._seen_files = 0
        self.asked_path: Path | None = None  # the project last tried

    @property
    def folder(self) -> str:
        """Where the last file was chosen."""
        return self._workspace.settings.folder or str(Path.home())

    # Projects

    def new(self, documents: Sequence[Path] = ()) -> None:
        """Ask what a project begins with, and where the file goes."""
        from qualcode_app.ui.dialogs.new_project import NewProjectDialog  # noqa: PLC0415  late

        dialog = NewProjectDialog(
            self._theme,
            self._workspace.settings.coder_name,
            lambda: self._ask.documents(self._window, self.folder),
            self._ask_place,
            self._window,
        )
        dialog.take(documents)
        dialog.wanted.connect(self._on_new_wanted)
        dialog.open()

    def _ask_place(self, title: str) -> Path | None:
        name = "".join(letter for letter in title if letter not in '\\/:*?"<>|').strip()
        return self._ask.new_project(self._window, self.folder, name or "QualCode")

    def _on_new_wanted(self, new: NewProject) -> None:
        new.path.unlink(missing_ok=True)  # the file dialog asked about a file of that name
        self._jobs.stop_all()
        if self._workspace.create(new.path, new.title, new.coder_name, new.codebook):
            from qualcode_app.services.documents import document_language  # noqa: PLC0415  SQL

            self._workspace.write(document_language.choose, new.language)
            self.add_documents(new.documents)

    def open_asked(self) -> None:
        """Ask which project to open."""
        path = self._ask.open_project(self._window, self.folder)
        if path is not None:
            self.open(path)

    def open(self, path: Path, then: Callable[[], None] | None = None) -> bool:
        """Open a project; one that is held elsewhere can be read.

        Args:
            path: The file.
            then: Done once it is open; a large file that nobody closed is looked at before.

        Returns:
            Whether it is open now.
        """
        self._jobs.stop_all()
        self.asked_path = path
        return self._open(path, then, read_only=False)

    def open_read_only(self, path: Path) -> bool:
        """Open a project without changing it."""
        self._jobs.stop_all()
        return self._open(path, None, read_only=True)

    def _open(self, path: Path, then: Callable[[], None] | None, *, read_only: bool) -> bool:
        try:
            is_open = self._workspace.open(path, read_only=read_only)
        except CheckNeeded as needed:
            self._open_checked(path, then, read_only=read_only)
            self.noted.emit(error_sentence(needed))
            return False
        if is_open and then is not None:
            then()
        return is_open

    def _open_checked(
        self, path: Path, then: Callable[[], None] | None, *, read_only: bool
    ) -> None:
        """Look at a file and open it, away from the window; the one open now stays meanwhile."""
        from qualcode_app.services.store.project import Project  # noqa: PLC0415  SQLAlchemy with it

        backups_in = self._workspace.settings.backups_in

        def look(progress: Progress) -> Project:
            return Project.open(path, read_only=read_only, backups_in=backups_in, progress=progress)

        def take(project: Project) -> None:
            self._jobs.stop_all()
            self._workspace.take(project)
            if then is not None:
                then()

        words = self.tr("{name} was not opened and stays as it was.").format(name=path.name)
        job = self._jobs.start(
            self.tr("Looking whether {name} is whole").format(name=path.name), look
        )
        job.succeeded.connect(take)
        job.failed.connect(self.failed)
        job.cancelled.connect(lambda: self.noted.emit(words))

    def keep_elsewhere(self) -> None:
        """Ask where a project goes whose file is gone, write it there and go on in it."""
        project = self._workspace.project
        if project is None:
            return
        target = self._ask.new_project(self._window, self.folder, project.path.stem)
        if target is None:
            return
        target.unlink(missing_ok=True)  # the file dialog asked about a file of that name
        try:
            project.keep_elsewhere(target)
        except QualcodeError as error:
            self.failed.emit(error)
            return
        self.open(target)

    def close(self) -> None:
        """Close the project; nothing is asked, everything is kept."""
        self._jobs.stop_all()
        self._workspace.close()

    def open_sample(self) -> None:
        """Open the sample, made anew from the shipped agreements the first time."""
        name = self.tr("QualCode sample")
        path = self._sample_folder() / f"{name}{SUFFIX}"
        if path.exists():
            self.open(path)
        else:
            self._make_sample(path)

    def open_copy_of_sample(self, name: str) -> Job:
        """Open a fresh copy of the sample; an earlier one of that name is thrown away."""
        path = self._sample_folder() / f"{name}{SUFFIX}"
        project = self._workspace.project
        if project is not None and project.path == path:
            self.close()
        return self._make_sample(path)

    def _make_sample(self, path: Path) -> Job:
        def make(progress: Progress) -> Path:
            from qualcode_app.services import sample  # noqa: PLC0415  SQLAlchemy comes with it

            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.unlink(missing_ok=True)
            except OSError as error:
                raise CannotWrite(
                    "The folder {folder} cannot be written ({reason}). Choose another.",
                    folder=path.parent.name,
                    reason=error.strerror or str(error),
                ) from error
            sample.make(path, progress).close()
            return path

        job = self._jobs.start(self.tr("Reading the sample agreements"), make)
        job.succeeded.connect(self.open)
        job.failed.connect(self.failed)
        return job

    def _sample_folder(self) -> Path:
        settings = self._workspace.settings.path
        return settings.parent if settings is not None else Path(self.folder)

    # Documents

    def add_documents_asked(self) -> None:
        """Ask which documents to add."""
        chosen = self._ask.documents(self._window, self.folder)
        if chosen:
            self.add_documents(chosen)

    def add_folder_asked(self) -> None:
        """Ask for a folder whose documents are added."""
        chosen = self._ask.documents_folder(self._window, self.folder)
        if chosen is not None:
            self.add_documents([chosen])

    def add_documents(
        self, chosen: Sequence[Path], passwords: dict[str, str] | None = None
    ) -> Job | None:
        """Take documents and folders into the project, away from the window."""
        from qualcode_app.services.documents import (  # noqa: PLC0415  SQLAlchemy comes with it
            document_language,
            intake,
        )

        project = self._workspace.project
        if project is None or not chosen:
            return None
        language = self._workspace.read(document_language.chosen)
        wishes = intake.Wishes(language=language, passwords=passwords or {})
        self._workspace.settings.folder = str(chosen[0].parent)
        self._seen_files = 0
        job = self._jobs.start(
            self.tr("Adding documents"),
            lambda progress: intake.take_in(project, chosen, wishes, progress),
        )
        known = dict(passwords or {})
        job.progressed.connect(self._on_intake_progressed)
        job.succeeded.connect(lambda found: self._on_intake_done(found, chosen, known))
        job.failed.connect(self.failed)
        job.cancelled.connect(self._tell_documents)
        job.ended.connect(lambda _: self.adding.emit(False))
        self.adding.emit(True)
        return job

    def drop(self, dropped: Sequence[Path]) -> None:
        """Open the project among dropped files, and add the documents to what is then open."""
        for path in dropped:
            if path.suffix.lower() == SUFFIX:
                self.open(path)
        files = [path for path in dropped if path.suffix.lower() != SUFFIX]
        if files and self._workspace.project is not None:
            self.add_documents(files)
        elif files:
            self.new(files)

    def _on_intake_progressed(self, done: int, _total: int) -> None:
        files = done // PARTS_PER_FILE
        if files > self._seen_files:
            self._seen_files = files
            self._tell_documents()

    def _tell_documents(self) -> None:
        if self._workspace.project is not None:
            self._workspace.changed.emit(Changes.of(Kind.DOCUMENT))

    def _on_intake_done(self, found: Intake, chosen: Sequence[Path], known: dict[str, str]) -> None:
        """Show what came of it; ask for passwords and try those files once more."""
        from qualcode_app.services.documents.intake import files_in  # noqa: PLC0415

        self._workspace.changed.emit(found.changes)
        given: dict[str, str] = {}
        for refused in found.refused:
            if isinstance(refused.error, PasswordNeeded):
                password = self._ask.password(self._window, refused.name)
                if password is not None:
                    given[refused.name] = password
        left = tuple(refused for refused in found.refused if refused.name not in given)
        self.documents_added.emit(replace(found, refused=left))
        again = [path for path in files_in(chosen) if path.name in given]
        if again:
            self.add_documents(again, known | given)
