"""Agreement of two segmentations: where a text was cut. Not corrected for chance.

A boundary at i lies between character i and character i + 1, so n characters have n - 1 places.

Source:
    Beeferman, Berger & Lafferty (1999), Machine Learning, 34, 177-210 (Pk); Pevzner & Hearst
    (2002), Computational Linguistics, 28(1), 19-36 (WindowDiff); Fournier (2013), Proceedings of
    ACL 2013, 1702-1712 (boundary similarity); Bookstein, Kulyukin & Raita (2002), Information
    Retrieval, 5, 353-375 (generalized Hamming distance).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from qualcode_app.agreement.coefficient import Coefficient, Need
from qualcode_app.agreement.data import Bools, Floats, Ints, SpanData
from qualcode_app.agreement.figure import Counts, Figure, Reason, undefined

NEAR = 2  # boundaries less than this many places apart are a near miss


@dataclass(frozen=True)
class Edits:
    """What turns one segmentation into another."""

    matches: int
    near_misses: tuple[int, ...]  # distances
    additions: int


def boundaries_of(marks: Ints) -> Ints:
    """Return the places of the boundaries in a list of 0 and 1."""
    return np.flatnonzero(marks)


def _cuts(masses: Ints) -> Ints:
    """Return the boundaries between segments of the given lengths."""
    return np.cumsum(masses)[:-1] - 1


def edits(first: Ints, second: Ints, near: int = NEAR) -> Edits:
    """Return matches, near misses and additions; the nearest misses are paired first."""
    matches = np.intersect1d(first, second)
    a, b = np.setdiff1d(first, matches), np.setdiff1d(second, matches)
    paired_a, paired_b = np.zeros(len(a), np.bool_), np.zeros(len(b), np.bool_)
    distances = []
    for distance in range(1, near):
        for i in np.flatnonzero(~paired_a):
            other = np.flatnonzero((np.abs(b - a[i]) == distance) & ~paired_b)
            if other.size:
                paired_a[i] = paired_b[other[0]] = True
                distances.append(distance)
    return Edits(len(matches), tuple(distances), int((~paired_a).sum() + (~paired_b).sum()))


def similarity_of(found: list[Edits], n: Counts, near: int = NEAR) -> Figure:
    """Return boundary similarity over one or more documents."""
    missed = sum(len(each.near_misses) for each in found)
    cost = sum(each.additions + sum(each.near_misses) / near for each in found)
    total = missed + sum(each.additions + each.matches for each in found)
    if not total:
        return undefined(Reason.ONE_SEGMENT, n)
    return Figure(1 - cost / total, n=n)


def similarity(first: Ints, second: Ints) -> Figure:
    """Return Fournier's boundary similarity of two lists of segment lengths."""
    _check(first, second)
    n = Counts(units=int(first.sum()), coders=2, documents=1)
    return similarity_of([edits(_cuts(first), _cuts(second))], n)


def window(masses: Ints) -> int:
    """Return half the mean segment length, at least 2."""
    return max(2, round(float(masses.mean()) / 2))


def pk(reference: Ints, other: Ints) -> float:
    """Return Pk of two lists of segment lengths: the share of windows with one cut, not both."""
    _check(reference, other)
    places, k = int(reference.sum()) - 1, window(reference)
    return pk_of_strings(_cuts(reference), _cuts(other), places, k)


def window_diff(reference: Ints, other: Ints) -> float:
    """Return the share of windows in which the numbers of boundaries differ."""
    _check(reference, other)
    places, k = int(reference.sum()) - 1, window(reference)
    return window_diff_of_strings(_cuts(reference), _cuts(other), places, k)


def pk_of_strings(first: Ints, second: Ints, places: int, k: int) -> float:
    """Return Pk over all windows of k places; NaN where none fits."""
    a, b = _in_windows(first, places, k), _in_windows(second, places, k)
    return float(np.mean((a > 0) != (b > 0))) if a.size else float("nan")


def window_diff_of_strings(first: Ints, second: Ints, places: int, k: int) -> float:
    """Return WindowDiff over all windows of k places; NaN where none fits."""
    a, b = _in_windows(first, places, k), _in_windows(second, places, k)
    return float(np.mean(a != b)) if a.size else float("nan")


def _in_windows(cuts: Ints, places: int, k: int) -> Ints:
    marks = np.zeros(places + 1, np.int64)
    marks[cuts + 1] = 1
    sums = np.cumsum(marks)
    return np.asarray(sums[k:] - sums[: max(0, len(sums) - k)], np.int64)


def hamming(first: Ints, second: Ints, change: float = 2.0, shift: float = 1.0) -> float:
    """Return the least cost of moving, adding and deleting boundaries.

    Args:
        first: Places of boundaries, ascending.
        second: The same of the other segmentation.
        change: Cost of adding or deleting one.
        shift: Cost of moving one by one place.
    """
    row: Floats = np.arange(len(second) + 1, dtype=np.float64) * change
    for place in first:
        above = row
        row = np.full(len(second) + 1, above[0] + change)
        kept = np.minimum(above[1:] + change, above[:-1] + shift * np.abs(second - place))
        for j, cost in enumerate(kept):
            row[j + 1] = min(cost, row[j] + change)
    return float(row[-1])


def _check(first: Ints, second: Ints) -> None:
    if not first.size or first.sum() != second.sum() or (first < 1).any() or (second < 1).any():
        raise ValueError("expected two lists of segment lengths of at least 1 with the same sum")


def _of_documents(data: SpanData) -> list[tuple[int, Ints, Ints]]:
    """Return length and both coders' boundaries of each document that both finished."""
    done = data.counted.all(axis=(0, 1))
    found = []
    for document in np.flatnonzero(done & (data.lengths > 1)):
        length = int(data.lengths[document])
        sides = []
        for coder in (0, 1):
            mine = (data.document == document) & (data.coder == coder)
            ends = np.unique(np.concatenate((data.start[mine], data.end[mine])))
            sides.append(ends[(ends > 0) & (ends < length)] - 1)
        found.append((length, sides[0], sides[1]))
    return found


def _counts(documents: list[tuple[int, Ints, Ints]]) -> Counts:
    return Counts(sum(length for length, _, _ in documents), 2, len(documents))


def similarity_on_spans(data: SpanData) -> Figure:
    """Return boundary similarity of the starts and ends of two coders' spans."""
    documents = _of_documents(data)
    if not documents:
        return undefined(Reason.NO_UNITS)
    return similarity_of([edits(a, b) for _, a, b in documents], _counts(documents))


def windows_on_spans(data: SpanData, only_whether: bool) -> Figure:
    """Return Pk or WindowDiff of two coders' starts and ends, the mean of both as reference.

    Args:
        data: Two coders.
        only_whether: Compare whether there is a boundary (Pk), not how many (WindowDiff).
    """
    documents = _of_documents(data)
    if not documents:
        return undefined(Reason.NO_UNITS)
    n = _counts(documents)
    cuts_of_first = sum(len(a) for _, a, _ in documents)
    cuts_of_second = sum(len(b) for _, _, b in documents)
    if not cuts_of_first + cuts_of_second:
        return undefined(Reason.ONE_SEGMENT, n)
    shares = []
    for cuts in (cuts_of_first, cuts_of_second):
        k = max(2, round(n.units / (cuts + len(documents)) / 2))
        differs = np.concatenate([_differs(*each, k, only_whether) for each in documents])
        if not differs.size:
            return undefined(Reason.ONE_SEGMENT, n)
        shares.append(float(differs.mean()))
    return Figure(sum(shares) / 2, n=n)


def _differs(length: int, first: Ints, second: Ints, k: int, only_whether: bool) -> Bools:
    a, b = _in_windows(first, length - 1, k), _in_windows(second, length - 1, k)
    return np.not_equal(a > 0, b > 0) if only_whether else np.not_equal(a, b)


_TWO = frozenset({Need.TWO_CODERS})

BOUNDARY_SIMILARITY = Coefficient(
    "boundary_similarity",
    "Boundary similarity B",
    "1 - (boundaries of one coder only + half of each near miss) / all boundaries; a near miss "
    "lies one character off. Every start and end of a span is a boundary.",
    "Fournier (2013), Proceedings of ACL 2013, 1702-1712",
    on_spans=similarity_on_spans,
    needs=_TWO,
)
PK = Coefficient(
    "pk",
    "Pk (a distance: 0 is perfect)",
    "The share of windows, half a mean segment long, in which one coder has a boundary and the "
    "other has none; the mean with either coder as the reference.",
    "Beeferman, Berger & Lafferty (1999), Machine Learning, 34, 177-210",
    on_spans=lambda data: windows_on_spans(data, only_whether=True),
    needs=_TWO,
)
WINDOW_DIFF = Coefficient(
    "window_diff",
    "WindowDiff (a distance: 0 is perfect)",
    "The share of windows, half a mean segment long, in which the coders have different numbers "
    "of boundaries; the mean with either coder as the reference.",
    "Pevzner & Hearst (2002), Computational Linguistics, 28(1), 19-36",
    on_spans=lambda data: windows_on_spans(data, only_whether=False),
    needs=_TWO,
)
