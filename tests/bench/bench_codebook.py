"""A codebook of 5,000 codes: how soon the tree stands, and what one typed letter costs.

Times are of the main thread alone, so that what else runs on the machine does not count.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from bench.rows import Row, row
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.services import sample
from qualcode_app.services.codebook import code_edits, codebook
from qualcode_app.services.codebook.code_edits import CodeText
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.store.project import Project
from qualcode_app.settings import Settings
from qualcode_app.ui.jobs import Jobs
from qualcode_app.ui.panels.codebook_panel import CodebookPanel
from qualcode_app.ui.pins import Pins
from qualcode_app.ui.tally import Tally
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.workspace import Workspace

CODES = 5000
TREE_MS = 200.0
TYPED_MS = 50.0
ACT_MS = 30.0
RUNS = 7
FAMILY = 50
CHILDREN = ("not_when", "keywords")
SUBJECTS = ("wonen", "zorg", "groen", "verkeer", "jeugd", "werk", "cultuur", "veiligheid")
TYPED = ("v", "ve", "ver", "verk", "verkeer", "verkeer 40", "zz", "w", "omschrijving")


def measure() -> list[Row]:
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "large.qualcode"
        with sample.make(path) as project:
            _enlarge(project)
        workspace = Workspace(Settings(path=Path(place) / "settings.json", language="nl"))
        workspace.open(path)
        theme = Theme("light")
        theme.apply(application)
        opened = [_open(workspace, theme) for _ in range(RUNS)]
        panel = CodebookPanel(workspace, Pins(workspace), Tally(workspace, Jobs()), theme)
        panel.resize(304, 900)
        panel.show()
        QApplication.processEvents()
        typed = [_type(panel, text) for text in TYPED]
        first = max(typed)
        again = [_type(panel, text) for _ in range(RUNS) for text in TYPED]
        renamed = [_rename(workspace, panel, n) for n in range(RUNS)]
        workspace.close()
    return [
        row(f"tree of {CODES} codes opens", statistics.median(opened), "ms", TREE_MS, "target"),
        row("type-to-find, slowest of the first letters", first, "ms", TYPED_MS, "target"),
        row("type-to-find, median", statistics.median(again), "ms", TYPED_MS, "target"),
        row("rename a code, to disk and tree", statistics.median(renamed), "ms", ACT_MS, "target"),
    ]


def _enlarge(project: Project) -> None:
    """Add families of fifty codes with invented names until there are enough."""
    there = project.read(codebook.rows)
    project.author_uid = project.read(people.coders)[0].uid
    home = project.read(code_edits.codebook_of, there[0].uid)
    rows: list[NewRow] = []
    family = ""
    for number in range(CODES - len(there)):
        uid = journal.new_uid()
        family = uid if number % FAMILY == 0 else family
        rows.append(NewRow(Kind.CODE, _columns(number, uid, family, home), {}))

    def add(session: Session) -> Changes:
        journal.add_many(session, "code.add", rows)
        return Changes()

    project.write(add)


def _columns(number: int, uid: str, family: str, home: str) -> dict[str, object]:
    subject = SUBJECTS[number % len(SUBJECTS)]
    text = CodeText(
        key=f"BIG-{number}",
        label_nl=f"Verzonnen {subject} nummer {number}",
        label_en=f"Invented {subject} number {number}",
        colour="WON:1",
        short_nl=f"Een omschrijving van {subject} met het nummer {number}.",
        short_en=f"A description of {subject} with the number {number}.",
    )
    words = {name: value for name, value in asdict(text).items() if name not in CHILDREN}
    return {
        **words,
        "uid": uid,
        "codebook_uid": home,
        "parent_uid": None if family == uid else family,
        "position": f"{(number + 1000) * 1000:09d}",
        "side": "none",
        "status": "fixed",
        "is_residual": False,
    }


def _open(workspace: Workspace, theme: Theme) -> float:
    begin = time.thread_time()
    panel = CodebookPanel(workspace, Pins(workspace), Tally(workspace, Jobs()), theme)
    panel.resize(304, 900)
    panel.show()
    panel.grab()
    took = (time.thread_time() - begin) * 1000
    panel.close()
    panel.deleteLater()
    QApplication.sendPostedEvents(panel, QEvent.Type.DeferredDelete)
    return took


def _type(panel: CodebookPanel, text: str) -> float:
    panel.find_field.clear()
    QApplication.processEvents()
    begin = time.thread_time()
    panel.find_field.setText(text)
    panel.grab()
    return (time.thread_time() - begin) * 1000


def _rename(workspace: Workspace, panel: CodebookPanel, number: int) -> float:
    uid = panel.model.rows[300 + number].uid
    text = workspace.read(code_edits.get, uid)
    begin = time.thread_time()
    workspace.write(code_edits.write, uid, replace(text, label_nl=f"Anders {number}"), "bench")
    panel.grab()
    return (time.thread_time() - begin) * 1000
