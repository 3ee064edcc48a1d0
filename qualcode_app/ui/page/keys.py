"""What keys do on a page, apart from those of the window's actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.ui.page.selection import Step

if TYPE_CHECKING:
    from qualcode_app.ui.page.page_view import PageView
    from qualcode_app.ui.page.scene import Scene

_Key = Qt.Key
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier

_CARET_STEPS = {
    (_Key.Key_Right, False): (Step.CHARACTER, 1),
    (_Key.Key_Left, False): (Step.CHARACTER, -1),
    (_Key.Key_Right, True): (Step.WORD, 1),
    (_Key.Key_Left, True): (Step.WORD, -1),
    (_Key.Key_Down, True): (Step.SENTENCE, 1),
    (_Key.Key_Up, True): (Step.SENTENCE, -1),
}


class Keys:
    """Turns keys into scrolling, zooming and steps of the caret."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._plain = {
            _Key.Key_W: view.fit_width,
            _Key.Key_Z: view.zoom_in,
            _Key.Key_C: view.set_caret,
            _Key.Key_Space: view.scroll_on,
            _Key.Key_Escape: view.step_back,
        }
        self._shifted = {
            _Key.Key_W: view.fit_page,
            _Key.Key_Z: view.zoom_out,
            _Key.Key_Space: view.scroll_back,
        }
        self._with_ctrl = {
            _Key.Key_Home: view.go_to_start,
            _Key.Key_End: view.go_to_end,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; return whether it meant anything."""
        scene = self._view.scene
        if scene is None:
            return False
        modifiers = event.modifiers() & ~_KEYPAD
        key = Qt.Key(event.key())
        if modifiers & ~(_CTRL | _SHIFT):
            return False
        with_ctrl, shifted = bool(modifiers & _CTRL), bool(modifiers & _SHIFT)
        if self._view.mode is not None and self._view.mode.press(
            key, with_ctrl=with_ctrl, shifted=shifted
        ):
            return True
        if self._moves_caret(scene, key, with_ctrl=with_ctrl, shifted=shifted):
            return True
        table: Mapping[Qt.Key, Callable[[], bool | None]] = self._plain
        if with_ctrl:
            table = {} if shifted else self._with_ctrl
        elif shifted:
            table = self._shifted
        act = table.get(key)
        if act is None:
            return False
        return act() is not False

    def _moves_caret(self, scene: Scene, key: Qt.Key, *, with_ctrl: bool, shifted: bool) -> bool:
        """Step the caret when there is one to see, or when Shift stretches the selection."""
        selection = scene.selection
        if selection.caret is None or not (scene.caret_shown or shifted):
            return False
        before, step = selection.caret, None
        if (key, with_ctrl) in _CARET_STEPS:
            step, direction = _CARET_STEPS[key, with_ctrl]
            selection.move(step, direction, selecting=shifted)
        elif key in {_Key.Key_Up, _Key.Key_Down}:
            step_px = 1 if key == _Key.Key_Down else -1
            gap = scene.glyphs.gap_above_or_below(selection.caret, step_px)
            if gap is not None:
                selection.move_to(gap, selecting=shifted)
        elif key in {_Key.Key_Home, _Key.Key_End} and not with_ctrl:
            line = scene.glyphs.line_at(selection.caret)
            if line is not None:
                gap = line.start if key == _Key.Key_Home else line.end
                selection.move_to(gap, selecting=shifted)
        else:
            return False
        reached = met(scene, step, before, selecting=shifted)
        if reached is not None:
            self._view.say(reached)
        self._view.tell_selection()
        self._view.keep_in_sight(caret_anchor(selection.caret, len(scene.source.text)))
        return True


def met(scene: Scene, step: Step | None, before: int, *, selecting: bool) -> TextAnchor | None:
    """Return what the caret came upon by a step: a letter, word, line or sentence.

    Args:
        scene: What is shown, after the step.
        step: How far the caret went at once; None to another line or the end of its own.
        before: The gap the caret came from.
        selecting: Whether the step stretched the selection; then it is what the caret went over.
    """
    caret = scene.selection.caret
    if caret is None or caret == before:
        return None
    if selecting:
        return TextAnchor(min(before, caret), max(before, caret))
    if step is None:
        return scene.glyphs.line_at(caret)
    return scene.selection.unit_at(caret, step)


def caret_anchor(gap: int, n_chars: int) -> TextAnchor | None:
    """Return the character beside a gap, to bring the caret into sight."""
    if n_chars == 0:
        return None
    start = min(gap, n_chars - 1)
    return TextAnchor(start, start + 1)
