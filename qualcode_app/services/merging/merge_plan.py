"""What merging files would do, worked out before anything is changed.

Every row has a set of versions: ours and one per file, each a content or a deletion with its
stamp. Versions that another one knew of drop out; what remains either says the same, and the
stamps are joined, or clashes and is asked. The order of the files plays no part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.stamps import Order
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import ALL, Stored
from qualcode_app.models.base import uid_text
from qualcode_app.models.history import Alias, Tombstone

if TYPE_CHECKING:
    from collections.abc import Iterator

Key = tuple[Kind, str]
OURS = -1  # in place of the number of a file


class Effect(StrEnum):
    """What a merge does to a row here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DELETED = "deleted"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a row: its content, or that it was deleted, and from which file."""

    file: int
    stamp: str
    stored: Stored | None  # None: deleted

    @property
    def digest(self) -> str:
        """What it says; empty for a deletion."""
        return self.stored.digest() if self.stored else ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row that a merge touches, with the versions that nobody superseded."""

    kind: Kind
    uid: str
    effect: Effect
    versions: tuple[Version, ...]
    ours: Version | None

    @property
    def key(self) -> Key:
        """Kind and uid."""
        return self.kind, self.uid


@dataclass(frozen=True, slots=True)
class Fresh:
    """Rows of one kind and file that are not known here at all: they come in as they are."""

    kind: Kind
    file: int
    stamps: Mapping[str, str]  # by uid


@dataclass(frozen=True, slots=True)
class MergeFile:
    """A file to be merged and what it brings."""

    path: Path
    replica_uid: str
    sha256: str
    counts: Mapping[tuple[Kind, Effect], int]
    coders: Mapping[str, int]  # new and changed codings by name of their coder

    def count(self, effect: Effect) -> int:
        """Return how many rows of all kinds meet this effect."""
        return sum(n for (_, each), n in self.counts.items() if each is effect)


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging these files would do; nothing has been changed yet."""

    files: tuple[MergeFile, ...]
    outcomes: tuple[Outcome, ...]  # rows that change or clash, in the order of kinds
    fresh: tuple[Fresh, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    successors: Mapping[str, str] = field(default_factory=dict)  # of codes merged into others
    seen: str = ""  # head of our log when the plan was made

    @property
    def clashes(self) -> tuple[Outcome, ...]:
        """The rows that have to be decided."""
        return tuple(one for one in self.outcomes if one.effect is Effect.CLASH)

    def count(self, effect: Effect, kind: Kind | None = None) -> int:
        """Return how many rows meet this effect."""
        known = sum(1 for one in self.outcomes if one.effect is effect and kind in (None, one.kind))
        if effect is not Effect.NEW:
            return known
        return known + sum(len(one.stamps) for one in self.fresh if kind in (None, one.kind))


@dataclass(frozen=True, slots=True)
class Other:
    """An open file to be merged, read-only."""

    path: Path
    replica_uid: str
    sha256: str
    connection: Connection


def plan(ours: Connection, others: Sequence[Other], *, seen: str) -> MergePlan:
    """Return what merging these files into ours would do."""
    aliases, successors = _aliases(ours, others), _successors(ours)
    shelf = _Shelf([ours, *(other.connection for other in others)], aliases, successors)
    outcomes: list[Outcome] = []
    counts: list[Counter[tuple[Kind, Effect]]] = [Counter() for _ in others]
    for aggregate in ALL:
        outcomes.extend(shelf.outcomes(aggregate.kind, counts))
    names = _coder_names([ours, *(other.connection for other in others)])
    files = tuple(
        MergeFile(
            other.path,
            other.replica_uid,
            other.sha256,
            counts[i],
            _by_coder(outcomes, shelf.voices[i], i, names),
        )
        for i, other in enumerate(others)
    )
    return MergePlan(files, tuple(outcomes), tuple(shelf.fresh), aliases, successors, seen)


class _Shelf:
    """Our file and the others side by side."""

    def __init__(
        self,
        files: Sequence[Connection],
        aliases: Mapping[str, str],
        successors: Mapping[str, str],
    ) -> None:
        self._files = files
        self._aliases = aliases
        self._recoded = {**aliases, **successors}
        self._targets = set(aliases.values())
        self._graves = [_graves(file) for file in files]
        self.fresh: list[Fresh] = []
        self.voices: list[Counter[str]] = [Counter() for _ in files[1:]]  # coders of fresh codings

    def outcomes(self, kind: Kind, counts: list[Counter[tuple[Kind, Effect]]]) -> Iterator[Outcome]:
        """Yield the rows of a kind that change or clash; count those that stay."""
        known = [self._stamps(kind, i) for i in range(len(self._files))]
        keys = {uid for rows in known[1:] for uid in rows}
        keys |= {uid for graves in self._graves[1:] for each, uid in graves if each is kind}
        open_keys = self._sorted_out(kind, keys, known, counts)
        stored = [self._read(kind, i, open_keys) for i in range(len(self._files))]
        for uid in sorted(open_keys):
            versions = [
                version
                for i in range(len(self._files))
                if (version := self._version(kind, uid, i, stored[i])) is not None
            ]
            outcome = settle(kind, uid, versions)
            for version in versions:
                if version.file != OURS:
                    counts[version.file][kind, outcome.effect] += 1
            if outcome.effect is not Effect.SAME or _stamp_grows(outcome):
                yield outcome

    def _sorted_out(
        self,
        kind: Kind,
        keys: set[str],
        known: list[dict[str, str]],
        counts: list[Counter[tuple[Kind, Effect]]],
    ) -> list[str]:
        """Return the rows whose content has to be compared; count the others by their stamps."""
        fresh = self._fresh_of(kind, known)
        new = {uid for found in fresh for uid in found}
        left, same = [], set()
        for uid in keys - new:
            if self._stays(kind, uid, known):
                same.add(uid)
            else:
                left.append(uid)
        for i, rows in enumerate(known[1:]):
            counts[i][kind, Effect.NEW] += len(new & rows.keys())
            counts[i][kind, Effect.SAME] += len(same & rows.keys())
        self.fresh += [
            Fresh(kind, i, dict(sorted(found.items()))) for i, found in enumerate(fresh) if found
        ]
        if kind is Kind.CODING:
            self._hear(fresh)
        return left

    def _fresh_of(self, kind: Kind, known: list[dict[str, str]]) -> list[dict[str, str]]:
        """Return per file the rows that are new here and nowhere changed; each stands once."""
        closed = known[0].keys() | self._targets
        closed |= {uid for graves in self._graves for each, uid in graves if each is kind}
        fresh: list[dict[str, str]] = []
        for rows in known[1:]:
            closed |= {uid for found in fresh for uid in found if rows.get(uid) != found[uid]} & (
                rows.keys()
            )
            seen = {uid for found in fresh for uid in found}
            fresh.append({uid: rows[uid] for uid in rows.keys() - closed - seen})
        return [
            {uid: stamp for uid, stamp in found.items() if uid not in closed} for found in fresh
        ]

    def _stamps(self, kind: Kind, file: int) -> dict[str, str]:
        root = aggregates.BY_KIND[kind].root
        rows = self._files[file].exec_driver_sql(
            f'SELECT uid, stamp FROM "{root.name}"'  # noqa: S608  one of our own tables
        )
        if not self._aliases:
            return {uid_text(uid): stamp for uid, stamp in rows.all()}
        return {self._now(uid_text(uid)): stamp for uid, stamp in rows.all()}

    def _hear(self, fresh: Sequence[Mapping[str, str]]) -> None:
        """Count the fresh codings of each file by coder."""
        for i, found in enumerate(fresh):
            rows = self._files[i + 1].exec_driver_sql("SELECT uid, coder_uid FROM coding").all()
            voices = Counter(coder for uid, coder in rows if uid_text(uid) in found)
            self.voices[i] = Counter({uid_text(coder): n for coder, n in voices.items()})

    def _stays(self, kind: Kind, uid: str, known: list[dict[str, str]]) -> bool:
        """Tell whether ours already knew all that the others say; no content is read for it."""
        ours = known[0].get(uid) or self._graves[0].get((kind, uid))
        if ours is None:
            return False
        for i, rows in enumerate(known[1:], start=1):
            theirs = rows.get(uid) or self._graves[i].get((kind, uid))
            if theirs is not None and stamps.compare(ours, theirs) in (Order.NEWER, Order.APART):
                return False
        return True

    def _read(self, kind: Kind, file: int, uids: list[str]) -> dict[str, Stored]:
        wanted = [*uids, *(old for old, new in self._aliases.items() if new in set(uids))]
        found = aggregates.read(self._files[file], kind, wanted, whole=file > 0)
        names = self._recoded if kind is Kind.CODING and file > 0 else self._aliases
        return {
            self._now(uid): renamed(stored, names) if names else stored
            for uid, stored in found.items()
        }

    def _version(
        self, kind: Kind, uid: str, file: int, stored: Mapping[str, Stored]
    ) -> Version | None:
        if uid in stored:
            return Version(file - 1, stored[uid].stamp, stored[uid])
        grave = self._graves[file].get((kind, uid))
        return Version(file - 1, grave, None) if grave else None

    def _now(self, uid: str) -> str:
        return self._aliases.get(uid, uid)


def settle(kind: Kind, uid: str, versions: Sequence[Version]) -> Outcome:
    """Return what becomes of a row, from all its versions."""
    ours = next((version for version in versions if version.file == OURS), None)
    standing = [
        version
        for version in versions
        if not any(stamps.compare(version.stamp, other.stamp) is Order.NEWER for other in versions)
    ]
    said = {version.digest: version for version in reversed(standing)}
    distinct = tuple(said[digest] for digest in sorted(said))
    if len(distinct) > 1:
        return Outcome(kind, uid, Effect.CLASH, tuple(standing), ours)
    now = distinct[0]
    return Outcome(kind, uid, _effect(now, ours), tuple(standing), ours)


def _effect(now: Version, ours: Version | None) -> Effect:
    here = ours.stored if ours else None
    if now.stored is None:
        return Effect.DELETED if here else Effect.SAME
    if here is None:
        return Effect.NEW
    return Effect.SAME if now.digest == here.digest() else Effect.CHANGED


def _stamp_grows(outcome: Outcome) -> bool:
    joined = stamps.join(*(version.stamp for version in outcome.versions))
    return outcome.ours is None or joined != outcome.ours.stamp


def renamed(stored: Stored, aliases: Mapping[str, str]) -> Stored:
    """Return an aggregate with every uid that has another name now replaced."""

    def row(columns: Mapping[str, object]) -> dict[str, object]:
        return {
            name: aliases.get(value, value) if isinstance(value, str) else value
            for name, value in columns.items()
        }

    children = {table: tuple(row(each) for each in rows) for table, rows in stored.children.items()}
    return Stored(stored.kind, row(stored.root), children)


def _graves(file: Connection) -> dict[Key, str]:
    rows = file.execute(select(Tombstone.kind, Tombstone.row_uid, Tombstone.stamp))
    return {(Kind(row.kind), row.row_uid): row.stamp for row in rows}


def _aliases(ours: Connection, others: Sequence[Other]) -> dict[str, str]:
    """Return every other name known to any of the files, led through to the last one."""
    found: dict[str, str] = {}
    for file in (ours, *(other.connection for other in others)):
        same = select(Alias.from_uid, Alias.to_uid).where(Alias.kind != Kind.CODE.value)
        for old, new in file.execute(same):
            found[old] = min(new, found.get(old, new))
    return _to_the_end(found)


def _successors(ours: Connection) -> dict[str, str]:
    """Return the codes that incoming codings get instead of those that were merged into them.

    The merged codes themselves stay: they are retired, and codings of old name them.
    """
    code = aggregates.BY_KIND[Kind.CODE].root
    rows = ours.execute(
        select(Alias.from_uid, Alias.to_uid)
        .join(code, code.c.uid == Alias.from_uid)
        .where(Alias.kind == Kind.CODE.value, code.c.status == "retired")
    )
    return _to_the_end({row.from_uid: row.to_uid for row in rows})


def _to_the_end(names: dict[str, str]) -> dict[str, str]:
    for old, new in names.items():
        met = {old}
        while new not in met and (further := names.get(new)) is not None:
            met.add(new)
            new = further  # noqa: PLW2901  the chain is followed to its end
        names[old] = new
    return names


def _coder_names(files: Sequence[Connection]) -> dict[str, str]:
    coder = aggregates.BY_KIND[Kind.CODER].root
    names: dict[str, str] = {}
    for file in files:
        for row in file.execute(select(coder.c.uid, coder.c.name)):
            names.setdefault(row.uid, row.name)
    return names


def _by_coder(
    outcomes: Sequence[Outcome], fresh: Mapping[str, int], file: int, names: Mapping[str, str]
) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for uid, n in fresh.items():
        counted[names.get(uid, "?")] += n
    for one in outcomes:
        if one.kind is Kind.CODING and one.effect in (Effect.NEW, Effect.CHANGED):
            for version in one.versions:
                if version.file == file and version.stored is not None:
                    coder = str(version.stored.root["coder_uid"])
                    counted[names.get(coder, "?")] += 1
    return dict(counted)


def refuse_other_study(name: str) -> RefusedChange:
    """Return the refusal of a file that belongs to another study."""
    return RefusedChange(
        "{name} belongs to another study, so its rows cannot be matched. Only copies of one "
        "project can be merged.",
        name=name,
    )
