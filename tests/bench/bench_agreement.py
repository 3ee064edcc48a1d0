"""Agreement: sweep, report, drill-down, fixed units and gamma on studies of real size."""

from __future__ import annotations

import sqlite3
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from bench.rows import Row

from qualcode_app.agreement import gamma, label_sets, summary, unitizing
from qualcode_app.agreement.characters import Study, kappa
from qualcode_app.agreement.confusion import confusion
from qualcode_app.agreement.data import SpanData, UnitData
from qualcode_app.agreement.differences import differences
from qualcode_app.agreement.registry import COEFFICIENTS
from qualcode_app.agreement.sweep import coder_sets


def best_ms(work: Callable[[], object], times: int = 5) -> float:
    """Return the shortest of some runs in milliseconds: what the work costs, not the machine."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return min(spent) * 1000


def best_cpu_ms(work: Callable[[], object], times: int = 5) -> float:
    """Return the least processor time of some runs: what others do at the time is left out."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent) * 1000


def timed(name: str, work: Callable[[], object], limit: float, times: int = 5) -> Row:
    """Measure time on the clock, and say the processor time beside it."""
    told = f"{best_cpu_ms(work, times):.0f} ms of processor"
    return Row(name, best_ms(work, times), "ms", limit, told)


def spans(coders: int, documents: int, codes: int, length: int, each: int) -> dict[str, np.ndarray]:
    """Return about `each` spans per coder: the same passages, marked with some disorder."""
    random = np.random.default_rng(1)
    code = np.minimum(random.geometric(0.06, each) - 1, codes - 1)
    place = random.integers(0, length - 300, each)
    document = random.integers(0, documents, each)
    size = random.integers(20, 200, each)
    code, place, document, size = (np.tile(a, coders) for a in (code, place, document, size))
    n = each * coders
    found = random.random(n) < 0.85
    start = np.maximum(0, place + random.integers(-15, 16, n) * (random.random(n) < 0.6))
    end = start + size + random.integers(-10, 11, n) * (random.random(n) < 0.5)
    other = random.random(n) < 0.12
    columns = {
        "document": document,
        "code": np.where(other, np.minimum(code + 1, codes - 1), code),
        "coder": np.repeat(np.arange(coders), each),
        "start": start,
        "end": end,
    }
    order = np.lexsort([columns[k][found] for k in ("start", "coder", "document", "code")])
    return {name: column[found][order] for name, column in columns.items()}


def study(coders: int, documents: int, codes: int, length: int, each: int) -> SpanData:
    """Return such spans as the data of a study, as a database read in order would give them."""
    return _data(coders, documents, codes, length, spans(coders, documents, codes, length, each))


def _data(coders: int, documents: int, codes: int, length: int, columns: dict) -> SpanData:
    return SpanData(
        tuple(f"coder {i}" for i in range(coders)),
        tuple(f"code {i}" for i in range(codes)),
        tuple(f"document {i}" for i in range(documents)),
        np.full(documents, length),
        np.ones((coders, codes, documents), bool),
        **columns,
    )


def report(data: SpanData) -> None:
    """Compute everything the report shows at once."""
    found = Study(data)
    summary.overall(found)
    summary.code_rows(found)
    summary.pair_rows(found)
    summary.coder_rows(found)
    summary.document_rows(found)


def bare_sweep(columns: dict[str, np.ndarray], documents: int, coders: int) -> None:
    """Do what cannot be avoided: sort all ends, count characters per set of coders."""
    axis = (columns["code"] * documents + columns["document"]) << 16
    ends = np.empty(2 * len(axis), np.int64)
    ends[::2] = (axis + columns["start"]) << 4 | columns["coder"] << 1 | 1
    ends[1::2] = (axis + columns["end"]) << 4 | columns["coder"] << 1
    ends.sort(kind="stable")
    bit = np.int64(1) << ((ends >> 1) & 7)
    mask = np.cumsum(np.where(ends & 1, bit, -bit))[:-1]
    cell = (ends >> 4)[:-1] >> 16
    np.bincount((cell << coders) | mask, np.diff(ends >> 4) * (mask > 0))


ORDERED = "SELECT code, document, coder, start, end FROM span ORDER BY code, document, coder, start"


def stored(columns: dict[str, np.ndarray], folder: str) -> sqlite3.Connection:
    """Put the spans into a database of one table."""
    connection = sqlite3.connect(Path(folder) / "spans.sqlite")
    connection.execute("CREATE TABLE span (code, document, coder, start, end)")
    names = ("code", "document", "coder", "start", "end")
    rows = zip(*(columns[name].tolist() for name in names), strict=True)
    connection.executemany("INSERT INTO span VALUES (?, ?, ?, ?, ?)", rows)
    connection.execute("CREATE INDEX place ON span (code, document, coder, start, end)")
    connection.commit()
    return connection


def read(connection: sqlite3.Connection) -> dict[str, np.ndarray]:
    """Read the spans in order into arrays."""
    rows = np.array(connection.execute(ORDERED).fetchall(), np.int64)
    return dict(zip(("code", "document", "coder", "start", "end"), rows.T, strict=True))


def of_spans() -> list[Row]:
    """Measure the realistic study and the large one."""
    columns = spans(3, 25, 60, 60_000, 6_600)
    data = _data(3, 25, 60, 60_000, columns)
    found = Study(data)
    assert found.sums.size
    n = f"{data.start.size} spans"
    summary.overall_bootstrap(found, draws=10)  # imports
    rows = [
        Row(
            f"merge and sweep, {n}",
            best_ms(lambda: coder_sets(_data(3, 25, 60, 60_000, columns))),
            "ms",
            10,
        ),
        Row("pair tables and kappas", best_ms(lambda: _pairs(found)), "ms", 10),
        Row("document jackknife, overall and codes", best_ms(lambda: _jackknife(found)), "ms", 5),
        Row("document bootstrap, 1,000", best_ms(lambda: _bootstrap(found)), "ms", 100),
        timed("default report from arrays", lambda: report(data), 30),
        Row("passages behind one code", best_ms(lambda: differences(data, (0, 1), 0)), "ms", 100),
        timed("confusion of a pair", lambda: confusion(data, (0, 1)), 100),
        timed("alpha_U, 60 codes", lambda: unitizing.alpha_u(data), 50),
        Row(
            "label-set alpha (MASI)",
            best_ms(lambda: label_sets.set_alpha_on_characters(data, label_sets.masi)),
            "ms",
            1000,
        ),
    ]
    many = study(12, 50, 60, 20_000, 10_000)
    rows.append(timed("12 coders, all pairs", lambda: _pairs(Study(many)), 200))
    return rows + of_many_spans()


def of_many_spans() -> list[Row]:
    """Measure 750,000 spans of 5 coders in 200 documents with 60 codes."""
    columns = spans(5, 200, 60, 20_000, 176_600)

    def whole(taken: dict[str, np.ndarray]) -> None:
        found = Study(_data(5, 200, 60, 20_000, taken))
        summary.overall(found)
        summary.code_rows(found)

    n = f"{len(columns['start'])} spans"
    with tempfile.TemporaryDirectory() as folder:
        connection = stored(columns, folder)
        bare = best_ms(lambda: bare_sweep(read(connection), 200, 5), 3)
        spent = best_ms(lambda: whole(read(connection)), 3)
        connection.close()
    told = f"{bare:.0f} ms bare read + sweep"
    return [
        Row(f"read, overall and codes, {n}", spent, "ms", 1.5, told, spent / bare),
        timed(f"the same from arrays, {n}", lambda: whole(columns), 300, 3),
    ]


def _pairs(found: Study) -> None:
    for pair in found.pairs:
        kappa(found.table(pair))


def _jackknife(found: Study) -> None:
    summary.overall(found)
    summary.code_rows(found)


def _bootstrap(found: Study) -> None:
    summary.overall_bootstrap(found)
    summary.code_bootstrap(found)


FIXED = ("percent", "all_equal", "fleiss", "conger", "light", "ac1", "brennan_prediger", "alpha")


def of_units() -> list[Row]:
    """Measure 100,000 units x 3 coders x 30 categories."""
    random = np.random.default_rng(1)
    truth = random.integers(0, 30, (100_000, 1))
    ratings = np.where(
        random.random((100_000, 3)) < 0.7, truth, random.integers(0, 30, (100_000, 3))
    )
    names = tuple(map(str, range(30)))

    def work() -> None:
        data = UnitData(names, ratings)
        for key in FIXED:
            assert COEFFICIENTS[key].compute(data).reason is None

    work()
    spent = timed("100,000 units x 3 x 30, all coefficients", work, 50)
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return [
        spent,
        Row("the same, memory", peak, "MB", 150),
    ]


def aligned_study(length: int, codes: int, each: int = 100, coders: int = 3) -> SpanData:
    """Return one document in which coders mark nearly the same passages; a fifth elsewhere."""
    random = np.random.default_rng(1)
    starts, sizes = random.integers(0, length - 200, each), random.integers(20, 180, each)
    kinds = random.integers(0, codes, each)
    columns = []
    for coder in range(coders):
        strays = random.random(each) < 0.2
        start = np.where(strays, random.integers(0, length - 200, each), starts)
        start = start + random.integers(0, 20, each)
        end = np.minimum(start + sizes + random.integers(0, 20, each), length)
        other = np.where(random.random(each) < 0.15, random.integers(0, codes, each), kinds)
        here = np.zeros(each, np.int64)
        columns.append((here, other, here + coder, start, end))
    joined = (np.concatenate(column) for column in zip(*columns, strict=True))
    names = ("document", "code", "coder", "start", "end")
    return _data(coders, 1, codes, length, dict(zip(names, joined, strict=True)))


def of_gamma() -> list[Row]:
    """Measure gamma of 3 coders with 100 spans each, 30 samples; loosely and densely coded."""
    gamma.gamma(aligned_study(2_000, 2, 4, 2))  # imports
    rows = []
    for length, words in ((20_000, "half of the text"), (8_000, "all of the text")):
        data = aligned_study(length, 60)
        name = f"gamma, 3 coders, {data.start.size} spans, 30 samples, {words}"
        rows.append(timed(name, partial(gamma.gamma, data), 1500, 2))
    return rows


def measure() -> list[Row]:
    """Measure everything about agreement."""
    return of_spans() + of_units() + of_gamma()
