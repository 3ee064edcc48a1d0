"""What the highlights of one page look like: runs, grounds, underlines. Points, no painter."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page.glyphs import Glyphs, Part
from qualcode_app.ui.page.highlight import Highlight

Stretch = tuple[int, int]  # first character of a page, and the one after its last

BAND_LINES = 2  # worked out together; a coding that comes costs the bands it touches
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
class Band:
    """A few lines of a page with the highlights on them, ready to draw."""

    start: int
    end: int
    runs: tuple[Run, ...]
    grounds: tuple[Ground, ...]
    underlines: tuple[Underline, ...]
    counts: tuple[Count, ...]

    def begins(self, run: Run) -> bool:
        """Tell whether a run has its first character here."""
        return self.start <= run.spans[0].start < self.end


class PageMarks:
    """Everything highlights draw on one page, in bands of lines that are worked out alone.

    A coding that comes or goes costs only the bands it lies on, however many others the page
    holds and however these hang together.
    """

    def __init__(self, glyphs: Glyphs, index: int, runs: Iterable[Run]) -> None:
        self._glyphs = glyphs
        self._index = index
        self._measured: dict[Stretch, tuple[Rect, ...]] = {}  # stretches met before
        self._runs: dict[str, Run] = {}
        self.areas: dict[str, Run] = {}
        self.version = 0  # grows with every change, so that what is derived can be kept
        page = glyphs.source.pages[index]
        lines = sorted(start for start, _, _ in glyphs.lines(index))
        inner = [start for start in lines[BAND_LINES::BAND_LINES] if start > page.start_char]
        self._starts = [page.start_char, *inner]
        self._ends = [*inner, page.start_char + page.n_chars]
        self._on_band: list[dict[str, Run]] = [{} for _ in self._starts]
        for run in runs:
            self._take_in(run)
        self._bands = [self._band(at) for at in range(len(self._starts))]

    @property
    def bands(self) -> Sequence[Band]:
        """The bands in the order of the text."""
        return self._bands

    def runs(self) -> Iterator[Run]:
        """Yield every highlight's run."""
        yield from self._runs.values()
        yield from self.areas.values()

    def by_uid(self) -> dict[str, Run]:
        """Return the runs there are now by the uid of their highlight."""
        return self._runs | self.areas

    def run_of(self, uid: str) -> Run | None:
        """Return the run of one highlight."""
        return self._runs.get(uid) or self.areas.get(uid)

    def add(self, run: Run) -> TextAnchor | None:
        """Draw one more highlight; return the text that looks different, None for an area."""
        self.version += 1
        return self._redraw(self._take_in(run))

    def remove(self, uid: str) -> TextAnchor | None:
        """Draw one highlight less; return the text that looks different, None for an area."""
        self.version += 1
        self.areas.pop(uid, None)
        run = self._runs.pop(uid, None)
        touched = self._bands_of(run) if run is not None else range(0)
        for at in touched:
            del self._on_band[at][uid]
        return self._redraw(touched)

    def _redraw(self, touched: range) -> TextAnchor | None:
        for at in touched:
            self._bands[at] = self._band(at)
        if not touched:
            return None
        return TextAnchor(self._starts[touched[0]], self._ends[touched[-1]])

    def _take_in(self, run: Run) -> range:
        uid = run.highlight.uid
        if run.spans:
            self._runs[uid] = run
            touched = self._bands_of(run)
            for at in touched:
                self._on_band[at][uid] = run
            return touched
        if run.highlight.area is not None:
            self.areas[uid] = run
        return range(0)

    def _bands_of(self, run: Run) -> range:
        first = bisect_right(self._starts, run.spans[0].start) - 1
        return range(max(0, first), bisect_right(self._starts, run.spans[-1].end - 1))

    def _band(self, at: int) -> Band:
        start, end = self._starts[at], self._ends[at]
        runs = sorted(self._on_band[at].values(), key=lambda run: run.spans[0].start)
        if not runs:
            return Band(start, end, (), (), (), ())
        # White space at the end of the last line would show as a line of its own.
        inked = start + len(self._glyphs.source.text[start:end].rstrip())
        drawn = _Overlaps(runs, start, inked)
        return Band(
            start,
            end,
            tuple(runs),
            tuple(
                Ground(runs[at].highlight, self._ground_rects(runs[at], stretches))
                for at in drawn.lowest_first
                if (stretches := drawn.tinted.get(at))
            ),
            tuple(
                Underline(runs[at].highlight, level, self._rects(stretches))
                for (at, level), stretches in drawn.underlined.items()
            ),
            tuple(
                Count(n, rects[-1]) for span, n in drawn.crowded if (rects := self._rects([span]))
            ),
        )

    def _ground_rects(self, run: Run, stretches: list[Stretch]) -> tuple[Rect, ...]:
        whole = [(span.start, span.end) for span in run.spans]
        return run.rects if stretches == whole else self._rects(stretches)

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
    """Sweeps over the runs of a band and notes what lies on what.

    Works on plain pairs of offsets: a crowded page has tens of thousands of stretches.
    """

    def __init__(self, runs: Sequence[Run], start: int, end: int) -> None:
        self.tinted: dict[int, list[Stretch]] = {}  # where a run has a ground
        self.underlined: dict[tuple[int, int], list[Stretch]] = {}  # by run and level
        self.crowded: list[tuple[Stretch, int]] = []
        self.lowest_first = sorted(range(len(runs)), key=lambda at: runs[at].highlight.rank)
        order = {at: rank for rank, at in enumerate(self.lowest_first)}
        edges = sorted(
            edge
            for at, run in enumerate(runs)
            for span in run.spans
            if max(span.start, start) < min(span.end, end)
            for edge in ((max(span.start, start), 1, at), (min(span.end, end), 0, at))
        )
        active: list[tuple[int, int]] = []  # (rank, run), lowest first
        lowest: list[tuple[int, int]] = []  # as many of them as are drawn
        begun, before, most = start, start, 0
        for place, opens, at in edges:
            if place > before:
                if active[:LEVELS_MAX] != lowest:  # most edges of a crowd change nothing drawn
                    self._note((begun, before), lowest, most)
                    begun, lowest, most = before, active[:LEVELS_MAX], 0
                most = max(most, len(active))
            before = place
            if opens:
                insort(active, (order[at], at))
            else:
                active.remove((order[at], at))
        self._note((begun, before), lowest, most)
        n_on = sum(span.start < end < span.end for run in runs for span in run.spans)
        if self.crowded and self.crowded[-1][0][1] == end and n_on > LAYERS_MAX:
            self.crowded.pop()  # the crowd goes on in the next band, and is counted at its end

    def _note(self, stretch: Stretch, lowest: list[tuple[int, int]], n_most: int) -> None:
        """Note what is drawn on a stretch: its lowest runs, of `n_most` where it has most."""
        for _, at in lowest[:LAYERS_MAX]:
            _append(self.tinted.setdefault(at, []), stretch)
        if n_most < 2:
            return
        for level, (_, at) in enumerate(lowest):
            _append(self.underlined.setdefault((at, level), []), stretch)
        if n_most <= LAYERS_MAX:
            return
        if self.crowded and self.crowded[-1][0][1] == stretch[0]:
            (start, _), most = self.crowded[-1]
            self.crowded[-1] = (start, stretch[1]), max(most, n_most)
        else:
            self.crowded.append((stretch, n_most))


def _append(stretches: list[Stretch], stretch: Stretch) -> None:
    """Add a stretch, joined with the one before when they touch."""
    if stretches and stretches[-1][1] == stretch[0]:
        stretches[-1] = stretches[-1][0], stretch[1]
    else:
        stretches.append(stretch)
