"""The best alignment of several coders' spans: which span of one answers to which of another.

A unitary alignment holds at most one span of each coder; an alignment puts every span into
exactly one of them. The best one is found exactly: as a linear programme first, whose answer is
nearly always whole, and as an integer programme where it is not.

Source:
    Mathet, Widloecher & Metivier (2015), Computational Linguistics, 41(3), 437-479.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from qualcode_app.agreement.data import Bools, Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csc_array

WHOLE = 1e-6  # a linear programme's answer this near to 0 or 1 is whole
GAP = 0.25  # first guess of what a whole answer costs more than a split one
TIE = 1e-6  # makes the alignment with the fewest parts win among equally good ones


@dataclass(frozen=True, eq=False)
class Units:
    """The spans of one document."""

    coders: int
    categories: int
    coder: Ints
    category: Ints
    begin: Floats
    end: Floats


@dataclass(frozen=True)
class Costs:
    """How much position, category and a missing partner weigh."""

    position: float = 1.0
    category: float = 1.0
    missing: float = 1.0


@dataclass(frozen=True, eq=False)
class Alignment:
    """The best alignment.

    Args:
        members: Shape (unitary alignments, coders): index of each coder's span, -1 for none.
        cost: Sum of the disorders of the unitary alignments.
        units: Number of spans.
    """

    members: Ints
    cost: float
    units: int

    @property
    def disorder(self) -> float:
        """Cost per mean number of spans of a coder; NaN without spans."""
        coders = self.members.shape[1]
        return self.cost * coders / self.units if self.units else float("nan")


def position_cost(units: Units, first: Ints, second: Ints) -> Floats:
    """Return the squared distance of both ends relative to the lengths of two spans."""
    begin, end = units.begin, units.end
    length = end - begin
    apart = np.abs(begin[first] - begin[second]) + np.abs(end[first] - end[second])
    return np.asarray((apart / (length[first] + length[second])) ** 2, np.float64)


def pair_costs(units: Units, costs: Costs, first: Ints, second: Ints) -> Floats:
    """Return the dissimilarity of pairs of spans."""
    other = units.category[first] != units.category[second]
    near = costs.position * position_cost(units, first, second)
    return np.asarray(costs.missing * (near + costs.category * other), np.float64)


def best_alignment(units: Units, costs: Costs) -> Alignment:
    """Return an alignment of the least disorder."""
    if not units.coder.size:
        return Alignment(np.empty((0, units.coders), np.int64), 0.0, 0)
    members, cost = _candidates(units, costs)
    chosen = _choose(members, cost, len(units.coder))
    return Alignment(members[chosen], float(cost[chosen].sum()), len(units.coder))


def _candidates(units: Units, costs: Costs) -> tuple[Ints, Floats]:
    """Return all unitary alignments that could be part of the best alignment.

    One that is dearer than the same spans with one of them set apart can be left out. That
    bounds what a span may cost against all the others in its unitary alignment.
    """
    m, n = units.coders, len(units.coder)
    pairs = m * (m - 1) // 2
    limit = (pairs + m - 1) * costs.missing * (1 + TIE)
    i, j = np.indices((n, n)).reshape(2, -1)
    dissimilar = pair_costs(units, costs, i, j).reshape(n, n)
    members = np.full((1, m), -1, np.int64)
    sums = np.zeros((1, m))
    for coder in range(m):
        own = np.flatnonzero(units.coder == coder)
        near = dissimilar[:, own] <= limit
        members, sums = _extended(members, sums, coder, own, dissimilar, near, limit)
    size = (members >= 0).sum(axis=1)
    bound = (pairs + size - 1)[:, None] * costs.missing * (1 + TIE)
    useful = (size > 0) & ((size == 1) | (sums <= bound).all(axis=1))
    members, sums, size = members[useful], sums[useful], size[useful]
    empty_pairs = pairs - size * (size - 1) // 2
    return members, (sums.sum(axis=1) / 2 + empty_pairs * costs.missing) / pairs


def _extended(
    members: Ints,
    sums: Floats,
    coder: int,
    own: Ints,
    dissimilar: Floats,
    near: Bools,
    limit: float,
) -> tuple[Ints, Floats]:
    """Return the tuples as they are and with each span of the coder that comes near enough."""
    empty = (members < 0).all(axis=1)
    anchor = np.argmax(members[~empty] >= 0, axis=1)
    rows = np.flatnonzero(~empty)
    close = near[members[rows, anchor]]
    which, column = np.nonzero(close)
    row = np.concatenate((rows[which], np.repeat(np.flatnonzero(empty), len(own))))
    added = np.concatenate((own[column], np.tile(own, int(empty.sum()))))
    longer, costs = members[row], sums[row]
    for other in range(coder):
        there = longer[:, other] >= 0
        cost = np.where(there, dissimilar[longer[:, other], added], 0.0)
        costs[:, other] += cost
        costs[:, coder] += cost
    longer[:, coder] = added
    kept = (costs <= limit).all(axis=1)
    return np.concatenate((members, longer[kept])), np.concatenate((sums, costs[kept]))


def _choose(members: Ints, cost: Floats, units: int) -> Ints:
    """Return the rows that together hold every span once and cost least."""
    from scipy.optimize import linprog  # noqa: PLC0415  slow to import

    holds = _holding(members, units)
    cost = cost + TIE
    found = linprog(cost, A_eq=holds, b_eq=np.ones(units), bounds=(0, None), method="highs")
    if np.minimum(found.x, 1 - found.x).max() <= WHOLE:
        return np.flatnonzero(found.x > 0.5)
    dearer = cost - holds.T @ found.eqlin.marginals  # what taking a row adds to the bound, at least
    return _whole_rows(members, cost, dearer, float(found.fun))


def _whole_rows(members: Ints, cost: Floats, dearer: Floats, bound: float) -> Ints:
    """Return the best rows where the linear programme splits some.

    A row that is dearer than the gap between the bound and a whole answer is in no better
    answer, so few rows are left to choose from.
    """
    gap = GAP
    while True:
        rows = np.flatnonzero(dearer <= gap)
        chosen = _whole(members[rows], cost[rows], int(members.max()) + 1)
        if chosen is None:  # these rows do not hold every span once
            gap *= 4
            continue
        reached = float(cost[rows[chosen]].sum()) - bound
        if reached <= gap or len(rows) == len(cost):
            return rows[chosen]
        gap = reached


def _whole(members: Ints, cost: Floats, units: int) -> Ints | None:
    """Return the best rows as an integer programme finds them, None where none fit together."""
    from scipy.optimize import LinearConstraint, milp  # noqa: PLC0415  slow to import

    ones = np.ones(units)
    only = LinearConstraint(_holding(members, units), ones, ones)
    exact = {"mip_rel_gap": 0.0}
    found = milp(cost, integrality=np.ones(len(cost)), constraints=only, options=exact)
    return None if found.x is None else np.flatnonzero(found.x > 0.5)


def _holding(members: Ints, units: int) -> csc_array:
    """Return which span is in which row, shape (spans, rows)."""
    from scipy.sparse import csc_array  # noqa: PLC0415  slow to import

    there = members >= 0
    starts = np.concatenate(([0], np.cumsum(there.sum(axis=1))))
    return csc_array((np.ones(starts[-1]), members[there], starts), shape=(units, len(members)))


def aligned_pairs(alignment: Alignment) -> tuple[Ints, Ints, Floats]:
    """Return all pairs of spans in one unitary alignment, and 1 / (its spans - 1)."""
    size = (alignment.members >= 0).sum(axis=1)
    firsts, seconds, weights = [], [], []
    for i, j in combinations(range(alignment.members.shape[1]), 2):
        a, b = alignment.members[:, i], alignment.members[:, j]
        both = (a >= 0) & (b >= 0)
        firsts.append(a[both])
        seconds.append(b[both])
        weights.append(1 / (size[both] - 1))
    return np.concatenate(firsts), np.concatenate(seconds), np.concatenate(weights)
