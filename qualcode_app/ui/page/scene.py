"""Everything the page view shows at one moment, and what lies at a point of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Sequence
from math import ceil, floor
from typing import NamedTuple

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page import margin_changes
from qualcode_app.ui.page.glyphs import Glyphs, Part
from qualcode_app.ui.page.grips import Grip, grip_at
from qualcode_app.ui.page.highlights import Highlights
from qualcode_app.ui.page.layout import PageLayout, PageSlot
from qualcode_app.ui.page.selection import Selection
from qualcode_app.ui.page.source import PageSource
from qualcode_app.ui.page.stripes import LANE_PX, Margin, MarginStyle, Packing, Piece

KEPT_MARGINS = 24
EDGE_GRAB_PX = 5
_SLACK_PX = 2  # a pointer this near to a line is on it


class _KeptMargin(NamedTuple):
    """The margin of a page as it was when its marks had a version."""

    packing: Packing
    version: int
    margin: Margin


class PlacePx(NamedTuple):
    """A place of a page in content pixels."""

    slot: PageSlot
    left: float
    top: float
    right: float
    bottom: float


class Scene:
    """One open document: its pages, marks, selection and what the pointer is on.

    Points are content pixels: what the viewport shows plus the scroll bars' values.
    """

    def __init__(self, source: PageSource) -> None:
        self.source = source
        self.glyphs = Glyphs(source)
        self.highlights = Highlights(self.glyphs)
        self.selection = Selection(self.glyphs)
        self.layout = PageLayout((), 1.0, 1, 0)
        self.active_uid: str | None = None
        self.hovered_uid: str | None = None
        self.offered: TextAnchor | None = None  # where a dragged code would land
        self.flashed: TextAnchor | None = None
        self.found: list[TextAnchor] = []  # hits of a search, in order
        self.current_hit: TextAnchor | None = None
        self.edited: TextAnchor | None = None  # the active coding while its edge is dragged
        self.edge_gap: int | None = None  # which of its edges, while keys move it
        self.area: tuple[int, Rect] | None = None  # page index and the area being drawn
        self.caret_shown = False
        self._margins: OrderedDict[int, _KeptMargin] = OrderedDict()
        self._different: dict[int, list[Piece]] = {}

    def margin(self, index: int, style: MarginStyle) -> Margin:
        """Return the stripes and labels beside a page."""
        marks = self.highlights.on_page(index)
        kept = self._margins.get(index)
        if kept is None or kept.packing.looks != (self.layout.scale, style):
            packing = Packing(marks.runs(), self.layout.scale, style)
            kept = _KeptMargin(packing, marks.version, packing.margin())
        elif kept.version != marks.version:
            kept.packing.update(marks.changed_since(kept.version))
            margin = kept.packing.margin()
            self._different.setdefault(index, []).extend(
                margin_changes.between(kept.margin, margin)
            )
            kept = _KeptMargin(kept.packing, marks.version, margin)
        self._margins[index] = kept
        self._margins.move_to_end(index)
        if len(self._margins) > KEPT_MARGINS:
            self._margins.popitem(last=False)
        return kept.margin

    def margin_changes(self, index: int, style: MarginStyle) -> list[Piece]:
        """Return where the margin of a page looks different since this was asked last."""
        kept = self._margins.get(index)
        self.margin(index, style)
        pieces = self._different.pop(index, [])
        if kept is None or kept.packing is not self._margins[index].packing:
            return [margin_changes.WHOLE]
        return pieces

    def forget_margins(self) -> None:
        """Work the margins out again; called when all highlights are replaced."""
        self._margins.clear()
        self._different.clear()

    def gap_at(self, x_px: float, y_px: float) -> int | None:
        """Return the gap between characters nearest to a point, also beside and between pages."""
        slot = self.layout.nearest(x_px, y_px)
        if slot is None:
            return None
        return self.glyphs.caret_at(slot.index, *self.layout.to_page(slot, x_px, y_px))

    def stretch_at(self, x_px: float, y_px: float) -> tuple[int, int] | None:
        """Return what a selection reaches that begins or ends at a point: see `Glyphs`."""
        slot = self.layout.nearest(x_px, y_px)
        if slot is None:
            return None
        return self.glyphs.stretch_at(slot.index, *self.layout.to_page(slot, x_px, y_px))

    def char_at(self, x_px: float, y_px: float) -> int | None:
        """Return the character under a point."""
        slot = self.layout.at(x_px, y_px)
        if slot is None:
            return None
        return self.glyphs.char_at(slot.index, *self.layout.to_page(slot, x_px, y_px))

    def codings_at(self, x_px: float, y_px: float, style: MarginStyle) -> list[str]:
        """Return the codings at a point, topmost first: on the page, a stripe or a label."""
        slot = self.layout.at(x_px, y_px)
        if slot is not None:
            slack = _SLACK_PX / self.layout.scale
            return self.highlights.at(
                slot.index, *self.layout.to_page(slot, x_px, y_px), slack_pt=slack
            )
        slot = self.layout.nearest(x_px, y_px)
        if slot is None:
            return []
        x_px -= self.layout.margin_x_px(slot)
        margin = self.margin(slot.index, style)
        return _in_margin(margin, self._margins[slot.index].packing, x_px, y_px - slot.y_px)

    def is_selected(self, x_px: float, y_px: float) -> bool:
        """Tell whether a point lies on the selection."""
        slot = self.layout.at(x_px, y_px)
        if slot is None:
            return False
        x, y = self.layout.to_page(slot, x_px, y_px)
        return any(
            rect.x0_pt <= x <= rect.x1_pt and rect.y0_pt <= y <= rect.y1_pt
            for rect in self.rects(self.selection.spans(), slot.index)
        )

    def is_in_margin(self, x_px: float, y_px: float) -> bool:
        """Tell whether a point lies beside the pages, where the stripes are."""
        slot = self.layout.nearest(x_px, y_px)
        return slot is not None and x_px >= self.layout.margin_x_px(slot)

    def edge_at(self, x_px: float, y_px: float) -> bool | None:
        """Tell whether a point is on the start (True) or the end (False) of the active coding."""
        active = self.highlights.get(self.active_uid or "")
        if active is None or active.anchor is None:
            return None
        for offset, is_start in ((active.anchor.start, True), (active.anchor.end - 1, False)):
            index = self.glyphs.index_at(offset)
            slot, scale = self.layout.slots[index], self.layout.scale
            for rect in self.glyphs.rects(Part(index, offset, offset + 1)):
                x = slot.x_px + (rect.x0_pt if is_start else rect.x1_pt) * scale
                top, bottom = slot.y_px + rect.y0_pt * scale, slot.y_px + rect.y1_pt * scale
                if abs(x_px - x) <= EDGE_GRAB_PX and top <= y_px <= bottom:
                    return is_start
        return None

    def grip_at(self, x_px: float, y_px: float) -> Grip | None:
        """Return which side or corner of the active area is held at a point."""
        slot = self.layout.nearest(x_px, y_px)
        active = self.highlights.get(self.active_uid or "")
        if slot is None or active is None or active.area is None:
            return None
        if self.source.pages[slot.index].number != active.area.page_number:
            return None
        place = self.layout.to_page(slot, x_px, y_px)
        return grip_at(self.glyphs.area_rect(active.area), *place, EDGE_GRAB_PX / self.layout.scale)

    def rects(self, spans: Sequence[TextAnchor], index: int) -> list[Rect]:
        """Return the rectangles of a text on one page, in points of its view."""
        page = self.source.pages[index]
        low, high = page.start_char, page.start_char + page.n_chars
        return [
            rect
            for span in spans
            if span.start < high and span.end > low
            for rect in self.glyphs.rects(Part(index, max(span.start, low), min(span.end, high)))
        ]

    def hits_on(self, index: int) -> list[TextAnchor]:
        """Return the hits of the search that touch a page."""
        page = self.source.pages[index]
        low = bisect_left(self.found, page.start_char, key=lambda hit: hit.end - 1)
        high = bisect_left(self.found, page.start_char + page.n_chars, key=lambda hit: hit.start)
        return self.found[low:high]

    def spoken(self, anchor: TextAnchor) -> str:
        """Return the words of a range on one line, and the keys of the codes that touch it."""
        words = " ".join(self.source.text[anchor.start : anchor.end].split())
        keys = {
            run.highlight.key: None
            for part in self.glyphs.parts(anchor)
            for run in self.highlights.on_page(part.index).runs()
            if any(span.overlaps(anchor) for span in run.spans)
        }
        return " ".join([words, *keys])

    def height_px(self, index: int, text: TextAnchor) -> tuple[int, int]:
        """Return how far down on a page the lines of a text begin and end, in pixels."""
        lines = [
            rect
            for start, end, rect in self.glyphs.lines(index)
            if start < text.end and text.start < end
        ]
        top = min((rect.y0_pt for rect in lines), default=0.0)
        bottom = max((rect.y1_pt for rect in lines), default=0.0)
        return floor(top * self.layout.scale), ceil(bottom * self.layout.scale)

    def place_px(self, anchor: TextAnchor) -> PlacePx | None:
        """Return where a range begins: its lines as far as they follow below each other.

        What goes on at the top of another column or page is left out, for a window that shows
        that need not show the beginning.
        """
        for part in self.glyphs.parts(anchor):
            rects = self.glyphs.rects(part)
            if rects:
                return self._place_px(part.index, _first_column(rects))
        return None

    def area_px(self, index: int, area: PageArea) -> PlacePx:
        """Return where an area of a page is."""
        return self._place_px(index, [self.glyphs.area_rect(area)])

    def _place_px(self, index: int, rects: Sequence[Rect]) -> PlacePx:
        slot, scale = self.layout.slots[index], self.layout.scale
        return PlacePx(
            slot,
            slot.x_px + min(rect.x0_pt for rect in rects) * scale,
            slot.y_px + min(rect.y0_pt for rect in rects) * scale,
            slot.x_px + max(rect.x1_pt for rect in rects) * scale,
            slot.y_px + max(rect.y1_pt for rect in rects) * scale,
        )


def _first_column(rects: Sequence[Rect]) -> list[Rect]:
    """Return the lines up to the first that stands higher than the one before it."""
    n_lines = 1
    while n_lines < len(rects) and rects[n_lines].y1_pt >= rects[n_lines - 1].y0_pt:
        n_lines += 1
    return list(rects[:n_lines])


def _in_margin(margin: Margin, packing: Packing, x_px: float, y_px: float) -> list[str]:
    """Return the codings of the stripe or label at a point counted from the page's top right."""
    style = margin.style
    for stripe in margin.stripes:
        left = style.lane_left_px(stripe.lane)
        if left - 2 <= x_px < left - 2 + LANE_PX and any(a <= y_px <= b for a, b in stripe.pieces):
            return [stripe.highlight.uid]
    left = style.lane_left_px(margin.n_lanes)
    for crowd in margin.crowds:
        if left - 2 <= x_px < left - 2 + LANE_PX and crowd.top_px <= y_px <= crowd.bottom_px:
            return packing.uids_of(crowd)
    if margin.labels_left_px <= x_px < style.width_px:
        for label in margin.labels:
            if label.y_px <= y_px < label.y_px + style.label_px:
                return [*label.uids, *label.folded]
    return []
