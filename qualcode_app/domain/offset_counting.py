"""How other programs count in a text, and from their offsets to ours.

The standard counts Unicode code points and says nothing of line ends; programs differ. Our
offsets count the code points of the text without byte-order mark and with LF line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_BOM = "\ufeff"
_ASTRAL = "[\U00010000-\U0010ffff]|"  # they take two units of UTF-16
_CR = r"\r(?=\n)"
_CLEARLY = 0.1  # by which share of the ends another counting has to fit better than the usual one
_SHORTENED = ("…", "...")


@dataclass(frozen=True, slots=True)
class Counting:
    """What one step of an offset is.

    Args:
        is_utf16: UTF-16 units instead of code points.
        crlf: How many steps a CRLF line end takes; 0: line ends stay as they are.
    """

    is_utf16: bool = False
    crlf: int = 1

    def __str__(self) -> str:
        unit = "UTF-16 units" if self.is_utf16 else "code points"
        return f"{unit}, CRLF as {self.crlf}" if self.crlf else f"{unit}, line ends as they are"


COUNTINGS = tuple(Counting(is_utf16, crlf) for is_utf16 in (False, True) for crlf in (1, 2))
_USUAL = (  # by how the name of the origin begins
    ("nvivo", Counting(is_utf16=True, crlf=2)),
    ("atlas.ti", Counting()),
    ("maxqda", Counting()),
    ("qualcoder", Counting()),
    ("qualcode", Counting(crlf=0)),
)


def usual(origin: str) -> Counting | None:
    """Return how the program of that name counts; None for one that is not known."""
    name = origin.strip().casefold()
    return next((counting for start, counting in _USUAL if name.startswith(start)), None)


class CountedText:
    """A text with its offsets in one counting, and the same text as ours."""

    def __init__(self, raw: str, counting: Counting) -> None:
        self.text = raw
        if counting.crlf:
            raw = raw.removeprefix(_BOM)
            self.text = raw.replace("\r\n", "\n").replace("\r", "\n")
            raw = raw if counting.crlf == 2 else self.text
        wanted = (_ASTRAL if counting.is_utf16 else "") + (_CR if counting.crlf == 2 else "")
        self._extra: list[int] = []  # foreign offsets where one of our characters takes two steps
        n_pairs = 0
        for found in re.finditer(wanted.strip("|"), raw) if wanted else ():
            self._extra.append(found.start() + n_pairs)
            n_pairs += found[0] != "\r"
        self.n_steps = len(self.text) + len(self._extra)

    def to_text(self, offset: int) -> int:
        """Return where a foreign offset lies in our text."""
        return offset - bisect_left(self._extra, offset)


@dataclass(frozen=True, slots=True)
class Marked:
    """A selection as one counting reads it; `name` may hold the quote, whole or shortened."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Score:
    """How well a counting fits: of `n` ends of selections, so many stand at word borders.

    `n_quotes` tells how many names say what the selection holds.
    """

    n: int
    n_borders: int
    n_quotes: int

    def __add__(self, other: Score) -> Score:
        return Score(
            self.n + other.n, self.n_borders + other.n_borders, self.n_quotes + other.n_quotes
        )

    @property
    def share(self) -> float:
        """The share of ends and quotes that fit; 1 where there is nothing to tell from."""
        fitting = self.n_borders + 2 * self.n_quotes
        return fitting / (2 * self.n) if self.n else 1.0


def score(raw: str, counting: Counting, marks: Sequence[Marked]) -> Score:
    """Return how well a counting fits the selections of one text."""
    counted = CountedText(raw, counting)
    text, n_borders, n_quotes = counted.text, 0, 0
    for mark in marks:
        start, end = counted.to_text(mark.start), counted.to_text(mark.end)
        if not 0 <= start < end <= len(text):
            continue
        n_borders += _is_border(text, start) and not text[start].isspace()
        n_borders += _is_border(text, end) and not text[end - 1].isspace()
        n_quotes += _says(mark.name, text[start:end])
    return Score(2 * len(marks), n_borders, n_quotes)


def chosen(scores: dict[Counting, Score], preferred: Counting | None) -> Counting:
    """Return the counting that fits best; the usual one unless another fits clearly better."""
    best = max(scores, key=lambda counting: scores[counting].share)
    if preferred is None:
        return best
    if preferred not in scores:
        return preferred
    clearly = scores[best].share - scores[preferred].share > _CLEARLY
    return best if clearly else preferred


def _is_border(text: str, place: int) -> bool:
    if place in (0, len(text)):
        return True
    return not (text[place - 1].isalnum() and text[place].isalnum())


def _says(name: str, quote: str) -> bool:
    """Tell whether a name is the quote, or its beginning."""
    said, words = " ".join(name.split()), " ".join(quote.split())
    for dots in _SHORTENED:
        if said.endswith(dots):
            return len(said) > len(dots) and words.startswith(said.removesuffix(dots))
    return bool(said) and said == words
