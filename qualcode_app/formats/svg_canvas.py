"""Shapes and words as SVG that every program draws alike: no style sheet, no pattern, no font.

Hatching is made of lines, so that a picture stays legible without colour in programs that know
no patterns. Lengths are pixels; the width of words is measured by the widths of Helvetica.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from qualcode_app.domain.printable import printable

INK, SOFT, GRID, PAPER = "#1B2330", "#4A5462", "#C9D0DA", "#FFFFFF"
Anchor = Literal["start", "middle", "end"]
Hatch = Literal["", "/", "\\", "x", "-", "|"]
FONT = "Helvetica, Arial, Liberation Sans, Nimbus Sans, sans-serif"  # of equal widths
_BOLD = 1.07
_WIDTHS = {
    " !,./:;I[]ft\\": 278,
    "ijl'": 222,
    "()-r": 333,
    '"*': 370,
    "cksvxyzJ": 500,
    "FTZ": 611,
    "&ABEKPSVXY": 667,
    "CDHNRUw": 722,
    "GOQ": 778,
    "mM": 833,
    "%": 889,
    "W": 944,
    "@…": 1000,
    "+<=>≥≤": 584,
}
_WIDTH_OF = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_OTHER = 556


@dataclass(frozen=True, slots=True)
class Style:
    """How words are written."""

    size: float = 13
    bold: bool = False
    colour: str = INK

    def width(self, words: str) -> float:
        """Return about how wide words are."""
        plain = unicodedata.normalize("NFD", words)
        letters = (one for one in plain if not unicodedata.combining(one))
        units = sum(_WIDTH_OF.get(letter, _OTHER) for letter in letters)
        return units * self.size / 1000 * (_BOLD if self.bold else 1)

    def fitted(self, words: str, room: float) -> str:
        """Return words on one line, cut with a mark where there is no room for them."""
        if self.width(words) <= room:
            return words
        cut = words
        while cut and self.width(f"{cut}…") > room:
            cut = cut[:-1]
        return f"{cut.rstrip()}…"

    def wrapped(self, words: str, room: float) -> list[str]:
        """Return words as lines that are no wider than the room."""
        lines: list[str] = []
        for word in words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(self.fitted(word, room))
        return lines


BODY, STRONG = Style(), Style(bold=True)
SMALL = Style(12, colour=SOFT)
TITLE = Style(20, bold=True)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a drawing that leads to a coding, and what it says."""

    x: float
    y: float
    uid: str
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished drawing: the text of an SVG file, its size, and where it leads."""

    svg: str
    width: float
    height: float
    spots: tuple[Spot, ...]


class Canvas:
    """Takes shapes in the order they lie on each other."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.spots: list[Spot] = []
        self._parts: list[str] = []

    def rect(
        self, x: float, y: float, width: float, height: float, fill: str, edge: str = ""
    ) -> None:
        """Draw a rectangle."""
        stroke = f' stroke="{edge}" stroke-width="1"' if edge else ""
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" '
            f'height="{height:.1f}" fill="{fill}"{stroke}/>'
        )

    def line(
        self, x1: float, y1: float, x2: float, y2: float, colour: str = GRID, width: float = 1
    ) -> None:
        """Draw a line."""
        self._parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
            f'stroke="{colour}" stroke-width="{width:g}"/>'
        )

    def dot(self, x: float, y: float, radius: float, fill: str, edge: str = PAPER) -> None:
        """Draw a dot with an edge, so that two that touch are told apart."""
        self._parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{fill}" '
            f'stroke="{edge}" stroke-width="1"/>'
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        style: Style = BODY,
        anchor: Anchor = "start",
        *,
        upright: bool = False,
    ) -> None:
        """Write words on a line; `upright` from there to above."""
        at = f'x="{x:.1f}" y="{y:.1f}"'
        if upright:
            at = f'x="0" y="0" transform="translate({x:.1f},{y:.1f}) rotate(-90)"'
        weight = ' font-weight="bold"' if style.bold else ""
        place = f' text-anchor="{anchor}"' if anchor != "start" else ""
        self._parts.append(
            f'<text {at} font-family="{FONT}" font-size="{style.size:g}"{weight}{place} '
            f'fill="{style.colour}">{escape(printable(words)[0])}</text>'
        )

    def hatch(self, box: tuple[float, float, float, float], kind: Hatch, colour: str = INK) -> None:
        """Draw the lines of a hatching within x, y, width and height."""
        runs = " ".join(
            f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" for x1, y1, x2, y2 in _hatching(box, kind)
        )
        if runs:
            self._parts.append(f'<path d="{runs}" fill="none" stroke="{colour}" stroke-width="1"/>')

    def finished(self, height: float, title: str, description: str) -> Drawing:
        """Return the drawing with its title and description for those who do not see it."""
        size = f'width="{self.width:.0f}" height="{height:.0f}"'
        view = f'viewBox="0 0 {self.width:.0f} {height:.0f}"'
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} role="img" '
            'aria-labelledby="title desc">\n'
            f'<title id="title">{escape(printable(title)[0])}</title>\n'
            f'<desc id="desc">{escape(printable(description)[0])}</desc>\n'
            f'<rect x="0" y="0" width="{self.width:.0f}" height="{height:.0f}" fill="{PAPER}"/>\n'
        )
        text = head + "\n".join(self._parts) + "\n</svg>\n"
        return Drawing(text, self.width, height, tuple(self.spots))


Run = tuple[float, float, float, float]


def _hatching(box: tuple[float, float, float, float], kind: Hatch, gap: float = 6) -> Iterator[Run]:
    x, y, width, height = box
    if kind == "-":
        yield from ((x, at, x + width, at) for at in _steps(y, height, gap))
    if kind == "|":
        yield from ((at, y, at, y + height) for at in _steps(x, width, gap))
    if kind in ("/", "x"):
        yield from _diagonals(box, gap, falls=False)
    if kind in ("\\", "x"):
        yield from _diagonals(box, gap, falls=True)


def _steps(start: float, length: float, gap: float) -> Sequence[float]:
    return [start + gap / 2 + i * gap for i in range(int((length - gap / 2) // gap) + 1)]


def _diagonals(box: tuple[float, float, float, float], gap: float, *, falls: bool) -> Iterator[Run]:
    """Yield the lines of 45 degrees that lie within a box."""
    x, y, width, height = box
    for step in range(1, int((width + height) // gap) + 1):
        along = step * gap
        left, right = max(0.0, along - height), min(width, along)
        if falls:
            yield x + width - right, y + along - right, x + width - left, y + along - left
            continue
        yield x + left, y + along - left, x + right, y + along - right
