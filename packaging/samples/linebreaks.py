"""Break styled text into lines: justified with Dutch hyphenation, or ragged without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from math import inf

import pyphen
from reportlab.pdfbase.pdfmetrics import stringWidth

LIGATURES = {"fi": "\ufb01", "fl": "\ufb02"}
_LETTERS = re.compile(r"[^\W\d_]{6,}")
_HARD_BREAK = re.compile(r"(?<=[^\W\d_])[-–/](?=[^\W\d_])")
_FEWEST_LETTERS = 3  # kept on either side of a hyphen
_SHRINK = 0.22  # how far a word space may shrink, as a share of its width
_STRETCH = 0.5
_PENALTY = {"space": 0.0, "hard": 20.0, "soft": 55.0}
_TWO_HYPHENS_IN_A_ROW = 4000.0
_WORD_END_ALONE = 6000.0  # the last syllable of a paragraph on a line of its own


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font; `note` names the footnote it is the marker of."""

    text: str
    font: str
    size_pt: float
    rise_pt: float = 0.0
    note: str = ""

    @property
    def width_pt(self) -> float:
        return float(stringWidth(self.text, self.font, self.size_pt))


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line as it will be drawn."""

    runs: tuple[Run, ...]
    extra_word_space_pt: float = 0.0

    @property
    def width_pt(self) -> float:
        return sum(run.width_pt for run in self.runs)

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(run.note for run in self.runs if run.note)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What lies between two places where a line may end."""

    runs: tuple[Run, ...]
    joint: str  # what follows: "space", "hard" (a hyphen of its own) or "soft"
    width_pt: float
    spaces: int  # no-break spaces inside stretch as well


def break_lines(runs: Sequence[Run], width_pt: float, *, justify: bool) -> list[SetLine]:
    """Return the lines with the least sum of squared badness over the whole paragraph."""
    pieces = list(_pieces(runs, hyphenate=justify))
    space_pt = stringWidth(" ", runs[0].font, runs[0].size_pt)
    hyphen_pt = stringWidth("-", runs[0].font, runs[0].size_pt)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(pieces) + 1):
        best.append((inf, end - 1))
        natural, spaces = 0.0, 0
        for start in range(end - 1, -1, -1):
            inner = start < end - 1 and pieces[start].joint == "space"
            natural += pieces[start].width_pt + (space_pt if inner else 0.0)
            spaces += pieces[start].spaces + inner
            soft = end < len(pieces) and pieces[end - 1].joint == "soft"
            slack = width_pt - natural - (hyphen_pt if soft else 0.0)
            if slack < -spaces * space_pt * (_SHRINK if justify else 0.0) and start < end - 1:
                break
            cost = best[start][0] + _badness(slack, spaces * space_pt, justify, end == len(pieces))
            if end == len(pieces) and start == end - 1 and start:
                cost += _WORD_END_ALONE if pieces[start - 1].joint == "soft" else 0.0
            if end < len(pieces):
                cost += _PENALTY[pieces[end - 1].joint]
                if soft and start and pieces[start - 1].joint == "soft":
                    cost += _TWO_HYPHENS_IN_A_ROW
            if cost < best[end][0]:
                best[end] = (cost, start)
    return list(_lines(pieces, best, width_pt, justify))


def _badness(slack: float, space: float, justify: bool, last: bool) -> float:
    if last:
        return 0.0 if slack >= 0 else 1e6
    if not justify:
        return slack * slack
    if not space:
        return 1e9 + abs(slack)
    ratio = slack / (space * (_STRETCH if slack > 0 else _SHRINK))
    return float((1 + 10 * abs(ratio) ** 3) ** 2)


def _lines(
    pieces: list[_Piece], best: list[tuple[float, int]], width_pt: float, justify: bool
) -> Iterator[SetLine]:
    cuts = [len(pieces)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    cuts.reverse()
    for start, end in pairwise(cuts):
        line = SetLine(_joined(pieces[start:end], end < len(pieces)))
        spaces = sum(run.text.count(" ") + run.text.count("\u00a0") for run in line.runs)
        slack = width_pt - line.width_pt
        if justify and spaces and (end < len(pieces) or slack < 0):
            line = replace(line, extra_word_space_pt=slack / spaces)
        yield line


def _joined(pieces: Sequence[_Piece], continues: bool) -> tuple[Run, ...]:
    """Merge the pieces of a line into as few runs as possible."""
    merged: list[Run] = []
    for index, piece in enumerate(pieces):
        lead = " " if index and pieces[index - 1].joint == "space" else ""
        for run in piece.runs:
            if merged and replace(run, text="") == replace(merged[-1], text="") and not run.note:
                merged[-1] = replace(run, text=merged[-1].text + lead + run.text)
            else:
                merged.append(replace(run, text=lead + run.text))
            lead = ""
    if continues and pieces[-1].joint == "soft":
        merged[-1] = replace(merged[-1], text=merged[-1].text + "-")
    return tuple(merged)


def _pieces(runs: Sequence[Run], *, hyphenate: bool) -> Iterator[_Piece]:
    for word in _words(runs):
        text = "".join(run.text for run in word)
        cuts = {match.end(): "hard" for match in _HARD_BREAK.finditer(text)}
        if hyphenate:
            cuts |= {place: "soft" for place in _hyphen_places(text) if place not in cuts}
        ends = [*sorted(cuts), len(text)]
        for start, end in zip([0, *ends], ends, strict=False):
            part = _cut(word, start, end)
            joint = cuts.get(end, "space")
            spaces = sum(run.text.count("\u00a0") for run in part)
            yield _Piece(part, joint, sum(run.width_pt for run in part), spaces)


def _words(runs: Sequence[Run]) -> Iterator[list[Run]]:
    word: list[Run] = []
    for run in runs:
        for index, text in enumerate(run.text.split(" ")):
            if index and word:
                yield word
                word = []
            if text:
                word.append(replace(run, text=text))
    if word:
        yield word


def _cut(word: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    part: list[Run] = []
    offset = 0
    for run in word:
        text = run.text[max(start - offset, 0) : max(end - offset, 0)]
        if text:
            part.append(replace(run, text=text))
        offset += len(run.text)
    return tuple(part)


@cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL")


def _hyphen_places(text: str) -> Iterator[int]:
    """Yield offsets where a Dutch word may be divided without changing its letters."""
    for match in _LETTERS.finditer(text):
        word = match[0]
        for place in _dictionary().positions(word):
            fits = _FEWEST_LETTERS <= place <= len(word) - _FEWEST_LETTERS
            # A diaeresis disappears after a hyphen: the word could not be joined again.
            if fits and not place.data and word[place] not in "äëïöü":
                yield match.start() + int(place)


def with_ligatures(line: SetLine) -> SetLine:
    """Return the line with fi and fl as single characters, spaced to the same width."""
    runs = tuple(replace(run, text=_ligated(run.text)) for run in line.runs)
    spaces = sum(run.text.count(" ") + run.text.count("\u00a0") for run in runs)
    ligated = replace(line, runs=runs)
    if line.extra_word_space_pt and spaces:
        gained = (line.width_pt - ligated.width_pt) / spaces
        ligated = replace(ligated, extra_word_space_pt=line.extra_word_space_pt + gained)
    return ligated


def _ligated(text: str) -> str:
    for pair, ligature in LIGATURES.items():
        text = text.replace(pair, ligature)
    return text
