"""Codes and what hangs on them as they stood: kept before an act, given back by its undo."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import BY_KIND, Stored
from qualcode_app.models.codebooks import Code, Succession
from qualcode_app.models.codings import Coding
from qualcode_app.models.history import Alias
from qualcode_app.services.codebook import codebook_rows
from qualcode_app.services.store import journal

UNDO = "code.undo"


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows as they stood before an act, and the successions there were."""

    rows: tuple[Stored, ...]
    successions: frozenset[str]


def keep(session: Session, code_uids: Collection[str]) -> Kept:
    """Return codes, their codings and the successions as they are, to give them back later."""
    connection = session.connection()
    coded = session.scalars(select(Coding.uid).where(Coding.code_uid.in_(code_uids)))
    rows = (
        *aggregates.read(connection, Kind.CODE, code_uids).values(),
        *aggregates.read(connection, Kind.CODING, list(coded)).values(),
    )
    return Kept(rows, frozenset(session.scalars(select(Succession.uid))))


def below(session: Session, uid: str) -> list[str]:
    """Return a code and all codes below it, parents before children."""
    children: dict[str | None, list[str]] = {}
    for child, parent in session.execute(select(Code.uid, Code.parent_uid)):
        children.setdefault(parent, []).append(child)
    found = [uid]
    for each in found:  # grows while it is walked
        found.extend(children.get(each, ()))
    return found


def known(session: Session, uid: str) -> Code:
    """Return a code.

    Raises:
        UnknownRecord: It is not in this project.
    """
    code = session.get(Code, uid, populate_existing=True)
    if code is None:
        raise UnknownRecord("This code is not in the codebook any more. Choose another.")
    return code


def change_codes(
    session: Session, act: str, rows: Mapping[str, Mapping[str, Any]], reason: str
) -> Changes:
    """Change columns of codes as one act and keep their new state as revisions."""
    changed = change_many(session, act, Kind.CODE, rows)
    note(session, changed, reason)
    return Changes.of(Kind.CODE, changed=changed) if changed else Changes()


def note(session: Session, code_uids: Collection[str], reason: str) -> None:
    """Keep the present state of codes as revisions."""
    stored = list(aggregates.read(session.connection(), Kind.CODE, code_uids).values())
    if stored:
        codebook_rows.note_revisions(session, stored, reason=reason)


def change_many(
    session: Session, act: str, kind: Kind, rows: Mapping[str, Mapping[str, Any]]
) -> list[str]:
    """Change the same columns of many aggregates as one act with one link in the log.

    Returns:
        The uids of those that say something else now.
    """
    before = aggregates.read(session.connection(), kind, rows)
    now = {uid: replace(one, root={**one.root, **rows[uid]}) for uid, one in before.items()}
    changed = [uid for uid, one in now.items() if one.digest() != before[uid].digest()]
    if not changed:
        return []
    if len(changed) == 1:
        journal.change(session, act, kind, changed[0], rows[changed[0]])
        return changed
    stamp = journal.next_stamp(session)
    travel = {"changed_at": datetime.now(UTC), "changed_by_uid": journal.pen(session).author_uid}
    table = BY_KIND[kind].root
    names = [*rows[changed[0]], *travel, "stamp"]
    values: list[dict[str, Any]] = []
    for uid in changed:
        said = {**rows[uid], **travel, "stamp": stamps.join(before[uid].stamp, stamp)}
        values.append({"of_uid": uid, **{f"to_{name}": said[name] for name in names}})
    journal.note(session, act, kind, [now[uid].digest() for uid in changed])
    statement = update(table).where(table.c.uid == bindparam("of_uid"))
    settings = {name: bindparam(f"to_{name}", type_=table.c[name].type) for name in names}
    session.connection().execute(statement.values(settings), values)
    journal.note_texts(session, (side[uid] for side in (before, now) for uid in changed))
    return changed


def restore(session: Session, kept: Kept, new: tuple[str, ...], reason: str) -> Changes:
    """Undo an act: give rows their former state, and take away what the act made.

    Args:
        session: Where to write.
        kept: What `keep` returned before the act.
        new: Codes the act made, parents before children.
        reason: Goes into the revisions.

    Raises:
        RefusedChange: A code the act made is in use by now.
    """
    for uid in new:
        if session.scalar(select(Coding.uid).where(Coding.code_uid == uid).limit(1)):
            key = known(session, uid).key
            raise RefusedChange(
                "Codings use the code {key} by now. Recode them before you undo this.", key=key
            )
    codings = {
        one.uid: {name: one.root[name] for name in ("code_uid", "code_digest")}
        for one in kept.rows
        if one.kind is Kind.CODING
    }
    changes = Changes.of(Kind.CODING, changed=change_many(session, UNDO, Kind.CODING, codings))
    codes = [
        one.uid
        for one in kept.rows
        if one.kind is Kind.CODE
        and journal.change(session, UNDO, Kind.CODE, one.uid, _columns(one), one.children)
    ]
    changes |= Changes.of(Kind.CODE, changed=codes)
    note(session, codes, reason)
    forget_aliases(session, codes)
    for uid in session.scalars(select(Succession.uid)).all():
        if uid not in kept.successions:
            journal.remove(session, UNDO, Kind.SUCCESSION, uid)
            changes |= Changes.of(Kind.SUCCESSION, removed=[uid])
    for uid in reversed(new):
        journal.remove(session, UNDO, Kind.CODE, uid)
        changes |= Changes.of(Kind.CODE, removed=[uid])
    return changes


def forget_aliases(session: Session, code_uids: Collection[str]) -> None:
    """Let codings that come in with these codes keep them: they are merged into none any more."""
    in_use = select(Code.uid).where(Code.uid.in_(code_uids), Code.status != "retired")
    session.execute(delete(Alias).where(Alias.from_uid.in_(in_use)))


def _columns(one: Stored) -> dict[str, Any]:
    return {name: value for name, value in one.root.items() if name not in aggregates.NOT_CONTENT}
