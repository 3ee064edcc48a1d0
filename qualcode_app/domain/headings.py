"""Find the headings of a document that brings no outline, by the type they are set in.

A heading is a short paragraph in larger type than the running text, or in bold where the running
text is not. Its level follows from how large it is among the headings of the document.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcode_app.domain.boxes import BoxLine
from qualcode_app.domain.extraction import Region
from qualcode_app.domain.layout import LaidOutPage
from qualcode_app.domain.reading_text import clean_quote

_LARGER = 1.12  # times the body type
_AS_LARGE = 0.97  # bold type counts from here on
_SAME_SIZE = 0.06
_MOST_CHARS = 160
_MOST_LINES = 4
_FULL_LINE = 40  # characters: the bold beginning of a paragraph reaches the end of its line
_MOST_LEVELS = 4
_LEADING = 1.9  # times the type size: further apart are two headings
_TWICE = 2  # a style used once, as on a cover, makes no level of its own
_LEADERS = re.compile(r"[.·…_]{4,}")  # a line of a contents list
_PAGE_AT_END = re.compile(r"\s\d{1,3}\s*$")
_CONTENTS_LIST = 4  # lines that end in a number make a page a contents list
_SENTENCE_END = re.compile(r"[.;,]\s*$")
_WORD = re.compile(r"[^\W\d_]{3,}")
_TABLE_ROW_PT = 2.0


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `start` and `end` count over the whole document."""

    level: int  # 1 at the top
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Found:
    title: str
    start: int
    end: int
    size_pt: float
    bold: bool


def find(pages: Sequence[LaidOutPage], regions: Sequence[Region]) -> tuple[Heading, ...]:
    """Return the headings of a document in the order of its text.

    Args:
        pages: Its pages as they were laid out.
        regions: Running heads, footnotes and the like, which hold no headings.
    """
    body, is_bold = _body_style(pages)
    if not body:
        return ()
    taken: dict[int, list[Region]] = defaultdict(list)
    for region in regions:
        taken[region.page_number].append(region)
    found = [
        heading
        for page in pages
        for heading in _outside_contents_list(
            list(_on_page(page, taken[page.number], body, bold_counts=not is_bold))
        )
    ]
    ranks = _ranks(found)
    return tuple(
        Heading(_level(one, ranks), one.title, one.start, one.end)
        for one in found
        if _level(one, ranks) <= _MOST_LEVELS
    )


def _body_style(pages: Sequence[LaidOutPage]) -> tuple[float, bool]:
    """Return the size, to a quarter of a point, and weight most of the text is set in."""
    styles: Counter[tuple[int, bool]] = Counter()
    for page in pages:
        for line in page.lines:
            styles[round(line.size_pt * 4), line.bold] += line.end - line.start
    if not styles:
        return 0.0, False
    (size, bold), _ = styles.most_common(1)[0]
    return size / 4, bold


def _on_page(
    page: LaidOutPage, taken: Sequence[Region], body: float, *, bold_counts: bool
) -> Iterator[_Found]:
    run: list[BoxLine] = []
    for line in page.lines:
        start = page.start + line.start
        stands_out = (
            line.horizontal
            and _stands_out(line, body, bold_counts=bold_counts)
            and not any(region.start <= start < region.end for region in taken)
            and bool(page.text[line.start : line.end].strip())
        )
        if run and not (stands_out and _goes_on(run[-1], line)):
            yield from _heading(page, run, body)
            run = []
        if stands_out:
            run.append(line)
    if run:
        yield from _heading(page, run, body)


def _outside_contents_list(found: list[_Found]) -> list[_Found]:
    """Return the headings of a page without the lines of a contents list."""
    listed = [one for one in found if _PAGE_AT_END.search(one.title)]
    return [one for one in found if one not in listed] if len(listed) >= _CONTENTS_LIST else found


def _stands_out(line: BoxLine, body: float, *, bold_counts: bool) -> bool:
    if line.size_pt >= _LARGER * body:
        return True
    return bold_counts and line.bold and line.size_pt >= _AS_LARGE * body


def _goes_on(before: BoxLine, line: BoxLine) -> bool:
    """Tell whether two lines are one heading."""
    alike = abs(line.size_pt - before.size_pt) <= _SAME_SIZE * before.size_pt
    near = abs(line.y0_pt - before.y0_pt) <= _LEADING * before.size_pt
    return alike and line.bold == before.bold and near


def _heading(page: LaidOutPage, run: Sequence[BoxLine], body: float) -> Iterator[_Found]:
    """Yield a run of lines as a heading, where it reads as one."""
    first, last = run[0], run[-1]
    title = clean_quote(page.text, first.start, last.end)
    if len(run) > _MOST_LINES or len(title) > _MOST_CHARS or not _WORD.search(title):
        return
    lines = [page.text[line.start : line.end] for line in run]
    if any(_LEADERS.search(line) for line in lines) or _SENTENCE_END.search(title):
        return
    if title[0].islower() or _is_in_a_row(page, run):
        return
    is_larger = last.size_pt >= _LARGER * body
    if not is_larger and len(title) > _FULL_LINE and _runs_on(page, last):
        return
    yield _Found(title, page.start + first.start, page.start + last.end, first.size_pt, first.bold)


def _runs_on(page: LaidOutPage, last: BoxLine) -> bool:
    """Tell whether a sentence goes on in the next line: the bold beginning of a paragraph."""
    if page.text[last.start : last.end].rstrip().endswith("-"):
        return True
    behind = (line for line in page.lines if line.start >= last.end)
    after = next((line for line in behind if page.text[line.start : line.end].strip()), None)
    if after is None or abs(after.y0_pt - last.y0_pt) > _LEADING * last.size_pt:
        return False
    return page.text[after.start : after.end].lstrip()[0].islower()


def _is_in_a_row(page: LaidOutPage, run: Sequence[BoxLine]) -> bool:
    """Tell whether a short bold line has text close beside it: a table, or a word in a line."""
    own = {line.start for line in run}
    first, last = run[0], run[-1]
    return any(
        line.start not in own
        and any(abs(line.y1_pt - mine.y1_pt) <= _TABLE_ROW_PT for mine in (first, last))
        and 0 <= line.x0_pt - last.x1_pt <= first.size_pt
        for line in page.lines
    )


def _ranks(found: Sequence[_Found]) -> list[tuple[float, bool]]:
    """Return the styles that make a level, the largest first."""
    styles: list[tuple[float, bool, int]] = []
    for one in sorted(found, key=lambda one: (-one.size_pt, not one.bold)):
        if styles and _is_same(one, styles[-1]):
            size, bold, count = styles[-1]
            styles[-1] = size, bold, count + 1
        else:
            styles.append((one.size_pt, one.bold, 1))
    return [(size, bold) for size, bold, count in styles if count >= _TWICE]


def _is_same(one: _Found, style: tuple[float, bool, int]) -> bool:
    size, bold, _ = style
    return one.bold == bold and abs(one.size_pt - size) <= _SAME_SIZE * size


def _level(one: _Found, ranks: Sequence[tuple[float, bool]]) -> int:
    """Return the level of a heading: one below each larger style that makes a level."""
    above = sum(
        size > one.size_pt * (1 + _SAME_SIZE)
        or (abs(size - one.size_pt) <= _SAME_SIZE * size and bold and not one.bold)
        for size, bold in ranks
    )
    return above + 1
