"""What was deleted in one file and is used in another: asked, never decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.stamps import Order
from qualcode_app.models import references
from qualcode_app.models.base import uid_text
from qualcode_app.services.merging.outcomes import OURS, Effect, Key, Outcome
from qualcode_app.services.merging.shelf import Row, Shelf


def ask(shelf: Shelf, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Return the outcomes, with a clash for each deletion of a row that others need."""
    found = {one.key: one for one in outcomes}
    needed = _needed(shelf, found)
    for row in needed:
        key = row[0], uid_text(row[1])
        outcome = found.get(key)
        if outcome is None or outcome.effect is not Effect.CLASH:
            asked = _with_a_choice(shelf, row)
            if asked is None:
                continue
            _count(shelf, outcome, asked)
            outcome = asked
        lost = sorted((kind, uid_text(uid)) for kind, uid in _all_lost(row, needed))
        found[key] = replace(outcome, needed_by=tuple(lost))
    return list(found.values())


def _needed(shelf: Shelf, found: Mapping[Key, Outcome]) -> dict[Row, set[Row]]:
    """Return what needs each deleted row, also what needs it only if it comes back itself."""
    dead = _dead(shelf, found)
    uses: dict[Row, set[Row]] = defaultdict(set)  # deleted row to rows that name it
    there: set[Row] = set()
    by_kind: dict[Kind, set[bytes]] = defaultdict(set)
    for kind, uid in dead:
        by_kind[kind].add(uid)
    for file, connection in enumerate(shelf.files, start=OURS):
        for kind, owner, target, named in references.pairs(connection, by_kind):
            uses[target, named].add((kind, owner))
            if (kind, owner) not in dead and _is_there(shelf, found, (kind, owner), file):
                there.add((kind, owner))
    needed: dict[Row, set[Row]] = {}
    grown = True
    while grown:
        now = {row: users & (there | needed.keys()) for row, users in uses.items()}
        now = {row: users - {row} for row, users in now.items() if users - {row}}
        grown, needed = now != needed, now
    return needed


def _dead(shelf: Shelf, found: Mapping[Key, Outcome]) -> set[Row]:
    """Return the rows that will not be here, or perhaps not, by what the files say."""
    dead = set()
    for graves in shelf.graves:
        for kind, rows in graves.items():
            for uid in rows:
                outcome = found.get((kind, uid_text(uid)))
                if outcome is None:
                    gone = uid in shelf.graves[0].get(kind, {})
                else:
                    gone = any(version.stored is None for version in outcome.versions)
                if gone:
                    dead.add((kind, uid))
    return dead


def _is_there(shelf: Shelf, found: Mapping[Key, Outcome], row: Row, file: int) -> bool:
    """Tell whether the state of a row in a file may be the one that stays or comes in."""
    kind, uid = row
    outcome = found.get((kind, uid_text(uid)))
    if outcome is not None:
        return any(one.file == file and one.stored is not None for one in outcome.versions)
    return file == OURS or uid in shelf.fresh.get((kind, file), {})


def _with_a_choice(shelf: Shelf, row: Row) -> Outcome | None:
    """Return the deletion and the newest living states as a clash; None if none is left."""
    versions = list(shelf.versions(*row))
    living = [one for one in versions if one.stored is not None]
    deleted = [one for one in versions if one.stored is None]
    if not living or not deleted:
        return None
    standing = [
        one
        for one in living
        if not any(stamps.compare(one.stamp, other.stamp) is Order.NEWER for other in living)
    ]
    kind, uid = row
    standing = [*deleted, *standing]
    return Outcome(kind, uid_text(uid), Effect.CLASH, tuple(standing), tuple(versions))


def _count(shelf: Shelf, before: Outcome | None, asked: Outcome) -> None:
    """Move a row from deleted or same to clashing in the counts of the files."""
    was = before.effect if before is not None else Effect.SAME
    for one in asked.versions:
        if one.file != OURS:
            counts = shelf.counts[one.file]
            counts[asked.kind, Effect.CLASH] += 1
            counts[asked.kind, was] = max(0, counts[asked.kind, was] - 1)


def _all_lost(row: Row, needed: Mapping[Row, set[Row]]) -> Iterator[Row]:
    """Yield all that goes with a row: what needs it, what needs that, and so on."""
    met = {row}
    left = [row]
    while left:
        for user in needed.get(left.pop(), ()):
            if user not in met:
                met.add(user)
                left.append(user)
                yield user
