"""Read PDFs without trusting them: a child process does it, and this module asks the child."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, Self

from qualcode_app.domain.errors import PasswordNeeded, UnreadableDocument
from qualcode_app.domain.extraction import (
    ExtractedDocument,
    ExtractedPage,
    Notice,
    OutlineEntry,
    Region,
    Unit,
)
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.domain.written import WrittenText
from qualcode_app.pdf.process import Child, ChildGone
from qualcode_app.pdf.renderer import (
    Clip,
    RenderedPage,
    Renderer,
    RenderRequest,
    render_png,
    svg_png,
    svg_pngs,
)
from qualcode_app.pdf.wire import Frame

__all__ = [
    "Clip",
    "Extractor",
    "RenderRequest",
    "RenderedPage",
    "Renderer",
    "extract",
    "render_png",
    "svg_png",
    "svg_pngs",
]

_LOOK_EVERY_S = 0.05  # how long a wish to cancel may wait
_MOSTLY = 0.3  # share of unreadable characters from which a page is worth a warning


def extract(
    content: bytes,
    name: str,
    *,
    password: str | None = None,
    progress: Progress | None = None,
    timeout_s: float = 60,
) -> ExtractedDocument:
    """Read text, boxes, regions and units of one PDF; see `Extractor.extract`."""
    with Extractor() as extractor:
        return extractor.extract(
            content, name, password=password, progress=progress, timeout_s=timeout_s
        )


class Extractor:
    """Keeps one child alive for many files and replaces it when a file brings it down."""

    def __init__(self) -> None:
        self._child: Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.kill()
            self._child = None

    def extract(
        self,
        content: bytes,
        name: str,
        *,
        password: str | None = None,
        progress: Progress | None = None,
        timeout_s: float = 60,
    ) -> ExtractedDocument:
        """Read text, boxes, regions and units of a PDF, or make one of a picture.

        Args:
            content: The bytes of the file.
            name: What to call the file when it cannot be read.
            password: Opens a locked file and is kept nowhere.
            progress: Told the pages read so far; may cancel within a page.
            timeout_s: The longest that opening the file, or one page, may take.

        Raises:
            PasswordNeeded: The file is locked and the password is absent or wrong.
            UnreadableDocument: The file is no PDF, has no pages, or cannot be read.
            Cancelled: The progress asked to stop; the child is gone.
        """
        if not content:
            raise UnreadableDocument("{name} is empty. Fetch the file again.", name=name)
        request = {"do": "extract", "password": password, "timeout_s": timeout_s}
        return self._answered(request, content, content, name, progress)

    def typeset(
        self,
        written: WrittenText,
        content: bytes,
        name: str,
        *,
        progress: Progress | None = None,
        timeout_s: float = 60,
    ) -> ExtractedDocument:
        """Set a text on pages; the text of the document is that of `written`, letter by letter.

        Args:
            written: What is set; it holds words and ends in a newline.
            content: The bytes of the file it comes from, which the document is known by.
            name: What to call the file when it cannot be set.
            progress: Told the pages set so far; may cancel.
            timeout_s: The longest that breaking the lines, or one page, may take.

        Returns:
            The document; the PDF to show is in `unlocked`.

        Raises:
            UnreadableDocument: It cannot be set.
            Cancelled: The progress asked to stop; the child is gone.
        """
        headings = [(one.start, one.level) for one in written.headings]
        request = {"do": "typeset", "headings": headings, "timeout_s": timeout_s}
        return self._answered(request, written.text.encode(), content, name, progress)

    def _answered(
        self,
        request: Mapping[str, object],
        body: bytes,
        content: bytes,
        name: str,
        progress: Progress | None,
    ) -> ExtractedDocument:
        """Send a request; the child that answers well is kept for the next one."""
        if self._child is None:
            self._child = Child()
        reading = _Reading(
            self._child, name, progress or Silent(), float(str(request["timeout_s"]))
        )
        finished = False
        try:
            document = self._asked(reading, request, body, content)
            finished = True
        except _Answered as answer:
            finished = True  # the child is well, only the file is not
            raise answer.error from None
        finally:
            if not finished:
                self.close()
        return document

    @staticmethod
    def _asked(
        reading: _Reading, request: Mapping[str, object], body: bytes, content: bytes
    ) -> ExtractedDocument:
        name = reading.name
        try:
            reading.child.send(request, body)
            return reading.document(content)
        except ChildGone:
            raise UnreadableDocument(
                "Reading {name} made the PDF reader crash, so nothing was imported. "
                "Open the file in a PDF program, print it to a new PDF and import that.",
                name=name,
            ) from None
        except (KeyError, TypeError, ValueError) as problem:
            raise UnreadableDocument(
                "Reading {name} gave no sensible answer, so nothing was imported. "
                "Open the file in a PDF program, print it to a new PDF and import that.",
                name=name,
            ) from problem


class _Answered(Exception):
    def __init__(self, error: UnreadableDocument) -> None:
        super().__init__(error)
        self.error = error


class _Reading:
    """The answers about one file, gathered into a document."""

    def __init__(self, child: Child, name: str, progress: Progress, timeout_s: float) -> None:
        self.child = child
        self.name = name
        self._progress = progress
        self._timeout_s = timeout_s
        self._steps = (0, 0)

    def document(self, content: bytes) -> ExtractedDocument:
        head = self._next("document").header
        n_pages = int(head["n_pages"])
        pages = []
        for number in range(1, n_pages + 1):
            self._steps = (number - 1, n_pages)
            pages.append(_page(number, self._next("page")))
            self._progress.report(number, n_pages)
        end = self._next("end")
        failed = int(end.header["failed_pages"])
        if failed == n_pages:
            raise _Answered(_refusal("damaged", self.name))
        return ExtractedDocument(
            file_sha256=hashlib.sha256(content).hexdigest(),
            n_bytes=len(content),
            extractor=str(head["extractor"]),
            pages=tuple(pages),
            outline=tuple(OutlineEntry(*entry) for entry in end.header["outline"]),
            regions=tuple(Region(*region) for region in end.header["regions"]),
            units=tuple(Unit(*unit) for unit in end.header["units"]),
            splitter=str(end.header["splitter"]),
            unlocked=end.body or None,
            warnings=tuple(_warnings(pages, failed, end.header)),
        )

    def _next(self, kind: str) -> Frame:
        """Wait for an answer, with an ear for the wish to cancel."""
        give_up = time.monotonic() + self._timeout_s
        while (frame := self.child.receive(_LOOK_EVERY_S)) is None:
            self._progress.report(*self._steps)
            if time.monotonic() > give_up:
                raise UnreadableDocument(
                    "Page {page} of {name} took longer than {seconds} seconds to read, so "
                    "nothing was imported. Print the file to a new PDF and import that.",
                    page=self._steps[0] + 1,
                    name=self.name,
                    seconds=round(self._timeout_s),
                )
        if frame.header["is"] == "refused":
            raise _Answered(_refusal(frame.header["why"], self.name))
        if frame.header["is"] != kind:
            raise ValueError(f"{frame.header['is']} where {kind} was expected")
        return frame


def _page(number: int, frame: Frame) -> ExtractedPage:
    head: Mapping[str, Any] = frame.header
    n_text = int(head["n_text"])
    return ExtractedPage(
        number=number,
        label=str(head["label"]) or str(number),
        text=frame.body[:n_text].decode(),
        width_pt=float(head["width"]),
        height_pt=float(head["height"]),
        rotation=int(head["rotation"]),
        media_box=_box(head["media"]),
        crop_box=_box(head["crop"]),
        boxes=frame.body[n_text:],
        text_source=str(head.get("text_source", "pdf")),
        unreadable_share=float(head["unreadable"]),
        n_words=int(head["n_words"]),
    )


def _box(values: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(value) for value in values)
    return x0, y0, x1, y1


def _refusal(why: str, name: str) -> UnreadableDocument:
    match why:
        case "locked":
            return PasswordNeeded(
                "{name} opens only with a password. Import it again and give the password.",
                name=name,
            )
        case "wrong_password":
            return PasswordNeeded(
                "This password does not open {name}. Check it and try again.", name=name
            )
        case "no_pages":
            return UnreadableDocument(
                "{name} has no pages that can be read; it may be cut off. Fetch the file again.",
                name=name,
            )
        case "too_large":
            return UnreadableDocument(
                "{name} has more pixels than a page can have. Make it smaller and import that.",
                name=name,
            )
        case "memory":
            return UnreadableDocument(
                "{name} needs more memory than a document should. Print it to a new PDF, in "
                "parts if need be, and import that.",
                name=name,
            )
        case _:
            return UnreadableDocument(
                "{name} is not a PDF or is damaged beyond repair. Open it in a PDF program, "
                "print it to a new PDF and import that.",
                name=name,
            )


def _warnings(pages: list[ExtractedPage], failed: int, end: Mapping[str, Any]) -> Iterator[Notice]:
    n_pages = len(pages)
    empty = sum(not page.text.strip() for page in pages)
    unreadable = sum(page.unreadable_share > _MOSTLY for page in pages)
    if empty:
        yield Notice(
            "No text on {n} of {m} pages. If they are scans, open the document and choose "
            "Document, Read scanned pages (OCR).",
            {"n": empty, "m": n_pages},
        )
    if unreadable:
        yield Notice(
            "The text of {n} of {m} pages is mostly unreadable characters.",
            {"n": unreadable, "m": n_pages},
        )
    if failed:
        yield Notice(
            "{n} of {m} pages could not be read and are empty.", {"n": failed, "m": n_pages}
        )
    if end["repaired"]:
        yield Notice("The file was damaged and has been repaired: check that it is complete.")
