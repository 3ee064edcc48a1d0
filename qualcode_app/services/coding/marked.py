"""Acts on many codings at once, each in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import DuplicateCoding, UnknownRecord
from qualcode_app.domain.facets import Values
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings, facets, statements
from qualcode_app.services.coding.codings import Kept
from qualcode_app.services.store import journal

_NAMED_MAX = 1_000  # of more than that panels are told only that much has changed


@dataclass(frozen=True, slots=True)
class Spread:
    """How many codings an act is about, in how many documents."""

    n_codings: int
    n_documents: int


def spread(session: Session, uids: Sequence[str]) -> Spread:
    """Return how far codings are spread; those of earlier texts do not count."""
    n_codings, documents = 0, set()
    for some in statements.batches(uids):
        query = (
            select(Document.uid, func.count())
            .join(Coding, Coding.revision_uid == Document.current_revision_uid)
            .where(Coding.uid.in_(some))
            .group_by(Document.uid)
        )
        for document_uid, n in session.execute(query):
            documents.add(document_uid)
            n_codings += n
    return Spread(n_codings, len(documents))


def codes_and_values(session: Session, uids: Sequence[str]) -> dict[str, tuple[str, Values]]:
    """Return code and facet values of codings, as an undo gives them back."""
    found: dict[str, tuple[str, Values]] = {}
    for some in statements.batches(uids):
        values = facets.values_of(session, some)
        for uid, code_uid in facets.codes_of(session, some).items():
            found[uid] = (code_uid, values.get(uid, ()))
    return found


def recodable(session: Session, uids: Sequence[str], code_uid: str) -> list[str]:
    """Return which of the codings can get a code: not those whose place has it already."""
    place = (
        Coding.coder_uid,
        Coding.round_uid,
        Coding.revision_uid,
        Coding.start_char,
        Coding.end_char,
    )
    there = select(*place).where(Coding.code_uid == code_uid, Coding.kind == "text")
    taken = {tuple(row) for row in session.execute(there)}
    fits = []
    for some in statements.batches(uids):
        query = select(Coding.uid, Coding.code_uid, Coding.kind, *place).where(Coding.uid.in_(some))
        for uid, now, kind, *where in session.execute(query):
            if now == code_uid or (kind == "text" and tuple(where) in taken):
                continue
            if kind == "text":
                taken.add(tuple(where))  # two codes of one place do not both become this one
            fits.append(uid)
    return fits


def recode(session: Session, wanted: Mapping[str, tuple[str, Values | None]]) -> Changes:
    """Give codings their code, and their facet values where these are known already.

    Raises:
        UnknownRecord: A coding or code is not in this project.
        DuplicateCoding: A place has that code already.
    """
    codes = {code_uid for code_uid, _ in wanted.values()}
    digests = codebook.digests(session, codes)
    if codes - digests.keys():
        raise UnknownRecord("This code is not in the codebook any more. Choose another.")
    for code_uid in codes:
        _refuse_second(
            session, code_uid, [uid for uid, (to, _) in wanted.items() if to == code_uid]
        )
    kept = facets.kept_many(
        session, {uid: code_uid for uid, (code_uid, values) in wanted.items() if values is None}
    )
    rows = {}
    for uid, (code_uid, values) in wanted.items():
        said = facets.value_rows(uid, kept[uid] if values is None else values)
        columns = {"code_uid": code_uid, "code_digest": digests[code_uid]}
        rows[uid] = columns, {"coding_value": said}
    changed = journal.change_many(session, "coding.recode", Kind.CODING, rows)
    return _told(Changes.of(Kind.CODING, changed=changed), len(wanted))


def _refuse_second(session: Session, code_uid: str, uids: Sequence[str]) -> None:
    """Refuse to give a code to two codings of one place."""
    fits = set(recodable(session, uids, code_uid))
    if any(
        now != code_uid for uid, now in facets.codes_of(session, uids).items() if uid not in fits
    ):
        raise DuplicateCoding("One of these places has that code already. Choose another code.")


def remove(session: Session, uids: Collection[str]) -> Changes:
    """Take codings and their notes away, leaving tombstones.

    Raises:
        UnknownRecord: One is not in this project.
    """
    changes = Changes()
    for uid in uids:
        changes |= codings.remove(session, uid)
    return _told(changes, len(uids))


def keep(session: Session, uids: Sequence[str]) -> tuple[Kept, ...]:
    """Return codings with all that hangs on them, so that they can be put back.

    Raises:
        UnknownRecord: One is not in this project.
    """
    return tuple(codings.keep(session, uid) for uid in uids)


def put_back(session: Session, kept: Collection[Kept]) -> Changes:
    """Bring removed codings back under their own uids.

    Raises:
        RefusedChange: One is there already.
    """
    changes = Changes()
    for one in kept:
        changes |= codings.put_back(session, one)
    return _told(changes, len(kept))


def _told(changes: Changes, n: int) -> Changes:
    return changes if n <= _NAMED_MAX else Changes.everything()
