"""Where codings lie, measured so that "near" is the same question for every kind of nearness.

Every kind turns a coding into a stretch [low, high] on a line of its own: characters, the number
of a sentence, of a word, of a section. Two codings are near when their stretches meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.progress import Progress
from qualcode_app.models.documents import Section
from qualcode_app.services.analysis.places import Places
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.texts import unit_edges

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

PAIRS_AT_ONCE = 2_000_000
_LINE_BITS = 40  # room for one document and coder on the line of all


class Near(StrEnum):
    """How near two codings of one coder lie."""

    SAME_PLACE = "same_place"
    OVERLAP = "overlap"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    WORDS = "words"
    SECTION = "section"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Nearness:
    """A kind of nearness; `n_words` may lie between two codings that are near by words."""

    near: Near = Near.PARAGRAPH
    n_words: int = 20


@dataclass(frozen=True, slots=True)
class Stretches:
    """Codings of text on the line of their nearness, and which documents have no such line.

    `coding` is the place of each in the codings they were made of.
    """

    coding: Ints
    low: Ints
    high: Ints
    unknown: Bools  # documents, for instance without headings


def stretches(
    session: Session, study: Study, found: Places, how: Nearness, progress: Progress
) -> Stretches:
    """Return where codings lie; areas lie nowhere but in their document."""
    unknown = np.zeros(len(study.documents), np.bool_)
    if how.near == Near.DOCUMENT:
        everything = np.arange(len(found))
        return Stretches(everything, found.document * 0, found.document * 0, unknown)
    at = np.flatnonzero(found.start >= 0)
    start, end = found.start[at], found.start[at] + found.length[at]
    if how.near == Near.OVERLAP:
        return Stretches(at, start, end - 1, unknown)
    if how.near == Near.SAME_PLACE:
        number = _numbered(np.stack((start, end), axis=1))
        return Stretches(at, number, number, unknown)
    low, high = np.zeros(len(at), np.int64), np.zeros(len(at), np.int64)
    order = np.argsort(found.document[at], kind="stable")
    each, first = np.unique(found.document[at][order], return_index=True)
    parts = np.split(order, first)[1:]  # none without codings
    for done, (document, part) in enumerate(zip(each.tolist(), parts, strict=True)):
        progress.report(done, len(each))
        edges = _edges(session, study.documents[document].revision_uid, how.near)
        if edges.size == 0:
            unknown[document] = True
        low[part] = np.searchsorted(edges, start[part], "right")
        high[part] = np.searchsorted(edges, end[part] - 1, "right")
    if how.near == Near.WORDS:
        high = high + how.n_words + 1
    known = ~unknown[found.document[at]]
    return Stretches(at[known], low[known], high[known], unknown)


def pairs(found: Places, where: Stretches, progress: Progress) -> Iterator[tuple[Ints, Ints]]:
    """Yield pairs of codings of one coder in one document that are near, some at a time.

    Returns:
        Indices into the codings; a pair comes once, in no particular order.
    """
    line = (found.document[where.coding] << 8) | found.coder[where.coding]
    low = (line << _LINE_BITS) + where.low
    order = np.argsort(low, kind="stable")
    low = low[order]
    high = ((line << _LINE_BITS) + where.high)[order]
    coding = where.coding[order]
    until = np.searchsorted(low, high, "right")
    n_after = until - np.arange(len(low)) - 1
    begin = 0
    while begin < len(low):
        progress.report(begin, len(low))
        size = np.cumsum(n_after[begin : begin + PAIRS_AT_ONCE])
        end = begin + max(1, int(np.searchsorted(size, PAIRS_AT_ONCE, "right")))
        each = n_after[begin:end]
        first = np.repeat(np.arange(begin, end), each)
        step = np.arange(len(first)) - np.repeat(np.cumsum(each) - each, each)
        yield coding[first], coding[first + 1 + step]
        begin = end
    progress.report(len(low), len(low))


def _numbered(rows: Ints) -> Ints:
    """Return a number for each row, the same for rows that say the same."""
    key = (rows[:, 0] << 31) | (rows[:, 1] - rows[:, 0])
    _, number = np.unique(key, return_inverse=True)
    return np.asarray(number, np.int64)


def _edges(session: Session, revision_uid: str, near: Near) -> Ints:
    """Return where the units of a text begin."""
    if near == Near.SECTION:
        starts = select(Section.start_char).where(Section.revision_uid == revision_uid)
        return np.unique(np.array(session.scalars(starts).all(), np.int64))
    kind: unit_edges.Base = "word"
    if near in (Near.SENTENCE, Near.PARAGRAPH):
        kind = "sentence" if near == Near.SENTENCE else "paragraph"
    return unit_edges.starts_and_ends(session, revision_uid, kind)[0][:-1]
