"""Waiting for an act on very many things: the window stays alive, and the act can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.domain.errors import Cancelled, QualcodeError
from qualcode_app.domain.progress import Progress
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.theme import Theme

T = TypeVar("T")

WIDTH_PX = 360


class WaitingDialog(QDialog):
    """Says what is being done, and stops it when it is closed."""

    def __init__(self, theme: Theme, job: Job, parent: QWidget, *, can_stop: bool) -> None:
        super().__init__(parent)
        self._can_stop = can_stop
        self._job = job
        self.setWindowTitle(self.tr("One moment"))
        self.setMinimumWidth(WIDTH_PX)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, can_stop)
        says = QLabel(job.title, self)
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(job.title)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.stop.setAutoDefault(False)
        self.stop.setVisible(can_stop)
        self.stop.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(bar, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setSpacing(theme.space("m"))
        column.addWidget(says)
        column.addLayout(row)

    def reject(self) -> None:
        """Ask the act to stop, where it can be stopped."""
        if self._can_stop:
            self._job.cancel()
            super().reject()


class Patience(QObject):
    """Carries acts out in a worker thread while their caller waits for them."""

    def __init__(self, theme: Theme, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._jobs = jobs
        self._window = window

    def wait_for(self, title: str, work: Callable[[Progress], T], *, can_stop: bool) -> T:
        """Do something and return what it returned; nobody can do anything else meanwhile.

        Args:
            title: What is done, as it is told when it takes long.
            work: Called in a worker thread.
            can_stop: Whether to offer that; the work then has to report its progress.

        Raises:
            QualcodeError: The work was refused.
            Cancelled: It was stopped.
        """
        results: list[T] = []
        refusals: list[QualcodeError] = []
        loop = QEventLoop()
        job = self._jobs.start(title, work)
        job.succeeded.connect(results.append)
        job.failed.connect(refusals.append)
        job.ended.connect(loop.quit)
        QTimer.singleShot(self._theme.scale.motion_ms["progress_after"], loop, loop.quit)
        deaf = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        loop.exec(deaf)
        if job.is_running:
            dialog = WaitingDialog(self._theme, job, self._window, can_stop=can_stop)
            dialog.finished.connect(loop.quit)
            dialog.open()
            loop.exec()
            if job.is_running:  # it is asked to stop
                loop.exec(deaf)
            dialog.done(QDialog.DialogCode.Accepted)
            dialog.deleteLater()
            self._window.activateWindow()  # not every system gives it the keys back by itself
        if refusals:
            raise refusals[0]
        if not results:
            raise Cancelled
        return results[0]
