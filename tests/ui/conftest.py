"""A real window on real projects, and a hand that uses mouse and keys."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from qualcode_app import __version__
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.pdf.client import Renderer
from qualcode_app.settings import Settings
from qualcode_app.ui.ask import Question
from qualcode_app.ui.jobs import Jobs
from qualcode_app.ui.language import Language
from qualcode_app.ui.main_window import MainWindow
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.page.glyphs import Part
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.workspace import Workspace

HERE = Path(__file__).parent
I18N = HERE.parents[1] / "packaging" / "i18n.py"
WAIT_MS = 20_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen warns that it cannot hint sizes to a window manager."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@dataclass
class Answers:
    """Answers what the window asks, as a user would in a dialog; notes what was asked."""

    paths: list[Path] = field(default_factory=list)
    passwords: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    is_certain: bool = True
    asked: list[str] = field(default_factory=list)

    def _path(self, what: str) -> Path | None:
        self.asked.append(what)
        return self.paths.pop(0) if self.paths else None

    def open_project(self, parent, folder) -> Path | None:
        return self._path("open_project")

    def new_project(self, parent, folder, name) -> Path | None:
        return self._path("new_project")

    def documents(self, parent, folder) -> list[Path]:
        self.asked.append("documents")
        chosen, self.paths = self.paths, []
        return chosen

    def documents_folder(self, parent, folder) -> Path | None:
        return self._path("documents_folder")

    def merge_target(self, parent, folder) -> Path | None:
        return self._path("merge_target")

    def projects(self, parent, folder) -> list[Path]:
        self.asked.append("projects")
        chosen, self.paths = self.paths, []
        return chosen

    def export_file(self, parent, suggestion, kinds) -> Path | None:
        return self._path("export_file")

    def codebook_file(self, parent, folder) -> Path | None:
        return self._path("codebook_file")

    def sheet_file(self, parent, folder) -> Path | None:
        return self._path("sheet_file")

    def table_file(self, parent, folder) -> Path | None:
        return self._path("table_file")

    def foreign_project(self, parent, folder) -> Path | None:
        return self._path("foreign_project")

    def source_file(self, parent, title, folder) -> Path | None:
        return self._path(f"source_file {title}")

    def draft_file(self, parent, folder) -> Path | None:
        return self._path("draft_file")

    def password(self, parent, name) -> str | None:
        self.asked.append(f"password of {name}")
        return self.passwords.get(name)

    def folder(self, parent, title, folder) -> Path | None:
        return self._path("folder")

    def who(self, parent, names) -> str | None:
        self.asked.append("who")
        return self.lines.pop(0) if self.lines else None

    def which(self, parent, title, sentence, names) -> str | None:
        self.asked += names
        return self.lines.pop(0) if self.lines else None

    def line(self, parent, title, sentence, text) -> str | None:
        self.asked.append(title)
        return self.lines.pop(0) if self.lines else None

    def certain(self, parent, question: Question) -> bool:
        self.asked.append(question.act)
        return self.is_certain


@pytest.fixture(scope="session")
def i18n() -> ModuleType:
    """Return the collector of translations, which knows every sentence of the program."""
    spec = importlib.util.spec_from_file_location("i18n", I18N)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def settings(tmp_path) -> Settings:
    """The settings of somebody who has used this version before: no news are told."""
    path = tmp_path / "settings" / "settings.json"
    return Settings(path=path, language="en", theme="light", seen_version=__version__)


@pytest.fixture
def language(qapp, settings) -> Iterator[Language]:
    language = Language(settings.language)
    yield language
    language.choose("en")


@pytest.fixture
def theme(qapp, settings, language) -> Theme:
    theme = Theme("light")
    theme.apply(qapp)
    return theme


@pytest.fixture
def jobs(qapp) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


@pytest.fixture
def workspace(qapp, settings, project_file, language) -> Iterator[Workspace]:
    """The workspace on a copy of the sample."""
    workspace = Workspace(settings)
    assert workspace.open(project_file)
    yield workspace
    workspace.close()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    renderer = Renderer()
    yield renderer
    renderer.close()


@pytest.fixture
def empty_window(qtbot, settings, theme, language, jobs, renderer, answers) -> Iterator[MainWindow]:
    """The window on its start page."""
    workspace = Workspace(settings)
    outfit = Outfit(settings, theme, language, workspace, jobs, renderer, answers)
    window = MainWindow(outfit)
    window.resize(1440, 900)
    window.show()
    yield window
    jobs.stop_all()
    workspace.close()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(qtbot, empty_window, project_file) -> MainWindow:
    """The window with a copy of the sample open."""
    assert empty_window.desk.open(project_file)
    qtbot.waitExposed(empty_window)
    return empty_window


class Hand:
    """Does with mouse and keys what a coder does."""

    def __init__(self, window: MainWindow, qtbot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def space(self):
        return self.window.view.coding

    @property
    def view(self):
        return self.space.page.view

    def point(self, offset: int, share: float) -> QPoint:
        """Return where a character is in the viewport; share 0 is its left edge."""
        scene = self.view.scene
        index = scene.glyphs.index_at(offset)
        (box,) = scene.glyphs.rects(Part(index, offset, offset + 1))
        slot, scale = scene.layout.slots[index], scene.layout.scale
        x = slot.x_px + (box.x0_pt + share * (box.x1_pt - box.x0_pt)) * scale
        y = slot.y_px + (box.y0_pt + box.y1_pt) / 2 * scale
        return QPoint(round(x), round(y)) - self.view.offset()

    def select(self, words: str) -> TextAnchor:
        """Drag over words of the open document and return where they stand."""
        start = self.view.scene.source.text.index(words)
        anchor = TextAnchor(start, start + len(words))
        self.view.show_anchor(anchor, flash=False)
        begin, end = self.point(start, 0.2), self.point(anchor.end - 1, 0.8)
        ground = self.view.viewport()
        self.qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=begin)
        self.drag_to(begin + QPoint(12, 2))
        self.drag_to(end)
        self.qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=end)
        return anchor

    def drag_to(self, at: QPoint) -> None:
        ground = self.view.viewport()
        place = QPointF(at), QPointF(ground.mapToGlobal(at))
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(ground, QMouseEvent(QEvent.Type.MouseMove, *place, none, left, keys))

    def drop(self, widget: QWidget, at: QPoint, data: QMimeData) -> None:
        """Let go of a drag over a widget."""
        how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        for event in (
            QDragEnterEvent(at, *how, none),
            QDragMoveEvent(at, *how, none),
            QDropEvent(QPointF(at), *how, none, QEvent.Type.Drop),
        ):
            QApplication.sendEvent(widget, event)

    def click(self, offset: int) -> None:
        """Click on a character of the page."""
        self.qtbot.mouseClick(
            self.view.viewport(), Qt.MouseButton.LeftButton, pos=self.point(offset, 0.5)
        )

    def key(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the page."""
        self.view.setFocus()
        self.qtbot.keyClick(self.view, key, modifier)

    def code(self, key: str):
        """Return the code with a key."""
        return next(row for row in self.space.codes.model.rows if row.key == key)


@pytest.fixture
def hand(window, qtbot) -> Hand:
    return Hand(window, qtbot)
