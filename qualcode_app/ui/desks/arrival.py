"""What desks share that lead a file into the project: planned, shown, decided, written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.changes import Changes
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.services.store.journal import new_uid
from qualcode_app.ui.jobs import Job
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.undo.arrived_batch import ArrivedBatch
from qualcode_app.ui.undo.many import Many
from qualcode_app.ui.widgets.message_strip import MessageStrip
from qualcode_app.ui.wording import error_sentence

if TYPE_CHECKING:
    from qualcode_app.domain.progress import Progress
    from qualcode_app.services.store.project import Project

Planning = Callable[["Project", "Progress"], object]
Writing = Callable[["Project", str, "Progress"], Changes]  # given the uid of the batch


class PlanDialog(Protocol):
    """A dialog that shows what a file would do."""

    message: MessageStrip
    finished: SignalInstance

    def show_plan(self, plan: Any) -> None:
        """Show another plan for the same file."""

    def open(self) -> None:
        """Open it in front of its window."""


class ArrivalDesk(QObject):
    """Serves one kind of import; what takes long is done away from the window."""

    def __init__(self, outfit: Outfit, space: QWidget) -> None:
        super().__init__(space)
        self.dialog: PlanDialog | None = None
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._planning: Job | None = None

    def _folder(self) -> str:
        """Return where files are looked for first."""
        return self._workspace.settings.folder or str(Path.home())

    def _plan(self, title: str, work: Planning, show: Callable[[Any], None]) -> None:
        """Read or plan something and show it; of several under way the last one is.

        Args:
            title: What the status bar says meanwhile.
            work: Done in a worker thread.
            show: Gets what the work returned.
        """
        project = self._workspace.project
        if project is None:
            return
        self._stop_planning()
        self._planning = job = self._outfit.jobs.read(title, project, work)
        job.succeeded.connect(show)
        job.failed.connect(self._on_failed)

    def _show_again(self, plan: Any) -> None:
        if self.dialog is not None:
            self.dialog.show_plan(plan)

    def _lead(self, dialog: PlanDialog) -> None:
        """Open a dialog; refusals are told in it as long as it is there."""
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    def _take_in(
        self,
        title: str,
        name: Callable[[Many], str],
        plan: Any,
        work: Writing,
        again: Callable[..., Changes],
    ) -> Job | None:
        """Write a plan as one batch and have it on the stack of acts.

        Args:
            title: What the status bar says meanwhile.
            name: The act, as the stack names it, given the codings that came in.
            plan: What is written.
            work: Writes it, in a worker thread.
            again: Use case that writes it once more, given the plan and the uid of a batch.
        """
        workspace, project, batch_uid = self._workspace, self._workspace.project, new_uid()
        if project is None:
            return None
        job = self._outfit.jobs.start(title, lambda progress: work(project, batch_uid, progress))

        def write(batch_uid: str) -> Changes | None:
            return workspace.write(again, plan, batch_uid)

        def tell(changes: Changes) -> None:
            workspace.changed.emit(changes)
            workspace.do(ArrivedBatch(workspace, name, write, batch_uid))

        job.succeeded.connect(tell)
        job.failed.connect(self._on_failed)
        return job

    def _on_failed(self, error: QualcodeError) -> None:
        if self.dialog is not None:
            self.dialog.message.tell(error_sentence(error))
        else:
            self._workspace.failed.emit(error)

    def _on_finished(self) -> None:
        self.dialog = None
        self._stop_planning()

    def _stop_planning(self) -> None:
        if self._planning is not None and self._planning.is_running:
            self._planning.cancel()
