"""Which codes take each other's place: codes by codes, in characters and in spans.

A character counts as confused between codes k and l where one coder chose k and not l, and the
other l and not k. A coder's several codes on one place therefore confuse nothing by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from qualcode_app.agreement.data import Floats, Ints, SpanData
from qualcode_app.agreement.sweep import expanded, meetings

BLOCK = 20_000  # spans in memory at once, cut at each other's ends


@dataclass(frozen=True, eq=False)
class Confusion:
    """Codes of one coder by codes of another; the last row and column mean no code instead.

    Args:
        codes: Uids of the codes.
        characters: Shape (codes + 1, codes + 1); on the diagonal what both gave the same code.
        spans: The same for spans; a span counts at the code it shares most characters with.
    """

    codes: tuple[str, ...]
    characters: Ints
    spans: Ints

    def share(self) -> Floats:
        """Return of each code's characters the share at every code; NaN for an unused one."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray(self.characters / self.characters.sum(axis=1)[:, None], np.float64)


def confusion(data: SpanData, pair: tuple[int, int]) -> Confusion:
    """Return the confusion of two coders, the first one's codes in the rows."""
    chosen = data.only(coders=pair)
    # Where one of the two has not finished a code, the other's spans of it answer to nothing.
    both = np.broadcast_to(chosen.counted.all(axis=0), chosen.counted.shape)
    chosen = replace(chosen, counted=both)
    return Confusion(data.codes, _characters(chosen), _spans(chosen))


def confusion_of_all(data: SpanData) -> Confusion:
    """Return the confusion of all pairs of coders in both directions: a symmetric table."""
    size = len(data.codes) + 1
    characters, spans = np.zeros((size, size), np.int64), np.zeros((size, size), np.int64)
    for pair in combinations(range(len(data.coders)), 2):
        found = confusion(data, pair)
        characters += found.characters + found.characters.T
        spans += found.spans + found.spans.T
    return Confusion(data.codes, characters, spans)


def _characters(data: SpanData) -> Ints:
    size = len(data.codes) + 1
    table = np.zeros(size * size)
    order = np.argsort(data.document, kind="stable")
    ends = np.flatnonzero(np.diff(data.document[order], append=-1)) + 1
    low = 0
    for high in ends.tolist():
        if high - low < BLOCK and high < len(order):
            continue
        table += _of_some(data, order[low:high], size)
        low = high
    return np.rint(table.reshape(size, size)).astype(np.int64)


def _of_some(data: SpanData, rows: Ints, size: int) -> Floats:
    """Return the flat table of some spans of whole documents."""
    place = data.document[rows] << data.axis_bits
    start, end = place + data.start[rows], place + data.end[rows]
    cuts = np.unique(np.concatenate((start, end)))
    length = np.diff(cuts).astype(np.float64)
    low, high = np.searchsorted(cuts, start), np.searchsorted(cuts, end)
    sides = []
    for coder in (0, 1):
        mine = data.coder[rows] == coder
        span, stretch = expanded(low[mine], high[mine])
        sides.append(np.sort(stretch * size + data.code[rows][mine][span]))
    same = np.intersect1d(sides[0], sides[1], assume_unique=True)
    first, second = (np.setdiff1d(side, same, assume_unique=True) for side in sides)
    code = same % size
    both = np.bincount(code * size + code, length[same // size], size * size)
    table = np.asarray(both, np.float64)
    table += _answers(first, second, length, size)
    nothing = _unanswered(second, first, length, size)
    table[(size - 1) * size :] += nothing
    return np.asarray(table, np.float64)


def _answers(mine: Ints, theirs: Ints, length: Floats, size: int) -> Floats:
    """Return one coder's codes by the other's on the same stretches, or by none."""
    at, other = mine // size, theirs // size
    low, high = np.searchsorted(other, at), np.searchsorted(other, at, side="right")
    which, answer = expanded(low, high)
    place = mine[which] % size * size + theirs[answer] % size
    table = np.bincount(place, length[at[which]], size * size).astype(np.float64)
    table[size - 1 :: size] += _unanswered(mine, theirs, length, size)
    return table


def _unanswered(mine: Ints, theirs: Ints, length: Floats, size: int) -> Floats:
    """Return the characters of each code on which the other coder put no code instead."""
    alone = mine[~np.isin(mine // size, theirs // size)]
    return np.bincount(alone % size, length[alone // size], size).astype(np.float64)


def _spans(data: SpanData) -> Ints:
    codes = len(data.codes)
    table = np.zeros((codes + 1, codes + 1), np.int64)
    first = np.flatnonzero(data.coder == 0)
    second = np.flatnonzero(data.coder == 1)
    np.add.at(table, (data.code[first], _partner(data, first, second)), 1)
    alone = second[_partner(data, second, first) == codes]
    np.add.at(table, (codes, data.code[alone]), 1)
    return table


def _partner(data: SpanData, rows: Ints, others: Ints) -> Ints:
    """Return of each span the other coder's code that answers it, or the number of codes.

    The same code wherever it overlaps, else the code that shares most characters.
    """
    codes = len(data.codes)
    place = data.document << data.axis_bits
    begin, after = place + data.start, place + data.end
    start, end = begin[rows], after[rows]
    best = np.full(len(rows), codes, np.int64)
    most = np.zeros(len(rows), np.int64)
    for code in range(codes):
        answers = others[data.code[others] == code]
        their_start, their_end = begin[answers], after[answers]
        mine, theirs = meetings(start, end, their_start, their_end)
        low = np.maximum(start[mine], their_start[theirs])
        shared = np.minimum(end[mine], their_end[theirs]) - low
        total = np.bincount(mine, shared, len(rows)).astype(np.int64)
        total[(total > 0) & (data.code[rows] == code)] = np.iinfo(np.int64).max
        better = total > most
        best[better], most[better] = code, total[better]
    return best
