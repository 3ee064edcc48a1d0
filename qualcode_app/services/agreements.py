"""The table of agreement: per code, pooled, and per pair of coders."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app.agreement import characters, intervals
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.figure import Figure, Interval
from qualcode_app.services.reliability import Reliability, Scope, spans

RARE_SPANS = 5
RARE_DOCUMENTS = 3
TARGET = 0.667


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as shown: NaN goes with the reason why it is undefined."""

    value: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """Agreement on one code; in the pooled row the code fields are empty."""

    code_uid: str
    code_key: str
    code_label_nl: str
    code_label_en: str
    colour: str
    alpha: Number
    low: float  # ends of the 95 % interval; NaN without one
    high: float
    no_interval: str  # why there is none
    below_target: float  # probability that alpha lies below 0.667; NaN if unknown
    f1: Number
    percent: Number
    kappas: tuple[Number, ...]  # one per pair of the table
    n_characters: int  # judged by at least two coders
    n_documents: int  # with such characters
    n_documents_used: int  # in which anybody marked the code
    n_spans: tuple[int, ...]  # per coder
    n_marked: tuple[int, ...]  # characters per coder

    @property
    def too_rare(self) -> bool:
        """Whether there is too little of the code to judge agreement on it."""
        return sum(self.n_spans) < RARE_SPANS or self.n_documents_used < RARE_DOCUMENTS


@dataclass(frozen=True, slots=True)
class AgreementTable:
    """Agreement on characters, code by code."""

    coders: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]  # indices into coders
    documents: tuple[str, ...]
    rows: tuple[AgreementRow, ...]  # codes that anybody used, in the order of the codebook
    pooled: AgreementRow
    n_codes: int  # compared, used or not
    n_unread: int  # coder and document pairs without any theme marked as read
    n_unfinished_spans: int  # codings left out because their theme is not marked as read
    all_read: bool
    level: int


def table(session: Session, scope: Scope | None = None) -> AgreementTable:
    """Return Krippendorff's alpha, F1, percent and kappas on characters.

    Raises:
        RefusedChange: There is nothing to compare; says what is missing.
    """
    scope = scope or Scope()
    return tabulate(spans(session, scope), scope)


def tabulate(reliability: Reliability, scope: Scope) -> AgreementTable:
    """Return the table of reliability data that was read before."""
    study = Study(reliability.spans)
    used = np.flatnonzero(reliability.spans.spans_per_coder().sum(axis=(0, 2)))
    sure = _per_code_jackknife(study)
    rows = tuple(_row(reliability, study, sure, int(code)) for code in used)
    return AgreementTable(
        reliability.coder_names,
        study.pairs,
        reliability.document_titles,
        rows,
        _pooled(study),
        len(reliability.codes),
        reliability.n_unread,
        reliability.spans.unfinished,
        scope.all_read,
        scope.level,
    )


def _per_code_jackknife(study: Study) -> intervals.Jackknife:
    sums = study.sums
    return intervals.jackknife(
        characters.alpha(sums.sum(axis=1)),
        characters.alpha(intervals.leave_one_out(sums)),
        sums[..., characters.UNITS] > 0,
    )


def _row(
    reliability: Reliability, study: Study, sure: intervals.Jackknife, code: int
) -> AgreementRow:
    known = reliability.codes[code]
    sums = study.sums[code].sum(axis=0)
    counts = study.counts(code)
    alpha = characters.figure(float(characters.alpha(sums)), sums, counts)
    found = sure.interval(code)
    low, high, why = _ends(alpha, found)
    return AgreementRow(
        known.uid,
        known.key,
        known.label_nl,
        known.label_en,
        known.colour,
        _number(alpha),
        low,
        high,
        why,
        float(sure.below(TARGET)[code]),
        _number(characters.figure(float(characters.f1(sums)), sums, counts)),
        _number(characters.figure(float(characters.percent(sums)), sums, counts)),
        tuple(_kappa(study, pair, code) for pair in study.pairs),
        counts.units,
        counts.documents,
        int((study.sums[code, :, characters.ONES] > 0).sum()),
        counts.spans,
        counts.marked,
    )


def _pooled(study: Study) -> AgreementRow:
    per_code = study.sums.sum(axis=1)
    together = per_code.sum(axis=0)
    counts = study.counts()
    alpha = characters.figure(float(characters.pooled_alpha(per_code)), together, counts)
    sure = intervals.jackknife(
        np.asarray(characters.pooled_alpha(per_code)),
        characters.pooled_alpha(intervals.leave_one_out(study.sums), axis=0),
        np.asarray((study.sums[..., characters.UNITS] > 0).any(axis=0), np.bool_),
    )
    low, high, why = _ends(alpha, sure.interval())
    return AgreementRow(
        "",
        "",
        "",
        "",
        "",
        _number(alpha),
        low,
        high,
        why,
        float(sure.below(TARGET)),
        _number(characters.figure(float(characters.f1(together)), together, counts)),
        _number(characters.figure(float(characters.percent(together)), together, counts)),
        tuple(_kappa(study, pair) for pair in study.pairs),
        counts.units,
        counts.documents,
        int((study.sums[..., characters.ONES] > 0).any(axis=0).sum()),
        counts.spans,
        counts.marked,
    )


def _kappa(study: Study, pair: tuple[int, int], code: int | None = None) -> Number:
    """Return Cohen's kappa of a pair on one code, or on the tables of all codes added up."""
    tables, sums = study.table(pair), study.pair_sums(pair)
    if code is None:
        table, of_pair = tables.sum(axis=(0, 1)), sums.sum(axis=(0, 1))
    else:
        table, of_pair = tables[code].sum(axis=0), sums[code].sum(axis=0)
    return _number(characters.figure(float(characters.kappa(table)), of_pair, study.counts(code)))


def _ends(alpha: Figure, found: Interval | object) -> tuple[float, float, str]:
    if alpha.reason is not None:
        return nan, nan, ""
    if isinstance(found, Interval):
        return found.low, found.high, ""
    return nan, nan, str(found)


def _number(figure: Figure) -> Number:
    return Number(figure.value, str(figure.reason.value) if figure.reason else "")
