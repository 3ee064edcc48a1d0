"""What the bench of the page view is made with: a watched view, a bare one, frames, patience."""

from __future__ import annotations

import random
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pymupdf
from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from ui.page.conftest import COLOURS, source_of

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.pdf.client import Renderer, extract
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.page_view import PageView
from qualcode_app.ui.page.source import PageSource

SIZE = (1200, 900)
FRAME_MS = 1000 / 60
N_FRAMES = 946  # at 118 pixels a step: a hundred pages that fill the width
STEP_PX = 118
TINTS = ("#F0DCD5", "#D8E6AF", "#B6E9F2", "#E6D9FF", "#FEF4B9")
STRIPES = ("#D84901", "#1C2F05", "#2C8DA8", "#7D2DA8", "#564C01")


def read(content: bytes, title: str) -> PageSource:
    """Read a PDF as the import does."""
    return source_of(extract(content, title), content, title)


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

    def __init__(self) -> None:
        super().__init__()
        self._document: pymupdf.Document | None = None
        self._scale = 1.0
        self._image: QImage | None = None
        self.painted = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setRange(0, 200_000)

    def open(self, content: bytes, scale: float) -> None:
        """Show the first page of a PDF and wait until it is painted."""
        self._document, self._scale, self._image = pymupdf.open(stream=content), scale, None
        before = self.painted
        self.viewport().update()
        while self.painted == before:
            QApplication.processEvents()

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
        self.seen_at = 0.0
        self.images.taken.connect(self._on_taken)  # after the page view, which paints then

    def paintEvent(self, event: QPaintEvent) -> None:
        due = self.awaited is not None and self.awaited()
        super().paintEvent(event)
        self.painted += 1
        if due:
            self.awaited = None
            self.seen_at = 0.0
            self.loop.quit()

    def _on_taken(self) -> None:
        if self.awaited is None and not self.seen_at:
            self.seen_at = time.perf_counter()  # on the screen; what follows nobody waits for


def dispose(widget: QWidget) -> None:
    """Delete a widget here and now: the collector may run in a thread that must not do it."""
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Clock:
    """Tells the time without that during which a thread was ready and the machine did other things.

    So a machine that is busy gives the figures of an idle one; where the system does not tell
    how long a thread waited for its turn, all time counts.
    """

    def __init__(self, pid: int | None = None) -> None:
        """Count the waits of the calling thread, or of another process."""
        thread = f"self/task/{threading.get_native_id()}"
        self._path = Path("/proc", thread if pid is None else str(pid), "schedstat")

    def waited_s(self) -> float:
        """Return how long it stood waiting for its turn so far."""
        try:
            return int(self._path.read_bytes().split()[1]) / 1e9
        except OSError:
            return 0.0

    def now(self) -> float:
        """Return seconds that go by while this thread has its turn."""
        return time.perf_counter() - self.waited_s()


def milliseconds(act: Callable[[], float | None], child: Clock | None = None) -> float:
    """Return how long something takes; of two that may wait for their turn the longer wait counts.

    Args:
        act: What is done; may return when it was over, where more followed.
        child: The clock of a process that has a part in it.
    """
    clock = Clock()
    began, ours = time.perf_counter(), clock.waited_s()
    theirs = child.waited_s() if child is not None else 0.0
    ended = act() or time.perf_counter()
    took, waited = ended - began, clock.waited_s() - ours
    if child is not None:
        waited = max(waited, child.waited_s() - theirs)
    return (took - waited) * 1000


def until(view: Watched, met: Callable[[], bool]) -> float:
    """Let the window live until something is so, and painted; return when that was."""
    view.awaited = met
    if met():
        view.viewport().update()
    view.loop.exec()  # as the program waits: a busy loop here would hold up other threads
    return view.seen_at or time.perf_counter()


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


@dataclass(frozen=True)
class Frame:
    """How long one step of scrolling held the interface thread, and how long that thread worked."""

    held_ms: float
    worked_ms: float


def frames(area: QAbstractScrollArea, look: Callable[[], None]) -> list[Frame]:
    """Scroll down and up again at 60 steps a second; return what each step took.

    A step is that of scrolling and painting, or the longest single gap between two looks at the
    event queue until the next step is due, whichever is longer.
    """
    bar, found, direction, clock = area.verticalScrollBar(), [], 1, Clock()
    due = time.perf_counter()
    for _ in range(N_FRAMES):
        if bar.value() in {bar.maximum(), bar.minimum()}:
            direction = -1 if bar.value() == bar.maximum() else 1
        due = max(due + FRAME_MS / 1000, time.perf_counter())
        step = direction * STEP_PX
        held, worked = _events(clock, lambda step=step: bar.setValue(bar.value() + step))
        look()
        while time.perf_counter() < due:
            gap = _events(clock, lambda: None)
            held, worked = max(held, gap[0]), max(worked, gap[1])
            time.sleep(0.0005)
        found.append(Frame(held * 1000, worked * 1000))
    return found


def _events(clock: Clock, act: Callable[[], None]) -> tuple[float, float]:
    """Do something and all that follows from it; return how long it held and used the thread."""
    began, begun = clock.now(), time.thread_time()
    act()
    QApplication.processEvents()
    return clock.now() - began, time.thread_time() - begun


def share(values: list[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]
