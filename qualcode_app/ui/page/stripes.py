"""The margin beside a page: stripes packed into lanes, labels pushed apart. Plain geometry."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.marks import Run

STRIPE_PX, ACTIVE_STRIPE_PX = 4, 6
LANE_PX = 9
LABEL_GAP_PX = 6
LABEL_PX = 20
PUSH_MAX_PX = 60
ONE_BY_ONE_MAX = 20  # more runs that come or go at once are packed with all others anew
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


class Packing:
    """Packs the runs of a page into lanes and sets their labels, from top to bottom.

    Before each run it keeps what of the runs above can still be in its way. A run that comes or
    goes is worked out from there down, until what is in the way is what it was before.

    Args:
        runs: The highlights on the page by uid.
        scale: Pixels per point.
        style: How many lanes there are, and whether labels are wanted.
    """

    def __init__(self, runs: Mapping[str, Run], scale: float, style: MarginStyle) -> None:
        self.looks = (scale, style)
        self._scale = scale
        self._style = style
        self._runs: Mapping[str, Run] = {}
        self._placed: list[_Placed] = []
        self._above: list[_Above] = []
        self._set: list[_Set] = []
        self.update(runs)

    def update(self, runs: Mapping[str, Run]) -> None:
        """Hold these runs and no others."""
        gone = [run for uid, run in self._runs.items() if runs.get(uid) is not run]
        new = [run for uid, run in runs.items() if self._runs.get(uid) is not run]
        self._runs = runs
        if len(gone) + len(new) > ONE_BY_ONE_MAX:
            self._placed = sorted([self._place(run) for run in runs.values() if run.rects])
            self._above = [_NOTHING] * len(self._placed)
            self._set = [_HIDDEN] * len(self._placed)
            self._work(0, len(self._placed))
            return
        for place in [self._place(run) for run in gone if run.rects]:
            at = bisect_left(self._placed, place)
            del self._placed[at], self._above[at], self._set[at]
            self._work(at, at)
        for place in [self._place(run) for run in new if run.rects]:
            at = bisect_left(self._placed, place)
            self._placed.insert(at, place)
            self._above.insert(at, _NOTHING)
            self._set.insert(at, _HIDDEN)
            self._work(at, at + 1)

    def margin(self) -> Margin:
        """Return what is drawn beside the page."""
        stripes = tuple([each.stripe for each in self._set if each.stripe])
        crowded = [
            (uid, highest, highest - minus_height)
            for (highest, minus_height, uid, _, _), (stripe, _) in zip(
                self._placed, self._set, strict=True
            )
            if not stripe
        ]
        n_lanes = max([stripe.lane + 1 for stripe in stripes], default=0)
        labels = tuple(self._labels()) if self._style.labelled else ()
        return Margin(stripes, tuple(_crowds(crowded)), labels, n_lanes, self._style)

    def _place(self, run: Run) -> _Placed:
        """Return top, height, uid and key of a run; uids differ, so runs are never compared."""
        top, height = run.top_pt * self._scale, (run.top_pt - run.bottom_pt) * self._scale
        return top, height, run.highlight.uid, run.highlight.key, run

    def _work(self, first: int, until: int) -> None:
        """Set the runs from `first` to `until`, and those below that this makes different."""
        above = _NOTHING
        if first:
            _, above = self._step(self._above[first - 1], self._placed[first - 1])
        for at in range(first, len(self._placed)):
            place = self._placed[at]
            above = above.reaching(place[0])
            if at >= until and above == self._above[at]:
                return
            self._above[at] = above
            self._set[at], above = self._step(above, place)

    def _step(self, above: _Above, place: _Placed) -> tuple[_Set, _Above]:
        """Set one run below others; return where it is, and what is above the next one."""
        highest, minus_height, _, key, run = place
        stripe, lanes = None, above.lanes
        if not lanes.full or len(run.pieces) > 1:
            stripe, lanes = self._in_lane(lanes, run, highest - minus_height)
        y = max(highest, above.free_from)
        if y == highest or (y - highest <= PUSH_MAX_PX and above.key != key):
            below = _Above(lanes, key, y + self._style.label_px)
            return _Set(stripe, y), below
        if stripe is None:
            return _HIDDEN, above
        return _Set(stripe, None), _Above(lanes, above.key, above.free_from)

    def _in_lane(self, lanes: _Lanes, run: Run, lowest: float) -> tuple[Stripe | None, _Lanes]:
        """Put a run into the first lane with room, if one has."""
        pieces = tuple((top * self._scale, bottom * self._scale) for top, bottom in run.pieces)
        every = lanes.every or (_FREE,) * self._style.lanes_max
        for number, lane in enumerate(every):
            if not lane.is_hit(pieces):
                more = lane.with_stripe(pieces, lowest)
                return Stripe(run.highlight, number, pieces), _Lanes.of(
                    (*every[:number], more, *every[number + 1 :])
                )
        return None, lanes

    def _labels(self) -> Iterable[Label]:
        heads = [at for at, each in enumerate(self._set) if each.label_px is not None]
        for at, until in pairwise([*heads, len(self._set)]):
            _, _, first, key, run = self._placed[at]
            beside = self._placed[at + 1 : until]
            yield Label(
                run.highlight,
                self._set[at].label_px or 0.0,
                [first, *[uid for _, _, uid, other, _ in beside if other == key]],
                [uid for _, _, uid, other, _ in beside if other != key],
            )


_Placed: TypeAlias = tuple[float, float, str, str, Run]


class _Set(NamedTuple):
    """Where a run is shown: without a stripe in the crowd, without a label in the one above."""

    stripe: Stripe | None
    label_px: float | None


_HIDDEN = _Set(None, None)


class _Lane(NamedTuple):
    """The pieces of a lane that can still be in the way of stripes further down."""

    bottom_px: float
    full: bool  # no stripe in one piece finds room: only stripes in several leave gaps
    taken: tuple[Piece, ...]

    def is_hit(self, pieces: Sequence[Piece]) -> bool:
        """Tell whether there is no room for a stripe that begins above the end of this lane."""
        if self.full and len(pieces) == 1:
            return True
        return any(
            bottom >= taken_top and top <= taken_bottom
            for top, bottom in pieces
            for taken_top, taken_bottom in self.taken
        )

    def with_stripe(self, pieces: tuple[Piece, ...], lowest: float) -> _Lane:
        """Return the lane with one more stripe."""
        full = not self.taken and len(pieces) == 1
        return _Lane(max(self.bottom_px, lowest), full, self.taken + pieces)


class _Lanes(NamedTuple):
    """All lanes; none before the first stripe."""

    every: tuple[_Lane, ...]
    full: bool  # each of them
    first_end_px: float

    @classmethod
    def of(cls, every: tuple[_Lane, ...]) -> _Lanes:
        """Sum lanes up."""
        ends = [lane.bottom_px for lane in every if lane.taken]
        full = all(lane.full for lane in every)
        return cls(every, full, min(ends, default=float("inf")))

    def reaching(self, top_px: float) -> _Lanes:
        """Forget what ends above a height."""
        if top_px <= self.first_end_px:
            return self
        return _Lanes.of(tuple([_FREE if e.bottom_px < top_px else e for e in self.every]))


class _Above(NamedTuple):
    """What of the runs above can be in the way of the next one."""

    lanes: _Lanes
    key: str | None  # of the code of the last label
    free_from: float  # where the next label can begin

    def reaching(self, top_px: float) -> _Above:
        """Forget what ends above a height, so that only what counts is compared."""
        lanes = self.lanes.reaching(top_px)
        if self.free_from <= top_px:
            return _Above(lanes, None, float("-inf"))
        return self if lanes is self.lanes else _Above(lanes, self.key, self.free_from)


_FREE = _Lane(float("-inf"), full=False, taken=())
_NOTHING = _Above(_Lanes((), full=False, first_end_px=float("inf")), None, float("-inf"))


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
