"""Training: a random order, a sample to recode, and model answers shown after coding."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models import aggregates
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document, Revision
from qualcode_app.models.people import ReadingStatus, Round
from qualcode_app.models.project import Setting
from qualcode_app.services.coding import reading
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.store import journal

MODEL = "model_answers"  # key of the setting: answers that are not shown yet, by document


def shuffled(document_uids: Sequence[str], seed: int) -> tuple[str, ...]:
    """Return documents in a random order that the same seed gives again."""
    chance = random.Random(seed)  # noqa: S311  an order, not a secret
    return tuple(chance.sample(sorted(document_uids), len(document_uids)))


def sample(
    document_uids: Sequence[str], coded: Collection[str], share: float, seed: int
) -> tuple[str, ...]:
    """Return a random share of the documents that a coder coded, at least one, in the order given.

    With the same seed coders who coded the same documents get the same sample.
    """
    order = [uid for uid in shuffled(document_uids, seed) if uid in coded]
    n = min(len(order), max(1, round(share * len(order))))
    chosen = set(order[:n])
    return tuple(uid for uid in document_uids if uid in chosen)


def coded_by(session: Session, coder_uid: str) -> set[str]:
    """Return the documents that a coder coded or read in an independent round."""
    independent = select(Round.uid).where(Round.kind == "independent")
    with_codings = (
        select(Revision.document_uid)
        .join(Coding, Coding.revision_uid == Revision.uid)
        .where(Coding.coder_uid == coder_uid, Coding.round_uid.in_(independent))
    )
    begun = select(ReadingStatus.document_uid).where(
        ReadingStatus.coder_uid == coder_uid,
        ReadingStatus.round_uid.in_(independent),
        ReadingStatus.state != "not_started",
    )
    return {*session.scalars(with_codings.distinct()), *session.scalars(begun.distinct())}


def answers(source: Connection, coder_uid: str, document_uids: Sequence[str]) -> str:
    """Return a coder's codings of these documents as text, to be kept unseen."""
    rows = source.execute(
        select(Coding.uid, Revision.document_uid)
        .join(Revision, Revision.uid == Coding.revision_uid)
        .join(Document, Document.current_revision_uid == Revision.uid)
        .where(Coding.coder_uid == coder_uid, Document.uid.in_(document_uids))
        .order_by(Coding.start_char, Coding.uid)
    ).all()
    stored = aggregates.read(source, Kind.CODING, [row.uid for row in rows])
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.document_uid].append(aggregates.to_json(stored[row.uid]))
    return json.dumps(found, ensure_ascii=False)


def waiting(session: Session, document_uid: str) -> int:
    """Return how many model answers of a document are not shown yet."""
    return len(_kept(session).get(document_uid, ()))


def is_ready(session: Session, at: Reading) -> bool:
    """Tell whether a coder has read a document for all themes, and answers wait."""
    if not waiting(session, at.document_uid):
        return False
    return all(state == "done" for state in reading.states(session, at).values())


def reveal(session: Session, at: Reading) -> Changes:
    """Show the model answers of a document that the coder has coded.

    Raises:
        RefusedChange: There are none, or the coder has not read it for all themes.
    """
    if not waiting(session, at.document_uid):
        raise RefusedChange(
            "There are no model answers for this document. Choose another, or ask the lead for "
            "them."
        )
    if not is_ready(session, at):
        raise RefusedChange(
            "The model answers are shown after your own work. Mark the document as read first."
        )
    kept = _kept(session)
    stored = [aggregates.from_json(Kind.CODING, said) for said in kept.pop(at.document_uid)]
    setting = session.get_one(Setting, MODEL)
    setting.value = json.dumps(kept, ensure_ascii=False)
    session.flush()
    aggregates.write(session.connection(), stored)
    journal.note_texts(session, stored)
    journal.note(session, "training.reveal", Kind.CODING, [one.digest() for one in stored])
    return Changes.of(Kind.CODING, added=[one.uid for one in stored])


def _kept(session: Session) -> dict[str, list[Any]]:
    found = session.get(Setting, MODEL)
    return json.loads(found.value) if found is not None else {}
