"""Cases and documents that do not count, where a sentence or a coding rests on them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain import case_names
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document, Revision
from qualcode_app.services.cases import attribute_edits, case_rows, ledger
from qualcode_app.services.cases.case_rows import AttributeRow, CaseRow
from qualcode_app.services.cases.corpus import Corpus, CorpusDocument

NO_DOCUMENT = "no_document"  # key of the attribute that tells why a case has no document
TITLE = "Reden zonder document"  # as kept; the window has its own words for it


@dataclass(frozen=True, slots=True)
class Outside:
    """A case of which no document counts, and why, as far as that is known."""

    case: CaseRow
    documents: tuple[CorpusDocument, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Stray:
    """A document that does not count and yet has codings."""

    document_uid: str
    title: str
    n_codings: int


def mentioned(register: Corpus, text: str) -> tuple[Outside, ...]:
    """Return the cases a text names that do not count, in the order of the text."""
    left_out = {case.uid: case for case in register.without_document}
    known = {case_names.key(name): case.uid for case in register.cases for name in case.names}
    return tuple(
        _outside(register, left_out[uid])
        for uid in case_names.named_in(text, known)
        if uid in left_out
    )


def everything(register: Corpus) -> tuple[Outside, ...]:
    """Return all cases of which no document counts."""
    return tuple(_outside(register, case) for case in register.without_document)


def stray(session: Session) -> tuple[Stray, ...]:
    """Return the documents that do not count and yet have codings."""
    n_codings = func.count(Coding.uid)
    found = session.execute(
        select(Document.uid, Document.title, n_codings)
        .join(Revision, Revision.uid == Document.current_revision_uid)
        .join(Coding, Coding.revision_uid == Revision.uid)
        .where(Document.corpus != "in")
        .group_by(Document.uid, Document.title)
        .order_by(Document.title)
    )
    return tuple(Stray(*row) for row in found)


def reason_row(session: Session) -> AttributeRow:
    """Return the attribute that tells why a case has no document; one to be written if new."""
    for row in case_rows.attributes(session):
        if row.key == NO_DOCUMENT:
            return row
    return attribute_edits.new_attribute(session, TITLE, "text", "case", key=NO_DOCUMENT)


def set_reason(session: Session, case_uid: str, text: str) -> Changes:
    """Say why a case has no document; nothing typed takes the reason away.

    Raises:
        UnknownRecord: The case is not in this project.
    """
    ledger.known(session, Kind.STUDY_CASE, case_uid)
    row = reason_row(session)
    changes = ledger.put(session, "case.reason", [attribute_edits.attribute_row(row)])
    return changes | attribute_edits.set_values(session, row, case_uid, text)


def reason(register: Corpus, case_uid: str) -> str:
    """Return why a case has no document, as far as that was said."""
    keys = {row.uid for row in register.attributes if row.key == NO_DOCUMENT}
    said = (
        str(row.value) for row in register.values_of.get(case_uid, ()) if row.attribute_uid in keys
    )
    return next(said, "")


def _outside(register: Corpus, case: CaseRow) -> Outside:
    documents = register.of_case(case.uid)
    said = [reason(register, case.uid), *(document.out_reason for document in documents)]
    return Outside(case, documents, "; ".join(dict.fromkeys(filter(None, said))))
