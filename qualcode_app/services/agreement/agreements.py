"""The report of agreement: per code, pooled, per pair, per coder and per document."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import Literal

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app.agreement import characters, summary
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.figure import Figure, Interval
from qualcode_app.agreement.summary import CodeRow as CodeFigures
from qualcode_app.agreement.summary import GroupRow
from qualcode_app.services.agreement.reliability import Reliability, Scope, Unread, spans

RARE_SPANS = summary.FEW_SPANS
RARE_DOCUMENTS = summary.FEW_DOCUMENTS
TARGET = 0.667
HIGH_TARGET = summary.HIGH_TARGET


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
    below_high: float  # the same for 0.80
    f1: Number
    percent: Number
    kappas: tuple[Number, ...]  # one per pair of the table
    tolerant: Number | None  # alpha with spans widened to whole words; None if not asked for
    over_use: tuple[float, ...]  # per coder, units above the mean of the others
    n_characters: int  # units judged by at least two coders
    n_documents: int  # with such units
    n_documents_used: int  # in which anybody marked the code
    n_spans: tuple[int, ...]  # per coder
    n_marked: tuple[int, ...]  # units per coder
    notices: tuple[str, ...]  # what to know before the figures are believed

    @property
    def too_rare(self) -> bool:
        """Whether there is too little of the code to judge agreement on it."""
        return sum(self.n_spans) < RARE_SPANS or self.n_documents_used < RARE_DOCUMENTS


@dataclass(frozen=True, slots=True)
class GroupLine:
    """Agreement pooled over codes: of a pair of coders, of one coder, or in a document."""

    of: Literal["pair", "coder", "document"]
    names: tuple[str, ...]
    members: tuple[int, ...]  # indices of coders, or of the document
    alpha: Number
    low: float
    high: float
    no_interval: str
    f1: Number
    kappa: Number | None  # of pairs only
    without: Number | None  # of coders only: alpha of all the others
    n_disagreeing: int  # units x codes on which coders differ
    n_documents: int
    n_spans: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """How alpha is spread over the codes that have one."""

    least: float
    quartiles: tuple[float, float, float]
    below_target: tuple[str, ...]  # uids of codes
    below_high: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementTable:
    """Agreement on characters or units, code by code and group by group."""

    coders: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]  # indices into coders
    documents: tuple[str, ...]
    rows: tuple[AgreementRow, ...]  # codes that anybody used, in the order of the codebook
    pooled: AgreementRow
    by_pair: tuple[GroupLine, ...]
    by_coder: tuple[GroupLine, ...]
    by_document: tuple[GroupLine, ...]
    spread: Spread | None
    n_codes: int  # compared, used or not
    n_unread: int  # coder and document pairs without any theme marked as read
    n_unfinished_spans: int  # codings left out because their theme is not marked as read
    unread: tuple[Unread, ...]  # what is left out, by coder and document
    round_kind: str
    round_title: str
    scope: Scope

    @property
    def all_read(self) -> bool:
        """Whether the reading status was not asked."""
        return self.scope.all_read

    @property
    def level(self) -> int:
        """Level of the code tree that was compared."""
        return self.scope.level


def table(session: Session, scope: Scope | None = None) -> AgreementTable:
    """Return Krippendorff's alpha, F1, percent and kappas with all that goes with them.

    Raises:
        RefusedChange: There is nothing to compare; says what is missing.
    """
    return tabulate(spans(session, scope or Scope()))


def tabulate(reliability: Reliability) -> AgreementTable:
    """Return the report on reliability data that was read before."""
    data = reliability.spans
    study = Study(data)
    figures = summary.code_rows(study)
    used = np.flatnonzero(study.spans.sum(axis=(0, 2)))
    kappas = _kappas(study)
    tolerant = _tolerant(reliability)
    rows = tuple(
        _row(reliability, study, figures[code], code, kappas[code], tolerant)
        for code in used.tolist()
    )
    names = reliability.coder_names
    found = summary.spread(tuple(figures[code] for code in used.tolist()))
    return AgreementTable(
        names,
        study.pairs,
        reliability.document_titles,
        rows,
        _pooled(study, kappas[-1], tolerant),
        tuple(
            _line("pair", row, tuple(names[i] for i in pair), pair)
            for row, pair in zip(summary.pair_rows(study), study.pairs, strict=True)
        ),
        tuple(
            _line("coder", row, (names[i],), (i,))
            for i, row in enumerate(summary.coder_rows(study))
        ),
        tuple(
            _line("document", row, (reliability.document_titles[i],), (i,))
            for i, row in enumerate(summary.document_rows(study))
        ),
        Spread(found.least, found.quartiles, found.below_low, found.below_high) if found else None,
        len(reliability.codes),
        reliability.n_unread,
        data.unfinished,
        reliability.unread,
        reliability.round_kind,
        reliability.round_title,
        reliability.scope,
    )


def _tolerant(reliability: Reliability) -> Study | None:
    return None if reliability.tolerant is None else Study(reliability.tolerant)


def _row(
    reliability: Reliability,
    study: Study,
    found: CodeFigures,
    code: int,
    kappas: tuple[Number, ...],
    tolerant: Study | None,
) -> AgreementRow:
    known = reliability.codes[code]
    sums, counts = study.sums[code].sum(axis=0), found.alpha.n
    low, high, why = _ends(found.alpha)
    return AgreementRow(
        known.uid,
        known.key,
        known.label_nl,
        known.label_en,
        known.colour,
        number(found.alpha),
        low,
        high,
        why,
        found.below_low,
        found.below_high,
        number(found.f1),
        number(characters.figure(float(characters.percent(sums)), sums, counts)),
        kappas,
        _alpha_of(tolerant, code),
        found.over_use,
        counts.units,
        counts.documents,
        found.documents_used,
        counts.spans,
        counts.marked,
        tuple(str(notice.value) for notice in found.notices),
    )


def _pooled(study: Study, kappas: tuple[Number, ...], tolerant: Study | None) -> AgreementRow:
    together = study.sums.sum(axis=(0, 1))
    counts = study.counts()
    alpha = summary.overall(study)
    low, high, why = _ends(alpha)
    below = summary.overall_below(study, summary.LOW_TARGET, summary.HIGH_TARGET)
    widened = summary.overall(tolerant) if tolerant is not None else None
    return AgreementRow(
        *("", "", "", "", ""),
        number(alpha),
        low,
        high,
        why,
        below[0],
        below[1],
        number(characters.figure(float(characters.f1(together)), together, counts)),
        number(characters.figure(float(characters.percent(together)), together, counts)),
        kappas,
        None if widened is None else number(widened),
        (),
        counts.units,
        counts.documents,
        int((study.sums[..., characters.ONES] > 0).any(axis=0).sum()),
        counts.spans,
        counts.marked,
        (),
    )


def _alpha_of(study: Study | None, code: int) -> Number | None:
    if study is None:
        return None
    sums = study.sums[code].sum(axis=0)
    return number(characters.figure(float(characters.alpha(sums)), sums, study.counts(code)))


def _kappas(study: Study) -> list[tuple[Number, ...]]:
    """Return Cohen's kappa of every pair by code, and last of the tables of all codes added up."""
    columns = []
    for pair in study.pairs:
        tables, sums = study.table(pair).sum(axis=1), study.pair_sums(pair).sum(axis=1)
        tables = np.concatenate((tables, tables.sum(axis=0, keepdims=True)))
        sums = np.concatenate((sums, sums.sum(axis=0, keepdims=True)))
        values = characters.kappa(tables).tolist()
        columns.append(
            [
                Number(nan, str(characters.why_undefined(own).value))
                if isnan(value)
                else Number(value)
                for value, own in zip(values, sums, strict=True)
            ]
        )
    codes = len(study.data.codes) + 1
    return [tuple(column[code] for column in columns) for code in range(codes)]


def _line(
    of: Literal["pair", "coder", "document"],
    row: GroupRow,
    names: tuple[str, ...],
    members: tuple[int, ...],
) -> GroupLine:
    low, high, why = _ends(row.alpha)
    return GroupLine(
        of,
        names,
        members,
        number(row.alpha),
        low,
        high,
        why,
        number(row.f1),
        None if row.kappa is None else number(row.kappa),
        None if row.without is None else number(row.without),
        row.disagreeing,
        row.alpha.n.documents,
        row.alpha.n.spans,
    )


def _ends(alpha: Figure) -> tuple[float, float, str]:
    if alpha.reason is not None:
        return nan, nan, ""
    if isinstance(alpha.interval, Interval):
        return alpha.interval.low, alpha.interval.high, ""
    return nan, nan, str(alpha.no_interval.value) if alpha.no_interval else ""


def number(figure: Figure) -> Number:
    """Return a figure as it is shown."""
    return Number(figure.value, str(figure.reason.value) if figure.reason else "")
