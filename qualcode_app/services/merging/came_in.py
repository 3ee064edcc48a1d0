"""Which codings came in together, in the order in which they are read."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document, Revision
from qualcode_app.models.history import BatchRow


def codings(session: Session, batch_uid: str) -> list[str]:
    """Return the codings that a batch added, by document and place; those that went since are not.

    Args:
        session: Where to read.
        batch_uid: The batch.
    """
    query = (
        select(Coding.uid)
        .join(BatchRow, BatchRow.row_uid == Coding.uid)
        .join(Revision, Revision.uid == Coding.revision_uid)
        .join(Document, Document.uid == Revision.document_uid)
        .where(
            BatchRow.batch_uid == batch_uid,
            BatchRow.kind == Kind.CODING.value,
            BatchRow.effect == "added",
        )
        .order_by(Document.title, Coding.start_char, Coding.end_char)
    )
    return list(session.scalars(query))
