"""A document taken out of the project with everything coded on any of its texts."""

from __future__ import annotations

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, aliased

from qualcode_app.domain.changes import Changes
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Revision
from qualcode_app.services.coding import codings
from qualcode_app.services.documents import documents


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


def remove(session: Session, document_uid: str) -> Changes:
    """Take a document out of the project with its texts, its bytes and all its codings.

    Raises:
        UnknownRecord: The document is not in this project.
        RefusedChange: A verdict rests on a coding of it, or it has memos of its own.
    """
    uids = session.scalars(
        select(Coding.uid)
        .join(Revision, Revision.uid == Coding.revision_uid)
        .where(Revision.document_uid == document_uid)
        .order_by(Revision.number.desc())  # a twin goes before what it was made from
    ).all()
    changes = Changes()
    for uid in uids:
        changes |= codings.remove(session, uid)
    return changes | documents.remove(session, document_uid)
