"""A line of a page with the runs of highlights on it, and what of these is drawn."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple, TypeAlias

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.overlaps import LAYERS_MAX, Stretch, overlaps

Measure: TypeAlias = Callable[[Iterable[Stretch]], tuple[Rect, ...]]


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


@dataclass(frozen=True)
class Band:
    """What is drawn on a line of a page."""

    start: int
    begun: tuple[Run, ...]  # those with their first character here
    grounds: tuple[Ground, ...]
    underlines: tuple[Underline, ...]
    counts: tuple[Count, ...]

    @cached_property
    def reach_pt(self) -> tuple[float, float]:
        """The upper and the lower edge of what begins or is drawn here."""
        rects = [rect for ground in self.grounds for rect in ground.rects]
        rects += [rect for underline in self.underlines for rect in underline.rects]
        tops = [rect.y0_pt for rect in rects] + [run.top_pt for run in self.begun]
        bottoms = [rect.y1_pt for rect in rects] + [run.bottom_pt for run in self.begun]
        return min(tops, default=0.0), max(bottoms, default=0.0)


class _Laid(NamedTuple):
    """A run on a band; sorted from the lowest to the topmost."""

    rank: tuple[bool, int, int, str]  # no two are alike
    cover: list[Stretch]
    run: Run


class BandRuns:
    """The runs on a line of a page. Runs come and go; hundreds can lie here.

    Args:
        start: The first character of the page's text here.
        text: It. White space at its end is not drawn on: it would show as a line of its own.
    """

    def __init__(self, start: int, text: str) -> None:
        self._start = start
        self._depths = [0] * len(text.rstrip())
        self._end = start + len(self._depths)
        self._laid: list[_Laid] = []
        self._begun: dict[str, Run] = {}

    def add(self, run: Run) -> None:
        """Take one more."""
        laid = self._lay(run)
        insort(self._laid, laid)
        self._deepen(laid.cover, 1)
        if run.spans[0].start >= self._start:
            self._begun[run.highlight.uid] = run

    def remove(self, run: Run) -> None:
        """Let one go."""
        laid = self._lay(run)
        del self._laid[bisect_left(self._laid, laid)]
        self._deepen(laid.cover, -1)
        self._begun.pop(run.highlight.uid, None)

    def drawn(self, rects: Measure) -> Band:
        """Return what is drawn here now.

        Args:
            rects: Tells which rectangles stretches of the text have.
        """
        if not self._laid:
            return Band(self._start, (), (), (), ())
        drawn = overlaps((each.cover for each in self._laid), self._depths, self._start)
        crowded = drawn.crowded
        if crowded and crowded[-1][0][1] == self._end and self._is_crowded_beyond():
            crowded = crowded[:-1]  # it goes on in the next band, and is counted at its end
        return Band(
            self._start,
            tuple(self._begun.values()),
            tuple(self._ground(at, lit, rects) for at, lit in drawn.tinted.items()),
            tuple(
                Underline(self._laid[at].run.highlight, level, rects(stretches))
                for (at, level), stretches in drawn.underlined.items()
            ),
            tuple(Count(n, found[-1]) for span, n in crowded if (found := rects([span]))),
        )

    def _lay(self, run: Run) -> _Laid:
        cover = [
            (max(span.start, self._start), min(span.end, self._end))
            for span in run.spans
            if span.start < self._end and self._start < span.end
        ]
        return _Laid(run.highlight.rank, cover, run)

    def _deepen(self, cover: Iterable[Stretch], n_more: int) -> None:
        for first, last in cover:
            for at in range(first - self._start, last - self._start):
                self._depths[at] += n_more

    def _ground(self, at: int, stretches: list[Stretch], rects: Measure) -> Ground:
        run = self._laid[at].run
        whole = [(span.start, span.end) for span in run.spans]
        return Ground(run.highlight, run.rects if stretches == whole else rects(stretches))

    def _is_crowded_beyond(self) -> bool:
        """Tell whether more runs than have a ground go on over the end."""
        place = self._end
        going_on = (
            each for each in self._laid for span in each.run.spans if span.start < place < span.end
        )
        return next(islice(going_on, LAYERS_MAX, None), None) is not None
