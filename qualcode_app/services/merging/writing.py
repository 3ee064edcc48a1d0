"""Writing what a merge decided: first what goes, then what comes, each noted in the batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import insert
from sqlalchemy.orm import Session

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Kind
from qualcode_app.models import aggregates, raw, references
from qualcode_app.models.aggregates import BY_KIND, Stored
from qualcode_app.models.base import uid_text
from qualcode_app.models.history import Alias
from qualcode_app.services.merging.batches import OpenBatch
from qualcode_app.services.merging.outcomes import OURS, Effect, Key, MergePlan, Outcome, Version
from qualcode_app.services.merging.shelf import renamed

Choices = Mapping[Key, Version]  # the version that stays, or one that joins several


@dataclass
class Decided:
    """What becomes of the rows: their state from now on, and the stamps of those that go."""

    rows: dict[Key, Stored] = field(default_factory=dict)
    graves: dict[Key, str] = field(default_factory=dict)
    lost: set[Key] = field(default_factory=set)  # went because what they need went


def decide(plan: MergePlan, choices: Choices, stamp: str) -> Decided:
    """Return what becomes of all rows that are not simply new.

    Args:
        plan: With its clashes.
        choices: One for each clash.
        stamp: Of this merge; covers, joined with those of all versions, what was decided.
    """
    found = Decided()
    for one in plan.clashes:
        if choices[one.key].stored is None:
            found.lost.update(one.needed_by)
    for one in plan.outcomes:
        joined = stamps.join(*(version.stamp for version in one.versions))
        stored = _chosen(one, choices)
        amended = plan.amended.get(one.key, {})
        if one.key in found.lost:
            stored = None
        if one.effect is Effect.CLASH or one.key in found.lost or amended:
            joined = stamps.join(joined, stamp)
        if stored is None:
            found.graves[one.key] = joined
        else:
            found.rows[one.key] = replace(stored, root={**stored.root, **amended, "stamp": joined})
    for fresh in plan.fresh:
        for kind, uid in found.lost:
            if kind is fresh.kind and (known := fresh.stamps.get(raw.uid_bytes(uid))):
                found.graves[kind, uid] = stamps.join(known, stamp)
    return found


def _chosen(one: Outcome, choices: Choices) -> Stored | None:
    if one.effect is Effect.CLASH:
        return choices[one.key].stored
    standing = min(one.versions, key=lambda each: (each.file != OURS, each.file))
    return standing.stored


class Writer:
    """Carries out what was decided in one session."""

    def __init__(self, session: Session, batch: OpenBatch, plan: MergePlan, stamp: str) -> None:
        self._connection = session.connection()
        self._batch = batch
        self._same = plan.names.same
        self._stamp = stamp

    def write(self, decided: Decided) -> list[str]:
        """Write all of it; returns the digests of what stands now."""
        self._let_go_along(decided)
        olds = self._by_other_names()
        before = self._here([*decided.rows, *decided.graves])
        now = {**self._following(decided, olds), **decided.rows}
        before |= self._here(now.keys() - before.keys())
        gone: dict[Kind, list[str]] = defaultdict(list)
        for old in olds.values():
            self._batch.removed(old)
            gone[old.kind].append(old.uid)
        for key, stamp in decided.graves.items():
            if key in before:
                self._batch.removed(before[key])
                gone[key[0]].append(key[1])
            self._batch.bury(*key, stamp, was_here=key in before)
        coming: list[Stored] = []
        for key, stored in now.items():
            if key not in before:
                self._batch.added(stored)
                coming.append(stored)
                continue
            self._batch.changed(before[key], stored)
            if _claims(before[key]) == _claims(stored) and not _is_other_text(before[key], stored):
                self._batch.replace(stored, before[key])
            else:  # two rows may take one another's place; a text comes with all that is under it
                gone[key[0]].append(key[1])
                coming.append(stored)
        for kind, uids in gone.items():
            aggregates.erase(self._connection, kind, uids)
        aggregates.write(self._connection, coming)
        self._batch.flush()
        self._keep_names()
        return [stored.digest() for stored in now.values()]

    def _let_go_along(self, decided: Decided) -> None:
        """Bury what is only here and needs what goes."""
        left = [key for key in decided.lost if key not in decided.graves]
        for key, stored in self._here(left).items():
            decided.graves[key] = stamps.join(stored.stamp, self._stamp)

    def _here(self, keys: Collection[Key], *, whole: bool = False) -> dict[Key, Stored]:
        by_kind: dict[Kind, list[str]] = defaultdict(list)
        for kind, uid in keys:
            by_kind[kind].append(uid)
        return {
            (kind, uid): stored
            for kind, uids in by_kind.items()
            for uid, stored in aggregates.read(self._connection, kind, uids, whole=whole).items()
        }

    def _by_other_names(self) -> dict[str, Stored]:
        """Return our rows that stand under a uid for which another stands from now on."""
        if not self._same:
            return {}
        return {
            uid: stored
            for kind in BY_KIND
            for uid, stored in aggregates.read(self._connection, kind, self._same).items()
        }

    def _following(self, decided: Decided, olds: Mapping[str, Stored]) -> dict[Key, Stored]:
        """Return our other rows that name such a row, as they are from now on."""
        by_kind: dict[Kind, set[bytes]] = defaultdict(set)
        for uid, stored in olds.items():
            by_kind[stored.kind].add(raw.uid_bytes(uid))
        named = references.pairs(self._connection, by_kind, needed=False)
        keys = {(kind, uid_text(owner)) for kind, owner, _, _ in named}
        keys -= decided.rows.keys() | decided.graves.keys()
        keys = {(kind, uid) for kind, uid in keys if uid not in olds}
        here = self._here(keys, whole=True)  # a text goes and comes with its pages
        return {key: renamed(stored, self._same) for key, stored in here.items()}

    def _keep_names(self) -> None:
        """Keep which uids stand for which, so that later merges need not find out."""
        for kind in BY_KIND if self._same else ():
            news = sorted(set(self._same.values()))
            there = aggregates.read(self._connection, kind, news)
            rows = [
                {"kind": kind.value, "from_uid": old, "to_uid": new}
                for old, new in self._same.items()
                if new in there
            ]
            if rows:
                self._connection.execute(insert(Alias).prefix_with("OR REPLACE"), rows)


def _is_other_text(before: Stored, now: Stored) -> bool:
    """Tell whether rows that a digest does not read, such as glyph boxes, change as well."""
    return BY_KIND[now.kind].frozen and before.digest() != now.digest()


def _claims(stored: Stored) -> list[object]:
    """Return what a row holds in columns that must be unique."""
    columns = references.unique_columns(stored.kind)
    return [stored.root.get(name) for some in columns for name in (*some, "is_primary")]
