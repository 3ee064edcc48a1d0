"""Page images: asked of the renderer nearest first, kept within a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import sqrt

from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage

from qualcode_app.pdf.client import Renderer, RenderRequest
from qualcode_app.ui.page.layout import view_size
from qualcode_app.ui.page.page_image import (
    BYTES_PER_PIXEL,
    SOFT_SCALE,
    PageImage,
    as_drawn,
    on_paper,
    small_copy,
)
from qualcode_app.ui.page.source import PageRow, PageSource
from qualcode_app.ui.page.tiles import Tiles

MAX_BYTES = 90_000_000
MAX_PAGE_BYTES = 20_000_000  # a larger page is drawn in parts, over a whole one of:
GROUND_BYTES = 8_000_000
TILES_SHARE = 0.67  # of the bytes, for such parts
SOFT_SHARE = 0.15  # of the bytes, for previews
READABLE_SCALE = 0.8  # pixels per point at which text can be read, if with trouble
STAND_IN_BYTES = 3_000_000  # at most, of the text of a page in place of its picture
STAND_IN_AFTER_MS = 25  # without a picture a page shows its text
_WORTH_READING = 200  # characters for which a soft picture gives way to text
_SAME = 1e-6


class _Bell(QObject):
    """Rung in the renderer's thread. It belongs to no window, so none can take it away then."""

    rung = Signal()

    def ring(self) -> None:
        """Tell it. Whoever keeps this method keeps the bell, which the bare signal would not."""
        self.rung.emit()


class PageImages(QObject):
    """The images of one document's pages, each sharp, soft or both.

    Whoever shows pages says with `want` which ones and how sharp; `arrived` tells that one
    came. Until then `best` gives the nearest older image, to be shown scaled.
    """

    arrived = Signal(int)  # sheet number
    taken = Signal()  # all that the renderer had finished has arrived
    failed = Signal(int, str)  # sheet number, why it cannot be shown as in the PDF

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
        self._kept_bytes = 0
        self._soft_bytes = 0
        self._tiles = Tiles(round(max_bytes * TILES_SHARE))
        self._stand_ins: dict[int, PageImage] = {}  # drawn from the stored text
        self._visible: Sequence[int] = ()
        self._source: PageSource | None = None
        self._pages: dict[int, PageRow] = {}
        self._has_pdf = False
        self._draw_text: Callable[[int, float], QImage] | None = None
        self.problems: dict[int, str] = {}
        self.previews_wanted: Sequence[int] = ()  # sheets somebody else shows small
        self._paper = QColor(Qt.GlobalColor.white)
        self._asked: list[RenderRequest] = []
        self._scale = 1.0  # what was last wanted, pixels per point
        self._late_timer = QTimer(self)
        self._late_timer.setSingleShot(True)
        self._late_timer.setInterval(STAND_IN_AFTER_MS)
        self._late_timer.timeout.connect(self._on_late_timer_timeout)
        self._bell = _Bell()
        self._bell.rung.connect(self.take, Qt.ConnectionType.QueuedConnection)
        self._ring = self._bell.ring

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
            self._renderer.told = self._ring
            self._renderer.open(source.uid, content)

    @property
    def n_bytes(self) -> int:
        """How much memory all of them take."""
        waiting = sum(image.n_bytes for image in self._stand_ins.values())
        return self._kept_bytes + self._tiles.n_bytes + waiting

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
        self._kept_bytes = self._soft_bytes = 0
        self._tiles.clear()
        self._stand_ins.clear()
        self._asked = []

    def sharpest_scale(self, number: int, scale: float) -> float:
        """Return the scale at which a page is drawn whole: the wanted one, if it is not large."""
        width, height = view_size(self._pages[number])
        if width * height * scale**2 * BYTES_PER_PIXEL <= MAX_PAGE_BYTES:
            return scale
        return sqrt(GROUND_BYTES / BYTES_PER_PIXEL / (width * height))

    def best(self, number: int) -> PageImage | None:
        """Return the image of a page that shows most: sharp, its text, or soft."""
        if (number, False) in self._kept:
            self._kept.move_to_end((number, False))
            return self._kept[number, False]
        if number in self._stand_ins:
            return self._stand_ins[number]
        if (number, True) in self._kept:
            self._kept.move_to_end((number, True))
        return self._kept.get((number, True))

    def parts(self, number: int) -> Iterator[tuple[QRectF, QImage]]:
        """Yield the sharp parts of a large page with their places, in points of its view."""
        return self._tiles.of(number)

    def small(self, number: int) -> PageImage | None:
        """Return a small image of a page, made from the sharp one if need be."""
        sharp = self._kept.get((number, False))
        if (number, True) not in self._kept and sharp is not None:
            if sharp.scale <= SOFT_SCALE:
                return sharp
            self._put((number, True), small_copy(sharp))
        return self._kept.get((number, True))

    def is_sharp(self, number: int, scale: float) -> bool:
        """Tell whether a page, or what is in sight of a large one, is drawn at just this scale."""
        whole = self.sharpest_scale(number, scale)
        return self._has(number, whole) and (whole == scale or self._tiles.covers(number))

    def is_readable(self, number: int) -> bool:
        """Tell whether there is an image of a page that shows its text."""
        best = self.best(number)
        return best is not None and (
            best.scale >= READABLE_SCALE
            or number in self._stand_ins
            or self._pages[number].n_chars < _WORTH_READING
        )

    def want(
        self,
        visible: Mapping[int, QRect],
        near: Sequence[int],
        far: Sequence[int],
        scale: float,
    ) -> None:
        """Ask for pages; what was asked before and is not under way is dropped.

        Args:
            visible: Sheets on the screen, wanted at once, and which pixels of each are seen.
            near: Sheets about to come, wanted sharp after these, nearest first.
            far: Sheets further on, of which a soft preview will do.
            scale: Pixels per point on the screen.
        """
        if self._source is None:
            return
        self._scale, self._visible = scale, tuple(visible)
        self._stand_ins = {n: i for n, i in self._stand_ins.items() if n in visible or n in near}
        if not self._has_pdf:
            self._draw_all(self._visible, scale)
            return
        self._draw_all([number for number in visible if number in self.problems], scale)
        asked = self._asked_for(visible, near, far)
        if asked != self._asked:
            self._asked = asked
            self._renderer.request(asked)
        if asked and not self._late_timer.isActive() and not all(map(self.is_readable, visible)):
            self._late_timer.start()

    def _asked_for(
        self, visible: Mapping[int, QRect], near: Sequence[int], far: Sequence[int]
    ) -> list[RenderRequest]:
        """Return what is missing, most wanted first."""
        assert self._source is not None  # noqa: S101  the caller looked
        key, scale = self._source.uid, self._scale
        large = {n: view for n, view in visible.items() if self.sharpest_scale(n, scale) < scale}
        room = self._max_bytes * (1 - SOFT_SHARE - (TILES_SHARE if large else 0))
        fitting = self._that_fit((*visible, *near), room, len(visible))
        whole = [
            RenderRequest(key, n, drawn)
            for n in fitting
            if not self._has(n, drawn := self.sharpest_scale(n, scale))
        ]
        tiles = self._tiles.look_at(large, scale)
        parts = [RenderRequest(key, at.number, self._tiles.scale, at.clip) for at in tiles]
        soft = [
            RenderRequest(key, n, min(SOFT_SCALE, scale))
            for n in (*far, *self.previews_wanted)
            if (n, False) not in self._kept and (n, True) not in self._kept
        ]
        first = [each for each in whole if each.page_number in visible]
        then = [each for each in whole if each.page_number not in visible]
        asked = [*first, *parts, *then, *soft]
        return [request for request in asked if request.page_number not in self.problems]

    def _has(self, number: int, scale: float) -> bool:
        kept = self._kept.get((number, False))
        return kept is not None and abs(kept.scale - scale) <= _SAME

    def stand_in(self, number: int) -> None:
        """Show the stored text of a page, where nothing better can be read on it by now."""
        if self._draw_text is None or not self._has_pdf or self.is_readable(number):
            return
        width, height = view_size(self._pages[number])
        scale = min(self._scale, sqrt(STAND_IN_BYTES / BYTES_PER_PIXEL / (width * height)))
        self._stand_ins[number] = PageImage(scale, self._draw_text(number, scale))
        self._trim()
        self.arrived.emit(number)

    def _on_late_timer_timeout(self) -> None:
        for number in self._visible:
            self.stand_in(number)

    def _that_fit(self, numbers: Sequence[int], free: float, at_least: int) -> list[int]:
        """Return the pages that fit into memory together, so that none pushes out another."""
        found: list[int] = []
        for number in numbers:
            width, height = view_size(self._pages[number])
            drawn = self.sharpest_scale(number, self._scale)
            free -= width * height * drawn**2 * BYTES_PER_PIXEL
            if free < 0 and len(found) >= at_least:
                break
            found.append(number)
        return found

    def take(self) -> None:
        """Fetch what the renderer has finished, unless another view has it by now."""
        if self._renderer.told is not self._ring:
            return
        for page in self._renderer.poll():
            wish = page.wish
            if self._source is None or wish.key != self._source.uid:
                continue
            self._asked = [each for each in self._asked if each != wish]
            if page.image is None:
                self._fail(wish.page_number, page.problem or "")
                continue
            theirs = as_drawn(page, page.image)
            if self._is_awaited(wish):
                self._keep(wish.page_number, PageImage(page.scale, theirs))
                self.taken.emit()  # painted from where it was drawn, and copied after that
                self._replace(wish.page_number, theirs, on_paper(theirs, self._paper))
                continue
            image = on_paper(theirs, self._paper)
            if wish.clip is None:
                self._keep(wish.page_number, PageImage(page.scale, image))
            elif wish.scale == self._tiles.scale:
                self._tiles.put(wish.clip, wish.page_number, image)
                self._trim()
                self.arrived.emit(wish.page_number)
        self.taken.emit()

    def _fail(self, number: int, problem: str) -> None:
        if number not in self.problems:
            self.problems[number] = problem
            self.failed.emit(number, problem)

    def _is_awaited(self, wish: RenderRequest) -> bool:
        """Tell whether a picture goes onto the screen as it is, where nothing can be read yet."""
        return (
            wish.clip is None
            and wish.scale > SOFT_SCALE
            and wish.page_number in self._visible
            and self._paper == QColor(Qt.GlobalColor.white)
            and not self.is_readable(wish.page_number)
        )

    def _replace(self, number: int, borrowed: QImage, own: QImage) -> None:
        """Keep a copy of a picture in place of one that the child is about to draw over."""
        kept = self._kept.get((number, False))
        if kept is not None and kept.image is borrowed:
            self._kept[number, False] = PageImage(kept.scale, own)

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
        is_soft = image.scale <= SOFT_SCALE < wanted
        self._put((number, is_soft), image)
        if not is_soft:
            self._stand_ins.pop(number, None)
        self._trim()
        self.arrived.emit(number)

    def _trim(self) -> None:
        if self.n_bytes > self._max_bytes:
            self._stand_ins = {n: i for n, i in self._stand_ins.items() if n in self._visible}
        while self.n_bytes > self._max_bytes and len(self._kept) > 1:
            self._drop_one()

    def _put(self, key: tuple[int, bool], image: PageImage) -> None:
        self._take_out(key)
        self._kept[key] = image
        self._kept_bytes += image.n_bytes
        self._soft_bytes += image.n_bytes if key[1] else 0

    def _take_out(self, key: tuple[int, bool]) -> PageImage | None:
        image = self._kept.pop(key, None)
        if image is not None:
            self._kept_bytes -= image.n_bytes
            self._soft_bytes -= image.n_bytes if key[1] else 0
        return image

    def _drop_one(self) -> None:
        """Drop the image not looked at for longest; of a sharp one a small copy stays.

        So a page seen before shows at once, if softly. The small ones get a share of the room
        of their own and never push out the sharp ones.
        """
        drops_soft = self._soft_bytes > self._max_bytes * SOFT_SHARE
        unseen = [key for key in self._kept if key[0] not in self._visible]
        alike = [key for key in unseen if key[1] == drops_soft]
        key = next(iter([*alike, *unseen, *self._kept]))
        image = self._take_out(key)
        number, is_soft = key
        if image is None or is_soft or (number, True) in self._kept or image.scale <= SOFT_SCALE:
            return
        self._put((number, True), small_copy(image))
