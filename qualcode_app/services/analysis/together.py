"""Which codes stand near each other: as a matrix of codes, and of two codes per document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models.codings import Coding, Relation
from qualcode_app.services.analysis import nearness
from qualcode_app.services.analysis.nearness import Near, Nearness, Stretches
from qualcode_app.services.analysis.places import Places
from qualcode_app.services.analysis.questions import Line, Question
from qualcode_app.services.analysis.scope import Known, Scope
from qualcode_app.services.analysis.study import READ, Study
from qualcode_app.services.analysis.tree import CodeNode
from qualcode_app.services.coding import relations

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_CELLS_AT_ONCE = 10_000_000  # documents times pairs of codes


@dataclass(frozen=True, slots=True)
class Together:
    """Codes by codes.

    Args:
        rows: The codes, each with all codes below it.
        n: In how many documents that were read for both the two stand near each other.
        of: How many documents were read for both.
        n_pairs: How many pairs of codings are near, in all documents of the corpus.
        how: What near means.
    """

    rows: tuple[CodeNode, ...]
    n: Ints
    of: Ints
    n_pairs: Ints
    how: Nearness


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two codings of one coder that are near: of each its code, start and length."""

    document: int
    coder: int
    one: tuple[int, int, int]
    other: tuple[int, int, int]


def matrix(
    session: Session,
    study: Study,
    rows: Sequence[int],
    how: Nearness,
    progress: Progress | None = None,
) -> Together:
    """Return how often codes stand near each other.

    Raises:
        Cancelled: The progress asked to stop.
    """
    told = progress or Silent()
    found = study.counting()
    found = found.only(found.document < study.n_in)
    where = nearness.stretches(session, study, found, how, told)
    size = len(rows)
    n_pairs = np.zeros((size, size), np.int64)
    n = np.zeros((size, size), np.int64)
    known = np.isin(study.states(list(rows)), READ)
    known[where.unknown] = False
    row_of = _row_of(study, rows)
    at_once = max(1, _CELLS_AT_ONCE // max(1, size * size))
    for begin in range(0, study.n_in, at_once):
        end = min(begin + at_once, study.n_in)
        part = _documents(found, where, begin, end)
        votes = np.zeros((end - begin, size, size), np.int8)
        for coder in np.unique(found.coder).tolist():
            own = _of_coder(found, part, coder)
            seen = _seen(found, own, _Table(row_of, how, (begin, end), n_pairs), told)
            votes += seen | seen.transpose(0, 2, 1)
        enough = votes >= (1 if study.voices.consensus else study.voices.at_least)
        read = known[begin:end]
        n += (enough & read[:, :, None] & read[:, None, :]).sum(axis=0)
    inside = known[: study.n_in].astype(np.int64)
    np.fill_diagonal(n, 0)
    codes = tuple(study.tree.codes[i] for i in rows)
    return Together(codes, n, inside.T @ inside, n_pairs + n_pairs.T, how)


def of_two(scope: Scope) -> Line:
    """Return in which documents the two codes of a question stand near each other, or are related.

    Raises:
        RefusedChange: The question names another number of codes.
    """
    session, study = scope.session, scope.study
    one, other = _two(scope)
    nowhere = np.zeros(len(study.documents), np.bool_)
    if scope.question.near in relations.KINDS:
        return _line(scope, _related(session, scope, one, other), nowhere)
    found, how = _of_both(scope, one | other), how_near(scope.question)
    if how.near == Near.DOCUMENT:
        voices = _there(found, one, study) & _there(found, other, study)
        return _line(scope, voices, nowhere)
    voices = np.zeros((len(study.who), len(study.documents)), np.bool_)
    where = nearness.stretches(session, study, found, how, Silent())
    for a, _ in _near(found, where, one, other):
        voices[found.coder[a], found.document[a]] = True
    return _line(scope, voices, where.unknown)


def places(scope: Scope) -> tuple[NearPair, ...]:
    """Return the codings of the two codes that are near each other, in the corpus.

    Raises:
        RefusedChange: The question names another number of codes.
    """
    one, other = _two(scope)
    found = _of_both(scope, one | other)
    found = found.only(np.isin(found.document, scope.documents))
    how = how_near(scope.question)
    where = nearness.stretches(scope.session, scope.study, found, how, Silent())
    pairs = [
        NearPair(
            int(found.document[i]),
            int(found.coder[i]),
            (int(found.code[i]), int(found.start[i]), int(found.length[i])),
            (int(found.code[j]), int(found.start[j]), int(found.length[j])),
        )
        for a, b in _near(found, where, one, other)
        for i, j in zip(a.tolist(), b.tolist(), strict=True)
    ]
    return tuple(sorted(pairs, key=lambda pair: (pair.document, pair.one[1], pair.other[1])))


def how_near(question: Question) -> Nearness:
    """Return what a question means by near; a relation is within one document."""
    near = Near(question.near) if question.near not in relations.KINDS else Near.DOCUMENT
    return Nearness(near, question.n_words)


# Inside


def _line(scope: Scope, voices: Bools, unknown: Bools) -> Line:
    """Return the finding on two codes, given who has them near in which documents."""
    study = scope.study
    known = np.isin(study.states(scope.codes), READ).all(axis=1) & ~unknown
    some = np.asarray(voices.any(axis=0))
    least = 1 if study.voices.consensus else study.voices.at_least
    enough = np.asarray(voices.sum(axis=0) >= least)
    return scope.told(Known(known, enough, some & ~enough, some), scope.documents, scope.codes)


def _related(session: Session, scope: Scope, one: set[int], other: set[int]) -> Bools:
    """Return who laid a relation between the two codes in which documents."""
    study = scope.study
    voices = np.zeros((len(study.who), len(study.documents)), np.bool_)
    coder_at = {row.uid: i for i, row in enumerate(study.who)}
    text_at = {document.revision_uid: i for i, document in enumerate(study.documents)}
    first, second = aliased(Coding), aliased(Coding)
    rows = session.execute(
        select(first.code_uid, second.code_uid, first.revision_uid, first.coder_uid)
        .join(Relation, Relation.from_coding_uid == first.uid)
        .join(second, Relation.to_coding_uid == second.uid)
        .where(Relation.kind == scope.question.near)
    )
    for *code_uids, revision_uid, coder_uid in rows:
        a, b = (study.tree.at.get(uid, -1) for uid in code_uids)
        fits = (a in one and b in other) or (a in other and b in one)
        if fits and revision_uid in text_at and coder_uid in coder_at:
            voices[coder_at[coder_uid], text_at[revision_uid]] = True
    return voices


def _row_of(study: Study, rows: Sequence[int]) -> Ints:
    """Return in which row each code counts, -1 for none; rows lie on one level."""
    found = np.full(len(study.tree.codes), -1, np.int64)
    for row, code in enumerate(rows):
        found[list(study.tree.with_below(code))] = row
    return found


def _documents(found: Places, where: Stretches, begin: int, end: int) -> Stretches:
    document = found.document[where.coding]
    return _some(where, (document >= begin) & (document < end))


def _of_coder(found: Places, where: Stretches, coder: int) -> Stretches:
    return _some(where, found.coder[where.coding] == coder)


def _some(where: Stretches, kept: Bools) -> Stretches:
    return Stretches(where.coding[kept], where.low[kept], where.high[kept], where.unknown)


@dataclass(frozen=True, slots=True)
class _Table:
    """Some documents by rows by rows, and the pairs counted in all of them."""

    row_of: Ints
    how: Nearness
    documents: tuple[int, int]
    n_pairs: Ints


def _seen(found: Places, where: Stretches, table: _Table, progress: Progress) -> Bools:
    """Return which rows one coder has near each other in which documents; counts the pairs."""
    (begin, end), size, row_of = table.documents, len(table.n_pairs), table.row_of
    seen = np.zeros((end - begin, size, size), np.bool_)
    if table.how.near == Near.DOCUMENT:
        row = row_of[found.code[where.coding]]
        there = np.zeros((end - begin, size), np.bool_)
        there[found.document[where.coding][row >= 0] - begin, row[row >= 0]] = True
        return np.asarray(there[:, :, None] & there[:, None, :])
    flat = seen.reshape(-1)
    for a, b in nearness.pairs(found, where, progress):
        one, other = row_of[found.code[a]], row_of[found.code[b]]
        kept = (one >= 0) & (other >= 0) & (one != other)
        cell = one[kept] * size + other[kept]
        table.n_pairs[:] += np.bincount(cell, minlength=size * size).reshape(size, size)
        flat[(found.document[a][kept] - begin) * size * size + cell] = True
    return seen


def _two(scope: Scope) -> tuple[set[int], set[int]]:
    if len(scope.codes) != 2:
        raise RefusedChange("This question is about two codes. Choose two.")
    one, other = scope.codes
    return set(scope.study.tree.with_below(one)), set(scope.study.tree.with_below(other))


def _of_both(scope: Scope, codes: set[int]) -> Places:
    found = scope.study.counting(scope.within(scope.question.facet))
    return found.only(np.isin(found.code, list(codes)))


def _near(
    found: Places, where: Stretches, one: set[int], other: set[int]
) -> Iterator[tuple[Ints, Ints]]:
    """Yield pairs of which the first has one code and the second the other."""
    in_one, in_other = np.isin(found.code, list(one)), np.isin(found.code, list(other))
    for a, b in nearness.pairs(found, where, Silent()):
        forward = in_one[a] & in_other[b]
        backward = in_one[b] & in_other[a] & ~forward
        yield (
            np.append(a[forward], b[backward]),
            np.append(b[forward], a[backward]),
        )


def _there(found: Places, codes: set[int], study: Study) -> Bools:
    """Return who used one of the codes in which documents."""
    which = np.isin(found.code, list(codes))
    there = np.zeros((len(study.who), len(study.documents)), np.bool_)
    there[found.coder[which], found.document[which]] = True
    return there
