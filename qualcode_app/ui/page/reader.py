"""Reading: zoom, two pages beside each other, going to places and back."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QPointF, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.pdf.client import Renderer
from qualcode_app.ui.page.canvas import EYE_SHARE, LINE_PX, PageCanvas
from qualcode_app.ui.page.colours import PageColours
from qualcode_app.ui.page.history import History, Place
from qualcode_app.ui.page.layout import (
    PX_PER_PT,
    PageLayout,
    clamped,
    fit_page,
    fit_width,
    view_size,
)
from qualcode_app.ui.page.scene import PlacePx, Scene

ZOOM_STEP = 1.1
REFIT_AFTER_MS = 120  # one look at a wider page in passing is no reason to change the zoom


class Fit(Enum):
    """What the zoom follows when the window changes."""

    FREE = 0
    WIDTH = 1
    PAGE = 2


class PageReader(PageCanvas):
    """A canvas that places its pages and brings any place of them into sight."""

    zoom_changed = Signal(float)  # 1.0 is 100 %
    document_shown = Signal()  # another document, or none
    place_wished = Signal(object)  # Place in another document, gone back or forward to

    def __init__(
        self, colours: PageColours, renderer: Renderer, parent: QWidget | None = None
    ) -> None:
        super().__init__(colours, renderer, parent)
        self.history = History()
        self._goes = False  # back or forward to another document: that is no jump of its own
        self._fit = Fit.WIDTH
        self._scale = PX_PER_PT
        self._told_scale = 0.0
        self._column_pt = 0.0  # width of the page being read when the pages were last fitted
        self._refit_timer = QTimer(self)
        self._refit_timer.setSingleShot(True)
        self._refit_timer.setInterval(REFIT_AFTER_MS)
        self._refit_timer.timeout.connect(self._on_refit_timer_timeout)
        self.page_changed.connect(self._on_current_page_changed)

    def show_scene(self, scene: Scene | None) -> None:
        """Show another document from its first page."""
        before = self.scene.source.uid if self.scene is not None else ""
        if before and scene is not None and scene.source.uid != before and not self._goes:
            self.history.leave(self.here())
        self.take_scene(scene)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.refresh()
        self.look()
        self.document_shown.emit()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay the pages out for the new width; the place being read stays."""
        self._lay_out(self._eye())

    @property
    def zoom(self) -> float:
        """The zoom; 1.0 is 100 %, a page as large as on paper."""
        return self._scale / PX_PER_PT

    @property
    def fit(self) -> Fit:
        """What the zoom follows."""
        return self._fit

    def set_zoom(self, zoom: float, at: QPoint | None = None) -> None:
        """Zoom to a share of the size on paper; the point of the viewport given stays in place."""
        self._set_fit(Fit.FREE, clamped(zoom * PX_PER_PT), at)

    def zoom_in(self, at: QPoint | None = None) -> None:
        """Show everything one step larger."""
        self.set_zoom(self.zoom * ZOOM_STEP, at)

    def zoom_out(self, at: QPoint | None = None) -> None:
        """Show everything one step smaller."""
        self.set_zoom(self.zoom / ZOOM_STEP, at)

    def fit_width(self) -> None:
        """Let the page being read and its margin fill the width, now and from now on."""
        self._set_fit(Fit.WIDTH, self._scale)

    def fit_page(self) -> None:
        """Show whole pages, now and when the window changes."""
        self._set_fit(Fit.PAGE, self._scale)

    def set_columns(self, columns: int) -> None:
        """Show one page or two beside each other."""
        self._columns = columns
        self._lay_out(self._eye())

    def _set_fit(self, fit: Fit, scale: float, at: QPoint | None = None) -> None:
        place = self._eye(at)
        self._fit, self._scale = fit, scale
        self._lay_out(place)

    def _eye(self, at: QPoint | None = None) -> tuple[Place, QPoint] | None:
        """Return a point of a page and where in the viewport it is, to find it back later."""
        if self.scene is None:
            return None
        if at is None:
            at = QPoint(self.viewport().width() // 2, 0)
        point = self.offset() + at
        slot = self.scene.layout.nearest(point.x(), point.y())
        if slot is None:
            return None
        x_pt, y_pt = self.scene.layout.to_page(slot, point.x(), point.y())
        return Place(slot.index, x_pt, y_pt, self.scene.source.uid), at

    def _lay_out(self, kept: tuple[Place, QPoint] | None = None) -> None:
        """Place the pages for the present zoom and width; a place given goes back where it was."""
        if self.scene is None:
            self.verticalScrollBar().setRange(0, 0)
            self.horizontalScrollBar().setRange(0, 0)
            return
        pages, margin = self.scene.source.pages, self.margin_style.width_px
        size = (self.viewport().width(), self.viewport().height())
        if self._fit is Fit.WIDTH:
            self._column_pt = self._width_read()
            fitted = [pages[self._index_read()]] if pages and self._columns == 1 else pages
            self._scale = fit_width(fitted, size[0], margin, self._columns)
        elif self._fit is Fit.PAGE:
            self._column_pt = 0.0
            self._scale = fit_page(pages, size, margin, self._columns)
        layout = PageLayout(
            pages, self._scale, size[0], margin, self._columns, column_pt=self._column_pt
        )
        self.scene.layout = layout
        self._set_range(layout, size)
        if kept is not None:
            self._put(*kept)
        if self._fit is Fit.WIDTH:
            self.horizontalScrollBar().setValue(0)
        self.refresh()
        self.look()
        if self._told_scale != self._scale:
            self._told_scale = self._scale
            self.zoom_changed.emit(self.zoom)

    def _index_read(self) -> int:
        return self.index_of(self.current_page)

    def _width_read(self) -> float:
        """Return the width of the page being read, in points."""
        pages = self.scene.source.pages if self.scene is not None else ()
        return view_size(pages[self._index_read()])[0] if pages else 0.0

    def _on_current_page_changed(self, _number: int) -> None:
        self._refit_timer.start()

    def _on_refit_timer_timeout(self) -> None:
        """Fit the width of the page being read, when it is another than the one fitted."""
        if self._fit is Fit.WIDTH and self._columns == 1 and self._width_read() != self._column_pt:
            height = round(self.viewport().height() * EYE_SHARE)
            eye = self._eye(QPoint(0, height))
            if eye is not None:
                place, at = eye  # a gap does not grow with the pages, so stay on the page itself
                self._lay_out((Place(place.index, 0.0, max(0.0, place.y_pt)), at))

    def _set_range(self, layout: PageLayout, size: tuple[int, int]) -> None:
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(max(LINE_PX, size[1] - LINE_PX))
        vertical.setRange(0, max(0, layout.height_px - size[1]))
        horizontal.setPageStep(size[0])
        horizontal.setRange(0, max(0, layout.width_px - size[0]))

    def _put(self, place: Place, at: QPoint) -> None:
        """Scroll so that a point of a page comes to a point of the viewport."""
        if self.scene is None or place.index >= len(self.scene.layout.slots):
            return
        slot = self.scene.layout.slots[place.index]
        scale = self.scene.layout.scale
        point = QPointF(slot.x_px + place.x_pt * scale, slot.y_px + place.y_pt * scale)
        self.horizontalScrollBar().setValue(round(point.x()) - at.x())
        self.verticalScrollBar().setValue(round(point.y()) - at.y())

    def here(self) -> Place:
        """Return the point of the document at the top of the window."""
        eye = self._eye()
        return eye[0] if eye else Place(0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow larger or smaller letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.set_label_font(self.font())
            self._lay_out(self._eye())

    def viewportEvent(self, event: QEvent) -> bool:
        """Ask for finer or coarser images when the window comes to another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.look()
            self.refresh()
        return super().viewportEvent(event)

    def go_to_page(self, number: int) -> None:
        """Show a sheet from its top."""
        if self.scene is None or not self.scene.source.pages:
            return
        self.history.leave(self.here())
        slot = self.scene.layout.slots[self.index_of(number)]
        self.verticalScrollBar().setValue(slot.y_px - LINE_PX // 4)

    def go_to_start(self) -> None:
        """Go to the first page."""
        self.history.leave(self.here())
        self.verticalScrollBar().setValue(0)

    def go_to_end(self) -> None:
        """Go to the end of the last page."""
        self.history.leave(self.here())
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def scroll_on(self) -> None:
        """Scroll down by what the window shows."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())

    def scroll_back(self) -> None:
        """Scroll up by what the window shows."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - bar.pageStep())

    def next_page(self) -> None:
        """Go to the next page, or to the next pair of pages."""
        self._turn(self._columns)

    def previous_page(self) -> None:
        """Go to the page before, or to the pair before."""
        self._turn(-self._columns)

    def _turn(self, step: int) -> None:
        if self.scene is None or not self.scene.source.pages:
            return
        pages = self.scene.source.pages
        index = min(max(self.index_of(self.current_page) + step, 0), len(pages) - 1)
        slot = self.scene.layout.slots[index]
        self.verticalScrollBar().setValue(slot.y_px - LINE_PX // 4)

    def back(self) -> None:
        """Go back to where the last jump began."""
        self._go(self.history.back(self.here()))

    def forward(self) -> None:
        """Undo going back."""
        self._go(self.history.forward(self.here()))

    def stand_at(self, place: Place) -> None:
        """Scroll so that a place of this document is at the top of the window again."""
        self._put(place, QPoint(self.viewport().width() // 2, 0))

    def _go(self, place: Place | None) -> None:
        if place is None or self.scene is None:
            return
        if place.document_uid == self.scene.source.uid:
            self.stand_at(place)
            return
        self._goes = True
        self.place_wished.emit(place)
        self._goes = False

    def bring_into_sight(self, anchor: TextAnchor) -> bool:
        """Scroll as little as puts the start of a range into the middle third of the window.

        Returns:
            Whether it was necessary to scroll.
        """
        if self.scene is None:
            return False
        place = self.scene.place_px(anchor)
        if place is None:
            return False
        bar, height = self.verticalScrollBar(), self.viewport().height()
        before = bar.value()
        if place.top - before < height / 3:
            bar.setValue(round(place.top - height / 3))
        elif place.bottom - before > height * 2 / 3:
            bar.setValue(round(min(place.top - height / 3, place.bottom - height * 2 / 3)))
        self.bring_across(place)
        return bar.value() != before

    def shows_start_of(self, anchor: TextAnchor) -> bool:
        """Tell whether the first line of a range is in the window."""
        place = self.scene.place_px(anchor) if self.scene is not None else None
        shown = self.verticalScrollBar().value()
        return place is not None and shown <= place.top < shown + self.viewport().height()

    def keep_in_sight(self, anchor: TextAnchor | None) -> None:
        """Scroll only when a place is outside the window."""
        place = self.scene.place_px(anchor) if self.scene is not None and anchor else None
        if place is None or anchor is None:
            return
        shown = self.verticalScrollBar().value()
        if place.top < shown or place.bottom > shown + self.viewport().height():
            self.bring_into_sight(anchor)
        else:
            self.bring_across(place)

    def bring_across(self, place: PlacePx) -> None:
        """Scroll to the side as little as shows a place; of one too wide its left end."""
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        left, right = place.left - LINE_PX // 2, place.right + LINE_PX // 2
        if place.slot.right_px - place.slot.x_px <= width:  # the whole page can be seen
            left, right = place.slot.x_px, place.slot.right_px
        if left < bar.value() or right - left > width:
            bar.setValue(round(left))
        elif right > bar.value() + width:
            bar.setValue(round(right - width))
