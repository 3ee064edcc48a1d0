"""Rectangles of REFI-QDA and ours: media box from below, page from above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

Corners = tuple[int, int, int, int]
PageBox = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class MediaCorners:
    """The boxes of a page, in points of the file from the bottom left.

    Our areas count from the top left of the crop box, before the page is turned; those of
    REFI-QDA from the bottom left of the media box.
    """

    media: PageBox
    crop: PageBox

    @classmethod
    def of(cls, media: str, crop: str, width_pt: float = 0, height_pt: float = 0) -> Self:
        """Read the boxes as a page keeps them; a page that keeps none is taken as it is shown."""
        shown = (0.0, 0.0, width_pt, height_pt)
        return cls(_box(media) if media else shown, _box(crop) if crop else shown)

    def to_media(self, area: PageBox) -> Corners:
        """Return left, bottom, right and top in the media box, in whole points."""
        left, top, right, bottom = area
        across, up = self.crop[0] - self.media[0], self.crop[3] - self.media[1]
        x0, x1 = round(left + across), round(right + across)
        y0, y1 = round(up - bottom), round(up - top)
        return x0, y0, max(x1, x0 + 1), max(y1, y0 + 1)

    def to_page(self, corners: Corners, *, from_top: bool = False) -> PageBox:
        """Return left, top, right and bottom on the page.

        Args:
            corners: Two corners, in any order.
            from_top: Whether the program counts from the top of the media box.
        """
        x0, x1 = sorted((corners[0], corners[2]))
        below, above = sorted((corners[1], corners[3]))
        across, up = self.crop[0] - self.media[0], self.crop[3] - self.media[1]
        if from_top:
            height = self.media[3] - self.media[1]
            return x0 - across, up - height + below, x1 - across, up - height + above
        return x0 - across, up - above, x1 - across, up - below


def _box(said: str) -> PageBox:
    x0, y0, x1, y1 = map(float, said.split())
    return x0, y0, x1, y1
