"""The figures of a report on spans: overall, per code, pair of coders, coder and document.

All of them come from the same sums over documents, so the whole report costs one sweep.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import isnan, nan

import numpy as np

from qualcode_app.agreement.characters import (
    DISAGREE,
    ONES,
    UNITS,
    VALUES,
    Study,
    alpha,
    disagreements,
    f1,
    figure,
    kappa,
    pooled_alpha,
    why_undefined,
)
from qualcode_app.agreement.data import Bools, Floats, SpanData
from qualcode_app.agreement.figure import Counts, Figure, NoInterval, Reason, undefined
from qualcode_app.agreement.intervals import (
    DRAWS,
    SEED,
    Jackknife,
    document_draws,
    jackknife,
    leave_one_out,
    percentile_interval,
    share_below,
)
from qualcode_app.agreement.label_sets import masi, set_alpha_where_both_marked
from qualcode_app.agreement.unitizing import cu, u_binary

LOW_TARGET, HIGH_TARGET = 2 / 3, 0.8  # Krippendorff: tentative conclusions, and reliable data
FEW_SPANS, FEW_DOCUMENTS = 5, 3  # below either, a code is too rare to judge


class Notice(StrEnum):
    """What to know before a figure is believed. Templates that the window translates."""

    FEW_SPANS = "Fewer than five spans in all: too rare to judge."
    FEW_DOCUMENTS = "Used in fewer than three documents: too rare to judge."
    ONE_CODER_ONLY = "Only one coder used this code."
    UNFINISHED = "Some documents are left out because a coder has not finished them."
    NEVER_ABSENT = "Everybody marked everything."
    MEASURES_LENGTH = (
        "Mind: text that nobody marked counts as agreement, so this says most about how long the "
        "documents are."
    )


@dataclass(frozen=True)
class CodeRow:
    """How far the coders agree on one code.

    Args:
        code: Uid.
        alpha: With the interval of the document jackknife.
        below_low: Probability that alpha lies below two thirds; NaN without an interval.
        below_high: The same for .80.
        f1: Positive agreement.
        documents_used: Documents in which a coder marked the code.
        over_use: Per coder, characters above the mean of the other coders where they are
            compared; negative for fewer.
        notices: What to know before the figures are believed.
    """

    code: str
    alpha: Figure
    below_low: float
    below_high: float
    f1: Figure
    documents_used: int
    over_use: tuple[float, ...]
    notices: tuple[Notice, ...]

    @property
    def rare(self) -> bool:
        """Tell whether the code is too rare to judge."""
        return Notice.FEW_SPANS in self.notices or Notice.FEW_DOCUMENTS in self.notices


@dataclass(frozen=True)
class GroupRow:
    """Agreement pooled over codes within a pair of coders, one coder's pairs, or a document."""

    names: tuple[str, ...]
    alpha: Figure
    f1: Figure
    kappa: Figure | None = None  # of pairs of coders only
    without: Figure | None = None  # of coders only: alpha of all the others
    disagreeing: int = 0  # characters x codes on which coders differ


@dataclass(frozen=True)
class Spread:
    """How the figures of the codes are spread; codes without a figure are left out."""

    least: float
    quartiles: tuple[float, float, float]
    below_low: tuple[str, ...]
    below_high: tuple[str, ...]


def overall(study: Study) -> Figure:
    """Return alpha pooled over codes with the interval of the document jackknife."""
    return _pooled(study.sums, study.counts())[0]


def overall_below(study: Study, *targets: float) -> tuple[float, ...]:
    """Return the probability that pooled alpha lies below each target; NaN if unknown."""
    found = _pooled(study.sums, study.counts())[1]
    return tuple(float(found.below(target)) for target in targets)


def overall_bootstrap(
    study: Study, target: float = LOW_TARGET, draws: int = DRAWS, seed: int = SEED
) -> tuple[Figure, float]:
    """Return pooled alpha with a document bootstrap, and its share below a target."""
    whole, _ = _pooled(study.sums, study.counts())
    if whole.reason:
        return whole, nan
    holds = study.sums[..., UNITS].any(axis=0)
    sums = study.sums[:, holds]
    codes, documents, columns = sums.shape
    weights = document_draws(documents, draws, seed)
    flat = sums.transpose(1, 0, 2).reshape(documents, codes * columns)
    values = pooled_alpha((weights @ flat).reshape(draws, codes, columns), axis=1)
    interval = percentile_interval(values, "document bootstrap", seed)
    return whole.with_interval(interval), share_below(values, target)


def code_bootstrap(study: Study, draws: int = DRAWS, seed: int = SEED) -> Floats:
    """Return the alphas of every code in bootstrap samples of documents, shape (draws, codes)."""
    sums = study.sums
    codes, documents, columns = sums.shape
    weights = document_draws(documents, draws, seed)
    flat = sums.transpose(1, 0, 2).reshape(documents, codes * columns)
    return alpha((weights @ flat).reshape(draws, codes, columns))


def _pooled(sums: Floats, n: Counts) -> tuple[Figure, Jackknife]:
    """Return pooled alpha of sums per code and document."""
    total = sums.sum(axis=1)
    value = pooled_alpha(total)
    without = pooled_alpha(np.moveaxis(leave_one_out(sums), 1, 0), axis=1)
    holds = np.asarray(sums[..., UNITS].any(axis=0), np.bool_)
    found = jackknife(value, without, holds)
    if isnan(float(value)):
        return undefined(_why_no_pool(total), n), found
    observed, expected = disagreements(total)
    whole = Figure(
        float(value),
        n=n,
        observed=float(np.nansum(observed)),
        expected=float(np.nansum(expected)),
    )
    return whole.with_interval(found.interval()), found


def _why_no_pool(total: Floats) -> Reason:
    if not total[:, UNITS].any():
        return Reason.NO_UNITS
    return Reason.NO_SPANS if not total[:, ONES].any() else Reason.NO_VARIATION


def code_rows(study: Study) -> tuple[CodeRow, ...]:
    """Return a row for every code, in the order of the data."""
    total = study.sums.sum(axis=1)
    values, shares = alpha(total), f1(total)
    found = jackknife(values, alpha(leave_one_out(study.sums)), study.sums[..., UNITS] > 0)
    low, high = found.below(LOW_TARGET), found.below(HIGH_TARGET)
    used = (study.sums[..., ONES] > 0).sum(axis=1)
    balance = _over_use(study)
    rows = []
    for k, code in enumerate(study.data.codes):
        n = study.counts(k)
        whole = figure(values[k], total[k], n)
        if whole.reason is None:
            whole = whole.with_interval(found.interval(k))
        documents = int(used[k])
        rows.append(
            CodeRow(
                code,
                whole,
                float(low[k]),
                float(high[k]),
                figure(shares[k], total[k], n),
                documents,
                tuple(balance[k].tolist()),
                _notices(study, k, n, documents),
            )
        )
    return tuple(rows)


def _notices(study: Study, code: int, n: Counts, documents_used: int) -> tuple[Notice, ...]:
    used_by = sum(spans > 0 for spans in n.spans)
    known = {
        Notice.FEW_SPANS: sum(n.spans) < FEW_SPANS,
        Notice.FEW_DOCUMENTS: documents_used < FEW_DOCUMENTS,
        Notice.ONE_CODER_ONLY: used_by == 1,
        Notice.UNFINISHED: not study.data.counted[:, code].all(),
        Notice.NEVER_ABSENT: n.units > 0 and set(n.marked) == {n.units},
    }
    return tuple(notice for notice, holds in known.items() if holds)


def where_and_what(data: SpanData) -> tuple[Figure, Figure]:
    """Return whether coders marked the same text, and whether they chose the same codes there.

    The first is |u, over all codes. The second is cu where the codes exclude each other, else
    alpha on label sets (MASI) where at least two coders marked something.
    """
    where = u_binary(data)
    if data.has_overlapping_codes():
        return where, set_alpha_where_both_marked(data, masi)
    return where, cu(data)


def _over_use(study: Study) -> Floats:
    """Return characters per code and coder above the mean of the others who count there."""
    judges = study.judges
    counted = study.data.counted.transpose(1, 2, 0) & (judges >= 2)[..., None]
    mine = study.marked * counted
    others = (mine.sum(axis=-1, keepdims=True) - mine) / np.maximum(judges - 1, 1)[..., None]
    return np.asarray(((mine - others) * counted).sum(axis=1), np.float64)


def spread(rows: tuple[CodeRow, ...]) -> Spread | None:
    """Return how the alphas of the codes are spread, or None without any."""
    known = [row for row in rows if row.alpha.reason is None]
    if not known:
        return None
    values = np.array([row.alpha.value for row in known])
    first, middle, third = np.quantile(values, [0.25, 0.5, 0.75]).tolist()
    return Spread(
        float(values.min()),
        (first, middle, third),
        tuple(row.code for row in known if row.alpha.value < LOW_TARGET),
        tuple(row.code for row in known if row.alpha.value < HIGH_TARGET),
    )


def pair_rows(study: Study) -> tuple[GroupRow, ...]:
    """Return a row for every pair of coders, with kappa of the pooled tables."""
    rows = []
    for pair in study.pairs:
        names = tuple(study.data.coders[i] for i in pair)
        sums = study.pair_sums(pair)
        n = _pair_counts(study, pair, sums)
        table = study.table(pair).sum(axis=(0, 1))
        pooled = sums.sum(axis=(0, 1))
        whole = figure(float(kappa(table)), pooled, n)
        rows.append(_group(names, sums, n, whole))
    return tuple(rows)


def _pair_counts(study: Study, pair: tuple[int, int], sums: Floats) -> Counts:
    compared: Bools = sums[..., UNITS] > 0
    spans = study.spans[list(pair)] * compared
    marked = study.marked[..., list(pair)] * compared[..., None]
    return Counts(
        int(sums[..., UNITS].sum()),
        2,
        int(compared.any(axis=0).sum()),
        tuple(spans.sum(axis=(1, 2)).tolist()),
        tuple(marked.sum(axis=(0, 1)).astype(np.int64).tolist()),
    )


def coder_rows(study: Study) -> tuple[GroupRow, ...]:
    """Return each coder against all the others, and what alpha is without the coder.

    Against the others: the pairs with the coder, added up.
    """
    rows = []
    for coder, name in enumerate(study.data.coders):
        pairs = [study.pair_sums(pair) for pair in study.pairs if coder in pair]
        if not pairs:
            continue
        sums = np.sum(pairs, axis=0)
        others = [i for i in range(len(study.data.coders)) if i != coder]
        rest = None
        if len(others) >= 2:
            rest = _pooled(study.sums_without(coder), study.counts())[0]
        row = _group((name,), sums, study.counts(), None)
        rows.append(
            GroupRow(row.names, row.alpha, row.f1, without=rest, disagreeing=row.disagreeing)
        )
    return tuple(rows)


def document_rows(study: Study) -> tuple[GroupRow, ...]:
    """Return a row for every document, pooled over codes; one document has no interval."""
    totals = study.sums.sum(axis=0)
    values, shares = pooled_alpha(study.sums), f1(totals)
    apart = study.sums[..., DISAGREE] * (study.sums[..., VALUES] != 0)
    differing = apart.sum(axis=0)
    rows = []
    for d, name in enumerate(study.data.documents):
        n = study.counts(document=d)
        if isnan(values[d]):
            whole = undefined(_why_no_pool(study.sums[:, d]), n)
        else:
            whole = Figure(float(values[d]), n=n).with_interval(NoInterval.FEW_DOCUMENTS)
        share = figure(float(shares[d]), totals[d], n)
        rows.append(GroupRow((name,), whole, share, disagreeing=round(float(differing[d]))))
    return tuple(rows)


def _group(names: tuple[str, ...], sums: Floats, n: Counts, whole: Figure | None) -> GroupRow:
    pooled = sums.sum(axis=(0, 1))
    share = f1(pooled)
    apart = sums[..., DISAGREE] * (1 - (sums[..., VALUES] == 0))
    return GroupRow(
        names,
        _pooled(sums, n)[0],
        Figure(float(share), n=n) if not isnan(share) else undefined(why_undefined(pooled), n),
        whole,
        disagreeing=round(float(apart.sum())),
    )
