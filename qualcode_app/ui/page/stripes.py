"""The margin beside a page: stripes packed into lanes, labels pushed apart. Plain geometry."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from qualcode_app.ui.page.bands import Run
from qualcode_app.ui.page.highlight import Highlight

STRIPE_PX, ACTIVE_STRIPE_PX = 4, 6
LANE_PX = 9
LABEL_GAP_PX = 6
LABEL_PX = 20
PUSH_MAX_PX = 60
ONE_BY_ONE_MAX = 20  # when more come or go at once, all are packed anew
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

    n: int
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
        runs: The highlights on the page.
        scale: Pixels per point.
        style: How many lanes there are, and whether labels are wanted.
    """

    def __init__(self, runs: Iterable[Run], scale: float, style: MarginStyle) -> None:
        self.looks = (scale, style)
        self._scale = scale
        self._style = style
        self._by_uid: dict[str, _Placed] = {}
        self._placed: list[_Placed] = []
        self._above: list[_Above] = []
        self._set: list[_Set | None] = []
        self._striped: dict[str, tuple[_Placed, Stripe]] = {}
        self._crowded: dict[float, list[_Placed]] = {}  # by height those without a stripe
        self._heads: list[int] = []  # which of them have a label
        self._labels: list[Label] = []
        self._pack({run.highlight.uid: run for run in runs})

    def update(self, changed: Mapping[str, Run | None]) -> None:
        """Take runs that came or changed, and let go of those that are None."""
        if len(changed) > ONE_BY_ONE_MAX:
            held = {uid: run for uid, (_, _, _, _, run) in self._by_uid.items()}
            self._pack(held | dict(changed))
            return
        for uid, run in changed.items():
            gone = self._by_uid.pop(uid, None)
            if gone is not None:
                at = bisect_left(self._placed, gone)
                self._keep(gone, self._set[at], None)
                del self._placed[at], self._above[at], self._set[at]
                self._label(at, self._work(at, at), -1)
            if run is not None and run.rects:
                place = self._by_uid[uid] = self._place(run)
                at = bisect_left(self._placed, place)
                self._placed.insert(at, place)
                self._above.insert(at, _NOTHING)
                self._set.insert(at, None)
                self._label(at, self._work(at, at + 1), 1)

    def margin(self) -> Margin:
        """Return what is drawn beside the page."""
        stripes = tuple([stripe for _, stripe in sorted(self._striped.values(), key=_PLACE)])
        crowds = tuple(_crowds(self._crowded[top] for top in sorted(self._crowded)))
        n_lanes = max([stripe.lane + 1 for stripe in stripes], default=0)
        return Margin(stripes, crowds, tuple(self._labels), n_lanes, self._style)

    def uids_of(self, crowd: Crowd) -> list[str]:
        """Return which codings are in a crowd."""
        return [
            uid
            for top in sorted(self._crowded)
            if crowd.top_px <= top <= crowd.bottom_px
            for _, _, uid, _, _ in self._crowded[top]
        ]

    def _pack(self, runs: Mapping[str, Run | None]) -> None:
        """Hold these runs and no others."""
        self._by_uid = {uid: self._place(run) for uid, run in runs.items() if run and run.rects}
        self._placed = sorted(self._by_uid.values())
        self._above = [_NOTHING] * len(self._placed)
        self._set = [None] * len(self._placed)
        self._striped, self._crowded = {}, {}
        self._heads, self._labels = [], []
        self._label(0, self._work(0, len(self._placed)), 0)

    def _place(self, run: Run) -> _Placed:
        """Return top, height, uid, coder with key, and the run; uids differ, so never compared."""
        top, height = run.top_pt * self._scale, (run.top_pt - run.bottom_pt) * self._scale
        said = f"{run.highlight.coder_initials} {run.highlight.key}"
        return top, height, run.highlight.uid, said, run

    def _work(self, first: int, until: int) -> int:
        """Set the runs from `first` to `until`, and those below that this makes different.

        Returns:
            From where on all is as it was.
        """
        above = _NOTHING
        if first:
            _, above = self._step(self._above[first - 1], self._placed[first - 1])
        for at in range(first, len(self._placed)):
            place = self._placed[at]
            above = above.reaching(place[0])
            if at >= until and above == self._above[at]:
                return at
            self._above[at] = above
            now, above = self._step(above, place)
            self._keep(place, self._set[at], now)
            self._set[at] = now
        return len(self._placed)

    def _keep(self, place: _Placed, before: _Set | None, now: _Set | None) -> None:
        """Keep what is drawn of a run, where it was drawn otherwise or was not there before."""
        uid = place[2]
        if now is not None and now.stripe is not None:
            self._striped[uid] = place, now.stripe
        else:
            self._striped.pop(uid, None)
        was_crowded = before is not None and before.stripe is None
        is_crowded = now is not None and now.stripe is None
        if is_crowded and not was_crowded:
            insort(self._crowded.setdefault(place[0], []), place)
        elif was_crowded and not is_crowded:
            line = self._crowded[place[0]]
            del line[bisect_left(line, place)]
            if not line:
                del self._crowded[place[0]]

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

    def _label(self, first: int, until: int, n_more: int) -> None:
        """Word the labels anew of the runs from `first` to `until`, after some came or went."""
        if not self._style.labelled:
            return
        low = max(0, bisect_left(self._heads, first) - 1)  # one further up may be beside these
        high = bisect_left(self._heads, until - n_more)
        top = min([first, *self._heads[low : low + 1]])
        below = [at + n_more for at in self._heads[high:]]
        bottom = min([len(self._set), *below[:1]])
        heads = [at for at in range(top, bottom) if self._label_px(at) is not None]
        self._labels[low:high] = [self._worded(*pair) for pair in pairwise([*heads, bottom])]
        self._heads[low:] = [*heads, *below]

    def _label_px(self, at: int) -> float | None:
        shown = self._set[at]
        return shown.label_px if shown is not None else None

    def _worded(self, at: int, until: int) -> Label:
        """Return the label of a run, with those further down that have none of their own."""
        _, _, first, key, run = self._placed[at]
        beside = self._placed[at + 1 : until]
        return Label(
            run.highlight,
            self._label_px(at) or 0.0,
            [first, *[uid for _, _, uid, other, _ in beside if other == key]],
            [uid for _, _, uid, other, _ in beside if other != key],
        )


_Placed: TypeAlias = tuple[float, float, str, str, Run]
_PLACE = itemgetter(0)


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


def _crowds(lines: Iterable[Sequence[_Placed]]) -> Iterable[Crowd]:
    """Join stripes without a lane that lie beside each other; the longest of a line is first."""
    n = 0
    high = low = 0.0
    for line in lines:
        top, minus_height = line[0][:2]
        if n and top > low:
            yield Crowd(n, high, low)
            n = 0
        if not n:
            high = low = top
        n += len(line)
        low = max(low, top - minus_height)
    if n:
        yield Crowd(n, high, low)
