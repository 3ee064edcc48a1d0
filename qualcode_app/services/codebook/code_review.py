"""Codings whose code has become another since: listed, kept or recoded one by one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.codebooks import Code, CodeRevision, Succession
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document, Revision
from qualcode_app.models.people import Coder
from qualcode_app.services.codebook import code_state, codebook, versions
from qualcode_app.services.store import journal

# What a code means; another colour, key, place or note is no reason to read again.
MEANING = (
    *("label_nl", "label_en", "short_nl", "short_en", "full_nl", "full_en"),
    *("when_to_use", "borderline", "pole_a", "pole_b", "code_boundary"),
)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A coding to look at again; `reason` is merge, split, redefine or retire."""

    coding_uid: str
    document_uid: str
    document_title: str
    coder_name: str
    code_uid: str
    code_key: str
    colour: str
    reason: str
    was_key: str  # the code it was made with
    successors: tuple[str, ...]  # uids of the codes that took its place
    quote: str


@dataclass(frozen=True, slots=True)
class _Why:
    reason: str
    was_key: str
    successors: tuple[str, ...]


def rows(session: Session, *, coder_uid: str | None = None) -> list[ReviewRow]:
    """Return the codings to review, by document and place.

    Args:
        session: Where to read.
        coder_uid: Only those of this coder.
    """
    reasons = _reasons(session)
    if not reasons:
        return []
    query = (
        select(
            Coding.uid,
            Coding.code_digest,
            Document.uid,
            Document.title,
            Coder.name,
            Code.uid,
            Code.key,
            Code.colour,
            Coding.quote,
        )
        .join(Code, Code.uid == Coding.code_uid)
        .join(Coder, Coder.uid == Coding.coder_uid)
        .join(Revision, Revision.uid == Coding.revision_uid)
        .join(Document, Document.uid == Revision.document_uid)
        .where(Code.uid.in_({code for code, _ in reasons}))
        .order_by(Document.position, Document.uid, Coding.start_char, Coding.uid)
    )
    if coder_uid is not None:
        query = query.where(Coding.coder_uid == coder_uid)
    found = []
    for uid, digest, doc_uid, title, coder, code_uid, key, colour, quote in session.execute(query):
        why = reasons.get((code_uid, digest))
        if why is not None:
            told = (why.reason, why.was_key, why.successors, quote or "")
            found.append(ReviewRow(uid, doc_uid, title, coder, code_uid, key, colour, *told))
    return found


def keep(session: Session, coding_uids: list[str]) -> Changes:
    """Say that codings are right with their code as it now is.

    Raises:
        UnknownRecord: A coding is not in this project.
    """
    query = select(Coding.uid, Coding.code_uid).where(Coding.uid.in_(coding_uids))
    codes: dict[str, str] = {row[0]: row[1] for row in session.execute(query)}
    if len(codes) != len(set(coding_uids)):
        raise UnknownRecord("This coding was removed from the project. Choose another.")
    now = codebook.digests(session, set(codes.values()))
    wanted = {uid: {"code_digest": now[code_uid]} for uid, code_uid in codes.items()}
    changed = code_state.change_many(session, "coding.review", Kind.CODING, wanted)
    return Changes.of(Kind.CODING, changed=changed)


def made_with(session: Session, coding_uid: str) -> str:
    """Return the digest of the code revision that a coding names.

    Raises:
        UnknownRecord: The coding is not in this project.
    """
    digest = session.scalar(select(Coding.code_digest).where(Coding.uid == coding_uid))
    if digest is None:
        raise UnknownRecord("This coding was removed from the project. Choose another.")
    return digest


def unkeep(session: Session, coding_uid: str, digest: str) -> Changes:
    """Undo a review: let a coding name the revision it named before."""
    columns = {"code_digest": digest}
    journal.change(session, code_state.UNDO, Kind.CODING, coding_uid, columns)
    return Changes.of(Kind.CODING, changed=[coding_uid])


def _reasons(session: Session) -> dict[tuple[str, str], _Why]:
    """Return why codings of a code that name a digest are to be reviewed."""
    pairs = session.execute(select(Coding.code_uid, Coding.code_digest).distinct()).all()
    stored = aggregates.read(session.connection(), Kind.CODE, {pair.code_uid for pair in pairs})
    present = {uid: one.digest() for uid, one in stored.items()}
    other = [pair for pair in pairs if present[pair.code_uid] != pair.code_digest]
    if not other:
        return {}
    digests = {pair.code_digest for pair in other} | set(present.values())
    made: dict[str, tuple[str, dict[str, Any]]] = {}
    listed = sorted(digests)
    for start in range(0, len(listed), 500):
        query = select(CodeRevision).where(CodeRevision.digest.in_(listed[start : start + 500]))
        for revision in session.scalars(query):
            made[revision.digest] = revision.code_uid, versions.content_of(revision.content)
    successors = _successors(session)
    found: dict[tuple[str, str], _Why] = {}
    for code_uid, digest in other:
        if digest in made and present[code_uid] in made:
            one = stored[code_uid].root
            why = _why(one, made[digest], made[present[code_uid]][1], successors)
            if why is not None:
                found[code_uid, digest] = why
    return found


def _why(
    code: Any,
    made: tuple[str, dict[str, Any]],
    now: dict[str, Any],
    successors: dict[str, tuple[str, tuple[str, ...]]],
) -> _Why | None:
    made_uid, then = made
    was_key = str(then["key"])
    if made_uid != code["uid"]:
        return _Why("merge", was_key, ())
    if code["status"] == "retired":
        kind, into = successors.get(made_uid, ("retire", ()))
        return _Why(kind, was_key, into)
    if any(then.get(name) != now.get(name) for name in MEANING):
        return _Why("redefine", was_key, ())
    return None


def _successors(session: Session) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return, by code, what it became and which codes took its place."""
    into: dict[str, list[str]] = defaultdict(list)
    kinds: dict[str, str] = {}
    for one in session.scalars(select(Succession).order_by(Succession.made_at, Succession.uid)):
        if one.kind != "redefine":
            into[one.from_code_uid].append(one.to_code_uid)
            kinds[one.from_code_uid] = one.kind
    return {uid: (kinds[uid], tuple(listed)) for uid, listed in into.items()}
