"""Which codings of several coders are of one and the same passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEAST_OVERLAP = 0.5  # marked by both / marked by either


@dataclass(frozen=True, slots=True)
class Marked:
    """One coding: where it is, which code, and whose."""

    document: int
    code: int
    coder: int
    start: int
    end: int


def matched(codings: Sequence[Marked], least: float = LEAST_OVERLAP) -> list[tuple[int, ...]]:
    """Return groups of codings of one code that mark the same passage, one per coder.

    The pair that overlaps most is joined first; a coding joins a group that has none of its
    coder yet. Groups come in the order of the codings; codings without a partner are left out.

    Args:
        codings: In any order.
        least: The least overlap, as characters marked by both / by either.
    """
    order = sorted(range(len(codings)), key=lambda i: _place(codings[i]))
    pairs: list[tuple[float, int, int]] = []
    near: list[int] = []
    for at in order:
        one = codings[at]
        near = [i for i in near if _same_text(codings[i], one) and codings[i].end > one.start]
        pairs += [
            (-share, i, at)
            for i in near
            if codings[i].coder != one.coder and (share := _overlap(codings[i], one)) >= least
        ]
        near.append(at)
    pairs.sort()
    group = {at: [at] for at in order}
    for _, first, second in pairs:
        ours, theirs = group[first], group[second]
        if ours is theirs or {codings[i].coder for i in ours} & {codings[i].coder for i in theirs}:
            continue
        ours += theirs
        for each in theirs:
            group[each] = ours
    found = {id(each): tuple(sorted(each)) for each in group.values() if len(each) > 1}
    return sorted(found.values())


def _place(one: Marked) -> tuple[int, int, int, int, int]:
    return one.document, one.code, one.start, one.end, one.coder


def _same_text(one: Marked, other: Marked) -> bool:
    return (one.document, one.code) == (other.document, other.code)


def _overlap(one: Marked, other: Marked) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))
