"""How exact selecting is: random selections to offsets, to boxes and back; carets inside words.

Run alone it lists every miss with its cause. The agreements lie in the corpus beside the checkout.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.rows import Row

from qualcode_app.domain.boxes import WHOLE, PageBoxes, Rect
from qualcode_app.pdf.client import Extractor

CORPUS = ROOT.parent / "shared" / "corpus"
RIGHT_TO_LEFT = ("ThuluthFeatures.pdf", "sample-habibi.pdf", "sample-habibi-rotated.pdf")
PER_FILE = 400
LONGEST = 400
MOST_MISSED = 0.003


@dataclass(frozen=True)
class Page:
    """A page of a file."""

    name: str
    number: int
    text: str
    boxes: PageBoxes


@dataclass(frozen=True)
class Miss:
    """A selection that did not come back."""

    page: Page
    wanted: tuple[int, int]
    found: tuple[int, int]
    cause: str

    def __str__(self) -> str:
        where = f"{self.page.name} page {self.page.number}"
        return f"{where}: {self.wanted} came back as {self.found}: {self.cause}"


def pages_of(paths: list[Path]) -> Iterator[list[Page]]:
    """Yield the pages with text of one file after the other."""
    with Extractor() as extractor:
        for path in paths:
            document = extractor.extract(path.read_bytes(), path.name)
            yield [
                Page(path.stem, page.number, page.text, PageBoxes.decode(page.boxes))
                for page in document.pages
                if len(page.text.strip()) > 1
            ]


def selections(pages: list[Page], rng: random.Random, n: int) -> Iterator[tuple[Page, int, int]]:
    """Yield random ranges that begin and end with something printed."""
    weights = [len(page.text) for page in pages]
    for page in rng.choices(pages, weights, k=n):
        start = rng.randrange(len(page.text))
        end = min(start + 1 + rng.randrange(LONGEST), len(page.text))
        while start < end and page.text[start].isspace():
            start += 1
        while end > start and page.text[end - 1].isspace():
            end -= 1
        if start < end:
            yield page, *widened(page.boxes, start, end)


def widened(boxes: PageBoxes, start: int, end: int) -> tuple[int, int]:
    """Widen a range to whole lines where no part of a line can be taken, as the window does."""
    first, last = boxes.whole_line(start), boxes.whole_line(end - 1)
    return (start if first is None else first[0]), (end if last is None else last[1])


def miss_of(page: Page, start: int, end: int) -> Miss | None:
    """Go from a range to its first and last rectangle and back; return what went wrong."""
    boxes = page.boxes
    first, last = boxes.rect(start), boxes.rect(end - 1)
    if first is None or last is None:
        return Miss(page, (start, end), (start, end), "a character without a place")
    points = _near_edge(boxes, start, first, True), _near_edge(boxes, end - 1, last, False)
    found = boxes.selection(*points[0], *points[1])
    if found == (start, end) and boxes.rects(*found) == boxes.rects(start, end):
        return None
    return Miss(page, (start, end), found, _cause(boxes, start, end, first, last))


def _near_edge(boxes: PageBoxes, index: int, rect: Rect, at_start: bool) -> tuple[float, float]:
    """Return a point of a character on the side of its line's start or end."""
    line = next(line for line in boxes.lines if line.start <= index < line.end)
    x, y = (rect.x0_pt + rect.x1_pt) / 2, (rect.y0_pt + rect.y1_pt) / 2
    share = 0.3 if at_start else -0.3
    if line.horizontal or line.kind == WHOLE:
        return x - share * (rect.x1_pt - rect.x0_pt), y
    ahead, behind = boxes.rect(line.end - 1), boxes.rect(line.start)
    assert ahead is not None
    assert behind is not None
    dx, dy = ahead.x0_pt - behind.x0_pt, ahead.y0_pt - behind.y0_pt
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    wide, high = rect.x1_pt - rect.x0_pt, rect.y1_pt - rect.y0_pt
    return x - share * wide * dx / length, y - share * high * dy / length


def _cause(boxes: PageBoxes, start: int, end: int, first: Rect, last: Rect) -> str:
    for index, rect in ((start, first), (end - 1, last)):
        if _is_flat(rect):
            return "ends on a character without width"
        x, y = (rect.x0_pt + rect.x1_pt) / 2, (rect.y0_pt + rect.y1_pt) / 2
        there = boxes.char_at(x, y)
        line = next(line for line in boxes.lines if line.start <= index < line.end)
        if there is None or not line.start <= there < line.end:
            return "the line lies below another one: printed twice, or a shadow"
        if there != index:
            return "the character lies below another one of its line"
    behind = boxes.rect(end)
    if behind is not None and _is_flat(behind):
        return "takes a character without width along, such as a soft hyphen"
    return "other"


def _is_flat(rect: Rect) -> bool:
    return min(rect.x1_pt - rect.x0_pt, rect.y1_pt - rect.y0_pt) < 0.05


def wrong_carets(pages: list[Page], rng: random.Random, n: int) -> tuple[int, int]:
    """Point at the left and right quarter of letters in words; return how many were wrong, of n.

    Letters that lie below others cannot be pointed at and are not counted.
    """
    wrong = counted = 0
    for page in rng.choices(pages, [len(page.text) for page in pages], k=n):
        index = rng.randrange(len(page.text))
        rect = page.boxes.rect(index)
        if not page.text[index].isalpha() or rect is None or rect.x1_pt - rect.x0_pt < 0.05:
            continue
        line = next(line for line in page.boxes.lines if line.start <= index < line.end)
        middle = (rect.x0_pt + rect.x1_pt) / 2, (rect.y0_pt + rect.y1_pt) / 2
        if not line.horizontal or page.boxes.char_at(*middle) != index:
            continue
        share = rng.choice((0.25, 0.75))
        x = rect.x0_pt + share * (rect.x1_pt - rect.x0_pt)
        if page.boxes.char_at(x, middle[1]) != index:
            continue  # there the next letter already begins: kerning
        counted += 1
        gap = index + (share > 0.5)
        while gap < line.end and (after := page.boxes.rect(gap)) is not None and _is_flat(after):
            gap += 1  # before what has no width no caret can be seen
        wrong += page.boxes.caret_at(x, middle[1]) != gap
    return wrong, counted


def misses(paths: list[Path]) -> tuple[list[Miss], int, tuple[int, int]]:
    """Return the misses, how many selections were made, and wrong carets of how many."""
    rng = random.Random(20261121)
    found: list[Miss] = []
    n_made = n_wrong = n_carets = 0
    for pages in pages_of(paths):
        if not pages:
            continue
        for page, start, end in selections(pages, rng, PER_FILE):
            n_made += 1
            miss = miss_of(page, start, end)
            if miss is not None:
                found.append(miss)
        wrong, counted = wrong_carets(pages, rng, PER_FILE)
        n_wrong += wrong
        n_carets += counted
    return found, n_made, (n_wrong, n_carets)


def measure() -> list[Row]:
    """Measure the agreements, and apart from them the files that run from right to left."""
    groups: Mapping[str, list[Path]] = {
        "agreements": sorted((CORPUS / "agreements").glob("*.pdf")),
        "right to left": [CORPUS / "awkward" / name for name in RIGHT_TO_LEFT],
    }
    rows: list[Row] = []
    for group, paths in groups.items():
        present = [path for path in paths if path.is_file()]
        if not present:
            continue
        found, n_made, (wrong, n_carets) = misses(present)
        share = 100 * len(found) / n_made
        causes = Counter(miss.cause for miss in found)
        told = "; ".join(f"{n} {cause}" for cause, n in causes.most_common())
        limit = 100 * MOST_MISSED if group == "agreements" else None
        rows.append(Row(f"selecting, {group}: missed", share, "%", limit, f"of {n_made}: {told}"))
        against = f"of {n_carets}"
        rows.append(Row(f"selecting, {group}: wrong carets in words", wrong, "", 0, against))
    return rows


def main() -> None:
    found, n_made, carets = misses(sorted((CORPUS / "agreements").glob("*.pdf")))
    for miss in found:
        print(miss)
    print(f"{len(found)} of {n_made} missed; wrong carets: {carets[0]} of {carets[1]}")
    for row in measure():
        print(f"{row.name:45} {row.value:8.2f} {row.unit} limit {row.limit} {row.against}")


if __name__ == "__main__":
    main()
