"""How long work reports and how it is stopped, without knowing who watches."""

from __future__ import annotations

import threading
from typing import Protocol

from qualcode_app.domain.errors import Cancelled


class Progress(Protocol):
    """What long work calls now and then."""

    def report(self, done: int, total: int) -> None:
        """Tell how far the work is; raises Cancelled when it should stop."""


class Silent:
    """Progress that nobody watches."""

    def report(self, done: int, total: int) -> None:
        """Do nothing."""


class Part:
    """One of several like parts of some work, told as steps of the whole."""

    STEPS = 1000

    def __init__(self, whole: Progress, index: int, n_parts: int) -> None:
        self._whole = whole
        self._before = index * self.STEPS
        self._total = n_parts * self.STEPS

    def report(self, done: int, total: int) -> None:
        """Tell how far the whole is when this part is so far."""
        self._whole.report(self._before + self.STEPS * done // max(total, 1), self._total)


class Ticket:
    """Progress shared between a worker thread, which reports, and whoever looks in on it."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.steps = (0, 0)  # one tuple, so that a reader never sees half of a report

    def report(self, done: int, total: int) -> None:
        """Note the steps; raises Cancelled once `stop` is set."""
        self.steps = (done, total)
        if self.stop.is_set():
            raise Cancelled
