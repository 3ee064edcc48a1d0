"""Long work in worker threads, watched and stopped from the window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qualcode_app.domain.errors import Cancelled, QualcodeError
from qualcode_app.domain.progress import Progress, Ticket

if TYPE_CHECKING:
    from qualcode_app.services.store.project import Project

LOOK_EVERY_MS = 40
WORKERS = 2
STOP_PATIENCE_S = 10.0
TURN_S = 0.0005

Work = Callable[[Progress], object]


def take_short_turns() -> None:
    """Let threads hand over to each other ten times as often as Python does by itself.

    A thread that wants to go on waits a whole turn of the one that computes: with a job at work
    that would be 5 ms for each picture of a page, and as much for the window now and then.
    """
    sys.setswitchinterval(TURN_S)


class Job(QObject):
    """Work in a worker thread, which touches no Qt object: the GUI thread looks in on it."""

    progressed = Signal(int, int)  # steps done, steps in all
    succeeded = Signal(object)  # what the work returned
    failed = Signal(object)  # QualcodeError: what its user is told
    cancelled = Signal()  # also where a mistake of ours ended the work; that one is raised here
    ended = Signal(object)  # the job, after one of the three above

    def __init__(self, title: str, work: Work, pool: Executor, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._ticket = Ticket()  # plain Python; the work calls its report(done, total)
        self._future = pool.submit(work, self._ticket)
        self._seen = (0, 0)
        self.is_running = True  # until the outcome is told; to be asked also when the job is gone
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(LOOK_EVERY_MS)

    def cancel(self) -> None:
        """Ask the work to stop: its next report raises Cancelled."""
        self._ticket.stop.set()

    def finish(self) -> None:
        """Wait for the outcome and tell it now."""
        wait([self._future], STOP_PATIENCE_S)
        if self.is_running:
            self._on_timer_timeout()

    def _on_timer_timeout(self) -> None:
        if self._ticket.steps != self._seen:
            self._seen = self._ticket.steps
            self.progressed.emit(*self._seen)
        if not self._future.done():
            return
        self._timer.stop()
        self.is_running = False
        mistake: BaseException | None = None
        match self._future.exception():
            case None:
                self.succeeded.emit(self._future.result())
            case Cancelled():
                self.cancelled.emit()
            case QualcodeError() as error:
                self.failed.emit(error)
            case mistake:
                self.cancelled.emit()
        self.ended.emit(self)
        self.deleteLater()
        if mistake is not None:
            raise mistake


class Jobs(QObject):
    """Starts jobs and knows which are running."""

    started = Signal(Job)
    ended = Signal(Job)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="job")
        self.running: list[Job] = []

    def start(self, title: str, work: Work) -> Job:
        """Begin work; connect to the job's signals before the event loop runs again.

        Args:
            title: What the status bar says while it runs, as a sentence part: "Reading 3 files".
            work: Called in a worker thread with the progress to report to.
        """
        job = Job(title, work, self._pool, self)
        self.running.append(job)
        job.ended.connect(self._on_job_ended)
        self.started.emit(job)
        return job

    def read(
        self, title: str, project: Project, work: Callable[[Project, Progress], object]
    ) -> Job:
        """Begin long reading of a project: acts go on beside it, and it sees one state."""
        return self.start(title, lambda progress: project.still(lambda view: work(view, progress)))

    def stop_all(self) -> None:
        """Cancel all work and wait until it has stopped; what was finished before stays."""
        for job in self.running:
            job.cancel()
        for job in list(self.running):
            job.finish()

    def shut_down(self) -> None:
        """Stop all work and wait until it has stopped."""
        self.stop_all()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _on_job_ended(self, job: Job) -> None:
        self.running.remove(job)
        self.ended.emit(job)
