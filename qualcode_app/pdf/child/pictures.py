"""Pictures of pages, drawn into memory that the window shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pymupdf

from qualcode_app.pdf.pixels import SLOT_PIXELS, Shared

_MOST_PIXELS = 32_000_000  # of a picture in a file: A4 at 700 %

Answer = Mapping[str, object]


class Pixels:
    """Draws pages as red, green, blue, 255; blue first takes longer where pictures are."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._shared.touch()
        self._place: tuple[str, int] | None = None  # the page whose drawing commands are kept
        self._commands: pymupdf.DisplayList | None = None
        self._warm_up()

    def _warm_up(self) -> None:
        """Draw something while the window is built: a first picture costs 30 ms more."""
        with pymupdf.open() as document:
            page = document.new_page(width=20, height=20)
            page.insert_text((2, 12), "Qa")
            _draw(page.get_displaylist(), 1, None, self._shared.slot(0))

    def forget(self) -> None:
        """Let go of the page that was drawn last."""
        self._place = self._commands = None

    def drawn(self, document: pymupdf.Document, request: Mapping[str, Any]) -> Answer:
        """Draw a page, or a part of it, into the shared memory."""
        page = _page(document, request["page"])
        scale = request["scale"]
        if request["clip"] is None:
            scale = _possible(page, scale, SLOT_PIXELS)
        commands = self._read(page, (request["key"], request["page"]))
        with self._shared.slot(request["slot"]) as room:
            width, height = _draw(commands, scale, request["clip"], room)
        return {"is": "picture", "width": width, "height": height, "scale": scale}

    def _read(self, page: pymupdf.Page, place: tuple[str, int]) -> pymupdf.DisplayList:
        """Return the commands that draw a page; parts of a page mostly come after each other."""
        if place != self._place or self._commands is None:
            self.forget()
            self._place, self._commands = place, page.get_displaylist()
        return self._commands


def png(document: pymupdf.Document, request: Mapping[str, Any]) -> tuple[Answer, bytes]:
    """Return a page as the bytes of a PNG file, highlights multiplied onto it."""
    page = _page(document, request["page"])
    scale = _possible(page, request["scale"], _MOST_PIXELS)
    for red, green, blue, *corners in request["marks"]:
        mark = page.add_highlight_annot(pymupdf.Rect(corners) * page.rotation_matrix)
        mark.set_colors(stroke=(red, green, blue))
        mark.update()
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale))
    answer = {"is": "picture", "width": pixmap.width, "height": pixmap.height, "scale": scale}
    return answer, pixmap.tobytes("png")


def of_svg(content: bytes, scale: float) -> tuple[Answer, bytes]:
    """Return a drawing that the program made itself as the bytes of a PNG file."""
    with pymupdf.open(stream=content, filetype="svg") as drawing:
        return png(drawing, {"page": 1, "scale": scale, "marks": ()})


def _page(document: pymupdf.Document, number: int) -> pymupdf.Page:
    if not 1 <= number <= document.page_count:
        raise ValueError(f"no page {number}")
    return document[number - 1]


def _possible(page: pymupdf.Page, scale: float, most_pixels: int) -> float:
    """Return the scale, smaller where the picture would be too large."""
    pixels = (page.rect.width * scale + 1) * (page.rect.height * scale + 1)
    return scale if pixels <= most_pixels else scale * (most_pixels / pixels) ** 0.5 * 0.999


def _draw(
    commands: pymupdf.DisplayList, scale: float, clip: Sequence[int] | None, room: memoryview
) -> tuple[int, int]:
    """Draw a page where the window will read it, without a copy; return width and height.

    Args:
        commands: What draws the page.
        scale: Pixels per point.
        clip: Left, top, right and bottom of the part wanted, in pixels of the whole picture.
        room: Memory for SLOT_PIXELS pixels.

    Raises:
        ValueError: There is no room for so many pixels.
    """
    mupdf = pymupdf.mupdf
    matrix = mupdf.FzMatrix(scale, 0, 0, scale, 0, 0)
    frame = mupdf.fz_round_rect(
        mupdf.fz_transform_rect(mupdf.fz_bound_display_list(commands.this), matrix)
    )
    if clip is not None:
        left, top, right, bottom = clip
        corner = frame.x0 + left, frame.y0 + top
        wanted = mupdf.FzIrect(*corner, frame.x0 + right, frame.y0 + bottom)
        frame = mupdf.fz_intersect_irect(frame, wanted)
        if frame.x1 <= frame.x0 or frame.y1 <= frame.y0:  # rounding put it beyond the page
            frame = mupdf.FzIrect(*corner, corner[0] + 1, corner[1] + 1)
    width, height = frame.x1 - frame.x0, frame.y1 - frame.y0
    if width * height > SLOT_PIXELS:
        raise ValueError("a picture is too large")
    red_first = mupdf.FzColorspace(mupdf.FzColorspace.Fixed_RGB)
    pixels = mupdf.python_mutable_buffer_data(room)
    pixmap = mupdf.fz_new_pixmap_with_bbox_and_data(
        red_first, frame, mupdf.FzSeparations(), 1, pixels
    )
    mupdf.fz_clear_pixmap_with_value(pixmap, 255)
    device = mupdf.fz_new_draw_device(matrix, pixmap)
    everything = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
    mupdf.fz_run_display_list(commands.this, device, mupdf.FzMatrix(), everything, mupdf.FzCookie())
    mupdf.fz_close_device(device)
    return width, height
