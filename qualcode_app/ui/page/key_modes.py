"""What drags do, done with keys: moving an edge of the active coding, drawing an area."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page.layout import view_size
from qualcode_app.ui.page.words import next_word, previous_word

if TYPE_CHECKING:
    from qualcode_app.ui.page.page_view import PageView
    from qualcode_app.ui.page.scene import Scene

_Key = Qt.Key
_SIDEWAYS = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_ARROWS = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
_DONE = {_Key.Key_Return, _Key.Key_Enter}
AREA_PT = (160.0, 100.0)  # an area begins this large, in the middle of what is seen
STEP_PT, FINE_STEP_PT = 8.0, 1.0


class KeyMode(Protocol):
    """Something drawn on the page that takes the keys until it is finished or given up."""

    def press(self, key: Qt.Key, *, with_ctrl: bool, shifted: bool) -> bool:
        """Do what a key means here; return whether it meant anything."""

    def wants(self, key: Qt.Key) -> bool:
        """Tell whether a key means something here, whatever it means elsewhere."""

    def end(self) -> None:
        """Take away what was drawn."""


class EdgeMode:
    """Moves the end, or after a second `E` the start, of the active coding."""

    def __init__(self, view: PageView, scene: Scene, anchor: TextAnchor) -> None:
        self._view = view
        self._scene = scene
        self._anchor = anchor
        self._moves_end = True
        self._show(anchor)

    def press(self, key: Qt.Key, *, with_ctrl: bool, shifted: bool) -> bool:  # noqa: ARG002
        """Move the edge, change to the other one, or finish."""
        edited = self._scene.edited or self._anchor
        if key == _Key.Key_E:
            self._moves_end = not self._moves_end
            self._show(edited)
        elif key in _SIDEWAYS:
            self._show(self._moved(edited, _SIDEWAYS[key], by_word=with_ctrl))
        elif key in _DONE:
            self._view.end_mode()
            if edited != self._anchor and self._scene.active_uid is not None:
                self._view.edge_moved.emit(self._scene.active_uid, edited)
        else:
            return False
        return True

    def _moved(self, edited: TextAnchor, step: int, *, by_word: bool) -> TextAnchor:
        text = self._scene.source.text
        gap = edited.end if self._moves_end else edited.start
        if by_word:
            begun = gap
            gap = next_word(text, gap) if step > 0 else previous_word(text, gap)
            if step > 0 and self._moves_end and not text[begun:gap].strip():
                gap = next_word(text, gap)
            if step > 0 and self._moves_end:  # an end stands behind a word, not before the next
                gap = begun + len(text[begun:gap].rstrip())
        else:
            gap += step
        if self._moves_end:
            return TextAnchor(edited.start, min(max(gap, edited.start + 1), len(text)))
        return TextAnchor(min(max(gap, 0), edited.end - 1), edited.end)

    def _show(self, edited: TextAnchor) -> None:
        self._scene.edited = edited
        self._scene.edge_gap = edited.end if self._moves_end else edited.start
        self._view.refresh()

    def wants(self, key: Qt.Key) -> bool:
        """Tell whether a key moves or finishes an edge."""
        return key == _Key.Key_E or key in _SIDEWAYS or key in _DONE

    def end(self) -> None:
        """Show the coding as it is."""
        self._scene.edited = self._scene.edge_gap = None
        self._view.refresh()


class AreaMode:
    """Moves an area over the page with the arrows, and sizes it with Shift."""

    def __init__(
        self,
        view: PageView,
        scene: Scene,
        index: int,
        rect: Rect,
        told: Callable[[PageArea], object],
    ) -> None:
        self._view = view
        self._scene = scene
        self._index = index
        self._told = told
        self._show(rect.x0_pt, rect.y0_pt, rect.x1_pt, rect.y1_pt)

    def press(self, key: Qt.Key, *, with_ctrl: bool, shifted: bool) -> bool:
        """Move or size the area, or finish."""
        if self._scene.area is None:
            return False
        rect = self._scene.area[1]
        if key in _DONE:
            index = self._index
            self._view.end_mode()
            area = self._scene.glyphs.area_between(
                index, (rect.x0_pt, rect.y0_pt), (rect.x1_pt, rect.y1_pt)
            )
            if area is not None:
                self._told(area)
            return True
        if key not in _ARROWS:
            return False
        step = FINE_STEP_PT if with_ctrl else STEP_PT
        dx, dy = (part * step for part in _ARROWS[key])
        if shifted:
            self._show(rect.x0_pt, rect.y0_pt, rect.x1_pt + dx, rect.y1_pt + dy)
            return True
        # At the edge of the page it stops, as large as it is.
        width, height = view_size(self._scene.source.pages[self._index])
        dx = min(max(dx, -rect.x0_pt), width - rect.x1_pt)
        dy = min(max(dy, -rect.y0_pt), height - rect.y1_pt)
        self._show(rect.x0_pt + dx, rect.y0_pt + dy, rect.x1_pt + dx, rect.y1_pt + dy)
        return True

    def _show(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw the area, kept on the page and at least a step large."""
        width, height = view_size(self._scene.source.pages[self._index])
        x0, y0 = min(max(x0, 0.0), width - STEP_PT), min(max(y0, 0.0), height - STEP_PT)
        x1, y1 = min(max(x1, x0 + STEP_PT), width), min(max(y1, y0 + STEP_PT), height)
        self._scene.area = self._index, Rect(x0, y0, x1, y1)
        self._view.refresh()

    def wants(self, key: Qt.Key) -> bool:
        """Tell whether a key moves or finishes the area."""
        return key in _ARROWS or key in _DONE

    def end(self) -> None:
        """Take the drawn area away."""
        self._scene.area = None
        self._view.refresh()


def first_area(x_pt: float, y_pt: float) -> Rect:
    """Return an area around a point, to begin with."""
    width, height = AREA_PT
    return Rect(x_pt - width / 2, y_pt - height / 2, x_pt + width / 2, y_pt + height / 2)
