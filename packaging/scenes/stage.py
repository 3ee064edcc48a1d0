"""A window that is led from scene to scene, as a user would, and the files it asks for."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from qualcode_app.services.coding import coding_rows
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.store.project import Project
from qualcode_app.ui.ask import Ask
from qualcode_app.ui.main_window import MainWindow
from qualcode_app.ui.project_view import ProjectView

WAIT_S = 60
SHOWN = "lindewater"  # the agreement that is read
W = TypeVar("W", bound=QWidget)


class Given(Protocol):
    """Who answers with a file instead of asking for it."""

    paths: list[Path]


class FileGiver(Ask):
    """Answers with the paths it was given; what is not asked of a file stays with the system."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[Path] = []

    def export_file(self, parent: QWidget, suggestion: Path, kinds: str) -> Path | None:  # noqa: ARG002
        return self._next()

    def codebook_file(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002
        return self._next()

    def table_file(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002
        return self._next()

    def sheet_file(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002
        return self._next()

    def foreign_project(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002
        return self._next()

    def projects(self, parent: QWidget, folder: str) -> list[Path]:  # noqa: ARG002
        chosen, self.paths = self.paths, []
        return chosen

    def _next(self) -> Path | None:
        return self.paths.pop(0) if self.paths else None


class Stage:
    """A window with the sample open; scenes are told what they need by it."""

    def __init__(self, window: MainWindow, giver: Given, folder: Path) -> None:
        self.window = window
        self.giver = giver
        self.folder = folder

    @property
    def view(self) -> ProjectView:
        """What is shown of the open project."""
        assert self.window.view is not None
        return self.window.view

    @property
    def project(self) -> Project:
        """The open project."""
        assert self.window.workspace.project is not None
        return self.window.workspace.project

    def rest(self, at_least_s: float = 0.0) -> None:
        """Let work that has begun end and layouts come to rest; pages need a while to be sharp."""
        until = time.monotonic() + at_least_s
        self.wait(lambda: not self.window.outfit.jobs.running)
        while True:
            for _ in range(4):
                QApplication.processEvents()
            if time.monotonic() >= until and not self.window.outfit.jobs.running:
                break
            time.sleep(0.01)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait(self, done: Callable[[], object]) -> None:
        """Wait until something is so.

        Raises:
            TimeoutError: It never was.
        """
        until = time.monotonic() + WAIT_S
        while not done():
            if time.monotonic() > until:
                raise TimeoutError("the window has lost its way")
            QApplication.processEvents()
            time.sleep(0.005)

    def act(self, name: str, *files: Path) -> None:
        """Do an act of the table; give it these files when it asks for them."""
        self.giver.paths = list(files)
        self.window.actions_[name].trigger()
        self.rest()

    def dialogs(self) -> list[QDialog]:
        """Return the dialogs in sight."""
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]

    def of_kind(self, kind: type[W]) -> W:
        """Return the one widget of a kind that is in sight."""
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def close_dialogs(self) -> None:
        """Leave every dialog as it is."""
        for dialog in self.dialogs():
            dialog.close()
        self.rest()

    def document(self, beginning: str = SHOWN) -> DocumentRow:
        """Return the document whose title begins so."""
        rows = self.window.workspace.read(documents.rows)
        return next(row for row in rows if row.title.lower().startswith(beginning))

    def codings(self) -> Sequence[CodingRow]:
        """Return the codings of the one at work in the shown document."""
        workspace = self.window.workspace
        revision_uid = self.document().revision_uid
        rows = workspace.read(coding_rows.rows, revision_uid=revision_uid)
        return [row for row in rows if row.coder_uid == workspace.coder_uid]

    def read_agreement(self) -> None:
        """Open the agreement at a page with codings, one of them active."""
        self.act("space_coding")
        self.window.viewing.look_at(self.document().uid)
        self.view.coding.page.view.select(None)
        rows = self.codings()
        active = rows[len(rows) // 12]
        self.window.viewing.activate(active.uid)
        self.view.coding.page.view.show_anchor(active.anchor, flash=False)
        self.rest()
