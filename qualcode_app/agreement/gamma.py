"""Gamma: agreement on free spans after the best alignment of the coders' spans.

Chance is sampled, so gamma is told with its seed, its sampler and the number of samples; the
disorder of the best alignment itself is exact.

Source:
    Mathet, Widloecher & Metivier (2015), Computational Linguistics, 41(3), 437-479 (gamma);
    Mathet (2017), Computational Linguistics, 43(3), 661-681 (gamma-cat and gamma-k).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import ceil, isnan, nan

import numpy as np

from qualcode_app.agreement.alignment import (
    Alignment,
    Costs,
    Units,
    aligned_pairs,
    best_alignment,
    position_cost,
)
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.coefficient import Coefficient
from qualcode_app.agreement.data import Floats, SpanData
from qualcode_app.agreement.figure import Counts, Figure, Reason, undefined
from qualcode_app.domain.progress import Progress, Silent

MOST_SAMPLES = 1000


class Sampler(StrEnum):
    """Where chance documents come from."""

    SHUFFLE = "shuffle"  # coders drawn at random, each turned around the text (Mathet 2015)
    STATISTICAL = "statistical"  # normal numbers, gaps and lengths, as pygamma-agreement's default


@dataclass(frozen=True)
class Options:
    """How gamma is computed; told with every figure.

    Args:
        costs: Weights of position, category and missing partners.
        samples: Chance continua, at least.
        seed: Of the random numbers.
        precision: Relative error of the mean chance disorder to reach with more samples, with
            95 % confidence; none to stay with `samples`.
        sampler: Where chance documents come from.
        count_unaligned: Let a span without a partner count as another category in gamma-cat
            and gamma-k. Not published; pygamma-agreement 0.5.9 does so.
    """

    costs: Costs = field(default_factory=Costs)
    samples: int = 30
    seed: int = 20
    precision: float | None = None
    sampler: Sampler = Sampler.SHUFFLE
    count_unaligned: bool = False


@dataclass(frozen=True)
class GammaFigures:
    """Gamma and its relatives; `observed` and `expected` are disorders."""

    gamma: Figure
    gamma_cat: Figure
    gamma_k: tuple[Figure, ...]  # per category
    samples: int
    options: Options


@dataclass(frozen=True, eq=False)
class _Disorder:
    """Sums over documents that the disorders divide."""

    cost: float
    units: float  # mean number of spans of a coder
    apart: Floats  # weight of pairs with different categories; last over all, before per category
    weight: Floats

    @property
    def overall(self) -> float:
        return self.cost / self.units if self.units else nan

    @property
    def categorial(self) -> Floats:
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(self.weight > 0, self.apart / self.weight, np.nan)


def documents_of(data: SpanData) -> list[Units]:
    """Return the spans of each document that every coder finished for every code."""
    done = np.flatnonzero(data.counted.all(axis=(0, 1)))
    found = []
    for document in done:
        rows = np.flatnonzero(data.document == document)
        rows = rows[np.lexsort((data.start[rows], data.coder[rows]))]
        found.append(
            Units(
                len(data.coders),
                len(data.codes),
                data.coder[rows],
                data.code[rows],
                data.start[rows].astype(np.float64),
                data.end[rows].astype(np.float64),
            )
        )
    return found


def gamma(
    data: SpanData, options: Options | None = None, progress: Progress | None = None
) -> GammaFigures:
    """Return gamma, gamma-cat and gamma-k over all documents that every coder finished.

    Documents are aligned and sampled one by one; their disorders are added up.

    Raises:
        Cancelled: The progress asked to stop.
    """
    found = gamma_of_units(documents_of(data), options, progress)
    n = Study(data).counts()
    return replace(
        found,
        gamma=replace(found.gamma, n=n),
        gamma_cat=replace(found.gamma_cat, n=n),
        gamma_k=tuple(replace(each, n=n) for each in found.gamma_k),
    )


def gamma_of_units(
    documents: Sequence[Units], options: Options | None = None, progress: Progress | None = None
) -> GammaFigures:
    """Return gamma, gamma-cat and gamma-k of the spans of some documents."""
    options, progress = options or Options(), progress or Silent()
    filled = [document for document in documents if document.coder.size]
    categories = documents[0].categories if documents else 0
    if not filled:
        none = undefined(Reason.NO_SPANS if documents else Reason.NO_UNITS)
        return GammaFigures(none, none, (none,) * categories, 0, options)
    observed = _disorder(filled, options)
    draw = shuffled if options.sampler is Sampler.SHUFFLE else statistical
    random = np.random.default_rng(options.seed)
    chance: list[_Disorder] = []
    wanted = options.samples
    while len(chance) < wanted:
        progress.report(len(chance), wanted)
        chance.append(_disorder([draw(each, random) for each in filled], options))
        if len(chance) == options.samples and options.precision:
            wanted = max(wanted, _samples_for(chance, options.precision))
    expected = float(np.mean([sample.overall for sample in chance]))
    by_category = np.array([sample.categorial for sample in chance])
    known = (~np.isnan(by_category)).sum(axis=0)
    mean = np.where(known > 0, np.nansum(by_category, axis=0) / np.maximum(known, 1), np.nan)
    parts = [_figure(float(o), float(e)) for o, e in zip(observed.categorial, mean, strict=True)]
    whole = _figure(observed.overall, expected)
    return GammaFigures(whole, parts[-1], tuple(parts[:-1]), len(chance), options)


def _figure(observed: float, expected: float) -> Figure:
    if isnan(observed):
        return undefined(Reason.NOTHING_SHARED)
    if isnan(expected) or expected == 0:
        return undefined(Reason.NO_CHANCE)
    n = Counts()
    return Figure(1 - observed / expected, n=n, observed=observed, expected=expected)


def _samples_for(chance: list[_Disorder], precision: float) -> int:
    values = np.array([sample.overall for sample in chance])
    variation = values.std(ddof=1) / values.mean() if values.mean() else 0.0
    return min(MOST_SAMPLES, ceil((1.96 * variation / precision) ** 2))


def _disorder(documents: Sequence[Units], options: Options) -> _Disorder:
    cost = units = 0.0
    categories = documents[0].categories
    apart, weight = np.zeros(categories + 1), np.zeros(categories + 1)
    for document in documents:
        best = best_alignment(document, options.costs)
        cost, units = cost + best.cost, units + best.units / document.coders
        _add_aligned(document, best, options.costs, apart, weight)
        if options.count_unaligned:
            lone = _unaligned(document, best)
            apart += lone
            weight += lone
    return _Disorder(cost, units, apart, weight)


def _add_aligned(
    units: Units, best: Alignment, costs: Costs, apart: Floats, weight: Floats
) -> None:
    """Add the aligned pairs, each weighing more the better the two spans lie on each other."""
    first, second, share = aligned_pairs(best)
    near = np.maximum(0.0, 1 - costs.position * position_cost(units, first, second))
    counts = share * near
    a, b = units.category[first], units.category[second]
    differs = counts * (a != b)
    for one in (a, b):
        apart[:-1] += np.bincount(one, differs, units.categories)
        weight[:-1] += np.bincount(one, counts, units.categories)
    # A pair of one category was met from both sides, but is one pair.
    weight[:-1] -= np.bincount(a[a == b], counts[a == b], units.categories)
    apart[-1] += differs.sum()
    weight[-1] += counts.sum()


def _unaligned(units: Units, best: Alignment) -> Floats:
    """Return how often a span met a coder without one, per category and over all."""
    there = best.members >= 0
    missing = np.broadcast_to((~there).sum(axis=1)[:, None], there.shape)
    category = units.category[best.members[there]]
    lone = np.bincount(category, missing[there], units.categories)
    return np.append(lone, lone.sum())


def shuffled(units: Units, random: np.random.Generator) -> Units:
    """Return a chance document: coders drawn at random, each turned around the text.

    The turns of two coders differ by at least half a mean span wherever the text is long enough
    for that.
    """
    low, high = float(units.begin.min()), float(units.end.max())
    length = high - low
    apart = float((units.end - units.begin).mean()) / 2
    turns: list[float] = []
    rows, coders, moved = [], [], []
    for coder in range(units.coders):
        turn = _turn(turns, length, apart, random)
        turns.append(turn)
        own = np.flatnonzero(units.coder == random.integers(units.coders))
        begin = units.begin[own] + turn
        rows.append(own)
        coders.append(np.full(len(own), coder))
        moved.append(np.where(begin >= high, begin - length, begin))
    picked, begin = np.concatenate(rows), np.concatenate(moved)
    return Units(
        units.coders,
        units.categories,
        np.concatenate(coders),
        units.category[picked],
        begin,
        begin + (units.end - units.begin)[picked],
    )


def _turn(turns: list[float], length: float, apart: float, random: np.random.Generator) -> float:
    for _ in range(100):
        turn = float(random.uniform(0, length))
        if all(min(abs(turn - other), length - abs(turn - other)) >= apart for other in turns):
            return turn
    return float(random.uniform(0, length))


def statistical(units: Units, random: np.random.Generator) -> Units:
    """Return a chance document with normal numbers, gaps and lengths like those found."""
    counts = np.bincount(units.coder, minlength=units.coders)
    follows = units.coder[1:] == units.coder[:-1]
    firsts = units.begin[np.flatnonzero(np.append(True, ~follows))]
    between = (units.begin[1:] - units.end[:-1])[follows]
    gaps = np.concatenate((between, firsts[firsts > 0], [0.0] if not between.size else []))
    lengths = units.end - units.begin
    shares = np.bincount(units.category, minlength=units.categories) / len(units.category)
    coder, begin, end = [], [], []
    for each in range(units.coders):
        number = max(1, int(random.normal(counts.mean(), counts.std())))
        gap = random.normal(gaps.mean(), gaps.std(), number)
        length = np.abs(random.normal(lengths.mean(), lengths.std(), number))
        ends = np.cumsum(gap + length)
        coder.append(np.full(number, each))
        begin.append(ends - length)
        end.append(ends)
    category = random.choice(units.categories, sum(map(len, coder)), p=shares)
    return Units(
        units.coders,
        units.categories,
        np.concatenate(coder),
        category,
        np.concatenate(begin),
        np.concatenate(end),
    )


def _gamma_with_parts(data: SpanData, progress: Progress | None = None) -> Figure:
    found = gamma(data, progress=progress)
    parts = (("gamma-cat", found.gamma_cat), *zip(data.codes, found.gamma_k, strict=True))
    return replace(found.gamma, parts=parts)


def _gamma_cat(data: SpanData, progress: Progress | None = None) -> Figure:
    found = gamma(data, progress=progress)
    return replace(found.gamma_cat, parts=tuple(zip(data.codes, found.gamma_k, strict=True)))


GAMMA = Coefficient(
    "gamma",
    "Gamma",
    "1 - disorder of the best alignment / mean disorder of shuffled coders. Two aligned spans "
    "cost their squared relative distance and 1 for another code, a span without a partner 1.",
    "Mathet, Widloecher & Metivier (2015), Computational Linguistics, 41(3), 437-479",
    on_spans=_gamma_with_parts,
    slow=True,
)
GAMMA_CAT = Coefficient(
    "gamma_cat",
    "Gamma-cat and gamma-k",
    "1 - observed / chance share of different codes among aligned spans, each pair weighing more "
    "the better the two lie on each other; per code among the pairs that hold it.",
    "Mathet (2017), Computational Linguistics, 43(3), 661-681",
    on_spans=_gamma_cat,
    slow=True,
)
