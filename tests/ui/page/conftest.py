"""Small real PDFs, the samples, and a page view that shows them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import Rect
from qualcode_app.domain.extraction import ExtractedDocument
from qualcode_app.pdf.client import Extractor, Renderer
from qualcode_app.ui.page.colours import PageColours
from qualcode_app.ui.page.glyphs import Part
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.page_view import PageView
from qualcode_app.ui.page.source import PageSource

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "samples" / "oostervaart-2026.pdf"
NOT_RUNNING = {"running_head", "page_number", "footnote"}

COLOURS = PageColours(
    page_backdrop="#E3E6EB",
    page="#FFFFFF",
    page_text="#15181D",
    line="#D9DDE4",
    line_strong="#77808E",
    text="#1B1F26",
    text_muted="#545C69",
    accent_soft="#E1EBF7",
    on_accent_soft="#173F72",
    selection="#BBD5F8",
    focus="#1550C8",
    find_hit="#FFE27A",
    find_current="#F5A623",
    warning_soft="#FCF0D6",
    warning="#7A4E00",
)


@dataclass(frozen=True)
class Row:
    number: int
    label: str
    start_char: int
    n_chars: int
    width_pt: float
    height_pt: float
    rotation: int


NUMBERS = count()


def source_of(
    document: ExtractedDocument, content: bytes, title: str, *, with_pdf: bool = True
) -> PageSource:
    """Offer a PDF that was read as the import does, as the project does."""
    rows, at = [], 0
    for page in document.pages:
        size = page.width_pt, page.height_pt
        rows.append(Row(page.number, page.label, at, len(page.text), *size, page.rotation))
        at += len(page.text)
    boxes = {page.number: page.boxes for page in document.pages}

    def units(*kinds: str) -> tuple[TextAnchor, ...]:
        found = [unit for unit in document.units if unit.kind in kinds]
        return tuple(TextAnchor(unit.start, unit.end) for unit in found)

    return PageSource(
        uid=f"{title} {next(NUMBERS)}",
        title=title,
        pages=tuple(rows),
        text=document.text,
        boxes=lambda number: boxes[number],
        content=lambda: content if with_pdf else None,
        sentences=units("sentence", "item"),
        paragraphs=units("paragraph"),
        skipped=tuple(
            TextAnchor(r.start, r.end) for r in document.regions if r.kind in NOT_RUNNING
        ),
    )


def small_pdf(pages: list[list[str]], *, rotation: int = 0, size: float = 12) -> bytes:
    """Make a PDF with one line of type per string."""
    document = pymupdf.open()
    for lines in pages:
        page = document.new_page(width=400, height=500)
        for number, line in enumerate(lines):
            page.insert_text((50, 60 + number * 20), line, fontsize=size)
        page.set_rotation(rotation)
    return document.tobytes()


PAGES = [
    [f"Op bladzijde {page} staat zin {line}. En nog een." for line in range(1, 16)]
    for page in range(1, 9)
]


@pytest.fixture(scope="session")
def read() -> Iterator[Callable[..., PageSource]]:
    """Read a PDF from its bytes."""
    with Extractor() as extractor:

        def read(content: bytes, title: str, *, with_pdf: bool = True) -> PageSource:
            document = extractor.extract(content, title)
            return source_of(document, content, title, with_pdf=with_pdf)

        yield read


@pytest.fixture(scope="session")
def letter(read) -> PageSource:
    """Eight pages of fifteen short lines each."""
    return read(small_pdf(PAGES), "letter")


@pytest.fixture(scope="session")
def sample(read) -> PageSource:
    """An agreement as the program ships it: columns, footnotes, lists."""
    return read(SAMPLE.read_bytes(), "Oostervaart 2026")


@pytest.fixture(scope="session")
def drawing() -> Iterator[Renderer]:
    renderer = Renderer()
    renderer.start()
    yield renderer
    renderer.close()


@pytest.fixture
def renderer(qapp, drawing) -> Iterator[Renderer]:
    """What draws the pages; it knows nothing of the test before."""
    yield drawing
    drawing.told = lambda: None
    drawing.request([])
    for key in list(drawing._contents):
        drawing.forget(key)
    deque(drawing.poll(), maxlen=0)


def ink(view) -> int:
    """Count dark points of the window."""
    image = view.viewport().grab().toImage()
    return sum(
        QColor(image.pixel(x, y)).lightness() < 120
        for x in range(0, image.width() - 200, 3)
        for y in range(0, image.height(), 3)
    )


class Hand:
    """Does with mouse and keys what a reader does."""

    def __init__(self, view: PageView, qtbot) -> None:
        self.view = view
        self.qtbot = qtbot

    def box(self, offset: int) -> tuple[int, Rect]:
        """Return page index and box of a character."""
        index = self.view.scene.glyphs.index_at(offset)
        return index, self.view.scene.glyphs.rects(Part(index, offset, offset + 1))[0]

    def point(self, offset: int, share: float = 0.5) -> QPoint:
        """Return where a character is in the viewport; share 0 is its left edge."""
        index, box = self.box(offset)
        layout = self.view.scene.layout
        slot, scale = layout.slots[index], layout.scale
        x = slot.x_px + (box.x0_pt + share * (box.x1_pt - box.x0_pt)) * scale
        y = slot.y_px + (box.y0_pt + box.y1_pt) / 2 * scale
        return QPoint(round(x), round(y)) - self.view.offset()

    def show(self, offset: int) -> None:
        """Scroll a character into sight."""
        self.view.show_anchor(TextAnchor(offset, offset + 1), flash=False)

    def drag(self, start: QPoint, end: QPoint, **keys) -> None:
        """Press, move and release."""
        ground = self.view.viewport()
        left = Qt.MouseButton.LeftButton
        self.qtbot.mousePress(ground, left, pos=start, **keys)
        self.qtbot.mouseMove(ground, start + QPoint(12, 2))
        self.move(end)
        self.qtbot.mouseRelease(ground, left, pos=end, **keys)

    def press(self, at: QPoint) -> None:
        """Press the left button and hold it."""
        self._send(QEvent.Type.MouseButtonPress, at, held=Qt.MouseButton.LeftButton)

    def release(self, at: QPoint) -> None:
        """Let the left button go."""
        self._send(QEvent.Type.MouseButtonRelease, at)

    def move(self, end: QPoint) -> None:
        """Move with the left button held."""
        for at in (end - QPoint(3, 0), end):
            self._send(QEvent.Type.MouseMove, at, held=Qt.MouseButton.LeftButton)

    def _send(self, kind: QEvent.Type, at: QPoint, held=Qt.MouseButton.NoButton) -> None:
        button = Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseMove:
            button = Qt.MouseButton.NoButton
        place = QPointF(at), QPointF(self.view.viewport().mapToGlobal(at))
        event = QMouseEvent(kind, *place, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view.viewport(), event)

    def select(self, start: int, end: int, **keys) -> None:
        """Select [start, end) by dragging from its first to its last character."""
        self.drag(self.point(start, 0.2), self.point(end - 1, 0.8), **keys)

    def click(self, at: QPoint, **keys) -> None:
        self.qtbot.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=at, **keys)

    def clicks(self, at: QPoint, times: int) -> None:
        """Click several times in a row at one place."""
        for number in range(times):
            kind = QEvent.Type.MouseButtonDblClick if number % 2 else QEvent.Type.MouseButtonPress
            self._send(kind, at, held=Qt.MouseButton.LeftButton)
            self._send(QEvent.Type.MouseButtonRelease, at)

    def press_twice(self, at: QPoint) -> None:
        """Double-click and keep the button held."""
        self.clicks(at, 1)
        self._send(QEvent.Type.MouseButtonDblClick, at, held=Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
        for _ in range(times):
            self.qtbot.keyClick(self.view, key, modifier)

    def selected(self) -> str | None:
        """Return the selected words."""
        anchor = self.view.selection()
        return None if anchor is None else self.view.scene.source.text[anchor.start : anchor.end]

    def wait_for_pages(self) -> None:
        """Wait until every page in sight is sharp."""
        view = self.view

        def all_sharp() -> bool:
            scale = view.scene.layout.scale * view.devicePixelRatioF()
            numbers = [view.scene.source.pages[index].number for index in view.in_sight()]
            return all(view.images.is_sharp(number, scale) for number in numbers)

        self.qtbot.waitUntil(all_sharp, timeout=10_000)

    def colour_at(self, at: QPoint) -> str:
        """Return the colour painted at a point of the viewport."""
        image = self.view.viewport().grab().toImage()
        return image.pixelColor(at).name()

    def underline_colours(self, offset: int) -> list[str]:
        """Return the colours from the middle of a character down to the next line."""
        image, at = self.view.viewport().grab().toImage(), self.point(offset)
        return [image.pixelColor(at.x(), at.y() + down).name() for down in range(18)]


@pytest.fixture
def view(qtbot, renderer) -> PageView:
    view = PageView(COLOURS, renderer)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    return view


@pytest.fixture
def hand(view, qtbot) -> Hand:
    return Hand(view, qtbot)


@pytest.fixture
def highlight() -> Callable[..., Highlight]:
    """Make highlights; uid, start, end, and what else is wanted."""

    def made(uid: str, start: int, end: int, **values) -> Highlight:
        values = {"key": "WON-1", "label": "Nieuwbouw", "tint": "#F0DCD5"} | values
        return Highlight(uid, TextAnchor(start, end), stripe="#D84901", **values)

    return made


@pytest.fixture(scope="session")
def make_source(read) -> Callable[..., PageSource]:
    """Make a document of pages of lines."""

    def made(pages: list[list[str]], *, rotation: int = 0, with_pdf: bool = True) -> PageSource:
        return read(small_pdf(pages, rotation=rotation), "small", with_pdf=with_pdf)

    return made


@pytest.fixture(scope="session")
def source_from(extracted) -> Callable[[Path], PageSource]:
    """Read a PDF of the corpus."""
    return lambda path: source_of(extracted(path), path.read_bytes(), path.stem)


@pytest.fixture(scope="session")
def broken_source(read) -> PageSource:
    """A document whose stored PDF was damaged after it was imported."""
    source = read(small_pdf([["Wij bouwen duizend woningen."] * 12]), "broken")
    return replace(source, content=lambda: b"%PDF-1.7\nnothing more")
