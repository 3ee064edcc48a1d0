"""The register of 1,000 documents: a sheet planned and imported, read, shown and edited."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench import analysis_study
from bench.bench_agreement import best_cpu_ms
from bench.rows import Row, row
from PySide6.QtWidgets import QApplication

from qualcode_app.models.raw import uid_bytes
from qualcode_app.services.cases import group_edits, sheet, sheet_import, sheet_plan
from qualcode_app.services.cases.corpus import corpus
from qualcode_app.services.cases.ledger import Act
from qualcode_app.services.cases.sheet_plan import SheetPlan
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.people import NewCoder
from qualcode_app.services.store.project import Project
from qualcode_app.settings import Settings
from qualcode_app.ui.app import App

HEAD = "Gemeente;Gemeentecode;Document;Golf;Groep: Grootte;Regio;Inwoners;Partijen\n"
JOB_MS = 15_000.0  # a job with its place in the status bar
BLINK_MS = 100.0
ACT_MS = 300.0  # an act of setting up, not of coding


def measure() -> list[Row]:
    """Measure on a project made for it; the time is that of the processor."""
    with tempfile.TemporaryDirectory() as folder:
        path, file = Path(folder) / "large.qualcode", Path(folder) / "cases.csv"
        _make(path)
        file.write_text(HEAD + "".join(map(_line, range(analysis_study.DOCUMENTS))), "utf-8")
        with Project.open(path) as project:
            found = [*_import(project, file), *_read(project)]
        return [*found, *_shown(path)]


def _make(path: Path) -> None:
    with Project.create(path, title="Large", coder=NewCoder("Ada One")) as project:
        author = uid_bytes(project.read(people.coders)[0].uid)
    link = sqlite3.connect(path)
    analysis_study._documents(link, analysis_study._travel(author))
    link.commit()
    link.close()


def _line(i: int) -> str:
    size, region = ("Klein", "Middel", "Groot")[i % 3], i % 12
    return f'Oord{i:04d};{i + 1};Place {i:04d};2026;{size};Regio {region};{i * 7};"A; B"\n'


def _import(project: Project, file: Path) -> list[Row]:
    def plan() -> SheetPlan:
        lines = sheet.lines_of(file)
        return project.read(sheet_plan.plan, project.read(sheet.guess, lines, file.name))

    made = plan()
    planned = best_cpu_ms(plan, 1)
    first = best_cpu_ms(lambda: _write(project, made), 1)
    again = best_cpu_ms(lambda: _write(project, plan()), 1)
    return [
        row("a sheet of 1,000 cases, planned", planned, "ms", JOB_MS, "a job"),
        row("the same, imported", first, "ms", JOB_MS, "a job"),
        row("the same once more, nothing changes", again, "ms", JOB_MS, "a job"),
    ]


def _write(project: Project, plan: SheetPlan) -> None:
    project.write(sheet_import.carry_out, plan, journal.new_uid())


def _read(project: Project) -> list[Row]:
    spent = best_cpu_ms(lambda: project.read(corpus))
    return [row("the register of 1,000 documents, read", spent, "ms", BLINK_MS, "a blink")]


def _shown(path: Path) -> list[Row]:
    application = QApplication.instance() or QApplication([])
    app = App(application, Settings(language="nl", theme="light"))
    app.show()
    app.window.resize(1440, 900)
    app.window.desk.open(path)
    app.window.bar.show_space("corpus")
    _settle(2)
    space, workspace = app.window.view.corpus_space, app.window.workspace
    document = workspace.read(corpus).documents[500]
    waves = iter(f"Golf {i}" for i in range(10))

    def act() -> None:
        space._do("", Act(group_edits.place_in_wave, document.uid, next(waves)))
        QApplication.processEvents()

    try:
        shown = best_cpu_ms(space.look, 3)
        edited = best_cpu_ms(act, 5)
    finally:
        app.window.close()
        app.shut_down()
    return [
        row("the table of 1,000 documents, shown", shown, "ms", BLINK_MS, "a blink"),
        row("a cell of it, from the act to the screen", edited, "ms", ACT_MS, "target"),
    ]


def _settle(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QApplication.processEvents()
