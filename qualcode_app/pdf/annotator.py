"""Have the child write highlights into a PDF."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import astuple

from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.domain.page_marks import PageMark
from qualcode_app.domain.progress import Progress
from qualcode_app.pdf.process import Child, ChildGone
from qualcode_app.pdf.wire import Frame

_LOOK_EVERY_S = 0.05  # how long a wish to cancel may wait


def annotated(
    content: bytes,
    name: str,
    marks: Sequence[PageMark],
    progress: Progress,
    *,
    timeout_s: float = 60,
) -> bytes:
    """Return a PDF with marks as highlights and rectangles of its own.

    Args:
        content: The bytes of a file that needs no password.
        name: What to call the file when it cannot be read.
        marks: What is added; what the file has already stays.
        progress: Told the pages marked so far; may cancel.
        timeout_s: The longest that one page, or saving, may take.

    Raises:
        UnreadableDocument: The file cannot be read, or took too long.
        Cancelled: The progress asked to stop.
    """
    n_pages = len({mark.page_number for mark in marks})
    told = [
        {
            "page": mark.page_number,
            "rects": [astuple(rect) for rect in mark.rects],
            "colour": mark.colour,
            "author": mark.author,
            "subject": mark.subject,
            "note": mark.note,
            "area": mark.is_area,
        }
        for mark in marks
    ]
    child = Child()
    try:
        child.send({"do": "annotate", "marks": told, "timeout_s": timeout_s}, content)
        for done in range(n_pages):
            _next(child, "marked", progress, (done, n_pages), timeout_s)
        return _next(child, "annotated", progress, (n_pages, n_pages), timeout_s).body
    except ChildGone:
        raise UnreadableDocument(
            "{name} cannot be marked. Open the file in a PDF program, print it to a new PDF and "
            "import that.",
            name=name,
        ) from None
    finally:
        child.kill()


def _next(
    child: Child, kind: str, progress: Progress, steps: tuple[int, int], timeout_s: float
) -> Frame:
    give_up = time.monotonic() + timeout_s
    while (frame := child.receive(_LOOK_EVERY_S)) is None:
        progress.report(*steps)
        if time.monotonic() > give_up:
            raise ChildGone
    if frame.header["is"] != kind:
        raise ChildGone
    progress.report(*steps)
    return frame
