"""Figures of agreement while coders train, in the status bar; a setting, and off in blind files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.teams import tasks
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.jobs import Job
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.viewing import Viewing
from qualcode_app.ui.wording import number

if TYPE_CHECKING:
    from qualcode_app.services.agreement.live import LiveFigure

AFTER_MS = 300  # a coder who goes on working is not interrupted


class LiveDesk(QObject):
    """Computes the figure of the open document anew after each act, away from the window."""

    told = Signal()  # there are other words to show

    def __init__(
        self, outfit: Outfit, viewing: Viewing, actions: Actions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._viewing = viewing
        self._job: Job | None = None
        self._code_uid = ""
        self.words = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._compute)
        task = self._workspace.read(tasks.greeting)
        self._is_blind = task is not None and task.blind
        self._wish = actions["live_agreement"]
        self._wish.setEnabled(not self._is_blind)
        self._wish.setChecked(outfit.settings.live_agreement and not self._is_blind)
        self._wish.toggled.connect(self._on_wish_toggled)
        self._workspace.changed.connect(self._on_workspace_changed)
        viewing.document_changed.connect(self._on_viewing_document_changed)
        self._look()

    # Inside

    def _look(self) -> None:
        if self._wish.isChecked() and not self._is_blind:
            self._timer.start()
        else:
            self._tell("")

    def _compute(self) -> None:
        project = self._workspace.project
        if project is None or not self._viewing.document_uid:
            return
        place = (self._workspace.round_uid, self._viewing.document_uid, self._code_uid)

        def compute(_progress: object) -> LiveFigure | None:
            from qualcode_app.services.agreement import live  # noqa: PLC0415  numpy loads late

            return project.read(live.figure, *place)

        self._job = self._outfit.jobs.start(self.tr("Computing agreement"), compute)
        self._job.succeeded.connect(self._on_job_succeeded)

    def _on_job_succeeded(self, found: LiveFigure | None) -> None:
        if self.sender() is not self._job or not self._wish.isChecked():
            return
        if found is None:
            self._tell("")
            return
        words = self.tr("Training: alpha {alpha}").format(alpha=number(found.alpha.value))
        if found.of_code is not None:
            words += f", {found.code_key} {number(found.of_code.value)}"
        self._tell(words)

    def _tell(self, words: str) -> None:
        if words != self.words:
            self.words = words
            self.told.emit()

    def _on_wish_toggled(self, wanted: bool) -> None:
        self._outfit.settings.live_agreement = wanted
        self._outfit.settings.save()
        self._look()

    def _on_viewing_document_changed(self, _uid: str) -> None:
        self._code_uid = ""
        self._look()

    def _on_workspace_changed(self, changes: Changes) -> None:
        if not changes.touches(Kind.CODING):
            return
        if self._wish.isChecked():
            added = [*changes[Kind.CODING].added, *changes[Kind.CODING].changed]
            if len(added) == 1:
                self._code_uid = self._workspace.read(coding_rows.get, added[0]).code_uid
        self._look()
