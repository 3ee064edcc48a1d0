"""Codebooks of other people and programs: what would arrive, and taking it in as one batch."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.codebook_arrival import ArrivedCodebook
from qualcode_app.domain.codebook_file import CodebookFile
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.codebooks import (
    Code,
    Codebook,
    CodebookVersion,
    Facet,
)
from qualcode_app.models.codings import Coding
from qualcode_app.models.history import BatchRow
from qualcode_app.models.registers import Judgement, Proposition, PropositionGroup, Register, Scale
from qualcode_app.services.codebook import codebook
from qualcode_app.services.merging import batches
from qualcode_app.services.merging.batches import OpenBatch


@dataclass(frozen=True, slots=True)
class BookRow:
    """A codebook of the project."""

    uid: str
    key: str
    title_nl: str
    title_en: str
    n_codes: int


@dataclass(frozen=True, slots=True)
class Clash:
    """A code that arrives and one that is here, with the same key or the same name."""

    key: str
    label_nl: str
    label_en: str
    here_key: str
    here_label_nl: str
    here_label_en: str
    same_key: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking a codebook in would do."""

    arrived: ArrivedCodebook
    is_known: bool  # the project has this very codebook: it is not taken in again
    clashes: tuple[Clash, ...]


def books(session: Session) -> list[BookRow]:
    """Return the codebooks of the project, the largest first."""
    n_codes = func.count(Code.uid)
    query = (
        select(Codebook.uid, Codebook.key, Codebook.title_nl, Codebook.title_en, n_codes)
        .outerjoin(Code, Code.codebook_uid == Codebook.uid)
        .group_by(Codebook.uid)
        .order_by(n_codes.desc(), Codebook.key)
    )
    return [BookRow(*row) for row in session.execute(query)]


def book_keyed(session: Session, key: str | None = None) -> BookRow:
    """Return the codebook with this key, or the largest one.

    Raises:
        UnknownRecord: There is none.
    """
    for row in books(session):
        if key is None or row.key == key:
            return row
    raise UnknownRecord(
        "This project has no codebook {key}. Choose one it has, or import that one first.",
        key=key or "",
    )


def plan(session: Session, arrived: ArrivedCodebook) -> Plan:
    """Return what arrives and which codes are here already by key or name."""
    here = codebook.rows(session)
    keys = {row.key.casefold(): row for row in here}
    labels = {label.casefold(): row for row in here for label in (row.label_nl, row.label_en)}
    clashes = []
    for code in arrived.book.codes:
        same_key = keys.get(code.key.casefold())
        row = same_key or labels.get(code.label_nl.casefold())
        row = row or labels.get(code.label_en.casefold())
        if row is not None:
            own = (code.key, code.label_nl, code.label_en)
            other = (row.key, row.label_nl, row.label_en)
            clashes.append(Clash(*own, *other, same_key=same_key is not None))
    known = session.scalar(select(Codebook.uid).where(Codebook.key == arrived.book.key))
    has_codes = known is not None and any(
        session.scalars(select(Code.uid).where(Code.codebook_uid == known).limit(1))
    )
    return Plan(arrived, has_codes, tuple(clashes))


def take_in(session: Session, arrived: ArrivedCodebook, batch_uid: str) -> Changes:
    """Take a codebook in beside the ones that are here, as one batch that can be withdrawn.

    Raises:
        RefusedChange: The project has this codebook already.
    """
    batch = batches.open_own(session, batch_uid, "import", arrived.book.title_nl)
    changes = load_into(session, arrived.book, batch)
    batch.flush()
    return changes


def load_into(session: Session, book: CodebookFile, batch: OpenBatch) -> Changes:
    """Take a codebook in as part of an open batch.

    Raises:
        RefusedChange: The project has this codebook already.
    """
    before = {kind: set(uids) for kind, uids in _uids(session, book.key)}
    changes = codebook.load(session, book)
    session.flush()
    for kind, uids in _uids(session, book.key):
        new = [uid for uid in uids if uid not in before.get(kind, set())]
        for stored in aggregates.read(session.connection(), kind, new).values():
            batch.added(stored)
    return changes


def withdraw(session: Session, batch_uid: str) -> Changes:
    """Take a codebook out again.

    Raises:
        RefusedChange: Its codes or propositions are in use.
    """
    in_batch = select(BatchRow.row_uid).where(BatchRow.batch_uid == batch_uid)
    coded = select(Coding.uid).where(Coding.code_uid.in_(in_batch)).limit(1)
    judged = select(Judgement.uid).where(
        Judgement.proposition_uid.in_(in_batch) | Judgement.code_uid.in_(in_batch)
    )
    if session.scalar(coded) is not None or session.scalar(judged.limit(1)) is not None:
        raise RefusedChange(
            "Codes of this codebook are in use. Remove their codings and verdicts first."
        )
    return batches.withdraw(session, batch_uid)


def _uids(session: Session, key: str) -> list[tuple[Kind, list[str]]]:
    """Return the rows of a codebook, those that others refer to last."""
    book = select(Codebook.uid).where(Codebook.key == key)
    registers = select(Register.uid).where(Register.codebook_uid.in_(book))
    queries = [
        (Kind.PROPOSITION_GROUP, select(PropositionGroup.uid), PropositionGroup.register_uid),
        (Kind.PROPOSITION, select(Proposition.uid), Proposition.register_uid),
    ]
    found = [
        (kind, list(session.scalars(query.where(column.in_(registers)))))
        for kind, query, column in queries
    ]
    for kind, model in (
        (Kind.REGISTER, Register),
        (Kind.SCALE, Scale),
        (Kind.FACET, Facet),
        (Kind.CODEBOOK_VERSION, CodebookVersion),
        (Kind.CODE, Code),
    ):
        query = select(model.uid).where(model.codebook_uid.in_(book))
        found.append((kind, list(session.scalars(query))))
    return [*found, (Kind.CODEBOOK, list(session.scalars(book)))]
