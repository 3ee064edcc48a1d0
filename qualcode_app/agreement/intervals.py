"""How sure a figure is: intervals that resample documents or units, and P(alpha < target).

Characters next to each other are no independent units: an interval that takes them for such
covers the truth in about one study out of ten. On spans the document is therefore what is left
out or drawn again.

Source:
    Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapters 6, 11 and 13;
    Krippendorff (2019), Content Analysis, 4th ed., section 12.5 (q, the chance that alpha stays
    below a target); Hayes & Krippendorff (2007), Communication Methods and Measures, 1(1), 77-89.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isnan, nan

import numpy as np

from qualcode_app.agreement.alpha import Distance, coincidences, nominal
from qualcode_app.agreement.data import Bools, Floats, Ints, UnitData
from qualcode_app.agreement.figure import Figure, Interval, NoInterval
from qualcode_app.agreement.quantiles import t_interval, t_share

MOST_UNDEFINED = 0.05  # share of draws that may have no figure of their own
DRAWS = 1000
SEED = 20


@dataclass(frozen=True, eq=False)
class Jackknife:
    """What leaving out one document after another tells; one entry per figure.

    NaN where fewer than two documents hold data, or where the figure has no value without one
    of them.
    """

    value: Floats
    error: Floats
    documents: Ints
    level: float = 0.95

    def interval(self, *at: int) -> Interval | NoInterval:
        """Return the interval of one figure, or why there is none."""
        value, error = float(self.value[at]), float(self.error[at])
        documents = int(self.documents[at])
        if documents < 2:
            return NoInterval.FEW_DOCUMENTS
        if isnan(error):
            return NoInterval.NOT_WITHOUT
        return t_interval(value, error, documents, "document jackknife", self.level)

    def below(self, target: float) -> Floats:
        """Return the probability that the true figure lies below a target; NaN if unknown."""
        with np.errstate(divide="ignore", invalid="ignore"):
            steps = (target - self.value) / self.error
            steps = np.where((self.error == 0) & (self.value == target), -np.inf, steps)
            return t_share(self.documents - 1, steps)


def jackknife(value: Floats, without: Floats, holds: Bools, level: float = 0.95) -> Jackknife:
    """Return the delete-one-document jackknife.

    Args:
        value: The figures on all documents, any shape.
        without: The same figures without each document, shape (..., documents).
        holds: Whether the document holds data for the figure, shape (..., documents); one
            that holds none is no part of the sample.
        level: Of the interval, with t of documents - 1 degrees of freedom.
    """
    documents = np.asarray(holds.sum(axis=-1), np.int64)
    enough = np.maximum(documents, 1)
    kept = np.where(holds, without, 0.0)
    mean = kept.sum(axis=-1) / enough
    spread = (np.where(holds, kept - mean[..., None], 0.0) ** 2).sum(axis=-1)
    error = np.sqrt(spread * (documents - 1) / enough)
    return Jackknife(value, np.where(documents >= 2, error, nan), documents, level)


def leave_one_out(sums: Floats) -> Floats:
    """Return sums over all documents but one, shape (..., documents, columns) as given."""
    return np.asarray(sums.sum(axis=-2, keepdims=True) - sums, np.float64)


def document_draws(documents: int, draws: int = DRAWS, seed: int = SEED) -> Floats:
    """Return how often each document is in each bootstrap sample, shape (draws, documents)."""
    drawn = np.random.default_rng(seed).multinomial(
        documents, np.full(documents, 1 / documents), draws
    )
    return drawn.astype(np.float64)


def percentile_interval(
    values: Floats, method: str, seed: int, level: float = 0.95
) -> Interval | NoInterval:
    """Return the percentile interval of bootstrap figures, shape (draws,)."""
    known = values[~np.isnan(values)]
    if len(known) < (1 - MOST_UNDEFINED) * len(values) or not len(known):
        return NoInterval.UNDEFINED
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    error = float(known.std(ddof=1)) if len(known) > 1 else nan
    return Interval(float(low), float(high), level, method, error, len(values), seed)


def share_below(values: Floats, target: float) -> float:
    """Return Krippendorff's q: the share of bootstrap figures below a target."""
    known = values[~np.isnan(values)]
    return float((known < target).mean()) if len(known) else nan


def unit_bootstrap(
    data: UnitData,
    statistic: Callable[[UnitData], Figure],
    draws: int = DRAWS,
    seed: int = SEED,
) -> Floats:
    """Return the statistic of samples of units drawn with replacement, shape (draws,)."""
    units = int(data.frequency.sum())
    alike = data.collapsed
    random = np.random.default_rng(seed)
    chances = alike.frequency / max(units, 1)
    values = np.full(draws, nan)
    for i in range(draws if units else 0):
        drawn = random.multinomial(units, chances)
        values[i] = statistic(alike.with_frequency(drawn)).value
    return values


def krippendorff_bootstrap(
    data: UnitData, distance: Distance = nominal, draws: int = 10_000, seed: int = SEED
) -> Floats:
    """Return alphas of KALPHA's bootstrap, shape (draws,); only for comparison with KALPHA.

    For every pair of values of a unit another pair is drawn from all observed pairs, while the
    expected disagreement stays as it is. That takes pairs of one unit for independent, so the
    interval is too narrow.
    """
    table = coincidences(data)
    counts = table.sum(axis=1)
    total = counts.sum()
    if not total:
        return np.full(draws, nan)
    apart = distance(data, counts)
    expected = counts @ apart @ counts / (total * (total - 1))
    if expected == 0:
        return np.full(draws, nan)
    random = np.random.default_rng(seed)
    rated = data.rated
    sizes = np.bincount(rated, data.frequency).astype(np.int64)
    every_pair = _pairs(data)
    chances = every_pair / every_pair.sum()
    values = np.ones(draws)
    for size in range(2, len(sizes)):
        pairs = int(sizes[size]) * size * (size - 1) // 2
        drawn = random.multinomial(pairs, chances.ravel(), draws) @ apart.ravel()
        values -= 2 * drawn / (size - 1) / (total * expected)
    return values.clip(-1, 1)


def _pairs(data: UnitData) -> Floats:
    """Return how often two categories met in a unit, each pair alike, shape (q, q)."""
    weighted = data.counts * data.frequency[:, None]
    return np.asarray(data.counts.T @ weighted - np.diag(weighted.sum(axis=0)), np.float64)
