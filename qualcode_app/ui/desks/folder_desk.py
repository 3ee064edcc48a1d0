"""What the folder of a project does to it: synced by a program, with copies that conflict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualcode_app.ui.desks.merge_desk import MergeDesk
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.widgets.message_strip import Kind

Tell = Callable[[str, Kind, str, Callable[[], object] | None], object]
NAMED_MAX = 3  # copies named in the message


class FolderDesk(QObject):
    """Looks around when a project is opened, and says what concerns its user."""

    def __init__(self, outfit: Outfit, merging: MergeDesk, tell: Tell, window: QWidget) -> None:
        super().__init__(window)
        self._outfit = outfit
        self._workspace = outfit.workspace
        self._merging = merging
        self._tell = tell
        self._workspace.opened.connect(self._on_workspace_opened)

    def _on_workspace_opened(self) -> None:
        """Look at the names in the folder; files are opened only where one fits."""
        from qualcode_app.services.store import synced  # noqa: PLC0415  sqlite comes with it

        project = self._workspace.project
        if project is None:
            return
        copies = [] if project.read_only else synced.conflicted_copies(project.path)
        if copies:
            from qualcode_app.services.merging import twins  # noqa: PLC0415  seldom needed

            copies = twins.with_news(project, copies)
        if copies:
            self._tell_copies(copies)
            return
        program, folder = synced.program(project.path), str(project.path.parent)
        settings = self._outfit.settings
        if program and folder not in settings.told_synced:
            settings.told_synced.append(folder)
            settings.save()
            self._tell_synced(program)

    def _tell_synced(self, program: str) -> None:
        words = self.tr(
            "{program} keeps this folder equal on several computers. Open the project on one at a "
            "time, and wait until {program} is done before you open it elsewhere. Keep the "
            "backups outside this folder: Team, Backups."
        )
        self._tell(words.format(program=program), "info", "", None)

    def _tell_copies(self, copies: Sequence[Path]) -> None:
        names = ", ".join(path.name for path in copies[:NAMED_MAX])
        words = self.tr(
            "%n conflicting copies of this project lie beside it, with work that is not in it: "
            "{names}. Merge them, and delete them when all is in.",
            "",
            len(copies),
        )
        self._tell(
            words.format(names=names),
            "warning",
            self.tr("Merge them…"),
            lambda: self._merging.plan(copies),
        )
