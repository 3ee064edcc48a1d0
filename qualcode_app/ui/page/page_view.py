"""The page view of the coding work space: reading, selecting, and seeing codings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.pdf.client import Renderer
from qualcode_app.ui.page.colours import PageColours
from qualcode_app.ui.page.drags import Drags
from qualcode_app.ui.page.gestures import Gestures
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.hover import Hover
from qualcode_app.ui.page.key_modes import AreaMode, EdgeMode, KeyMode, first_area
from qualcode_app.ui.page.keys import Keys
from qualcode_app.ui.page.reader import ZOOM_STEP, PageReader
from qualcode_app.ui.page.scene import Scene
from qualcode_app.ui.page.source import PageSource
from qualcode_app.ui.page.spoken_page import SpokenPage

FLASH_MS = 900
_NOTCH = 120  # of a mouse wheel


class PageView(PageReader):
    """Shows one document's pages with its codings; tells what the reader selects and clicks."""

    selection_changed = Signal(object)  # TextAnchor or None
    coding_clicked = Signal(list)  # uids of the codings at that place, topmost first
    nothing_clicked = Signal()  # a click beside all codings
    code_dropped = Signal(str, object)  # uid of the code, TextAnchor or None for the area drawn
    edge_moved = Signal(str, object)  # uid of the active coding, its new TextAnchor
    area_drawn = Signal(object)  # PageArea
    area_moved = Signal(str, object)  # uid of the active coding, its new PageArea

    mode: KeyMode | None = None  # what the keys work on just now; events come before __init__ ends

    def __init__(
        self, colours: PageColours, renderer: Renderer, parent: QWidget | None = None
    ) -> None:
        super().__init__(colours, renderer, parent)
        self.words_of: Callable[[str], str] = lambda _uid: ""  # of a coding under the pointer
        self._hover = Hover(self)
        self._gestures = Gestures(self, self._hover)
        self._drags = Drags(self)
        self._keys = Keys(self)
        self._told: TextAnchor | None = None  # the selection last told
        self._flash_timer = QTimer(self)
        self._flash_timer.setSingleShot(True)
        self._flash_timer.setInterval(FLASH_MS)
        self._flash_timer.timeout.connect(self._on_flash_timer_timeout)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Pages"))
        self._spoken: SpokenPage | None = None
        self.page_changed.connect(self._on_page_changed)
        self.page_changed.connect(self._speak)

    # The document and its codings

    def set_document(self, source: PageSource | None) -> None:
        """Show a document from its first page, without codings; None shows an empty ground."""
        self._hover.leave()
        self.end_mode()
        self.show_scene(Scene(source) if source is not None else None)
        self._speak()
        self._tell_selection()

    def set_codings(self, highlights: Sequence[Highlight]) -> None:
        """Show these codings and no others."""
        if self.scene is not None:
            self.scene.highlights.replace_all(highlights)
            self.scene.forget_margins()
            self.refresh()
            self._speak()

    def patch_codings(self, added: Iterable[Highlight], removed: Iterable[str]) -> None:
        """Add, change (same uid) and remove single codings; costs only the pages they touch."""
        if self.scene is not None:
            self.refresh_marks(self.scene.highlights.patch(added, removed))
            self._speak()

    def set_active(self, uid: str | None) -> None:
        """Outline one coding and mark its stripe and label."""
        scene = self.scene
        if scene is None or scene.active_uid == uid:
            return
        for each in (scene.active_uid, uid):
            if each is not None:
                self.refresh_coding(each)
        scene.active_uid = uid

    def set_found(self, hits: Sequence[TextAnchor], current: TextAnchor | None = None) -> None:
        """Mark the hits of a search, one of them as the current one."""
        if self.scene is not None:
            self.scene.found = sorted(hits)
            self.scene.current_hit = current
            self.refresh()

    # Selecting

    def selection(self) -> TextAnchor | None:
        """Return the selected range."""
        return self.scene.selection.range if self.scene is not None else None

    def selection_holes(self) -> tuple[TextAnchor, ...]:
        """Return the running heads and footnotes the selection leaps over."""
        return self.scene.selection.holes() if self.scene is not None else ()

    def select(self, anchor: TextAnchor | None) -> None:
        """Select a range, or nothing."""
        if self.scene is None:
            return
        if anchor is None:
            self.scene.selection.clear()
        else:
            self.scene.selection.take(anchor)
        self.tell_selection()

    def tell_selection(self) -> None:
        """Paint the selection and tell it when it is another one."""
        scene = self.scene
        if scene is None or scene.caret_shown:
            self.refresh()
        else:
            for anchor in (self._told, self.selection()):
                if anchor is not None:
                    parts = scene.glyphs.parts(anchor)
                    self.refresh_text({p.index: TextAnchor(p.start, p.end) for p in parts})
        self._tell_selection()

    def _tell_selection(self) -> None:
        if self.selection() != self._told:
            self._told = self.selection()
            self.selection_changed.emit(self._told)

    def next_unit(self) -> None:
        """Select the next sentence or list item; the page follows."""
        self._step_unit(1)

    def previous_unit(self) -> None:
        """Select the sentence or list item before; the page follows."""
        self._step_unit(-1)

    def _step_unit(self, direction: int) -> None:
        if self.scene is None:
            return
        unit = self.scene.selection.unit_beside(direction, self._first_in_sight())
        if unit is not None:
            self.select(unit)
            self.bring_into_sight(unit)
            self.say(unit)

    def say(self, anchor: TextAnchor) -> None:
        """Let a screen reader, if one is at work, speak the words of a range and their codes."""
        words = self.scene.spoken(anchor) if self.scene and QAccessible.isActive() else ""
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def join_next_unit(self) -> None:
        """Let the next sentence join the selection."""
        self._take(self.scene.selection.with_unit_beside(1) if self.scene else None)

    def join_previous_unit(self) -> None:
        """Let the sentence before join the selection."""
        self._take(self.scene.selection.with_unit_beside(-1) if self.scene else None)

    def shorten(self) -> None:
        """Take the last sentence out of the selection."""
        self._take(self.scene.selection.without_last_unit() if self.scene else None)

    def take_whole_units(self) -> None:
        """Stretch the selection to the boundaries of its sentences."""
        self._take(self.scene.selection.whole_units() if self.scene else None)

    def _take(self, anchor: TextAnchor | None) -> None:
        if anchor is not None:
            self.select(anchor)
            self.say(anchor)

    def _first_in_sight(self) -> int:
        """Return the gap at the window's top left corner."""
        corner = self.offset() + QPoint(0, 1)
        gap = self.scene.gap_at(corner.x(), corner.y()) if self.scene is not None else None
        return gap or 0

    def set_caret(self) -> None:
        """Show the caret, in the selection or at the top of the window, and let arrows move it."""
        if self.scene is None:
            return
        if self.scene.selection.caret is None:
            self.scene.selection.put(self._first_in_sight())
        self.scene.caret_shown = True
        self.refresh()

    def edit_edges(self) -> None:
        """Let arrows move the edges of the active coding; Enter tells the new place."""
        scene = self.scene
        active = scene.highlights.get(scene.active_uid or "") if scene is not None else None
        if scene is None or active is None:
            return
        if active.anchor is not None:
            self._begin(EdgeMode(self, scene, active.anchor))
        elif active.area is not None:
            index, rect = (
                self.index_of(active.area.page_number),
                scene.glyphs.area_rect(active.area),
            )
            moved = partial(self.area_moved.emit, active.uid)
            self._begin(AreaMode(self, scene, index, rect, moved))

    def draw_area(self) -> None:
        """Let arrows place an area, begun in the middle of what is seen; Enter tells it."""
        middle = self.viewport().rect().center() + self.offset()
        slot = self.scene.layout.nearest(middle.x(), middle.y()) if self.scene else None
        if self.scene is not None and slot is not None:
            x, y = self.scene.layout.to_page(slot, slot.x_px + slot.width_px / 2, middle.y())
            area = first_area(x, y)
            self._begin(AreaMode(self, self.scene, slot.index, area, self.area_drawn.emit))

    def _begin(self, mode: KeyMode) -> None:
        self.end_mode()
        self.mode = mode

    def keep_area(self, area: PageArea | None) -> None:
        """Leave an area drawn on its page while its code is chosen; None takes it away."""
        if self.scene is not None and self.mode is None:
            kept = None
            if area is not None:
                kept = self.index_of(area.page_number), self.scene.glyphs.area_rect(area)
            if kept != self.scene.area:
                self.scene.area = kept
                self.refresh()

    def end_mode(self) -> bool:
        """Stop moving an edge or area with keys; return whether that was going on."""
        mode, self.mode = self.mode, None
        if mode is not None:
            mode.end()
        return mode is not None

    def step_back(self) -> bool:
        """Give up what is dragged, the selection or the caret; return whether there was one."""
        scene = self.scene
        if scene is None:
            return False
        if self._gestures.cancel() or self.end_mode():
            return True
        if scene.selection.range is not None:
            self.select(None)
        elif scene.caret_shown:
            scene.caret_shown = False
            self.refresh()
        else:
            return False
        return True

    # Going to places

    def show_anchor(self, anchor: TextAnchor, *, flash: bool = True) -> None:
        """Bring a range into sight and put a ring round it for a moment."""
        if self.scene is None:
            return
        here = self.here()
        if self.bring_into_sight(anchor):
            self.history.leave(here)
        if flash and self.moves_shown:
            self.scene.flashed = anchor
            self._flash_timer.start()
            self.refresh()

    def show_area(self, area: PageArea) -> None:
        """Bring an area of a page into sight."""
        if self.scene is None:
            return
        here = self.here()
        place = self.scene.area_px(self.index_of(area.page_number), area)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= place.top <= bar.value() + height * 2 / 3:
            bar.setValue(round(place.top - height / 3))
            self.history.leave(here)
        self.bring_across(place)

    def _on_flash_timer_timeout(self) -> None:
        if self.scene is not None:
            self.scene.flashed = None
            self.refresh()

    def _on_page_changed(self, number: int) -> None:
        if self.scene is not None and number:
            label = self.scene.source.pages[self.index_of(number)].label
            self.setAccessibleDescription(
                self.tr("{title}, page {label}").format(title=self.scene.source.title, label=label)
            )

    def _speak(self) -> None:
        """Let a screen reader, if one is at work, find the page as text."""
        if QAccessible.isActive():
            self._spoken = self._spoken or SpokenPage(self)
            self._spoken.look()

    def drag_selection(self) -> None:
        """Let the selection be dragged onto a code."""
        self._drags.start()

    # Events

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move an edge or area from meaning their action just then."""
        if (
            self.mode is not None
            and event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.mode.wants(Qt.Key(event.key()))
        ):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._gestures.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._gestures.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._gestures.release(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom at the pointer while Ctrl is held."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        notches = event.angleDelta().y() / _NOTCH
        self.set_zoom(self.zoom * ZOOM_STEP**notches, event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom by pinching on a touch pad, and notice the pointer leaving."""
        if event.type() == QEvent.Type.Leave:
            self._hover.leave()
        elif (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.set_zoom(self.zoom * (1 + event.value()), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: D102
        self._drags.offer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: D102
        self._drags.offer(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: D102
        self._drags.leave()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: D102
        self._drags.drop(event)
