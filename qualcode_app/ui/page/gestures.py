"""What pressed mouse buttons do on a page: select, click, drag."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page.grips import Grip
from qualcode_app.ui.page.hover import Hover
from qualcode_app.ui.page.selection import Step

if TYPE_CHECKING:
    from qualcode_app.ui.page.page_view import PageView
    from qualcode_app.ui.page.scene import Scene

SCROLL_EVERY_MS = 30
_STEPS = {2: Step.WORD, 3: Step.SENTENCE, 4: Step.PARAGRAPH}


class _Doing(Enum):
    NOTHING = auto()
    PRESSED = auto()  # on text, and not moved yet
    SELECTING = auto()
    ON_SELECTION = auto()  # pressed on it: a move drags it away
    EDGE = auto()
    AREA = auto()
    GRIP = auto()  # a side or corner of the active area


class Gestures(QObject):
    """Turns presses and moves into selections, clicked codings and drags."""

    def __init__(self, view: PageView, hover: Hover) -> None:
        super().__init__(view)
        self._view = view
        self._doing = _Doing.NOTHING
        self._pressed_at = QPoint()
        self._moved = False
        self._clicks = 0
        self._click_time = 0
        self._edge_is_start = False
        self._grip: Grip | None = None
        self._pointer = QPoint()
        self._hover = hover
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setInterval(SCROLL_EVERY_MS)
        self._scroll_timer.timeout.connect(self._on_scroll_timer_timeout)

    def _content(self, at: QPoint) -> QPoint:
        return at + self._view.offset()

    def press(self, event: QMouseEvent) -> None:
        """Start selecting, dragging or clicking."""
        scene = self._view.scene
        at = event.position().toPoint()
        if scene is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._count_clicks(event, at)
        self._pressed_at, self._pointer, self._moved = at, at, False
        self._hover.leave()
        point = self._content(at)
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.AltModifier and scene.layout.at(point.x(), point.y()):
            self._doing = _Doing.AREA
        elif scene.is_in_margin(point.x(), point.y()):
            self._doing = _Doing.PRESSED
        elif self._clicks in _STEPS:
            self._take_unit(scene, point, _STEPS[self._clicks])
        elif (edge := scene.edge_at(point.x(), point.y())) is not None:
            self._doing, self._edge_is_start = _Doing.EDGE, edge
        elif (grip := scene.grip_at(point.x(), point.y())) is not None:
            self._doing, self._grip = _Doing.GRIP, grip
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._stretch(scene, point)
            self._doing = _Doing.SELECTING
        elif scene.is_selected(point.x(), point.y()):
            self._doing = _Doing.ON_SELECTION
        else:
            self._doing = _Doing.PRESSED

    def _count_clicks(self, event: QMouseEvent, at: QPoint) -> None:
        near = (at - self._pressed_at).manhattanLength() < QApplication.startDragDistance()
        soon = event.timestamp() - self._click_time < QApplication.doubleClickInterval()
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._clicks = 4 if self._clicks == 3 else 2  # Qt counts in pairs
        else:
            self._clicks = 3 if near and soon and self._clicks == 2 else 1
        self._click_time = event.timestamp()

    def _take_unit(self, scene: Scene, point: QPoint, step: Step) -> None:
        offset = scene.char_at(point.x(), point.y())
        if offset is not None:
            scene.selection.take_unit(offset, step)
            self._doing = _Doing.SELECTING
            self._view.tell_selection()

    def _stretch(self, scene: Scene, point: QPoint) -> None:
        stretch = scene.stretch_at(point.x(), point.y())
        if stretch is not None:
            scene.selection.stretch_to(*stretch)
            self._view.tell_selection()

    def move(self, event: QMouseEvent) -> None:
        """Go on with what the press began, or show what the pointer is on."""
        scene = self._view.scene
        self._pointer = event.position().toPoint()
        if scene is None:
            return
        if self._doing is _Doing.NOTHING:
            self._hover.look(self._pointer)
            return
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._stop()  # the release was lost, say to a menu
            return
        distance = (self._pointer - self._pressed_at).manhattanLength()
        if not self._moved and distance < QApplication.startDragDistance():
            return
        self._moved = True
        if self._doing is _Doing.ON_SELECTION:
            self._doing = _Doing.NOTHING
            self._view.drag_selection()
            return
        if self._doing is _Doing.PRESSED:
            self._begin(scene)
        self._follow(scene)
        inside = self._view.viewport().rect().contains(self._pointer)
        if inside:
            self._scroll_timer.stop()
        elif not self._scroll_timer.isActive():
            self._scroll_timer.start()

    def _begin(self, scene: Scene) -> None:
        point = self._content(self._pressed_at)
        if scene.is_in_margin(point.x(), point.y()):
            self._doing = _Doing.NOTHING
            return
        stretch = scene.stretch_at(point.x(), point.y())
        if stretch is not None:
            scene.selection.begin(*stretch)
            self._doing = _Doing.SELECTING

    def _follow(self, scene: Scene) -> None:
        """Bring selection, edge or area to the pointer."""
        point = self._content(self._pointer)
        if self._doing in {_Doing.AREA, _Doing.GRIP}:
            self._draw_area(scene, point)
            return
        stretch = scene.stretch_at(point.x(), point.y())
        if stretch is None:
            return
        if self._doing is _Doing.SELECTING:
            before = scene.selection.range
            scene.selection.drag_to(*stretch)
            if scene.selection.range != before:
                self._view.refresh()
        elif self._doing is _Doing.EDGE:
            self._pull_edge(scene, stretch[0] if self._edge_is_start else stretch[1])

    def _pull_edge(self, scene: Scene, gap: int) -> None:
        active = scene.highlights.get(scene.active_uid or "")
        if active is None or active.anchor is None:
            return
        start, end = active.anchor.start, active.anchor.end
        if self._edge_is_start:
            start = min(gap, end - 1)
        else:
            end = max(gap, start + 1)
        scene.edited = TextAnchor(start, end)
        self._view.refresh()

    def _draw_area(self, scene: Scene, point: QPoint) -> None:
        """Span an area from where the press was to the pointer, or pull the active one there."""
        active = scene.highlights.get(scene.active_uid or "")
        pressed = self._content(self._pressed_at)
        slot = scene.layout.nearest(pressed.x(), pressed.y())
        if slot is None:
            return
        x1, y1 = scene.layout.to_page(
            slot,
            min(max(point.x(), slot.x_px), slot.right_px),
            min(max(point.y(), slot.y_px), slot.bottom_px),
        )
        if self._doing is _Doing.GRIP:
            if self._grip is None or active is None or active.area is None:
                return
            scene.area = slot.index, self._grip.pulled(scene.glyphs.area_rect(active.area), x1, y1)
        else:
            x0, y0 = scene.layout.to_page(slot, pressed.x(), pressed.y())
            scene.area = slot.index, Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        self._view.refresh()

    def release(self, event: QMouseEvent) -> None:
        """Finish: tell the selection, the clicked codings, the new edge or the area."""
        scene, doing = self._view.scene, self._doing
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._stop()
        if scene is None:
            return
        if doing is _Doing.EDGE:
            self._finish_edge(scene)
        elif doing in {_Doing.AREA, _Doing.GRIP}:
            self._finish_area(scene, pulled=doing is _Doing.GRIP)
        elif doing is _Doing.SELECTING:
            self._view.tell_selection()
        elif doing in {_Doing.PRESSED, _Doing.ON_SELECTION} and not self._moved:
            self._click(scene)

    def _click(self, scene: Scene) -> None:
        point = self._content(self._pressed_at)
        if not scene.is_in_margin(point.x(), point.y()):
            gap = scene.gap_at(point.x(), point.y())
            if gap is not None:
                scene.selection.put(gap)
                self._view.tell_selection()
        uids = scene.codings_at(point.x(), point.y(), self._view.margin_style)
        if uids:
            self._view.coding_clicked.emit(uids)
        else:
            self._view.nothing_clicked.emit()

    def _finish_edge(self, scene: Scene) -> None:
        edited, scene.edited = scene.edited, None
        self._view.refresh()
        active = scene.highlights.get(scene.active_uid or "")
        if edited is not None and active is not None and edited != active.anchor:
            self._view.edge_moved.emit(active.uid, edited)

    def _finish_area(self, scene: Scene, *, pulled: bool) -> None:
        drawn, scene.area = scene.area, None
        self._view.refresh()
        if drawn is None:
            return
        index, rect = drawn
        area = scene.glyphs.area_between(index, (rect.x0_pt, rect.y0_pt), (rect.x1_pt, rect.y1_pt))
        if area is None:
            return
        if pulled:
            self._view.area_moved.emit(scene.active_uid, area)
        else:
            self._view.area_drawn.emit(area)

    def cancel(self) -> bool:
        """Give up an edge or area being dragged; return whether there was one."""
        scene = self._view.scene
        if scene is None or self._doing not in {_Doing.EDGE, _Doing.AREA, _Doing.GRIP}:
            return False
        self._stop()
        scene.edited = scene.area = None
        self._view.refresh()
        return True

    def _stop(self) -> None:
        self._doing = _Doing.NOTHING
        self._scroll_timer.stop()

    def _on_scroll_timer_timeout(self) -> None:
        """Scroll towards a pointer outside the window, faster the further away it is."""
        scene = self._view.scene
        if scene is None:
            self._stop()
            return
        size, at = self._view.viewport().size(), self._pointer
        for bar, where, length in (
            (self._view.verticalScrollBar(), at.y(), size.height()),
            (self._view.horizontalScrollBar(), at.x(), size.width()),
        ):
            bar.setValue(bar.value() + (min(where, 0) or max(where - length, 0)))
        self._follow(scene)
