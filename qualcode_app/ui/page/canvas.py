"""The scrolled sheet of pages: painting, zoom, going to places. It knows no mouse and no keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, floor
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.pdf.client import Renderer
from qualcode_app.ui.page import margin_changes
from qualcode_app.ui.page.colours import PageColours
from qualcode_app.ui.page.images import PageImages
from qualcode_app.ui.page.layout import PageSlot
from qualcode_app.ui.page.margin_painter import MarginPainter
from qualcode_app.ui.page.painter import PagePainter
from qualcode_app.ui.page.scene import Scene
from qualcode_app.ui.page.stripes import MarginStyle, Piece
from qualcode_app.ui.page.text_page import draw_text_page

LINE_PX = 40
PREPARE_EVERY_MS = 4
PREPARE_AFTER_MS = 25  # while pages in sight are still to come: they go first
NEAR_AHEAD, NEAR_BEHIND = 2, 1
FAR_AHEAD, FAR_BEHIND = 6, 2
BELOW_PX = 90  # labels can be pushed so far below their page
EDGE_PX = 4  # around a page
AROUND_PX = 12  # outlines, grips and numbers reach so far beyond the lines they belong to
SMOOTH_PX = 2  # smooth edges reach so far beyond their shape
MOVING_S = 1.0  # after the last step of a scroll
EYE_SHARE = 1 / 3  # the page at this height of the window is the one being read


class PageCanvas(QAbstractScrollArea):
    """Shows a scene's pages below each other and asks for their images."""

    page_changed = Signal(int)  # sheet number of the page being read
    page_unreadable = Signal(int, str)  # sheet number, reason in English

    def __init__(
        self, colours: PageColours, renderer: Renderer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self.images = PageImages(renderer, self)
        self.images.set_paper(colours.page)
        self._pages = PagePainter(self.images, colours)
        self._margins = MarginPainter(colours, self.font())
        self._columns = 1
        self._forwards = True
        self._page_number = 0
        self._scrolled_at = 0.0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Always there: one that comes with the first page would lay all pages out twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(LINE_PX)
        self.horizontalScrollBar().setSingleStep(LINE_PX)
        self._ahead: Iterator[None] = iter(())
        self._ahead_of = range(0)
        self._former: object = None  # of the document before: freeing it takes a millisecond
        self._ahead_timer = QTimer(self)
        self._ahead_timer.timeout.connect(self._on_ahead_timer_timeout)
        self.images.arrived.connect(self._on_images_arrived)
        self.images.taken.connect(self._on_images_taken)
        self.images.failed.connect(self._on_images_failed)

    def take_scene(self, scene: Scene | None) -> None:
        """Paint another document from now on; whoever places its pages calls this first."""
        self._former = self.scene, self._pages.forget()
        self.scene = scene
        self._page_number = 0
        self._ahead, self._ahead_of = iter(()), range(0)
        self.images.set_document(scene.source if scene else None, self._draw_text)

    def _draw_text(self, number: int, scale: float) -> QImage:
        assert self.scene is not None  # noqa: S101  images are asked for while a scene is shown
        return draw_text_page(self.scene.glyphs, self.index_of(number), scale, self._pages.colours)

    def set_colours(self, colours: PageColours) -> None:
        """Show everything in the colours of another theme."""
        self._pages.set_colours(colours)
        self._margins.colours = colours
        self.images.set_paper(colours.page)
        self.refresh()
        self.look()

    @property
    def moves_shown(self) -> bool:
        """Whether things may flash."""
        return self._pages.colours.moves_shown

    def show_initials(self, shown: bool) -> None:
        """Write the coder's initials before the key on the labels."""
        self._margins.initials_shown = shown
        self.refresh()

    def index_of(self, number: int) -> int:
        """Return the index of a sheet."""
        if self.scene is None:
            return 0
        pages = self.scene.source.pages
        if 0 < number <= len(pages) and pages[number - 1].number == number:
            return number - 1
        return next((at for at, page in enumerate(pages) if page.number == number), 0)

    @property
    def margin_style(self) -> MarginStyle:
        """How the margin looks at the width there is."""
        return self._margins.style(self.viewport().width() // self._columns)

    def set_label_font(self, font: QFont) -> None:
        """Write labels in this font; whoever places the pages lays them out again."""
        self._margins.set_font(font)

    def refresh(self) -> None:
        """Paint everything anew."""
        self.viewport().update()

    def refresh_marks(self, touched: Mapping[int, TextAnchor | None]) -> None:
        """Paint anew some text of pages, None being all of it, and what of the margin changed."""
        self.refresh_text(touched)
        if self.scene is None:
            return
        for index in set(touched) & set(self.in_sight()):
            self._refresh_margin(index, self.scene.margin_changes(index, self.margin_style))

    def refresh_coding(self, uid: str) -> None:
        """Paint one coding anew, in the text and in the margin."""
        scene = self.scene
        shown = scene.highlights.get(uid) if scene is not None else None
        if scene is None or shown is None:
            return
        places = scene.highlights.places_of(shown)
        self.refresh_text(places)
        for index in set(places) & set(self.in_sight()):
            margin = scene.margin(index, self.margin_style)
            self._refresh_margin(index, margin_changes.of_codings(margin, [uid]))

    def _refresh_margin(self, index: int, pieces: Iterable[Piece]) -> None:
        """Paint anew what of a margin stands at some heights below the top of its page."""
        beside, top = self._margin_rect(index), self._page_rect(index).top()
        for high, low in pieces:
            piece = QRect(beside)
            if high > beside.top() - top:
                piece.setTop(top + floor(high) - SMOOTH_PX)
            if low < beside.bottom() - top:
                piece.setBottom(top + ceil(low) + SMOOTH_PX)
            self.viewport().update(piece & beside)

    def refresh_text(self, touched: Mapping[int, TextAnchor | None]) -> None:
        """Paint some text of pages anew, as far as it is in sight; None is all of a page."""
        if self.scene is None:
            return
        for index in set(touched) & set(self.in_sight()):
            page, text = self._page_rect(index), touched[index]
            if text is not None:
                top, bottom = self.scene.height_px(index, text)
                page.setBottom(page.top() + bottom + AROUND_PX)
                page.setTop(page.top() + top - AROUND_PX)
            self.viewport().update(page.adjusted(-EDGE_PX, -EDGE_PX, EDGE_PX, EDGE_PX))

    def _page_rect(self, index: int) -> QRect:
        """Return where a page is in the viewport."""
        assert self.scene is not None  # noqa: S101  there are pages while a scene is shown
        slot = self.scene.layout.slots[index]
        page = QRect(slot.x_px, slot.y_px, slot.width_px, slot.height_px)
        return page.translated(-self.offset())

    def _margin_rect(self, index: int) -> QRect:
        """Return where what stands beside a page is in the viewport."""
        assert self.scene is not None  # noqa: S101  there are pages while a scene is shown
        beside = self._page_rect(index)
        margin_px = self.scene.layout.margin_x_px(self.scene.layout.slots[index])
        beside.setLeft(margin_px - self.offset().x())
        beside.setWidth(self.margin_style.width_px)
        return beside.adjusted(0, -EDGE_PX, EDGE_PX, BELOW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what was uncovered or changed."""
        painter = QPainter(self.viewport())
        try:
            painter.setClipRegion(event.region())
            painter.fillRect(event.rect(), QColor(self._pages.colours.page_backdrop))
            if self.scene is not None:
                self._paint_pages(painter, self.scene, event.region())
        finally:
            painter.end()  # a painter left open by a mistake would end the process

    def _paint_pages(self, painter: QPainter, scene: Scene, region: QRegion) -> None:
        top = region.boundingRect().top() + self.offset().y()
        style = self.margin_style
        for index in scene.layout.between(top - BELOW_PX, top + region.boundingRect().height()):
            page, beside = self._page_rect(index), self._margin_rect(index)
            clip = region.intersected(page.adjusted(-EDGE_PX, 0, EDGE_PX, 0)).boundingRect()
            if not clip.isEmpty():
                painter.save()
                painter.translate(page.topLeft())
                slot = scene.layout.slots[index]
                self._pages.paint(painter, scene, slot, clip.translated(-page.topLeft()))
                painter.restore()
            uncovered = region.intersected(beside)
            if not uncovered.isEmpty():
                corner = QPoint(beside.left(), page.top())
                painter.save()
                painter.translate(corner)
                margin = scene.margin(index, style)
                self._margins.paint(painter, scene, margin, uncovered.translated(-corner))
                painter.restore()

    def _on_images_arrived(self, number: int) -> None:
        if (index := self.index_of(number)) in self.in_sight():
            self.viewport().update(self._page_rect(index))

    def _on_images_taken(self) -> None:
        """Paint now: a page somebody waits for goes before whatever else waits for its turn."""
        QApplication.sendPostedEvents(self.window(), QEvent.Type.UpdateRequest)
        if self._ahead_timer.isActive():
            self._ahead_timer.start(PREPARE_EVERY_MS)

    def _on_images_failed(self, number: int, reason: str) -> None:
        self.page_unreadable.emit(number, reason)
        self.look()

    def offset(self) -> QPoint:
        """Return the content pixel at the viewport's top left corner."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: D102
        if dy:
            self._forwards = dy < 0
        self._scrolled_at = monotonic()
        self.viewport().scroll(dx, dy)
        self.look()

    @property
    def is_moving(self) -> bool:
        """Whether somebody scrolls: what can wait is left until that is over."""
        return monotonic() - self._scrolled_at < MOVING_S

    def in_sight(self) -> range:
        """Return the indexes of the pages of which something shows."""
        if self.scene is None:
            return range(0)
        top = self.verticalScrollBar().value()
        return self.scene.layout.between(top, top + self.viewport().height())

    def look(self) -> None:
        """Ask for the images that are or will soon be in sight, and tell the page being read."""
        if self.scene is None:
            return
        pages, sight = self.scene.source.pages, self.in_sight()
        if not sight:
            return
        ahead = range(sight.stop, min(len(pages), sight.stop + FAR_AHEAD))
        behind = range(sight.start - 1, max(-1, sight.start - 1 - FAR_BEHIND), -1)
        if not self._forwards:
            ahead = range(sight.start - 1, max(-1, sight.start - 1 - FAR_AHEAD), -1)
            behind = range(sight.stop, min(len(pages), sight.stop + FAR_BEHIND))
        near = [*ahead[:NEAR_AHEAD], *behind[:NEAR_BEHIND]]
        far = (*ahead[NEAR_AHEAD:], *behind[NEAR_BEHIND:])
        self.images.want(
            {pages[at].number: self._seen_of(self.scene.layout.slots[at]) for at in sight},
            [pages[at].number for at in near],
            [pages[at].number for at in far],
            self.scene.layout.scale * self.devicePixelRatioF(),
        )
        if sight != self._ahead_of:
            self._ahead_of = sight
            self._ahead = self._prepared(self.scene, near)
            self._ahead_timer.start(
                PREPARE_AFTER_MS if self.images.is_waiting else PREPARE_EVERY_MS
            )
        if self.current_page != self._page_number:
            self._page_number = self.current_page
            self.page_changed.emit(self._page_number)

    def _seen_of(self, slot: PageSlot) -> QRect:
        """Return the part of a page that is in sight, in pixels of the screen."""
        origin = QPoint(slot.x_px, slot.y_px) - self.offset()
        page = QRect(0, 0, slot.width_px, slot.height_px)
        seen = page & self.viewport().rect().translated(-origin)
        ratio = self.devicePixelRatioF()
        return QRectF(
            seen.x() * ratio, seen.y() * ratio, seen.width() * ratio, seen.height() * ratio
        ).toAlignedRect()

    def _prepared(self, scene: Scene, indexes: Sequence[int]) -> Iterator[None]:
        """Work out in small steps what the highlights of coming pages look like."""
        self._former = None
        yield
        for index in indexes:
            yield from scene.highlights.prepare(index)
            yield
            yield from self._pages.prepare(scene, index)
            yield
            scene.margin(index, self.margin_style)
            yield
        for index in indexes:  # the pictures had time to come meanwhile
            self.images.stand_in(scene.source.pages[index].number)
            yield

    def _on_ahead_timer_timeout(self) -> None:
        self._ahead_timer.setInterval(PREPARE_EVERY_MS)
        try:
            next(self._ahead)
        except StopIteration:
            self._ahead_timer.stop()

    @property
    def current_page(self) -> int:
        """The sheet being read, or 0 without a document."""
        if self.scene is None or not self.scene.source.pages:
            return 0
        y = self.verticalScrollBar().value() + self.viewport().height() * EYE_SHARE
        slot = self.scene.layout.nearest(0, y)
        return self.scene.source.pages[slot.index].number if slot else 0
