"""From the tables to reliability data: who marked what, and whose silence counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import LargeBinary, exists, func, select, type_coerce
from sqlalchemy.orm import Session

from qualcode_app.agreement.data import SpanData
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.base import uid_text
from qualcode_app.models.codebooks import CodebookVersionCode
from qualcode_app.models.codings import Coding, CodingHole
from qualcode_app.models.documents import Document, Revision
from qualcode_app.models.people import Coder, ReadingStatus, Round
from qualcode_app.services import codebook

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scope:
    """What is compared.

    Args:
        level: Level of the code tree; codes below it count as their ancestor there.
        all_read: Take every document as read by every coder instead of asking the status.
        round_uid: The round; the newest independent one that holds work when empty.
        coder_uids: Which coders; all humans who worked in the round when empty.
    """

    level: int = 2
    all_read: bool = False
    round_uid: str = ""
    coder_uids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reliability:
    """Span data with the names its indices stand for."""

    spans: SpanData
    coder_names: tuple[str, ...]
    codes: tuple[codebook.CodeRow, ...]
    document_titles: tuple[str, ...]
    n_unread: int  # documents of a coder in which no theme is marked as read


@dataclass(frozen=True, slots=True)
class _Source:
    """The documents, coders and round that are compared."""

    round_uid: str
    coders: tuple[tuple[str, str], ...]  # uid, name
    documents: tuple[tuple[str, str, str, int], ...]  # uid, title, revision, characters


def spans(session: Session, scope: Scope) -> Reliability:
    """Return the codings of a round as span data.

    Raises:
        RefusedChange: Fewer than two coders have worked in the round, or nobody has marked a
            document as read and `all_read` is off.
    """
    source = _source(session, scope)
    tree = codebook.rows(session)
    column = _columns(tree, scope.level)
    codes = tuple(row for row in tree if column.get(row.uid, ("",))[0] == row.uid)
    index = {row.uid: i for i, row in enumerate(codes)}
    code_of = {uid: index[home] for uid, (home, _) in column.items()}
    counted = _counted(session, scope, source, codes)
    groups = _groups(session, source)
    data = SpanData(
        tuple(uid for uid, _ in source.coders),
        tuple(row.uid for row in codes),
        tuple(document[0] for document in source.documents),
        np.array([document[3] for document in source.documents], np.int64),
        counted,
        *_arrays(groups, source, code_of),
    )
    return Reliability(
        data,
        tuple(name for _, name in source.coders),
        codes,
        tuple(document[1] for document in source.documents),
        int((~counted.any(axis=1)).sum()),
    )


def _source(session: Session, scope: Scope) -> _Source:
    round_uid = scope.round_uid or _newest_round(session)
    worked = exists().where(Coding.coder_uid == Coder.uid, Coding.round_uid == round_uid)
    read = exists().where(
        ReadingStatus.coder_uid == Coder.uid, ReadingStatus.round_uid == round_uid
    )
    coders = select(Coder.uid, Coder.name).order_by(Coder.made_at, Coder.uid)
    if scope.coder_uids:
        coders = coders.where(Coder.uid.in_(scope.coder_uids))
    else:
        coders = coders.where(Coder.kind == "human", worked | read)
    people = tuple((row.uid, row.name) for row in session.execute(coders))
    if len(people) < 2:
        raise RefusedChange(
            "Agreement needs the work of two coders; this round has {n}. Merge another coder's "
            "file first.",
            n=len(people),
        )
    documents = session.execute(
        select(Document.uid, Document.title, Revision.uid, Revision.n_chars)
        .join(Revision, Revision.uid == Document.current_revision_uid)
        .where(Document.corpus != "out")
        .order_by(Document.position, Document.title, Document.uid)
    )
    return _Source(round_uid, people, tuple((d[0], d[1], d[2], d[3]) for d in documents))


def _newest_round(session: Session) -> str:
    independent = select(Round.uid).where(Round.kind == "independent").order_by(Round.number.desc())
    used = independent.where(exists().where(Coding.round_uid == Round.uid))
    return session.scalars(used).first() or session.scalars(independent).first() or ""


def _columns(tree: Sequence[codebook.CodeRow], level: int) -> dict[str, tuple[str, int]]:
    """Return, for every code, the code it counts as and that code's level."""
    found: dict[str, tuple[str, int]] = {}
    for row in tree:
        above = found.get(row.parent_uid or "")
        found[row.uid] = above if above and row.level > level else (row.uid, row.level)
    return found


def _counted(
    session: Session,
    scope: Scope,
    source: _Source,
    codes: Sequence[codebook.CodeRow],
) -> NDArray[np.bool_]:
    """Return whose silence counts, shape (coders, codes, documents).

    A code counts for a coder and a document when its own family is marked as done there and
    the code was in the version of the codebook that was read with.
    """
    shape = (len(source.coders), len(codes), len(source.documents))
    if scope.all_read:
        return np.ones(shape, np.bool_)
    counted = np.zeros(shape, np.bool_)
    coder_at = {uid: i for i, (uid, _) in enumerate(source.coders)}
    document_at = {document[0]: i for i, document in enumerate(source.documents)}
    members = _members(session, codes)
    rows = session.execute(
        select(
            ReadingStatus.coder_uid,
            ReadingStatus.document_uid,
            ReadingStatus.family_uid,
            ReadingStatus.codebook_version_uid,
        ).where(ReadingStatus.round_uid == source.round_uid, ReadingStatus.state == "done")
    )
    for coder_uid, document_uid, family_uid, version_uid in rows:
        if coder_uid in coder_at and document_uid in document_at:
            known = members.get((version_uid, family_uid), [])
            counted[coder_at[coder_uid], known, document_at[document_uid]] = True
    if not counted.any():
        raise RefusedChange(
            "Nobody has marked a document as read, so it is unknown whether a missing coding "
            "means disagreement. Mark documents as read, or count all as read (--all-read)."
        )
    return counted


def _members(
    session: Session, codes: Sequence[codebook.CodeRow]
) -> dict[tuple[str, str], list[int]]:
    """Return the columns of the codes of each family in each codebook version."""
    at = {row.uid: (i, row.family_uid) for i, row in enumerate(codes)}
    found: dict[tuple[str, str], list[int]] = {}
    for version_uid, code_uid in session.execute(
        select(CodebookVersionCode.version_uid, CodebookVersionCode.code_uid)
    ):
        if code_uid in at:
            column, family = at[code_uid]
            found.setdefault((version_uid, family), []).append(column)
    return found


@dataclass(frozen=True, slots=True)
class _Group:
    """The spans of one code, revision and coder, as "start,end" pairs in one text."""

    code_uid: str
    revision_uid: str
    coder_uid: str
    pairs: str


def _groups(session: Session, source: _Source) -> list[_Group]:
    """Read spans grouped: the database joins them faster than rows could be fetched."""
    with_holes = select(CodingHole.coding_uid).distinct()
    whole = (
        select(
            type_coerce(Coding.code_uid, LargeBinary),
            type_coerce(Coding.revision_uid, LargeBinary),
            type_coerce(Coding.coder_uid, LargeBinary),
            func.group_concat(Coding.start_char.concat(",").concat(Coding.end_char)),
        )
        .where(
            Coding.kind == "text",
            Coding.round_uid == source.round_uid,
            Coding.uid.not_in(with_holes),
        )
        .group_by(Coding.code_uid, Coding.revision_uid, Coding.coder_uid)
    )
    groups = [
        _Group(uid_text(code), uid_text(revision), uid_text(coder), pairs)
        for code, revision, coder, pairs in session.execute(whole)
    ]
    return groups + _pierced(session, source)


def _pierced(session: Session, source: _Source) -> list[_Group]:
    """Return codings with holes as the pieces around them."""
    holes: dict[str, list[tuple[int, int]]] = {}
    for uid, start, end in session.execute(
        select(CodingHole.coding_uid, CodingHole.start_char, CodingHole.end_char).order_by(
            CodingHole.coding_uid, CodingHole.start_char
        )
    ):
        holes.setdefault(uid, []).append((start, end))
    if not holes:
        return []
    query = select(Coding).where(
        Coding.kind == "text",
        Coding.round_uid == source.round_uid,
        Coding.uid.in_(select(CodingHole.coding_uid)),
    )
    return [
        _Group(one.code_uid, one.revision_uid, one.coder_uid, _pieces(one, holes[one.uid]))
        for one in session.scalars(query)
    ]


def _pieces(coding: Coding, holes: list[tuple[int, int]]) -> str:
    edges = [coding.start_char, *(edge for hole in holes for edge in hole), coding.end_char]
    return ",".join(str(edge) for edge in edges)


def _arrays(
    groups: Sequence[_Group], source: _Source, code_of: Mapping[str, int]
) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """Return document, code, coder, start and end of every span."""
    coder_at = {uid: i for i, (uid, _) in enumerate(source.coders)}
    document_at = {document[2]: i for i, document in enumerate(source.documents)}
    known = [
        group
        for group in groups
        if group.coder_uid in coder_at
        and group.revision_uid in document_at
        and group.code_uid in code_of
    ]
    edges = np.fromstring(",".join(group.pairs for group in known), np.int64, sep=",")
    # A group of n spans has 2n numbers and thus 2n - 1 commas.
    sizes = np.array([(group.pairs.count(",") + 1) // 2 for group in known], np.int64)

    def spread(values: list[int]) -> Ints:
        return np.repeat(np.array(values, np.int64), sizes)

    return (
        spread([document_at[group.revision_uid] for group in known]),
        spread([code_of[group.code_uid] for group in known]),
        spread([coder_at[group.coder_uid] for group in known]),
        edges[0::2].copy(),
        edges[1::2].copy(),
    )
