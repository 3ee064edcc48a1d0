"""A document taken out of the project with everything that hangs on it, and put back as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models import aggregates, raw, references
from qualcode_app.models.aggregates import ALL, Stored
from qualcode_app.models.base import uid_text
from qualcode_app.models.cases import AttributeValue
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document, DocumentFile, Revision
from qualcode_app.models.registers import Judgement
from qualcode_app.services.memos import memos
from qualcode_app.services.store import journal
from qualcode_app.services.texts import search_index, texts

_NAMED_MAX = 1_000  # of more rows than that panels are told only that much has changed


@dataclass(frozen=True, slots=True)
class _Digested(Stored):
    """A row whose digest was made when it was read; going and coming do not change what it says."""

    made: str

    @classmethod
    def of(cls, one: Stored) -> _Digested:
        return cls(one.kind, one.root, one.children, one.digest())

    def digest(self) -> str:
        """Return the digest of the content."""
        return self.made


@dataclass(frozen=True, slots=True)
class Kept:
    """A removed document with all that went with it: rows by kind, and the bytes of its files."""

    title: str
    rows: Mapping[Kind, tuple[Stored, ...]]
    files: tuple[Mapping[str, Any], ...]


def n_codings(session: Session, document_uid: str) -> int:
    """Return how many codings go with a document.

    Those on earlier texts count where they have no twin on a later one.
    """
    twin = aliased(Coding)
    query = (
        select(func.count())
        .select_from(Coding)
        .join(Revision, Revision.uid == Coding.revision_uid)
        .where(
            Revision.document_uid == document_uid,
            ~exists().where(twin.moved_from_uid == Coding.uid),
        )
    )
    return int(session.scalar(query) or 0)


def is_worked_on(session: Session, document_uid: str) -> bool:
    """Tell whether codings, memos or verdicts go with a document."""
    verdict = select(Judgement.uid).where(Judgement.document_uid == document_uid).limit(1)
    revisions = session.scalars(select(Revision.uid).where(Revision.document_uid == document_uid))
    return bool(
        n_codings(session, document_uid)
        or memos.count_on_document(session, document_uid, revisions.all())
        or session.scalar(verdict)
    )


def remove(
    session: Session, document_uid: str, put_aside: Callable[[Kept], None] | None = None
) -> Changes:
    """Take a document out of the project with its texts, its bytes and all that hangs on it.

    Args:
        session: Where to write.
        document_uid: The document.
        put_aside: Gets what goes, so that it can be put back.

    Raises:
        UnknownRecord: The document is not in this project.
        RefusedChange: A finding, or a verdict on another document, rests on a coding of it.
    """
    document = session.get(Document, document_uid)
    if document is None:
        raise UnknownRecord("This document was removed from the project. Choose another.")
    rows = _hanging_on(session, document_uid)
    _refuse_shared(rows, document)
    sources = {one.root["file_sha256"] for one in rows[Kind.REVISION]}
    files = session.execute(
        select(DocumentFile.__table__).where(DocumentFile.sha256.in_(sources))
    ).mappings()
    kept = Kept(document.title, rows, tuple(dict(file) for file in files))
    _look_at_the_end(session)
    for going in rows.values():
        journal.remove_many(session, "document.remove", going)
    for revision in rows[Kind.REVISION]:
        search_index.forget(session, revision.uid)
    texts.drop_files(session)
    if put_aside is not None:
        put_aside(kept)
    changes = Changes()
    for kind, going in rows.items():
        changes |= Changes.of(kind, removed=[one.uid for one in going])
    return _told(changes, rows)


def put_back(session: Session, kept: Kept) -> Changes:
    """Bring a removed document back with all that went with it, each row under its own uid.

    Raises:
        RefusedChange: It is there already, or something it needs was removed since.
    """
    (document,) = kept.rows[Kind.DOCUMENT]
    if session.get(Document, document.uid) is not None:
        raise RefusedChange(
            "{title} came into this project again, so it cannot be put back. Use the document that "
            "is there.",
            title=kept.title,
        )
    _look_at_the_end(session)
    changes = Changes()
    try:
        for kind, rows in kept.rows.items():
            journal.put_back_many(session, "document.put_back", rows)
            changes |= Changes.of(kind, added=[one.uid for one in rows])
    except IntegrityError as error:
        raise _in_the_way(kept) from error
    if _lacks_something(session, kept):
        raise _in_the_way(kept)
    for file in kept.files:
        session.execute(insert(DocumentFile).prefix_with("OR IGNORE"), file)
    for revision in kept.rows[Kind.REVISION]:
        search_index.index_revision(session, revision.uid)
    return _told(changes, kept.rows)


def _hanging_on(session: Session, document_uid: str) -> dict[Kind, tuple[Stored, ...]]:
    """Return a document with every row that cannot be without it, directly or through others."""
    connection = session.connection()
    owned = select(AttributeValue.uid).where(AttributeValue.owner_uid == document_uid)
    fresh: dict[Kind, set[bytes]] = {Kind.DOCUMENT: {raw.uid_bytes(document_uid)}}
    if valued := session.scalars(owned).all():
        fresh[Kind.ATTRIBUTE_VALUE] = set(map(raw.uid_bytes, valued))
    found: dict[Kind, set[bytes]] = {}
    while fresh:
        for kind, uids in fresh.items():
            found.setdefault(kind, set()).update(uids)
        grown: dict[Kind, set[bytes]] = {}
        for kind, owner, _, _ in references.pairs(connection, fresh):
            if owner not in found.get(kind, ()):
                grown.setdefault(kind, set()).add(owner)
        fresh = grown
    rows: dict[Kind, tuple[Stored, ...]] = {}
    for kind in (aggregate.kind for aggregate in ALL if aggregate.kind in found):
        going = map(uid_text, sorted(found[kind]))
        read = aggregates.read(connection, kind, going, whole=True)
        rows[kind] = tuple(map(_Digested.of, read.values()))
    return rows


def _refuse_shared(rows: Mapping[Kind, tuple[Stored, ...]], document: Document) -> None:
    """Refuse where something that is not about this document would go with it."""
    for claim in rows.get(Kind.CLAIM, ()):
        raise RefusedChange(
            "A passage of {title} is picked for the finding “{finding}”. Take it out there first.",
            title=document.title,
            finding=str(claim.root["sentence"]),
        )
    if any(one.root["document_uid"] != document.uid for one in rows.get(Kind.JUDGEMENT, ())):
        raise RefusedChange(
            "A passage of {title} is evidence for a verdict on another document. Untick it there "
            "first.",
            title=document.title,
        )


def _look_at_the_end(session: Session) -> None:
    """Let rows that name one another go and come in any order: looked at when all is done."""
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def _lacks_something(session: Session, kept: Kept) -> bool:
    """Tell whether a row that came back names one that is gone."""
    for one in references.references():
        if one.target is None:
            continue
        named: set[Any] = set()
        for row in kept.rows.get(one.kind, ()):
            told = (row.root,) if one.owner == "uid" else row.children[one.table]
            named.update(said[one.column] for said in told)
        named.discard(None)
        if named - aggregates.stamps(session.connection(), one.target, named).keys():
            return True
    return False


def _in_the_way(kept: Kept) -> RefusedChange:
    return RefusedChange(
        "{title} cannot be put back: what was done since stands in its way, or took away what it "
        "needs. Undo that first.",
        title=kept.title,
    )


def _told(changes: Changes, rows: Mapping[Kind, tuple[Stored, ...]]) -> Changes:
    is_much = sum(map(len, rows.values())) > _NAMED_MAX
    return changes | Changes.everything() if is_much else changes
