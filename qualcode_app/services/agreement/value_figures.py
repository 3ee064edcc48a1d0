"""Agreement on values that coders give to shared things: of a facet, or of verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from qualcode_app.agreement.coefficient import Coefficient
from qualcode_app.agreement.data import Bools, Ints, UnitData
from qualcode_app.agreement.figure import Interval
from qualcode_app.agreement.intervals import jackknife
from qualcode_app.agreement.registry import COEFFICIENTS
from qualcode_app.services.agreement.agreement_rows import Number, number


@dataclass(frozen=True, slots=True)
class About:
    """What values are of."""

    uid: str
    key: str
    label_nl: str
    label_en: str


@dataclass(frozen=True, slots=True)
class ValueLine:
    """Agreement on one facet, or on the verdicts on one scale."""

    uid: str
    key: str
    label_nl: str
    label_en: str
    coefficient: str  # its name in the literature
    alpha: Number
    low: float
    high: float
    no_interval: str
    percent: Number
    ac1: Number | None  # of nominal values, one per unit
    n_units: int  # that two coders gave a value
    n_apart: int  # of those, where the values differ
    n_documents: int


def line(
    about: About, data: UnitData, documents: Ints, coefficient: str, *, with_ac1: bool
) -> ValueLine | None:
    """Return agreement on units, or None when no unit has values of two coders.

    Args:
        about: What the values are of.
        data: Units by coders.
        documents: Where each unit lies; they are left out in turn for the interval.
        coefficient: Key of the alpha that fits the level of measurement.
        with_ac1: Whether Gwet's AC1 fits too.
    """
    kept = data.rated >= 2
    if not kept.any():
        return None
    units, documents = data.with_frequency(kept.astype(np.int64)), documents[kept]
    ratings = data.ratings[kept]
    each = COEFFICIENTS[coefficient]
    figure = each.compute(units)
    low, high, why = (nan, nan, "")
    if figure.reason is None:
        low, high, why = _interval(each, data, np.flatnonzero(kept), documents, figure.value)
    return ValueLine(
        about.uid,
        about.key,
        about.label_nl,
        about.label_en,
        each.name,
        number(figure),
        low,
        high,
        why,
        number(COEFFICIENTS["percent"].compute(units)),
        number(COEFFICIENTS["ac1"].compute(units)) if with_ac1 else None,
        int(kept.sum()),
        sum(len(set(row[row >= 0].tolist())) > 1 for row in ratings),
        len(np.unique(documents)),
    )


def _interval(
    coefficient: Coefficient, data: UnitData, kept: Ints, documents: Ints, value: float
) -> tuple[float, float, str]:
    """Return the interval of the document jackknife, or why there is none."""
    each = np.unique(documents)
    without = []
    for one in each:
        frequency = np.zeros(len(data.ratings), np.int64)
        frequency[kept[documents != one]] = 1
        without.append(coefficient.compute(data.with_frequency(frequency)).value)
    holds: Bools = np.ones(len(each), np.bool_)
    found = jackknife(np.asarray(value), np.array(without), holds).interval()
    if isinstance(found, Interval):
        return found.low, found.high, ""
    return nan, nan, str(found.value)
