"""The status bar: what is kept, the last act with its undo, running work, and counts."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from qualcode_app.ui import icons
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.jobs import Job, Jobs
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import ActionKey, label

SHARED_FROM = 1000  # steps that nobody counts are told as a share


class StatusStrip(QStatusBar):
    """Everything in it is text plus a sign; a running job takes the place of the last act."""

    def __init__(self, theme: Theme, jobs: Jobs, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._jobs = jobs
        self._job: Job | None = None
        self._steps = (0, 0)  # of the job: done, in all; 0 in all is not known
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.space("s"), 0, theme.space("s"), 0)

        self._tick = QLabel(self)
        self.saved = label("", "", self)
        self.last_act = label("", "", self)
        self.last_act.setContentsMargins(theme.space("m"), 0, 0, 0)
        self.undo_link = QPushButton(self.tr("Undo"), self)
        self.undo_link.setProperty("kind", "link")
        self.undo_keys = ActionKey(actions["undo"], self)
        self.work = label("", "", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.cancel_link = QPushButton(self.tr("Cancel"), self)
        self.cancel_link.setProperty("kind", "link")
        self.facts = label("", "muted", self)
        for widget in (
            self._tick,
            self.saved,
            self.last_act,
            self.undo_link,
            self.undo_keys,
            self.work,
            self.bar,
            self.cancel_link,
        ):
            self.addWidget(widget)
        self.addPermanentWidget(self.facts)

        self._act_timer = QTimer(self)
        self._act_timer.setSingleShot(True)
        self._act_timer.setInterval(theme.scale.motion_ms["last_act"])
        self._act_timer.timeout.connect(self.forget_act)
        self._patience = QTimer(self)  # work that is done at once shows no bar
        self._patience.setSingleShot(True)
        self._patience.setInterval(theme.scale.motion_ms["progress_after"])
        self._patience.timeout.connect(self._show_job)

        self.undo_link.clicked.connect(actions["undo"].trigger)
        self.cancel_link.clicked.connect(self._on_cancel_link_clicked)
        jobs.started.connect(self._on_jobs_started)
        jobs.ended.connect(self._on_jobs_ended)
        theme.changed.connect(self._draw_tick)
        self._draw_tick()
        self.forget_act()
        self._hide_job()

    def show_saved(self, words: str) -> None:
        """Say that everything is kept; empty while no project is open."""
        self.saved.setText(words)
        self._tick.setVisible(bool(words))

    def show_act(self, words: str, *, can_undo: bool) -> None:
        """Name the act just done, with undo beside it."""
        self.last_act.setText(words)
        quiet = self._job is None or not self.bar.isVisibleTo(self)
        self.last_act.setVisible(quiet)
        self.undo_link.setVisible(can_undo and quiet)
        self.undo_keys.setVisible(can_undo and quiet)
        self._act_timer.start()

    def forget_act(self) -> None:
        """Say nothing of the last act any more."""
        for widget in (self.last_act, self.undo_link, self.undo_keys):
            widget.hide()

    def take_focus(self) -> bool:
        """Put the focus on what stops the running work; False: nothing runs."""
        if self._job is None:
            return False
        self._show_job()
        self.cancel_link.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def show_facts(self, words: str) -> None:
        """Show counts at the right."""
        self.facts.setText(words)

    def _on_jobs_started(self, job: Job) -> None:
        self._job = job
        self._steps = (0, 0)
        job.progressed.connect(self._on_job_progressed)
        self._patience.start()

    def _on_jobs_ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._patience.stop()
        self._job = self._jobs.running[-1] if self._jobs.running else None
        self._steps = (0, 0)
        if self._job is None:
            self._hide_job()
        else:
            self._show_job()

    def _on_job_progressed(self, done: int, total: int) -> None:
        if self.sender() is self._job:
            self._steps = (done, total)
            self._name_job()

    def _show_job(self) -> None:
        self.forget_act()
        self._name_job()
        for widget in (self.work, self.bar, self.cancel_link):
            widget.show()

    def _name_job(self) -> None:
        if self._job is None:
            return
        done, total = self._steps
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if total >= SHARED_FROM:
            counted = f"{100 * done // total} %"
        else:
            counted = self.tr("{done} of {total}").format(done=done, total=total) if total else ""
        self.work.setText(" ".join(part for part in (self._job.title, counted) if part))
        self.bar.setAccessibleName(self.work.text())

    def _hide_job(self) -> None:
        for widget in (self.work, self.bar, self.cancel_link):
            widget.hide()

    def _on_cancel_link_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _draw_tick(self) -> None:
        colour = self._theme.colour("success").name()
        self._tick.setPixmap(icons.pixmap("check", colour, 14, self.devicePixelRatioF()))
