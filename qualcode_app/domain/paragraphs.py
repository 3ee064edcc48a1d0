"""Gather lines into paragraphs, headings and list items, by where they stand on the page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcode_app.domain.boxes import BoxLine
from qualcode_app.domain.extraction import Region
from qualcode_app.domain.layout import LaidOutPage
from qualcode_app.domain.sentences import BULLETS

_MARKER = re.compile(
    rf"\s*(?:(?P<dash>[–—+>*-])|[{BULLETS}]|[no](?=\s+[^\W\d_a-zà-ÿ])|(?P<number>"
    r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]))(?:\s|[\u200b\ufeff]|$)"
)
_END_OF_SENTENCE = re.compile(r"[.!?…:;][\"”’'»)\]]*(?:\d{1,3}\)?)?\s*$")
_SAME_SIZE = 0.08
_LOOSE = 1.25  # times the usual distance of lines
_HANGING_PT = 3.0
_BESIDE = 3  # times the type size, between a list marker and its text
_RAGGED = 0.2  # share of the column that a line may end short of it within a sentence
_RAGGED_END = 0.04
_FIGURE = re.compile(r"[\s\d.,%€$+–-]{1,14}")  # a cell of a table, a page number of a contents list


@dataclass(slots=True)
class Line:
    """A line of running text; offsets count over the whole document."""

    start: int
    end: int
    text: str
    box: BoxLine
    page: int
    right_pt: float  # how far lines reach that start where this one does
    marker: str = ""  # "bullet", "dash", "number" or nothing


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; an item opens with a list marker."""

    lines: Sequence[Line]
    is_item: bool


def gather(pages: Sequence[LaidOutPage], regions: Sequence[Region]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the running text, then those of footnotes and captions.

    Running heads and page numbers belong to none, so a sentence goes on over them.
    """
    by_page: dict[int, list[Region]] = defaultdict(list)
    for region in regions:
        by_page[region.page_number].append(region)
    main: list[Line] = []
    aside: list[list[Line]] = []
    for page in pages:
        here = by_page.get(page.number, ())
        apart: dict[int, list[Line]] = defaultdict(list)
        for line in _lines(page):
            number = next((i for i, r in enumerate(here) if r.start <= line.start < r.end), None)
            if number is None:
                main.append(line)
            elif here[number].kind not in ("running_head", "page_number"):
                apart[number].append(line)
        aside += apart.values()
    leading = _leading(main)
    yield from _paragraphs(main, leading)
    for lines in aside:
        yield Paragraph(lines, is_item=False)


def _lines(page: LaidOutPage) -> Iterator[Line]:
    """Yield the lines of a page that are not blank."""
    rights: dict[int, float] = defaultdict(float)
    blocks: dict[int, list[float]] = defaultdict(list)
    for line in page.lines:
        left = round(line.x0_pt / 4)
        for near in (left - 1, left, left + 1):
            rights[near] = max(rights[near], line.x1_pt)
        blocks[line.block].append(line.x1_pt)
    for line in page.lines:
        text = page.text[line.start : line.end]
        if not text.isspace():
            block = blocks[line.block]
            # Some files have a block for each line; then all lines that begin here tell.
            right = max(block) if len(block) > 2 else rights[round(line.x0_pt / 4)]
            start = page.start + line.start
            yield Line(start, start + len(text), text, line, page.number, right, _marker(text))


def _marker(text: str) -> str:
    match = _MARKER.match(text)
    if match is None:
        return ""
    return "dash" if match["dash"] else "number" if match["number"] else "bullet"


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance of lines over their type size; 1.2 where nothing tells."""
    ratios: Counter[int] = Counter()
    for before, line in pairwise(lines):
        step = line.box.y0_pt - before.box.y0_pt
        if before.page == line.page and line.box.size_pt > 0 and step > line.box.size_pt / 2:
            ratios[round(step / line.box.size_pt * 20)] += 1
    usual = ratios.most_common(1)[0][0] / 20 if ratios else 1.2
    return min(max(usual, 1.0), 2.0)


def _paragraphs(lines: Iterable[Line], leading: float) -> Iterator[Paragraph]:
    current: list[Line] = []
    for line in lines:
        if current and _breaks(current, line, leading):
            yield _paragraph(current)
            current = []
        current.append(line)
    if current:
        yield _paragraph(current)


def _paragraph(lines: list[Line]) -> Paragraph:
    first = lines[0]
    # A symbol in a row of its own before the text, whatever letter its font makes of it.
    lone = len(lines) > 1 and len(first.text.strip()) <= 2 and _same_row(first, lines[1])
    return Paragraph(lines, is_item=lone or first.marker != "")


def _same_row(line: Line, after: Line) -> bool:
    """Tell whether a line goes on right beside another one."""
    one, two = line.box, after.box
    if line.page != after.page or two.x0_pt < one.x1_pt - 1:
        return False
    shared = min(one.y1_pt, two.y1_pt) - max(one.y0_pt, two.y0_pt)
    height = min(one.y1_pt - one.y0_pt, two.y1_pt - two.y0_pt)
    near = two.x0_pt - one.x1_pt < _BESIDE * max(one.size_pt, two.size_pt)
    return shared > height / 2 and (near or _FIGURE.fullmatch(after.text) is not None)


def _breaks(current: list[Line], line: Line, leading: float) -> bool:
    """Tell whether a line begins a new paragraph."""
    last = current[-1]
    if _same_row(last, line):
        return False
    if _closes_row(current):
        return True
    ended = bool(_END_OF_SENTENCE.search(last.text))
    forced = _forced(last, line, ended=ended)
    below = _below(last, line, leading)
    if line.marker and _is_list(line, last, ended=ended, forced=forced):
        return True
    if _lone_symbol(line):
        return ended or forced or not below
    lower = line.text.lstrip("\"“‘„'«([ \t")[:1].islower()
    if _other_type(last, line):
        return True
    if last.box.bold != line.box.bold and not lower:
        return ended or last.box.bold or forced
    if not below:
        # Another column or page: the sentence goes on when it is not at its end.
        return ended or (forced and not lower)
    if forced:
        return not lower or last.text.rstrip().endswith(";")
    return ended and _moved_in(current, line)


def _closes_row(current: list[Line]) -> bool:
    """Tell whether the last line is a symbol without text beside it or ends the row of a table."""
    last = current[-1]
    if len(current) == 1:
        return _lone_symbol(last)
    return _FIGURE.fullmatch(last.text) is not None and _same_row(current[-2], last)


def _other_type(last: Line, line: Line) -> bool:
    size = max(last.box.size_pt, line.box.size_pt)
    return abs(last.box.size_pt - line.box.size_pt) > _SAME_SIZE * size


def _moved_in(current: list[Line], line: Line) -> bool:
    """Tell whether a line is indented as the first of a paragraph, or back out after an item."""
    first, last = current[0], current[-1]
    if first.marker:
        hanging = len(current) > 1 and last.box.x0_pt > line.box.x0_pt + _HANGING_PT
        return hanging and line.box.x0_pt <= first.box.x0_pt + _HANGING_PT
    return line.box.x0_pt > last.box.x0_pt + 0.8 * line.box.size_pt


def _lone_symbol(line: Line) -> bool:
    return len(line.text.strip()) == 1 and not line.marker


def _is_list(line: Line, last: Line, *, ended: bool, forced: bool) -> bool:
    """Tell whether a marker opens an item; a dash or number may begin a line by chance."""
    if line.marker == "bullet":
        return True
    return ended or forced or last.marker == line.marker or last.text.rstrip().endswith(",")


def _below(last: Line, line: Line, leading: float) -> bool:
    """Tell whether a line stands under the one before, at the usual distance."""
    if last.page != line.page:
        return False
    step = line.box.y0_pt - last.box.y0_pt
    beside = line.box.x0_pt >= last.box.x1_pt or line.box.x1_pt <= last.box.x0_pt
    return not beside and 0 < step <= _LOOSE * leading * max(line.box.size_pt, last.box.size_pt)


def _forced(last: Line, line: Line, *, ended: bool) -> bool:
    """Tell whether the line before ended although the next word had fitted on it."""
    width = last.box.x1_pt - last.box.x0_pt
    word = line.text.split(maxsplit=1)[0]
    needed = (len(word) + 1) * width / max(len(last.text.rstrip()), 1)
    ragged = (_RAGGED_END if ended else _RAGGED) * (last.right_pt - last.box.x0_pt)
    return last.box.x1_pt + max(1.15 * needed, ragged) < last.right_pt
