"""Chance-corrected agreement of two coders on a table of categories."""

from __future__ import annotations

from math import nan, sqrt

import numpy as np

from qualcode_app.agreement.coefficient import Coefficient, Need, on_characters
from qualcode_app.agreement.data import Floats, UnitData
from qualcode_app.agreement.figure import Counts, Figure, Interval, Reason, undefined
from qualcode_app.agreement.weights import identity, linear, quadratic

Z = 1.959963984540054  # 97.5 % point of the normal distribution


def table_of(data: UnitData) -> Floats:
    """Return the first coder's categories by the second coder's, shape (q, q)."""
    first, second = data.ratings.T
    both = (first >= 0) & (second >= 0)
    place = first[both] * data.q + second[both]
    counts = np.bincount(place, data.frequency[both], data.q**2)
    return np.asarray(counts.reshape(data.q, data.q), np.float64)


def cohen(data: UnitData, weights: Floats | None = None) -> Figure:
    """Return Cohen's kappa with its large-sample standard error and a normal interval.

    Args:
        data: The units of two coders; those that one of them skipped drop out.
        weights: How far two categories agree, shape (q, q), 1 on the diagonal; none for
            unweighted kappa.

    Returns:
        At most 1; NaN without units, or if both coders used one and the same category.

    Source:
        Cohen (1960), Educational and Psychological Measurement, 20(1), 37-46; Cohen (1968),
        Psychological Bulletin, 70(4), 213-220; Fleiss, Cohen & Everitt (1969), Psychological
        Bulletin, 72(5), 323-327.
    """
    table = table_of(data)
    units = table.sum()
    n = Counts(units=int(units), coders=2)
    if units == 0:
        return undefined(Reason.NO_UNITS, n)
    w = identity(data.q) if weights is None else weights
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    agreed, by_chance = float((w * table).sum()), float(rows @ w @ columns)
    if by_chance == units**2:  # whole numbers for unweighted kappa: no rounding decides
        return undefined(Reason.NO_VARIATION, n)
    observed, expected = agreed / units, by_chance / units**2
    value = (observed - expected) / (1 - expected)
    error = _cohen_error(table / units, w, value, expected, int(units))
    half = Z * error
    interval = Interval(value - half, value + half, 0.95, "Fleiss, Cohen & Everitt (1969)", error)
    return Figure(value, None, n, observed, expected, error, interval)


def _cohen_error(p: Floats, w: Floats, kappa: float, expected: float, units: int) -> float:
    rows, columns = p.sum(axis=1), p.sum(axis=0)
    margins = (w @ columns)[:, None] + (rows @ w)[None, :]
    spread = (p * (w - margins * (1 - kappa)) ** 2).sum()
    variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (units * (1 - expected) ** 2)
    return sqrt(variance) if variance > 0 else 0.0


def scott(data: UnitData) -> Figure:
    """Return Scott's pi: chance from the categories of both coders together.

    Returns:
        At most 1; NaN without units, or if both coders used one and the same category.

    Source:
        Scott (1955), Public Opinion Quarterly, 19(3), 321-325.
    """
    table = table_of(data)
    units = table.sum()
    n = Counts(units=int(units), coders=2)
    if units == 0:
        return undefined(Reason.NO_UNITS, n)
    together = table.sum(axis=0) + table.sum(axis=1)
    if (together == 2 * units).any():
        return undefined(Reason.NO_VARIATION, n)
    observed = float(np.trace(table) / units)
    expected = float(together @ together / (2 * units) ** 2)
    return Figure((observed - expected) / (1 - expected), None, n, observed, expected)


def pabak(data: UnitData) -> Figure:
    """Return the prevalence- and bias-adjusted kappa of two categories: 2 po - 1.

    Source:
        Byrt, Bishop & Carlin (1993), Journal of Clinical Epidemiology, 46(5), 423-429.
    """
    table = table_of(data)
    n = Counts(units=int(table.sum()), coders=2)
    if data.q != 2:
        return undefined(Reason.TWO_CATEGORIES, n)
    if not n.units:
        return undefined(Reason.NO_UNITS, n)
    if len(np.flatnonzero(table.sum(axis=0) + table.sum(axis=1))) < 2:
        return undefined(Reason.NO_VARIATION, n)
    observed = float(np.trace(table) / table.sum())
    return Figure(2 * observed - 1, None, n, observed, 0.5)


def bias_and_prevalence(table: Floats) -> tuple[float, float]:
    """Return the bias index (b - c) / n and the prevalence index (a - d) / n of a 2 x 2 table."""
    units = table.sum()
    if units == 0:
        return nan, nan
    return float(table[0, 1] - table[1, 0]) / units, float(table[0, 0] - table[1, 1]) / units


_TWO = frozenset({Need.TWO_CODERS})
_ORDERED = frozenset({Need.TWO_CODERS, Need.TWO_CATEGORIES, Need.ORDER})

COHEN = Coefficient(
    "kappa",
    "Cohen's kappa",
    "(observed - expected) / (1 - expected) agreement; expected from how often each coder used "
    "each category.",
    "Cohen (1960), Educational and Psychological Measurement, 20(1), 37-46",
    on_units=cohen,
    on_spans=on_characters(cohen),
    needs=_TWO,
)
COHEN_LINEAR = Coefficient(
    "kappa_linear",
    "Weighted kappa (linear)",
    "Cohen's kappa in which two categories agree by 1 - steps between them / most steps.",
    "Cohen (1968), Psychological Bulletin, 70(4), 213-220",
    on_units=lambda data: cohen(data, linear(data.q)),
    needs=_ORDERED,
)
COHEN_QUADRATIC = Coefficient(
    "kappa_quadratic",
    "Weighted kappa (quadratic)",
    "Cohen's kappa in which two categories agree by 1 - (steps between them / most steps) squared.",
    "Cohen (1968), Psychological Bulletin, 70(4), 213-220",
    on_units=lambda data: cohen(data, quadratic(data.q)),
    needs=_ORDERED,
)
SCOTT = Coefficient(
    "pi",
    "Scott's pi",
    "(observed - expected) / (1 - expected) agreement; expected from how often both coders "
    "together used each category.",
    "Scott (1955), Public Opinion Quarterly, 19(3), 321-325",
    on_units=scott,
    on_spans=on_characters(scott),
    needs=_TWO,
)
PABAK = Coefficient(
    "pabak",
    "PABAK (prevalence- and bias-adjusted kappa)",
    "Twice the observed agreement - 1, for two categories.",
    "Byrt, Bishop & Carlin (1993), Journal of Clinical Epidemiology, 46(5), 423-429",
    on_units=pabak,
    on_spans=on_characters(pabak),
    needs=_TWO,
)
