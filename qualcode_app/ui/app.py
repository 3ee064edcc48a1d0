"""Starts the window."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from qualcode_app import __version__, logs, paths
from qualcode_app.pdf.client import Renderer
from qualcode_app.settings import Settings
from qualcode_app.ui.ask import Ask
from qualcode_app.ui.dialogs.trouble import TroubleDialog
from qualcode_app.ui.garbage import GarbageKeeper
from qualcode_app.ui.jobs import Jobs, take_short_turns
from qualcode_app.ui.language import Language
from qualcode_app.ui.main_window import USUAL_PX, MainWindow
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.theme import CHOICES, Theme
from qualcode_app.ui.workspace import Workspace

log = logging.getLogger(__name__)


class Application(QApplication):
    """Tells which file somebody double-clicked where the desktop sends it to the program: macOS."""

    file_asked = Signal(Path)

    def event(self, event: QEvent) -> bool:
        """Take the wish to open a file."""
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(Path(event.file()))
            return True
        return super().event(event)


class App(QObject):
    """The application: what outlives a window, and the window itself."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        take_short_turns()
        language = Language(settings.language, self)
        choice = next((each for each in CHOICES if each == settings.theme), CHOICES[0])
        theme = Theme(choice, settings.text_percent, self)
        self.outfit = Outfit(
            settings=settings,
            theme=theme,
            language=language,
            workspace=Workspace(settings, self),
            jobs=Jobs(self),
            renderer=Renderer(),
            ask=Ask(self),
        )
        theme.apply(application)
        GarbageKeeper(self, self._is_busy)
        self.window = MainWindow(self.outfit)
        self._trouble: TroubleDialog | None = None
        language.changed.connect(self._on_language_changed)

    def _is_busy(self) -> bool:
        view = self.window.view
        is_moving = view is not None and view.coding.page.view.is_moving
        return is_moving or bool(self.outfit.jobs.running)

    def show(self) -> None:
        """Put the window on the screen as large as it was last."""
        settings = self.outfit.settings
        width, height = settings.window_px if len(settings.window_px) == 2 else USUAL_PX
        screen = self._application.primaryScreen().availableGeometry()
        self.window.resize(QSize(min(width, screen.width()), min(height, screen.height())))
        if settings.window_is_maximised:
            self.window.showMaximized()
        else:
            self.window.show()
        self.outfit.renderer.start()

    def shut_down(self) -> None:
        """Stop work and close the project."""
        self.outfit.workspace.closing.emit()  # before the jobs go, which may follow a last write
        self.outfit.jobs.shut_down()
        self.outfit.workspace.close()
        self.outfit.renderer.close()

    def take_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show a mistake of the program and go on; details hold no text of a document."""
        details = logs.error_report(kind, error, trace)
        log.error("%s", details)
        if sys.stderr is not None:  # a desktop may keep it: no message of the error goes there
            sys.stderr.write(f"{details}\n")
        if self._trouble is None:  # one at a time: mistakes tend to come in rows
            self._trouble = TroubleDialog(self.outfit.theme, details, self.window)
            self._trouble.finished.connect(self._on_trouble_finished)
            self._trouble.open()

    def _on_trouble_finished(self) -> None:
        self._trouble = None

    def _on_language_changed(self) -> None:
        """Build the window anew in the other language, looking at the same place."""
        old = self.window
        self.window = MainWindow(self.outfit)
        self.window.setGeometry(old.geometry())
        self.window.show()
        self.window.look_like(old)
        old.hide()
        old.deleteLater()


def run(argv: Sequence[str]) -> int:
    """Open the window, on a project if one is named; returns the exit code."""
    logs.set_up()
    QApplication.setApplicationName("QualCode")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("qualcode")
    QApplication.setStyle("Fusion")
    application = Application(["qualcode", *argv])
    application.setWindowIcon(QIcon(str(paths.resources() / "brand" / "qualcode.svg")))
    app = App(application, Settings.load())
    sys.excepthook = app.take_error
    application.file_asked.connect(lambda path: app.window.desk.drop([path]))
    app.show()
    projects = [Path(argument) for argument in argv if not argument.startswith("-")]
    if projects:  # after the window is on the screen
        QTimer.singleShot(0, app, lambda: app.window.desk.open(projects[0]))
    else:
        app.window.tell_news()
    try:
        return application.exec()
    finally:
        app.shut_down()
        sys.excepthook = sys.__excepthook__
