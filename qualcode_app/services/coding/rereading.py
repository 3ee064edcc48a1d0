"""A document read anew: its codings go along to the new text where their words are found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import UnknownRecord, UnreadableDocument
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.reanchoring import Passage, Reanchoring, is_the_same
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.cases import Memo
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document, Page, Revision
from qualcode_app.models.history import Tombstone
from qualcode_app.services.documents import recognition
from qualcode_app.services.documents.recognition import Recognition
from qualcode_app.services.memos import memos
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.store.project import Project
from qualcode_app.services.texts import search_index, texts

_CHILDREN = ("coding_hole", "coding_area", "coding_value")


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A coding that went along to another text, where its words or all around them differ."""

    uid: str
    code_uid: str
    coder_uid: str
    page_label: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A coding of an earlier text of a document whose words the present text does not have."""

    uid: str
    code_uid: str
    coder_uid: str
    page_label: str
    quote: str


def take_over(session: Session, new: Recognition) -> Changes:
    """Make a text that was read anew the current one and let the codings go along.

    The old text and its codings stay in the file; those whose words are found get a twin on the
    new text. Done twice it makes the very same rows.

    Raises:
        UnknownRecord: The document is not in this project.
    """
    document = session.get(Document, new.document_uid)
    if document is None:
        raise UnknownRecord("This document was removed from the project. Choose another.")
    if session.get(Revision, new.revision_uid) is None:
        journal.add_many(session, "revision.ocr", [new.revision, *new.sections])
        pages = new.revision.children["page"]
        starts = [(page["number"], page["start_char"]) for page in pages]
        said = search_index.reading_pages(new.text, starts, new.extracted.regions)
        search_index.index(session, new.revision_uid, said)
    _make_current(session, new.document_uid, new.revision_uid)
    session.flush()
    made, before = _move(session, new.before_uid, new.revision_uid)
    return (
        Changes.of(Kind.DOCUMENT, changed=[new.document_uid])
        | Changes.of(Kind.REVISION, added=[new.revision_uid])
        | Changes.of(Kind.CODING, added=made, removed=before)
    )


def read_scans(
    project: Project, document_uids: Sequence[str], progress: Progress
) -> dict[str, int]:
    """Read the scanned pages of documents that were just added.

    Returns:
        How many pages were read, by document; none where the pages hold no words.

    Raises:
        NotInstalled: There is no Tesseract.
        Cancelled: The user stopped; documents that were read before stay so.
    """
    found = {}
    for uid in document_uids:
        try:
            read = recognition.recognise(project, uid, progress)
        except UnreadableDocument:
            found[uid] = 0
            continue
        project.write(take_over, read)
        found[uid] = len(read.read)
    return found


def bring_along(session: Session) -> Changes:
    """Give codings of earlier texts that came in from elsewhere their twins on the present ones.

    A twin that somebody deleted stays deleted; `left_behind` lists the codings without one.
    """
    earlier = session.execute(
        select(Revision.uid, Document.current_revision_uid)
        .join(Document, Document.uid == Revision.document_uid)
        .where(Revision.uid != Document.current_revision_uid)
        .order_by(Revision.uid)
    ).all()
    deleted = frozenset(session.scalars(select(Tombstone.row_uid))) if earlier else frozenset()
    made: list[str] = []
    for before_uid, now_uid in earlier:
        assert now_uid is not None  # noqa: S101  compared with above
        made += _move(session, before_uid, now_uid, deleted)[0]
    if not made:
        return Changes()
    notes = session.scalars(select(Memo.uid).where(Memo.target_uid.in_(made))).all()
    return Changes.of(Kind.CODING, added=made) | Changes.of(Kind.MEMO, added=notes)


def take_back(session: Session, new: Recognition) -> Changes:
    """Make the earlier text the current one again and take the twins of its codings away."""
    _make_current(session, new.document_uid, new.before_uid)
    twins = list(session.scalars(select(Coding.uid).where(_is_twin(new))))
    for uid in twins:
        memos.remove_from(session, Kind.CODING, uid)
        journal.remove(session, "coding.move_back", Kind.CODING, uid)
    before = session.scalars(select(Coding.uid).where(Coding.revision_uid == new.before_uid))
    return (
        Changes.of(Kind.DOCUMENT, changed=[new.document_uid])
        | Changes.of(Kind.REVISION, changed=[new.before_uid])
        | Changes.of(Kind.CODING, added=list(before), removed=twins)
    )


def left_behind(session: Session, document_uid: str | None = None) -> list[LeftBehind]:
    """Return the codings of earlier texts that have no twin on a later one.

    Args:
        session: Where to read.
        document_uid: Only of this document; without it of all.
    """
    twin = aliased(Coding)
    rows = session.execute(
        _with_pages(document_uid)
        .where(
            Revision.uid != Document.current_revision_uid,
            ~exists().where(twin.moved_from_uid == Coding.uid),
        )
        .order_by(Revision.number, Coding.start_char)
    )
    return [
        LeftBehind(one.uid, one.code_uid, one.coder_uid, label or str(number), one.quote)
        for one, label, number in rows
    ]


def doubtful(session: Session, document_uid: str | None = None) -> list[Doubtful]:
    """Return the codings that went along to a place that may be another, for somebody to look.

    One that was changed on the present text was looked at.

    Args:
        session: Where to read.
        document_uid: Only of this document; without it of all.
    """
    before = aliased(Coding)
    rows = session.execute(
        _with_pages(document_uid)
        .add_columns(before)
        .join(before, before.uid == Coding.moved_from_uid)
        .where(
            Revision.uid == Document.current_revision_uid,
            Coding.kind == "text",
            Coding.changed_at <= before.changed_at,
        )
        .order_by(Coding.revision_uid, Coding.start_char)
    )
    return [
        Doubtful(one.uid, one.code_uid, one.coder_uid, label or str(number), old.quote, one.quote)
        for one, label, number, old in rows
        if not is_the_same(_passage(old), _passage(one))
    ]


def _with_pages(document_uid: str | None) -> Any:
    """Select codings with label and number of the page each begins on."""
    begins_on = (
        (Page.revision_uid == Coding.revision_uid)
        & (Page.start_char <= Coding.start_char)
        & (Page.start_char + Page.n_chars > Coding.start_char)
    )
    return (
        select(Coding, Page.label, Page.number)
        .join(Revision, Revision.uid == Coding.revision_uid)
        .join(Document, Document.uid == Revision.document_uid)
        .join(Page, begins_on)
        .where(*([Document.uid == document_uid] if document_uid is not None else []))
    )


def _passage(coding: Coding) -> Passage:
    return Passage(coding.quote, coding.prefix, coding.suffix)


def _is_twin(new: Recognition) -> Any:
    return (Coding.revision_uid == new.revision_uid) & Coding.moved_from_uid.is_not(None)


def _make_current(session: Session, document_uid: str, revision_uid: str) -> None:
    columns = {"current_revision_uid": revision_uid}
    journal.change(session, "document.reread", Kind.DOCUMENT, document_uid, columns)


def _move(
    session: Session, before_uid: str, now_uid: str, out: frozenset[str] = frozenset()
) -> tuple[list[str], list[str]]:
    """Give codings their twins, but none of `out`; returns the twins and all old ones by uid."""
    uids = list(session.scalars(select(Coding.uid).where(Coding.revision_uid == before_uid)))
    there = set(session.scalars(select(Coding.uid).where(Coding.revision_uid == now_uid)))
    before = aggregates.read(session.connection(), Kind.CODING, uids)
    finder = _Finder(session, before_uid, now_uid)
    pairs = [(old, twin) for old in before.values() if (twin := _twin(old, finder)) is not None]
    fresh = [(old, twin) for old, twin in pairs if twin.columns["uid"] not in there | out]
    journal.add_many(session, "coding.move", [twin for _, twin in fresh])
    journal.add_many(session, "memo.move", list(_memos(session, fresh)))
    return [str(twin.columns["uid"]) for _, twin in fresh], uids


def _twin(old: Stored, finder: _Finder) -> NewRow | None:
    """Return the same coding on the new text; None where its words are not there."""
    uid = journal.derived_uid(old.uid, finder.now_uid)
    columns = {
        **{name: value for name, value in old.root.items() if name not in ("stamp", "batch_uid")},
        "uid": uid,
        "revision_uid": finder.now_uid,
        "origin": "moved",
        "moved_from_uid": old.uid,
    }
    children: dict[str, Sequence[Mapping[str, Any]]] = {
        name: [{**row, "coding_uid": uid} for row in old.children[name]] for name in _CHILDREN
    }
    if old.root["kind"] == "text":
        anchor = finder.place(old)
        if anchor is None:
            return None
        passage, holes = finder.now.passage(anchor), finder.now.holes(anchor)
        columns |= {
            "start_char": anchor.start,
            "end_char": anchor.end,
            "quote": passage.quote,
            "prefix": passage.prefix,
            "suffix": passage.suffix,
            "n_words": texts.count_words(passage.quote, anchor.start, holes),
        }
        children["coding_hole"] = [
            {"coding_uid": uid, "ordinal": i, "start_char": hole.start, "end_char": hole.end}
            for i, hole in enumerate(holes, start=1)
        ]
    return NewRow(Kind.CODING, columns, children)


class _Finder:
    """Finds the words of a coding in the new text, nearest to where its page has gone."""

    def __init__(self, session: Session, before_uid: str, now_uid: str) -> None:
        self.now_uid = now_uid
        self.now = texts.WholeText.of(session, now_uid)
        self._text = Reanchoring(self.now.text)
        self._before = _starts(session, before_uid)
        self._after = _starts(session, now_uid)

    def place(self, old: Stored) -> TextAnchor | None:
        """Return where the words of a coding stand, or what now stands in their place."""
        start = int(old.root["start_char"])
        page = bisect_right(self._before, start) - 1
        said = Passage(*(str(old.root[name]) for name in ("quote", "prefix", "suffix")))
        return self._text.place(said, start - self._before[page] + self._after[page])


def _starts(session: Session, revision_uid: str) -> list[int]:
    query = select(Page.start_char).where(Page.revision_uid == revision_uid).order_by(Page.number)
    return list(session.scalars(query))


def _memos(session: Session, pairs: Sequence[tuple[Stored, NewRow]]) -> Iterator[NewRow]:
    """Yield the notes of codings for their twins."""
    for old, twin in pairs:
        for memo in memos.kept(session, Kind.CODING, old.uid):
            target = str(twin.columns["uid"])
            uid = journal.derived_uid(memo.uid, target)
            columns = {k: v for k, v in memo.root.items() if k not in ("stamp", "batch_uid")}
            yield NewRow(Kind.MEMO, {**columns, "uid": uid, "target_uid": target}, {})
