"""Whose work is it: codings given to another coder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models import aggregates
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Revision
from qualcode_app.services.memos import memos
from qualcode_app.services.provenance import owned_rows

_SHOWN = 60  # characters of a quote in a refusal


def reassign(session: Session, owners: Mapping[str, str]) -> Changes:
    """Give codings, with the notes on them, to other coders.

    Args:
        session: Where to write.
        owners: The coder by uid of the coding.

    Raises:
        UnknownRecord: A coder is not in this project.
        RefusedChange: A coder has put the same code on the same place already.
    """
    by_coder: dict[str, list[str]] = defaultdict(list)
    for uid, coder_uid in owners.items():
        by_coder[coder_uid].append(uid)
    changes = Changes()
    for coder_uid, uids in by_coder.items():
        owned_rows.known(session, coder_uid)
        taken = owned_rows.held(session, Kind.CODING, coder_uid)
        for stored in aggregates.read(session.connection(), Kind.CODING, uids).values():
            for key in owned_rows.keys(stored, coder_uid):
                if key in taken and taken[key].uid != stored.uid:
                    raise RefusedChange(
                        "That coder has put the same code on “{quote}” already. Remove one of the "
                        "two first.",
                        quote=stored.root["quote"][:_SHOWN],
                    )
        notes = [memo.uid for uid in uids for memo in memos.kept(session, Kind.CODING, uid)]
        rows = {Kind.CODING: uids, Kind.MEMO: notes}
        changes |= owned_rows.give(session, "coding.reassign", rows, coder_uid)
    return changes


def owners_of(session: Session, coding_uids: Collection[str]) -> dict[str, str]:
    """Return whose each coding is now."""
    found = aggregates.read(session.connection(), Kind.CODING, coding_uids)
    return {uid: stored.root["coder_uid"] for uid, stored in found.items()}


def codings_of(session: Session, coder_uid: str, document_uid: str | None = None) -> list[str]:
    """Return the codings of a coder, of one document or of all."""
    query = select(Coding.uid).where(Coding.coder_uid == coder_uid)
    if document_uid is not None:
        revisions = select(Revision.uid).where(Revision.document_uid == document_uid)
        query = query.where(Coding.revision_uid.in_(revisions))
    return list(session.scalars(query.order_by(Coding.uid)))
