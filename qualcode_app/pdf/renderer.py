"""Pictures of pages for the window: asked for, looked in on, and never waited for."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any

from qualcode_app.domain.boxes import Rect
from qualcode_app.domain.errors import UnreadableDocument
from qualcode_app.pdf.pixels import ROUGH_AT, Shared
from qualcode_app.pdf.process import Child, ChildGone

TOO_SLOW = "This page takes too long to draw and was given up. Its text can still be coded."
CRASHED = "This page makes the PDF reader crash and cannot be shown. Its text can still be coded."
DAMAGED = "This page is damaged and cannot be shown. Its text can still be coded."


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """A page wanted as a picture; `scale` in pixels per point."""

    key: str
    page_number: int
    scale: float


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as it is displayed, turned by its rotation.

    `image` holds red, green, blue and 255 per pixel, as QImage.Format_RGBX8888, without padding.
    `scale` is smaller than asked for in a rough picture that comes before a slow one (`rough`),
    and where the picture would be huge. Without an image `problem` is the sentence to show.
    """

    key: str
    page_number: int
    scale: float
    width_px: int
    height_px: int
    image: bytes | None
    problem: str | None
    rough: bool = False


class Renderer:
    """One child that draws, fed by a thread of its own so that the window never waits.

    Documents are opened under a key; wishes replace each other; pictures are fetched by `poll`.
    """

    def __init__(self, timeout_s: float = 10) -> None:
        self._timeout_s = timeout_s
        self._change = threading.Condition()
        self._contents: dict[str, bytes] = {}
        self._dropped: list[str] = []
        self._wanted: deque[RenderRequest] = deque()
        self._done: deque[RenderedPage] = deque()
        self._given_up: dict[tuple[str, int], str] = {}
        self._closing = False
        self._thread: threading.Thread | None = None
        self._child: Child | None = None
        self._known: set[str] = set()  # keys the present child has opened
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
            self._change.notify()

    def request(self, wanted: Sequence[RenderRequest]) -> None:
        """Replace all open wishes, the most wanted first."""
        with self._change:
            self._wanted = deque(wanted)
            self._change.notify()

    def poll(self) -> list[RenderedPage]:
        """Return the pictures that came since the last call; never waits."""
        found = []
        while self._done:
            found.append(self._done.popleft())
        return found

    def _serve(self) -> None:
        """Draw until closed; runs in a thread of its own."""
        self._shared = Shared()
        with suppress(ChildGone), closing(self._shared):
            self._revive()
            while (wish := self._next()) is not None:
                self._draw(wish)
        self._bury()

    def _next(self) -> RenderRequest | None:
        """Wait for a wish; None when the renderer closes."""
        with self._change:
            while not self._closing:
                dropped, self._dropped = self._dropped, []
                self._tell_dropped(dropped)
                if self._wanted:
                    return self._wanted.popleft()
                self._change.wait()
        return None

    def _tell_dropped(self, keys: list[str]) -> None:
        for key in self._known.intersection(keys):
            self._known.discard(key)
            try:
                self._revive().send({"do": "forget", "key": key, "timeout_s": self._timeout_s})
            except ChildGone:
                self._bury()

    def _draw(self, wish: RenderRequest) -> None:
        place = wish.key, wish.page_number
        problem = self._given_up.get(place)
        if problem is None:
            try:
                problem = self._drawn(wish)
            except ChildGone:
                problem = CRASHED
                self._bury()
            except TimeoutError:
                problem = TOO_SLOW
                self._bury()
        if problem is not None and not self._closing:
            self._given_up[place] = problem
            self._done.append(
                RenderedPage(wish.key, wish.page_number, wish.scale, 0, 0, None, problem)
            )

    def _drawn(self, wish: RenderRequest) -> str | None:
        """Have a page drawn; return what is wrong with it, or None."""
        content = self._contents.get(wish.key)
        if content is None:
            return None  # forgotten meanwhile
        child = self._revive()
        ask = {"key": wish.key, "timeout_s": self._timeout_s}
        if wish.key not in self._known:
            child.send({"do": "open", **ask}, content)
            if self._answer(child)["is"] != "open":
                return DAMAGED
            self._known.add(wish.key)
        child.send({"do": "render", "page": wish.page_number, "scale": wish.scale, **ask})
        rough = True
        while rough:
            answer = self._answer(child)
            if answer["is"] != "picture":
                return DAMAGED
            rough = bool(answer["rough"])
            self._done.append(self._picture(wish, answer))
        return None

    def _answer(self, child: Child) -> Mapping[str, Any]:
        frame = child.receive(self._timeout_s)
        if frame is None:
            raise TimeoutError
        return frame.header

    def _picture(self, wish: RenderRequest, answer: Mapping[str, Any]) -> RenderedPage:
        assert self._shared is not None  # noqa: S101  made before the child
        width, height = int(answer["width"]), int(answer["height"])
        at = ROUGH_AT if answer["rough"] else 0
        return RenderedPage(
            key=wish.key,
            page_number=wish.page_number,
            scale=float(answer["scale"]),
            width_px=width,
            height_px=height,
            image=self._shared.memory[at : at + 4 * width * height],
            problem=None,
            rough=bool(answer["rough"]),
        )

    def _revive(self) -> Child:
        """Return the child, a new one where the last one is gone; raises ChildGone at the end."""
        assert self._shared is not None  # noqa: S101  made before the child
        with self._change:
            if self._closing:
                raise ChildGone
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


def render_page(
    content: bytes, page_number: int, scale: float, timeout_s: float = 60
) -> RenderedPage:
    """Return the picture of one page, waiting for it.

    Raises:
        UnreadableDocument: The page cannot be drawn, or not in time.
    """
    renderer = Renderer(timeout_s)
    renderer.open("", content)
    renderer.request([RenderRequest("", page_number, scale)])
    renderer.start()
    try:
        while True:
            for page in renderer.poll():
                if page.problem is not None:
                    raise UnreadableDocument(page.problem)
                if not page.rough:
                    return page
            time.sleep(0.005)
    finally:
        renderer.close()


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
    child = Child()
    try:
        ask = {
            "do": "png",
            "page": page_number,
            "scale": scale,
            "marks": [_mark(rect, colour) for rect, colour in marks],
            "timeout_s": timeout_s,
        }
        child.send(ask, content)
        frame = child.receive(timeout_s)
    except ChildGone:
        raise UnreadableDocument(CRASHED) from None
    finally:
        child.kill()
    if frame is None:
        raise UnreadableDocument(TOO_SLOW)
    if frame.header["is"] != "picture":
        raise UnreadableDocument(DAMAGED)
    return frame.body


def _mark(rect: Rect, colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [*parts, rect.x0_pt, rect.y0_pt, rect.x1_pt, rect.y1_pt]
