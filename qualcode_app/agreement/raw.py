"""Raw agreement, not corrected for chance."""

from __future__ import annotations

import numpy as np

from qualcode_app.agreement.characters import CHANCES, TWICE_BOTH, UNITS, Study
from qualcode_app.agreement.coefficient import Coefficient, Need, on_characters
from qualcode_app.agreement.data import Floats, Ints, SpanData, UnitData
from qualcode_app.agreement.figure import Counts, Figure, Reason, undefined


def pair_shares(data: UnitData) -> Floats:
    """Return the share of agreeing pairs of coders in every unit; NaN below two values."""
    counts, rated = data.counts, data.rated
    agreeing = (counts * (counts - 1)).sum(axis=1)
    pairs = rated * (rated - 1)
    shares: Floats = np.full(len(rated), np.nan)
    np.divide(agreeing, pairs, out=shares, where=pairs > 0)
    return shares


def percent(data: UnitData) -> Figure:
    """Return percent agreement, the mean over units; NaN if no unit has two values."""
    shares, weight = pair_shares(data), data.frequency
    return _mean(shares, weight, data)


def percent_of_values(data: UnitData) -> Figure:
    """Return percent agreement with units weighted by their values: 1 - D_o of alpha."""
    return _mean(pair_shares(data), data.frequency * data.rated, data)


def all_equal(data: UnitData) -> Figure:
    """Return the share of units on which all coders agree who judged them."""
    shares = pair_shares(data)
    return _mean(np.where(np.isnan(shares), np.nan, shares == 1), data.frequency, data)


def _mean(values: Floats, weight: Ints, data: UnitData) -> Figure:
    known = ~np.isnan(values) & (weight > 0)
    n = Counts(units=int(data.frequency[known].sum()), coders=data.coders)
    if not known.any():
        return undefined(Reason.NO_UNITS, n)
    value = float(np.average(values[known], weights=weight[known]))
    return Figure(value, n=n, observed=value)


def holsti(data: UnitData) -> Figure:
    """Return twice the agreements over all decisions of two coders.

    A unit that one coder skipped is a decision without an agreement.

    Source:
        Holsti (1969), Content Analysis for the Social Sciences and Humanities.
    """
    first, second = data.ratings.T
    agreed = data.frequency[(first == second) & (first >= 0)].sum()
    decisions = data.frequency @ (data.ratings >= 0).sum(axis=1)
    n = Counts(units=int(data.frequency[data.rated == 2].sum()), coders=2)
    if decisions == 0:
        return undefined(Reason.NO_DECISIONS, n)
    return Figure(float(2 * agreed / decisions), n=n)


def specific(data: UnitData) -> Figure:
    """Return specific agreement of every category as the parts.

    The part of a category: given that one coder chose it, how often another did; NaN where
    nobody did. The value is the same over all categories.

    Source:
        Cicchetti & Feinstein (1990), Journal of Clinical Epidemiology, 43(6), 551-558; for
        more coders Mielke, Berry & Johnston (2009) as in Uebersax.
    """
    counts, rated = data.counts, data.rated
    agreeing = data.frequency @ (counts * (counts - 1))
    chances = data.frequency @ (counts * (rated - 1).clip(min=0)[:, None])
    n = Counts(units=int(data.frequency[rated >= 2].sum()), coders=data.coders)
    parts = tuple(
        (name, Figure(float(a / c), n=n) if c else undefined(Reason.UNUSED, n))
        for name, a, c in zip(data.categories, agreeing, chances, strict=True)
    )
    if not chances.sum():
        return undefined(Reason.NO_UNITS, n)
    return Figure(float(agreeing.sum() / chances.sum()), n=n, parts=parts)


def f1_on_characters(data: SpanData) -> Figure:
    """Return positive agreement on characters, added up over pairs of coders and codes."""
    study = Study(data)
    sums = study.sums.sum(axis=(0, 1))
    n = study.counts()
    if sums[CHANCES] == 0:
        return undefined(Reason.UNUSED if sums[UNITS] else Reason.NO_UNITS, n)
    return Figure(float(sums[TWICE_BOTH] / sums[CHANCES]), n=n)


def iou_on_characters(data: SpanData) -> Figure:
    """Return marked by both / marked by either, added up over pairs of coders and codes."""
    f1 = f1_on_characters(data)
    return f1 if f1.reason else Figure(f1.value / (2 - f1.value), n=f1.n)


PERCENT = Coefficient(
    "percent",
    "Percent agreement (mean over units)",
    "In every unit with at least two values the share of agreeing pairs of coders; then the mean "
    "over units.",
    "Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed.",
    on_units=percent,
    on_spans=on_characters(percent),
)
PERCENT_OF_VALUES = Coefficient(
    "percent_of_values",
    "Percent agreement (1 - D_o)",
    "The share of agreeing pairs of coders, a unit weighing as much as it has values.",
    "Krippendorff (2019), Content Analysis, 4th ed., chapter 12",
    on_units=percent_of_values,
    on_spans=on_characters(percent_of_values),
)
ALL_EQUAL = Coefficient(
    "all_equal",
    "All coders equal",
    "The share of units on which all coders agree; falls as coders are added.",
    "Gamer, Lemon, Fellows & Singh (2019), irr: agree",
    on_units=all_equal,
    on_spans=on_characters(all_equal),
)
HOLSTI = Coefficient(
    "holsti",
    "Holsti's coefficient of reliability",
    "Twice the agreements / all decisions of both coders. On spans a decision is a marked "
    "character, which makes it F1.",
    "Holsti (1969), Content Analysis for the Social Sciences and Humanities",
    on_units=holsti,
    on_spans=f1_on_characters,
    needs=frozenset({Need.TWO_CODERS}),
)
SPECIFIC = Coefficient(
    "specific",
    "Specific agreement (positive and negative)",
    "Of every category: agreeing pairs of coders / pairs in which one coder chose it. On spans "
    "the category coded gives positive and not coded gives negative agreement.",
    "Cicchetti & Feinstein (1990), Journal of Clinical Epidemiology, 43(6), 551-558",
    on_units=specific,
    on_spans=on_characters(specific),
)
F1 = Coefficient(
    "f1",
    "F1 (positive specific agreement)",
    "Twice the characters that both coders marked / all characters they marked, added up over "
    "pairs of coders.",
    "Hripcsak & Rothschild (2005), JAMIA, 12(3), 296-298",
    on_spans=f1_on_characters,
)
IOU = Coefficient(
    "iou",
    "Intersection over union (Jaccard index)",
    "Characters that both coders marked / characters that either marked: F1 / (2 - F1).",
    "Jaccard (1912), New Phytologist, 11(2), 37-50",
    on_spans=iou_on_characters,
)
