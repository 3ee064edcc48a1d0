"""Pictures of the real window on the sample, for README and manual.

    python packaging/pictures.py [FOLDER] [--size 1440x900]

Every picture is made in both themes and languages: the start page, the coding work space with an
active coding, and every other work space.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from qualcode_app.services import sample
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.documents import documents
from qualcode_app.settings import Settings
from qualcode_app.ui.app import App

ROOT = Path(__file__).resolve().parents[1]
SHOWN = "lindewater"
SPACES = ("corpus", "register", "agreement", "adjudication", "analysis")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "resources/manual/pictures")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--theme", choices=["light", "dark"], action="append")
    parser.add_argument("--language", choices=["nl", "en"], action="append")
    wanted = parser.parse_args()
    width, height = (int(side) for side in wanted.size.split("x"))
    wanted.folder.mkdir(parents=True, exist_ok=True)
    QApplication.setStyle("Fusion")
    application = QApplication(["qualcode"])
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "sample.qualcode"
        sample.make(path).close()
        for theme in wanted.theme or ("light", "dark"):
            for language in wanted.language or ("nl", "en"):
                settings = Settings(language=language, theme=theme, window_px=[width, height])
                app = App(application, settings)
                try:
                    _take(app, path, wanted.folder, f"{theme}-{language}")
                finally:
                    app.shut_down()
                    app.window.close()
                    app.window.deleteLater()
                    app.deleteLater()
                    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return 0


def _take(app: App, path: Path, folder: Path, name: str) -> None:
    app.show()
    app.window.resize(
        *app.outfit.settings.window_px
    )  # the screen of a machine without one is small
    _settle(0.2)
    _save(app, folder / f"start-{name}.png")
    window = app.window
    window.desk.open(path)
    view = window.view
    assert view is not None
    workspace = app.outfit.workspace
    document = next(
        row for row in workspace.read(documents.rows) if row.title.lower().startswith(SHOWN)
    )
    window.viewing.look_at(document.uid)
    rows = workspace.read(coding_rows.rows, revision_uid=document.revision_uid)
    mine = [row for row in rows if row.coder_uid == workspace.coder_uid]
    window.viewing.activate(mine[len(mine) // 12].uid)
    page = view.coding.page.view
    page.show_anchor(mine[len(mine) // 12].anchor, flash=False)
    _settle(2)
    _save(app, folder / f"coding-{name}.png")
    for space in SPACES:
        window.actions_[f"space_{space}"].trigger()
        _settle(1.5)
        _save(app, folder / f"{space}-{name}.png")


def _save(app: App, path: Path) -> None:
    app.window.grab().save(str(path))
    print(path)


def _settle(at_most_s: float, done: Callable[[], bool] | None = None) -> None:
    until = time.monotonic() + at_most_s
    while time.monotonic() < until and not (done and done()):
        QApplication.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main())
