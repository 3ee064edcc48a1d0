"""The child's loop: one request after the other until the parent is gone."""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
from typing import BinaryIO

from qualcode_app.pdf import wire
from qualcode_app.pdf.wire import LIFELINE

_MEMORY = 4 * 2**30  # bytes of address space; a hostile file must not take the whole machine
_PATIENCE_S = 5  # after its time limit a request ends the child even when the parent is gone
_OBJECTS_BETWEEN_SWEEPS = 100_000


def main() -> None:
    """Answer requests from standard input until it ends."""
    requests, answers = _channels()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when work stops
    _limit_memory()
    _end_with_the_parent()
    # A page is ten thousand short-lived objects without cycles: looking for cycles in each
    # handful of them takes a fifth of the time.
    gc.set_threshold(_OBJECTS_BETWEEN_SWEEPS)
    from qualcode_app.pdf.child.documents import Documents  # noqa: PLC0415  MuPDF after the pipes

    documents = Documents(answers)
    try:
        while (frame := wire.read(requests)) is not None:
            # A thread of C, so it ends a page that never returns though Python stands still.
            faulthandler.dump_traceback_later(
                float(frame.header["timeout_s"]) + _PATIENCE_S, exit=True
            )
            documents.answer(frame)
            faulthandler.cancel_dump_traceback_later()
    except OSError:  # the parent is gone
        return


def _channels() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes for us and let everything a library prints go nowhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    # A frozen program with a window has no standard streams at all.
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123  for the whole life
    return requests, answers


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  absent on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _end_with_the_parent() -> None:
    """Have the system end this process when the parent is gone, even in the midst of a page.

    Nothing is ever written to the pipe LIFELINE, so the only thing that can happen to it is its
    end, for which the system sends a signal that ends us.
    """
    number = os.environ.get(LIFELINE)
    if sys.platform != "win32" and number:
        import fcntl  # noqa: PLC0415  absent on Windows

        signal.signal(signal.SIGIO, signal.SIG_DFL)
        fcntl.fcntl(int(number), fcntl.F_SETOWN, os.getpid())
        flags = fcntl.fcntl(int(number), fcntl.F_GETFL)
        fcntl.fcntl(int(number), fcntl.F_SETFL, flags | os.O_ASYNC)
