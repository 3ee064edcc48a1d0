"""Agreement on characters: alpha, F1, percent and kappa for all codes and documents at once.

Every figure here follows from a few sums that add up over documents, so that a document can be
left out (jackknife) or drawn twice (bootstrap) without looking at the spans again.

Source:
    Krippendorff (2019), Content Analysis, 4th ed., chapter 12; Cicchetti & Feinstein (1990),
    Journal of Clinical Epidemiology, 43(6), 551-558; Hripcsak & Rothschild (2005), Journal of
    the American Medical Informatics Association, 12(3), 296-298; Cohen (1960), Educational and
    Psychological Measurement, 20(1), 37-46.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import isnan

import numpy as np

from qualcode_app.agreement.data import Floats, Ints, SpanData
from qualcode_app.agreement.figure import Counts, Figure, Reason, undefined
from qualcode_app.agreement.sweep import CoderSets, coder_sets, members

# Columns of the sums. All are 0 where fewer than two coders count.
UNITS, VALUES, ONES, DISAGREE, MEAN_DISAGREE, TWICE_BOTH, CHANCES = range(7)


@dataclass(frozen=True, eq=False)
class Study:
    """The sums behind all figures on characters of one study."""

    data: SpanData

    @cached_property
    def sets(self) -> CoderSets:
        """Characters per set of coders."""
        return coder_sets(self.data)

    @cached_property
    def judges(self) -> Ints:
        """Coders who count, shape (codes, documents)."""
        return np.asarray(self.data.counted.sum(axis=0), np.int64)

    @cached_property
    def marked(self) -> Floats:
        """Characters that each coder marked, shape (codes, documents, coders)."""
        coders = len(self.data.coders)
        return self.sets.sums(lambda mask: members(mask, coders).astype(np.float64))

    @cached_property
    def sums(self) -> Floats:
        """What all coders together come to, shape (codes, documents, 7)."""
        coders = len(self.data.coders)

        def weigh(mask: Ints) -> Floats:
            size = members(mask, coders).sum(axis=1).astype(np.float64)
            return np.stack((size, size**2), axis=1)

        ones, squares = np.moveaxis(self.sets.sums(weigh), -1, 0)
        return _sums(ones, squares, self.judges, self.data.lengths)

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """All pairs of coders."""
        return tuple(combinations(range(len(self.data.coders)), 2))

    @cached_property
    def both(self) -> Floats:
        """Characters that both coders of a pair marked, shape (codes, documents, pairs)."""
        coders = len(self.data.coders)
        first, second = np.array(self.pairs, np.int64).reshape(-1, 2).T

        def weigh(mask: Ints) -> Floats:
            inside = members(mask, coders)
            return (inside[:, first] * inside[:, second]).astype(np.float64)

        return self.sets.sums(weigh)

    def table(self, pair: tuple[int, int]) -> Floats:
        """Return a pair's characters: both, only the first, only the second, neither.

        Shape (codes, documents, 4); all 0 where one of the two does not count.
        """
        i, j = sorted(pair)
        both = self.both[..., self.pairs.index((i, j))]
        first, second = self.marked[..., pair[0]] - both, self.marked[..., pair[1]] - both
        neither = self.data.lengths - both - first - second
        counted = self.data.counted[i] & self.data.counted[j]
        table = np.stack((both, first, second, neither), axis=-1)
        return np.asarray(table * counted[..., None], np.float64)

    def pair_sums(self, pair: tuple[int, int]) -> Floats:
        """Return what two coders come to, as `sums`."""
        table = self.table(pair)
        both, single = table[..., 0], table[..., 1] + table[..., 2]
        judges = np.where(table.any(axis=-1), 2, 0)
        return _sums(2 * both + single, 4 * both + single, judges, self.data.lengths)

    def counts(self, code: int | None = None, document: int | None = None) -> Counts:
        """Return what a figure of one or all codes and documents rests on."""
        codes = slice(None) if code is None else slice(code, code + 1)
        documents = slice(None) if document is None else slice(document, document + 1)
        units = self.sums[codes, documents, UNITS]
        compared = units > 0
        spans = self.spans[:, codes, documents] * compared
        marked = self.marked[codes, documents] * compared[..., None]
        return Counts(
            units=int(units.sum()),
            coders=int(self.data.counted[:, codes, documents].any(axis=(1, 2)).sum()),
            documents=int(compared.any(axis=0).sum()),
            spans=tuple(spans.sum(axis=(1, 2)).tolist()),
            marked=tuple(marked.sum(axis=(0, 1)).astype(np.int64).tolist()),
        )

    def sums_without(self, coder: int) -> Floats:
        """Return what all coders but one come to, as `sums`."""
        others = [i for i in range(len(self.data.coders)) if i != coder]

        def weigh(mask: Ints) -> Floats:
            size = members(mask, len(self.data.coders))[:, others].sum(axis=1)
            return np.stack((size, size**2), axis=1).astype(np.float64)

        ones, squares = np.moveaxis(self.sets.sums(weigh), -1, 0)
        return _sums(ones, squares, self.judges - self.data.counted[coder], self.data.lengths)

    @cached_property
    def spans(self) -> Ints:
        """Number of spans, shape (coders, codes, documents)."""
        return self.data.spans_per_coder()


def _sums(ones: Floats, squares: Floats, judges: Ints, lengths: Ints) -> Floats:
    """Turn sums of n and n squared (n coders marked a character) into the seven columns."""
    compared = judges >= 2
    r = np.where(compared, judges, 2)
    apart = judges * ones - squares  # pairs of one who marked and one who did not
    columns = np.stack(
        (
            np.broadcast_to(lengths, ones.shape),
            lengths * r,
            ones,
            apart / (r - 1),
            2 * apart / (r * (r - 1)),
            squares - ones,
            ones * (r - 1),
        ),
        axis=-1,
    )
    return columns * compared[..., None]


def disagreements(sums: Floats) -> tuple[Floats, Floats]:
    """Return Krippendorff's observed and expected disagreement; NaN where nothing is compared."""
    n, ones = sums[..., VALUES], sums[..., ONES]
    with np.errstate(invalid="ignore", divide="ignore"):
        return 2 * sums[..., DISAGREE] / n, 2 * ones * (n - ones) / (n * (n - 1))


def alpha(sums: Floats) -> Floats:
    """Return Krippendorff's binary alpha; NaN where nobody or everybody marked everything."""
    observed, expected = disagreements(sums)
    return 1 - _ratio(observed, expected)


def pooled_alpha(sums: Floats, axis: int = 0) -> Floats:
    """Return alpha over codes: 1 - sum of observed / sum of expected disagreements."""
    observed, expected = disagreements(sums)
    return 1 - _ratio(np.nansum(observed, axis=axis), np.nansum(expected, axis=axis))


def f1(sums: Floats) -> Floats:
    """Return positive specific agreement; NaN where nobody marked anything."""
    return _ratio(sums[..., TWICE_BOTH], sums[..., CHANCES])


def percent(sums: Floats) -> Floats:
    """Return the share of agreeing pairs of coders, averaged over characters."""
    return 1 - _ratio(sums[..., MEAN_DISAGREE], sums[..., UNITS])


def kappa(table: Floats) -> Floats:
    """Return Cohen's kappa of tables (both, only first, only second, neither).

    NaN without characters, and where both marked everything or both marked nothing.
    """
    a, b, c, d = np.moveaxis(table, -1, 0)
    # (po - pe) / (1 - pe) multiplied out: no rounding error decides what is 0/0.
    return _ratio(2 * (a * d - b * c), (a + b) * (b + d) + (a + c) * (c + d))


def figure(value: float, sums: Floats, n: Counts) -> Figure:
    """Put a figure together from a value and the sums of one code, pair or document."""
    if not isnan(value):
        return Figure(float(value), n=n)
    return undefined(why_undefined(sums), n)


def why_undefined(sums: Floats) -> Reason:
    """Tell why a figure on these sums (shape (7,)) has no value."""
    if sums[UNITS] == 0:
        return Reason.NO_UNITS
    if sums[ONES] == 0:
        return Reason.UNUSED
    if sums[VALUES] == sums[ONES]:
        return Reason.NEVER_ABSENT
    return Reason.NO_VARIATION


def _ratio(top: Floats, bottom: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(bottom > 0, np.asarray(top) / bottom, np.nan)
