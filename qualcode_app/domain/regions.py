"""Find what is printed on pages but is not running text.

Running heads are lines that return at the same place of neighbouring pages, page numbers count
along with the pages, footnotes are small type at the foot of a page that opens with a marker,
captions open with "Figuur 3:" or the like. Tables and figures themselves are not looked for.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode_app.domain.boxes import BoxLine, Rect, to_view
from qualcode_app.domain.extraction import Region
from qualcode_app.domain.layout import LaidOutPage

_MARGIN = 0.12  # share of the page, above and below, in which heads and numbers stand
_LARGE = 1.3  # times the body type: a heading, never a running head
_LARGE_NUMBER = 2.0  # page numbers are set larger now and then
_SMALL = 0.93  # times the body type: notes
_FOOT = 0.35  # notes start below this share of the page
_NEAR_PAGES = 4  # left and right pages alternate, and chapters start without a head
_SAME_PLACE_PT = 3.0
_FULL_LINE = 25  # characters

_END_NUMBER = re.compile(r"^\d{1,4}\b|\b\d{1,4}$")
_BLANKS = re.compile(r"\s+")
_NUMBER = re.compile(
    r"[\s|\-–—·.]*(?:(?:pagina|page|seite|blz\.?|bladzijde|pag\.?|p\.)\s*)?"
    r"(?P<value>\d{1,4}|[ivxlc]{1,8})"
    r"(?:\s*(?:/|van|of|von)\s*\d{1,4})?[\s|\-–—·]*",
    re.IGNORECASE,
)
_MARKER = re.compile(r"\s*(?:(?P<number>\d{1,3})[).]?\s*|[*†‡§]{1,3}|[¹²³⁰⁴-⁹]{1,3}\s*)[^\W\d_\s]")
_NEXT_NOTES = 3  # a number that jumps further is part of the note's text
_CAPTION = re.compile(
    r"^(?:figuur|tabel|grafiek|kaart|kader|figure|table|chart|map|box|abbildung|tabelle)"
    r"\s+[\dIVX]+(?:[.\-]\d+)*\s?[.:–|]\s",
    re.IGNORECASE | re.MULTILINE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class _Margin:
    """A line near the upper or lower edge, or upright along a side."""

    page: LaidOutPage
    line: BoxLine
    edge: str
    text: str
    x_pt: float
    y_pt: float


def find(pages: Sequence[LaidOutPage]) -> tuple[Region, ...]:
    """Return the regions of a document in the order of its text."""
    body = _body_size(pages)
    margins = [found for page in pages for found in _margins(page, body)]
    taken: dict[tuple[int, int], Region] = {}
    for kind, lines in (
        ("page_number", _page_numbers(margins)),
        ("running_head", _running_heads(margins, len(pages))),
    ):
        for found in lines:
            taken.setdefault((found.page.number, found.line.start), _region(kind, found))
    for found in _beside(margins, taken):
        taken[found.page.number, found.line.start] = _region("running_head", found)
    by_page: dict[int, list[Region]] = defaultdict(list)
    for region in taken.values():
        by_page[region.page_number].append(region)
    for page in pages:
        skipped = {region.start - page.start for region in by_page[page.number]}
        by_page[page.number] += _footnotes(page, body, skipped)
        by_page[page.number] += _captions(page, by_page[page.number])
    return tuple(sorted((r for rs in by_page.values() for r in rs), key=lambda r: r.start))


def _region(kind: str, found: _Margin) -> Region:
    start = found.page.start
    # The newline goes with the line, so that what is left closes up.
    return Region(kind, found.page.number, start + found.line.start, start + found.line.end + 1)


def _body_size(pages: Sequence[LaidOutPage]) -> float:
    """Return the size of type most of the text is set in, to a quarter of a point."""
    sizes: Counter[int] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size_pt * 4)] += line.end - line.start
    return sizes.most_common(1)[0][0] / 4 if sizes else 0.0


def _seen(page: LaidOutPage, line: BoxLine) -> Rect:
    """Return where a line is on the page as it is displayed."""
    rect = Rect(line.x0_pt, line.y0_pt, line.x1_pt, line.y1_pt)
    return to_view(rect, page.rotation, page.width_pt, page.height_pt) if page.rotation else rect


def _seen_size(page: LaidOutPage) -> tuple[float, float]:
    size = page.width_pt, page.height_pt
    return size if page.rotation in (0, 180) else (size[1], size[0])


def _margins(page: LaidOutPage, body: float) -> Iterator[_Margin]:
    width, height = _seen_size(page)
    top, bottom = height * _MARGIN, height * (1 - _MARGIN)
    left, right = width * _MARGIN, width * (1 - _MARGIN)
    for line in page.lines:
        rect = _seen(page, line)
        if rect.y1_pt < top:
            edge = "top"
        elif rect.y0_pt > bottom:
            edge = "bottom"
        elif not line.horizontal and (rect.x1_pt < left or rect.x0_pt > right):
            edge = "side"
        else:
            continue
        text = _BLANKS.sub(" ", page.text[line.start : line.end]).strip()
        large = _LARGE_NUMBER if _NUMBER.fullmatch(text) else _LARGE
        if text and line.size_pt <= large * body:
            yield _Margin(page, line, edge, text, rect.x0_pt, rect.y0_pt)


def _page_numbers(margins: Sequence[_Margin]) -> Iterator[_Margin]:
    """Yield the numbers that rise with the pages, by one each or by two on double pages."""
    numbers = [
        (found, value)
        for found in margins
        if (match := _NUMBER.fullmatch(found.text)) and (value := _value(match["value"]))
    ]
    steady: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for found, value in numbers:
        for per_sheet in (1, 2):
            shift = value - per_sheet * found.page.number
            steady[found.edge, per_sheet, shift].append(found.page.number)
    for found, value in numbers:
        for per_sheet in (1, 2):
            shift = value - per_sheet * found.page.number
            others = steady[found.edge, per_sheet, shift]
            near = {n for n in others if 0 < abs(n - found.page.number) <= _NEAR_PAGES}
            if len(near) >= 2 or (near and len(others) == 2):
                yield found
                break


def _value(digits: str) -> int:
    """Return the number, arabic or roman; 0 for letters that are no number."""
    if digits.isdecimal():
        return int(digits)
    values = [_ROMAN[letter] for letter in digits.lower()]
    after = [*values[1:], 0]
    return sum(v if v >= w else -v for v, w in zip(values, after, strict=True))


def _running_heads(margins: Sequence[_Margin], n_pages: int) -> Iterator[_Margin]:
    """Yield the lines that stand at the same place of neighbouring pages.

    A number at the end or the beginning may count along with the pages; "Hoofdstuk 3" where
    page 5 starts, and "Hoofdstuk 4" at the same place of page 7, is no running head.
    """
    enough = 2 if n_pages >= _NEAR_PAGES else 1
    alike: dict[tuple[str, str, int], list[_Margin]] = defaultdict(list)
    for found in margins:
        text = found.text.casefold()
        if sum(map(str.isalpha, text)) < 3:
            continue
        alike[found.edge, text, 0].append(found)
        if number := _END_NUMBER.search(text):
            rest = text[: number.start()] + "#" + text[number.end() :]
            alike[found.edge, rest, int(number[0]) - found.page.number].append(found)
    for group in alike.values():
        for place, found in enumerate(group):
            near = {
                other.page.number
                for other in group[max(place - 12, 0) : place + 13]
                if 0 < abs(other.page.number - found.page.number) <= _NEAR_PAGES
                and abs(other.y_pt - found.y_pt) <= _SAME_PLACE_PT
            }
            if len(near) >= enough:
                yield found


def _beside(margins: Sequence[_Margin], taken: Mapping[tuple[int, int], Region]) -> list[_Margin]:
    """Return the lines in one row with a head or number, as the title of a short chapter is."""
    rows = defaultdict(list)
    for found in margins:
        if (found.page.number, found.line.start) in taken:
            rows[found.page.number].append(found.y_pt)
    return [
        found
        for found in margins
        if (found.page.number, found.line.start) not in taken
        and any(abs(y - found.y_pt) <= _SAME_PLACE_PT for y in rows[found.page.number])
    ]


def _footnotes(page: LaidOutPage, body: float, skipped: set[int]) -> Iterator[Region]:
    """Yield the notes at the foot of a page, one region each."""
    notes: list[list[BoxLine]] = []
    for run in _small_runs(page, body, skipped):
        lowest = max(_seen(page, line).y1_pt for line in run)
        highest = min(_seen(page, line).y0_pt for line in run)
        if not _has_text_above(page, body, highest):
            continue  # a contents list or a colophon
        if any(
            line.size_pt > _SMALL * body
            and line.start not in skipped
            and _seen(page, line).y0_pt >= lowest
            and line.x0_pt < run[0].x1_pt
            and run[0].x0_pt < line.x1_pt
            and not page.text[line.start : line.end].isspace()
            for line in page.lines
        ):
            continue  # body type goes on below it: a table or a small print, no footnote
        number, block = -1, -1
        for line in run:
            marker = _MARKER.match(page.text, line.start, line.end)
            value = int(marker["number"] or number + 1) if marker else 0
            if number < 0 and marker and line.block != block:
                notes.append([line])  # the first note opens a block
                number = value
            elif marker and 0 <= number < value <= number + _NEXT_NOTES:
                notes.append([line])
                number = value
            elif number >= 0:
                notes[-1].append(line)
            block = line.block
    for note in notes:
        start, end = page.start + note[0].start, page.start + note[-1].end + 1
        yield Region("footnote", page.number, start, end)


def _has_text_above(page: LaidOutPage, body: float, y_pt: float) -> bool:
    """Tell whether lines of body type, which may refer to a note, stand above it."""
    return any(
        line.end - line.start > _FULL_LINE
        and line.size_pt > _SMALL * body
        and _seen(page, line).y1_pt <= y_pt + _SAME_PLACE_PT
        for line in page.lines
    )


def _small_runs(page: LaidOutPage, body: float, skipped: set[int]) -> Iterator[list[BoxLine]]:
    """Yield the stretches of small type in the lower part of a page, in the order of the text."""
    foot = _seen_size(page)[1] * _FOOT
    run: list[BoxLine] = []
    for line in page.lines:
        small = 0 < line.size_pt <= _SMALL * body and line.start not in skipped
        if small and _seen(page, line).y0_pt > foot:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _captions(page: LaidOutPage, taken: Sequence[Region]) -> Iterator[Region]:
    """Yield the lines from "Figuur 3:" to the end of their block."""
    starts = {match.start() for match in _CAPTION.finditer(page.text)}
    if not starts:
        return
    for place, line in enumerate(page.lines):
        if line.start not in starts:
            continue
        end = line.end
        for after in page.lines[place + 1 :]:
            if after.block != line.block or after.start in starts:
                break
            end = after.end
        first, last = page.start + line.start, page.start + end + 1
        if not any(region.start < last and first < region.end for region in taken):
            yield Region("caption", page.number, first, last)
