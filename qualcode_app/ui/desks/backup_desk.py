"""Backups: made once a day of use, listed, compared and brought back beside the project."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.errors import CannotWrite, QualcodeError
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.desks.project_desk import ProjectDesk
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.wording import error_sentence

if TYPE_CHECKING:
    from qualcode_app.services.store.backups import Backup
    from qualcode_app.ui.dialogs.backups import BackupsDialog

AFTER_MS = 5_000  # from the first act of a session to its backup: opening goes first


class BackupDesk(QObject):
    """Sees to it that there are backups, and brings them back."""

    failed = Signal(object)  # QualcodeError of work that ran as a job
    told = Signal(str)  # what was done, for the status bar

    def __init__(
        self, outfit: Outfit, actions: Actions, desk: ProjectDesk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._desk = desk
        self._window = window
        self._is_seen_to = False  # the backup of this day, as long as the project is open
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(AFTER_MS)
        self.timer.timeout.connect(self._back_up)
        actions.on("backups", self.list_own, self)
        self._workspace.changed.connect(self._on_workspace_changed)
        self._workspace.closed.connect(self._on_workspace_closed)

    # Looking and bringing back

    def list_own(self) -> None:
        """List the backups of the open project."""
        if self._workspace.project is not None:
            self.list_of(self._workspace.project.path)

    def has_some(self, path: Path) -> bool:
        """Tell whether there are backups of a project, which may be damaged itself."""
        from qualcode_app.services.store import backups  # noqa: PLC0415  sqlite comes with it

        return bool(backups.listed(path, self._outfit.settings.backups_in))

    def list_of(self, path: Path) -> None:
        """List the backups of a project, open or not."""
        from qualcode_app.services.store import backups  # noqa: PLC0415  likewise
        from qualcode_app.ui.dialogs.backups import BackupsDialog  # noqa: PLC0415  likewise

        chosen = self._outfit.settings.backups_in
        rows, folder = backups.listed(path, chosen), backups.folder(path, chosen)
        dialog = BackupsDialog(self._outfit.theme, path.name, rows, folder, self._window)
        dialog.show_folder(folder, is_chosen=chosen is not None)
        dialog.preview_requested.connect(lambda one: self._compare(dialog, path, one))
        dialog.restore_requested.connect(lambda one: self._restore(path, one))
        dialog.folder_requested.connect(lambda: self._choose_folder(dialog, path))
        dialog.beside_requested.connect(lambda: self._use_folder(dialog, path, ""))
        dialog.start()
        dialog.open()

    def _compare(self, dialog: BackupsDialog, path: Path, one: Backup) -> None:
        from qualcode_app.services.merging import restoring  # noqa: PLC0415  SQLAlchemy with it

        job = self._outfit.jobs.start(
            self.tr("Comparing a backup"),
            lambda progress: restoring.preview(path, one.path, progress),
        )
        job.succeeded.connect(partial(dialog.show_preview, one))
        job.failed.connect(partial(self._on_compare_failed, dialog, one))
        dialog.finished.connect(job.cancel)

    def _on_compare_failed(self, dialog: BackupsDialog, one: Backup, error: Exception) -> None:
        dialog.show_trouble(one, error_sentence(error))

    def _restore(self, path: Path, one: Backup) -> None:
        from qualcode_app.services.merging import restoring  # noqa: PLC0415  SQLAlchemy with it

        target = restoring.restored_path(path, one)
        job = self._outfit.jobs.start(
            self.tr("Restoring a backup"), lambda _progress: restoring.restore(one.path, target)
        )
        job.succeeded.connect(lambda _: self._on_restored(target))
        job.failed.connect(self.failed)

    def _on_restored(self, target: Path) -> None:
        words = self.tr("Restored as {name}").format(name=target.name)
        self._desk.open(target, then=lambda: self.told.emit(words))

    def _choose_folder(self, dialog: BackupsDialog, path: Path) -> None:
        title = self.tr("Folder for backups")
        chosen = self._outfit.ask.folder(dialog, title, self._desk.folder)
        if chosen is not None:
            self._use_folder(dialog, path, str(chosen))

    def _use_folder(self, dialog: BackupsDialog, path: Path, folder: str) -> None:
        from qualcode_app.services.store import backups  # noqa: PLC0415  sqlite comes with it

        settings = self._outfit.settings
        settings.backups_folder = folder
        settings.save()
        chosen = settings.backups_in
        if self._workspace.project is not None:
            self._workspace.project.backups_in = chosen
        dialog.show_folder(backups.folder(path, chosen), is_chosen=chosen is not None)

    # Once a day

    def _on_workspace_changed(self) -> None:
        if not self._is_seen_to:
            self._is_seen_to = True
            self.timer.start()

    def _on_workspace_closed(self) -> None:
        self.timer.stop()
        self._is_seen_to = False

    def _back_up(self) -> None:
        from qualcode_app.services.store import backups  # noqa: PLC0415  sqlite comes with it

        project = self._workspace.project
        if project is None or project.read_only:
            return
        if backups.is_due(project.path, project.backups_in):
            job = self._outfit.jobs.start(
                self.tr("Backup of the day"),
                lambda progress: project.back_up(backups.DAILY, progress),
            )
            job.failed.connect(self._on_backup_failed)

    def _on_backup_failed(self, error: QualcodeError) -> None:
        """Say so, and that the work itself was kept."""
        self.failed.emit(
            CannotWrite(
                "Your work is kept, but no backup of today could be made ({reason}). Make room, or "
                "choose another folder under Team, Backups.",
                reason=error.values.get("reason", ""),
            )
        )
