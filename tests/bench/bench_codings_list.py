"""The list of 100,000 codings: put in order, sorted, grouped and scrolled through."""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench.rows import Row, row
from PySide6.QtWidgets import QApplication

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services import sample
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.settings import Settings
from qualcode_app.ui.app import App
from qualcode_app.ui.item_models.codings_table import Column
from qualcode_app.ui.panels.codings_panel import CodingsPanel

N_CODINGS = 100_000
FRAME_MS = 16.7
LIST_MS = 2_000.0
STEPS = 300


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "many.qualcode"
        sample.make(path).close()
        fill(path)
        application = QApplication.instance() or QApplication([])
        app = App(application, Settings(language="nl", theme="light"))
        app.show()
        app.window.resize(1440, 900)
        app.window.desk.open(path)
        panel = app.window.view.coding.listed
        _settle()
        try:
            return _measured(panel)
        finally:
            app.window.close()
            app.shut_down()


def _settle() -> None:
    """Let what opening a project brings with it come to an end."""
    until = time.perf_counter() + 3
    while time.perf_counter() < until:
        QApplication.processEvents()


@dataclass(frozen=True)
class Cost:
    """What an act took until the list stood.

    Processor time is what the program itself spends: others on the machine do not count.
    """

    all_ms: float  # processor time of all threads
    window_ms: float  # the most processor time of the window's thread between two events
    gap_ms: float  # the longest time between two events


def _measured(panel: CodingsPanel) -> list[Row]:
    listed = _until_listed(panel, lambda: panel.show_scope(in_all=True))
    if panel.model.n_codings < N_CODINGS:
        raise RuntimeError(f"only {panel.model.n_codings} codings are listed")
    frames = _scrolled(panel)
    by_words = _until_listed(panel, lambda: panel.sort_by(Column.PASSAGE))
    grouped = _until_listed(panel, lambda: panel.group_by("family"))
    costs = listed, by_words, grouped
    n = f"{N_CODINGS:,} codings"
    gap, beside = max(cost.gap_ms for cost in costs), _gap_beside_a_busy_thread()
    window = max(cost.window_ms for cost in costs)
    return [
        row(f"list {n}, processor time", listed.all_ms, "ms", LIST_MS, "a job"),
        row(f"sort {n} by passage, processor time", by_words.all_ms, "ms", LIST_MS, "a job"),
        row(f"group {n} by family, processor time", grouped.all_ms, "ms", LIST_MS, "a job"),
        row("longest work of the window between events meanwhile", window, "ms", 100.0, "target"),
        Row("longest gap between events", gap, "ms", 3.0, "beside a busy thread", gap / beside),
        row("scroll the list, median frame", statistics.median(frames), "ms", FRAME_MS, "target"),
        row("scroll the list, 99th of 100 frames", _share(frames, 0.99), "ms", 33.4, "target"),
    ]


def _until_listed(panel: CodingsPanel, act: Callable[[], object]) -> Cost:
    """Return what an act costs until the list stands."""
    done: list[bool] = []
    connection = panel.model.modelReset.connect(lambda: done.append(True))
    whole, gap, window = time.process_time(), 0.0, 0.0
    last, last_work = time.perf_counter(), time.thread_time()
    act()
    while not done:
        QApplication.processEvents()
        now, work = time.perf_counter(), time.thread_time()
        gap, window = max(gap, now - last), max(window, work - last_work)
        last, last_work = now, work
        time.sleep(0.001)
    panel.table.viewport().repaint()
    panel.model.modelReset.disconnect(connection)
    return Cost((time.process_time() - whole) * 1000, window * 1000, gap * 1000)


def _gap_beside_a_busy_thread() -> float:
    """Return the longest gap between events while a thread counts, in milliseconds."""
    stop = threading.Event()
    thread = threading.Thread(target=lambda: all(not stop.is_set() for _ in count()))
    thread.start()
    until, gap = time.perf_counter() + 3, 0.0
    last = time.perf_counter()
    while last < until:
        QApplication.processEvents()
        now = time.perf_counter()
        gap, last = max(gap, now - last), now
        time.sleep(0.001)
    stop.set()
    thread.join()
    return gap * 1000


def _scrolled(panel: CodingsPanel) -> list[float]:
    """Return the cost of each frame while the list is scrolled by the wheel, then jumped about."""
    bar = panel.table.verticalScrollBar()
    frames = []
    jumps = random.Random(4)
    for step in range(STEPS):
        far = step >= STEPS * 9 // 10
        began = time.thread_time()
        bar.setValue(jumps.randrange(bar.maximum()) if far else bar.value() + 120)
        panel.table.viewport().repaint()
        frames.append((time.thread_time() - began) * 1000)
        QApplication.processEvents()
    return frames


def _share(values: list[float], share: float) -> float:
    return sorted(values)[int(share * (len(values) - 1))]


def fill(path: Path) -> None:
    with Project.open(path) as project:
        coder = project.read(people.coders)[0]
        there = project.read(documents.rows)
        codes = [code.uid for code in project.read(codebook.rows) if code.level == 2]
        round_uid = project.read(people.rounds)[0].uid
        chance = random.Random(3)
        new = []
        for i in range(N_CODINGS + N_CODINGS // 50):  # some fall on one and the same place
            document = there[i % len(there)]
            start = chance.randrange(document.n_chars - 300)
            place = TextAnchor(start, start + chance.randint(30, 250))
            code_uid = chance.choice(codes)
            new.append(
                NewCoding(document.revision_uid, round_uid, coder.uid, code_uid, place, "search")
            )
        project.author_uid = coder.uid
        project.write(codings.add_many, "coding.import", new)
