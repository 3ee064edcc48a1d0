"""Chance-corrected agreement of any number of coders on fixed units, with missing values.

All of them share one form, (observed - expected) / (1 - expected), and one analytic variance:
every unit's own share in the coefficient, linearised, as if units were drawn at random.

Source:
    Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapters 2 to 5; Gwet (2008),
    British Journal of Mathematical and Statistical Psychology, 61(1), 29-48.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations
from math import sqrt

import numpy as np

from qualcode_app.agreement.coefficient import Coefficient, Need, on_characters
from qualcode_app.agreement.data import Floats, UnitData
from qualcode_app.agreement.figure import Counts, Figure, Reason, undefined
from qualcode_app.agreement.quantiles import t_interval
from qualcode_app.agreement.two_coders import cohen
from qualcode_app.agreement.weights import identity, linear, quadratic


@dataclass(frozen=True, eq=False)
class Chance:
    """Agreement expected by chance.

    Args:
        value: Between 0 and 1.
        pull: How each unit moves it, in units of the coefficient's variance; 0 on average.
    """

    value: float
    pull: Floats


@dataclass(frozen=True, eq=False)
class Shares:
    """What chance models start from; units that nobody judged are left out."""

    data: UnitData
    weights: Floats
    times: Floats  # how many alike units a row stands for
    given: Floats  # share of each category among a unit's values
    prevalence: Floats  # its mean over units: a unit with one value counts as well

    @property
    def units(self) -> int:
        """Number of units with at least one value."""
        return int(self.times.sum())


ChanceModel = Callable[[Shares], Chance]


def brennan_prediger_chance(shares: Shares) -> Chance:
    """Return chance where every available category is equally likely."""
    return Chance(float(shares.weights.mean()), np.zeros(len(shares.times)))


def gwet_chance(shares: Shares) -> Chance:
    """Return chance of AC1 and AC2: guessing grows with the spread over categories."""
    q, p = len(shares.prevalence), shares.prevalence
    factor = shares.weights.sum() / (q * (q - 1))
    value = float(factor * (p * (1 - p)).sum())
    return Chance(value, 2 * (factor * (_per_row(shares.given, 1 - p)) - value))


def fleiss_chance(shares: Shares) -> Chance:
    """Return chance where all coders draw from the same categories."""
    drawn = shares.weights @ shares.prevalence
    value = float(shares.prevalence @ drawn)
    return Chance(value, 2 * (_per_row(shares.given, drawn) - value))


def conger_chance(shares: Shares) -> Chance:
    """Return chance where each coder draws from own categories, averaged over pairs."""
    data, times = shares.data, shares.times
    judged = data.ratings >= 0
    totals = times @ judged
    coders = np.flatnonzero(totals)
    if len(coders) < 2:
        return Chance(0.0, np.zeros(len(times)))
    own = np.stack(
        [
            np.bincount(data.ratings[judged[:, g], g], times[judged[:, g]], data.q) / totals[g]
            for g in coders
        ]
    )
    pairs = len(coders) * (len(coders) - 1)
    others = (own.sum(axis=0) - own) @ shares.weights
    value = float((own * others).sum() / pairs)
    pull = np.zeros(len(times))
    for g, mine, other in zip(coders, own, others, strict=True):
        at = judged[:, g]
        moves = other[data.ratings[at, g]] - mine @ other
        pull[at] += 2 * moves * times.sum() / totals[g] / pairs
    return Chance(value, pull)


def corrected(data: UnitData, chance: ChanceModel | None, weights: Floats | None = None) -> Figure:
    """Return a coefficient with Gwet's standard error and a t interval that ends at 1.

    Args:
        data: The units; one with a single value counts towards prevalence only.
        chance: The model of chance; none for percent agreement itself.
        weights: How far two categories agree, shape (q, q); none for alike or not.

    Returns:
        NaN without a unit that has two values; and, if chance is corrected for, where
        everybody used one and the same category.
    """
    rated = data.rated
    n = Counts(units=int(data.frequency[rated >= 2].sum()), coders=data.coders)
    if not n.units:
        return undefined(Reason.NO_UNITS, n)
    if not (rated > 0).all():
        data = UnitData(data.categories, data.ratings[rated > 0], data.frequency[rated > 0])
        rated = data.rated
    times = data.frequency.astype(np.float64)
    agreeing = _agreement(data, weights)
    w = identity(data.q) if weights is None else weights
    given = data.counts / rated[:, None]
    prevalence = np.einsum("i,ij->j", times, given) / times.sum()
    shares = Shares(data, w, times, given, prevalence)
    if chance is not None and (prevalence > 0).sum() < 2:
        return undefined(Reason.NO_VARIATION, n)
    observed = float((times * agreeing).sum() / n.units)
    by_chance = Chance(0.0, np.zeros(len(rated))) if chance is None else chance(shares)
    expected = by_chance.value
    if expected == 1:
        return undefined(Reason.NO_VARIATION, n)
    value = (observed - expected) / (1 - expected)
    share = np.where(rated >= 2, agreeing - expected, 0) * shares.units / n.units
    own = (share - (1 - value) * by_chance.pull) / (1 - expected)
    error = _error(own, value, times)
    found = None if shares.units < 2 else t_interval(value, error, shares.units, "Gwet")
    return Figure(value, None, n, observed, expected, error, found)


def _per_row(given: Floats, values: Floats) -> Floats:
    # Not "@": for a product this small, handing work to other threads takes longer than it.
    return np.asarray(np.einsum("ij,j->i", given, values), np.float64)


def _agreement(data: UnitData, weights: Floats | None) -> Floats:
    """Return the weighted share of agreeing pairs of coders in every unit; 0 below two values."""
    near = data.counts if weights is None else data.counts @ weights
    pairs = data.rated * (data.rated - 1)
    agreeing = np.einsum("ij,ij->i", data.counts, near) - data.rated
    return np.asarray(agreeing / np.maximum(pairs, 1) * (pairs > 0), np.float64)


def _error(own: Floats, value: float, times: Floats) -> float:
    units = int(times.sum())
    if units < 2:
        return float("nan")
    return sqrt(float((times * (own - value) ** 2).sum()) / (units * (units - 1)))


def light(data: UnitData) -> Figure:
    """Return the mean of all pairs' Cohen kappas, with the pairs as its parts.

    Returns:
        NaN if one of the pairs has no kappa of its own.

    Source:
        Light (1971), Psychological Bulletin, 76(5), 365-377.
    """
    parts = tuple(
        (
            f"{i + 1}-{j + 1}",
            cohen(UnitData(data.categories, data.ratings[:, [i, j]], data.frequency)),
        )
        for i, j in combinations(range(data.coders), 2)
    )
    n = Counts(units=int(data.frequency[data.rated >= 2].sum()), coders=data.coders)
    if not n.units:
        return replace(undefined(Reason.NO_UNITS, n), parts=parts)
    if any(pair.reason for _, pair in parts):
        return replace(undefined(Reason.UNDEFINED_PAIR, n), parts=parts)
    return Figure(float(np.mean([pair.value for _, pair in parts])), n=n, parts=parts)


def fleiss_per_category(data: UnitData) -> Figure:
    """Return Fleiss' kappa with the kappa of each category as its parts.

    Source:
        Fleiss (1971), Psychological Bulletin, 76(5), 378-382.
    """
    whole = corrected(data, fleiss_chance)
    r = int(data.rated.max(initial=0))
    units = int(data.frequency.sum())
    parts = []
    for c, name in enumerate(data.categories):
        chosen = data.counts[:, c]
        total = float(data.frequency @ chosen)
        if r < 2 or not 0 < total < units * r:
            reason = Reason.NO_UNITS if r < 2 else Reason.NO_VARIATION
            parts.append((name, undefined(reason, whole.n)))
            continue
        share = total / (units * r)
        apart = float(data.frequency @ (chosen * (r - chosen)))
        value = 1 - apart / (units * r * (r - 1) * share * (1 - share))
        parts.append((name, Figure(value, n=whole.n)))
    return replace(whole, error=float("nan"), interval=None, parts=tuple(parts))


def fleiss(data: UnitData) -> Figure:
    """Return Fleiss' kappa in Gwet's form for missing values."""
    return corrected(data, fleiss_chance)


def conger(data: UnitData) -> Figure:
    """Return Conger's (with two coders: Cohen's) kappa."""
    return corrected(data, conger_chance)


def brennan_prediger(data: UnitData) -> Figure:
    """Return Brennan & Prediger's coefficient; q counts available categories."""
    return corrected(data, brennan_prediger_chance)


def ac1(data: UnitData) -> Figure:
    """Return Gwet's AC1."""
    return corrected(data, gwet_chance)


_Q = frozenset({Need.TWO_CATEGORIES})
_ORDER = frozenset({Need.TWO_CATEGORIES, Need.ORDER})
_GWET = "Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed."

FLEISS = Coefficient(
    "fleiss",
    "Fleiss' kappa",
    "(observed - expected) / (1 - expected) agreement; expected as if all coders drew from the "
    "categories in the proportions found.",
    "Fleiss (1971), Psychological Bulletin, 76(5), 378-382; missing values after " + _GWET,
    on_units=fleiss,
    on_spans=on_characters(fleiss),
)
FLEISS_PER_CATEGORY = Coefficient(
    "fleiss_per_category",
    "Fleiss' kappa per category",
    "1 - disagreeing pairs about a category / those expected from how often it was chosen.",
    "Fleiss (1971), Psychological Bulletin, 76(5), 378-382",
    on_units=fleiss_per_category,
    needs=frozenset({Need.TWO_CATEGORIES, Need.EQUAL_RATINGS}),
)
CONGER = Coefficient(
    "conger",
    "Conger's kappa",
    "(observed - expected) / (1 - expected) agreement; expected from each coder's own "
    "proportions, averaged over pairs of coders.",
    "Conger (1980), Psychological Bulletin, 88(2), 322-328",
    on_units=conger,
    on_spans=on_characters(conger),
)
LIGHT = Coefficient(
    "light",
    "Light's kappa (mean pairwise Cohen)",
    "The mean of the Cohen kappas of all pairs of coders.",
    "Light (1971), Psychological Bulletin, 76(5), 365-377",
    on_units=light,
    on_spans=on_characters(light),
)
BRENNAN_PREDIGER = Coefficient(
    "brennan_prediger",
    "Brennan-Prediger (Bennett's S, free-marginal kappa)",
    "(observed - 1/q) / (1 - 1/q) agreement, with q the number of available categories.",
    "Brennan & Prediger (1981), Educational and Psychological Measurement, 41(3), 687-699",
    on_units=brennan_prediger,
    on_spans=on_characters(brennan_prediger),
    needs=_Q,
)
AC1 = Coefficient(
    "ac1",
    "Gwet's AC1",
    "(observed - expected) / (1 - expected) agreement; expected is the sum over categories of "
    "p (1 - p) / (q - 1), with p the share of a category and q the available categories.",
    "Gwet (2008), British Journal of Mathematical and Statistical Psychology, 61(1), 29-48",
    on_units=ac1,
    on_spans=on_characters(ac1),
    needs=_Q,
)
AC2_LINEAR = Coefficient(
    "ac2_linear",
    "Gwet's AC2 (linear weights)",
    "AC1 in which two categories agree by 1 - steps between them / most steps.",
    _GWET,
    on_units=lambda data: corrected(data, gwet_chance, linear(data.q)),
    needs=_ORDER,
)
AC2_QUADRATIC = Coefficient(
    "ac2_quadratic",
    "Gwet's AC2 (quadratic weights)",
    "AC1 in which two categories agree by 1 - (steps between them / most steps) squared.",
    _GWET,
    on_units=lambda data: corrected(data, gwet_chance, quadratic(data.q)),
    needs=_ORDER,
)
