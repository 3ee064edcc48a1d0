"""The report of agreement: per code, pooled, per pair, per coder and per document."""

from __future__ import annotations

from math import isnan, nan
from typing import Literal

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app.agreement import characters, summary
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.summary import CodeRow as CodeFigures
from qualcode_app.agreement.summary import GroupRow
from qualcode_app.domain.progress import Progress
from qualcode_app.services.agreement import chosen_figures
from qualcode_app.services.agreement.agreement_rows import (
    AgreementRow,
    AgreementTable,
    GroupLine,
    Number,
    Spread,
    ends,
    number,
)
from qualcode_app.services.agreement.reliability import Reliability, Scope, spans


def table(
    session: Session, scope: Scope | None = None, progress: Progress | None = None
) -> AgreementTable:
    """Return Krippendorff's alpha, F1, percent and kappas with all that goes with them.

    Raises:
        RefusedChange: There is nothing to compare; says what is missing.
        Cancelled: The progress asked to stop.
    """
    return tabulate(spans(session, scope or Scope()), progress)


def tabulate(reliability: Reliability, progress: Progress | None = None) -> AgreementTable:
    """Return the report on reliability data that was read before.

    Raises:
        RefusedChange: The coefficient or interval does not fit.
        Cancelled: The progress asked to stop.
    """
    chosen_figures.check(reliability.scope)
    plain = _tabulate(reliability)
    if chosen_figures.is_default(reliability.scope):
        return plain
    return chosen_figures.put_in(plain, reliability, progress)


def _tabulate(reliability: Reliability) -> AgreementTable:
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
    low, high, why = ends(found.alpha)
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
    low, high, why = ends(alpha)
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
    low, high, why = ends(row.alpha)
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
