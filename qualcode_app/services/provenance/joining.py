"""Two identities of one person joined: what both did alike falls together, the rest is chosen.

The smaller uid stays, as wherever two rows are found to be one; it takes the name of the identity
that was chosen. Rows that name a row which falls together with another are led to that one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models import aggregates, raw, references
from qualcode_app.models.aggregates import ALL, NOT_CONTENT, Stored
from qualcode_app.models.base import uid_text
from qualcode_app.models.history import Alias, Tombstone
from qualcode_app.models.people import Coder
from qualcode_app.services.merging.shelf import renamed
from qualcode_app.services.provenance import owned_rows
from qualcode_app.services.store import journal

Which = Literal["first", "other"]  # the identity that was named first, or the other one
_DEFER = "PRAGMA defer_foreign_keys = ON"  # rows go and are led elsewhere in any order


@dataclass(frozen=True, slots=True)
class Difference:
    """What both identities said of one thing, differently."""

    first: Stored
    other: Stored

    @property
    def key(self) -> str:
        """By which it is chosen."""
        return self.first.uid


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining two identities does, to do it and to take it back."""

    gone: Stored
    stays: Stored  # as it was before
    looks: Mapping[str, Any]  # name, initials and colour from now on
    moved: Mapping[Kind, tuple[str, ...]]  # rows that only change their coder
    rewritten: tuple[tuple[Stored, Stored], ...]  # rows led elsewhere: before and after
    dropped: tuple[Stored, ...]  # rows that fall together with another, or were not chosen
    differences: tuple[Difference, ...]  # all there are
    n_open: int  # of these, still to be chosen


@dataclass(slots=True)
class _Plan:
    """A plan in the making."""

    session: Session
    first_uid: str
    gone_uid: str
    stays_uid: str
    chosen: Mapping[str, Which]
    led: dict[str, str] = field(default_factory=dict)  # rows that go, by what stands for them
    moved: dict[Kind, list[str]] = field(default_factory=lambda: defaultdict(list))
    dropped: dict[str, Stored] = field(default_factory=dict)
    demoted: list[Stored] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    n_open: int = 0


def plan(
    session: Session, first_uid: str, other_uid: str, chosen: Mapping[str, Which] | None = None
) -> Joined:
    """Return what joining would do; the name of the other identity is kept.

    Args:
        session: Where to read.
        first_uid: The identity that goes by name.
        other_uid: The one whose name stays.
        chosen: For every difference, by its key, whose version stays.

    Raises:
        UnknownRecord: A coder is not in this project.
        RefusedChange: They are one already.
    """
    if first_uid == other_uid:
        raise RefusedChange("This is one coder already. Choose two.")
    named, first = owned_rows.known(session, other_uid), owned_rows.known(session, first_uid)
    stays, gone = sorted((named, first), key=lambda one: one.uid)
    made = _Plan(session, first_uid, gone.uid, stays.uid, chosen or {})
    owned = owned_rows.owned(session, gone.uid)
    for aggregate in ALL:  # codings before the verdicts that rest on them
        if aggregate.kind in owned:
            _compare(made, aggregate.kind, owned[aggregate.kind])
    rewritten = {before.uid: (before, after) for before, after in _led_elsewhere(made)}
    for one in made.demoted:
        root = {**one.root, "is_primary": False, "coder_uid": stays.uid}
        rewritten.setdefault(one.uid, (one, replace(one, root=root)))
    moved = {
        kind: tuple(uid for uid in uids if uid not in rewritten and uid not in made.dropped)
        for kind, uids in made.moved.items()
    }
    return Joined(
        gone,
        stays,
        {name: named.root[name] for name in ("name", "initials", "colour")},
        moved,
        tuple(rewritten.values()),
        tuple(made.dropped.values()),
        tuple(made.differences),
        made.n_open,
    )


def join(session: Session, done: Joined) -> Changes:
    """Make one person of two identities; files that come in later are rewritten too.

    Raises:
        RefusedChange: They said different things, and nobody chose which stays.
    """
    if done.n_open:
        raise RefusedChange(
            "{name} and {other} said different things in {n} places. Choose for each which stays.",
            name=done.gone.root["name"],
            other=done.stays.root["name"],
            n=done.n_open,
        )
    gone, stays = done.gone.uid, done.stays.uid
    session.connection().exec_driver_sql(_DEFER)
    for stored in done.dropped:
        journal.remove(session, "coder.join", stored.kind, stored.uid)
    owned_rows.give(session, "coder.join", done.moved, stays)
    for _, after in done.rewritten:
        _write(session, "coder.join", after)
    journal.remove(session, "coder.join", Kind.CODER, gone)
    # An alias instead of a tombstone: nobody was deleted, and files that know both are settled.
    session.execute(delete(Tombstone).where(Tombstone.row_uid == gone))
    alias = {"kind": Kind.CODER.value, "from_uid": gone, "to_uid": stays}
    session.execute(insert(Alias).prefix_with("OR REPLACE"), alias)
    journal.change(session, "coder.join", Kind.CODER, stays, done.looks)
    known = stamps.join(owned_rows.known(session, stays).stamp, done.gone.stamp)
    session.execute(update(Coder).where(Coder.uid == stays).values(stamp=known))
    return Changes.everything()


def part(session: Session, done: Joined) -> Changes:
    """Undo joining: the identity comes back with all its rows."""
    session.connection().exec_driver_sql(_DEFER)
    session.execute(delete(Alias).where(Alias.from_uid == done.gone.uid))
    journal.put_back(session, "coder.part", done.gone)
    looks = {name: done.stays.root[name] for name in done.looks}
    journal.change(session, "coder.part", Kind.CODER, done.stays.uid, looks)
    owned_rows.give(session, "coder.part", done.moved, done.gone.uid)
    for before, _ in done.rewritten:
        _write(session, "coder.part", before)
    for stored in done.dropped:
        journal.put_back(session, "coder.part", stored)
    return Changes.everything()


def _compare(made: _Plan, kind: Kind, uids: Collection[str]) -> None:
    """Hold rows of the identity that goes against those of the one that stays."""
    mine = aggregates.read(made.session.connection(), kind, uids)
    held = owned_rows.held(made.session, kind, made.stays_uid)
    for uid, stored in mine.items():
        now = renamed(stored, made.led)
        there = next(
            (held[key] for key in owned_rows.keys(now, made.stays_uid) if key in held), None
        )
        if there is None:
            made.moved[kind].append(uid)
            if owned_rows.is_second_primary(made.session, stored, made.stays_uid):
                made.demoted.append(stored)
        elif owned_rows.says(now) == owned_rows.says(there):
            _drop(made, stored, there)
        else:
            _differ(made, stored, there)


def _differ(made: _Plan, goes: Stored, there: Stored) -> None:
    """Let the version stay that was chosen."""
    is_first = made.first_uid == made.gone_uid
    difference = Difference(goes, there) if is_first else Difference(there, goes)
    made.differences.append(difference)
    which = made.chosen.get(difference.key)
    made.n_open += which is None
    if (which == "first") is is_first:
        made.moved[goes.kind].append(goes.uid)
        _drop(made, there, goes)
    else:
        _drop(made, goes, there)


def _drop(made: _Plan, stored: Stored, by: Stored) -> None:
    made.dropped[stored.uid] = stored
    made.led[stored.uid] = by.uid


def _led_elsewhere(made: _Plan) -> Iterator[tuple[Stored, Stored]]:
    """Yield the rows that name one which goes, before and after they name the other."""
    connection = made.session.connection()
    naming: dict[Kind, set[str]] = defaultdict(set)
    going: dict[Kind, list[bytes]] = defaultdict(list)
    for stored in made.dropped.values():
        going[stored.kind].append(raw.uid_bytes(stored.uid))
    for kind, owner, _, _ in references.pairs(connection, going):
        naming[kind].add(uid_text(owner))
    names = {**made.led, made.gone_uid: made.stays_uid}
    for kind, uids in naming.items():
        for uid, before in aggregates.read(connection, kind, uids - made.dropped.keys()).items():
            after = _once(renamed(before, names))
            note = owned_rows.note_on(made.session, after) if kind is Kind.MEMO else None
            if note is None:
                yield before, after
            else:  # a coding shows one note: the texts stand below each other
                made.dropped[uid] = before
                texts = dict.fromkeys((note.root["text"], before.root["text"]))
                root = {**renamed(note, names).root, "text": "\n".join(texts)}
                yield note, replace(note, root=root)


def _once(stored: Stored) -> Stored:
    """Return an aggregate in which no child row stands twice."""
    children = {
        table: tuple({tuple(row.items()): row for row in rows}.values())
        for table, rows in stored.children.items()
    }
    return replace(stored, children=children)


def _write(session: Session, act: str, stored: Stored) -> None:
    columns = {
        name: value
        for name, value in stored.root.items()
        if name not in NOT_CONTENT and name != "uid"
    }
    journal.change(session, act, stored.kind, stored.uid, columns, stored.children)
