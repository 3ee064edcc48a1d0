"""What text recognition tells about a page, as text with boxes like any other page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from qualcode_app.domain.boxes import HORIZONTAL, SLANTED, Box, BoxLine, encode, from_view

_WORD = "5"  # level of a row of the table that is a word
_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page that was looked at: its size unrotated, how it is turned, pixels per point."""

    width_pt: float
    height_pt: float
    rotation: int
    scale: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page's text, which ends in a newline of its own, and its boxes in their stored form."""

    text: str
    boxes: bytes
    n_words: int


@dataclass(frozen=True, slots=True)
class _Word:
    block: int
    line: tuple[int, int, int]
    text: str
    left: int
    top: int
    right: int
    bottom: int


def page(table: str, sheet: Sheet) -> Recognised:
    """Make a page of the table of words that Tesseract writes (its TSV output).

    Within a word every character gets an equal part of the word's box; a space fills what lies
    between two words of a line.
    """
    texts: list[str] = []
    lines: list[BoxLine] = []
    boxes: list[Box] = []
    start, n_words = 0, 0
    for _, group in groupby(_words(table), key=lambda word: word.line):
        words = list(group)
        text, places = _spelled(words)
        placed = [_on_page(place, sheet) for place in places]
        x0, y0, x1, y1 = zip(*placed, strict=True)
        kind = SLANTED if sheet.rotation else HORIZONTAL
        around = min(x0), min(y0), max(x1), max(y1)
        lines.append(BoxLine(start, start + len(text), *around, words[0].block, kind))
        boxes += placed
        texts.append(text)
        start += len(text) + 1
        n_words += len(words)
    said = "\n".join(texts) + "\n"
    return Recognised(said, encode(len(said), lines, boxes), n_words)


def _words(table: str) -> Iterator[_Word]:
    for row in table.splitlines():
        cells = row.split("\t", _COLUMNS - 1)
        if len(cells) < _COLUMNS or cells[0] != _WORD:
            continue
        text = "".join(cells[11].split()).replace("\x00", "\ufffd")
        if text:
            block, paragraph, line = (int(cell) for cell in cells[2:5])
            left, top, width, height = (int(cell) for cell in cells[6:10])
            place = left, top, left + max(width, 1), top + max(height, 1)
            yield _Word(block, (block, paragraph, line), text, *place)


def _spelled(words: Sequence[_Word]) -> tuple[str, list[Box]]:
    """Return the text of a line and the box of each character, in pixels; all equally high."""
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    places: list[Box] = []
    for number, word in enumerate(words):
        if number:
            end = words[number - 1].right
            places.append((min(end, word.left), top, max(end, word.left), bottom))
        width = (word.right - word.left) / len(word.text)
        places += [
            (word.left + width * i, top, word.left + width * (i + 1), bottom)
            for i in range(len(word.text))
        ]
    return " ".join(word.text for word in words), places


def _on_page(place: Box, sheet: Sheet) -> Box:
    """Return a box of the picture in points of the unrotated page."""
    corners = [
        from_view(x / sheet.scale, y / sheet.scale, sheet.rotation, sheet.width_pt, sheet.height_pt)
        for x, y in (place[:2], place[2:])
    ]
    (ax, ay), (bx, by) = corners
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
