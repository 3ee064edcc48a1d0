"""The codings of a document, found by page; adding one costs only the pages it touches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.ui.page.bands import Run
from qualcode_app.ui.page.glyphs import Glyphs, Part
from qualcode_app.ui.page.highlight import Highlight
from qualcode_app.ui.page.marks import PageMarks

INKED = re.compile(r"\S(?:[^\n]*\S)?")  # a line from its first to its last letter
STEP = 16  # highlights worked out at once while scrolling
Touched = dict[int, TextAnchor | None]  # by page what text looks different; None: all of it


class Highlights:
    """All highlights of one document, in one bucket per page they touch.

    What a page shows is worked out when the page is first looked at and kept until a
    highlight on that page comes or goes.
    """

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self._all: dict[str, Highlight] = {}
        self._on_page: dict[int, dict[str, Highlight]] = {}
        self._marks: dict[int, PageMarks] = {}
        self._version = 0
        self._page_index = {page.number: at for at, page in enumerate(glyphs.source.pages)}

    def __len__(self) -> int:
        return len(self._all)

    def get(self, uid: str) -> Highlight | None:
        """Return the highlight with this uid, if it is shown."""
        return self._all.get(uid)

    def replace_all(self, highlights: Iterable[Highlight]) -> None:
        """Show these highlights and no others."""
        self._version += 1
        self._marks.clear()
        self._on_page.clear()
        self._all = {each.uid: each for each in highlights}
        for each in self._all.values():
            for index in self.pages_of(each):
                self._on_page.setdefault(index, {})[each.uid] = each

    def patch(self, added: Iterable[Highlight], removed: Iterable[str]) -> Touched:
        """Add, change (same uid) and remove highlights; return what looks different."""
        touched: Touched = {}
        self._version += 1
        for uid in removed:
            self._take_out(uid, touched)
        for highlight in added:
            self._take_out(highlight.uid, touched)
            self._all[highlight.uid] = highlight
            for index in self.pages_of(highlight):
                self._on_page.setdefault(index, {})[highlight.uid] = highlight
                marks = self._marks.get(index)
                text = marks.add(self._run(highlight, index)) if marks is not None else None
                _note(touched, index, text)
        return touched

    def _take_out(self, uid: str, touched: Touched) -> None:
        highlight = self._all.pop(uid, None)
        if highlight is None:
            return
        for index in self.pages_of(highlight):
            del self._on_page[index][uid]
            marks = self._marks.get(index)
            _note(touched, index, marks.remove(uid) if marks is not None else None)

    def pages_of(self, highlight: Highlight) -> list[int]:
        """Return the indexes of the pages a highlight touches."""
        if highlight.area is not None:
            at = self._page_index.get(highlight.area.page_number)
            return [] if at is None else [at]
        anchor = highlight.anchor
        if anchor is not None:  # most lie on one page
            first = self._glyphs.index_at(anchor.start)
            if self._glyphs.is_on(first, anchor.end - 1):
                return [first]
        return sorted(
            {part.index for span in highlight.spans() for part in self._glyphs.parts(span)}
        )

    def places_of(self, highlight: Highlight) -> Touched:
        """Return by page what text a highlight lies on."""
        if highlight.area is not None:
            return dict.fromkeys(self.pages_of(highlight))
        places: Touched = {}
        for span in highlight.spans():
            for part in self._glyphs.parts(span):
                _note(places, part.index, TextAnchor(part.start, part.end))
        return places

    def prepare(self, index: int) -> Iterator[None]:
        """Work out what a page will show, a few highlights per step."""
        if index in self._marks:
            return
        version, runs = self._version, []
        for number, highlight in enumerate(list(self._on_page.get(index, {}).values())):
            runs.append(self._run(highlight, index))
            if number % STEP == STEP - 1:
                yield
                if version != self._version or index in self._marks:
                    return  # what was worked out so far is no longer all
        self._marks[index] = PageMarks(self._glyphs, index, runs)

    def on_page(self, index: int) -> PageMarks:
        """Return what the highlights draw on a page."""
        marks = self._marks.get(index)
        if marks is None:
            runs = [self._run(each, index) for each in self._on_page.get(index, {}).values()]
            marks = self._marks[index] = PageMarks(self._glyphs, index, runs)
        return marks

    def _run(self, highlight: Highlight, index: int) -> Run:
        if highlight.area is not None:
            return Run(highlight, (), (self._glyphs.area_rect(highlight.area),))
        parts = [
            part
            for span in highlight.spans()
            for part in self._glyphs.parts(span)
            if part.index == index
        ]
        rects = [
            rect
            for part in parts
            for line in self._inked(part)
            for rect in self._glyphs.rects(line)
        ]
        return Run(highlight, tuple(TextAnchor(p.start, p.end) for p in parts), tuple(rects))

    def _inked(self, part: Part) -> Iterator[Part]:
        """Leave out white space at both ends of each line: an outline would run on in the blank."""
        for line in INKED.finditer(self._glyphs.source.text, part.start, part.end):
            yield Part(part.index, line.start(), line.end())

    def at(self, index: int, x_pt: float, y_pt: float, slack_pt: float = 1.0) -> list[str]:
        """Return the uids of the highlights at a point of a page, topmost first."""
        found = [run for run in self.on_page(index).runs() if run.holds(x_pt, y_pt, slack_pt)]
        return [
            run.highlight.uid for run in sorted(found, key=lambda r: r.highlight.rank, reverse=True)
        ]

    def overlapping(self, uid: str) -> list[str]:
        """Return the uids of a highlight and of those that share letters or ground with it."""
        highlight = self._all.get(uid)
        found: list[str] = []
        for index in self.pages_of(highlight) if highlight is not None else ():
            runs = list(self.on_page(index).runs())
            mine = [run for run in runs if run.highlight.uid == uid]
            found += [run.highlight.uid for run in runs if any(_touch(run, one) for one in mine)]
        return list(dict.fromkeys(found))


def _touch(run: Run, other: Run) -> bool:
    """Tell whether two texts share a letter; of an area, whether it lies on the other."""
    if run.spans and other.spans:
        return any(one.overlaps(two) for one in run.spans for two in other.spans)
    return any(
        one.x0_pt < two.x1_pt
        and two.x0_pt < one.x1_pt
        and one.y0_pt < two.y1_pt
        and two.y0_pt < one.y1_pt
        for one in run.rects
        for two in other.rects
    )


def _note(touched: Touched, index: int, text: TextAnchor | None) -> None:
    """Note that a text of a page looks different, beside what was noted before."""
    before = touched.get(index, text)
    if before is None or text is None:
        touched[index] = None
    else:
        touched[index] = TextAnchor(min(before.start, text.start), max(before.end, text.end))
