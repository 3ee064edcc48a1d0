"""Pictures of pages, drawn into memory that the window shares."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any

import pymupdf

from qualcode_app.pdf.pixels import MOST_PIXELS, ROUGH_AT, Shared

_SLOW_S = 0.12  # a page that took longer gets a rough picture first
_HEAVY_PIXELS = 4_000_000  # in the pictures on a page that was never drawn before
_ROUGH = 0.25
_WORTH_IT = 0.5  # share of the time of the whole picture that a rough one may take

Answer = Mapping[str, object]


class Pixels:
    """Draws pages as red, green, blue, 255; blue first takes longer where pictures are."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._slow: set[tuple[str, int]] = set()
        self._rough_in_vain: set[tuple[str, int]] = set()
        _warm_up()

    def drawn(self, document: pymupdf.Document, request: Mapping[str, Any]) -> Iterator[Answer]:
        """Yield an answer per picture: for a slow page a rough one first."""
        page = _page(document, request["page"])
        place = request["key"], request["page"]
        scale = _possible(page, request["scale"])
        began = time.monotonic()
        rough = place in self._slow or (place not in self._rough_in_vain and _looks_heavy(page))
        commands = page.get_displaylist()
        read = time.monotonic()
        if rough:
            yield self._draw(commands, scale * _ROUGH, ROUGH_AT)
        sketched = time.monotonic()
        yield self._draw(commands, scale, 0)
        done = time.monotonic()
        if rough and sketched - read > _WORTH_IT * (done - sketched):
            self._rough_in_vain.add(place)  # some pictures take as long to draw small
            self._slow.discard(place)
        elif done - began > _SLOW_S and place not in self._rough_in_vain:
            self._slow.add(place)

    def _draw(self, commands: pymupdf.DisplayList, scale: float, at: int) -> Answer:
        pixmap = _pixmap(commands, scale)
        samples = pixmap.samples_mv
        self._shared.memory[at : at + len(samples)] = samples
        return {
            "is": "picture",
            "rough": at == ROUGH_AT,
            "width": pixmap.width,
            "height": pixmap.height,
            "scale": scale,
        }


def png(document: pymupdf.Document, request: Mapping[str, Any]) -> tuple[Answer, bytes]:
    """Return a page as the bytes of a PNG file, highlights multiplied onto it."""
    page = _page(document, request["page"])
    scale = _possible(page, request["scale"])
    for red, green, blue, *corners in request["marks"]:
        mark = page.add_highlight_annot(pymupdf.Rect(corners) * page.rotation_matrix)
        mark.set_colors(stroke=(red, green, blue))
        mark.update()
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale))
    answer = {"is": "picture", "width": pixmap.width, "height": pixmap.height, "scale": scale}
    return answer, pixmap.tobytes("png")


def _page(document: pymupdf.Document, number: int) -> pymupdf.Page:
    if not 1 <= number <= document.page_count:
        raise ValueError(f"no page {number}")
    return document[number - 1]


def _possible(page: pymupdf.Page, scale: float) -> float:
    """Return the scale, smaller where the picture would be too large."""
    pixels = (page.rect.width * scale + 1) * (page.rect.height * scale + 1)
    return scale if pixels <= MOST_PIXELS else scale * (MOST_PIXELS / pixels) ** 0.5 * 0.999


def _looks_heavy(page: pymupdf.Page) -> bool:
    pixels: int = sum(width * height for _, _, width, height, *_ in page.get_images())
    return pixels > _HEAVY_PIXELS


def _warm_up() -> None:
    """Draw something while the window is still being built: a first picture costs 30 ms more."""
    with pymupdf.open() as document:
        page = document.new_page(width=20, height=20)
        page.insert_text((2, 12), "Qa")
        _pixmap(page.get_displaylist(), 1)


def _pixmap(commands: pymupdf.DisplayList, scale: float) -> pymupdf.Pixmap:
    mupdf = pymupdf.mupdf
    matrix = mupdf.FzMatrix(scale, 0, 0, scale, 0, 0)
    frame = mupdf.fz_round_rect(
        mupdf.fz_transform_rect(mupdf.fz_bound_display_list(commands.this), matrix)
    )
    red_first = mupdf.FzColorspace(mupdf.FzColorspace.Fixed_RGB)
    pixmap = mupdf.fz_new_pixmap_with_bbox(red_first, frame, mupdf.FzSeparations(), 1)
    mupdf.fz_clear_pixmap_with_value(pixmap, 255)
    device = mupdf.fz_new_draw_device(matrix, pixmap)
    everything = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
    mupdf.fz_run_display_list(commands.this, device, mupdf.FzMatrix(), everything, mupdf.FzCookie())
    mupdf.fz_close_device(device)
    return pymupdf.Pixmap("raw", pixmap)
