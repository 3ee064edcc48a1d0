"""The child's loop: one request after the other until the parent is gone."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from typing import BinaryIO

from qualcode_app.pdf import wire

_MEMORY = 4 * 2**30  # bytes of address space; a hostile file must not take the whole machine
_PATIENCE_S = 5  # after its time limit a request ends the child even when the parent is gone


def main() -> None:
    """Answer requests from standard input until it ends."""
    requests, answers = _channels()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when work stops
    _limit_memory()
    from qualcode_app.pdf.child.documents import Documents  # noqa: PLC0415  MuPDF after the pipes

    documents = Documents(answers)
    try:
        while (frame := wire.read(requests)) is not None:
            # A C thread, so it ends a page that never returns even though Python stands still.
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
