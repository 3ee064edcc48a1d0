"""What the highlights of one page look like: runs, grounds, underlines. Points, no painter."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page.glyphs import Glyphs, Part
from qualcode_app.ui.page.highlight import Highlight

Stretch = tuple[int, int]  # first character of a page, and the one after its last

LAYERS_MAX = 3  # grounds multiplied on one place
LEVELS_MAX = 4  # underlines stacked on one place; a count tells of the others


@dataclass(frozen=True)
class Run:
    """One highlight on one page: its text there and one rectangle per line."""

    highlight: Highlight
    spans: tuple[TextAnchor, ...]
    rects: tuple[Rect, ...]

    @cached_property
    def top_pt(self) -> float:
        """The upper edge of its highest line."""
        return min((rect.y0_pt for rect in self.rects), default=0.0)

    @cached_property
    def bottom_pt(self) -> float:
        """The lower edge of its lowest line."""
        return max((rect.y1_pt for rect in self.rects), default=0.0)

    @cached_property
    def pieces(self) -> tuple[tuple[float, float], ...]:
        """Return top and bottom of each stretch without a leap upwards: one per column."""
        found: list[tuple[float, float]] = []
        for rect in self.rects:
            middle = (rect.y0_pt + rect.y1_pt) / 2
            if found and middle >= found[-1][0]:
                found[-1] = (min(found[-1][0], rect.y0_pt), max(found[-1][1], rect.y1_pt))
            else:
                found.append((rect.y0_pt, rect.y1_pt))
        return tuple(found)

    def holds(self, x_pt: float, y_pt: float, slack_pt: float) -> bool:
        """Tell whether a point lies on one of its lines."""
        if not self.top_pt - slack_pt <= y_pt <= self.bottom_pt + slack_pt:
            return False
        return any(
            rect.x0_pt - slack_pt <= x_pt <= rect.x1_pt + slack_pt
            and rect.y0_pt - slack_pt <= y_pt <= rect.y1_pt + slack_pt
            for rect in self.rects
        )


@dataclass(frozen=True, slots=True)
class Ground:
    """The tinted rectangles of one highlight."""

    highlight: Highlight
    rects: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Underline:
    """A line under overlapping text; level 0 is the upper one."""

    highlight: Highlight
    level: int
    rects: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many codings lie on a place that has more than can be drawn."""

    n: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Cluster:
    """Highlights of a page that overlap each other directly or through others, ready to draw."""

    start: int
    end: int
    runs: tuple[Run, ...]
    grounds: tuple[Ground, ...]
    underlines: tuple[Underline, ...]
    counts: tuple[Count, ...]


class PageMarks:
    """Everything highlights draw on one page, in clusters that are worked out alone.

    A coding that comes or goes costs only the cluster it overlaps, however many others the
    page holds.
    """

    def __init__(self, glyphs: Glyphs, index: int, runs: Iterable[Run]) -> None:
        self._glyphs = glyphs
        self._index = index
        self._clusters: list[Cluster] = []
        self._measured: dict[Stretch, tuple[Rect, ...]] = {}  # stretches met before
        self.areas: dict[str, Run] = {}
        self.version = 0  # grows with every change, so that what is derived can be kept
        texts: list[Run] = []
        for run in runs:
            if run.spans:
                texts.append(run)
            elif run.highlight.area is not None:
                self.areas[run.highlight.uid] = run
        self._clusters = [self._cluster(group) for group in _grouped(texts)]

    @property
    def clusters(self) -> Sequence[Cluster]:
        """The clusters in the order of the text."""
        return self._clusters

    def runs(self) -> Iterator[Run]:
        """Yield every highlight's run, in the order of the text."""
        for cluster in self._clusters:
            yield from cluster.runs
        yield from self.areas.values()

    def run_of(self, uid: str) -> Run | None:
        """Return the run of one highlight."""
        return next((run for run in self.runs() if run.highlight.uid == uid), None)

    def add(self, run: Run) -> None:
        """Draw one more highlight."""
        self.version += 1
        if run.highlight.area is not None:
            self.areas[run.highlight.uid] = run
            return
        if not run.spans:
            return
        start, end = _reach(run)
        low = bisect_left(self._clusters, True, key=lambda c: c.end > start)
        high = low
        while high < len(self._clusters) and self._clusters[high].start < end:
            high += 1
        together = [run, *(r for cluster in self._clusters[low:high] for r in cluster.runs)]
        self._clusters[low:high] = [self._cluster(together)]

    def remove(self, uid: str) -> None:
        """Draw one highlight less."""
        self.version += 1
        if self.areas.pop(uid, None) is not None:
            return
        for at, cluster in enumerate(self._clusters):
            left = [run for run in cluster.runs if run.highlight.uid != uid]
            if len(left) < len(cluster.runs):
                self._clusters[at : at + 1] = [self._cluster(group) for group in _grouped(left)]
                return

    def _cluster(self, runs: list[Run]) -> Cluster:
        runs.sort(key=lambda run: run.spans[0].start)
        start = runs[0].spans[0].start
        end = max(run.spans[-1].end for run in runs)
        if len(runs) == 1:
            ground = Ground(runs[0].highlight, runs[0].rects)
            return Cluster(start, end, tuple(runs), (ground,), (), ())
        drawn = _Overlaps(runs)
        return Cluster(
            start,
            end,
            tuple(runs),
            tuple(self._grounds(runs, drawn)),
            tuple(
                Underline(runs[at].highlight, level, self._rects(spans))
                for (at, level), spans in drawn.underlined.items()
            ),
            tuple(
                Count(n, rects[-1]) for span, n in drawn.crowded if (rects := self._rects([span]))
            ),
        )

    def _grounds(self, runs: list[Run], drawn: _Overlaps) -> Iterator[Ground]:
        for at in drawn.lowest_first:
            run = runs[at]
            bare = drawn.bare.get(at)
            if bare is None:
                yield Ground(run.highlight, run.rects)
            elif tinted := [
                piece for span in run.spans for piece in _minus((span.start, span.end), bare)
            ]:
                yield Ground(run.highlight, self._rects(tinted))

    def _rects(self, stretches: Iterable[Stretch]) -> tuple[Rect, ...]:
        found: list[Rect] = []
        for stretch in stretches:
            rects = self._measured.get(stretch)
            if rects is None:
                rects = tuple(self._glyphs.rects(Part(self._index, *stretch)))
                self._measured[stretch] = rects
            found.extend(rects)
        return tuple(found)


class _Overlaps:
    """Sweeps over runs and notes what lies on what.

    Works on plain pairs of offsets: a crowded page has tens of thousands of stretches.
    """

    def __init__(self, runs: Sequence[Run]) -> None:
        self.underlined: dict[tuple[int, int], list[Stretch]] = {}  # by run and level
        self.bare: dict[int, list[Stretch]] = {}  # where a run gets no ground
        self.crowded: list[tuple[Stretch, int]] = []
        self.lowest_first = sorted(range(len(runs)), key=lambda at: runs[at].highlight.rank)
        order = {at: rank for rank, at in enumerate(self.lowest_first)}
        edges = sorted(
            edge
            for at, run in enumerate(runs)
            for span in run.spans
            for edge in ((span.start, 1, at), (span.end, 0, at))
        )
        active: list[tuple[int, int]] = []  # (rank, run), lowest first
        before = edges[0][0]
        for place, opens, at in edges:
            if place > before and len(active) > 1:
                self._note((before, place), active)
            before = place
            if opens:
                insort(active, (order[at], at))
            else:
                active.remove((order[at], at))

    def _note(self, stretch: Stretch, stacked: list[tuple[int, int]]) -> None:
        for level, (_, at) in enumerate(stacked[:LEVELS_MAX]):
            _append(self.underlined.setdefault((at, level), []), stretch)
        if len(stacked) <= LAYERS_MAX:
            return
        for _, at in stacked[LAYERS_MAX:]:
            _append(self.bare.setdefault(at, []), stretch)
        if self.crowded and self.crowded[-1][0][1] == stretch[0]:
            (start, _), most = self.crowded[-1]
            self.crowded[-1] = (start, stretch[1]), max(most, len(stacked))
        else:
            self.crowded.append((stretch, len(stacked)))


def _append(stretches: list[Stretch], stretch: Stretch) -> None:
    """Add a stretch, joined with the one before when they touch."""
    if stretches and stretches[-1][1] == stretch[0]:
        stretches[-1] = stretches[-1][0], stretch[1]
    else:
        stretches.append(stretch)


def _minus(stretch: Stretch, holes: list[Stretch]) -> list[Stretch]:
    left: list[Stretch] = []
    start, last = stretch
    for first, after in holes:
        if after <= start or first >= last:
            continue
        if first > start:
            left.append((start, first))
        start = after
    if start < last:
        left.append((start, last))
    return left


def _reach(run: Run) -> tuple[int, int]:
    return run.spans[0].start, run.spans[-1].end


def _grouped(runs: list[Run]) -> Iterator[list[Run]]:
    """Yield the runs in groups whose reaches touch no other group."""
    group: list[Run] = []
    reach = -1
    for run in sorted(runs, key=_reach):
        start, end = _reach(run)
        if group and start >= reach:
            yield group
            group = []
        group.append(run)
        reach = max(reach, end) if len(group) > 1 else end
    if group:
        yield group
