"""Saying which code of an earlier wave became which later one, without touching any coding.

Merging and splitting in the codebook say it by themselves. This is for codes of two codebooks, or
codes that were kept apart: the question over waves counts them as one all the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import Bilingual, RefusedChange
from qualcode_app.models.codebooks import Code, Succession
from qualcode_app.services.cases import ledger
from qualcode_app.services.cases.ledger import Row
from qualcode_app.services.store import journal

KINDS = ("redefine", "merge", "split")  # is the same, became a part of, was split into


@dataclass(frozen=True, slots=True)
class CodeLink:
    """That one code became another."""

    uid: str
    old_uid: str
    old_key: str
    old_label: Bilingual
    kind: str
    new_uid: str
    new_key: str
    new_label: Bilingual


def rows(session: Session) -> tuple[CodeLink, ...]:
    """Return what became of codes, in the order of the codebook."""
    old, new = aliased(Code), aliased(Code)
    query = (
        select(Succession.uid, Succession.kind, old, new)
        .join(old, old.uid == Succession.from_code_uid)
        .join(new, new.uid == Succession.to_code_uid)
        .order_by(old.position, new.position, Succession.uid)
    )
    return tuple(
        CodeLink(
            uid,
            one.uid,
            one.key,
            Bilingual(one.label_nl, one.label_en),
            kind,
            other.uid,
            other.key,
            Bilingual(other.label_nl, other.label_en),
        )
        for uid, kind, one, other in session.execute(query)
    )


def link(session: Session, old_uid: str, new_uid: str, kind: str) -> Changes:
    """Say that a code is the same as a later one, became a part of it, or was split into it.

    Raises:
        UnknownRecord: A code is not in this project.
        RefusedChange: It is one and the same code.
    """
    for uid in (old_uid, new_uid):
        ledger.known(session, Kind.CODE, uid)
    if old_uid == new_uid:
        raise RefusedChange("A code cannot become itself. Choose two codes.")
    here = session.scalar(
        select(Succession.uid).where(
            Succession.from_code_uid == old_uid, Succession.to_code_uid == new_uid
        )
    )
    columns = {
        "from_code_uid": old_uid,
        "to_code_uid": new_uid,
        "kind": kind,
        "version_uid": None,
    }
    uid = here or journal.derived_uid(old_uid, f"became {new_uid}")
    return ledger.put(session, "code.link", [Row(Kind.SUCCESSION, uid, columns)])


def unlink(session: Session, uid: str) -> Changes:
    """Take back what was said of two codes.

    Raises:
        UnknownRecord: It is not in this project.
    """
    ledger.known(session, Kind.SUCCESSION, uid)
    return ledger.remove(session, "code.unlink", Kind.SUCCESSION, [uid])
