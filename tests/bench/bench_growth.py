"""Projects of four sizes: what grows with documents and codings, and what must not.

A cost that grows like n to the power e has the exponent e; linear is 1. Opening and coding are to
cost the same however many other documents there are.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from bench import analysis_study, bench_window
from bench.rows import Row, row

from qualcode_app import paths
from qualcode_app.domain.progress import Silent
from qualcode_app.domain.snapshot import Snapshot
from qualcode_app.formats.csv_table import CsvExporter
from qualcode_app.services.agreement import agreements
from qualcode_app.services.coding import coding_rows, marked
from qualcode_app.services.documents import documents, intake
from qualcode_app.services.exporting import exports
from qualcode_app.services.exporting.exports import Wish
from qualcode_app.services.merging import copies, merging
from qualcode_app.services.store.project import Project

SIZES = (1, 25, 200, 1_000)
EACH = 500  # codings per document
ROUNDS = 3  # in the window, the sizes after each other
CHANGED = 0.01  # of the codings, in a file that is merged
LIMITS = {  # in seconds
    "open in the window": 1.5,
    "longest wait for the window after opening": 0.1,
    "one coding in the window": 0.02,
}
LINEAR = 1.15  # noise and sorting allowed for
FLAT = 1.25  # how much dearer among 1,000 documents than among 25
FLAT_ONES = {"open in the window, processor", "one coding in the window"}


def measure() -> list[Row]:
    costs: dict[str, dict[int, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        projects = {size: Path(folder) / f"{size}.qualcode" for size in SIZES}
        for size, path in projects.items():
            for name, cost in _of_size(path, size).items():
                costs.setdefault(name, {})[size] = cost
        costs |= in_window(projects)
    found = []
    for name, by_size in costs.items():
        told = "; ".join(f"{size}: {cost:.3g}" for size, cost in by_size.items())
        last, limit = by_size[SIZES[-1]], LIMITS.get(name)
        found.append(Row(f"{name} among 1,000 documents", last, "s", None, told))
        if limit is not None:
            found[-1] = row(found[-1].name, last, "s", limit, told)
        if name in FLAT_ONES:
            grown = last / by_size[25]
            found.append(row(f"{name}: 1,000 documents beside 25", grown, "x", FLAT, told))
        elif limit is None:
            found.append(row(f"{name}: exponent", _exponent(by_size), "", LINEAR, told))
    return found


def _exponent(by_size: dict[int, float]) -> float:
    """Return the slope from 25 documents on: below, what every project costs hides it."""
    small, large = 25, SIZES[-1]
    return math.log(by_size[large] / by_size[small]) / math.log(large / small)


def _of_size(path: Path, size: int) -> dict[str, float]:
    other = path.with_name(f"{size} other.qualcode")
    analysis_study.make(path, size, size * EACH)
    costs = {}
    with Project.open(path) as project:
        pdf = min(paths.samples().glob("*.pdf"))
        costs["import of a document"] = _processor(lambda: intake.take_in(project, [pdf]))
        costs["agreement"] = _processor(lambda: project.read(agreements.table))
        wish = Wish()
        costs["export of segments"] = _processor(
            lambda: CsvExporter().write(
                Snapshot({"segments": exports.table(project, exports.KEYS[0], wish)}),
                path.with_name("out.csv"),
                Silent(),
            )
        )
        copies.save_copy(project, other)
    _put_first(path)
    with Project.open(other) as theirs:
        rows = theirs.read(coding_rows.rows)
        kept = rows[:: round(1 / CHANGED)]
        theirs.write(marked.remove, [each.uid for each in kept])
    with Project.open(path) as project:
        costs["merge"] = _processor(
            lambda: merging.carry_out(project, merging.prepare(project, [other]))
        )
    other.unlink()
    return costs


def in_window(projects: Mapping[int, Path]) -> dict[str, dict[int, float]]:
    """Return what opening a project and one more coding in it cost, in seconds, by size.

    The sizes take turns: what a machine does meanwhile falls on all of them alike.
    """
    surroundings = bench_window._installed(next(iter(projects.values())).parent)
    tries: dict[int, list[dict[str, float]]] = {size: [] for size in projects}
    for number in range(ROUNDS + 1):
        for size, path in projects.items():
            start = bench_window._start(path, surroundings)
            if number:  # the first one compiles
                tries[size].append(start | {"coding": _one_more(path)})
    found: dict[str, dict[int, float]] = {}
    for size, rounds in tries.items():
        for name, cost in _best(rounds).items():
            found.setdefault(name, {})[size] = cost
    return found


def _one_more(path: Path) -> float:
    """Return the median of one more coding in a window of its own, in seconds."""
    copy = path.with_name("one more.qualcode")  # for each round codes the same places
    shutil.copy(path, copy)
    command = [sys.executable, __file__, str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout.splitlines()[-1])) / 1000


def _best(starts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {
        "open in the window": min(each["opened"] - each["shown"] for each in starts),
        "open in the window, processor": min(each["opening_processor"] for each in starts),
        "longest wait for the window after opening": min(each["gap_s"] for each in starts),
        "one coding in the window": statistics.median(each["coding"] for each in starts),
    }


def _put_first(path: Path) -> None:
    """Let the document with real pages be the one that opens: the others have text alone."""
    with closing(sqlite3.connect(path)) as link:
        link.execute("UPDATE document SET position = '0' WHERE title LIKE '% 2026'")
        link.commit()


def _processor(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _one_coding(path: Path) -> float:
    """Return the median of one coding by key on the real document, in milliseconds."""
    with Project.open(path) as project:
        document = next(row for row in project.read(documents.rows) if row.title.endswith("2026"))
    return statistics.median(bench_window.cost_of_coding(path, document)["clock_ms"])


if __name__ == "__main__":
    print(json.dumps(_one_coding(Path(sys.argv[1]))))
