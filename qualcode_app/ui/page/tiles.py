"""Parts of pages that are too large to be drawn whole: only those in sight are drawn and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

from qualcode_app.pdf.client import Clip

TILE_PX = 512
TILE_BYTES = TILE_PX * TILE_PX * 4
_COARSER = 0.9


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One field of the grid over a page's picture."""

    number: int  # sheet
    row: int
    column: int

    @property
    def clip(self) -> Clip:
        """The pixels of the picture it covers."""
        left, top = self.column * TILE_PX, self.row * TILE_PX
        return left, top, left + TILE_PX, top + TILE_PX


class Tiles:
    """The parts drawn at one scale, those looked at last; together within a number of bytes."""

    def __init__(self, max_bytes: int) -> None:
        self._most = max(1, max_bytes // TILE_BYTES)
        self.scale = 0.0  # pixels per point
        self._kept: OrderedDict[Place, QImage] = OrderedDict()
        self._in_sight: dict[int, list[Place]] = {}

    @property
    def n_bytes(self) -> int:
        """How much memory they take."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def clear(self) -> None:
        """Forget all of them."""
        self._kept.clear()
        self._in_sight.clear()

    def look_at(self, views: Mapping[int, QRect], scale: float) -> list[Place]:
        """Note what is in sight and return the parts of it that are missing.

        Args:
            views: For each sheet that is too large, the part in sight, in pixels of its picture.
            scale: Pixels per point; a window larger than the memory gets somewhat fewer.
        """
        drawn = scale
        while sum(len(_fields(n, view, drawn / scale)) for n, view in views.items()) > self._most:
            drawn *= _COARSER
        if drawn != self.scale:
            self.clear()
            self.scale = drawn
        self._in_sight = {n: _fields(n, view, drawn / scale) for n, view in views.items()}
        wanted = [place for places in self._in_sight.values() for place in places]
        for place in wanted:
            if place in self._kept:
                self._kept.move_to_end(place)
        return [place for place in wanted if place not in self._kept]

    def covers(self, number: int) -> bool:
        """Tell whether all that is in sight of a sheet is here."""
        return all(place in self._kept for place in self._in_sight.get(number, ()))

    def put(self, clip: Clip, number: int, image: QImage) -> None:
        """Keep a part, and let go of those looked at longest ago."""
        self._kept[Place(number, clip[1] // TILE_PX, clip[0] // TILE_PX)] = image
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def of(self, number: int) -> Iterator[tuple[QRectF, QImage]]:
        """Yield the parts of a sheet with where they lie, in points of the page's view."""
        for place, image in self._kept.items():
            if place.number == number:
                left, top, _, _ = place.clip
                width, height = image.width(), image.height()
                yield (
                    QRectF(*(value / self.scale for value in (left, top, width, height))),
                    image,
                )


def _fields(number: int, view: QRect, share: float) -> list[Place]:
    """Return the fields that a part of a page touches, drawn at a share of its size."""
    if view.isEmpty():
        return []
    columns = range(int(view.left() * share) // TILE_PX, ceil(view.right() * share / TILE_PX) or 1)
    rows = range(int(view.top() * share) // TILE_PX, ceil(view.bottom() * share / TILE_PX) or 1)
    return [Place(number, row, column) for row in rows for column in columns]
