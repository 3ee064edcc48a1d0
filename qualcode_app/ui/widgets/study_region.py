"""A tab of the analysis: what it shows is read anew, away from the window, when it is in sight."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from qualcode_app.domain.errors import QualcodeError
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.wording import error_sentence
from qualcode_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from qualcode_app.domain.progress import Progress
    from qualcode_app.services.analysis.study import Study
    from qualcode_app.services.store.project import Project

T = TypeVar("T")


class StudyRegion(Region):
    """Knows the study it is of, and whether what it shows is still true of it."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "middle", "", parent)
        self._workspace = workspace
        self._jobs = jobs
        self._theme = theme
        self._job: Job | None = None
        self._is_stale = True
        self.study: Study | None = None

    @abstractmethod
    def refresh(self) -> None:
        """Read what is shown anew, by `_read`."""

    def put_off(self) -> None:
        """Read anew as soon as the tab is in sight."""
        self._is_stale = True
        if self.isVisible():
            self.look()

    def look(self) -> None:
        """Read what is shown, if that was not done yet."""
        if self._is_stale:
            self.refresh()

    def _read(
        self, words: str, work: Callable[[Project, Progress], T], show: Callable[[T], None]
    ) -> None:
        """Read something and show it, unless something else was asked for meanwhile.

        Args:
            words: What the status bar says meanwhile.
            work: Reads, in a worker thread.
            show: Shows what was read.
        """
        project = self._workspace.project
        if project is None:
            return
        self._is_stale = False
        if self._job is not None:
            self._job.cancel()
        job = self._job = self._jobs.read(words, project, work)

        def show_newest(found: T) -> None:
            if job is self._job:
                show(found)

        job.succeeded.connect(show_newest)
        job.failed.connect(self._on_job_failed)

    def _on_job_failed(self, error: QualcodeError) -> None:
        if self.sender() is self._job:
            self.message.tell(error_sentence(error))
