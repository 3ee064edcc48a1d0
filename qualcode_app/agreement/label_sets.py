"""Agreement on sets of labels: several codes on one unit or one character.

Source:
    Passonneau (2006), LREC (MASI); Passonneau (2004), LREC (the distance in four steps);
    Krippendorff (2019), Content Analysis, 4th ed., chapter 12, for alpha itself.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np

from qualcode_app.agreement.coefficient import Coefficient, Need
from qualcode_app.agreement.data import Floats, Ints, SpanData, UnitData
from qualcode_app.agreement.figure import Counts, Figure, Reason, undefined

SetDistance = Callable[[Floats, Floats], Floats]  # two (n, labels) of 0 and 1 to (n, n)
BLOCK = 512  # rows of distances in memory at once
MOST_SETS = 20_000  # about four seconds of distances


def jaccard(a: Floats, b: Floats) -> Floats:
    """Return 1 - shared / all labels; 0 between two empty sets."""
    shared, first, second = _overlap(a, b)
    union = first + second - shared
    return 1 - np.divide(shared, union, out=np.ones_like(shared), where=union > 0)


def dice(a: Floats, b: Floats) -> Floats:
    """Return 1 - twice the shared labels / the labels of both; 0 between two empty sets."""
    shared, first, second = _overlap(a, b)
    total = first + second
    return 1 - np.divide(2 * shared, total, out=np.ones_like(shared), where=total > 0)


def masi(a: Floats, b: Floats) -> Floats:
    """Return 1 - Jaccard's index times 1 (equal), 2/3 (subset), 1/3 (overlap) or 0."""
    return 1 - (1 - jaccard(a, b)) * (1 - passonneau(a, b))


def passonneau(a: Floats, b: Floats) -> Floats:
    """Return 0 for equal sets, 1/3 for a subset, 2/3 for an overlap, 1 for disjoint sets.

    The empty set is a subset of every set.
    """
    shared, first, second = _overlap(a, b)
    steps = np.where(shared > 0, 2 / 3, 1.0)
    steps[shared == np.minimum(first, second)] = 1 / 3
    steps[(shared == first) & (shared == second)] = 0.0
    return steps


def _overlap(a: Floats, b: Floats) -> tuple[Floats, Floats, Floats]:
    shared = a @ b.T
    first = np.broadcast_to(a.sum(axis=1)[:, None], shared.shape)
    second = np.broadcast_to(b.sum(axis=1)[None, :], shared.shape)
    return shared, first, second


def distance_of(a: frozenset[str], b: frozenset[str], distance: SetDistance) -> float:
    """Return the distance of two sets."""
    contents = _contents((a, b))
    return float(distance(contents[:1], contents[1:])[0, 0])


def _contents(sets: tuple[frozenset[str], ...]) -> Floats:
    labels = sorted(frozenset().union(*sets))
    return np.array([[label in each for label in labels] for each in sets], np.float64)


def set_alpha(data: UnitData, distance: SetDistance) -> Figure:
    """Return Krippendorff's alpha with a distance of sets.

    Returns:
        NaN without pairable units, if all sets are alike, or if there are so many different
        ones that comparing each with each would take minutes.
    """
    if data.sets is None:
        return undefined(Reason.NOT_SETS)
    return _alpha(data.ratings, data.frequency, _contents(data.sets), distance)


def _alpha(ratings: Ints, times: Ints, contents: Floats, distance: SetDistance) -> Figure:
    rated = (ratings >= 0).sum(axis=1)
    pairable = rated >= 2
    ratings, times, rated = ratings[pairable], times[pairable], rated[pairable]
    n = Counts(units=int(times.sum()), coders=ratings.shape[1])
    given = ratings >= 0
    each = np.broadcast_to(times[:, None], given.shape)[given]
    counts: Floats = np.bincount(ratings[given], each, len(contents)).astype(np.float64)
    total = counts.sum()
    if total == 0:
        return undefined(Reason.NO_UNITS, n)
    used = np.flatnonzero(counts)
    if len(used) > MOST_SETS:
        return undefined(Reason.TOO_MANY_SETS, n)
    table = _pairs(ratings, times / (rated - 1))
    place = np.full(len(contents), -1)
    place[used] = np.arange(len(used))
    observed, expected = _disagreements(contents[used], counts[used], place, table, distance)
    if expected == 0:
        return undefined(Reason.NO_VARIATION, n)
    observed, expected = observed / total, expected / (total * (total - 1))
    return Figure(1 - observed / expected, n=n, observed=observed, expected=expected)


def _pairs(ratings: Ints, weight: Floats) -> tuple[Ints, Ints, Floats]:
    """Return the different sets that met in one unit: first, second and total weight."""
    firsts, seconds, weights = [], [], []
    for i, j in combinations(range(ratings.shape[1]), 2):
        a, b = ratings[:, i], ratings[:, j]
        apart = (a >= 0) & (b >= 0) & (a != b)
        firsts.append(a[apart])
        seconds.append(b[apart])
        weights.append(weight[apart])
    return np.concatenate(firsts), np.concatenate(seconds), np.concatenate(weights)


def _disagreements(
    contents: Floats,
    counts: Floats,
    place: Ints,
    table: tuple[Ints, Ints, Floats],
    distance: SetDistance,
) -> tuple[float, float]:
    """Go through the distances of all used sets in blocks of rows."""
    first, second, weight = place[table[0]], place[table[1]], table[2]
    order = np.argsort(first, kind="stable")
    first, second, weight = first[order], second[order], weight[order]
    observed = expected = 0.0
    for start in range(0, len(contents), BLOCK):
        apart = distance(contents[start : start + BLOCK], contents)
        expected += float(counts[start : start + BLOCK] @ apart @ counts)
        rows = slice(*np.searchsorted(first, (start, start + BLOCK)))
        observed += 2 * float(weight[rows] @ apart[first[rows] - start, second[rows]])
    return observed, expected


def set_alpha_on_characters(
    data: SpanData, distance: SetDistance, coded_only: bool = True
) -> Figure:
    """Return alpha on the set of codes that each coder put on a character.

    Args:
        data: A coder is missing in a document where one of the codes does not count.
        distance: Of two sets of codes.
        coded_only: Leave out characters that nobody coded.
    """
    ratings, times, contents = code_sets(data)
    empty = np.flatnonzero(contents.sum(axis=1) == 0)
    if coded_only:
        coded = ((ratings >= 0) & ~np.isin(ratings, empty)).any(axis=1)
        ratings, times = ratings[coded], times[coded]
    figure = _alpha(ratings, times, contents, distance)
    if figure.reason is Reason.NO_UNITS and coded_only and data.start.size:
        return undefined(Reason.NO_SPANS, figure.n)
    return figure


def set_alpha_where_both_marked(data: SpanData, distance: SetDistance) -> Figure:
    """Return alpha on the sets of codes on characters that at least two coders coded.

    Tells whether they chose the same codes, given that they marked the same text; for codes
    that exclude each other cu does so too.
    """
    ratings, times, contents = code_sets(data)
    empty = np.flatnonzero(contents.sum(axis=1) == 0)
    figure = _alpha(np.where(np.isin(ratings, empty), -1, ratings), times, contents, distance)
    if figure.reason is Reason.NO_UNITS and data.start.size:
        return undefined(Reason.NOTHING_SHARED, figure.n)
    return figure


def code_sets(data: SpanData) -> tuple[Ints, Ints, Floats]:
    """Return the sets of codes that each coder put on the same characters.

    Returns:
        Per stretch without a boundary inside: the set of each coder (stretches, coders), -1
        where a coder does not count; its length; and the codes in each set (sets, codes).
    """
    coders, codes, documents = data.shape
    offset = np.cumsum(data.lengths) - data.lengths
    whole = int(data.lengths.sum())
    start, end = offset[data.document] + data.start, offset[data.document] + data.end
    cuts = np.unique(np.concatenate((start, end, offset, [whole])))
    lengths = np.diff(cuts)
    # Sets are told apart by the exclusive or of one random number per code: two different sets
    # meet by accident once in 2 ** 63 / sets ** 2 studies.
    marks = np.random.default_rng(1).integers(1, 2**63 - 1, codes)
    place = np.concatenate((start, end))
    both_coder, both_mark = np.tile(data.coder, 2), np.tile(marks[data.code], 2)
    state = np.zeros((len(lengths), coders), np.int64)
    for coder in range(coders):
        mine = both_coder == coder
        change = np.zeros(len(cuts), np.int64)
        np.bitwise_xor.at(change, np.searchsorted(cuts, place[mine]), both_mark[mine])
        state[:, coder] = np.bitwise_xor.accumulate(change)[:-1]
    known, which = np.unique(state, return_inverse=True)
    which = which.reshape(state.shape)
    contents = _codes_of(data, start, end, cuts, which, len(known))
    document = np.searchsorted(offset, cuts[:-1], side="right") - 1
    finished = np.asarray(data.counted.all(axis=1), np.bool_)
    done = finished.T[document] if documents else np.ones(which.shape, np.bool_)
    return np.where(done, which, -1), lengths, contents


def _codes_of(data: SpanData, start: Ints, end: Ints, cuts: Ints, which: Ints, sets: int) -> Floats:
    """Look up the codes of each set where it occurs first."""
    contents = np.zeros((sets, len(data.codes)))
    if not which.size:
        return contents
    _, at = np.unique(which, return_index=True)
    stretch, coder = np.divmod(at, which.shape[1])
    top = int(cuts[-1]) + 1
    line = (data.coder * len(data.codes) + data.code) * top
    order = np.argsort(line + start)
    first, after = (line + start)[order], (line + end)[order]
    wanted = (coder[:, None] * len(data.codes) + np.arange(len(data.codes))) * top
    wanted = wanted + cuts[stretch][:, None]
    found = np.asarray(np.searchsorted(first, wanted, side="right") - 1, np.int64)
    if first.size:
        contents[:] = np.logical_and(found >= 0, after[found] > wanted)
    return contents


def _coefficient(key: str, name: str, formula: str, source: str, d: SetDistance) -> Coefficient:
    return Coefficient(
        key,
        name,
        formula,
        source,
        on_units=lambda data: set_alpha(data, d),
        on_spans=lambda data: set_alpha_on_characters(data, d),
        needs=frozenset({Need.SETS}),
    )


ALPHA_JACCARD = _coefficient(
    "alpha_jaccard",
    "Krippendorff's alpha on sets (Jaccard)",
    "Alpha in which two sets of labels differ by 1 - shared labels / all labels. On spans: the "
    "sets of codes of each character that anybody coded.",
    "Jaccard (1912), New Phytologist, 11(2), 37-50",
    jaccard,
)
ALPHA_MASI = _coefficient(
    "alpha_masi",
    "Krippendorff's alpha on sets (MASI)",
    "Alpha in which two sets differ by 1 - shared / all labels x 1 (equal), 2/3 (one holds the "
    "other), 1/3 (they overlap) or 0. On spans: the codes of each character anybody coded.",
    "Passonneau (2006), Proceedings of LREC 2006, 831-836",
    masi,
)
ALPHA_DICE = _coefficient(
    "alpha_dice",
    "Krippendorff's alpha on sets (Dice)",
    "Alpha in which two sets differ by 1 - twice the shared labels / the labels of both. On "
    "spans: the codes of each character anybody coded.",
    "Dice (1945), Ecology, 26(3), 297-302",
    dice,
)
ALPHA_PASSONNEAU = _coefficient(
    "alpha_passonneau",
    "Krippendorff's alpha on sets (Passonneau 2004)",
    "Alpha in which two sets differ by 0 (equal), 1/3 (one holds the other), 2/3 (they overlap) "
    "or 1. On spans: the codes of each character anybody coded.",
    "Passonneau (2004), Proceedings of LREC 2004, 1503-1506",
    passonneau,
)
