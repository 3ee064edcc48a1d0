"""Fill pages with strips: columns, footnotes at the foot of the page, no lonely headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from flow import strips_of
from linebreaks import Run, SetLine
from markup import Block, Source
from strips import Design, Strip, Text

A4_PT = (595.28, 841.89)
TOP_PT = 86.0
FOOT_PT = 74.0  # from the last line to the lower edge
GUTTER_PT = 20.0
_NOTE_GAP_PT = 20.0  # between the text and the first footnote, with the rule in it
_NOTE_INDENT_PT = 9.0
_LEAST_LINES_IN_COLUMNS = 16  # a stretch of columns does not begin lower on a page
_LARGEST_STRETCH_PT = 5.0  # of one white space, to fill a column to its foot


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip and its top left corner, measured from the top left of the page."""

    x_pt: float
    y_pt: float
    strip: Strip


@dataclass(slots=True)
class Page:
    """One sheet of the body; a landscape one is stored upright and turned for showing."""

    landscape: bool
    width_pt: float
    height_pt: float
    margin_x_pt: float
    cursor_pt: float = TOP_PT
    placed: list[Placed] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    footnotes: list[Placed] = field(default_factory=list)

    @property
    def bottom_pt(self) -> float:
        return self.height_pt - FOOT_PT

    @property
    def text_width_pt(self) -> float:
        return self.width_pt - 2 * self.margin_x_pt

    @property
    def headings(self) -> Iterator[tuple[Block, float]]:
        """The headings on this page with their distance from its top."""
        for placed in self.placed:
            if placed.strip.heading is not None:
                yield placed.strip.heading, placed.y_pt


@dataclass(frozen=True, slots=True)
class _Form:
    columns: int = 1
    landscape: bool = False


class Composer:
    """Sets one agreement page by page."""

    def __init__(self, source: Source, design: Design) -> None:
        self._source = source
        self._design = design
        self._margin_x_pt = float(source.meta["margin"])
        self.pages: list[Page] = []

    def compose(self) -> list[Page]:
        for form, blocks in self._sections():
            if not self.pages or self.pages[-1].landscape != form.landscape:
                self._add_page(form)
            page = self.pages[-1]
            least = _LEAST_LINES_IN_COLUMNS * self._design.leading_pt
            if form.columns > 1 and page.bottom_pt - page.cursor_pt < least:
                page = self._add_page(form)
            width = (page.text_width_pt - GUTTER_PT * (form.columns - 1)) / form.columns
            self._place(list(strips_of(blocks, self._design, width)), form, width)
        for page in self.pages:
            self._set_footnotes(page)
        return self.pages

    def _sections(self) -> Iterator[tuple[_Form, list[Block]]]:
        form = _Form()
        for is_form, group in groupby(self._source.blocks, key=lambda block: block.kind == "form"):
            blocks = list(group)
            if not is_form:
                yield form, blocks
            elif blocks[-1].label == "landscape":
                form = _Form(landscape=True)
            else:
                form = _Form(columns=int(blocks[-1].label.removeprefix("columns ")))

    def _add_page(self, form: _Form) -> Page:
        width, height = reversed(A4_PT) if form.landscape else A4_PT
        self.pages.append(Page(form.landscape, width, height, self._margin_x_pt))
        return self.pages[-1]

    def _place(self, strips: Sequence[Strip], form: _Form, width_pt: float) -> None:
        start = 0
        while start < len(strips):
            page = self.pages[-1]
            if page.placed and page.cursor_pt > TOP_PT:
                page.cursor_pt += strips[start].before_pt
            room, columns = self._fit(page, strips[start:], form.columns)
            placed = sum(len(column) for column in columns)
            if placed == 0 and not page.placed:
                raise ValueError("a block is taller than a page")
            start += placed
            for number, column in enumerate(columns):
                x = page.margin_x_pt + number * (width_pt + GUTTER_PT)
                stretch = room if start < len(strips) or number < form.columns - 1 else 0.0
                self._put(page, column, x, stretch)
            page.notes += [note for column in columns for strip in column for note in strip.notes]
            page.cursor_pt += max(_height(column) for column in columns)
            if start < len(strips):
                self._add_page(form)

    def _fit(
        self, page: Page, strips: Sequence[Strip], count: int
    ) -> tuple[float, list[Sequence[Strip]]]:
        """Return the height left beside the footnotes and what goes into each column."""
        reserved = self._notes_height(page, page.notes)
        while True:
            room = page.bottom_pt - reserved - page.cursor_pt
            columns = _flow(strips, count, room)
            notes = [note for column in columns for strip in column for note in strip.notes]
            needed = self._notes_height(page, [*page.notes, *notes])
            if needed <= reserved:
                break
            reserved = needed
        if count > 1 and sum(map(len, columns)) == len(strips):
            room = _least_room(strips, count, room)
            columns = _flow(strips, count, room)
        return room, columns

    def _put(self, page: Page, column: Sequence[Strip], x_pt: float, room_pt: float) -> None:
        gaps = sum(1 for strip in column[1:] if strip.before_pt)
        slack = room_pt - _height(column)
        fills = gaps and 0 < slack <= gaps * _LARGEST_STRETCH_PT
        extra = slack / gaps if fills else 0.0
        y = page.cursor_pt
        for index, strip in enumerate(column):
            if index and strip.before_pt:
                y += strip.before_pt + extra
            page.placed.append(Placed(x_pt, y, strip))
            y += strip.height_pt

    def _note_strips(self, page: Page, notes: Iterable[str]) -> list[Strip]:
        size = self._design.size_pt * 0.8
        leading = size * 1.26
        strips: list[Strip] = []
        for note in notes:
            runs = self._design.runs(self._source.notes[note], size)
            lines = self._design.lines(runs, page.text_width_pt - _NOTE_INDENT_PT, justify=True)
            number = SetLine((Run(note, self._design.body.roman, size * 0.7, size * 0.34),))
            for index, line in enumerate(lines):
                texts: tuple[Text, ...] = (Text(_NOTE_INDENT_PT, leading * 0.76, line),)
                if index == 0:
                    texts = (Text(0.0, leading * 0.76, number), *texts)
                strips.append(Strip(leading, texts=texts))
        return strips

    def _notes_height(self, page: Page, notes: Sequence[str]) -> float:
        if not notes:
            return 0.0
        return _NOTE_GAP_PT + sum(strip.height_pt for strip in self._note_strips(page, notes))

    def _set_footnotes(self, page: Page) -> None:
        strips = self._note_strips(page, page.notes)
        y = page.bottom_pt - sum(strip.height_pt for strip in strips)
        for strip in strips:
            page.footnotes.append(Placed(page.margin_x_pt, y, strip))
            y += strip.height_pt


def _height(column: Sequence[Strip]) -> float:
    inner = sum(strip.before_pt for strip in column[1:])
    return inner + sum(strip.height_pt for strip in column)


def _flow(strips: Sequence[Strip], count: int, room_pt: float) -> list[Sequence[Strip]]:
    """Deal the strips over columns of one height, as far as they go."""
    columns = []
    start = 0
    for _ in range(count):
        end = start + _fitting(strips[start:], room_pt)
        columns.append(strips[start:end])
        start = end
    return columns


def _fitting(strips: Sequence[Strip], room_pt: float) -> int:
    """Return how many strips fit without a break where two must stay together."""
    height = 0.0
    fitting = 0
    for index, strip in enumerate(strips):
        height += strip.height_pt + (strip.before_pt if index else 0.0)
        if height > room_pt:
            break
        if not strip.keep or index == len(strips) - 1:
            fitting = index + 1
    return fitting


def _least_room(strips: Sequence[Strip], count: int, room_pt: float) -> float:
    """Return the least height at which all strips still fit, for columns of equal length."""
    least = room_pt
    trial = _height(strips) / count
    while trial < least:
        if sum(map(len, _flow(strips, count, trial))) == len(strips):
            return trial
        trial += 1.0
    return least
