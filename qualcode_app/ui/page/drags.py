"""Dragging between the page and the codes: a selection out, a code in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.ui.page.selection import Step

if TYPE_CHECKING:
    from qualcode_app.ui.page.page_view import PageView
    from qualcode_app.ui.page.scene import Scene

SELECTION_MIME = "application/x-qualcode-selection"
CODE_MIME = "application/x-qualcode-code"
_NEAR_PX = 12  # a code let go this close to the selection is meant for it


@dataclass(frozen=True, slots=True)
class DraggedSelection:
    """A place of a document on its way to a code."""

    document_uid: str
    anchor: TextAnchor

    def to_mime(self, quote: str) -> QMimeData:
        """Pack it; other programs get the words."""
        mime = QMimeData()
        values = {
            "document": self.document_uid,
            "start": self.anchor.start,
            "end": self.anchor.end,
        }
        mime.setData(SELECTION_MIME, json.dumps(values).encode())
        mime.setText(quote)
        return mime

    @classmethod
    def from_mime(cls, mime: QMimeData) -> DraggedSelection | None:
        """Unpack it, or return None when something else is dragged."""
        if not mime.hasFormat(SELECTION_MIME):
            return None
        values = json.loads(bytes(mime.data(SELECTION_MIME).data()))
        return cls(values["document"], TextAnchor(values["start"], values["end"]))


def code_mime(code_uid: str) -> QMimeData:
    """Pack a code that is dragged onto a page."""
    mime = QMimeData()
    mime.setData(CODE_MIME, code_uid.encode())
    return mime


class Drags:
    """The page view's side of dragging."""

    def __init__(self, view: PageView) -> None:
        self._view = view

    def start(self) -> None:
        """Drag the selection away until it is let go; a code that gets it does the rest."""
        scene = self._view.scene
        if scene is None or scene.selection.range is None:
            return
        anchor = scene.selection.range
        drag = QDrag(self._view)
        quote = scene.selection.words(anchor)
        drag.setMimeData(DraggedSelection(scene.source.uid, anchor).to_mime(quote))
        drag.exec(Qt.DropAction.CopyAction)

    def offer(self, event: QDropEvent) -> None:
        """Draw where a dragged code would land, if it would."""
        target, scene, at = None, self._view.scene, event.position().toPoint()
        fits = False
        if scene is not None and event.mimeData().hasFormat(CODE_MIME):
            target = None if self._is_on_area(at) else self._target(scene, at)
            fits = target is not None or self._is_on_area(at)
        self._show(target)
        if not fits:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def leave(self) -> None:
        """Nothing is dragged over the page any more."""
        self._show(None)

    def drop(self, event: QDropEvent) -> None:
        """Tell which code was let go on which text."""
        self.offer(event)
        scene = self._view.scene
        target = scene.offered if scene is not None else None
        self._show(None)
        if target is not None or event.isAccepted():
            code_uid = bytes(event.mimeData().data(CODE_MIME).data()).decode()
            self._view.code_dropped.emit(code_uid, target)

    def _show(self, target: TextAnchor | None) -> None:
        scene = self._view.scene
        if scene is not None and scene.offered != target:
            scene.offered = target
            self._view.refresh()

    def _is_on_area(self, at: QPoint) -> bool:
        """Tell whether a point is on the area that was drawn and waits for its code."""
        scene, point = self._view.scene, at + self._view.offset()
        slot = scene.layout.at(point.x(), point.y()) if scene is not None else None
        if scene is None or slot is None or scene.area is None or scene.area[0] != slot.index:
            return False
        x_pt, y_pt = scene.layout.to_page(slot, point.x(), point.y())
        rect = scene.area[1]
        return rect.x0_pt <= x_pt <= rect.x1_pt and rect.y0_pt <= y_pt <= rect.y1_pt

    def _target(self, scene: Scene, at: QPoint) -> TextAnchor | None:
        """Return the selection when the pointer is on it, else the sentence it is on."""
        point = at + self._view.offset()
        selected = scene.selection.range
        if selected is not None and any(
            scene.is_selected(point.x() + dx, point.y() + dy)
            for dx in (-_NEAR_PX, 0, _NEAR_PX)
            for dy in (-_NEAR_PX, 0, _NEAR_PX)
        ):
            return selected
        offset = scene.char_at(point.x(), point.y())
        unit = None if offset is None else scene.selection.unit_at(offset, Step.SENTENCE)
        return unit or selected
