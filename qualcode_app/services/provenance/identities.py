"""Whose work is it: codings given to another coder, two identities of one person joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models import aggregates, raw, references
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.base import uid_text
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Revision
from qualcode_app.models.history import Alias, Tombstone
from qualcode_app.models.people import Coder
from qualcode_app.models.registers import Judgement
from qualcode_app.services.codebook import code_state
from qualcode_app.services.memos import memos
from qualcode_app.services.store import journal

_SHOWN = 60  # characters of a quote in a refusal


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining two identities did, to take it back.

    The smaller uid stays, as wherever two rows are found to be one; it takes the name of the
    identity that was chosen.
    """

    gone: Stored
    stays: Stored  # as it was before
    looks: Mapping[str, Any]  # name, initials and colour from now on
    moved: Mapping[Kind, tuple[str, ...]]  # rows that belong to the other now
    doubled: tuple[Stored, ...]  # rows that the other had too, and that said the same


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
        _known(session, coder_uid)
        taken = _claims(session, Kind.CODING, coder_uid)
        for stored in aggregates.read(session.connection(), Kind.CODING, uids).values():
            for key in _keys(stored, coder_uid):
                if key in taken and taken[key].uid != stored.uid:
                    raise RefusedChange(
                        "That coder has put the same code on “{quote}” already. Remove one of the "
                        "two first.",
                        quote=stored.root["quote"][:_SHOWN],
                    )
        notes = [memo.uid for uid in uids for memo in memos.kept(session, Kind.CODING, uid)]
        rows = {Kind.CODING: uids, Kind.MEMO: notes}
        changes |= _give(session, "coding.reassign", rows, coder_uid)
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


def plan_join(session: Session, from_uid: str, to_uid: str) -> Joined:
    """Return what joining would do: which rows go over, and which the other has too.

    Raises:
        UnknownRecord: A coder is not in this project.
        RefusedChange: They are one already, or both said something different of one place.
    """
    if from_uid == to_uid:
        raise RefusedChange("This is one coder already. Choose two.")
    chosen = _known(session, to_uid)
    stays, gone = sorted((chosen, _known(session, from_uid)), key=lambda one: one.uid)
    if session.scalar(select(Judgement.uid).where(Judgement.coder_uid == gone.uid).limit(1)):
        raise RefusedChange(
            "{name} has verdicts in a register, which stay with who gave them, so these two cannot "
            "be joined. Reassign codings instead.",
            name=gone.root["name"],
        )
    moved: dict[Kind, list[str]] = defaultdict(list)
    doubled: list[Stored] = []
    owned = _owned(session, gone.uid)
    for kind, uids in owned.items():
        mine = aggregates.read(session.connection(), kind, uids)
        claimed = _claims(session, kind, stays.uid)
        for uid, stored in mine.items():
            there = next((claimed[key] for key in _keys(stored, stays.uid) if key in claimed), None)
            if there is None:
                moved[kind].append(uid)
            elif _says(stored) == _says(there):
                doubled.append(stored)
            else:
                raise RefusedChange(
                    "{name} and {other} said different things of one place. Settle these first: "
                    "remove one of the two, or reassign codings one by one.",
                    name=gone.root["name"],
                    other=stays.root["name"],
                )
    looks = {name: chosen.root[name] for name in ("name", "initials", "colour")}
    kept = {kind: tuple(uids) for kind, uids in moved.items()}
    return Joined(gone, stays, looks, kept, tuple(doubled))


def join(session: Session, plan: Joined) -> Changes:
    """Make one person of two identities; files that come in later are rewritten too."""
    gone, stays = plan.gone.uid, plan.stays.uid
    for stored in plan.doubled:
        memos.remove_from(session, stored.kind, stored.uid)
        journal.remove(session, "coder.join", stored.kind, stored.uid)
    changes = _give(session, "coder.join", plan.moved, stays)
    journal.remove(session, "coder.join", Kind.CODER, gone)
    # An alias instead of a tombstone: nobody was deleted, and files that know both are settled.
    session.execute(delete(Tombstone).where(Tombstone.row_uid == gone))
    alias = {"kind": Kind.CODER.value, "from_uid": gone, "to_uid": stays}
    session.execute(insert(Alias).prefix_with("OR REPLACE"), alias)
    journal.change(session, "coder.join", Kind.CODER, stays, plan.looks)
    known = stamps.join(_known(session, stays).stamp, plan.gone.stamp)
    session.execute(update(Coder).where(Coder.uid == stays).values(stamp=known))
    return changes | Changes.everything()


def part(session: Session, plan: Joined) -> Changes:
    """Undo joining: the identity comes back with all its rows."""
    session.execute(delete(Alias).where(Alias.from_uid == plan.gone.uid))
    journal.put_back(session, "coder.part", plan.gone)
    looks = {name: plan.stays.root[name] for name in plan.looks}
    journal.change(session, "coder.part", Kind.CODER, plan.stays.uid, looks)
    for stored in plan.doubled:
        journal.put_back(session, "coder.part", stored)
    return _give(session, "coder.part", plan.moved, plan.gone.uid) | Changes.everything()


def _known(session: Session, uid: str) -> Stored:
    found = aggregates.read_one(session.connection(), Kind.CODER, uid)
    if found is None:
        raise UnknownRecord("This coder is not in the project any more. Choose another.")
    return found


def _owned(session: Session, coder_uid: str) -> dict[Kind, list[str]]:
    """Return all rows that name a coder."""
    found: dict[Kind, list[str]] = defaultdict(list)
    pairs = references.pairs(session.connection(), {Kind.CODER: [raw.uid_bytes(coder_uid)]})
    for kind, owner, _, _ in pairs:
        found[kind].append(uid_text(owner))
    return found


def _claims(session: Session, kind: Kind, coder_uid: str) -> dict[tuple[Any, ...], Stored]:
    """Return what a coder's rows hold that may be held only once."""
    uids = _owned(session, coder_uid).get(kind, [])
    stored = aggregates.read(session.connection(), kind, uids).values()
    return {key: one for one in stored for key in _keys(one, coder_uid)}


def _keys(stored: Stored, coder_uid: str) -> list[tuple[Any, ...]]:
    root = {**stored.root, "coder_uid": coder_uid}
    sets = [
        columns
        for columns in references.unique_columns(stored.kind)
        if stored.kind is not Kind.CODING or "code_uid" in columns
    ]
    keys = [tuple(root[name] for name in columns) for columns in sets]
    return [key for key in keys if None not in key]


def _says(stored: Stored) -> dict[str, Any]:
    """Return what a row says, whoever says it."""
    said = {k: v for k, v in stored.content().items() if k not in ("uid", "coder_uid")}
    owner = stored.uid
    return {
        name: [
            {k: v for k, v in row.items() if v != owner} if isinstance(row, dict) else row
            for row in value
        ]
        if isinstance(value, list)
        else value
        for name, value in said.items()
    }


def _give(
    session: Session, act: str, rows: Mapping[Kind, Collection[str]], coder_uid: str
) -> Changes:
    changes = Changes()
    for kind, uids in rows.items():
        columns = {uid: {"coder_uid": coder_uid} for uid in uids}
        changed = code_state.change_many(session, act, kind, columns)
        changes |= Changes.of(kind, changed=changed)
    return changes
