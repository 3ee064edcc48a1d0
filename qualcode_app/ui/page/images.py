"""Page images: asked of the renderer nearest first, kept within a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from qualcode_app.pdf.client import RenderedPage, Renderer, RenderRequest
from qualcode_app.ui.page.layout import view_size
from qualcode_app.ui.page.source import PageRow, PageSource

MAX_BYTES = 90_000_000
MAX_PAGE_BYTES = 38_000_000  # beyond this a page is shown enlarged; two must fit at once
SOFT_SCALE = 0.4  # pixels per point of the preview, about a quarter of 100 %
SOFT_SHARE = 0.25  # of the bytes, for previews
_BYTES_PER_PIXEL = 4
_SAME = 1e-6


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels."""

    scale: float  # pixels of the image per point
    image: QImage

    @property
    def n_bytes(self) -> int:
        """How much memory it takes."""
        return self.image.sizeInBytes()


class PageImages(QObject):
    """The images of one document's pages, each sharp, soft or both.

    Whoever shows pages says with `want` which ones and how sharp; `arrived` tells that one
    came. Until then `best` gives the nearest older image, to be shown scaled.
    """

    arrived = Signal(int)  # sheet number
    failed = Signal(int, str)  # sheet number, why it cannot be shown as in the PDF
    _came = Signal()  # told in the renderer's thread

    def __init__(
        self,
        renderer: Renderer,
        parent: QObject | None = None,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._max_bytes = max_bytes
        self._kept: OrderedDict[tuple[int, bool], PageImage] = OrderedDict()  # (sheet, is soft)
        self.n_bytes = 0
        self._soft_bytes = 0
        self._source: PageSource | None = None
        self._pages: dict[int, PageRow] = {}
        self._has_pdf = False
        self._draw_text: Callable[[int, float], QImage] | None = None
        self.problems: dict[int, str] = {}
        self.previews_wanted: Sequence[int] = ()  # sheets somebody else shows small
        self._paper = QColor(Qt.GlobalColor.white)
        self._asked: list[RenderRequest] = []
        self._scale = 1.0  # what was last wanted, pixels per point
        self._came.connect(self.take, Qt.ConnectionType.QueuedConnection)

    def set_document(
        self, source: PageSource | None, draw_text: Callable[[int, float], QImage] | None = None
    ) -> None:
        """Show another document.

        Args:
            source: The document, or None for none.
            draw_text: Draws a page (sheet, pixels per point) from its stored text, for pages
                that the PDF cannot give.
        """
        if self._source is not None and self._has_pdf:
            self._renderer.request([])
            self._renderer.forget(self._source.uid)
        self.clear()
        self.problems.clear()
        self._source = source
        self._draw_text = draw_text
        self._pages = {page.number: page for page in source.pages} if source else {}
        content = source.content() if source else None
        self._has_pdf = content is not None
        if source is not None and content is not None:
            self._renderer.told = self._tell
            self._renderer.open(source.uid, content)

    def _tell(self) -> None:
        """Wake the window from the renderer's thread."""
        with suppress(RuntimeError):  # the window closes just now
            self._came.emit()

    @property
    def has_pdf(self) -> bool:
        """Tell whether the PDF of the document is here."""
        return self._has_pdf

    @property
    def is_waiting(self) -> bool:
        """Tell whether images are still to come."""
        return bool(self._asked)

    def set_paper(self, colour: str) -> None:
        """Dim white paper to this colour."""
        if QColor(colour) != self._paper:
            self._paper = QColor(colour)
            self.clear()

    def clear(self) -> None:
        """Forget all images; what was asked for is asked for anew by the next `want`."""
        self._kept.clear()
        self.n_bytes = self._soft_bytes = 0
        self._asked = []

    def sharpest_scale(self, number: int, scale: float) -> float:
        """Return the scale at which a page is really drawn: the wanted one, if it fits."""
        width, height = view_size(self._pages[number])
        most = sqrt(MAX_PAGE_BYTES / _BYTES_PER_PIXEL / (width * height))
        return min(scale, most)

    def best(self, number: int) -> PageImage | None:
        """Return the sharpest image there is of a page."""
        for soft in (False, True):
            if (number, soft) in self._kept:
                self._kept.move_to_end((number, soft))
                return self._kept[number, soft]
        return None

    def small(self, number: int) -> PageImage | None:
        """Return a small image of a page, made from the sharp one if need be."""
        sharp = self._kept.get((number, False))
        if (number, True) not in self._kept and sharp is not None:
            if sharp.scale <= SOFT_SCALE:
                return sharp
            self._put((number, True), _small_copy(sharp))
        return self._kept.get((number, True))

    def is_sharp(self, number: int, scale: float) -> bool:
        """Tell whether the image of a page has just this scale."""
        kept = self._kept.get((number, False))
        return kept is not None and abs(kept.scale - self.sharpest_scale(number, scale)) < _SAME

    def want(
        self, visible: Sequence[int], near: Sequence[int], far: Sequence[int], scale: float
    ) -> None:
        """Ask for pages; what was asked before and is not under way is dropped.

        Args:
            visible: Sheets on the screen, wanted at once.
            near: Sheets about to come, wanted sharp after these, nearest first.
            far: Sheets further on, of which a soft preview will do.
            scale: Pixels per point on the screen.
        """
        if self._source is None:
            return
        self._scale = scale
        if not self._has_pdf:
            self._draw_all(visible, scale)
            return
        key = self._source.uid
        self._draw_all([number for number in visible if number in self.problems], scale)
        wanted = self._that_fit((*visible, *near), scale, len(visible))
        sharp = [n for n in wanted if not self.is_sharp(n, scale)]
        soft = [n for n in (*far, *self.previews_wanted) if self.best(n) is None]
        asked = [
            *(RenderRequest(key, n, self.sharpest_scale(n, scale)) for n in sharp),
            *(RenderRequest(key, n, min(SOFT_SCALE, scale)) for n in soft),
        ]
        asked = [request for request in asked if request.page_number not in self.problems]
        if asked != self._asked:
            self._asked = asked
            self._renderer.request(asked)

    def _that_fit(self, numbers: Sequence[int], scale: float, at_least: int) -> list[int]:
        """Return the pages that fit into memory together, so that none pushes out another."""
        free = self._max_bytes * (1 - SOFT_SHARE)
        found: list[int] = []
        for number in numbers:
            width, height = view_size(self._pages[number])
            drawn = self.sharpest_scale(number, scale)
            free -= width * height * drawn**2 * _BYTES_PER_PIXEL
            if free < 0 and len(found) >= at_least:
                break
            found.append(number)
        return found

    def take(self) -> None:
        """Fetch what the renderer has finished."""
        for page in self._renderer.poll():
            wish = page.wish
            if self._source is None or wish.key != self._source.uid:
                continue
            self._asked = [each for each in self._asked if each != wish]
            if page.image is None:
                self._fail(wish.page_number, page.problem or "")
            else:
                self._keep(wish.page_number, PageImage(page.scale, self._copied(page, page.image)))

    def _fail(self, number: int, problem: str) -> None:
        if number not in self.problems:
            self.problems[number] = problem
            self.failed.emit(number, problem)

    def _copied(self, page: RenderedPage, pixels: memoryview) -> QImage:
        """Copy a picture, onto the colour of the paper."""
        width, height, form = page.width_px, page.height_px, QImage.Format
        theirs = QImage(pixels, width, height, width * _BYTES_PER_PIXEL, form.Format_RGBX8888)
        image = QImage(width, height, form.Format_RGB32)  # painted fastest
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(0, 0, theirs)
        if self._paper != QColor(Qt.GlobalColor.white):
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(image.rect(), self._paper)
        painter.end()
        return image

    def _draw_all(self, numbers: Sequence[int], scale: float) -> None:
        if self._draw_text is None:
            return
        for number in numbers:
            if not self.is_sharp(number, scale):
                drawn = self.sharpest_scale(number, scale)
                image = self._draw_text(number, drawn)
                self._keep(number, PageImage(drawn, image))

    def _keep(self, number: int, image: PageImage) -> None:
        wanted = self.sharpest_scale(number, self._scale)
        self._put((number, image.scale <= SOFT_SCALE < wanted), image)
        while self.n_bytes > self._max_bytes and len(self._kept) > 1:
            self._drop_one()
        self.arrived.emit(number)

    def _put(self, key: tuple[int, bool], image: PageImage) -> None:
        self._take_out(key)
        self._kept[key] = image
        self.n_bytes += image.n_bytes
        self._soft_bytes += image.n_bytes if key[1] else 0

    def _take_out(self, key: tuple[int, bool]) -> PageImage | None:
        image = self._kept.pop(key, None)
        if image is not None:
            self.n_bytes -= image.n_bytes
            self._soft_bytes -= image.n_bytes if key[1] else 0
        return image

    def _drop_one(self) -> None:
        """Drop the image not looked at for longest; of a sharp one a small copy stays.

        So a page seen before shows at once, if softly. The small ones get a share of the room
        of their own and never push out the sharp ones.
        """
        drops_soft = self._soft_bytes > self._max_bytes * SOFT_SHARE
        key = next((key for key in self._kept if key[1] == drops_soft), next(iter(self._kept)))
        image = self._take_out(key)
        number, is_soft = key
        if image is None or is_soft or (number, True) in self._kept or image.scale <= SOFT_SCALE:
            return
        self._put((number, True), _small_copy(image))


def _small_copy(image: PageImage) -> PageImage:
    size = (image.image.size() * (SOFT_SCALE / image.scale)).expandedTo(QSize(1, 1))
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return PageImage(SOFT_SCALE, small)
