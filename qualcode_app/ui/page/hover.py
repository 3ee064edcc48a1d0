"""What the pointer shows without being pressed: the coding below it, and what a press would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QToolTip

if TYPE_CHECKING:
    from qualcode_app.ui.page.page_view import PageView
    from qualcode_app.ui.page.scene import Scene

HOVER_DELAY_MS = 120
_GRIP_CURSORS = {  # held across, held down, both the same way
    (1, 0, False): Qt.CursorShape.SizeHorCursor,
    (0, 1, False): Qt.CursorShape.SizeVerCursor,
    (1, 1, True): Qt.CursorShape.SizeFDiagCursor,
    (1, 1, False): Qt.CursorShape.SizeBDiagCursor,
}


class Hover(QObject):
    """Lights up the coding under the pointer: after a moment, at once when moving on."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._pointer = QPoint()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOVER_DELAY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def look(self, at: QPoint) -> None:
        """Notice that the pointer is at a point of the viewport."""
        scene = self._view.scene
        if scene is None:
            return
        self._pointer = at
        uids = self._codings(scene)
        uid = uids[0] if uids else None
        self._view.viewport().setCursor(self._cursor(scene, on_coding=bool(uids)))
        if uid == scene.hovered_uid:
            return
        if uid is None:
            self.leave()
        elif scene.hovered_uid is not None:
            self._light_up(uid)
        elif not self._timer.isActive():
            self._timer.start()

    def leave(self) -> None:
        """Forget what the pointer was on."""
        self._timer.stop()
        self._light_up(None)

    def _codings(self, scene: Scene) -> list[str]:
        point = self._pointer + self._view.offset()
        return scene.codings_at(point.x(), point.y(), self._view.margin_style)

    def _cursor(self, scene: Scene, *, on_coding: bool) -> Qt.CursorShape:
        point = self._pointer + self._view.offset()
        x, y = point.x(), point.y()
        if scene.is_in_margin(x, y):
            return Qt.CursorShape.PointingHandCursor if on_coding else Qt.CursorShape.ArrowCursor
        if scene.edge_at(x, y) is not None:
            return Qt.CursorShape.SizeHorCursor
        grip = scene.grip_at(x, y)
        if grip is not None:
            return _GRIP_CURSORS[abs(grip.across), abs(grip.down), grip.across == grip.down]
        if scene.is_selected(x, y) or scene.char_at(x, y) is None:
            return Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.IBeamCursor

    def _on_timer_timeout(self) -> None:
        if self._view.scene is not None:
            uids = self._codings(self._view.scene)
            self._light_up(uids[0] if uids else None)

    def _light_up(self, uid: str | None) -> None:
        scene = self._view.scene
        if scene is None or scene.hovered_uid == uid:
            return
        scene.hovered_uid = uid
        self._view.refresh()
        words = self._view.words_of(uid) if uid else ""
        if words:
            place = self._view.viewport().mapToGlobal(self._pointer + QPoint(0, 12))
            QToolTip.showText(place, words, self._view.viewport())
        else:
            QToolTip.hideText()
