"""Verdicts as reliability data: which option each coder gave to each unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy.orm import Session

from qualcode_app.services.documents import documents
from qualcode_app.services.registers import judgements, propositions
from qualcode_app.services.registers.propositions import OPEN
from qualcode_app.services.store import people

Level = Literal["nominal", "ordinal"]
Label = str | int


@dataclass(frozen=True, slots=True)
class VerdictData:
    """One row of values per coder, one column per unit; None is missing.

    On the nominal level a value is the key of the option; on the ordinal level its rank, and
    options without rank (not applicable, unclear) are missing.
    """

    coder_uids: tuple[str, ...]
    units: tuple[tuple[str, str], ...]  # uids of proposition and document
    values: tuple[tuple[Label | None, ...], ...]
    level: Level


def verdict_data(
    session: Session,
    register_uid: str,
    *,
    level: Level = "nominal",
    round_uid: str | None = None,
    scale_uid: str | None = None,
) -> VerdictData:
    """Return the verdicts on one scale of a register, in the order of register and documents.

    Args:
        session: Where to read.
        register_uid: Which register.
        level: The level of measurement.
        round_uid: Only this round; the first one when left out.
        scale_uid: Which scale; the register's own when left out, for ranks of two scales are
            not comparable.
    """
    own = next(r.scale_uid for r in propositions.registers(session) if r.uid == register_uid)
    rounds = people.rounds(session)
    wanted = round_uid or (rounds[0].uid if rounds else "")
    rows = [
        row
        for row in propositions.rows(session, register_uid)
        if row.scale.uid == (scale_uid or own)
    ]
    options = {row.uid: row.scale for row in rows}
    given: dict[tuple[str, str, str], Label | None] = {}
    for one in judgements.rows(session, register_uid=register_uid):
        scale = options.get(one.proposition_uid)
        option = scale.option(one.verdict.option_key) if scale else None
        if option is None or option.key == OPEN or one.round_uid != wanted:
            continue
        place = (one.coder_uid, one.proposition_uid, one.document_uid)
        given[place] = option.key if level == "nominal" else option.rank
    judged = {(proposition, document) for _, proposition, document in given}
    shelf = [document.uid for document in documents.rows(session)] if judged else []
    units = tuple((row.uid, uid) for row in rows for uid in shelf if (row.uid, uid) in judged)
    coders = tuple(coder.uid for coder in people.coders(session))
    values = tuple(tuple(given.get((coder, *unit)) for unit in units) for coder in coders)
    return VerdictData(coders, units, values, level)
