"""From the tables to reliability data: who marked what, and whose silence counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import LargeBinary, exists, select, type_coerce
from sqlalchemy.orm import Session

from qualcode_app.agreement.data import SpanData
from qualcode_app.domain.errors import RefusedChange, TooFewCoders
from qualcode_app.models.base import uid_text
from qualcode_app.models.codebooks import CodebookVersionCode
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document, Revision
from qualcode_app.models.people import Coder, ReadingStatus, Round
from qualcode_app.services.agreement import span_rows, unit_data
from qualcode_app.services.agreement.span_rows import Place, SpanGroup
from qualcode_app.services.codebook import codebook
from qualcode_app.services.texts.unit_edges import Base, Tolerance

IntervalKind = Literal["jackknife", "bootstrap", "blocks", "units"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What is compared, and on which units.

    Args:
        level: Level of the code tree; codes below it count as their ancestor there.
        all_read: Take every document as read by every coder instead of asking the status.
        round_uid: The round; the newest independent one that holds work when empty.
        coder_uids: Which coders; all humans who worked in the round when empty.
        base: What is coded or not: characters, or units of the stored text.
        share: A unit counts as coded when touched (0), or when at least this share is marked.
        tolerance: To which boundaries spans are widened for the figure beside the exact one.
        recoding_of: A coder who is compared with the same coder's work in the newest round of
            recoding: agreement of one coder with himself.
        coefficient: Key of the coefficient that the report shows.
        interval: How its interval is made: documents left out in turn, or drawn at random; pages
            left out in turn; or the analytic one that takes units for independent.
        overlap: Share of the longer of two spans from which they match, as MAXQDA asks it.
    """

    level: int = 2
    all_read: bool = False
    round_uid: str = ""
    coder_uids: tuple[str, ...] = ()
    base: Base = "character"
    share: float = 0.0
    tolerance: Tolerance = "word"
    recoding_of: str = ""
    coefficient: str = "alpha"
    interval: IntervalKind = "jackknife"
    overlap: float = 0.9


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that counts in part or not at all for a coder."""

    coder_name: str
    document_title: str
    n_codes: int  # that do not count there
    whole: bool  # no code counts
    other_text: bool  # because the codings are on another version of its text


@dataclass(frozen=True, slots=True)
class Reliability:
    """Span data with the names its indices stand for."""

    spans: SpanData  # on the units of the scope
    characters: SpanData  # the same on characters, for passages
    tolerant: SpanData | None  # spans widened to whole words or sentences
    blocks: SpanData | None  # the spans with every page as a document, for intervals
    scope: Scope
    round_kind: str
    round_title: str
    coder_names: tuple[str, ...]
    coder_uids: tuple[str, ...]
    places: tuple[Place, ...]  # round and coder behind every index of a coder
    codes: tuple[codebook.CodeRow, ...]
    parents: tuple[int, ...]  # index of each code's parent among the codes, -1 for none
    document_titles: tuple[str, ...]
    revision_uids: tuple[str, ...]
    unread: tuple[Unread, ...]

    @property
    def n_unread(self) -> int:
        """Documents of a coder in which nothing counts."""
        return sum(each.whole for each in self.unread)


@dataclass(frozen=True, slots=True)
class _Voice:
    """One coder in one round."""

    place: Place
    coder_uid: str
    name: str


@dataclass(frozen=True, slots=True)
class _Source:
    """The documents and voices that are compared."""

    voices: tuple[_Voice, ...]
    documents: tuple[tuple[str, str, str, int], ...]  # uid, title, revision, characters
    round_kind: str
    round_title: str

    @property
    def round_uids(self) -> list[str]:
        """The rounds that hold the codings."""
        return sorted({voice.place[0] for voice in self.voices})

    @property
    def voice_at(self) -> dict[Place, int]:
        """Index of each voice."""
        return {voice.place: i for i, voice in enumerate(self.voices)}


def spans(session: Session, scope: Scope) -> Reliability:
    """Return the codings of a round as span data.

    Raises:
        RefusedChange: There is less than two coders' work, nobody has marked a document as read
            and `all_read` is off, or stored units are not those the text was read with.
    """
    source = _source(session, scope)
    tree = codebook.rows(session)
    home = homes(tree, scope.level)
    codes = tuple(row for row in tree if home.get(row.uid) == row.uid)
    index = {row.uid: i for i, row in enumerate(codes)}
    groups = span_rows.groups(session, source.round_uids)
    other_text = _other_text(session, source, groups)
    counted = _counted(session, scope, source, codes)
    for voice, document in other_text:
        counted[voice, :, document] = False
    document_at = {document[2]: i for i, document in enumerate(source.documents)}
    data = SpanData(
        tuple("@".join(reversed(voice.place)) for voice in source.voices)
        if scope.recoding_of
        else tuple(voice.coder_uid for voice in source.voices),
        tuple(row.uid for row in codes),
        tuple(document[0] for document in source.documents),
        np.array([document[3] for document in source.documents], np.int64),
        counted,
        *span_rows.arrays(
            groups,
            source.voice_at,
            document_at,
            {uid: index[above] for uid, above in home.items()},
        ),
    )
    revisions = tuple(document[2] for document in source.documents)
    titles = tuple(document[1] for document in source.documents)
    on_base = unit_data.on_base(session, data, scope.base, scope.share, (revisions, titles))
    is_exact = scope.base == "character" and scope.tolerance != "none"
    in_blocks = scope.interval == "blocks"
    return Reliability(
        on_base,
        data,
        unit_data.widened(session, data, scope.tolerance, revisions) if is_exact else None,
        unit_data.in_pages(session, on_base, scope.base, revisions) if in_blocks else None,
        scope,
        source.round_kind,
        source.round_title,
        tuple(voice.name for voice in source.voices),
        tuple(voice.coder_uid for voice in source.voices),
        tuple(voice.place for voice in source.voices),
        codes,
        tuple(index.get(row.parent_uid or "", -1) for row in codes),
        titles,
        revisions,
        _unread(source, counted, other_text),
    )


# Who and what


def _source(session: Session, scope: Scope) -> _Source:
    round_uid = scope.round_uid or newest_round(session, "independent")
    voices = _own_twice(session, scope, round_uid) if scope.recoding_of else None
    if voices is None:
        voices = _everybody(session, scope, round_uid)
    documents = session.execute(
        select(Document.uid, Document.title, Revision.uid, Revision.n_chars)
        .join(Revision, Revision.uid == Document.current_revision_uid)
        .where(Document.corpus == "in")
        .order_by(Document.position, Document.title, Document.uid)
    )
    known = session.get(Round, round_uid)
    return _Source(
        voices,
        tuple((d[0], d[1], d[2], d[3]) for d in documents),
        known.kind if known else "",
        known.title if known else "",
    )


def _everybody(session: Session, scope: Scope, round_uid: str) -> tuple[_Voice, ...]:
    worked = exists().where(Coding.coder_uid == Coder.uid, Coding.round_uid == round_uid)
    read = exists().where(
        ReadingStatus.coder_uid == Coder.uid, ReadingStatus.round_uid == round_uid
    )
    coders = select(Coder.uid, Coder.name).order_by(Coder.made_at, Coder.uid)
    if scope.coder_uids:
        coders = coders.where(Coder.uid.in_(scope.coder_uids))
    else:
        coders = coders.where(Coder.kind == "human", worked | read)
    people = [_Voice((round_uid, row.uid), row.uid, row.name) for row in session.execute(coders)]
    if len(people) < 2:
        raise TooFewCoders(
            "Agreement needs the work of two coders; this round has {n}. Merge another coder's "
            "file first.",
            n=len(people),
        )
    return tuple(people)


def _own_twice(session: Session, scope: Scope, round_uid: str) -> tuple[_Voice, ...]:
    """Return a coder's first work and the same coder's later work on the same documents."""
    again = newest_round(session, "recoding", scope.recoding_of)
    coder = session.get(Coder, scope.recoding_of)
    if not again or coder is None:
        raise RefusedChange(
            "There is no round of recoding with work of this coder yet, so nobody can be compared "
            "with himself. Let the coder code some documents again in a round of recoding."
        )
    rounds = [session.get(Round, uid) for uid in (round_uid, again)]
    return tuple(
        _Voice((each.uid, coder.uid), coder.uid, f"{coder.name} ({each.title})")
        for each in rounds
        if each is not None
    )


def newest_round(session: Session, kind: str, coder_uid: str = "") -> str:
    """Return the newest round of a kind that holds work, else the newest one; "" for none."""
    known = select(Round.uid).where(Round.kind == kind).order_by(Round.number.desc())
    work = exists().where(Coding.round_uid == Round.uid)
    if coder_uid:
        work = exists().where(Coding.round_uid == Round.uid, Coding.coder_uid == coder_uid)
        return session.scalars(known.where(work)).first() or ""
    return session.scalars(known.where(work)).first() or session.scalars(known).first() or ""


def homes(tree: Sequence[codebook.CodeRow], level: int) -> dict[str, str]:
    """Return, for every code, the code it counts as."""
    found: dict[str, str] = {}
    for row in tree:
        above = found.get(row.parent_uid or "")
        found[row.uid] = above if above and row.level > level else row.uid
    return found


# Whose silence counts


def _counted(
    session: Session,
    scope: Scope,
    source: _Source,
    codes: Sequence[codebook.CodeRow],
) -> NDArray[np.bool_]:
    """Return whose silence counts, shape (voices, codes, documents).

    A code counts for a coder and a document when its own family is marked as done there and
    the code was in the version of the codebook that was read with.
    """
    shape = (len(source.voices), len(codes), len(source.documents))
    if scope.all_read:
        return np.ones(shape, np.bool_)
    counted = np.zeros(shape, np.bool_)
    voice_at = source.voice_at
    document_at = {document[0]: i for i, document in enumerate(source.documents)}
    members = _members(session, codes)
    columns = (
        ReadingStatus.round_uid,
        ReadingStatus.coder_uid,
        ReadingStatus.document_uid,
        ReadingStatus.family_uid,
        ReadingStatus.codebook_version_uid,
    )
    rows = session.execute(
        select(*(type_coerce(column, LargeBinary) for column in columns)).where(
            ReadingStatus.round_uid.in_(source.round_uids), ReadingStatus.state == "done"
        )
    )
    text = cache(uid_text)  # a few hundred uids fill thousands of rows
    for row in rows:
        round_uid, coder_uid, document_uid, family_uid, version_uid = map(text, row)
        place = (round_uid, coder_uid)
        if place in voice_at and document_uid in document_at:
            known = members.get((version_uid, family_uid))
            if known:
                counted[voice_at[place], known, document_at[document_uid]] = True
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


def _other_text(
    session: Session, source: _Source, groups: Sequence[SpanGroup]
) -> set[tuple[int, int]]:
    """Return voice and document where somebody coded another version of the text.

    Places in two versions are not comparable, so such a document does not count for the coder.
    """
    current = {document[2] for document in source.documents}
    strange = {group.revision_uid for group in groups} - current
    if not strange:
        return set()
    document_at = {document[0]: i for i, document in enumerate(source.documents)}
    rows = session.execute(
        select(Revision.uid, Revision.document_uid).where(Revision.uid.in_(strange))
    )
    home = {uid: document_at.get(document_uid, -1) for uid, document_uid in rows}
    voice_at = source.voice_at
    found = {
        (voice_at[group.voice], home[group.revision_uid])
        for group in groups
        if group.revision_uid in home and group.voice in voice_at
    }
    return {(voice, document) for voice, document in found if document >= 0}


def _unread(
    source: _Source, counted: NDArray[np.bool_], other_text: set[tuple[int, int]]
) -> tuple[Unread, ...]:
    open_codes = (~counted).sum(axis=1)
    return tuple(
        Unread(
            source.voices[voice].name,
            source.documents[document][1],
            int(open_codes[voice, document]),
            bool(open_codes[voice, document] == counted.shape[1]),
            (voice, document) in other_text,
        )
        for voice, document in np.argwhere(open_codes > 0).tolist()
    )
