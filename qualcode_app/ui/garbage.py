"""Garbage is collected in the interface thread alone.

Python collects in whichever thread happens to allocate, and whenever. A worker thread that
collects a cycle with a widget in it would destroy the widget there, which Qt does not survive; and
Qt, which asks Python in the middle of destroying an object, waits for itself for ever when that
destroys another.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1000
TOO_MUCH = 2_000_000  # new objects: then it is done whatever else goes on


class GarbageKeeper(QObject):
    """Does in the interface thread, now and then, what Python would do in any thread.

    While work is done elsewhere nothing is collected: its many rows are in use and would only be
    looked through, which a user would feel, as anybody would who scrolls.
    """

    def __init__(self, parent: QObject, is_busy: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        self._is_busy = is_busy
        self._thresholds = gc.get_threshold()
        if gc.isenabled():
            gc.disable()
            # When all that goes with it is gone; in a program that ends, never.
            self.destroyed.connect(lambda: QTimer.singleShot(0, gc.enable))
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(LOOK_EVERY_MS)

    def look(self) -> None:
        """Collect the oldest generation that Python would collect by now."""
        counts = gc.get_count()
        if self._is_busy() and counts[0] < TOO_MUCH:
            return
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return


@cache
def leave_modules_out() -> None:
    """Leave what is there now out of all collections: modules just imported, which stay.

    They are nine tenths of what a full collection would look through, a tenth of a second.
    """
    gc.freeze()
