"""What the report computes only when it is looked at: confusion, drift, where against what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.agreement import characters, summary
from qualcode_app.agreement.characters import Study
from qualcode_app.agreement.confusion import confusion, confusion_of_all
from qualcode_app.agreement.data import Bools, Ints, SpanData
from qualcode_app.agreement.label_sets import masi, set_alpha_on_characters
from qualcode_app.models.codings import Coding
from qualcode_app.services.agreement.agreement_rows import Number, number
from qualcode_app.services.agreement.reliability import Reliability

WINDOW = 3  # documents whose agreement is pooled on the line of drift


@dataclass(frozen=True, slots=True)
class ConfusionTable:
    """Codes by codes; the last row and column stand for no code.

    Without a pair of coders the table is symmetric: all pairs, in both directions.
    """

    codes: tuple[int, ...]  # indices into the codes of the data, siblings beside each other
    uids: tuple[str, ...]
    keys: tuple[str, ...]
    characters: tuple[tuple[int, ...], ...]
    spans: tuple[tuple[int, ...], ...]
    pair: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class DriftPoint:
    """Agreement on a document, in the order in which the documents were coded."""

    document: int
    title: str
    coded_at: datetime | None
    alpha: Number  # of this document
    moving: Number  # of this document and the two before it
    n_spans: int


@dataclass(frozen=True, slots=True)
class WhereAndWhat:
    """Whether the coders marked the same passages, and whether they chose the same codes there."""

    where: Number  # |u of any code
    what: Number
    what_is: str  # name of the coefficient behind `what`
    label_sets: Number  # alpha on sets of codes (MASI), on text that anybody coded


def confused(found: Reliability, pair: tuple[int, int] | None = None) -> ConfusionTable:
    """Return which codes take each other's place, of one pair of coders or of all."""
    data = found.characters
    table = confusion_of_all(data) if pair is None else confusion(data, pair)
    used = np.flatnonzero(table.characters[:-1].sum(axis=1) + table.characters[:, :-1].sum(axis=0))
    kept = [*used.tolist(), len(data.codes)]
    return ConfusionTable(
        tuple(used.tolist()),
        tuple(data.codes[i] for i in used.tolist()),
        tuple(found.codes[i].key for i in used.tolist()),
        _rows(table.characters, kept),
        _rows(table.spans, kept),
        pair,
    )


def _rows(table: Ints, kept: list[int]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(row) for row in table[np.ix_(kept, kept)].tolist())


def drift(session: Session, found: Reliability) -> tuple[DriftPoint, ...]:
    """Return agreement document by document, in the order in which they were coded."""
    study = Study(found.spans)
    when = _coded_at(session, found)
    order = sorted(
        (i for i in range(len(found.document_titles)) if study.sums[:, i, characters.UNITS].any()),
        key=lambda i: (when.get(found.revision_uids[i]) is None, when.get(found.revision_uids[i])),
    )
    n_spans = study.spans.sum(axis=(0, 1))
    points = []
    for at, document in enumerate(order):
        near = order[max(0, at - WINDOW + 1) : at + 1]
        points.append(
            DriftPoint(
                document,
                found.document_titles[document],
                when.get(found.revision_uids[document]),
                _alpha(study, [document]),
                _alpha(study, near),
                int(n_spans[document]),
            )
        )
    return tuple(points)


def _alpha(study: Study, documents: list[int]) -> Number:
    total = study.sums[:, documents].sum(axis=1)
    value = float(characters.pooled_alpha(total))
    counts = study.counts(document=documents[0]) if len(documents) == 1 else study.counts()
    return number(characters.figure(value, total.sum(axis=0), counts))


def _coded_at(session: Session, found: Reliability) -> dict[str, datetime]:
    """Return when each text was first coded; one statement over the index of places."""
    query = (
        select(Coding.revision_uid, func.min(Coding.made_at))
        .where(Coding.revision_uid.in_(found.revision_uids))
        .group_by(Coding.revision_uid)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def where_and_what(found: Reliability) -> WhereAndWhat:
    """Return whether boundaries or definitions need work.

    In each document those codes are compared that every coder who read there has finished:
    elsewhere it is unknown what a missing code means.
    """
    data = _finished_by_all(found.characters)
    where, what = summary.where_and_what(data)
    sets = set_alpha_on_characters(data, masi)
    overlaps = data.has_overlapping_codes()
    return WhereAndWhat(
        number(where),
        number(what),
        "alpha, MASI" if overlaps else "cu-alpha",
        number(sets),
    )


def _finished_by_all(data: SpanData) -> SpanData:
    reads: Bools = np.asarray(data.counted.any(axis=1), np.bool_)  # coders x documents
    finished: Bools = np.asarray((data.counted | ~reads[:, None]).all(axis=0), np.bool_)
    finished &= reads.any(axis=0)
    kept = finished[data.code, data.document]
    counted = np.broadcast_to((reads & finished.any(axis=0))[:, None], data.counted.shape)
    return SpanData(
        data.coders,
        data.codes,
        data.documents,
        data.lengths,
        counted,
        *(column[kept] for column in (data.document, data.code, data.coder, data.start, data.end)),
    )
