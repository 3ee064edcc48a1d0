"""How smooth the page view is: first page, scrolling, jumps, large zoom, memory, one more coding.

Run alone it prints its rows; files may be named, else the samples and, beside the checkout, a
light and a heavy agreement of the corpus are taken. `--all` takes every agreement and ends with one
table; `--runs=1` scrolls each once instead of three times.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.page_tools import (
    SIZE,
    Bare,
    Clock,
    Frame,
    Watched,
    codings_of,
    dispose,
    frames,
    is_sharp,
    milliseconds,
    read,
    settle,
    share,
    until,
)
from bench.rows import Row
from ui.page.conftest import small_pdf
from unit.pdf.conftest import endless_pdf

from qualcode_app.pdf.client import Renderer
from qualcode_app.ui.garbage import GarbageKeeper, leave_modules_out
from qualcode_app.ui.jobs import take_short_turns
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.source import PageSource

SAMPLE = ROOT / "resources" / "samples" / "oostervaart-2026.pdf"
AGREEMENTS = ROOT.parent / "shared" / "corpus" / "agreements"
CHOSEN = ("vkp2021-Groenlinks.pdf", "koalitionsvertrag-bw-2021-2026.pdf")
LATE_MS = 16.7
RUNS = 3
N_CODINGS = 500
N_FIRST = 6  # openings, of which the best counts on both sides
N_JUMPS = 40
N_PAINTS = 20_000
N_PLACES = 12
GIVEN_UP_S = 10
MEMORY_MB = 96


def first_page(source: PageSource, content: bytes) -> tuple[float, float]:
    """Return how long the first page takes in the page view and bare, from an unread document.

    Both areas stand in their windows before, as the one page view of the program does when another
    document is opened in it, and the child that draws has drawn before, as MuPDF has in this
    process.
    """
    codings = codings_of(source, N_CODINGS)
    renderer = Renderer()
    renderer.start()
    view, area = Watched(renderer), Bare()
    for each in (view, area):
        each.resize(*SIZE)
        each.show()
    settle(view)
    ours, bare = [], []
    for run in range(N_FIRST + 1):
        unseen = replace(source, uid=f"{source.uid} {run}")
        act = partial(open_document, view, unseen, codings)
        ours.append(milliseconds(act, clock_of(renderer)))
        settle(view)
        scale = view.scene.layout.scale if view.scene else 1
        bare.append(milliseconds(partial(area.open, content, scale)))
    view.set_document(None)
    for each in (view, area):
        dispose(each)
    renderer.close()
    return min(ours[1:]), min(bare[1:])


def clock_of(renderer: Renderer) -> Clock:
    """Return the clock of the process that draws."""
    while renderer._child is None:
        time.sleep(0.01)
    return Clock(renderer._child.pid)


def open_document(view: Watched, source: PageSource, codings: list[Highlight]) -> float:
    view.set_document(source)
    view.set_codings(codings)
    return until(view, lambda: is_sharp(view, 1))


class Watch:
    """What is seen while one document is scrolled."""

    def __init__(self, view: Watched) -> None:
        self.view = view
        self.n_empty = self.n_soft = 0
        self.most_bytes = 0

    def look(self) -> None:
        scene = self.view.scene
        assert scene is not None
        for index in self.view.in_sight():
            number = scene.source.pages[index].number
            if self.view.images.best(number) is None:
                self.n_empty += 1
            elif not is_sharp(self.view, number):
                self.n_soft += 1
        self.most_bytes = max(self.most_bytes, self.view.images.n_bytes)


def held(found: list[Frame]) -> list[float]:
    return [frame.held_ms for frame in found]


def worked(found: list[Frame]) -> list[float]:
    return [frame.worked_ms for frame in found]


def late(times: list[float]) -> int:
    return sum(time_ms > LATE_MS for time_ms in times)


def scrolling(view: Watched, name: str, runs: int) -> Iterator[Row]:
    empty = Bare()
    empty.resize(*SIZE)
    empty.show()
    ours: list[Frame] = []
    blank: list[Frame] = []
    watch = Watch(view)
    for _ in range(runs):
        ours += frames(view, watch.look)
        empty.verticalScrollBar().setValue(0)
        blank += frames(empty, lambda: None)
    dispose(empty)
    for what, times, beside in (
        ("late frames", held(ours), held(blank)),
        ("frames late by work", worked(ours), worked(blank)),
    ):
        n_late, n_blank = late(times), late(beside)
        told = f"{n_blank} of an empty area"
        yield Row(f"{name}: {what} in {len(ours)}", n_late, "frames", n_blank, told)
    for part, value in (("p50", 0.5), ("p95", 0.95), ("max", 1.0)):
        told = f"{share(held(blank), value):.1f} empty"
        yield Row(f"{name}: frame {part}", share(held(ours), value), "ms", None, told)
    yield Row(f"{name}: pages seen empty", watch.n_empty, "page frames", 0)
    yield Row(f"{name}: pages seen soft", watch.n_soft, "page frames")
    yield Row(f"{name}: images at most", watch.most_bytes / 1e6, "MB", MEMORY_MB)


def jump(view: Watched, number: int) -> None:
    """Go to a page and wait until its text can be read."""
    view.go_to_page(number)
    until(view, partial(view.images.is_readable, number))


def jumps(view: Watched, renderer: Renderer, name: str) -> Iterator[Row]:
    assert view.scene is not None
    rng = random.Random(3)
    seen, sharp = [], []
    pages = view.scene.source.pages
    for _ in range(N_JUMPS):
        number = rng.choice(pages).number
        child = clock_of(renderer)
        to_text = milliseconds(partial(jump, view, number), child)
        rest = milliseconds(partial(until, view, partial(is_sharp, view, number)), child)
        seen.append(to_text)
        sharp.append(to_text + rest)
        settle(view)
    yield Row(f"{name}: jump, text shown p95", share(seen, 0.95), "ms", 60)
    yield Row(f"{name}: jump, text shown max", max(seen), "ms", 60)
    yield Row(f"{name}: jump, page sharp p95", share(sharp, 0.95), "ms")


def enlarged(view: Watched, name: str) -> Iterator[Row]:
    """Look at random places at 500 % until they are sharp."""
    assert view.scene is not None
    before, rng = view.zoom, random.Random(5)
    sharp, most_bytes = [], 0
    view.set_zoom(5)
    for _ in range(N_PLACES):
        number = rng.choice(view.scene.source.pages).number
        began = time.perf_counter()
        view.go_to_page(number)
        until(view, lambda n=number: is_sharp(view, n))
        sharp.append((time.perf_counter() - began) * 1000)
        settle(view)
        most_bytes = max(most_bytes, view.images.n_bytes)
    view.set_zoom(before)
    yield Row(f"{name}: sharp at 500 % p95", share(sharp, 0.95), "ms")
    yield Row(f"{name}: images at 500 %", most_bytes / 1e6, "MB", MEMORY_MB)


def never_ending() -> Iterator[Row]:
    """Open a document whose page is never drawn to the end; the window goes on meanwhile."""
    renderer = Renderer()
    renderer.start()
    view = Watched(renderer)
    view.resize(*SIZE)
    view.show()
    told: list[tuple[int, str]] = []
    view.page_unreadable.connect(lambda number, reason: told.append((number, reason)))
    readable = read(small_pdf([["Steeds weer."]]), "endless")
    source = replace(readable, content=endless_pdf)
    began = before = time.perf_counter()
    view.set_document(source)
    longest = 0.0
    while not told:
        QApplication.processEvents()
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
        time.sleep(0.001)
    took = time.perf_counter() - began
    view.set_document(None)
    dispose(view)
    renderer.close()
    said = f"page {told[0][0]}: {told[0][1]}"
    yield Row("a page that never ends: given up after", took, "s", GIVEN_UP_S + 1, said)
    yield Row("a page that never ends: longest gap of the window", longest * 1000, "ms", 100)


def one_more(view: Watched, n_before: int) -> Row:
    """Measure what a coding more costs the window, from the call to the painted page."""
    assert view.scene is not None
    source = view.scene.source
    view.set_codings(codings_of(source, n_before))
    times = []
    for number, new in enumerate(codings_of(source, 60, seed=99)):
        assert new.anchor is not None
        view.select(new.anchor)
        view.bring_into_sight(new.anchor)
        settle_briefly()
        added = Highlight(
            f"new-{number}", new.anchor, stripe=new.stripe, tint=new.tint, key=new.key, label="n"
        )

        def act(added: Highlight = added) -> None:
            view.patch_codings([added], [])
            view.set_active(added.uid)
            view.select(None)
            QApplication.processEvents()

        times.append(milliseconds(act))
    return Row(f"one more coding among {n_before:,}, p95", share(times, 0.95), "ms", 16)


def settle_briefly() -> None:
    until_time = time.perf_counter() + 0.05
    while time.perf_counter() < until_time:
        QApplication.processEvents()
        time.sleep(0.002)


def paint_calls(view: Watched) -> Row:
    """Paint until a lost reference per call would have ended the process."""
    patch = QRect(200, 200, 60, 40)
    for _ in range(N_PAINTS):
        view.viewport().repaint(patch)
    return Row("paint events survived", view.painted, "events")


def measure() -> list[Row]:
    """Measure the page view; every limit stands beside what it was measured against."""
    return list(rows_of(None, RUNS))


def rows_of(files: list[Path] | None, runs: int) -> Iterator[Row]:
    """Measure these documents, or those usually taken, scrolling each so many times."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    take_short_turns()
    files = files or [SAMPLE, *(AGREEMENTS / name for name in CHOSEN)]
    files = [path for path in files if path.is_file()]
    yield from never_ending()
    for path in files:
        yield from measured(path, runs, is_first=path == files[0], is_last=path == files[-1])


def measured(path: Path, runs: int, *, is_first: bool, is_last: bool) -> Iterator[Row]:
    """Measure one document; painting very often and coding once more are measured with one."""
    content = path.read_bytes()
    source = read(content, path.stem)
    ours, bare = first_page(source, content)
    yield Row(f"{path.stem}: first page", ours, "ms", 1.5, f"{bare:.0f} ms bare", ours / bare)
    renderer = Renderer()
    renderer.start()
    view = Watched(renderer)
    view.resize(*SIZE)
    view.show()
    view.set_document(source)
    view.set_codings(codings_of(source, N_CODINGS))
    settle(view)
    leave_modules_out()
    keeper = GarbageKeeper(view, lambda: True)  # as in the program while somebody scrolls
    yield from scrolling(view, path.stem, runs)
    yield from jumps(view, renderer, path.stem)
    yield from enlarged(view, path.stem)
    if is_first:
        yield paint_calls(view)
    if is_last:
        for n in (0, 2_000, 10_000):
            yield one_more(view, n)
    keeper.deleteLater()
    view.set_document(None)
    dispose(view)
    renderer.close()


COLUMNS = (
    "first page",
    "late frames",
    "frames late by work",
    "frame p95",
    "pages seen empty",
    "images at most",
    "jump, text shown p95",
    "sharp at 500 % p95",
    "images at 500 %",
)


def table(rows: list[Row]) -> Iterator[str]:
    """Yield a line per document: each figure, and in brackets what stands beside it."""
    documents = dict.fromkeys(row.name.split(":")[0] for row in rows if "first page" in row.name)
    yield f"{'':32}" + "".join(f"{name:>24}" for name in COLUMNS)
    for document in documents:
        cells = []
        for column in COLUMNS:
            row = next(r for r in rows if r.name.startswith(f"{document}: {column}"))
            beside = f" ({row.ratio:.2f})" if row.ratio is not None else ""
            if column.startswith(("late", "frame")):
                beside = f" ({row.against.split(' ')[0]})"
            cells.append(f"{row.value:.1f} {row.unit}{beside}{' !' if row.holds is False else ''}")
        yield f"{document:32}" + "".join(f"{cell:>24}" for cell in cells)


def main() -> None:
    names = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    if "--all" in sys.argv:
        names = sorted(AGREEMENTS.glob("*.pdf"))
    rows = []
    for row in rows_of(names or None, 1 if "--runs=1" in sys.argv else RUNS):
        rows.append(row)
        ratio = "" if row.ratio is None else f" ratio {row.ratio:.2f}"
        limit = "" if row.limit is None else f" limit {row.limit:g}"
        verdict = {True: " holds", False: " FAILS", None: ""}[row.holds]
        print(
            f"{row.name:55} {row.value:8.1f} {row.unit}{ratio}{limit}{verdict}  {row.against}",
            flush=True,
        )
    if "--all" in sys.argv:
        print("\n".join(table(rows)))


if __name__ == "__main__":
    main()
