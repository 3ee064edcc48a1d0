"""Any coefficient of the registry on spans or fixed units, with an interval beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from math import isnan, nan

import numpy as np

from qualcode_app.agreement import characters, intervals
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.coefficient import Coefficient, Data
from qualcode_app.agreement.data import SpanData, UnitData
from qualcode_app.agreement.figure import Figure, Interval, NoInterval
from qualcode_app.agreement.intervals import Jackknife
from qualcode_app.agreement.quantiles import t_interval
from qualcode_app.agreement.registry import COEFFICIENTS, fitting
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.progress import Progress, Silent

MOST_GROUPS = 50  # of documents that are left out in turn


@dataclass(frozen=True, slots=True)
class Answer:
    """One coefficient's figure on one part of the data."""

    key: str
    name: str
    of: str  # a code, a pair of coders, a category; "" for everything
    value: float  # NaN goes with the reason
    reason: str
    low: float
    high: float
    method: str  # of the interval, or why there is none
    n_units: int
    n_coders: int
    n_documents: int
    formula: str
    source: str


def chosen(keys: Iterable[str], data: Data) -> list[Coefficient]:
    """Return the coefficients with these keys, or all that fit the data.

    Raises:
        RefusedChange: There is no coefficient of that name.
    """
    asked = list(keys)
    if not asked:
        return [each for each in fitting(data) if not each.slow]
    for key in asked:
        if key not in COEFFICIENTS:
            raise RefusedChange(
                "There is no coefficient {key}. Choose one of: {keys}.",
                key=key,
                keys=", ".join(sorted(COEFFICIENTS)),
            )
    return [COEFFICIENTS[key] for key in asked]


def answers(data: Data, keys: Iterable[str] = ()) -> list[Answer]:
    """Return coefficients on units or spans.

    Raises:
        RefusedChange: There is no coefficient of that name.
    """
    return on_units(data, keys) if isinstance(data, UnitData) else on_spans(data, keys)


def on_units(data: UnitData, keys: Iterable[str] = ()) -> list[Answer]:
    """Return coefficients on fixed units: Gwet's interval, else 1,000 draws of units."""
    found: list[Answer] = []
    for each in chosen(keys, data):
        figure = each.compute(data)
        if figure.reason is None and figure.interval is None:
            figure = figure.with_interval(of_units(each, figure, data))
        found += _answers(each, "", figure)
    return found


def on_spans(data: SpanData, keys: Iterable[str] = ()) -> list[Answer]:
    """Return coefficients on free spans: of all codes together, then code by code."""
    found: list[Answer] = []
    for each in chosen(keys, data):
        parts = [("", data)]
        if len(data.codes) > 1:
            parts += [(name, data.only(codes=[at])) for at, name in enumerate(data.codes)]
        for name, part in parts:
            figure = each.compute(part)
            if figure.reason is None and figure.interval is None:
                figure = figure.with_interval(_of_documents(each, figure, part))
            found += _answers(each, name, figure, parts=not name)
    return found


def of_pairs(data: Data) -> Iterator[tuple[tuple[int, int], Data]]:
    """Return the data of every pair of coders."""
    n_coders = data.coders if isinstance(data, UnitData) else len(data.coders)
    for pair in combinations(range(n_coders), 2):
        if isinstance(data, UnitData):
            ratings = data.ratings[:, list(pair)]
            yield (
                pair,
                UnitData(
                    data.categories,
                    ratings,
                    data.frequency,
                    data.ordered,
                    data.values,
                    data.sets,
                ),
            )
        else:
            yield pair, data.only(coders=pair)


def _answers(
    each: Coefficient, name: str, figure: Figure, *, parts: bool = True
) -> Iterator[Answer]:
    yield _answer(each, name, figure)
    if parts:
        for part, own in figure.parts:
            yield _answer(each, f"{name} {part}".strip(), own)


def _answer(each: Coefficient, name: str, figure: Figure) -> Answer:
    interval = figure.interval
    method = interval.method if interval else ""
    if interval is None and figure.no_interval is not None:
        method = str(figure.no_interval.value)
    return Answer(
        each.key,
        each.name,
        name,
        figure.value,
        str(figure.reason.value) if figure.reason else "",
        interval.low if interval else nan,
        interval.high if interval else nan,
        method,
        figure.n.units,
        figure.n.coders,
        figure.n.documents,
        each.formula,
        each.source,
    )


def of_units(each: Coefficient, figure: Figure, data: UnitData) -> Interval | NoInterval:
    """Return Gwet's interval where there is an analytic error, else that of drawn units."""
    units = int(data.frequency[data.rated >= 2].sum())
    if units < 2:
        return NoInterval.FEW_UNITS
    if not isnan(figure.error):
        return t_interval(figure.value, figure.error, units, "analytic, t distribution")
    statistic = each.on_units or each.compute  # the draws are of alike rows: never look again
    values = intervals.unit_bootstrap(data, statistic)
    return intervals.percentile_interval(values, "unit bootstrap", intervals.SEED)


def left_out(
    each: Coefficient, figure: Figure, data: SpanData, progress: Progress | None = None
) -> Jackknife | NoInterval:
    """Return what leaving out documents in turn tells of any coefficient; groups where many.

    Raises:
        Cancelled: The progress asked to stop.
    """
    watch = progress or Silent()
    if each.slow:
        return NoInterval.SLOW
    judged = (data.counted.sum(axis=0) >= 2).any(axis=0) & (data.lengths > 0)
    documents = np.flatnonzero(judged)
    if len(documents) < 2:
        return NoInterval.FEW_DOCUMENTS
    value = np.asarray(figure.value)
    if each.key == "alpha":
        sums = Study(data).sums
        without = characters.pooled_alpha(np.moveaxis(intervals.leave_one_out(sums), 1, 0), axis=1)
        return intervals.jackknife(value, without, judged)
    n_groups = min(len(documents), MOST_GROUPS)
    group = np.arange(len(documents)) % n_groups
    figures = []
    for one in range(n_groups):
        watch.report(one, n_groups)
        figures.append(each.compute(data.only(documents=documents[group != one])).value)
    everywhere = np.ones(n_groups, np.bool_)
    return intervals.jackknife(value, np.array(figures), everywhere)


def _of_documents(each: Coefficient, figure: Figure, data: SpanData) -> Interval | NoInterval:
    knife = left_out(each, figure, data)
    if isinstance(knife, NoInterval):
        return knife
    found = knife.interval()
    documents = int(((data.counted.sum(axis=0) >= 2).any(axis=0) & (data.lengths > 0)).sum())
    n_groups = int(knife.documents)
    if isinstance(found, Interval) and each.key != "alpha" and n_groups < documents:
        return replace(found, method=f"jackknife, {n_groups} groups of documents")
    return found
