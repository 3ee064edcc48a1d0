"""Pictures of pages for the window: asked for, looked in on, and never waited for."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from qualcode_app.domain.boxes import Rect
from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.pdf.pixels import N_SLOTS, Shared
from qualcode_app.pdf.process import Child, ChildGone

TOO_SLOW = (
    "This page takes too long to draw and was given up. Code its text, or print the file to a new "
    "PDF and add that."
)
CRASHED = (
    "This page makes the PDF reader crash and cannot be shown. Code its text, or print the file "
    "to a new PDF and add that."
)
DAMAGED = (
    "This page is damaged and cannot be shown. Code its text, or print the file to a new PDF and "
    "add that."
)
_HANDOVER_S = 0.0001  # for the thread to ask the child before this one goes on: else it waits 3 ms
_IDLE_S = 0.2  # after so long without a wish documents let go of are freed: not before a first page

Clip = tuple[int, int, int, int]
"""Left, top, right and bottom of a part of a page, in pixels of its picture."""


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """A page, or a part of it, wanted as a picture; `scale` in pixels per point."""

    key: str
    page_number: int
    scale: float
    clip: Clip | None = None  # None: the whole page


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as it is displayed, turned by its rotation.

    `image` holds red, green, blue and 255 per pixel, as QImage.Format_RGBX8888, without padding.
    `scale` is smaller than asked for where the picture would be huge. Without an image `problem`
    is the sentence to show.
    """

    wish: RenderRequest
    scale: float
    width_px: int
    height_px: int
    image: memoryview | None
    problem: str | None
    slot: int | None = None  # of the shared memory


class Renderer:
    """One child that draws, fed by a thread of its own so that the window never waits.

    Documents are opened under a key; wishes replace each other; pictures are fetched by `poll`.
    """

    def __init__(self, timeout_s: float = 10) -> None:
        self._timeout_s = timeout_s
        self.told: Callable[[], None] = _nobody  # called from the thread when something came
        self._change = threading.Condition()
        self._contents: dict[str, bytes] = {}
        self._dropped: list[str] = []
        self._wanted: deque[RenderRequest] = deque()
        self._doing: RenderRequest | None = None
        self._done: deque[RenderedPage] = deque()
        self._free = list(range(N_SLOTS))
        self._given_up: dict[tuple[str, int], str] = {}
        self._closing = False
        self._thread: threading.Thread | None = None
        self._child: Child | None = None
        self._known: set[str] = set()  # keys the present child has been sent
        self._shared: Shared | None = None

    def start(self) -> None:
        """Start the child, which takes a tenth of a second, without waiting for it."""
        if self._thread is None:
            self._closing = False
            self._thread = threading.Thread(target=self._serve, name="page pictures", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the child and forget everything."""
        with self._change:
            self._closing = True
            if self._child is not None:
                self._child.kill()
            self._change.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        deque(self.poll(), maxlen=0)
        if self._shared is not None:
            self._shared.close()
            self._shared = None

    def open(self, key: str, content: bytes) -> None:
        """Make a document known; it is read when its first page is wanted."""
        with self._change:
            self._contents[key] = content

    def forget(self, key: str) -> None:
        """Let go of a document."""
        with self._change:
            self._contents.pop(key, None)
            self._dropped.append(key)
            self._wanted = deque(wish for wish in self._wanted if wish.key != key)
            for place in [place for place in self._given_up if place[0] == key]:
                del self._given_up[place]
            kept = deque(self._done)
            self._done.clear()
            for page in kept:
                if page.wish.key == key:
                    self._release(page)
                else:
                    self._done.append(page)
            self._change.notify()

    def request(self, wanted: Sequence[RenderRequest]) -> None:
        """Replace all open wishes, the most wanted first; none is drawn twice.

        Whoever asks is told of what lies ready too: it may have come for a view that is gone.
        """
        with self._change:
            coming = {self._doing, *(page.wish for page in self._done)}
            self._wanted = deque(wish for wish in wanted if wish not in coming)
            lies_ready = bool(self._done)
            self._change.notify()
        if wanted:
            time.sleep(_HANDOVER_S)
        if lies_ready:
            self.told()

    def poll(self) -> Iterator[RenderedPage]:
        """Yield the pictures that came since the last call; never waits.

        Each image may be read until the next one is asked for: then the child draws over it.
        """
        while self._done:
            page = self._done.popleft()
            try:
                yield page
            finally:
                with self._change:
                    self._release(page)

    def _release(self, page: RenderedPage) -> None:
        """Let the child draw again where this picture was; the change must be held."""
        if page.image is not None and page.slot is not None:
            page.image.release()
            self._free.append(page.slot)
            self._change.notify()

    def _serve(self) -> None:
        """Draw until closed; runs in a thread of its own."""
        with suppress(ChildGone):
            self._revive()
            while (wish := self._next()) is not None:
                self._draw(wish)
        self._bury()

    def _next(self) -> RenderRequest | None:
        """Wait for a wish and for memory to draw it in; None when the renderer closes."""
        with self._change:
            self._doing = None
            while not self._closing:
                if self._wanted and self._free:
                    self._doing = self._wanted.popleft()
                    return self._doing
                if not self._change.wait(_IDLE_S if self._dropped else None):
                    dropped, self._dropped = self._dropped, []
                    self._tell_dropped(dropped)
        return None

    def _tell_dropped(self, keys: list[str]) -> None:
        for key in self._known.intersection(keys):
            self._known.discard(key)
            try:
                self._revive().send({"do": "forget", "key": key, "timeout_s": self._timeout_s})
            except ChildGone:
                self._bury()

    def _draw(self, wish: RenderRequest) -> None:
        content = self._contents.get(wish.key)
        if content is None:
            return  # forgotten meanwhile
        place = wish.key, wish.page_number
        problem, page = self._given_up.get(place), None
        if problem is None:
            try:
                page = self._drawn(wish, content)
                problem = DAMAGED
            except ChildGone:
                problem = CRASHED
                self._bury()
            except TimeoutError:
                problem = TOO_SLOW
                self._bury()
        if self._closing:
            return
        with self._change:
            if page is None:
                self._given_up[place] = problem
                page = RenderedPage(wish, wish.scale, 0, 0, None, problem)
            elif page.slot is not None:
                self._free.remove(page.slot)
            self._done.append(page)
            if wish.key not in self._contents:
                self._release(self._done.pop())
        self.told()

    def _drawn(self, wish: RenderRequest, content: bytes) -> RenderedPage | None:
        """Have a page drawn; None where the document or the page is damaged."""
        child = self._revive()
        slot = self._free[0]  # there is one, and only this thread takes any
        ask = {
            "do": "render",
            "key": wish.key,
            "page": wish.page_number,
            "scale": wish.scale,
            "clip": wish.clip,
            "slot": slot,
            "timeout_s": self._timeout_s,
        }
        child.send(ask, b"" if wish.key in self._known else content)
        self._known.add(wish.key)
        frame = child.receive(self._timeout_s)
        if frame is None:
            raise TimeoutError
        answer = frame.header
        if answer["is"] != "picture":
            self._known.discard(wish.key)
            return None
        assert self._shared is not None  # noqa: S101  made before the child
        width, height = int(answer["width"]), int(answer["height"])
        with self._shared.slot(slot) as room:
            image = room[: 4 * width * height]
        return RenderedPage(wish, float(answer["scale"]), width, height, image, None, slot)

    def _revive(self) -> Child:
        """Return the child, a new one where the last one is gone; raises ChildGone at the end."""
        with self._change:
            if self._closing:
                raise ChildGone
            if self._shared is None:
                self._shared = Shared()
                self._shared.touch()
            if self._child is not None and not self._child.alive:
                self._child.kill()  # it died by itself: only its pipes are left
                self._child = None
            if self._child is None:
                self._known.clear()
                self._child = Child()
                share = {"do": "share", "name": self._shared.name, "timeout_s": self._timeout_s}
                self._child.send(share)
            return self._child

    def _bury(self) -> None:
        with self._change:
            child, self._child = self._child, None
            self._known.clear()
        if child is not None:
            child.kill()


def _nobody() -> None:
    """Stand for whoever wants to be told, until there is one."""


def render_png(
    content: bytes,
    page_number: int,
    scale: float,
    marks: Sequence[tuple[Rect, str]] = (),
    timeout_s: float = 60,
) -> bytes:
    """Return one page as the bytes of a PNG file; raises UnreadableDocument.

    Args:
        content: The PDF.
        page_number: 1-based sheet number.
        scale: Pixels per point.
        marks: Highlights to draw: unrotated rectangles with their colour as "#RRGGBB".
        timeout_s: After this the page is given up.
    """
    coloured = [_mark(rect, colour) for rect, colour in marks]
    return _picture(
        {"do": "png", "page": page_number, "marks": coloured}, content, scale, timeout_s
    )


def svg_png(drawing: str, scale: float, timeout_s: float = 60) -> bytes:
    """Return a drawing in SVG as the bytes of a PNG file; raises UnreadableDocument.

    Args:
        drawing: The text of an SVG file without pictures in it.
        scale: Pixels per pixel of the drawing.
        timeout_s: After this the drawing is given up.
    """
    (made,) = svg_pngs([drawing], scale, timeout_s)
    return made


def svg_pngs(drawings: Iterable[str], scale: float, timeout_s: float = 60) -> Iterator[bytes]:
    """Yield drawings as PNG files, as `svg_png` does; one child draws them all."""
    child = Child()
    try:
        for drawing in drawings:
            yield _asked(child, {"do": "svg"}, drawing.encode(), scale, timeout_s)
    finally:
        child.kill()


def _picture(wish: Mapping[str, object], content: bytes, scale: float, timeout_s: float) -> bytes:
    """Have a child of its own draw one picture."""
    child = Child()
    try:
        return _asked(child, wish, content, scale, timeout_s)
    finally:
        child.kill()


def _asked(
    child: Child, wish: Mapping[str, object], content: bytes, scale: float, timeout_s: float
) -> bytes:
    try:
        child.send({**wish, "scale": scale, "timeout_s": timeout_s}, content)
        frame = child.receive(timeout_s)
    except ChildGone:
        raise UnreadableDocument(CRASHED) from None
    if frame is None:
        raise UnreadableDocument(TOO_SLOW)
    if frame.header["is"] != "picture":
        raise UnreadableDocument(DAMAGED)
    return frame.body


def _mark(rect: Rect, colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [*parts, rect.x0_pt, rect.y0_pt, rect.x1_pt, rect.y1_pt]
