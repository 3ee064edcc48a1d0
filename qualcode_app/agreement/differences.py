"""The passages behind a figure: where two coders differ on a code, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from qualcode_app.agreement.data import Ints, SpanData
from qualcode_app.agreement.sweep import meetings

SAME_PLACE = 0.5  # share of the shorter stretch that makes another code one on the same place


class Kind(StrEnum):
    """How two coders differ on a passage."""

    ONLY_FIRST = "only_first"
    ONLY_SECOND = "only_second"
    BOUNDARY = "boundary"  # same code, other boundary
    OTHER_CODE = "other_code"  # same place, other code
    PARENT_CHILD = "parent_child"  # same place, a code above or below this one


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage on which two coders differ.

    Args:
        kind: How they differ.
        document: Index of the document.
        start: First character of what either marked.
        end: First character after it.
        disagreeing: Characters that one of them marked and the other did not.
        overlap: Shared / marked by either; 0 where they share nothing.
        first_code: Index of the first coder's code on the passage, or -1.
        second_code: Index of the second coder's code, or -1.
    """

    kind: Kind
    document: int
    start: int
    end: int
    disagreeing: int
    overlap: float
    first_code: int
    second_code: int


@dataclass(frozen=True, eq=False)
class _Passages:
    """Stretches of text that either coder marked with the code, overlapping spans joined."""

    document: Ints
    start: Ints
    end: Ints
    first: Ints  # characters per coder
    second: Ints
    shared: Ints


def differences(
    data: SpanData, pair: tuple[int, int], code: int, parents: Sequence[int] | None = None
) -> list[Difference]:
    """Return the passages on which two coders differ about a code, the largest first.

    Args:
        data: The study.
        pair: Indices of two coders.
        code: Index of the code.
        parents: Index of each code's parent, -1 for none; tells parent against child.
    """
    i, j = pair
    judged = data.counted[i, code] & data.counted[j, code]
    axis = (data.document << data.axis_bits).astype(np.int64)
    mine = (data.code == code) & judged[data.document]
    sides = [np.flatnonzero(mine & (data.coder == coder)) for coder in pair]
    passages = _passages(data, axis, sides[0], sides[1])
    other = [_other_code(data, axis, passages, pair[1 - side], code) for side in (0, 1)]
    family = _family(code, parents or [-1] * len(data.codes))
    found = []
    for row in range(len(passages.document)):
        first, second, shared = (
            int(column[row]) for column in (passages.first, passages.second, passages.shared)
        )
        if first == second == shared:
            continue
        kind, codes = _kind(first, second, int(other[0][row]), int(other[1][row]), code, family)
        found.append(
            Difference(
                kind,
                int(passages.document[row]),
                int(passages.start[row]),
                int(passages.end[row]),
                first + second - 2 * shared,
                shared / (first + second - shared),
                *codes,
            )
        )
    found.sort(key=lambda each: (-each.disagreeing, each.document, each.start))
    return found


def _kind(
    first: int, second: int, by_second: int, by_first: int, code: int, family: set[int]
) -> tuple[Kind, tuple[int, int]]:
    """Return how they differ and both coders' codes."""
    if first and second:
        return Kind.BOUNDARY, (code, code)
    other = by_second if first else by_first
    codes = (code, other) if first else (other, code)
    if other < 0:
        return (Kind.ONLY_FIRST if first else Kind.ONLY_SECOND), codes
    return (Kind.PARENT_CHILD if other in family else Kind.OTHER_CODE), codes


def _family(code: int, parents: Sequence[int]) -> set[int]:
    """Return the codes above and below a code."""

    def above(child: int) -> set[int]:
        found: set[int] = set()
        while (child := parents[child]) >= 0 and child not in found:
            found.add(child)
        return found

    below = {other for other in range(len(parents)) if code in above(other)}
    return above(code) | below


def _passages(data: SpanData, axis: Ints, first: Ints, second: Ints) -> _Passages:
    rows = np.concatenate((first, second))
    begin, end = (axis + data.start)[rows], (axis + data.end)[rows]
    order = np.argsort(begin, kind="stable")
    reach = np.maximum.accumulate(end[order]) if order.size else end
    opens = np.ones(order.size, np.bool_)
    opens[1:] = begin[order][1:] >= reach[:-1]
    heads = np.flatnonzero(opens)
    group = np.empty(order.size, np.int64)
    group[order] = np.cumsum(opens) - 1
    length, count = end - begin, len(heads)
    size = len(first)
    by_first = np.bincount(group[:size], length[:size], count).astype(np.int64)
    by_second = np.bincount(group[size:], length[size:], count).astype(np.int64)
    mine, theirs = meetings(begin[:size], end[:size], begin[size:], end[size:])
    common = np.minimum(end[mine], end[size + theirs]) - np.maximum(
        begin[mine], begin[size + theirs]
    )
    shared = np.bincount(group[mine], common, count).astype(np.int64)
    lasts = np.append(heads[1:], order.size)[: len(heads)] - 1
    starts = begin[order][heads]
    document = starts >> data.axis_bits
    base = document << data.axis_bits
    return _Passages(document, starts - base, reach[lasts] - base, by_first, by_second, shared)


def _other_code(data: SpanData, axis: Ints, passages: _Passages, coder: int, code: int) -> Ints:
    """Return the code that a coder put on each passage instead, or -1.

    The one that shares most characters, if these are at least half of the shorter stretch.
    """
    place = passages.document << data.axis_bits
    start, end = place + passages.start, place + passages.end
    mine = np.flatnonzero(data.coder == coder)
    own_code, own_start, own_end = (
        data.code[mine],
        (axis + data.start)[mine],
        (axis + data.end)[mine],
    )
    best = np.full(len(start), -1, np.int64)
    most = np.zeros(len(start), np.int64)
    for other in range(len(data.codes)):
        if other == code:
            continue
        rows = own_code == other
        their_start, their_end = own_start[rows], own_end[rows]
        passage, theirs = meetings(start, end, their_start, their_end)
        low = np.maximum(start[passage], their_start[theirs])
        shared = np.minimum(end[passage], their_end[theirs]) - low
        shorter = np.minimum((end - start)[passage], (their_end - their_start)[theirs])
        near = shared >= SAME_PLACE * shorter
        total = np.bincount(passage[near], shared[near], len(start)).astype(np.int64)
        better = total > most
        best[better], most[better] = other, total[better]
    return best
