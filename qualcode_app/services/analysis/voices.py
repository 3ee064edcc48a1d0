"""Whose codings count: anybody's, those of at least so many coders, or the consensus."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.base import uid_text
from qualcode_app.services.analysis.places import NOBODY
from qualcode_app.services.analysis.tree import Tree
from qualcode_app.services.store import people
from qualcode_app.services.store.people import CoderRow

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_READ = """
SELECT s.coder_uid, s.family_uid, s.codebook_version_uid, s.state, group_concat(d.rowid)
FROM reading_status s JOIN document d ON d.uid = s.document_uid
WHERE s.state <> 'not_started'
  AND s.round_uid NOT IN (SELECT uid FROM round WHERE kind = 'training')
GROUP BY s.coder_uid, s.family_uid, s.codebook_version_uid, s.state
"""


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose codings are counted.

    Args:
        coder_uids: Only these coders; every human without.
        at_least: A code is in a document when so many coders put it there.
        consensus: Count what was agreed in the place of what each coder said.
    """

    coder_uids: tuple[str, ...] = ()
    at_least: int = 1
    consensus: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How many coders read which document for which code.

    `begun` says where somebody began a theme without finishing it.
    """

    read: Ints  # documents by codes
    begun: Bools


def coders(session: Session, voices: Voices) -> tuple[CoderRow, ...]:
    """Return who counts; with the consensus also the coders on whose work it rests.

    Raises:
        RefusedChange: More coders are asked for than there are, or nothing was agreed yet.
    """
    everybody = people.coders(session)
    chosen = voices.coder_uids
    found = [row for row in everybody if (row.uid in chosen if chosen else row.kind == "human")]
    if voices.consensus:
        agreed = [row for row in everybody if row.kind == "consensus"]
        if not agreed:
            raise RefusedChange(
                "Nothing was settled in consensus yet. Settle differences first, or count coders."
            )
        found = [row for row in found if row.kind != "consensus"] + agreed
    if voices.at_least > max(1, len(found)):
        raise RefusedChange(
            "At least {k} coders are asked for and this project has {n}. Ask for fewer.",
            k=voices.at_least,
            n=len(found),
        )
    return tuple(found[:NOBODY])


def reading(
    session: Session, document_uids: list[str], tree: Tree, who: tuple[CoderRow, ...]
) -> Reading:
    """Return who read what, over documents and codes.

    A code was read for when its theme was marked as read and the code was in the version of the
    codebook at that time.
    """
    shape = (len(document_uids), len(tree.codes))
    read = {row.uid: np.zeros(shape, np.bool_) for row in who if row.kind != "consensus"}
    begun = np.zeros(shape, np.bool_)
    connection = session.connection()
    members = _members(session, tree)
    at = {uid: i for i, uid in enumerate(document_uids)}
    rows = connection.exec_driver_sql("SELECT rowid, uid FROM document").all()
    document_of = {number: at.get(uid_text(uid), -1) for number, uid in rows}
    for coder, family, version, state, numbers in connection.exec_driver_sql(_READ).all():
        codes = members.get((version, family))
        known = read.get(uid_text(coder))
        if codes is None or known is None:
            continue
        documents = np.array([document_of[int(number)] for number in numbers.split(",")])
        where = np.ix_(documents[documents >= 0], codes)
        if state == "done":
            known[where] = True
        else:
            begun[where] = True
    total = np.zeros(shape, np.int64)
    for each in read.values():
        total += each
    return Reading(total, begun)


def _members(session: Session, tree: Tree) -> dict[tuple[bytes, bytes], Ints]:
    """Return the codes of each family in each version of the codebook."""
    found: dict[tuple[bytes, bytes], list[int]] = {}
    rows = session.connection().exec_driver_sql(
        "SELECT version_uid, code_uid FROM codebook_version_code"
    )
    uids = [bytes.fromhex(code.uid.replace("-", "")) for code in tree.codes]
    at = {uid: i for i, uid in enumerate(uids)}
    for version, code in rows:
        if code in at:
            family = uids[tree.codes[at[code]].family]
            found.setdefault((version, family), []).append(at[code])
    return {key: np.array(codes, np.int64) for key, codes in found.items()}
