"""Agreement while coders train: on the open document, after every coding."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.people import Round
from qualcode_app.services.agreement import agreements
from qualcode_app.services.agreement.agreement_rows import Number
from qualcode_app.services.agreement.narrowing import with_coders, with_documents
from qualcode_app.services.agreement.reliability import Scope, spans


@dataclass(frozen=True, slots=True)
class LiveFigure:
    """How far those who coded a document agree on it so far."""

    coders: tuple[str, ...]
    alpha: Number  # all codes together
    code_key: str  # the code asked about, "" for none
    of_code: Number | None


def figure(
    session: Session, round_uid: str, document_uid: str, code_uid: str = ""
) -> LiveFigure | None:
    """Return agreement on one document of a training round; None elsewhere, or of one coder.

    The reading status is not asked: in training nobody has finished yet, so this compares what
    there is, and is no figure to report.
    """
    known = session.get(Round, round_uid)
    if known is None or known.kind != "training":
        return None
    try:
        found = spans(session, Scope(round_uid=round_uid, all_read=True, tolerance="none"))
    except RefusedChange:  # nobody else has begun
        return None
    if document_uid not in found.characters.documents:
        return None
    at = found.characters.documents.index(document_uid)
    here = with_documents(found, [at])
    at_work = np.unique(here.spans.coder).tolist()
    if len(at_work) < 2:
        return None
    here = with_coders(here, at_work)
    table = agreements.tabulate(here)
    row = next((row for row in table.rows if row.code_uid == code_uid), None)
    return LiveFigure(
        table.coders,
        table.pooled.alpha,
        row.code_key if row else "",
        row.alpha if row else None,
    )
