"""Everything that cannot both hold: among findings, and between findings and the project."""

from __future__ import annotations

from sqlalchemy.orm import Session

from qualcode_app.domain.progress import Progress
from qualcode_app.services.analysis import evidence
from qualcode_app.services.analysis.behind import Row
from qualcode_app.services.analysis.evidence import Found
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.claims import between, numbers, wording
from qualcode_app.services.claims.contradiction import Contradiction, Side
from qualcode_app.services.claims.recheck import Register


def find(
    session: Session, register: Register, progress: Progress | None = None
) -> tuple[Contradiction, ...]:
    """Return all contradictions: findings against findings first, then those without one.

    Raises:
        Cancelled: The progress asked to stop.
    """
    study = next(iter(register.studies.values()))
    return (
        *between.find(session, register),
        *wording.find(session, register, study),
        *wording.quoted(session, register, progress),
        *numbers.find(session, study),
        *numbers.groups(study),
    )


def passages(session: Session, study: Study, side: Side) -> tuple[tuple[Row, ...], int]:
    """Return what one side rests on: its passages, or who read the documents and found nothing."""
    if side.coding_uids:
        found = evidence.picked(session, study, side.coding_uids)
    elif side.code_uids and side.document_uids:
        known = [uid for uid in side.code_uids if uid in study.tree.at]
        found = evidence.passages(session, study, known, side.document_uids)
        if not found.rows and known:
            silent = evidence.silences(session, study, known, side.document_uids)
            return silent, len(silent)
    else:
        found = Found((), 0)
    return found.rows, found.n_all
