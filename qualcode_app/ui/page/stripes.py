"""The margin beside a page: stripes packed into lanes, labels pushed apart. Plain geometry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.marks import Run

STRIPE_PX, ACTIVE_STRIPE_PX = 4, 6
LANE_PX = 9
LABEL_GAP_PX = 6
LABEL_PX = 20
PUSH_MAX_PX = 60
Piece = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MarginStyle:
    """How much room the margin takes."""

    width_px: int
    lanes_left_px: int  # from the page's edge to the first lane
    lanes_max: int
    labelled: bool
    label_px: int = LABEL_PX  # height of a label, more where letters are larger

    def lane_left_px(self, lane: int) -> int:
        """Return where a lane begins, counted from the page's edge."""
        return self.lanes_left_px + lane * LANE_PX


WITH_LABELS = MarginStyle(190, 12, 6, labelled=True)
WITHOUT_LABELS = MarginStyle(40, 4, 3, labelled=False)


@dataclass(frozen=True, slots=True)
class Stripe:
    """One coding's mark in the margin; a coding over two columns has two pieces."""

    highlight: Highlight
    lane: int
    pieces: tuple[Piece, ...]  # top and bottom in pixels below the page's top


@dataclass(frozen=True, slots=True)
class Crowd:
    """Stripes that found no lane: drawn as one hatched stripe with a number."""

    uids: tuple[str, ...]
    top_px: float
    bottom_px: float


@dataclass(slots=True)
class Label:
    """The words beside a stripe; several uids when neighbours share a code."""

    highlight: Highlight
    y_px: float
    uids: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)  # labels for which there was no room


@dataclass(frozen=True, slots=True)
class Margin:
    """Everything drawn beside one page."""

    stripes: tuple[Stripe, ...]
    crowds: tuple[Crowd, ...]
    labels: tuple[Label, ...]
    n_lanes: int

    style: MarginStyle

    @property
    def labels_left_px(self) -> int:
        """Where labels begin, counted from the page's edge."""
        lanes = self.n_lanes + (1 if self.crowds else 0)
        return self.style.lane_left_px(lanes) + LABEL_GAP_PX


def margin_of(runs: Iterable[Run], scale: float, style: MarginStyle) -> Margin:
    """Pack the runs of a page into lanes and set their labels.

    Args:
        runs: The highlights on the page.
        scale: Pixels per point.
        style: How many lanes there are, and whether labels are wanted.
    """
    placed = [
        (run.top_pt * scale, (run.top_pt - run.bottom_pt) * scale, run.highlight.uid, run)
        for run in runs
        if run.rects
    ]
    placed.sort()  # uids differ, so runs are never compared
    stripes: list[Stripe] = []
    crowded: list[tuple[str, float, float]] = []
    lanes: list[_Lane] = [_Lane() for _ in range(style.lanes_max)]
    full_until = float("-inf")  # down to where no lane takes a stripe in one piece
    for highest, minus_height, uid, run in placed:
        bottom = highest - minus_height
        if highest <= full_until and len(run.pieces) == 1:
            crowded.append((uid, highest, bottom))
            continue
        pieces = tuple((top * scale, bottom * scale) for top, bottom in run.pieces)
        lane = next((n for n, each in enumerate(lanes) if each.take(pieces, highest, bottom)), None)
        if lane is None:
            crowded.append((uid, highest, bottom))
        else:
            stripes.append(Stripe(run.highlight, lane, pieces))
            full_until = min(each.full_until for each in lanes)
    n_lanes = max((stripe.lane + 1 for stripe in stripes), default=0)
    tops = [(run.highlight, highest) for highest, _, _, run in placed]
    labels = labels_of(tops, style.label_px) if style.labelled else []
    return Margin(tuple(stripes), tuple(_crowds(crowded)), tuple(labels), n_lanes, style)


class _Lane:
    """The pieces of a lane that can still be in the way of stripes further down."""

    def __init__(self) -> None:
        self._taken: list[Piece] = []
        self._bottom = float("-inf")
        self._has_gaps = False  # only a stripe in several pieces leaves room above its end

    @property
    def full_until(self) -> float:
        """How far down no stripe in one piece finds room."""
        return float("-inf") if self._has_gaps else self._bottom

    def take(self, pieces: Sequence[Piece], highest: float, lowest: float) -> bool:
        """Put a stripe here if there is room; stripes must come from top to bottom."""
        if self._bottom < highest:
            self._taken.clear()  # all of it lies above
            self._has_gaps = False
        elif (not self._has_gaps and len(pieces) == 1) or self._is_hit(pieces):
            return False
        self._taken.extend(pieces)
        self._has_gaps = self._has_gaps or len(pieces) > 1
        self._bottom = max(self._bottom, lowest)
        return True

    def _is_hit(self, pieces: Sequence[Piece]) -> bool:
        for top, bottom in pieces:
            for taken_top, taken_bottom in self._taken:
                if bottom >= taken_top and top <= taken_bottom:
                    return True
        return False


def _crowds(crowded: list[tuple[str, float, float]]) -> Iterable[Crowd]:
    """Join stripes without a lane that lie beside each other."""
    group: list[str] = []
    low = high = 0.0
    for uid, top, bottom in crowded:
        if group and top > high:
            yield Crowd(tuple(group), low, high)
            group = []
        if not group:
            low, high = top, bottom
        group.append(uid)
        high = max(high, bottom)
    if group:
        yield Crowd(tuple(group), low, high)


def labels_of(wanted: Sequence[tuple[Highlight, float]], label_px: int = LABEL_PX) -> list[Label]:
    """Set labels below each other: pushed down where they collide, folded where none fits.

    Args:
        wanted: The highlights with the height of their stripe, from top to bottom.
        label_px: How high a label is.
    """
    labels: list[Label] = []
    free_from = float("-inf")
    for highlight, top in wanted:
        y = max(top, free_from)
        pushed = y > top
        if labels and pushed and labels[-1].highlight.key == highlight.key:
            labels[-1].uids.append(highlight.uid)
        elif labels and y - top > PUSH_MAX_PX:
            labels[-1].folded.append(highlight.uid)
        else:
            labels.append(Label(highlight, y, [highlight.uid]))
            free_from = y + label_px
    return labels
