"""How smooth the page view is: first page, scrolling, jumps, memory, one more coding.

Run alone it prints its table; files may be named, else the samples and, beside the checkout, a
light and a heavy agreement of the corpus are taken. `--all` takes every agreement.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pymupdf
from PySide6.QtCore import QEvent, QEventLoop, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.rows import Row
from ui.page.conftest import COLOURS, source_of

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.pdf.client import Renderer
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.page_view import PageView
from qualcode_app.ui.page.source import PageSource

SAMPLE = ROOT / "resources" / "samples" / "oostervaart-2026.pdf"
AGREEMENTS = ROOT.parent / "shared" / "corpus" / "agreements"
CHOSEN = ("vkp2021-Groenlinks.pdf", "koalitionsvertrag-bw-2021-2026.pdf")
SIZE = (1200, 900)
FRAME_MS = 1000 / 60
LATE_MS = 16.7
N_FRAMES = 946  # at 118 pixels a step: a hundred pages that fill the width
STEP_PX = 118
RUNS = 3
N_CODINGS = 500
N_FIRST = 6  # openings, of which the best counts on both sides
N_JUMPS = 40
N_PAINTS = 20_000
MEMORY_MB = 96
TINTS = ("#F0DCD5", "#D8E6AF", "#B6E9F2", "#E6D9FF", "#FEF4B9")
STRIPES = ("#D84901", "#1C2F05", "#2C8DA8", "#7D2DA8", "#564C01")


def codings_of(source: PageSource, n: int, seed: int = 7) -> list[Highlight]:
    """Lay codings on random sentences of a document."""
    rng = random.Random(seed)
    found = []
    for number in range(n):
        at = rng.randrange(len(source.sentences))
        first = source.sentences[at]
        last = source.sentences[min(at + rng.randrange(3), len(source.sentences) - 1)]
        colour = rng.randrange(len(TINTS))
        found.append(
            Highlight(
                f"{seed}-{number}",
                TextAnchor(first.start, max(first.end, last.end)),
                stripe=STRIPES[colour],
                tint=TINTS[colour],
                key=f"WON-{colour}",
                label="Nieuwbouw en betaalbaarheid",
            )
        )
    return found


class Bare(QAbstractScrollArea):
    """The least that shows a page: MuPDF in paintEvent. Also the empty area to scroll."""

    def __init__(self, content: bytes | None, scale: float) -> None:
        super().__init__()
        self._document = pymupdf.open(stream=content) if content else None
        self._scale = scale
        self._image: QImage | None = None
        self.painted = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setRange(0, 200_000)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor("#E3E6EB"))
        if self._document is not None:
            if self._image is None:
                matrix = pymupdf.Matrix(self._scale, self._scale)
                pixmap = self._document[0].get_pixmap(matrix=matrix)
                form = QImage.Format.Format_RGB888
                line = pixmap.stride
                self._image = QImage(
                    pixmap.samples, pixmap.width, pixmap.height, line, form
                ).convertToFormat(QImage.Format.Format_RGB32)
            painter.drawImage(14, 14, self._image)
        painter.end()
        self.painted += 1


class Watched(PageView):
    """A page view that notes what it painted."""

    painted = 0
    awaited: Callable[[], bool] | None = None  # what is to be painted

    def __init__(self, renderer: Renderer) -> None:
        super().__init__(COLOURS, renderer)
        self.loop = QEventLoop(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        due = self.awaited is not None and self.awaited()
        super().paintEvent(event)
        self.painted += 1
        if due:
            self.awaited = None
            self.loop.quit()


def dispose(widget: QWidget) -> None:
    """Delete a widget here and now: the collector may run in a thread that must not do it."""
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def milliseconds(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def until(view: Watched, met: Callable[[], bool]) -> None:
    """Let the window live until something is so, and painted."""
    view.awaited = met
    if met():
        view.viewport().update()
    view.loop.exec()  # as the program waits: a busy loop here would hold up other threads


def is_sharp(view: Watched, number: int) -> bool:
    assert view.scene is not None
    return view.images.is_sharp(number, view.scene.layout.scale)


def settle(view: Watched) -> None:
    while view.images.is_waiting:
        QApplication.processEvents()
        time.sleep(0.001)
    for _ in range(40):
        QApplication.processEvents()
        time.sleep(0.004)


def first_page(source: PageSource, content: bytes) -> tuple[float, float]:
    """Return how long the first page takes in the page view and bare, both from nothing.

    The child that draws has started and drawn before, as MuPDF has in this process.
    """
    codings = codings_of(source, N_CODINGS)
    renderer = Renderer()
    renderer.start()
    ours, bare = [], []
    for run in range(N_FIRST + 1):
        time.sleep(0.1)
        source = replace(source, uid=f"{source.uid} {run}")  # never seen before
        views: list[Watched] = []
        ours.append(milliseconds(lambda v=views, s=source: open_view(v, renderer, s, codings)))
        scale = views[0].scene.layout.scale if views[0].scene else 1
        views[0].set_document(None)
        dispose(views[0])
        areas: list[Bare] = []
        bare.append(milliseconds(lambda a=areas, s=scale: open_bare(a, content, s)))
        dispose(areas[0])
    renderer.close()
    return min(ours[1:]), min(bare[1:])


def open_view(
    views: list[Watched], renderer: Renderer, source: PageSource, codings: list[Highlight]
) -> None:
    view = Watched(renderer)
    views.append(view)
    view.resize(*SIZE)
    view.show()
    view.set_document(source)
    view.set_codings(codings)
    until(view, lambda: is_sharp(view, 1))


def open_bare(areas: list[Bare], content: bytes, scale: float) -> None:
    area = Bare(content, scale)
    areas.append(area)
    area.resize(*SIZE)
    area.show()
    while area.painted == 0:
        QApplication.processEvents()


def frames(area: QAbstractScrollArea, look: Callable[[], None]) -> list[float]:
    """Scroll down and up again at 60 steps a second; return what each step held the thread.

    A step's time is that of scrolling and painting, or the longest single gap between two
    looks at the event queue until the next step is due, whichever is longer.
    """
    bar, found, direction = area.verticalScrollBar(), [], 1
    due = time.perf_counter()
    for _ in range(N_FRAMES):
        if bar.value() in {bar.maximum(), bar.minimum()}:
            direction = -1 if bar.value() == bar.maximum() else 1
        began = time.perf_counter()
        bar.setValue(bar.value() + direction * STEP_PX)
        QApplication.processEvents()
        longest = time.perf_counter() - began
        look()
        due = max(due + FRAME_MS / 1000, began)
        while time.perf_counter() < due:
            began = time.perf_counter()
            QApplication.processEvents()
            longest = max(longest, time.perf_counter() - began)
            time.sleep(0.0005)
        found.append(longest * 1000)
    return found


def share(values: list[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


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


def scrolling(view: Watched, name: str) -> Iterator[Row]:
    empty = Bare(None, 1)
    empty.resize(*SIZE)
    empty.show()
    ours: list[float] = []
    blank: list[float] = []
    watch = Watch(view)
    late: list[int] = []
    late_blank: list[int] = []
    for _ in range(RUNS):
        run = frames(view, watch.look)
        ours += run
        late.append(sum(frame > LATE_MS for frame in run))
        empty.verticalScrollBar().setValue(0)
        run = frames(empty, lambda: None)
        blank += run
        late_blank.append(sum(frame > LATE_MS for frame in run))
    dispose(empty)
    n_late, n_blank = sum(late), sum(late_blank)
    told = f"{n_blank} of an empty area"
    yield Row(f"{name}: late frames in {len(ours)}", n_late, "frames", max(n_blank, 0), told)
    yield Row(f"{name}: frame p50", share(ours, 0.5), "ms", None, f"{share(blank, 0.5):.1f} empty")
    yield Row(
        f"{name}: frame p95", share(ours, 0.95), "ms", None, f"{share(blank, 0.95):.1f} empty"
    )
    yield Row(f"{name}: frame max", max(ours), "ms", None, f"{max(blank):.1f} empty")
    yield Row(f"{name}: pages seen empty", watch.n_empty, "page frames", 0)
    yield Row(f"{name}: pages seen soft", watch.n_soft, "page frames")
    yield Row(f"{name}: images at most", watch.most_bytes / 1e6, "MB", MEMORY_MB)


def jumps(view: Watched, name: str) -> Iterator[Row]:
    assert view.scene is not None
    rng = random.Random(3)
    seen, sharp = [], []
    pages = view.scene.source.pages
    for _ in range(N_JUMPS):
        number = rng.choice(pages).number
        began = time.perf_counter()
        view.go_to_page(number)
        until(view, lambda n=number: view.images.best(n) is not None)
        seen.append((time.perf_counter() - began) * 1000)
        until(view, lambda n=number: is_sharp(view, n))
        sharp.append((time.perf_counter() - began) * 1000)
        settle(view)
    yield Row(f"{name}: jump, page shown p95", share(seen, 0.95), "ms", 60)
    yield Row(f"{name}: jump, page shown max", max(seen), "ms", None)
    yield Row(f"{name}: jump, page sharp p95", share(sharp, 0.95), "ms")


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


def measure(files: list[Path] | None = None) -> list[Row]:
    """Measure the page view; every limit stands beside what it was measured against."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    files = files or [SAMPLE, *(AGREEMENTS / name for name in CHOSEN)]
    files = [path for path in files if path.is_file()]
    rows: list[Row] = []
    for path in files:
        content = path.read_bytes()
        source = source_of(content, path.stem)
        ours, bare = first_page(source, content)
        rows.append(
            Row(f"{path.stem}: first page", ours, "ms", 1.5, f"{bare:.0f} ms bare", ours / bare)
        )
        renderer = Renderer()
        renderer.start()
        view = Watched(renderer)
        view.resize(*SIZE)
        view.show()
        view.set_document(source)
        view.set_codings(codings_of(source, N_CODINGS))
        settle(view)
        rows += scrolling(view, path.stem)
        rows += jumps(view, path.stem)
        if path == files[0]:
            rows.append(paint_calls(view))
        if path == files[-1]:
            rows += [one_more(view, n) for n in (0, 2_000, 10_000)]
        view.set_document(None)
        dispose(view)
        renderer.close()
    return rows


def main() -> None:
    names = [Path(name) for name in sys.argv[1:] if name != "--all"]
    if "--all" in sys.argv:
        names = sorted(AGREEMENTS.glob("*.pdf"))
    for row in measure(names or None):
        ratio = "" if row.ratio is None else f" ratio {row.ratio:.2f}"
        limit = "" if row.limit is None else f" limit {row.limit:g}"
        verdict = {True: " holds", False: " FAILS", None: ""}[row.holds]
        print(f"{row.name:55} {row.value:8.1f} {row.unit}{ratio}{limit}{verdict}  {row.against}")


if __name__ == "__main__":
    main()
