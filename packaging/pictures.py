"""Pictures of all that the window shows on the sample, to be looked at.

    python packaging/pictures.py [FOLDER] [--theme T] [--language L] [--size 1280x800] [--text 100]

Every work space, tab, state and dialog, in each theme and both languages: FOLDER/light-nl/*.png.
Options may be given more than once; `--only coding` makes the pictures whose name holds a word.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget
from scenes import dialogs, places
from scenes.stage import FileGiver, Stage

from qualcode_app import __version__
from qualcode_app.pdf.client import Renderer
from qualcode_app.services import sample
from qualcode_app.settings import Settings
from qualcode_app.ui.jobs import Jobs
from qualcode_app.ui.language import Language
from qualcode_app.ui.main_window import MainWindow
from qualcode_app.ui.outfit import Outfit
from qualcode_app.ui.theme import Choice, Theme
from qualcode_app.ui.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
THEMES: tuple[Choice, ...] = ("light", "dark", "high_contrast")
LANGUAGES = ("nl", "en")
SAMPLE = "sample.qualcode"
PAGE_S = 0.6  # until the pages in sight are sharp


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks in a row of pictures."""

    theme: Choice
    language: str
    size_px: tuple[int, int]
    text_percent: int


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build/pictures")
    parser.add_argument("--theme", choices=THEMES, action="append")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--size", default="1280x800", help="of the window")
    parser.add_argument("--text", type=int, default=100, help="size of the text in percent")
    parser.add_argument("--only", default="", help="part of the names of the pictures wanted")
    wanted = parser.parse_args()
    width, height = (int(side) for side in wanted.size.split("x"))
    QApplication.setStyle("Fusion")
    application = QApplication(["qualcode"])
    for theme, language in product(wanted.theme or THEMES, wanted.language or LANGUAGES):
        look = Look(theme, language, (width, height), wanted.text)
        folder = wanted.folder / f"{theme}-{language}"
        folder.mkdir(parents=True, exist_ok=True)
        n = take(application, look, folder, wanted.only)
        print(f"{folder}: {n} pictures", flush=True)
    return 0


def take(application: QApplication, look: Look, folder: Path, only: str) -> int:
    """Take the pictures of one look; returns how many."""
    taken = 0
    with staged(application, look) as stage:
        for name, shown in _scenes(stage):
            if only in name:
                shown.grab().save(str(folder / f"{name.replace(', ', '-')}.png"))
                taken += 1
    return taken


@contextmanager
def staged(application: QApplication, look: Look) -> Iterator[Stage]:
    """Open a window that looks so, on the start page; the sample lies in the stage's folder."""
    with tempfile.TemporaryDirectory() as place:
        giver = FileGiver()
        outfit = _outfit(look, giver, Path(place))
        outfit.theme.apply(application)
        window = MainWindow(outfit)
        outfit.renderer.start()
        try:
            window.resize(*look.size_px)
            window.show()
            sample.make(Path(place) / SAMPLE).close()
            yield Stage(window, giver, Path(place))
        finally:
            outfit.jobs.shut_down()
            outfit.workspace.close()
            outfit.renderer.close()
            outfit.language.choose("en")  # takes its translations off for the next one
            window.close()
            window.deleteLater()
            QApplication.processEvents()


def _scenes(stage: Stage) -> Iterator[tuple[str, QWidget]]:
    """Show everything, one after the other: what is shown, and the window or dialog it is in."""
    window = stage.window
    stage.rest()
    yield "start, first", window
    window.desk.open(stage.folder / SAMPLE)
    for walk in (places.visit_tabs, places.visit_unfit, places.visit_states):
        for name in walk(stage):
            stage.rest(PAGE_S)
            yield name, window
    for dialog in dialogs.open_all(stage):
        yield f"dialog, {type(dialog).__name__}", dialog
    for name in places.visit_empty(stage, stage.folder / "empty.qualcode"):
        yield name, window
    for name in places.visit_start(stage):
        stage.rest(PAGE_S)
        yield name, window


def _outfit(look: Look, giver: FileGiver, folder: Path) -> Outfit:
    settings = Settings(
        path=folder / "settings" / "settings.json",
        language=look.language,
        theme=look.theme,
        seen_version=__version__,  # no news in the pictures
    )
    language = Language(settings.language)
    theme = Theme(look.theme, look.text_percent)
    return Outfit(settings, theme, language, Workspace(settings), Jobs(), Renderer(), giver)


if __name__ == "__main__":
    sys.exit(main())
