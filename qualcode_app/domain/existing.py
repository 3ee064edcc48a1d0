"""Highlights that were in a PDF before it came here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qualcode_app.domain.boxes import PageBoxes, Rect

_BRIDGED = 2  # characters between two stretches that make one: a space, a hyphen
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class ExistingHighlight:
    """One highlight as the file has it; the rectangles are in unrotated page points."""

    page_number: int
    rects: tuple[Rect, ...]
    colour: str  # "#rrggbb", "" where the file tells none
    author: str
    contents: str
    made: str  # as the file writes it


def ranges(boxes: PageBoxes, text: str, rects: Sequence[Rect]) -> list[tuple[int, int]]:
    """Return the stretches [start, end) of a page's text that lie under rectangles.

    A character lies under one that holds its middle. Stretches that only white space or a
    single character parts are one; what is shorter than two characters is a slip.
    """
    hit = sorted(
        index
        for line in boxes.lines
        for rect in rects
        if rect.y0_pt <= (line.y0_pt + line.y1_pt) / 2 <= rect.y1_pt or not line.horizontal
        if line.x0_pt < rect.x1_pt and rect.x0_pt < line.x1_pt
        for index in range(line.start, line.end)
        if _holds(rect, boxes.rect(index))
    )
    found: list[tuple[int, int]] = []
    for index in hit:
        if found and _is_one(text, found[-1][1], index):
            found[-1] = found[-1][0], max(index + 1, found[-1][1])
        else:
            found.append((index, index + 1))
    return [(a, b) for a, b in found if len("".join(text[a:b].split())) >= _SHORTEST]


def _holds(rect: Rect, glyph: Rect | None) -> bool:
    if glyph is None:
        return False
    x, y = (glyph.x0_pt + glyph.x1_pt) / 2, (glyph.y0_pt + glyph.y1_pt) / 2
    return rect.x0_pt <= x <= rect.x1_pt and rect.y0_pt <= y <= rect.y1_pt


def _is_one(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return len(between) < _BRIDGED or not between.strip()
