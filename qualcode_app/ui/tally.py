"""How often codes are used, for all who show it: counted once, and away from the window if long."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.codebook import code_counts
from qualcode_app.services.codebook.code_counts import CodeCounts
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.viewing import CodingFilter
from qualcode_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from qualcode_app.domain.progress import Progress
    from qualcode_app.services.store.project import Project

COUNT_AFTER_MS = 120  # counts may come a moment later than the highlight
FEW = 4  # parts after whose act the numbers stand until the new ones come

Parts = Mapping[int, CodeCounts]


class Tally(QObject):
    """Holds the counts of all codings; None while they are not known, so that none is wrong."""

    changed = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.counts: CodeCounts | None = None
        self._workspace = workspace
        self._jobs = jobs
        self._job: Job | None = None
        self._n = 1  # parts in all
        self._known: dict[int, CodeCounts] = {}
        self._wanted = CodingFilter()
        self._limited: Mapping[str, int] | None = None  # by text, while a filter is on
        self._limited_job: Job | None = None
        self._stale: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COUNT_AFTER_MS)
        self._timer.timeout.connect(self._count)
        workspace.changed.connect(self._on_workspace_changed)
        workspace.failed.connect(self._on_workspace_failed)
        self._count_all()

    @property
    def by_text(self) -> Mapping[str, int] | None:
        """How many codings each text has, of those that the filter lets through."""
        if self._wanted.is_on:
            return self._limited
        return None if self.counts is None else self.counts.by_text

    def count_only(self, wanted: CodingFilter) -> None:
        """Count by text only what a filter lets through."""
        self._wanted, self._limited = wanted, None
        self._count_limited()
        self.changed.emit()

    def _count_limited(self) -> None:
        job, self._limited_job = self._limited_job, None
        if job is not None and job.is_running:
            job.cancel()
        project, uids = self._workspace.project, (self._wanted.code_uids, self._wanted.coder_uids)
        if project is None or not self._wanted.is_on:
            return
        if self._n == 1:
            self._limited = self._workspace.read(code_counts.of_texts, *uids)
            return
        work = partial(_counted_by_text, project, uids, self._n)
        self._limited_job = self._jobs.start(self.tr("Counting codings"), work)
        self._limited_job.succeeded.connect(self._on_limited_job_succeeded)

    def _on_limited_job_succeeded(self, found: Mapping[str, int]) -> None:
        if self.sender() is self._limited_job:
            self._limited_job, self._limited = None, found
            self.changed.emit()

    def _count_all(self) -> None:
        job, self._job = self._job, None
        if job is not None and job.is_running:
            job.cancel()
        self._known.clear()
        self._n = self._workspace.read(code_counts.n_parts)
        self._stale = set(range(self._n))
        if self._n == 1:
            self._count()
            return
        self._forget()
        self._timer.start()  # first the window is to stand

    def _forget(self) -> None:
        if self.counts is not None:
            self.counts = None
            self.changed.emit()

    def _count(self) -> None:
        """Count what is stale; what becomes stale meanwhile comes after it."""
        project = self._workspace.project
        if project is None or self._job is not None or not self._stale:
            return
        stale, self._stale = sorted(self._stale), set()
        if self._n == 1:
            self._take({0: self._workspace.read(code_counts.read)})
            return
        if len(stale) > FEW:
            self._forget()
        work = partial(_counted, project, stale, self._n)
        self._job = self._jobs.start(self.tr("Counting codings"), work)
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.ended.connect(partial(self._on_job_ended, stale))

    def _take(self, found: Parts) -> None:
        self._known.update(found)
        if self._stale:
            self._count()
        elif len(self._known) == self._n:
            self.counts = code_counts.added_up(self._known.values())
            self._count_limited()
            self.changed.emit()

    def _on_job_succeeded(self, found: Parts) -> None:
        if self.sender() is self._job:
            self._job = None
            self._take(found)

    def _on_job_ended(self, parts: Sequence[int], job: Job) -> None:
        """Leave what was not counted for later: the job was stopped, or it failed."""
        if job is self._job:
            self._job = None
            self._stale |= set(parts)

    def _on_workspace_failed(self) -> None:
        """Go on counting: all jobs were stopped for another project, and that did not open."""
        self._timer.start()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.REVISION) or changes[Kind.DOCUMENT].removed:
            self._count_all()
        elif changes.texts:
            self._stale |= {code_counts.part_of(uid, self._n) for uid in changes.texts}
            self._timer.start()


def _counted(
    project: Project, parts: Sequence[int], n: int, progress: Progress
) -> dict[int, CodeCounts]:
    """Count parts one by one, each in a short transaction: a writer waits for no more than that."""
    found = {}
    for done, part in enumerate(parts):
        progress.report(done, len(parts))
        found[part] = project.read(code_counts.read, part, n)
    return found


def _counted_by_text(
    project: Project, uids: tuple[Collection[str], Collection[str]], n: int, progress: Progress
) -> dict[str, int]:
    """Count by text what has these codes and coders, part by part as above."""
    found: dict[str, int] = {}
    for part in range(n):
        progress.report(part, n)
        found |= project.read(code_counts.of_texts, *uids, part, n)
    return found
