"""Our file and the others side by side, compared kind by kind.

Uids are bytes here, as they lie in the files: eight files hold hundreds of thousands of rows,
and nearly all of them are told apart by stamps alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.stamps import Order
from qualcode_app.models import aggregates, raw
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.base import uid_text
from qualcode_app.services.merging.outcomes import (
    OURS,
    Effect,
    Fresh,
    Key,
    Names,
    Outcome,
    Version,
    settle,
    stamp_grows,
)

Stamps = dict[bytes, str]
Row = tuple[Kind, bytes]


class Shelf:
    """Compares what the files say of every row.

    Args:
        files: Ours first.
        names: Uids that another uid stands for.
        opened: Rows whose content is looked at whatever their stamps say.
    """

    def __init__(
        self, files: Sequence[Connection], names: Names, opened: Collection[Key] = ()
    ) -> None:
        self._files = files
        self._names = names
        self._same = {raw.uid_bytes(old): raw.uid_bytes(new) for old, new in names.same.items()}
        self._targets = frozenset(self._same.values())
        self._opened = {(kind, raw.uid_bytes(uid)) for kind, uid in opened}
        self._ends: list[dict[Row, tuple[int, bytes]]] = [{} for _ in files]  # when, by whom
        self.graves = [self._graves_in(i) for i in range(len(files))]
        self.fresh: dict[tuple[Kind, int], Stamps] = {}
        self.counts: list[Counter[tuple[Kind, Effect]]] = [Counter() for _ in files[1:]]
        self.voices: list[Counter[str]] = [Counter() for _ in files[1:]]  # coders of fresh codings
        self.behind: list[dict[Row, str]] = [
            {} for _ in files[1:]
        ]  # rows of which we know more: our stamp

    @property
    def files(self) -> Sequence[Connection]:
        """All files, ours first."""
        return self._files

    def is_joined(self, outcome: Outcome) -> bool:
        """Tell whether rows that had another uid stand under this one."""
        return raw.uid_bytes(outcome.uid) in self._targets

    def all_fresh(self) -> tuple[Fresh, ...]:
        """Return the rows that come in as they are."""
        return tuple(
            Fresh(kind, file, found) for (kind, file), found in self.fresh.items() if found
        )

    def outcomes(self, kind: Kind) -> Iterator[Outcome]:
        """Yield the rows of a kind that change or clash; count those that stay."""
        known = [self._stamps(kind, i) for i in range(len(self._files))]
        left = self._sort_out(kind, known)
        for outcome in self.compare(kind, left):
            for version in outcome.versions if left else ():
                if version.file != OURS:
                    self.counts[version.file][kind, outcome.effect] += 1
            opened = (kind, raw.uid_bytes(outcome.uid)) in self._opened
            if outcome.effect is not Effect.SAME or opened or stamp_grows(outcome):
                yield outcome

    def compare(self, kind: Kind, uids: Collection[bytes]) -> Iterator[Outcome]:
        """Yield what becomes of these rows, by the content of all their versions."""
        stored = [self._read(kind, i, uids) for i in range(len(self._files))]
        for uid in sorted(uids):
            versions = list(self._versions(kind, uid, stored))
            if versions:
                yield settle(kind, uid_text(uid), versions)

    def versions(self, kind: Kind, uid: bytes) -> Iterator[Version]:
        """Yield all states of a row, also those that were superseded."""
        stored = [self._read(kind, i, [uid]) for i in range(len(self._files))]
        yield from self._versions(kind, uid, stored)

    def _sort_out(self, kind: Kind, known: list[Stamps]) -> set[bytes]:
        """Set fresh rows apart; return the rows whose content has to be compared."""
        ours = known[0]
        graves = [found.get(kind, {}) for found in self.graves]
        fresh = self._fresh_of(kind, known, graves)
        left = {uid for each, uid in self._opened if each is kind}
        left |= {old for old in self._same if old in ours}
        left = {self._same.get(uid, uid) for uid in left}
        for i, rows in enumerate(known[1:]):
            self.fresh[kind, i] = fresh[i]
            there = {uid: rows[uid] for uid in rows.keys() - fresh[i].keys()}
            for uid, stamp in (there | graves[i + 1]).items():
                here = ours.get(uid) or graves[0].get(uid)
                if here == stamp:
                    continue
                if _covers(here, stamp):
                    self.behind[i][kind, uid] = here or ""
                else:
                    left.add(uid)
        new = set().union(*fresh)
        left -= new
        for i, rows in enumerate(known[1:]):
            self.counts[i][kind, Effect.NEW] += len(new & rows.keys())
            self.counts[i][kind, Effect.SAME] += len(rows) - len((new | left) & rows.keys())
        if kind is Kind.CODING:
            self._hear(known, fresh)
        return left

    def _fresh_of(
        self, kind: Kind, known: list[Stamps], graves: Sequence[Mapping[bytes, str]]
    ) -> list[Stamps]:
        """Return per file the rows that are new here and nowhere changed; each stands once."""
        closed = known[0].keys() | self._targets
        closed = closed.union(*graves, (uid for each, uid in self._opened if each is kind))
        first: Stamps = {}
        fresh: list[Stamps] = []
        for rows in known[1:]:
            new = {uid: rows[uid] for uid in rows.keys() - closed}
            for uid in new.keys() & first.keys():
                if first[uid] != new[uid]:
                    closed.add(uid)
                del new[uid]
            first |= new
            fresh.append(new)
        return [
            {uid: stamp for uid, stamp in new.items() if uid not in closed}
            if not closed.isdisjoint(new)
            else new
            for new in fresh
        ]

    def _stamps(self, kind: Kind, file: int) -> Stamps:
        """Return the stamp of each row under the name it has now."""
        root = aggregates.BY_KIND[kind].root
        sql = f'SELECT uid, stamp FROM "{root.name}"'  # noqa: S608  one of our own tables
        rows: Stamps = dict(raw.fetch(self._files[file], sql))
        for old in self._same.keys() & rows.keys():
            now, stamp = self._same[old], rows.pop(old)
            rows[now] = stamps.join(stamp, rows[now]) if now in rows else stamp
        return rows

    def _hear(self, known: Sequence[Stamps], fresh: Sequence[Stamps]) -> None:
        """Count the fresh codings of each file by coder."""
        for i, found in enumerate(fresh):
            file, counted = self._files[i + 1], Counter[bytes]()
            if len(found) == len(known[i + 1]):
                sql = "SELECT coder_uid, count(*) FROM coding GROUP BY coder_uid"
                counted.update(dict(raw.fetch(file, sql)))
            elif found:
                rows = raw.fetch(file, "SELECT uid, coder_uid FROM coding")
                counted.update(coder for uid, coder in rows if uid in found)
            for coder, n in counted.items():
                self.voices[i][uid_text(self._same.get(coder, coder))] += n

    def _read(self, kind: Kind, file: int, uids: Collection[bytes]) -> dict[str, list[Stored]]:
        """Return the rows under the names they have now; some come from more than one row."""
        if not uids:
            return {}
        wanted = [*uids, *(old for old, new in self._same.items() if new in uids)]
        names = self._names.same if file == 0 else self._names.of(kind)
        found: dict[str, list[Stored]] = {}
        texts = [uid_text(uid) for uid in wanted]
        whole = file > 0 or len(wanted) > len(uids)  # ours is written again under another uid
        for stored in aggregates.read(self._files[file], kind, texts, whole=whole).values():
            now = renamed(stored, names) if names else stored
            found.setdefault(now.uid, []).append(now)
        return found

    def _versions(
        self, kind: Kind, uid: bytes, stored: Sequence[Mapping[str, list[Stored]]]
    ) -> Iterator[Version]:
        text = uid_text(uid)
        for i, rows in enumerate(stored):
            for one in rows.get(text, ()):
                yield Version(i - 1, one.stamp, one)
            if text not in rows and (grave := self.graves[i].get(kind, {}).get(uid)):
                at, by = self._ends[i][kind, uid]
                yield Version(i - 1, grave, None, (raw.time(at), uid_text(by)))

    def _graves_in(self, file: int) -> dict[Kind, Stamps]:
        """Return the stamps of deletions by kind."""
        sql = "SELECT kind, row_uid, stamp, deleted_at, deleted_by_uid FROM tombstone"
        found: dict[Kind, Stamps] = {}
        for word, old, stamp, at, by in raw.fetch(self._files[file], sql):
            kind, uid = Kind(word), self._same.get(old) or old
            found.setdefault(kind, {})[uid] = stamp
            self._ends[file][kind, uid] = at, by
        return found


def _covers(ours: str | None, theirs: str) -> bool:
    """Tell whether ours already knew what they say."""
    return ours is not None and stamps.compare(ours, theirs) in (Order.SAME, Order.OLDER)


def renamed(stored: Stored, names: Mapping[str, str]) -> Stored:
    """Return an aggregate with every uid that has another name now replaced."""

    def row(columns: Mapping[str, object]) -> dict[str, object]:
        return {
            name: names.get(value, value) if isinstance(value, str) else value
            for name, value in columns.items()
        }

    children = {table: tuple(row(each) for each in rows) for table, rows in stored.children.items()}
    return Stored(stored.kind, row(stored.root), children)
