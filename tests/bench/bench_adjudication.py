"""Adjudication of 10,000 codings: the differences, one decision, all that is equal at once."""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench.rows import Row, row
from PySide6.QtWidgets import QApplication

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.services import sample
from qualcode_app.services.adjudication import board
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.store import people
from qualcode_app.services.store.project import Project
from qualcode_app.settings import Settings
from qualcode_app.ui.app import App

N_CODINGS = 10_000
LENGTH = 8  # characters of a coding: the sample's texts are short for so many
ACTS = 41


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "many.qualcode"
        sample.make(path).close()
        _fill(path)
        read = _read(path)
        application = QApplication.instance() or QApplication([])
        app = App(application, Settings(language="nl", theme="light"))
        app.show()
        app.window.resize(1440, 900)
        app.window.desk.open(path)
        try:
            return [
                row(f"differences of {N_CODINGS:,} codings", read, "ms", 2_000.0, "a job"),
                *_measured(app.window),
            ]
        finally:
            app.window.close()
            app.shut_down()


def _read(path: Path) -> float:
    with Project.open(path, read_only=True) as project:
        times = []
        for _ in range(3):
            began = time.perf_counter()
            project.read(board.read)
            times.append(time.perf_counter() - began)
    return statistics.median(times) * 1000


def _measured(window) -> list[Row]:
    plain = []
    for number in range(ACTS):
        new = _beside(window, number)
        plain.append(_spent(lambda new=new: window.workspace.write(codings.add, new)))
    window.actions_["space_adjudication"].trigger()
    space = window.view.adjudication_space
    while space.panel.current() is None or window.outfit.jobs.running:
        QApplication.processEvents()
        time.sleep(0.001)
    wanted = [lambda: space.take(0), lambda: space.take(1), space.take_none]
    acts = [_spent(wanted[number % 3]) for number in range(ACTS)]
    n_equal = len(space.panel.model.board.equal)
    began = time.process_time()  # of the window and of the job
    space.take_equal()
    while window.outfit.jobs.running:
        QApplication.processEvents()
        time.sleep(0.001)
    equal = (time.process_time() - began) * 1000
    return [
        Row(
            "one decision, key to screen, median",
            statistics.median(acts),
            "ms",
            9.0,  # two rows, the next place and its whole page; a coding paints what it touches
            "one coding stored and shown",
            statistics.median(acts) / statistics.median(plain),
        ),
        Row(f"take over {n_equal:,} equal places", equal, "ms"),
    ]


def _spent(act) -> float:
    """Return the milliseconds of this thread until an act is stored and its paint is done."""
    began = time.thread_time()
    act()
    QApplication.processEvents()
    return (time.thread_time() - began) * 1000


def _beside(window, number: int) -> NewCoding:
    """Return a coding that no place of adjudication knows of."""
    workspace = window.workspace
    document = workspace.read(documents.rows)[0]
    code = next(code for code in workspace.read(codebook.rows) if code.level == 3)
    (*_, last) = workspace.read(people.rounds)
    anchor = TextAnchor(40 * number + 100, 40 * number + 130)
    return NewCoding(document.revision_uid, last.uid, workspace.coder_uid, code.uid, anchor)


def _fill(path: Path) -> None:
    """Let two coders code the same places: alike, a little longer, or with another code."""
    with Project.open(path) as project:
        people_ = project.read(people.coders)
        there = project.read(documents.rows)
        codes = [code.uid for code in project.read(codebook.rows) if code.level == 2]
        round_uid = project.read(people.rounds)[0].uid
        chance = random.Random(5)
        new = []
        for number in range(N_CODINGS // 2):
            document = there[number % len(there)]
            start = chance.randrange(document.n_chars - 4 * LENGTH)
            code, kind = chance.choice(codes), chance.randrange(4)
            for coder in people_[:2]:
                second = coder is people_[1]
                end = start + LENGTH + (4 if kind == 1 and second else 0)
                put = chance.choice(codes) if kind == 2 and second else code
                anchor = TextAnchor(start, end)
                new.append(NewCoding(document.revision_uid, round_uid, coder.uid, put, anchor))
        text = {one.revision_uid: project.read(documents.text, one.revision_uid) for one in there}
        kept = [
            one for one in new if text[one.revision_uid][one.anchor.start : one.anchor.end].strip()
        ]
        project.author_uid = people_[0].uid
        project.write(codings.add_many, "bench", kept)
