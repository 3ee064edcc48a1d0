"""The readable form of a document's text, with the way back to the stored text.

Search, quotes and exports use it. Running heads and page numbers are left out; a footnote or
caption that stands inside a sentence is read after that sentence.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.extraction import Region
from qualcode_app.domain.hyphens import compounds_of, mend

_LEFT_OUT = ("running_head", "page_number")
_STOP = re.compile(r"[.!?…:][\"”’'»)\]]*(?:\d{1,3}\)?)?\s+")
_ENDED = re.compile(r"[.!?…:;][\"”’'»)\]]*(?:\d{1,3}\)?)?\s*$")
_LOOK_BACK = 40
_HYPHENS = "-\u2010\u00ad"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of stored text, in the place where it is read."""

    start: int
    end: int
    moved: bool


class ReadingText:
    """A text as it reads, and which stored character each of its characters comes from."""

    def __init__(self, pieces: Sequence[_Piece], stored: str) -> None:
        self._pieces = pieces
        self._joined_at: list[int] = []  # where each piece begins when all are joined
        place = 0
        for piece in pieces:
            self._joined_at.append(place)
            place += piece.end - piece.start
        joined = "".join([stored[piece.start : piece.end] for piece in pieces])
        mended = mend(joined, compounds_of(stored))
        self.text = mended.text
        self._at = mended.at
        self._source = mended.source
        self._n_stored = len(stored)
        self._by_start = sorted(range(len(pieces)), key=lambda number: pieces[number].start)
        self._starts = [pieces[number].start for number in self._by_start]

    @classmethod
    def of(cls, text: str, regions: Sequence[Region] = ()) -> ReadingText:
        """Make the reading text of a document, or of a page with regions counted within it."""
        return cls(list(_pieces(text, regions)), text)

    def to_stored(self, place: int) -> int:
        """Return the offset of the stored character that is read at `place`."""
        if not self._pieces or place >= len(self.text):
            return self._n_stored
        number = bisect_right(self._at, place) - 1
        joined = self._source[number] + place - self._at[number]
        if number + 1 < len(self._source):  # an opened ligature is one stored character
            joined = min(joined, max(self._source[number + 1] - 1, self._source[number]))
        piece = bisect_right(self._joined_at, joined) - 1
        return self._pieces[piece].start + joined - self._joined_at[piece]

    def to_reading(self, offset: int) -> int:
        """Return where a stored character is read, or what follows it where it is left out."""
        order = bisect_right(self._starts, offset) - 1
        if order < 0:
            order, offset = 0, self._starts[0] if self._starts else 0
        if not self._pieces:
            return 0
        piece = self._pieces[self._by_start[order]]
        if offset >= piece.end:
            if order + 1 == len(self._starts):
                return len(self.text)
            order += 1
            piece = self._pieces[self._by_start[order]]
            offset = piece.start
        return self._read(self._joined_at[self._by_start[order]] + offset - piece.start)

    def _read(self, joined: int) -> int:
        """Return where a character of the joined pieces is read, or what follows it."""
        number = bisect_right(self._source, joined) - 1
        place = self._at[number] + joined - self._source[number]
        if number + 1 < len(self._at):
            place = min(place, self._at[number + 1])
        return place

    def anchor(self, start: int, end: int) -> TextAnchor | None:
        """Return the stored place of what is read from `start` to `end`."""
        if not 0 <= start < end <= len(self.text):
            return None
        first, last = self.to_stored(start), self.to_stored(end - 1) + 1
        return TextAnchor(first, last) if first < last else None

    def quote(self, start: int, end: int) -> str:
        """Return the stored text [start, end) as it reads, without notes that stand inside it."""
        found = []
        for piece, at in zip(self._pieces, self._joined_at, strict=True):
            first, last = max(piece.start, start), min(piece.end, end)
            if first < last and (not piece.moved or piece.start <= start):
                begin, stop = at + first - piece.start, at + last - piece.start
                found.append(self.text[self._read(begin) : self._read(stop)])
        return _one_line("".join(found))

    @cached_property
    def _without_blanks(self) -> tuple[str, array[int]]:
        return _squeezed(self.text, "")

    @cached_property
    def _without_hyphens(self) -> tuple[str, array[int]]:
        return _squeezed(self.text, _HYPHENS)

    def places(self, quote: str) -> Iterator[tuple[int, int]]:
        """Yield the places [start, end) in this text where a quote is read.

        First as it is written but for blanks; where that is nowhere, also without hyphens.
        """
        for (hay, at), hyphens in ((self._without_blanks, ""), (self._without_hyphens, _HYPHENS)):
            needle = _squeezed(_mended(quote), hyphens)[0]
            place = hay.find(needle) if needle else -1
            if place < 0:
                continue
            while place >= 0:
                yield at[place], at[place + len(needle) - 1] + 1
                place = hay.find(needle, place + 1)
            return


def _squeezed(text: str, without: str) -> tuple[str, array[int]]:
    """Return a text without blanks and `without`, and where each character stood."""
    at = array("L", [i for i, c in enumerate(text) if not (c.isspace() or c in without)])
    return "".join([text[i] for i in at]), at


def _mended(text: str) -> str:
    return mend(text, lambda _left, _right: False).text


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _pieces(text: str, regions: Sequence[Region]) -> Iterator[_Piece]:
    """Yield the stretches of stored text in the order in which they are read."""
    waiting: list[_Piece] = []
    done = 0
    for region in sorted(regions, key=lambda region: region.start):
        if region.start < done:
            continue  # inside another one
        yield from _main(text, done, region.start, waiting)
        done = region.end
        if region.kind in _LEFT_OUT:
            continue
        note = _Piece(region.start, region.end, moved=True)
        if waiting or not _is_ended(text, region, regions):
            waiting.append(note)
        else:
            yield note
    yield from _main(text, done, len(text), waiting)
    yield from waiting


def _main(text: str, start: int, end: int, waiting: list[_Piece]) -> Iterator[_Piece]:
    """Yield running text, and the notes that wait for the end of its first sentence."""
    if start >= end:
        return
    stop = _STOP.search(text, start, end) if waiting else None
    if stop is None:
        yield _Piece(start, end, moved=False)
        return
    yield _Piece(start, stop.end(), moved=False)
    yield from waiting
    waiting.clear()
    if stop.end() < end:
        yield _Piece(stop.end(), end, moved=False)


def _is_ended(text: str, region: Region, regions: Sequence[Region]) -> bool:
    """Tell whether the sentence before a region is at its end, or there is none."""
    end = region.start
    while before := next((r for r in regions if r.end == end and r is not region), None):
        end = before.start
    tail = text[max(end - _LOOK_BACK, 0) : end]
    return not tail.strip() or bool(_ENDED.search(tail))


def clean_quote(text: str, start: int, end: int, regions: Sequence[Region] = ()) -> str:
    """Return the stored text [start, end) as one readable line.

    Regions inside it are left out, but not those that the range begins in. For many quotes of
    one document `ReadingText.quote` is faster.
    """
    kept = []
    done = start
    for region in sorted(regions, key=lambda region: region.start):
        if start < region.start < end and region.start >= done:
            kept.append(text[done : region.start])
            done = min(region.end, end)
    kept.append(text[done:end])

    def is_compound(left: str, right: str) -> bool:
        return f"{left}-{right[:4]}" in text

    return _one_line(mend("".join(kept), is_compound).text)


def find_quote(reading: ReadingText, quote: str, occurrence: int = 1) -> TextAnchor | None:
    """Return the stored place where a quote stands for the n-th time, or None.

    Blanks, ligatures, soft hyphens and hyphenation at line ends make no difference; letters,
    case and punctuation do.
    """
    for number, (start, end) in enumerate(reading.places(quote), 1):
        if number == occurrence:
            return reading.anchor(start, end)
    return None
