"""Pictures of the window for the manual and README, each language in its own: small and light.

    python packaging/manual_pictures.py [FOLDER] [--language L] [--only coding]

They go to FOLDER/en/pictures/*.png and FOLDER/nl/pictures/*.png.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pictures import LANGUAGES, PAGE_S, ROOT, SAMPLE, Look, staged
from PIL import Image
from PySide6.QtWidgets import QApplication, QWidget
from scenes import dialogs, files, places
from scenes.dialogs import OPENERS
from scenes.stage import Stage

from qualcode_app.ui.dialogs.handout import HandoutDialog
from qualcode_app.ui.widgets.agreement_head import Tab

START = "start"  # before a project is open
SIZE_PX = (1200, 750)
COLOURS = 128  # a window has few; more make the files larger and nothing clearer


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: how the window comes there, and what of it is shown; the whole as a rule."""

    name: str
    bring: Callable[[Stage], None]
    shown: Callable[[Stage], QWidget] = lambda stage: stage.window


def _strips(stage: Stage) -> None:
    stage.act("space_agreement")
    stage.view.agreement.head.tabs.setCurrentIndex(Tab.STRIPS)


def _hand_out(stage: Stage) -> None:
    OPENERS["HandoutDialog"](stage)
    stage.of_kind(HandoutDialog).folder.setText("Uitgedeeld")  # no folder of this machine


def _dialog(name: str, kind: str, bring: Callable[[Stage], None] | None = None) -> Picture:
    """Return the picture of a dialog of this class, opened as usual unless told otherwise."""

    def shown(stage: Stage) -> QWidget:
        return next(one for one in stage.dialogs() if type(one).__name__ == kind)

    return Picture(name, bring or OPENERS[kind], shown)


def _portrait(stage: Stage) -> None:
    stage.act("space_analysis")
    space = stage.view.analysis_space
    space.tabs.show_region(space.portrait)


def _open_sample(stage: Stage) -> None:
    if stage.window.view is None:
        stage.window.desk.open(stage.folder / SAMPLE)
        stage.rest()


PICTURES = (
    Picture(START, lambda _: None),
    Picture("coding", places.STATES["coding, active"]),
    Picture("corpus", lambda stage: stage.act("space_corpus")),
    Picture("register", dialogs.load_register),
    Picture("agreement", places.STATES["agreement, passages"]),
    Picture("strips", _strips),
    Picture("adjudication", lambda stage: stage.act("space_adjudication")),
    Picture("matrix", places.STATES["analysis, cell"]),
    Picture("portrait", _portrait),
    _dialog("palette", "Palette"),
    _dialog("settings", "SettingsDialog"),
    _dialog("code-editor", "CodeEditor"),
    _dialog("export", "ExportDialog"),
    _dialog("hand-out", "HandoutDialog", _hand_out),
    _dialog("chart", "ChartDialog"),
    _dialog("code-table", "CodeTableDialog"),
    Picture("merge", lambda stage: stage.act("merge_files", files.other_copy(stage))),
)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "resources/manual")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--only", default="", help="part of the names of the pictures wanted")
    wanted = parser.parse_args()
    QApplication.setStyle("Fusion")
    application = QApplication(["qualcode"])
    for language in wanted.language or LANGUAGES:
        folder = wanted.folder / language / "pictures"
        folder.mkdir(parents=True, exist_ok=True)
        take(application, language, folder, wanted.only)
        size = sum(path.stat().st_size for path in folder.glob("*.png"))
        print(f"{folder}: {size / 1e6:.2f} MB", flush=True)
    return 0


def take(application: QApplication, language: str, folder: Path, only: str) -> None:
    """Take the pictures in one language."""
    with staged(application, Look("light", language, SIZE_PX, 100)) as stage:
        for picture in PICTURES:
            if only in picture.name:
                _save(picture, stage, folder)


def _save(picture: Picture, stage: Stage, folder: Path) -> None:
    """Take one picture, with so few colours that it is small."""
    if picture.name != START:
        _open_sample(stage)
    picture.bring(stage)
    stage.rest(PAGE_S)
    path = folder / f"{picture.name}.png"
    picture.shown(stage).grab().save(str(path))
    with Image.open(path) as full:
        few = full.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    stage.close_dialogs()


if __name__ == "__main__":
    sys.exit(main())
