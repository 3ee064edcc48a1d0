"""Krippendorff's alpha on fixed units, and on characters as coded or not coded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import nan, sqrt

import numpy as np

from qualcode_app.agreement.characters import UNITS, Study, disagreements, pooled_alpha
from qualcode_app.agreement.coefficient import Coefficient, Need
from qualcode_app.agreement.data import Floats, SpanData, UnitData
from qualcode_app.agreement.figure import Counts, Figure, Reason, undefined
from qualcode_app.agreement.quantiles import t_interval

MOST_CELLS = 10**7  # units x categories for which an analytic error is computed
FEW_CODERS = 8  # up to here, going through the pairs of coders is the faster way

Distance = Callable[[UnitData, Floats], Floats]  # data and pairable counts to (q, q), squared


def coincidences(data: UnitData) -> Floats:
    """Return Krippendorff's coincidence matrix, shape (q, q).

    A unit with m values gives each ordered pair of them the weight 1 / (m - 1); units with one
    value drop out.
    """
    q, rated = data.q, data.rated
    weight = np.where(rated >= 2, data.frequency / np.maximum(rated - 1, 1), 0.0)
    if data.coders > FEW_CODERS:
        counts = data.counts
        weighted = counts * weight[:, None]
        return np.asarray(counts.T @ weighted - np.diag(weighted.sum(axis=0)), np.float64)
    found = np.zeros(q * q)
    for i in range(data.coders):
        for j in range(i):
            a, b = data.ratings[:, i], data.ratings[:, j]
            both = (a >= 0) & (b >= 0)
            found += np.bincount(a[both] * q + b[both], weight[both], q * q)
    return np.asarray(found.reshape(q, q) + found.reshape(q, q).T, np.float64)


def nominal(data: UnitData, _counts: Floats) -> Floats:
    """Return 0 for alike and 1 for different categories."""
    return 1 - np.eye(data.q)


def ordinal(_data: UnitData, counts: Floats) -> Floats:
    """Return the squared number of ranks between two categories, by the pairable counts."""
    middle = np.cumsum(counts) - counts / 2
    return np.asarray((middle[:, None] - middle[None, :]) ** 2, np.float64)


def interval(data: UnitData, _counts: Floats) -> Floats:
    """Return the squared difference of the categories as numbers."""
    values = _numbers(data)
    return np.asarray((values[:, None] - values[None, :]) ** 2, np.float64)


def ratio(data: UnitData, _counts: Floats) -> Floats:
    """Return the squared difference relative to the sum; 0 between two zeros."""
    values = _numbers(data)
    total = values[:, None] + values[None, :]
    apart = values[:, None] - values[None, :]
    relative = np.divide(apart, total, out=np.zeros_like(total), where=total != 0)
    return np.asarray(relative**2, np.float64)


def _numbers(data: UnitData) -> Floats:
    if data.values is None:
        raise ValueError("the categories are not numbers")
    return data.values


def alpha(data: UnitData, distance: Distance = nominal) -> Figure:
    """Return Krippendorff's alpha; `observed` and `expected` are disagreements.

    Args:
        data: The units; those with fewer than two values drop out.
        distance: The squared difference of two categories.

    Returns:
        At most 1; NaN without pairable values, or if all of them are alike.

    Source:
        Krippendorff (2011), Computing Krippendorff's alpha-reliability; (2019), Content
        Analysis, 4th ed., chapter 12.
    """
    return alpha_of_table(coincidences(data), data, distance)


def gwet_error(data: UnitData, apart: Floats, prime: float) -> float:
    """Return Gwet's linearised standard error of alpha; NaN below two pairable units.

    Args:
        data: The units.
        apart: Squared differences of the categories, shape (q, q); those of an ordinal scale
            are taken as they are.
        prime: Alpha without the correction for small samples, 1 - D_o n / (D_e (n - 1)).

    Source:
        Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 5.
    """
    pairable = data.rated >= 2
    counts, rated = data.counts[pairable], data.rated[pairable]
    times = data.frequency[pairable].astype(np.float64)
    units = times.sum()
    if units < 2:
        return nan
    weights = 1 - apart / apart.max()
    mean = (times * rated).sum() / units
    plain = np.array_equal(weights, np.eye(data.q))
    near = counts if plain else np.asarray(counts @ weights, np.float64)
    agreeing = ((counts * near).sum(axis=1) - rated) / (mean * (rated - 1))
    share = np.einsum("i,ij->j", times, counts) / (units * mean)
    drawn = weights @ share
    chance = float(share @ drawn)
    surplus = (rated - mean) / mean  # values a unit holds beyond the mean
    one = 1 / (times * rated).sum()  # the weight of a value paired with itself
    observed = (1 - one) * (times * agreeing).sum() / units + one
    own = agreeing - observed * surplus - chance
    pull = np.einsum("ij,j->i", counts, drawn) / mean - chance * surplus - chance
    spread = (own - 2 * (1 - prime) * pull) / (1 - chance) - prime
    return sqrt(float((times * spread**2).sum() / (units * (units - 1))))


def alpha_of_table(table: Floats, data: UnitData, distance: Distance) -> Figure:
    """Return alpha of a coincidence matrix that was made of the data."""
    n = Counts(units=int(data.frequency[data.rated >= 2].sum()), coders=data.coders)
    counts = table.sum(axis=1)
    total = counts.sum()
    if total == 0:
        return undefined(Reason.NO_UNITS, n)
    apart = distance(data, counts)
    observed = float((table * apart).sum() / total)
    # A category paired with itself has no distance, so the term [c = k] needs no correction.
    expected = float(counts @ apart @ counts / (total * (total - 1)))
    if expected == 0:
        return undefined(Reason.NO_VARIATION, n)
    value = 1 - observed / expected
    if data.counts.size > MOST_CELLS:
        return Figure(value, n=n, observed=observed, expected=expected)
    error = gwet_error(data, apart, 1 - (1 - value) * total / (total - 1))
    found = None if n.units < 2 else t_interval(value, error, n.units, "Gwet")
    return Figure(value, None, n, observed, expected, error, found)


def alpha_per_category(data: UnitData) -> Figure:
    """Return nominal alpha, with each category against all the others as its parts."""
    table = coincidences(data)
    whole = alpha_of_table(table, data, nominal)
    counts = table.sum(axis=1)
    total = counts.sum()
    parts = []
    for c, name in enumerate(data.categories):
        chance = counts[c] * (total - counts[c])
        if chance == 0:
            part = undefined(Reason.NO_VARIATION if total else Reason.NO_UNITS, whole.n)
        else:
            part = Figure(1 - (counts[c] - table[c, c]) * (total - 1) / chance, n=whole.n)
        parts.append((name, part))
    return replace(whole, parts=tuple(parts))


def alpha_on_characters(data: SpanData) -> Figure:
    """Return binary alpha on characters, pooled over codes: 1 - sum D_o / sum D_e."""
    study = Study(data)
    sums = study.sums.sum(axis=1)
    n = study.counts()
    value = float(pooled_alpha(sums))
    if np.isnan(value):
        none = not sums[:, UNITS].any()
        return undefined(Reason.NO_UNITS if none else Reason.NO_VARIATION, n)
    observed, expected = disagreements(sums)
    return Figure(
        value, n=n, observed=float(np.nansum(observed)), expected=float(np.nansum(expected))
    )


_SOURCE = "Krippendorff (2019), Content Analysis, 4th ed., chapter 12"

ALPHA_NOMINAL = Coefficient(
    "alpha",
    "Krippendorff's alpha (nominal)",
    "1 - observed / expected disagreement; any difference counts 1. On spans every character is "
    "coded or not coded, and the disagreements are added up over codes.",
    _SOURCE,
    on_units=alpha,
    on_spans=alpha_on_characters,
)
ALPHA_ORDINAL = Coefficient(
    "alpha_ordinal",
    "Krippendorff's alpha (ordinal)",
    "1 - observed / expected disagreement; a difference counts the squared number of values that "
    "rank between the two categories, half of each end included.",
    _SOURCE,
    on_units=lambda data: alpha(data, ordinal),
    needs=frozenset({Need.ORDER}),
)
ALPHA_INTERVAL = Coefficient(
    "alpha_interval",
    "Krippendorff's alpha (interval)",
    "1 - observed / expected disagreement; a difference counts the square of the difference of "
    "the numbers.",
    _SOURCE,
    on_units=lambda data: alpha(data, interval),
    needs=frozenset({Need.NUMBERS}),
)
ALPHA_RATIO = Coefficient(
    "alpha_ratio",
    "Krippendorff's alpha (ratio)",
    "1 - observed / expected disagreement; a difference counts the square of difference / sum of "
    "the numbers.",
    _SOURCE,
    on_units=lambda data: alpha(data, ratio),
    needs=frozenset({Need.NUMBERS}),
)
ALPHA_PER_CATEGORY = Coefficient(
    "alpha_per_category",
    "Krippendorff's alpha per category",
    "Nominal alpha after all categories but one are thrown together, for each category in turn.",
    _SOURCE,
    on_units=alpha_per_category,
    needs=frozenset({Need.TWO_CATEGORIES}),
)
