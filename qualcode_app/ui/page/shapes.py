"""Marks as shapes in pixels, kept for as long as neither mark nor scale changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath

from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page.bands import Band, Ground, Underline

CORNER_PX = 2.0
WIDER_PX = 1.0  # grounds reach this far beyond the glyphs, left and right
UNDERLINE_PX = 1.4
ALONE_PX = 2.0  # an underline that stands for a ground
UNDERLINE_PITCH_PX = 2.2
BELOW_PX = 12  # underlines reach less far below their line
KEPT_PAGES = 16
STEP = 8  # bands worked out at once while scrolling


class Shape(NamedTuple):
    """Something to fill, in pixels below the page's top left corner."""

    uid: str
    brush: QBrush
    path: QPainterPath
    top_px: float
    bottom_px: float


class Drawn(NamedTuple):
    """A band as shapes for one scale."""

    band: Band
    grounds: tuple[Shape, ...]
    underlines: tuple[Shape, ...]
    top_px: float
    bottom_px: float


@dataclass(slots=True)
class _PageShapes:
    """The shapes of a page at one scale; what a changed band leaves as it was is used again."""

    scale: float
    underline_px: float
    bands: dict[int, Drawn]  # by the place of the band
    single: dict[tuple[int, str, int], tuple[Ground | Underline, Shape]]

    def shape_of(self, band: Band, mark: Ground | Underline) -> Shape:
        """Return a mark as a shape, drawn anew when it is not just the same as before."""
        level = mark.level if isinstance(mark, Underline) else -1
        key = band.start, mark.highlight.uid, level
        known = self.single.get(key)
        if known is not None and known[0] == mark:
            return known[1]
        if isinstance(mark, Underline):
            shape = _underline(mark, self.scale, self.underline_px)
        else:
            shape = _ground(mark, self.scale)
        self.single[key] = mark, shape
        return shape


class Shapes:
    """The shapes of the pages last looked at."""

    def __init__(self, *, tinted: bool = True) -> None:
        self._tinted = tinted  # else underlines stand for grounds
        self._pages: dict[int, _PageShapes] = {}

    def of_page(
        self,
        index: int,
        bands: Sequence[Band],
        scale: float,
        top_px: float = float("-inf"),
        bottom_px: float = float("inf"),
    ) -> list[Drawn]:
        """Return the shapes of a page between two heights; only bands not met are worked out."""
        kept = self._kept(index, scale)
        highest, lowest = (top_px - BELOW_PX) / scale, bottom_px / scale
        return [
            drawn
            for at, band in enumerate(bands)
            if band.grounds or band.begun
            if band.reach_pt[1] >= highest and band.reach_pt[0] <= lowest
            if (drawn := self._drawn(at, band, kept)).bottom_px >= top_px
            and drawn.top_px <= bottom_px
        ]

    def prepare(self, index: int, bands: Sequence[Band], scale: float) -> Iterator[None]:
        """Work out the shapes of a page that will soon be in sight, some bands per step."""
        for at, band in enumerate(bands):
            self._drawn(at, band, self._kept(index, scale))
            if at % STEP == STEP - 1:
                yield

    def _kept(self, index: int, scale: float) -> _PageShapes:
        kept = self._pages.pop(index, None)
        if kept is None or kept.scale != scale:
            kept = _PageShapes(scale, UNDERLINE_PX if self._tinted else ALONE_PX, {}, {})
        self._pages[index] = kept
        if len(self._pages) > KEPT_PAGES:
            del self._pages[next(iter(self._pages))]
        return kept

    def _drawn(self, at: int, band: Band, kept: _PageShapes) -> Drawn:
        known = kept.bands.get(at)
        if known is None or known.band is not band:
            known = kept.bands[at] = self._draw(band, kept)
        return known

    def _draw(self, band: Band, kept: _PageShapes) -> Drawn:
        grounds: Sequence[Ground] = band.grounds
        underlines: Sequence[Underline] = band.underlines
        if not self._tinted:
            grounds = ()
            underlines = [Underline(run.highlight, 0, run.rects) for run in band.begun]
        below = tuple(kept.shape_of(band, mark) for mark in grounds if mark.rects)
        above = tuple(kept.shape_of(band, mark) for mark in underlines if mark.rects)
        top = min((shape.top_px for shape in (*below, *above)), default=0.0)
        bottom = max((shape.bottom_px for shape in (*below, *above)), default=0.0)
        return Drawn(band, below, above, top, bottom)


def _ground(ground: Ground, scale: float) -> Shape:
    path = _path(ground.rects)
    ends: list[float] = []
    for rect in ground.rects:
        left, right = round(rect.x0_pt * scale - WIDER_PX), round(rect.x1_pt * scale + WIDER_PX)
        top, bottom = round(rect.y0_pt * scale), round(rect.y1_pt * scale)
        path.addRoundedRect(left, top, right - left, bottom - top, CORNER_PX, CORNER_PX)
        ends += (top, bottom)
    return Shape(ground.highlight.uid, _brush(ground.highlight.tint), path, min(ends), max(ends))


def _underline(underline: Underline, scale: float, thick_px: float) -> Shape:
    path = _path(underline.rects)
    ends: list[float] = []
    lower = underline.level * UNDERLINE_PITCH_PX - thick_px
    for rect in underline.rects:
        left, top = rect.x0_pt * scale, rect.y1_pt * scale + lower
        path.addRect(left, top, rect.x1_pt * scale - left, thick_px)
        ends += (top, top + thick_px)
    highlight = underline.highlight
    return Shape(highlight.uid, _brush(highlight.on_paper), path, min(ends), max(ends))


def _path(rects: Sequence[Rect]) -> QPainterPath:
    path = QPainterPath()
    if len(rects) > 1:  # they may overlap
        path.setFillRule(Qt.FillRule.WindingFill)
    return path


@cache
def _brush(colour: str) -> QBrush:
    return QBrush(QColor(colour))


def scaled(rect: Rect, scale: float) -> QRectF:
    """Return a rectangle of the page's view in pixels."""
    return QRectF(
        rect.x0_pt * scale,
        rect.y0_pt * scale,
        (rect.x1_pt - rect.x0_pt) * scale,
        (rect.y1_pt - rect.y0_pt) * scale,
    )


def joined(rects: Sequence[Rect], scale: float, *, closing_gaps: bool = False) -> QPainterPath:
    """Return one shape of all lines; with `closing_gaps` lines below each other touch."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    before: QRectF | None = None
    for rect in rects:
        box = scaled(rect, scale).adjusted(-WIDER_PX, 0, WIDER_PX, 0)
        if closing_gaps and before is not None:
            gap = box.top() - before.bottom()
            side_by_side = box.left() < before.right() and before.left() < box.right()
            if side_by_side and 0 < gap < box.height():
                path.addRect(QRectF(box.left(), before.bottom(), box.width(), gap))
        path.addRect(box)
        before = box
    return path.simplified()
