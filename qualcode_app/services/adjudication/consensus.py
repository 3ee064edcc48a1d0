"""The voice of the team: a coder and a round of its own, the same in every file of a study."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.models.people import Coder, Round
from qualcode_app.models.project import ProjectInfo
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.store import journal

_LAST = 1000  # number of the round: after every round that a team will ever have


def coder_uid(session: Session) -> str:
    """Return the uid of the consensus in this study."""
    return journal.derived_uid(journal.pen(session).study_uid, "consensus")


def round_uid(session: Session) -> str:
    """Return the uid of the round that outcomes stand in."""
    return journal.derived_uid(journal.pen(session).study_uid, "round consensus")


def reading(session: Session, document_uid: str) -> Reading:
    """Return the consensus at a document."""
    return Reading(coder_uid(session), round_uid(session), document_uid)


def ensure(session: Session) -> Changes:
    """Let the consensus join the project when the first outcome is stored."""
    changes = Changes()
    if session.get(Coder, coder_uid(session)) is None:
        columns = {
            "uid": coder_uid(session),
            "name": "Consensus",
            "initials": "C",
            "colour": "consensus",
            "kind": "consensus",
        }
        journal.add(session, "coder.add", Kind.CODER, columns)
        changes |= Changes.of(Kind.CODER, added=[coder_uid(session)])
    if session.get(Round, round_uid(session)) is None:
        layer = {
            "uid": round_uid(session),
            "number": _LAST,
            "title": "consensus",
            "kind": "consensus",
            "version_uid": None,
            "opened_at": _begin(session),
            "closed_at": None,
        }
        journal.add(session, "round.add", Kind.ROUND, layer)
        changes |= Changes.of(Kind.ROUND, added=[round_uid(session)])
    return changes


def _begin(session: Session) -> datetime:
    """Return a time that every file of the study knows, so that two leads make one round."""
    info = session.get(ProjectInfo, 1)
    return info.created_at if info is not None else datetime(1970, 1, 1, tzinfo=UTC)
