"""The window: how soon it stands with the sample open, what it takes, what one coding costs."""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from bench.rows import Row, row
from PySide6.QtWidgets import QApplication

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services import sample
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.settings import Settings
from qualcode_app.ui.app import App

RUNS = 5
START_S = 1.5
MEMORY_MB = 200.0
CODING_MS = 20.0

_START = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qualcode_app.settings import Settings
from qualcode_app.ui.app import App

QApplication.setStyle("Fusion")
application = QApplication([])
app = App(application, Settings(language="nl", theme="light"))
app.show()
QApplication.processEvents()
shown = time.time()
app.window.desk.open(Path(sys.argv[1]))
app.window.grab()
QApplication.processEvents()
opened = time.time()
until = time.monotonic() + 2
while time.monotonic() < until:
    QApplication.processEvents()
    time.sleep(0.01)
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
memory = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0)
import json
print(json.dumps({"shown": shown, "opened": opened, "memory_mb": memory}))
app.shut_down()
"""


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "sample.qualcode"
        sample.make(path).close()
        starts = [_start(path) for _ in range(RUNS + 1)][1:]  # the first one warms the disk
        costs = {n: _apart(path, Path(place) / f"{n}.qualcode", n) for n in (0, 2000)}
    shown_s = statistics.median(start["shown"] for start in starts)
    opened_s = statistics.median(start["opened"] for start in starts)
    memory_mb = statistics.median(start["memory_mb"] for start in starts)
    return [
        row("window on screen", shown_s, "s", START_S, "target"),
        row("window with the sample open", opened_s, "s", START_S, "target"),
        row("window process with the sample open", memory_mb, "MB", MEMORY_MB, "target"),
        *(
            row(f"one more coding at {n}, key to disk and screen", ms, "ms", CODING_MS, "target")
            for n, ms in costs.items()
        ),
    ]


def _start(path: Path) -> dict[str, float]:
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", _START, str(path)], capture_output=True, text=True, check=True
    )
    said = json.loads(done.stdout.splitlines()[-1])
    return {
        "shown": said["shown"] - began,
        "opened": said["opened"] - began,
        "memory_mb": said["memory_mb"],
    }


def _apart(source: Path, path: Path, n_codings: int) -> float:
    """Measure one more coding in a process of its own, as a user's window is."""
    command = [sys.executable, __file__, str(source), str(path), str(n_codings)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.splitlines()[-1])


def _one_more(source: Path, path: Path, n_codings: int) -> float:
    """Return the median cost of a coding by key in the real window, in milliseconds."""
    shutil.copy(source, path)
    document_uid = _fill(path, n_codings)
    application = QApplication.instance() or QApplication([])
    app = App(application, Settings(language="nl", theme="light"))
    app.show()
    app.window.resize(1440, 900)
    app.window.desk.open(path)
    app.window.viewing.look_at(document_uid)
    view = app.window.view.coding.page.view
    _settle(1.5)
    workspace = app.outfit.workspace
    code = next(each for each in workspace.read(codebook.rows) if each.level == 2)
    app.outfit.settings.pin(workspace.coder_uid, "1", code.uid)
    spent = []
    text_end = app.outfit.workspace.read(documents.rows)[0].n_chars
    for i in range(20):
        start = 700 + i * 97
        view.select(TextAnchor(start, min(start + 60, text_end)))
        _settle(0.05)
        began = time.perf_counter()
        app.window.actions_["code_1"].trigger()
        view.viewport().repaint()
        spent.append((time.perf_counter() - began) * 1000)
        _settle(0.05)
    made = len(app.outfit.workspace.read(coding_rows.rows))
    app.window.close()
    app.shut_down()
    if made < n_codings + 20:
        raise RuntimeError(f"only {made - n_codings} of 20 codings were made")
    return statistics.median(spent)


def _fill(path: Path, n_codings: int) -> str:
    """Put codings of one coder over the first document, and return its uid."""
    with Project.open(path) as project:
        for old in project.read(coding_rows.rows):
            project.write(codings.remove, old.uid)
        coder = project.read(people.coders)[0]
        document = project.read(documents.rows)[0]
        codes = [code.uid for code in project.read(codebook.rows) if code.level == 2]
        round_uid = project.read(people.rounds)[0].uid
        chance = random.Random(5)
        new = []
        for _ in range(n_codings):
            start = chance.randrange(document.n_chars - 300)
            place = TextAnchor(start, start + chance.randint(30, 250))
            code_uid = chance.choice(codes)
            new.append(NewCoding(document.revision_uid, round_uid, coder.uid, code_uid, place))
        project.author_uid = coder.uid
        project.write(codings.add_many, "coding.import", new)
    return document.uid


def _settle(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.002)


if __name__ == "__main__":
    print(_one_more(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
