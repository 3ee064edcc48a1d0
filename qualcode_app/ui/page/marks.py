"""What the highlights of one page look like, line by line. Points, no painter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import Rect
from qualcode_app.ui.page.bands import Band, BandRuns, Run
from qualcode_app.ui.page.glyphs import Glyphs, Part
from qualcode_app.ui.page.overlaps import Stretch


class PageMarks:
    """Everything highlights draw on one page, in bands of one line that are worked out alone.

    A coding that comes or goes costs only the bands it lies on, however many others the page
    holds and however these hang together.
    """

    def __init__(self, glyphs: Glyphs, index: int, runs: Iterable[Run]) -> None:
        self._glyphs = glyphs
        self._index = index
        self._measured: dict[Stretch, tuple[Rect, ...]] = {}  # stretches met before
        self._runs: dict[str, Run] = {}
        self.areas: dict[str, Run] = {}
        self._changed: list[str] = []  # which runs came, went or changed, one after the other
        page = glyphs.source.pages[index]
        lines = sorted(start for start, _, _ in glyphs.lines(index))
        inner = [start for start in lines[1:] if start > page.start_char]
        self._starts = [page.start_char, *inner]
        self._ends = [*inner, page.start_char + page.n_chars]
        text = glyphs.source.text
        self._runs_on = [
            BandRuns(start, text[start:end])
            for start, end in zip(self._starts, self._ends, strict=True)
        ]
        for run in runs:
            self._take_in(run)
        self._bands = [runs_on.drawn(self._rects) for runs_on in self._runs_on]

    @property
    def bands(self) -> Sequence[Band]:
        """The bands in the order of the text."""
        return self._bands

    def runs(self) -> Iterator[Run]:
        """Yield every highlight's run."""
        yield from self._runs.values()
        yield from self.areas.values()

    @property
    def version(self) -> int:
        """Grows with every change, so that what is derived can be kept."""
        return len(self._changed)

    def changed_since(self, version: int) -> dict[str, Run | None]:
        """Return by uid each run that is not what it was then; None when it is gone."""
        return {uid: self.run_of(uid) for uid in self._changed[version:]}

    def run_of(self, uid: str) -> Run | None:
        """Return the run of one highlight."""
        return self._runs.get(uid) or self.areas.get(uid)

    def add(self, run: Run) -> TextAnchor | None:
        """Draw one more highlight; return the text that looks different, None for an area."""
        self._changed.append(run.highlight.uid)
        return self._redraw(self._take_in(run))

    def remove(self, uid: str) -> TextAnchor | None:
        """Draw one highlight less; return the text that looks different, None for an area."""
        self._changed.append(uid)
        self.areas.pop(uid, None)
        run = self._runs.pop(uid, None)
        if run is None:
            return None
        touched = self._bands_of(run)
        for at in touched:
            self._runs_on[at].remove(run)
        return self._redraw(touched)

    def _redraw(self, touched: range) -> TextAnchor | None:
        for at in touched:
            self._bands[at] = self._runs_on[at].drawn(self._rects)
        if not touched:
            return None
        return TextAnchor(self._starts[touched[0]], self._ends[touched[-1]])

    def _take_in(self, run: Run) -> range:
        uid = run.highlight.uid
        if run.spans:
            self._runs[uid] = run
            touched = self._bands_of(run)
            for at in touched:
                self._runs_on[at].add(run)
            return touched
        if run.highlight.area is not None:
            self.areas[uid] = run
        return range(0)

    def _bands_of(self, run: Run) -> range:
        first = bisect_right(self._starts, run.spans[0].start) - 1
        return range(max(0, first), bisect_right(self._starts, run.spans[-1].end - 1))

    def _rects(self, stretches: Iterable[Stretch]) -> tuple[Rect, ...]:
        found: list[Rect] = []
        for stretch in stretches:
            rects = self._measured.get(stretch)
            if rects is None:
                rects = tuple(self._glyphs.rects(Part(self._index, *stretch)))
                self._measured[stretch] = rects
            found.extend(rects)
        return tuple(found)
