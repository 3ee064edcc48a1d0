"""The window: how soon it stands with the sample open, what it takes, what one coding costs.

A start is warm: the disk has been read and the modules lie compiled, as those of an installed
program do. It counts from the start of the process. Memory is the resident set of the window
process two seconds after the project is open, pictures of pages included; children are apart.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

import pymupdf
from bench.rows import Row, row
from PySide6.QtWidgets import QApplication

from qualcode_app import paths
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.progress import Silent
from qualcode_app.services import sample
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import coding_rows, codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.documents.intake import Wishes
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.settings import Settings
from qualcode_app.ui.app import App

RUNS = 5
START_S = 1.2
MEMORY_MB = 180.0
CODING_MS = 16.0
GROWTH = 1.25  # how much dearer a coding may be among 10,000 than among none, in processor time
N_MORE = 30
LOADS = (0, 2_000, 10_000)
SPREAD_TIMES = 7  # how often a sample is repeated to make a document of more than 60 pages

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
shown, before = time.time(), time.process_time()
app.window.desk.open(Path(sys.argv[1]))
app.window.grab()
QApplication.processEvents()
opened, processor = time.time(), time.process_time()
until = time.monotonic() + 2
gap_s = 0.0
while time.monotonic() < until:
    began = time.perf_counter()
    QApplication.processEvents()
    gap_s = max(gap_s, time.perf_counter() - began)
    time.sleep(0.01)
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
sizes = {line.split(":")[0]: line.split()[1] for line in lines if line.endswith("kB")}
import json
print(json.dumps({
    "shown": shown,
    "opened": opened,
    "processor": processor,
    "opening_processor": processor - before,
    "gap_s": gap_s,
    "memory_mb": int(sizes.get("VmRSS", 0)) / 1024,
    "shared_mb": int(sizes.get("RssShmem", 0)) / 1024,
}))
app.shut_down()
"""


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "sample.qualcode"
        sample.make(path).close()
        surroundings = _installed(Path(place))
        starts = [_start(path, surroundings) for _ in range(RUNS + 1)][1:]  # the first one warms
        long_path = Path(place) / "long.qualcode"
        _with_long_document(path, long_path)
        costs = {
            (where, n): _apart(source, Path(place) / f"{where}-{n}.qualcode", n)
            for where, source in (("9 pages", path), ("63 pages", long_path))
            for n in LOADS
        }
    medians = {name: statistics.median(start[name] for start in starts) for name in starts[0]}
    return [
        row("window on screen", medians["shown"], "s", START_S, "target"),
        row("window with the sample open", medians["opened"], "s", START_S, "target"),
        Row("window with the sample open, processor", medians["processor"], "s"),
        row("window process with the sample open", medians["memory_mb"], "MB", MEMORY_MB, "target"),
        Row("of it, shared with the child that draws pages", medians["shared_mb"], "MB"),
        *(row_ for (where, n), cost in costs.items() for row_ in _told(where, n, cost)),
        *(_growth(where, costs) for where in ("9 pages", "63 pages")),
    ]


def _told(where: str, n_codings: int, cost: dict[str, list[float]]) -> list[Row]:
    """Return time on the clock, beside a bare transaction in the same file, and on the processor.

    The clock counts the disk and whatever else the machine does; the processor time does not.
    """
    name = f"one more coding among {n_codings:,} on {where}, key to disk and screen"
    clock, processor, bare = cost["clock_ms"], cost["processor_ms"], cost["bare_ms"]
    told = f"target; a bare transaction {statistics.median(bare):.1f}, p95 {_p95(bare):.1f}"
    return [
        row(f"{name}, median", statistics.median(clock), "ms", CODING_MS, told),
        Row(f"{name}, p95", _p95(clock), "ms"),
        Row(f"{name}, processor median", statistics.median(processor), "ms"),
        Row(f"{name}, processor p95", _p95(processor), "ms"),
    ]


def _growth(where: str, costs: dict[tuple[str, int], dict[str, list[float]]]) -> Row:
    first, last = (statistics.median(costs[where, n]["processor_ms"]) for n in (0, LOADS[-1]))
    told = f"{first:.1f} ms of processor among none"
    return Row(f"one more coding among 10,000 on {where}", last, "ms", GROWTH, told, last / first)


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def _installed(place: Path) -> dict[str, str]:
    """Return the environment of a program whose modules are kept compiled, if only at a place."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(place / "compiled")}


def _start(path: Path, surroundings: dict[str, str]) -> dict[str, float]:
    command = [sys.executable, "-c", _START, str(path)]
    began = time.time()
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings)
    said: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return said | {"shown": said["shown"] - began, "opened": said["opened"] - began}


def _with_long_document(source: Path, path: Path) -> None:
    """Copy a project and put a document of more than 60 pages into it."""
    shutil.copy(source, path)
    pdf = path.with_suffix(".pdf")
    sample_pdf = min(paths.samples().glob("*.pdf"))
    with pymupdf.open() as long, pymupdf.open(sample_pdf) as short:
        for _ in range(SPREAD_TIMES):
            long.insert_pdf(short)
        long.save(pdf)
    with Project.open(path) as project:
        intake.take_in(project, [pdf], Wishes(), Silent())


def _apart(source: Path, path: Path, n_codings: int) -> dict[str, list[float]]:
    """Measure one more coding in a process of its own, as a user's window is."""
    command = [sys.executable, __file__, str(source), str(path), str(n_codings)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    cost: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return cost


def _one_more(source: Path, path: Path, n_codings: int) -> dict[str, list[float]]:
    """Return what a coding costs among others of a document."""
    shutil.copy(source, path)
    return cost_of_coding(path, _fill(path, n_codings))


def cost_of_coding(path: Path, document: DocumentRow) -> dict[str, list[float]]:
    """Return what codings by key in the real window cost, each beside a bare transaction."""
    application = QApplication.instance() or QApplication([])
    app = App(application, Settings(language="nl", theme="light"))
    app.show()
    app.window.resize(1440, 900)
    app.window.desk.open(path)
    app.window.viewing.look_at(document.uid)
    view = app.window.view.coding.page.view
    _settle(1.5)
    while app.window.view.coding.tally.counts is None:  # in large projects counted meanwhile
        _settle(0.1)
    workspace = app.outfit.workspace
    code = next(each for each in workspace.read(codebook.rows) if each.level == 2)
    app.outfit.settings.pin(workspace.coder_uid, "1", code.uid)
    n_before = _count(path)
    cost: dict[str, list[float]] = {"clock_ms": [], "processor_ms": [], "bare_ms": []}
    bare = _bare(path)
    for number in range(N_MORE):
        start = 700 + number * (document.n_chars - 1000) // N_MORE
        place = TextAnchor(start, start + 59 + number % 3)  # not where a coding lies already
        view.select(place)
        view.bring_into_sight(place)
        _settle(0.2)
        began, busy = time.perf_counter(), time.process_time()
        app.window.actions_["code_1"].trigger()
        QApplication.sendPostedEvents()  # paints all that the act made look different
        cost["processor_ms"].append((time.process_time() - busy) * 1000)
        cost["clock_ms"].append((time.perf_counter() - began) * 1000)
        _settle(0.05)
        cost["bare_ms"].append(_transaction(bare, number))
    n_made = _count(path) - n_before
    bare.close()
    app.window.close()
    app.shut_down()
    if n_made < N_MORE:
        raise RuntimeError(f"only {n_made} of {N_MORE} codings were made")
    return cost


def _count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as link:
        return int(link.execute("SELECT count(*) FROM coding").fetchone()[0])


def _bare(path: Path) -> sqlite3.Connection:
    """Open a copy of a project for transactions as safe as those of a project, and no more."""
    copy = path.with_suffix(".bare")
    shutil.copy(path, copy)
    if hasattr(os, "sync"):
        os.sync()  # else each commit waits until the disk has all of that copy
    link = sqlite3.connect(copy, isolation_level=None)
    link.execute("PRAGMA journal_mode=DELETE")
    link.execute("PRAGMA synchronous=FULL")
    link.execute("CREATE TABLE bare (number INTEGER PRIMARY KEY, said TEXT)")
    return link


def _transaction(link: sqlite3.Connection, number: int) -> float:
    began = time.perf_counter()
    link.execute("BEGIN IMMEDIATE")
    link.execute("INSERT INTO bare VALUES (?, ?)", (number, "x" * 400))
    link.execute("COMMIT")
    return (time.perf_counter() - began) * 1000


def _fill(path: Path, n_codings: int) -> DocumentRow:
    """Put codings of one coder all over the longest document, and return that."""
    with Project.open(path) as project:
        for old in project.read(coding_rows.rows):
            project.write(codings.remove, old.uid)
        coder = project.read(people.coders)[0]
        document = max(project.read(documents.rows), key=lambda row: row.n_chars)
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
    return document


def _settle(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.002)


if __name__ == "__main__":
    print(json.dumps(_one_more(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))))
