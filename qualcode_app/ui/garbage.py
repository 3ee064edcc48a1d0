"""Garbage is collected in the interface thread alone.

Python collects in whichever thread happens to allocate. A worker thread that collects a cycle
with a widget in it would destroy the widget there, which Qt does not survive.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1000


class GarbageKeeper(QObject):
    """Does in the interface thread, now and then, what Python would do in any thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(LOOK_EVERY_MS)
        self.destroyed.connect(gc.enable)

    def look(self) -> None:
        """Collect each generation that Python would collect by now."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
