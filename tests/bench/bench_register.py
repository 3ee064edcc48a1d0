"""The table of a register: all pledges by some 25 documents, judged by two coders.

Times are of the thread that works, so that what else runs on the machine does not count.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from bench.bench_agreement_project import add_documents
from bench.rows import Row, row
from sqlalchemy.orm import Session

from qualcode_app import paths
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.formats import codebook_json
from qualcode_app.services import sample
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.documents import documents
from qualcode_app.services.exporting import register_tables
from qualcode_app.services.registers import judgements, loading, propositions, register_table
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.store.project import Project

JUDGED = 0.6  # of the cells
TABLE_MS = 2000.0
SHEETS_MS = 1000.0
RUNS = 3


def measure() -> list[Row]:
    with (
        tempfile.TemporaryDirectory() as place,
        sample.make(Path(place) / "register.qualcode") as project,
    ):
        project.write(add_documents)
        project.write(loading.load, codebook_json.read(paths.codebooks() / "party-programme.json"))
        (register,) = project.read(propositions.registers)
        n_judged = _judge(project)
        coder_uid = project.read(people.coders)[0].uid
        table = project.read(register_table.table, register, coder_uid)
        made = _median(lambda: project.read(register_table.table, register, coder_uid))
        sheets = _median(lambda: register_tables.snapshot(table))
        n_cells = len(table.cells)
    name = f"register table, {n_cells} cells, {n_judged} verdicts"
    return [
        row(name, made, "ms", TABLE_MS, "away from the window"),
        row("its four sheets", sheets, "ms", SHEETS_MS, "away from the window"),
    ]


def _judge(project: Project) -> int:
    """Give most propositions a verdict that needs no evidence or search."""
    chance = random.Random(7)
    rounds, coders = project.read(people.rounds), project.read(people.coders)[:2]
    (register,) = project.read(propositions.registers)
    rows: list[NewRow] = []
    for document in project.read(documents.rows):
        for one in project.read(propositions.rows, register.uid):
            for coder in coders:
                if chance.random() < JUDGED:
                    place = Reading(coder.uid, rounds[0].uid, document.uid)
                    option = chance.choice([o.key for o in one.scale.options if o.key != "open"])
                    rows.append(_row(place, one.uid, document.revision_uid, option))

    def add(session: Session) -> Changes:
        journal.add_many(session, "verdict.set", rows)
        return Changes()

    project.write(add)
    return len(rows)


def _row(place: Reading, proposition_uid: str, revision_uid: str, option: str) -> NewRow:
    columns = {
        "uid": judgements.uid_of(place, proposition_uid),
        "round_uid": place.round_uid,
        "coder_uid": place.coder_uid,
        "document_uid": place.document_uid,
        "revision_uid": revision_uid,
        "proposition_uid": proposition_uid,
        "code_uid": None,
        "option_key": option,
        "missing_part": "",
        "note": "",
        "search_run_uid": None,
    }
    return NewRow(Kind.JUDGEMENT, columns, {})


def _median(act: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        begin = time.thread_time()
        act()
        times.append((time.thread_time() - begin) * 1000)
    return statistics.median(times)
